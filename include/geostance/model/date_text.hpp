// SPDX-License-Identifier: BSL-1.0
/// @file
/// Dates from text, in the form in which `to_string` writes them.
#pragma once

#include <geostance/model/date.hpp>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>

namespace geostance {

namespace detail {

/// The number that the text begins with, if it has that many digits; they are taken from the text.
inline std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count || text.front() < '0' || text.front() > '9') return std::nullopt;
    auto const [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc() || end != text.data() + count) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

} // namespace detail

/// The date that a text means: `2024-03-29`, `2024-03`, `2024`, `open` or `unknown`. Years have at least four digits
/// and may be negative.
/// @param text as `to_string(date)` writes it
/// @return nothing if the text is none of these or the calendar has no such day
/// @par Complexity
/// O(length of the text)
[[nodiscard]] inline std::optional<date> date_from_string(std::string_view text) {
    if (text == to_string(precision::unknown)) return date();
    if (text == to_string(precision::open)) return date::open();
    bool const is_before_0 = text.starts_with('-');
    if (is_before_0) text.remove_prefix(1);
    auto const digits = text.substr(0, text.find('-')).size();
    auto const number = digits >= 4 && digits <= 5 ? detail::take_digits(text, digits) : std::nullopt;
    std::chrono::year const year(number && is_before_0 ? -*number : number.value_or(0));
    bool const is_canonical =
        number && *number <= 32767 && (digits == 4 || *number > 9999) && (!is_before_0 || *number > 0);
    if (!is_canonical || !year.ok()) return std::nullopt;
    if (text.empty()) return date(year);
    if (!text.starts_with('-')) return std::nullopt;
    text.remove_prefix(1);
    auto const m = detail::take_digits(text, 2);
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    std::chrono::year_month const month(year, std::chrono::month(static_cast<unsigned>(*m)));
    if (text.empty()) return date(month);
    if (!text.starts_with('-')) return std::nullopt;
    text.remove_prefix(1);
    auto const d = detail::take_digits(text, 2);
    if (!d || !text.empty()) return std::nullopt;
    std::chrono::year_month_day const day(month / *d);
    return day.ok() ? std::optional(date(day)) : std::nullopt;
}

} // namespace geostance
