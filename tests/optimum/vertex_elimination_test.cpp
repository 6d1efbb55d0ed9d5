// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/vertex_elimination.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

// What the sides found cost; none where the graph is not narrow enough.
std::optional<double> least_cost(graph const& g) {
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
    gs::search_options const options;
    gs::detail::search_control control(options);
    gs::detail::vertex_elimination all(ties, control);
    if (!all.run()) return {};
    return static_cast<double>(ties.cost(all.side())) * ties.unit;
}

} // namespace

TEST_CASE("vertex_elimination: agrees with all partitions") {
    std::mt19937 random(5);
    for (auto i = gs::testing::repetitions(3000); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 11);
        auto const compact = gs::compress(g, weights(g));
        REQUIRE(least_cost(g) == exhaustive::best_partition(compact, 2).cost() - compact.constant_cost());
    }
}

TEST_CASE("vertex_elimination: gives up where many vertices are neighbours of each other") {
    graph g(22);
    for (std::size_t u = 0; u < 22; ++u)
        for (auto v = u + 1; v < 22; ++v) add_edge(u, v, {-1}, g);
    CHECK_FALSE(least_cost(g));
    CHECK(least_cost(graph(0)) == 0);
}

TEST_CASE("vertex_elimination: gives up where many tables would have to be added up, however few their neighbours") {
    std::mt19937 random(2);
    graph g(14'000);
    std::vector<std::size_t> hubs(20);
    std::iota(hubs.begin(), hubs.end(), 0U);
    for (std::size_t v = 20; v < 14'000; ++v) {
        std::shuffle(hubs.begin(), hubs.end(), random);
        for (std::size_t i = 0; i < 10; ++i) add_edge(hubs[i], v, {random() % 2 == 0 ? -1.0 : 1.0}, g);
    }
    CHECK_FALSE(least_cost(g));
}

TEST_CASE("frustration_index: many who are torn between a few hubs are proven") {
    std::mt19937 random(11);
    constexpr std::size_t hubs = 6;
    graph g(500);
    for (std::size_t v = hubs; v < 500; ++v)
        for (std::size_t u = 0; u < hubs; ++u) add_edge(u, v, {random() % 2 == 0 ? -1.0 : 1.0}, g);
    // Each chooses the better side of what the hubs choose.
    double best = 1e300;
    for (std::size_t sides = 0; sides < std::size_t{1} << (hubs - 1); ++sides) {
        std::vector<double> cost(2 * num_vertices(g));
        for (auto [e, last] = edges(g); e != last; ++e) {
            auto const apart = (sides >> source(*e, g) & 1U) != 0;
            cost[2 * target(*e, g) + (apart == (g[*e].value > 0) ? 0 : 1)] += 1;
        }
        double total = 0;
        for (std::size_t v = hubs; v < num_vertices(g); ++v) total += std::min(cost[2 * v], cost[2 * v + 1]);
        best = std::min(best, total);
    }
    auto const found = gs::frustration_index(g, weights(g));
    CHECK(found.exact);
    CHECK(found.upper == best);
    CHECK(gs::check_partition(g, weights(g), found.camp).value == best);
}
