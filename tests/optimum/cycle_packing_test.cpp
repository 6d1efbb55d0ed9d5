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

gs::detail::weighted_ties ties_to_pack(std::mt19937& random) {
    graph g(30);
    for (std::uint32_t v = 1; v < 30; ++v) {
        for (std::uint32_t u = 0; u < v; ++u) {
            if (random() % 4 != 0) continue;
            auto const weight = static_cast<double>(1 + random() % 5);
            add_edge(u, v, {random() % 2 == 0 ? weight : -weight}, g);
        }
    }
    return gs::testing::with_whole_weights(gs::compress(g, weights(g)));
}

// What the cycles add up to. Each has one negative tie, and together they use no tie beyond its weight.
std::int64_t checked_total(gs::detail::weighted_ties const& g, gs::detail::cycle_list const& cycles) {
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
    for (std::size_t t = 0; t < used.size(); ++t) REQUIRE(used[t] <= std::abs(g.weight[t]));
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
        check(g, packer, total, random, control);
    }
}

} // namespace

TEST_CASE("cycle_packer: what is rearranged never packs less, and no tie beyond its weight") {
    for_each_packing(1, [](auto const& g, auto& packer, std::int64_t total, auto& random, auto& control) {
        for (int time = 0; time < 20; ++time) {
            auto const gained =
                gs::detail::rearrange(packer, total, std::numeric_limits<std::int64_t>::max() / 2, random, control);
            CHECK(gained >= 0);
            total += gained;
            REQUIRE(checked_total(g, packer.cycles()) == total);
        }
    });
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
                CHECK_FALSE(search.branch());
                control.end_phase();
            }
            search.solve_root({});
            return search.lower();
        };
        CHECK(bound(true) == bound(false));
    }
}
