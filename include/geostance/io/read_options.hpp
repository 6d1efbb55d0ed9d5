// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a caller may ask of every reader of tables: what to do with bad rows, limits, progress, cancellation.
#pragma once

#include <geostance/error.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace geostance::io {

/// What a reader does with a row that it cannot read.
enum class bad_rows : std::uint8_t {
    stop,           ///< throw `read_error`
    skip_and_report ///< leave it out, count it, and keep what was wrong with it in the `read_report`
};

/// How the bytes of a file stand for letters.
enum class encoding : std::uint8_t {
    utf8,  ///< UTF-8, checked; a byte-order mark is dropped
    latin1 ///< ISO 8859-1 or Windows-1252: every byte is a letter
};

/// How a table is read.
struct read_options {
    io::bad_rows bad_rows = io::bad_rows::stop;        ///< what to do with a bad row
    io::encoding encoding = io::encoding::utf8;        ///< how bytes stand for letters
    std::size_t max_problems = 100;                    ///< how many problems are kept; all are counted
    std::size_t max_row_bytes = std::size_t(1) << 20U; ///< longest row, > 0; memory is bounded by it
    std::size_t max_row_lines = 100;                   ///< most lines of a row whose quoted fields go on over some, > 0
    std::size_t max_columns = 4096;                    ///< most columns, > 0
    /// called now and then, and once at the end, with the bytes done and the bytes in all, where these are known
    std::function<void(std::uint64_t done, std::optional<std::uint64_t> total)> progress{};
    /// asked now and then whether to stop; where it says so, the reader throws `cancelled`. Empty: never. A
    /// std::stop_token fits as `[token] { return token.stop_requested(); }`.
    std::function<bool()> stop{};
};

/// Checks the limits.
/// @param options the options
/// @throws invalid_value if a limit is 0
inline void validate(read_options const& options) {
    if (options.max_row_bytes == 0) throw invalid_value("read_options.max_row_bytes", "0", "a number above 0");
    if (options.max_row_lines == 0) throw invalid_value("read_options.max_row_lines", "0", "a number above 0");
    if (options.max_columns == 0) throw invalid_value("read_options.max_columns", "0", "a number above 0");
}

} // namespace geostance::io
