// SPDX-License-Identifier: BSL-1.0
/// @file
/// What every reader returns: what was read, and the account of its reading.
#pragma once

#include <geostance/io/read_report.hpp>

#include <string>

namespace geostance::io {

/// What was read, with the account of its reading: a graph, a table, a network.
template <class T>
struct read_result {
    T value{};            ///< what was read
    read_report report{}; ///< how many rows were read, which were skipped, and which were kept with a warning
};

/// The account in lines: what was read and skipped and why, and what was kept with a warning.
/// @param result what a reader returned
/// @return lines, each with its end: `214 rows read, 0 skipped`, `  26 with a warning: the two encodings disagree`
/// @par Complexity
/// O(length of the text)
template <class T>
[[nodiscard]] std::string summary(read_result<T> const& result) {
    return summary(result.report);
}

} // namespace geostance::io
