// SPDX-License-Identifier: BSL-1.0
/// @file
/// Fields of CSV rows, for every writer of tables.
#pragma once

#include <geostance/io/detail/text_sink.hpp>

#include <string_view>

namespace geostance::io::detail {

/// A field of a CSV row (RFC 4180): in quotes where it has to be.
/// @param disarmed whether a text that spreadsheets take for a formula gets an apostrophe in front
inline void put_csv_field(text_sink& out, std::string_view text, bool disarmed) {
    constexpr std::string_view begin_formulas = "=+-@\t\r";
    bool const is_formula = disarmed && text.substr(0, 1).find_first_of(begin_formulas) == 0;
    bool const is_in_quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (is_in_quotes) out << '"';
    if (is_formula) out << '\'';
    for (auto const c : text) {
        if (c == '"') out << '"';
        out << c;
    }
    if (is_in_quotes) out << '"';
}

} // namespace geostance::io::detail
