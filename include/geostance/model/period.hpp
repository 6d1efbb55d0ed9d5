// SPDX-License-Identifier: BSL-1.0
/// @file
/// Periods between two dates of whatever precision, and whether they reach a day: certainly, possibly or not.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/error.hpp>
#include <geostance/model/date.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace geostance {

/// Whether something is so, where what is recorded may not decide it.
enum class certainty : std::uint8_t {
    no,    ///< it is not
    maybe, ///< what is recorded leaves it open
    yes    ///< it is
};

template <>
struct enum_names<certainty> {
    static constexpr std::array<std::string_view, 3> of_each{"no", "maybe", "yes"};
};

/// From one date to another, both included. Either may be unknown; `to` may be open.
struct period {
    date from{}; ///< when it begins
    date to{};   ///< when it ends; unknown = whether it has ended is not recorded

    friend constexpr bool operator==(period const&, period const&) = default;
};

/// From a date on, with no end so far.
/// @param from the first day, month or year
/// @return a period whose end is open
[[nodiscard]] constexpr period since(date from) noexcept { return {from, date::open()}; }
/// On one day, or within one month or year.
/// @param d the day, month or year
/// @return a period that begins and ends with it
[[nodiscard]] constexpr period during(date d) noexcept { return {d, d}; }
/// From an unknown beginning to a date.
/// @param to the last day, month or year
/// @return a period whose beginning is unknown
[[nodiscard]] constexpr period until(date to) noexcept { return {date(), to}; }

/// Whether nothing is known of either end.
/// @param p the period
/// @return true if both its dates are unknown
[[nodiscard]] constexpr bool is_undated(period p) noexcept {
    return p.from.precision() == precision::unknown && p.to.precision() == precision::unknown;
}

namespace detail {

/// The earliest and latest days on which something can begin or end; far ends stand for what is not known.
struct day_bounds {
    std::chrono::sys_days earliest;
    std::chrono::sys_days latest;
};

inline constexpr auto first_of_days = std::chrono::sys_days::min();
inline constexpr auto last_of_days = std::chrono::sys_days::max();

/// The last day on which a period may hold.
constexpr std::chrono::sys_days last_day_of(period p) noexcept {
    return p.to.is_known() ? p.to.last_day() : last_of_days;
}

constexpr day_bounds bounds_of_begin(period p) noexcept {
    auto const latest_end = last_day_of(p);
    if (p.from.is_known()) return {p.from.first_day(), std::min(p.from.last_day(), latest_end)};
    return {first_of_days, latest_end};
}

constexpr day_bounds bounds_of_end(period p) noexcept {
    if (p.to.precision() == precision::open) return {last_of_days, last_of_days};
    auto const earliest_begin = bounds_of_begin(p).earliest;
    if (p.to.is_known()) return {std::max(p.to.first_day(), earliest_begin), p.to.last_day()};
    return {earliest_begin, last_of_days};
}

} // namespace detail

/// Whether two periods have a day in common. Either may be a single day or year: `during(d)`.
///
/// A year is not a day: what held in 2022 may or may not have held on 1 May 2022, so the answer is `maybe`; that it
/// held in the year 2022 is `yes`.
/// @param p when something held, whose ends may be known roughly or not at all
/// @param other the days asked about
/// @return `yes` if they have a day in common wherever in its bounds each end of p falls, `no` if they have none,
///         `maybe` if it depends
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr certainty overlaps(period p, period other) noexcept {
    auto const begin = detail::bounds_of_begin(p);
    auto const end = detail::bounds_of_end(p);
    auto const first = detail::bounds_of_begin(other);
    auto const last = detail::bounds_of_end(other);
    if (begin.earliest > last.latest || end.latest < first.earliest) return certainty::no;
    // A day, month or year is asked about as a whole: its ends are where it begins and ends.
    return begin.latest <= last.latest && end.earliest >= first.earliest ? certainty::yes : certainty::maybe;
}

/// @param p any period
/// @return `2022 to open`, or one date where both are the same
[[nodiscard]] inline std::string to_string(period const& p) {
    return p.from == p.to ? to_string(p.from) : to_string(p.from) + " to " + to_string(p.to);
}

namespace detail {

inline void check_period(char const* field, period const& p) {
    if (p.from.precision() == precision::open)
        throw invalid_value(std::string(field) + ".from", "open", "a date or unknown; only an end can be open");
    if (p.from.is_known() && p.to.is_known() && p.to.last_day() < p.from.first_day())
        throw invalid_value(field, to_string(p), "an end that is not before its beginning");
}

} // namespace detail

/// Checks that a period does not end before it begins, and does not begin with an open date.
/// @param p the period
/// @throws invalid_value if it does
inline void validate(period const& p) { detail::check_period("period", p); }

/// Writes `to_string(p)`.
/// @param out gets the text
/// @param p any period
/// @return the stream
inline std::ostream& operator<<(std::ostream& out, period const& p) { return out << to_string(p); }

} // namespace geostance
