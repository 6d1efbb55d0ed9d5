// SPDX-License-Identifier: BSL-1.0
/// @file
/// Days as tables write them.
#pragma once

#include <geostance/io/detail/lower.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace geostance::io::detail {

/// The month that a word is, or begins: `March`, `mar`.
inline std::optional<int> month_in(std::string_view word) {
    constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
    auto const text = lower(word);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (text.size() >= 3 && names[i].starts_with(text)) return static_cast<int>(i) + 1;
    return std::nullopt;
}

/// A day written 2024-03-28, 3/28/2024 or 28 March 2024; a time behind it, `2024-03-28 10:00:00` or with a T, is passed
/// over.
inline std::optional<std::chrono::sys_days> day_in(std::string_view text) {
    auto const separator = text.find_first_of("-/ ");
    if (separator == std::string_view::npos) return std::nullopt;
    char const mark = text[separator];
    if (mark != ' ')
        if (auto const time = text.find_first_of(" T"); time != std::string_view::npos) {
            if (text.find(':', time) == std::string_view::npos) return std::nullopt;
            text = text.substr(0, time);
        }
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const end = text.find(mark);
        auto const part = text.substr(0, end);
        if ((end == std::string_view::npos) != (i == 2)) return std::nullopt;
        auto const [next, error] = std::from_chars(part.data(), part.data() + part.size(), parts[i]);
        if (mark == ' ' && i == 1) {
            auto const month = month_in(part);
            if (!month) return std::nullopt;
            parts[i] = *month;
        } else if (error != std::errc() || next != part.data() + part.size() || part.front() == '-') {
            return std::nullopt;
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (mark == '/') parts = {parts[2], parts[0], parts[1]};
    if (mark == ' ') std::swap(parts[0], parts[2]);
    auto const [y, m, d] = parts;
    if (y < 1500 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
    auto const whole = std::chrono::year(y) / m / d;
    return whole.ok() ? std::optional(std::chrono::sys_days(whole)) : std::nullopt;
}

} // namespace geostance::io::detail
