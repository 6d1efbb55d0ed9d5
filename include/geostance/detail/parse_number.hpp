// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers from text, whatever the locale.
#pragma once

#include <algorithm>
#include <charconv>
#include <locale>
#include <sstream>
#include <string>
#include <system_error>
#include <version>

namespace geostance::detail {

/// Where the longest decimal number at the front of a text ends, by the grammar of `std::from_chars`; the front itself
/// where there is none.
inline char const* end_of_number(char const* first, char const* last) noexcept {
    auto const skip_digits = [last](char const* at) {
        while (at != last && *at >= '0' && *at <= '9') ++at;
        return at;
    };
    char const* const whole = first != last && *first == '-' ? first + 1 : first;
    char const* end = skip_digits(whole);
    auto digits = end - whole;
    if (end != last && *end == '.') {
        char const* const after = skip_digits(end + 1);
        digits += after - (end + 1);
        end = after;
    }
    if (digits == 0) return first;
    if (end == last || (*end != 'e' && *end != 'E')) return end;
    char const* power = end + 1;
    if (power != last && (*power == '-' || *power == '+')) ++power;
    char const* const after = skip_digits(power);
    return after == power ? end : after;
}

/// `std::from_chars` for finite doubles, by a stream in the classic locale.
inline std::from_chars_result parse_number_by_stream(char const* first, char const* last, double& value) {
    char const* const end = end_of_number(first, last);
    if (end == first) return {first, std::errc::invalid_argument};
    std::istringstream text(std::string(first, end));
    text.imbue(std::locale::classic());
    double read = 0;
    // A stream takes what is too small for 0; `std::from_chars` does not.
    auto const is_digit_of_value = [](char c) { return c >= '1' && c <= '9'; };
    char const* const mantissa_end = std::find_if(first, end, [](char c) { return c == 'e' || c == 'E'; });
    if (!(text >> read) || (read == 0 && std::any_of(first, mantissa_end, is_digit_of_value)))
        return {end, std::errc::result_out_of_range};
    value = read;
    return {end, std::errc()};
}

/// Whether a decimal number that is out of a double's range is next to zero, rather than next to infinity.
inline bool is_next_to_zero(char const* first, char const* last) {
    long long order = 0; // the power of ten above the first digit that is not zero
    bool is_whole = true, has_begun = false;
    for (; first != last && *first != 'e' && *first != 'E'; ++first) {
        if (*first == '.') is_whole = false;
        if (*first < '0' || *first > '9') continue;
        has_begun = has_begun || *first != '0';
        if (has_begun && is_whole) ++order;
        if (!has_begun && !is_whole) --order;
    }
    if (first == last) return order < 0;
    if (++first != last && *first == '+') ++first;
    long long power = 0;
    if (std::from_chars(first, last, power).ec == std::errc::result_out_of_range) return *first == '-';
    return power < -order;
}

/// `std::from_chars` for doubles, which libc++ lacks before version 20.
inline std::from_chars_result parse_number(char const* first, char const* last, double& value) {
#ifdef __cpp_lib_to_chars
    return std::from_chars(first, last, value);
#else
    return parse_number_by_stream(first, last, value);
#endif
}

/// `std::from_chars` for integers.
template <class Integer>
std::from_chars_result parse_number(char const* first, char const* last, Integer& value) {
    return std::from_chars(first, last, value);
}

} // namespace geostance::detail
