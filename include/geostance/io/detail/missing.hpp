// SPDX-License-Identifier: BSL-1.0
/// @file
/// What other programs write where a value is missing, and whole numbers that they write with a point.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace geostance::io::detail {

/// A text, or nothing where it is what R (NA), Stata (a point), Python (None), pandas (nan, <NA>) or a database (NULL)
/// writes for a missing value.
inline std::string_view unless_missing(std::string_view text) noexcept {
    constexpr std::size_t longest = 4;
    constexpr std::array<std::string_view, 8> words{"NA", ".", "nan", "NaN", "None", "NULL", "null", "<NA>"};
    if (text.size() > longest || std::find(words.begin(), words.end(), text) == words.end()) return text;
    return {};
}

/// `1949.0`, as pandas writes whole numbers of a column in which some are missing, without the point.
inline std::string_view without_decimals(std::string_view number) noexcept {
    auto const point = number.find('.');
    if (point == 0 || point == std::string_view::npos || point + 1 == number.size()) return number;
    bool const is_whole = number.find_first_not_of('0', point + 1) == std::string_view::npos;
    return is_whole ? number.substr(0, point) : number;
}

/// A field without the quotes around it, which some tables with tabs have in some rows only.
inline std::string_view unquoted(std::string_view field) noexcept {
    if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
    return field.substr(1, field.size() - 2);
}

} // namespace geostance::io::detail
