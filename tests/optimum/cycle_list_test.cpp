// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/detail/cycle_list.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using listed_cycle = std::pair<std::vector<std::uint32_t>, std::int64_t>;

std::vector<listed_cycle> all_of(gs::detail::cycle_list const& list) {
    std::vector<listed_cycle> result;
    for (std::size_t c = 0; c < list.size(); ++c) {
        auto const ties = list.ties(c);
        result.push_back({{ties.begin(), ties.end()}, list.amount(c)});
    }
    return result;
}

} // namespace

TEST_CASE("cycles are kept as they would be in vectors of their own") {
    std::mt19937 random(1);
    gs::detail::cycle_list list;
    std::vector<listed_cycle> expected;
    for (int step = 0; step < 3000; ++step) {
        auto const what = random() % 10;
        if (what < 6) {
            std::vector<std::uint32_t> ties(3 + random() % 5);
            for (auto& t : ties) t = static_cast<std::uint32_t>(random() % 1000);
            auto const amount = static_cast<std::int64_t>(1 + random() % 9);
            list.add({ties.data(), ties.size()}, amount);
            expected.push_back({ties, amount});
        } else if (what < 8 && !expected.empty()) {
            list.pop_back();
            expected.pop_back();
        } else if (what < 9 && !expected.empty()) {
            auto const c = random() % expected.size();
            list.make_void(c);
            expected[c].second = 0;
        } else {
            list.drop_void();
            std::erase_if(expected, [](auto const& one) { return one.second == 0; });
        }
        REQUIRE(list.empty() == expected.empty());
        REQUIRE(all_of(list) == expected);
        std::size_t length = 0;
        for (auto const& [ties, amount] : expected) length += ties.size();
        REQUIRE(list.total_length() == length);
    }
}

TEST_CASE("the vertices of a cycle follow from its ties") {
    gs::detail::weighted_ties g;
    g.ends = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}};
    auto const along = [&](std::vector<std::uint32_t> const& ties) {
        return gs::detail::vertices_along(g, {ties.data(), ties.size()});
    };
    CHECK(along({0, 1, 2}) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(along({2, 1, 0}) == std::vector<std::uint32_t>{0, 2, 1});
    CHECK(along({1, 2, 0}) == std::vector<std::uint32_t>{1, 2, 0});
    CHECK(along({0, 1, 3, 4}) == std::vector<std::uint32_t>{0, 1, 2, 3});
    CHECK(along({3, 1, 0, 4}) == std::vector<std::uint32_t>{3, 2, 1, 0});
}

TEST_CASE("cycle_list: repeated, all stand there once more in the same order") {
    gs::detail::cycle_list list;
    list.repeat();
    CHECK(list.empty());
    std::vector<std::uint32_t> const triangle = {4, 7, 1};
    std::vector<std::uint32_t> const square = {2, 9, 8, 3};
    list.add({triangle.data(), triangle.size()}, 5);
    list.add({square.data(), square.size()}, 2);
    list.repeat();
    CHECK(all_of(list) == std::vector<listed_cycle>{{triangle, 5}, {square, 2}, {triangle, 5}, {square, 2}});
    CHECK(list.total_length() == 14);
}
