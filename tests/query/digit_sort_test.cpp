// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/detail/digit_sort.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

TEST_CASE("sort_by_upper_half: sorts as std::sort does where lower halves are in order") {
    std::mt19937_64 random(1);
    for (std::size_t const size : {0U, 1U, 255U, 256U, 5000U}) {
        for (std::uint64_t const largest : {0x0ULL, 0x1ULL, 0x1FFULL, 0xFF0000ULL, 0xFFFFFFFFULL}) {
            std::vector<std::uint64_t> numbers;
            for (std::size_t i = 0; i < size; ++i) numbers.push_back((random() & largest) << 32U | i);
            auto expected = numbers;
            std::sort(expected.begin(), expected.end());
            geostance::detail::sort_by_upper_half(numbers);
            CHECK(numbers == expected);
        }
    }
}
