// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <geostance/optimum/detail/covering_search.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

// One pair in `rarity` is tied, by a weight of up to 5.
graph graph_to_pack(std::mt19937& random, std::uint32_t n, std::uint32_t rarity) {
    graph g(n);
    for (std::uint32_t v = 1; v < n; ++v) {
        for (std::uint32_t u = 0; u < v; ++u) {
            if (random() % rarity != 0) continue;
            auto const weight = static_cast<double>(1 + random() % 5);
            add_edge(u, v, {random() % 2 == 0 ? weight : -weight}, g);
        }
    }
    return g;
}
gs::detail::weighted_ties ties_to_pack(std::mt19937& random) {
    auto const g = graph_to_pack(random, 30, 4);
    return gs::testing::with_whole_weights(gs::compress(g, weights(g)));
}

// What the cycles add up to, in parts. Each has one negative tie, and together they use no tie beyond its weight.
std::int64_t checked_total(gs::detail::weighted_ties const& g, gs::detail::cycle_list const& cycles,
                           std::int64_t parts = 1) {
    std::vector<std::int64_t> used(g.ends.size());
    std::int64_t total = 0;
    for (std::size_t c = 0; c < cycles.size(); ++c) {
        int negative = 0;
        for (auto const t : cycles.ties(c)) {
            used[t] += cycles.amount(c);
            negative += g.weight[t] < 0 ? 1 : 0;
        }
        CHECK(negative == 1);
        total += cycles.amount(c);
    }
    for (std::size_t t = 0; t < used.size(); ++t) REQUIRE(used[t] <= parts * std::abs(g.weight[t]));
    return total;
}

/// Calls check(g, packer, total, random, control) for some networks whose cycles are packed.
template <class Check>
void for_each_packing(unsigned seed, Check check) {
    gs::search_options const options;
    gs::detail::search_control control(options);
    gs::detail::random_source random(1);
    std::mt19937 graphs(seed);
    for (std::size_t repetition = 0; repetition < gs::testing::repetitions(20); ++repetition) {
        auto const g = ties_to_pack(graphs);
        gs::detail::cycle_packer packer(g, g.weight);
        auto const total = packer.pack(random, control);
        CHECK(packer.total() == total);
        check(g, packer, total, random, control);
    }
}

} // namespace

TEST_CASE("cycle_packer: what is rearranged never packs less, and no tie beyond its weight") {
    for_each_packing(1, [](auto const& g, auto& packer, std::int64_t total, auto& random, auto& control) {
        for (int time = 0; time < 20; ++time) {
            auto const is_more =
                gs::detail::rearrange(packer, std::numeric_limits<std::int64_t>::max(), random, control);
            CHECK(packer.total() >= total);
            CHECK(is_more == (packer.total() > total));
            total = packer.total();
            REQUIRE(checked_total(g, packer.cycles()) == total);
        }
    });
}

TEST_CASE("cycle_packer: halves of cycles prove no less than wholes, and take no tie beyond its weight") {
    for_each_packing(4, [](auto const& g, auto& packer, std::int64_t, auto& random, auto& control) {
        auto const most = std::numeric_limits<std::int64_t>::max();
        packer.reroute(random, 20, most, control);
        for (std::int64_t parts = 1; parts <= 4; parts *= 2) {
            REQUIRE(packer.scale() == parts);
            auto const before = packer.total();
            for (int time = 0; time < 10; ++time) gs::detail::rearrange(packer, most, random, control);
            CHECK(packer.total() >= before);
            REQUIRE(checked_total(g, packer.cycles(), parts) == packer.total());
            CHECK(packer.bound() == (packer.total() + parts - 1) / parts);
            REQUIRE(packer.can_be_halved() == (parts < 4));
            if (parts < 4) packer.halve();
            CHECK(packer.total() >= (parts < 4 ? 2 : 1) * before);
        }
    });
}

// One who is friends with three who are hostile to each other: each two of the triangles share a tie.
TEST_CASE("cycle_packer: where wholes are in each other's way, halves prove more") {
    gs::detail::weighted_ties g;
    for (std::uint32_t u = 0; u < 4; ++u) {
        for (auto v = u + 1; v < 4; ++v) {
            g.ends.emplace_back(u, v);
            g.weight.push_back(u == 0 ? 1 : -1);
        }
    }
    index_rows(g, 4);
    gs::search_options const options;
    gs::detail::search_control control(options);
    gs::detail::random_source random(1);
    gs::detail::cycle_packer packer(g, g.weight);
    CHECK(packer.pack(random, control) == 1);
    packer.halve();
    packer.reroute(random, 20, 2, control);
    CHECK(packer.total() == 3); // 1.5: half of each of the three triangles
    CHECK(packer.bound() == 2);
    CHECK(checked_total(g, packer.cycles(), 2) == 3);
}

TEST_CASE("cycle_packer: what halves and quarters prove, no camps are below") {
    gs::search_options const options;
    gs::detail::search_control control(options);
    gs::detail::random_source random(1);
    std::mt19937 graphs(5);
    std::size_t more = 0; // than wholes
    for (std::size_t repetition = 0; repetition < gs::testing::repetitions(300); ++repetition) {
        auto const small = graph_to_pack(graphs, 8, 2);
        auto const g = gs::compress(small, weights(small));
        auto const best = static_cast<std::int64_t>(exhaustive::best_partition(g, 0).cost());
        auto const ties = gs::testing::with_whole_weights(g);
        gs::detail::cycle_packer packer(ties, ties.weight);
        packer.pack(random, control);
        packer.reroute(random, 20, best, control);
        auto const wholes = packer.bound();
        while (packer.can_be_halved()) {
            packer.halve();
            for (int time = 0; time < 10; ++time) gs::detail::rearrange(packer, best + 1, random, control);
            REQUIRE(packer.bound() <= best);
        }
        more += packer.bound() > wholes ? 1U : 0U;
    }
    CHECK(more > 0);
}

TEST_CASE("largest_cycles: those that a program begins with share no tie, and the largest is one of them") {
    for_each_packing(2, [](auto const& g, auto const& packer, auto&&...) {
        auto const& cycles = packer.cycles();
        REQUIRE_FALSE(cycles.empty());
        auto const chosen = gs::detail::largest_cycles(g, cycles);
        std::vector<int> used(g.ends.size());
        for (auto const& c : chosen)
            for (auto const t : c.ties) CHECK(++used[t] == 1);
        std::int64_t largest = 0;
        for (std::size_t c = 0; c < cycles.size(); ++c) largest = std::max(largest, cycles.amount(c));
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        for (auto const t : chosen.front().ties) first = std::min(first, std::abs(g.weight[t]));
        CHECK(first >= largest);
    });
}

// A phase may end while the root is being solved.
TEST_CASE("covering_search: a root whose time was over goes on when it has time again") {
    std::mt19937 graphs(3);
    for (std::size_t repetition = 0; repetition < gs::testing::repetitions(20); ++repetition) {
        auto const g = ties_to_pack(graphs);
        auto const bound = [&](bool is_interrupted) {
            gs::search_options const options;
            gs::detail::search_control control(options);
            gs::detail::random_source random(1);
            auto const upper = std::int64_t{1} << 40;
            gs::detail::covering_search search(
                g, true, upper, [&](auto const&) { return upper; }, {gs::detail::chosen_solver}, random, control);
            if (is_interrupted) {
                control.begin_phase(-1); // over already
                search.solve_root({});
                CHECK_FALSE(search.branch(1000));
                control.end_phase();
            }
            search.solve_root({});
            return search.lower();
        };
        CHECK(bound(true) == bound(false));
    }
}
