// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_degree.hpp>

#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace gs = geostance;
using weighted::directed;
using weighted::undirected;
using weighted::weight;
using weighted::weights;

TEST_CASE("signed_degree: a network of four, counted by hand") {
    undirected g(5); // the last one has no ties
    add_edge(0, 1, weight{2}, g);
    add_edge(0, 2, weight{-0.5}, g);
    add_edge(0, 3, weight{-1}, g);
    add_edge(2, 3, weight{0.25}, g);
    add_edge(1, 3, weight{0}, g); // no tie
    auto const found = gs::signed_degree(g, weights(g));
    REQUIRE(found.size() == 5);
    CHECK(found[0] == gs::signed_degrees{1, 2, 2, 1.5});
    CHECK(found[1] == gs::signed_degrees{1, 0, 2, 0});
    CHECK(found[2] == gs::signed_degrees{1, 1, 0.25, 0.5});
    CHECK(found[3] == gs::signed_degrees{1, 1, 0.25, 1});
    CHECK(found[4] == gs::signed_degrees{});
    CHECK(found[0].net() == -1);
    CHECK(found[0].ratio() == doctest::Approx(1.0 / 3));
    CHECK(found[1].ratio() == 1);
    CHECK(found[2].net() == 0);
    CHECK_FALSE(found[4].ratio().has_value()); // missing, not zero
    CHECK(gs::signed_degree(gs::compress(g, weights(g))) == found);
}

TEST_CASE("signed_degree: what others hold of a vertex is not what it holds of them") {
    directed g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(0, 2, weight{1}, g);
    add_edge(1, 2, weight{-2}, g);
    add_edge(2, 0, weight{-1}, g);
    add_edge(0, 1, weight{0.5}, g); // added up with the first
    auto const out = gs::signed_degree(g, weights(g), gs::tie_direction::out);
    auto const in = gs::signed_degree(g, weights(g), gs::tie_direction::in);
    CHECK(out == std::vector<gs::signed_degrees>{{2, 0, 2.5, 0}, {0, 1, 0, 2}, {0, 1, 0, 1}});
    CHECK(in == std::vector<gs::signed_degrees>{{0, 1, 0, 1}, {1, 0, 1.5, 0}, {1, 1, 1, 2}});
}

TEST_CASE("signed_degree: opposite edges one way that cancel out are no tie") {
    directed g(2);
    add_edge(0, 1, weight{1}, g);
    add_edge(0, 1, weight{-1}, g);
    CHECK(gs::signed_degree(g, weights(g), gs::tie_direction::out)[0] == gs::signed_degrees{});
}

TEST_CASE("signed_degree: of random graphs, the rows of their matrix") {
    std::mt19937 random(8);
    for (int round = 0; round < 100; ++round) {
        std::size_t const n = 1 + random() % 8;
        std::vector<std::vector<double>> matrix(n, std::vector<double>(n));
        directed one_way(n);
        undirected both_ways(n);
        for (std::size_t u = 0; u < n; ++u)
            for (std::size_t v = 0; v < n; ++v) {
                if (u == v || random() % 2 == 0) continue;
                auto const value = (static_cast<double>(random() % 9) - 4) / 4;
                matrix[u][v] = value;
                add_edge(u, v, weight{value}, one_way);
            }
        for (std::size_t u = 0; u < n; ++u)
            for (std::size_t v = 0; v < u; ++v)
                if (matrix[u][v] != 0) add_edge(u, v, weight{matrix[u][v]}, both_ways);
        auto const out = gs::signed_degree(one_way, weights(one_way), gs::tie_direction::out);
        auto const in = gs::signed_degree(one_way, weights(one_way), gs::tie_direction::in);
        auto const plain = gs::signed_degree(both_ways, weights(both_ways));
        std::int64_t ends = 0;
        for (std::size_t v = 0; v < n; ++v) {
            gs::signed_degrees row;
            gs::signed_degrees column;
            gs::signed_degrees either;
            for (std::size_t u = 0; u < n; ++u) {
                auto const add = [](gs::signed_degrees& to, double value) {
                    to.positive += value > 0 ? 1 : 0;
                    to.negative += value < 0 ? 1 : 0;
                    (value > 0 ? to.positive_weight : to.negative_weight) += std::abs(value);
                };
                add(row, matrix[v][u]);
                add(column, matrix[u][v]);
                add(either, u < v ? matrix[v][u] : matrix[u][v]);
            }
            CHECK(out[v] == row); // quarters add up exactly
            CHECK(in[v] == column);
            CHECK(plain[v] == either);
            ends += plain[v].positive + plain[v].negative;
        }
        CHECK(ends == 2 * static_cast<std::int64_t>(num_edges(both_ways)));
    }
}

TEST_CASE("signed_degree: a weight that is not finite is refused") {
    undirected g(2);
    add_edge(0, 1, weight{std::numeric_limits<double>::infinity()}, g);
    CHECK_THROWS_AS(static_cast<void>(gs::signed_degree(g, weights(g))), gs::invalid_value);
    directed one_way(2);
    add_edge(0, 1, weight{std::nan("")}, one_way);
    CHECK_THROWS_AS(static_cast<void>(gs::signed_degree(one_way, weights(one_way), gs::tie_direction::in)),
                    gs::invalid_value);
}
