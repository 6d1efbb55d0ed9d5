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
/// linear: two passes for each of four digits in which the numbers differ
template <class Numbers>
    requires std::same_as<typename Numbers::value_type, std::uint64_t>
void sort_by_upper_half(Numbers& numbers) {
    if (numbers.size() < 256) return detail::sort(numbers);
    if (std::is_sorted(numbers.begin(), numbers.end())) return;
    constexpr unsigned first_bit = 32, last_bit = 64, bits = 8;
    constexpr std::size_t radix = std::size_t{1} << bits;
    std::uint64_t differing = 0;
    for (auto const n : numbers) differing |= n ^ numbers.front();
    Numbers sorted(numbers.size());
    for (auto shift = first_bit; shift < last_bit; shift += bits) {
        auto const digit_of = [shift](std::uint64_t n) { return n >> shift & (radix - 1); };
        if (digit_of(differing) == 0) continue;
        std::array<std::size_t, radix> places{};
        for (auto const n : numbers) ++places[digit_of(n)];
        std::size_t before = 0;
        for (auto& place : places) before += std::exchange(place, before);
        for (auto const n : numbers) sorted[places[digit_of(n)]++] = n;
        std::swap(numbers, sorted);
    }
}

} // namespace geostance::detail
