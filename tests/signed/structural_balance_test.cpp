// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"
#include <repetitions.hpp>

#include <geostance/optimum/certificate.hpp>
#include <geostance/signed/clusterability.hpp>
#include <geostance/signed/streaming_balance.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

gs::tie_options const kept{.cancelling_pairs = gs::pair_rule::keep};

// The length of a shortest negative closed walk, by trying all walks of the double cover.
std::size_t shortest_by_walks(graph const& g) {
    auto const n = num_vertices(g);
    std::size_t best = 0;
    for (std::size_t root = 0; root < n; ++root) {
        std::vector<std::size_t> reached(2 * n);
        reached[2 * root] = 1;
        for (std::size_t length = 1; length <= 2 * n && reached[2 * root + 1] == 0; ++length) {
            auto next = reached;
            auto const [first, last] = edges(g);
            for (auto e = first; e != last; ++e) {
                auto const minus = g[*e].value < 0 ? 1U : 0U;
                for (auto const& [u, v] : {std::pair{source(*e, g), target(*e, g)}, {target(*e, g), source(*e, g)}}) {
                    for (auto const parity : {0U, 1U}) {
                        if (reached[2 * u + parity] != 0) next[2 * v + (parity ^ minus)] |= 1;
                    }
                }
            }
            reached = next;
            if (reached[2 * root + 1] != 0 && (best == 0 || length < best)) best = length;
        }
    }
    return best;
}

void check(graph const& g) {
    auto const compact = gs::compress(g, weights(g), kept);
    auto const balanced = exhaustive::best_partition(compact, 2).cost() == 0;
    auto const result = gs::structural_balance(compact);
    REQUIRE(result.balanced == balanced);
    REQUIRE(result.negative_cycle.empty() == balanced);
    if (balanced) {
        REQUIRE(result.against == 0);
        REQUIRE(gs::check_partition(g, weights(g), result.camp, kept).value == 0);
    } else {
        REQUIRE(gs::check_negative_cycle(g, weights(g), gs::edges_at(g, result.negative_cycle)).valid);
        REQUIRE(result.negative_cycle_vertices.size() == result.negative_cycle.size());
    }
    auto const weak = gs::clusterability(compact);
    REQUIRE(weak.clusterable == (exhaustive::best_partition(compact, 0).cost() == 0));
    if (weak.clusterable) {
        REQUIRE(gs::check_partition(g, weights(g), weak.camp, kept).value == 0);
    } else {
        REQUIRE(
            gs::check_negative_cycle(g, weights(g), gs::edges_at(g, weak.cycle), gs::cycle_kind::one_negative).valid);
    }
    gs::streaming_balance stream;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        stream.add(static_cast<std::uint32_t>(source(*e, g)), static_cast<std::uint32_t>(target(*e, g)), g[*e].value);
    }
    REQUIRE(stream.is_balanced() == balanced);
}

} // namespace

TEST_CASE("structural_balance: every signed graph of up to 5 vertices agrees with all partitions") {
    for (std::size_t n = 1; n <= 5; ++n) exhaustive::for_each_graph(n, check);
}

TEST_CASE("structural_balance: random graphs agree with all partitions, several edges and self-loops included") {
    std::mt19937 random(1);
    for (auto i = gs::testing::repetitions(20000); i > 0; --i) check(exhaustive::random_graph(random, 12));
}

TEST_CASE("structural_balance: the shortest negative cycle is as short as any negative closed walk") {
    std::mt19937 random(2);
    for (auto i = gs::testing::repetitions(20000); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 12);
        auto const result = gs::structural_balance(gs::compress(g, weights(g), kept), {.shortest_cycle = true});
        REQUIRE(result.negative_cycle.size() == shortest_by_walks(g));
        if (result.balanced) continue;
        REQUIRE(gs::check_negative_cycle(g, weights(g), gs::edges_at(g, result.negative_cycle)).valid);
    }
}

TEST_CASE("structural_balance: no part of a graph is left out, and a path of a million ties is no recursion") {
    graph g(6);
    add_edge(0, 1, {1}, g);
    add_edge(3, 4, {-1}, g);
    add_edge(4, 5, {-1}, g);
    add_edge(5, 3, {-1}, g);
    auto const result = gs::structural_balance(g, weights(g));
    CHECK_FALSE(result.balanced);
    CHECK(result.components == 3);
    CHECK(result.against == 1);
    std::vector<gs::signed_tie> path;
    for (std::uint32_t v = 0; v < 1000000; ++v) path.push_back({v, v + 1, v % 2 == 0 ? -1.0 : 1.0});
    path.push_back({0, 1000000, -1});
    auto const long_cycle = gs::structural_balance(gs::signed_graph(1000001, path));
    CHECK_FALSE(long_cycle.balanced);
    CHECK(long_cycle.negative_cycle.size() == 1000001);
}

TEST_CASE("structural_balance: a callable serves as the map of signs") {
    graph g(3);
    add_edge(0, 1, {1}, g);
    add_edge(1, 2, {1}, g);
    add_edge(2, 0, {1}, g);
    CHECK_FALSE(gs::structural_balance(g, [](auto const&) { return -1; }).balanced);
    CHECK(gs::structural_balance(g, [&](auto const& e) { return g[e].value; }).balanced);
}

TEST_CASE("structural_balance: a negative self-loop is unbalanced by itself") {
    graph g(1);
    add_edge(0, 0, {-1}, g);
    CHECK(gs::structural_balance(g, weights(g)).negative_cycle.size() == 1);
    CHECK(gs::structural_balance(gs::compress(g, weights(g), {.self_loops = gs::self_loop_rule::drop})).balanced);
}

TEST_CASE("structural_balance: a weight of 0 is neither friendly nor hostile") {
    graph g(3);
    add_edge(0, 1, {1}, g);
    add_edge(1, 2, {-1}, g);
    add_edge(2, 0, {0}, g);
    auto const result = gs::structural_balance(g, weights(g));
    CHECK(result.balanced);
    CHECK(result.ties.zero_edges == 1);
}

TEST_CASE("structural_balance: an empty graph is balanced") {
    CHECK(gs::structural_balance(gs::signed_graph()).balanced);
    CHECK(gs::clusterability(gs::signed_graph()).clusterable);
}
