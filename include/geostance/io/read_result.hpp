// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader of tables returns: the table, what was skipped, and what was kept though something is odd about it.
#pragma once

#include <geostance/io/read_report.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace geostance::io {

/// Rows that were kept though something is odd about them.
struct read_doubts {
    std::map<std::string, std::uint64_t> reasons{}; ///< how many rows, by what is odd
    std::vector<read_problem> rows{};               ///< the first of them, as many as `read_options` allow

    friend bool operator==(read_doubts const&, read_doubts const&) = default;
};

/// A table with the account of its reading.
template <class Table>
struct read_result {
    Table table{};        ///< what was read
    read_report report{}; ///< how many rows were read and skipped, and why
    read_doubts doubts{}; ///< what was kept, but is odd
};

/// The account in lines: what was read and skipped and why, and what was kept though odd.
/// @param result what a reader returned
/// @return lines, each with its end: `214 rows read, 0 skipped`, `  26 doubtful: the two encodings disagree`
template <class Table>
[[nodiscard]] std::string summary(read_result<Table> const& result) {
    auto text = summary(result.report);
    for (auto const& [reason, count] : result.doubts.reasons)
        text += "  " + std::to_string(count) + " doubtful: " + reason + '\n';
    return text;
}

} // namespace geostance::io
