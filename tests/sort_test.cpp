// SPDX-License-Identifier: BSL-1.0
#include <geostance/detail/sort.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using numbered = std::pair<std::string, std::size_t>;

bool by_text(numbered const& a, numbered const& b) { return a.first < b.first; }

} // namespace

TEST_CASE("sort does what std::stable_sort does, whatever the length and the order before") {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 300; ++size)
        for (std::size_t const different : {2U, 20U, 2000U}) {
            std::vector<numbered> ours;
            for (std::size_t i = 0; i < size; ++i) ours.emplace_back(std::to_string(random() % different), i);
            if (size % 3 == 1)
                std::sort(ours.begin(), ours.begin() + static_cast<std::ptrdiff_t>(size / 2)); // two runs
            if (size % 3 == 2) std::sort(ours.rbegin(), ours.rend());
            auto theirs = ours;
            gs::detail::sort(ours, by_text);
            std::stable_sort(theirs.begin(), theirs.end(), by_text);
            REQUIRE(ours == theirs);
        }
}

TEST_CASE("sort looks once at what is in order") {
    std::vector<int> all(10000);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    std::size_t looks = 0;
    gs::detail::sort(all, [&](int a, int b) { return ++looks, a < b; });
    CHECK(looks < 2 * all.size());
}
