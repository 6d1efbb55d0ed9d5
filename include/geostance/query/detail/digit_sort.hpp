// SPDX-License-Identifier: BSL-1.0
/// @file
/// Sorting numbers digit by digit. Boost.Sort would do it, but its namespace and the `boost::sort` of Boost.Range,
/// which headers of Boost.Graph include, cannot stand in one translation unit (Boost 1.74).
#pragma once

#include <geostance/detail/sort.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance::detail {

/// Sorts by the upper halves. Numbers with equal upper halves have to be in order already.
/// @par Complexity
/// linear: one pass to count, and one for each of four digits in which the numbers differ
template <class Numbers>
    requires std::same_as<typename Numbers::value_type, std::uint64_t>
void sort_by_upper_half(Numbers& numbers) {
    if (numbers.size() < 256) return detail::sort(numbers);
    if (std::is_sorted(numbers.begin(), numbers.end())) return;
    constexpr std::size_t digits = 4;
    constexpr unsigned first_bit = 32, bits = 8;
    constexpr std::size_t radix = std::size_t{1} << bits;
    auto const digit_of = [](std::uint64_t n, std::size_t digit) { return (n >> (first_bit + bits * digit)) % radix; };
    std::array<std::array<std::size_t, radix>, digits> counts{};
    for (auto const n : numbers)
        for (std::size_t digit = 0; digit < digits; ++digit) ++counts[digit][digit_of(n, digit)];
    Numbers sorted(numbers.size());
    for (std::size_t digit = 0; digit < digits; ++digit) {
        auto& places = counts[digit];
        if (places[digit_of(numbers.front(), digit)] == numbers.size()) continue;
        std::size_t before = 0;
        for (auto& place : places) before += std::exchange(place, before);
        for (auto const n : numbers) sorted[places[digit_of(n, digit)]++] = n;
        std::swap(numbers, sorted);
    }
}

} // namespace geostance::detail
