// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/hasty_bounds.hpp>
#include <geostance/signed/compressed.hpp>

#include "repetitions.hpp"
#include "signed/exhaustive.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace detail = geostance::detail;
using exhaustive::weights;

namespace {

gs::signed_graph without_loops(exhaustive::graph const& g) {
    return gs::compress(g, weights(g),
                        {.cancelling_pairs = gs::pair_rule::drop, .self_loops = gs::self_loop_rule::drop});
}

// The sum of cycles, which share no tie and have the negative ties that they should.
double checked(gs::signed_graph const& g, std::vector<gs::packed_cycle> const& cycles, bool is_negative_alone) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    double total = 0;
    for (auto const& cycle : cycles) {
        std::size_t negative = 0;
        for (std::size_t i = 0; i < cycle.vertices.size(); ++i) {
            auto const u = cycle.vertices[i];
            auto const v = cycle.vertices[(i + 1) % cycle.vertices.size()];
            auto const arc = g.find_arc(u, v);
            REQUIRE(arc < g.num_arcs());
            CHECK(used.insert(std::minmax(u, v)).second);
            CHECK(cycle.weight <= g.magnitude(arc));
            negative += g.is_negative(arc) ? 1U : 0U;
        }
        CHECK((is_negative_alone ? negative == 1 : negative % 2 == 1));
        CHECK(std::set(cycle.vertices.begin(), cycle.vertices.end()).size() == cycle.vertices.size());
        total += cycle.weight;
    }
    return total;
}

} // namespace

TEST_CASE("hasty bounds: cycles share no tie, and with camps of single moves they enclose the best of small graphs") {
    std::mt19937 random(12);
    std::size_t found = 0;
    for (std::size_t i = 0; i < gs::testing::repetitions(300); ++i) {
        auto const g = without_loops(exhaustive::random_graph(random, 8));
        gs::camp_assignment side(g.num_vertices());
        for (auto& s : side) s = random() % 2;
        auto const before = detail::rough_cost(g, side);
        detail::settle_on_sides(g, side, {});
        auto const two = detail::rough_cost(g, side);
        CHECK(two <= before);
        auto const best_two = exhaustive::best_partition(g, 2).cost();
        CHECK(two >= best_two);
        detail::disjoint_cycles const negative(g, &side, {});
        CHECK(checked(g, negative.cycles(), false) <= best_two);
        found += negative.cycles().size();

        auto camp = side;
        detail::settle_among_camps(g, camp, {});
        auto const any = detail::rough_cost(g, camp);
        CHECK(any <= two);
        auto const best_any = exhaustive::best_partition(g, g.num_vertices()).cost();
        CHECK(any >= best_any);
        CHECK(checked(g, detail::disjoint_cycles(g, nullptr, {}).cycles(), true) <= best_any);
    }
    CHECK(found > 100);
}

TEST_CASE("hasty bounds: two hubs have cycles far down their rows, too") {
    std::vector<gs::signed_tie> ties;
    constexpr std::uint32_t leaves = 5000;
    for (std::uint32_t v = 2; v < leaves + 2; ++v) {
        ties.push_back({0, v, 1});
        ties.push_back({1, v, v % 2 == 0 ? 1.0 : -1.0});
    }
    gs::signed_graph const g(leaves + 2, ties);
    gs::camp_assignment const side(g.num_vertices());
    detail::disjoint_cycles const cycles(g, &side, {});
    CHECK(checked(g, cycles.cycles(), false) > leaves / 4);
}
