// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/detail/blocks.hpp>
#include <geostance/optimum/detail/reduction.hpp>

#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/compressed.hpp>

#include <optimum/whole_weights.hpp>
#include <signed/exhaustive.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

std::size_t ties_left(exhaustive::graph const& g) {
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, exhaustive::weights(g)));
    std::size_t left = 0;
    gs::detail::reduction(ties).for_each_tie([&](auto, auto, auto, auto) { ++left; });
    return left;
}

exhaustive::graph ring(std::size_t n, std::size_t hostile) {
    exhaustive::graph g(n);
    for (std::size_t v = 0; v < n; ++v) add_edge(v, (v + 1) % n, exhaustive::weight{v < hostile ? -1.0 : 1.0}, g);
    return g;
}

} // namespace

TEST_CASE("reduction: trees, rings and rings that share vertices leave nothing to search") {
    CHECK(ties_left(ring(50, 3)) == 0);
    exhaustive::graph tree(40);
    for (std::size_t v = 1; v < 40; ++v) add_edge(v, (v - 1) / 3, exhaustive::weight{v % 2 == 0 ? -2.5 : 1.0}, tree);
    CHECK(ties_left(tree) == 0);
    exhaustive::graph cactus(1);
    for (std::size_t i = 0; i < 10; ++i) {
        auto const from = num_vertices(cactus) - 1;
        auto const a = add_vertex(cactus);
        auto const b = add_vertex(cactus);
        add_edge(from, a, exhaustive::weight{-1}, cactus);
        add_edge(a, b, exhaustive::weight{1}, cactus);
        add_edge(b, from, exhaustive::weight{1}, cactus);
    }
    CHECK(ties_left(cactus) == 0);
    auto const found = gs::frustration_index(cactus, exhaustive::weights(cactus));
    CHECK(found.exact);
    CHECK(found.upper == 10);
    CHECK(found.packed == 10);
    CHECK(gs::check_packing(cactus, exhaustive::weights(cactus), found.packing, gs::cycle_kind::negative).valid);
}

TEST_CASE("reduction: a long negative ring is one cycle, led back to all its vertices") {
    auto const g = ring(100'000, 1);
    auto const found = gs::frustration_index(g, exhaustive::weights(g));
    CHECK(found.exact);
    CHECK(found.upper == 1);
    REQUIRE(found.packing.size() == 1);
    CHECK(found.packing.front().vertices.size() == 100'000);
}

TEST_CASE("reduction: any camps of what is left, led back, cost what they cost there and what cancelled") {
    std::mt19937 random(5);
    for (int i = 0; i < 2000; ++i) {
        auto const g = exhaustive::random_graph(random, 30);
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, exhaustive::weights(g)));
        gs::detail::reduction const reduced(ties);
        std::vector<std::uint32_t> side(ties.size());
        for (auto& s : side) s = static_cast<std::uint32_t>(random() % 2);
        std::int64_t cost = reduced.offset();
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        reduced.for_each_tie([&](auto, std::uint32_t u, std::uint32_t v, std::int64_t w) {
            if ((side[u] == side[v]) != (w > 0)) cost += std::abs(w);
            CHECK(pairs.insert(std::minmax(u, v)).second);
        });
        reduced.lead_back(side);
        CHECK(ties.cost(side) == cost);
    }
}

TEST_CASE("reduction: a tie that cancels again and again between two hubs is found at once each time") {
    constexpr std::uint32_t leaves = 200'000; // looking for it in the hubs' rows would take 10^10 steps
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 2; v < leaves + 2; ++v) {
        ties.push_back({0, v, 1});
        ties.push_back({1, v, v % 2 == 0 ? 1.0 : -1.0});
    }
    gs::signed_graph const g(leaves + 2, ties);
    auto const whole = gs::testing::with_whole_weights(g);
    CHECK(gs::detail::reduction(whole).offset() == leaves / 2);
}

TEST_CASE("blocks_in_time: two cliques that share a vertex are two blocks") {
    exhaustive::graph g(9);
    for (std::size_t clique = 0; clique < 2; ++clique)
        for (auto u = 4 * clique; u <= 4 * clique + 4; ++u)
            for (auto v = u + 1; v <= 4 * clique + 4; ++v) add_edge(u, v, exhaustive::weight{-1}, g);
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, exhaustive::weights(g)));
    auto const blocks = *gs::detail::blocks_in_time(ties, gs::detail::reduction(ties), {});
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].ties.size() == 5);
    CHECK(blocks[1].tie_of.size() == 10);
    CHECK(gs::frustration_index(g, exhaustive::weights(g)).upper == 8);
}
