// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the readers of whole graphs share: how a bad record is reported, and which options they take.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>

namespace geostance::io::detail {

/// Reads one record; a bad one is noted if bad rows are to be skipped.
/// @param read called once; returns false if there was none
/// @throws read_error as `read` does, if bad rows are to stop the reader
template <class Read>
void read_or_note(read_options const& options, read_report& report, Read read) {
    try {
        if (read()) ++report.rows;
    } catch (read_error const& problem) {
        if (options.bad_rows == bad_rows::stop) throw;
        note(report, problem, options.max_problems);
    }
}

/// Checks options of a reader whose format is always in UTF-8.
inline void validate_for_utf8(read_options const& options) {
    validate(options);
    if (options.encoding != encoding::utf8)
        throw invalid_value("read_options.encoding", "latin1", "utf8: what the format is always written in");
}

} // namespace geostance::io::detail
