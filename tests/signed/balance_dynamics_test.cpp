// SPDX-License-Identifier: BSL-1.0
#include "signed/data.hpp"

#include <geostance/signed/balance_dynamics.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace gs = geostance;

namespace {

using real_matrix = std::vector<std::vector<double>>;

real_matrix square(real_matrix const& x) {
    real_matrix result(x.size(), std::vector<double>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < x.size(); ++j)
            for (std::size_t k = 0; k < x.size(); ++k) result[i][j] += x[i][k] * x[k][j];
    return result;
}

real_matrix plus(real_matrix x, double factor, real_matrix const& y) {
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < x.size(); ++j) x[i][j] += factor * y[i][j];
    return x;
}

// Runge and Kutta's method of the fourth order.
real_matrix integrate(real_matrix x, double time, int steps) {
    auto const h = time / steps;
    for (int s = 0; s < steps; ++s) {
        auto const a = square(x);
        auto const b = square(plus(x, h / 2, a));
        auto const c = square(plus(x, h / 2, b));
        auto const d = square(plus(x, h, c));
        x = plus(plus(plus(plus(x, h / 6, a), h / 3, b), h / 3, c), h / 6, d);
    }
    return x;
}

real_matrix beginning(gs::signed_graph const& g, double self) {
    real_matrix result(g.num_vertices(), std::vector<double>(g.num_vertices()));
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        result[v][v] = self;
        for (auto arc = g.first_arc(v); arc < g.first_arc(v + 1); ++arc) result[v][g.neighbour(arc)] = g.weight(arc);
    }
    return result;
}

gs::signed_graph graph_of(std::size_t n, std::vector<gs::signed_tie> const& ties) { return {n, ties}; }

// Ties between all vertices, from -1 to 1.
gs::signed_graph random_complete_graph(std::size_t n, std::mt19937& random) {
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < n; ++v)
        for (std::uint32_t u = 0; u < v; ++u) ties.push_back({u, v, static_cast<double>(random() % 201) / 100 - 1});
    return graph_of(n, ties);
}

} // namespace

TEST_CASE("balance_dynamics: the closed form against numerical integration") {
    std::mt19937 random(2011);
    for (auto turn = gs::testing::repetitions(25); turn > 0; --turn) {
        auto const h = random_complete_graph(2 + random() % 6, random);
        auto const self = turn % 3 == 0 ? 0.5 : 0.0;
        auto const found = gs::balance_dynamics(h, {.self = self});
        CHECK(found.error < 1e-12);
        auto const time = std::isinf(found.ends) ? 1.0 : 0.7 * found.ends;
        auto const x = integrate(beginning(h, self), time, 200);
        for (std::size_t u = 0; u < h.num_vertices(); ++u)
            for (std::size_t v = 0; v < h.num_vertices(); ++v) {
                CHECK(found.tie(u, v, 0) == doctest::Approx(beginning(h, self)[u][v]).epsilon(1e-9));
                CHECK(found.tie(u, v, time) == doctest::Approx(x[u][v]).epsilon(1e-6));
            }
    }
}

TEST_CASE("balance_dynamics: complete friendship among n ends after 1 / (n - 1), everybody in one camp") {
    for (std::uint32_t n = 2; n < 8; ++n) {
        std::vector<gs::signed_tie> ties;
        for (std::uint32_t v = 0; v < n; ++v)
            for (std::uint32_t u = 0; u < v; ++u) ties.push_back({u, v, 1});
        auto const found = gs::balance_dynamics(graph_of(n, ties));
        CHECK(found.ends == doctest::Approx(1.0 / (n - 1)));
        CHECK(found.ends_after <= found.ends);
        CHECK(found.ends_before >= found.ends);
        CHECK(found.ends_before - found.ends_after < 1e-12);
        CHECK(found.camp == gs::camp_assignment(n, 0));
        CHECK(found.undecided.empty());
        // Of the complete graph with eigenvalues n - 1 and -1 the tie at time t is known.
        auto const t = 0.5 / (n - 1);
        auto const expected = ((n - 1) / (1 - (n - 1) * t) + 1 / (1 + t)) / n;
        CHECK(found.tie(0, 1, t) == doctest::Approx(expected));
    }
}

TEST_CASE("balance_dynamics: towards the end all ties have the signs of the camps (Marvel et al. 2011)") {
    std::mt19937 random(7);
    std::size_t split = 0;
    for (auto turn = gs::testing::repetitions(40); turn > 0; --turn) {
        auto const found = gs::balance_dynamics(random_complete_graph(9, random));
        REQUIRE(std::isfinite(found.ends));
        REQUIRE(found.undecided.empty());
        auto const late = found.ends * (1 - 1e-9);
        for (std::size_t u = 0; u < 9; ++u)
            for (std::size_t v = 0; v < u; ++v) CHECK((found.tie(u, v, late) > 0) == (found.camp[u] == found.camp[v]));
        split += found.camp != gs::camp_assignment(9, 0) ? 1U : 0U;
    }
    CHECK(split > 0);
}

TEST_CASE("balance_dynamics: a balanced network keeps its camps") {
    auto const found = gs::balance_dynamics(graph_of(4, {{0, 1, 1}, {2, 3, 1}, {0, 2, -1}, {1, 3, -1}}));
    CHECK(found.camp == gs::camp_assignment{0, 0, 1, 1});
}

TEST_CASE("balance_dynamics: what is undecided, and what fades") {
    auto const apart = gs::balance_dynamics(graph_of(3, {{0, 1, 1}})); // the third has no ties
    CHECK(apart.undecided == std::vector<std::uint32_t>{2});
    CHECK(apart.ends == doctest::Approx(1));
    auto const twice = gs::balance_dynamics(graph_of(4, {{0, 1, 1}, {2, 3, 1}})); // two eigenvalues lead together
    CHECK(twice.undecided.size() == 4);
    auto const fading = gs::balance_dynamics(graph_of(2, {{0, 1, 1}}), {.self = -2}); // eigenvalues -3 and -1
    CHECK(std::isinf(fading.ends));
    CHECK(fading.undecided.size() == 2);
    CHECK(std::abs(fading.tie(0, 1, 1e9)) < 1e-8);
    auto const none = gs::balance_dynamics(graph_of(0, {}));
    CHECK(std::isinf(none.ends));
    CHECK(none.camp.empty());
    CHECK(gs::balance_dynamics(graph_of(3, {})).undecided.size() == 3);
}

TEST_CASE("balance_dynamics: the tribes of the Gahuku-Gama, as a graph of Boost and in the compact form") {
    auto const tribes = test_data::network("highlandtribes.csv");
    if (tribes.num_vertices() == 0) return;
    auto const found = gs::balance_dynamics(tribes);
    CHECK(found.error < 1e-12);
    CHECK(std::isfinite(found.ends));
    CHECK(found.undecided.empty());
    CHECK(gs::balance_dynamics(tribes, get(boost::edge_weight, tribes)).camp == found.camp);
}

TEST_CASE("balance_dynamics: a time that is not before the end, no vertex, and a weight of loops that is no number are "
          "refused") {
    auto const found = gs::balance_dynamics(graph_of(2, {{0, 1, 1}}));
    CHECK_THROWS_AS(static_cast<void>(found.tie(0, 1, 1.5)), gs::invalid_value); // the end is at 1
    CHECK_THROWS_AS(static_cast<void>(found.tie(0, 1, -1)), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(found.tie(0, 2, 0)), gs::invalid_value);
    CHECK_THROWS_AS(
        static_cast<void>(gs::balance_dynamics(graph_of(2, {}), {.self = std::numeric_limits<double>::quiet_NaN()})),
        gs::invalid_value);
}
