// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader says of a text that is no date.
#pragma once

#include <geostance/model/date.hpp>
#include <geostance/model/date_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// What should stand there: of a day or month that the calendar does not have, the days or months that there are.
inline std::string expected_date(std::string_view text) {
    constexpr std::size_t part = 3; // `-30`
    for (auto rest = text; rest.size() > part && rest[rest.size() - part] == '-';) {
        auto digits = rest.substr(rest.size() - part + 1);
        rest.remove_suffix(part);
        auto const before = date_from_string(rest);
        if (!before || !geostance::detail::take_digits(digits, 2)) continue;
        auto const last = to_string(date(before->last_day()));
        bool const is_month = before->precision() == precision::month;
        return (is_month ? "a day of " : "a month of ") + std::string(rest) + ", from 01 to " +
               (is_month ? last.substr(last.size() - 2) : "12");
    }
    return "a date: 2024, 2024-03, 2024-03-29, open or unknown";
}

} // namespace geostance::io::detail
