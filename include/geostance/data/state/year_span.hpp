// SPDX-License-Identifier: BSL-1.0
/// @file
/// Spans of years: what a table covers, and what is asked of it.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/error.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/period.hpp>

#include <algorithm>
#include <chrono>
#include <string>

namespace geostance::io {

/// Years from one to another, both included; what happened in other years is unknown to a table, not absent.
struct year_span {
    int first = 0; ///< the first year
    int last = -1; ///< the last year; before the first = no years

    friend bool operator==(year_span const&, year_span const&) = default;
    /// `1816-2012`. A friend, so that it does not hide `to_string` of the enclosing namespace.
    /// @param s the span
    /// @return the first and last year, joined by a hyphen
    [[nodiscard]] friend std::string to_string(year_span s) {
        return std::to_string(s.first) + '-' + std::to_string(s.last);
    }
};

/// True if a span holds no year.
/// @param s the span
/// @return whether its last year is before its first
[[nodiscard]] constexpr bool is_empty(year_span s) noexcept { return s.last < s.first; }
/// True if all years of one span are in another.
/// @param whole the span that may hold the other
/// @param part the span that may be held
/// @return whether it is
[[nodiscard]] constexpr bool contains(year_span whole, year_span part) noexcept {
    return whole.first <= part.first && part.last <= whole.last;
}
/// The smallest span that holds a span and a year.
/// @param s the span; may be empty
/// @param year the year
/// @return the span
[[nodiscard]] constexpr year_span widened(year_span s, int year) noexcept {
    return is_empty(s) ? year_span{year, year} : year_span{std::min(s.first, year), std::max(s.last, year)};
}
/// The days of the years.
/// @param s the span, not empty
/// @return from the first year to the last
[[nodiscard]] constexpr period to_period(year_span s) {
    return {date(std::chrono::year(s.first)), date(std::chrono::year(s.last))};
}

namespace detail {

inline void check_covered(char const* what, year_span coverage, year_span years) {
    if (is_empty(years) || !contains(coverage, years))
        throw invalid_value(what, to_string(years), "years in " + to_string(coverage) + ", which the table covers");
}

} // namespace detail

} // namespace geostance::io
