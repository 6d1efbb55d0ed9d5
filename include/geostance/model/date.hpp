// SPDX-License-Identifier: BSL-1.0
/// @file
/// Dates as sources give them: to the day, the month or the year, open, or not at all.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/assert.hpp>
#include <geostance/error.hpp>
#include <geostance/model/enum_names.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace geostance {

/// How precisely a date is known.
enum class precision : std::uint8_t {
    unknown, ///< no date is known
    open,    ///< it has not come yet: an end that is still open
    year,    ///< some day of a year
    month,   ///< some day of a month
    day      ///< that day
};

template <>
struct enum_names<precision> {
    static constexpr std::array<std::string_view, 5> of_each{"unknown", "open", "year", "month", "day"};
};

/// A date of the Gregorian calendar (UTC days) with its precision. A year is not its first of January: it is some
/// day of 365 or 366, and comparisons that would pretend otherwise do not exist.
class date {
public:
    /// An unknown date.
    constexpr date() = default;
    /// Some day of a year.
    /// @param y the year
    /// @throws invalid_value if the calendar has no such year
    constexpr date(std::chrono::year y) : date(y / 1 / 1, precision::year) {}
    /// Some day of a month.
    /// @param ym the year and month
    /// @throws invalid_value if the calendar has no such month
    constexpr date(std::chrono::year_month ym) : date(ym / 1, precision::month) {}
    /// One day.
    /// @param ymd the day
    /// @throws invalid_value if the calendar has no such day, for example 30 February
    constexpr date(std::chrono::year_month_day ymd) : date(ymd, precision::day) {}
    /// One day.
    /// @param day a day of the years -32767 to 32767; for an end that never comes there is `open()`
    /// @throws invalid_value if it is out of this range
    constexpr date(std::chrono::sys_days day) : date(checked(day), precision::day) {}

    /// @return an end that has not come
    [[nodiscard]] static constexpr date open() noexcept {
        date result;
        result.bits_ = packed(0, geostance::precision::open);
        return result;
    }

    /// @return how precisely the date is known
    [[nodiscard]] constexpr geostance::precision precision() const noexcept {
        return static_cast<geostance::precision>(bits_ & mask);
    }
    /// @return true if it is a day, a month or a year
    [[nodiscard]] constexpr bool is_known() const noexcept { return precision() >= geostance::precision::year; }

    /// The earliest day it can be.
    /// @return a day, UTC
    /// @pre is_known()
    [[nodiscard]] constexpr std::chrono::sys_days first_day() const noexcept {
        GEOSTANCE_ASSERT(is_known(), "date::first_day: a date that is known");
        return std::chrono::sys_days(std::chrono::days(bits_ >> width));
    }
    /// The latest day it can be.
    /// @return a day, UTC
    /// @pre is_known()
    [[nodiscard]] constexpr std::chrono::sys_days last_day() const noexcept {
        GEOSTANCE_ASSERT(is_known(), "date::last_day: a date that is known");
        if (precision() == geostance::precision::day) return first_day(); // the calendar takes its time
        std::chrono::year_month_day const first(first_day());
        if (precision() == geostance::precision::year) return first.year() / 12 / 31;
        return first.year() / first.month() / std::chrono::last;
    }

    /// Equal if both the days and the precision are: 2024 is not 2024-01-01.
    friend constexpr bool operator==(date const&, date const&) = default;

private:
    friend std::hash<date>;
    constexpr date(std::chrono::year_month_day ymd, geostance::precision known_to) {
        if (!ymd.ok()) throw invalid_value("date", describe(ymd), "a day of the Gregorian calendar");
        bits_ = packed(static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count()), known_to);
    }
    /// The calendar's conversion is right only for the years that it can name.
    static constexpr std::chrono::year_month_day checked(std::chrono::sys_days day) {
        if (day < std::chrono::sys_days(std::chrono::year::min() / 1 / 1) ||
            day > std::chrono::sys_days(std::chrono::year::max() / 12 / 31))
            throw invalid_value("date", "day " + std::to_string(day.time_since_epoch().count()) + " after 1970-01-01",
                                "a day of the years -32767 to 32767");
        return day;
    }
    static std::string describe(std::chrono::year_month_day ymd) {
        return std::to_string(static_cast<int>(ymd.year())) + '-' + std::to_string(static_cast<unsigned>(ymd.month())) +
               '-' + std::to_string(static_cast<unsigned>(ymd.day()));
    }

    // The first day and the precision in one number: the days of all years need 25 bits, and records hold many dates.
    static constexpr int width = 3;
    static constexpr std::int32_t mask = (1 << width) - 1;
    static constexpr std::int32_t packed(std::int32_t first_day, geostance::precision known_to) noexcept {
        return first_day * (mask + 1) + static_cast<std::int32_t>(known_to);
    }

    std::int32_t bits_ = packed(0, geostance::precision::unknown);
};

/// Today, for `{.at = today()}`: what holds now. An answer that is asked for in this way may be another tomorrow.
/// @return the day on which it is called, in UTC
[[nodiscard]] inline date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

/// @param d any date
/// @return ISO 8601 to the precision that is known: `2024-03-29`, `2024-03`, `2024`; or `open`, or `unknown`
[[nodiscard]] inline std::string to_string(date d) {
    if (!d.is_known()) return std::string(to_string(d.precision()));
    std::chrono::year_month_day const first(d.first_day());
    auto const padded = [](int number, std::size_t width) {
        std::string digits = std::to_string(number < 0 ? -number : number);
        if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
        return number < 0 ? '-' + digits : digits;
    };
    std::string text = padded(static_cast<int>(first.year()), 4);
    if (d.precision() >= precision::month)
        text += '-' + padded(static_cast<int>(static_cast<unsigned>(first.month())), 2);
    if (d.precision() >= precision::day) text += '-' + padded(static_cast<int>(static_cast<unsigned>(first.day())), 2);
    return text;
}

/// Writes `to_string(d)`.
/// @param out gets the text
/// @param d any date
/// @return the stream
inline std::ostream& operator<<(std::ostream& out, date d) { return out << to_string(d); }

} // namespace geostance

namespace std {

/// Dates can be keys: equal ones have the same hash.
template <>
struct hash<geostance::date> {
    /// @param d any date
    /// @return a hash of its day and its precision
    size_t operator()(geostance::date d) const noexcept { return hash<int32_t>{}(d.bits_); }
};

} // namespace std
