// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/walk_balance.hpp>

#include "signed/data.hpp"
#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace gs = geostance;
using weighted::undirected;
using weighted::weight;

namespace {

gs::signed_graph random_graph(std::uint32_t n, std::size_t m, double negative, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<gs::signed_tie> ties;
    while (ties.size() < m) {
        auto const u = static_cast<std::uint32_t>(random() % n);
        auto const v = static_cast<std::uint32_t>(random() % n);
        if (u != v) ties.push_back({u, v, static_cast<double>(random() % 1000) < 1000 * negative ? -1.0 : 1.0});
    }
    return {n, ties};
}

// By the series of the exponential, walk length by walk length.
double closed_walks_by_definition(gs::signed_graph const& g, bool absolute) {
    auto const n = g.num_vertices();
    double total = 0;
    for (std::uint32_t start = 0; start < n; ++start) {
        std::vector<double> x(n);
        x[start] = 1;
        for (int length = 0; length < 80; ++length) {
            total += x[start];
            std::vector<double> y(n);
            for (std::uint32_t v = 0; v < n; ++v) {
                for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                    y[v] += (absolute ? g.magnitude(a) : g.weight(a)) * x[g.neighbour(a)] / (length + 1);
                }
            }
            x = y;
        }
    }
    return total;
}

} // namespace

TEST_CASE("walk_balance: is the ratio of balanced to all closed walks, on graphs of every density") {
    for (std::uint32_t n = 1; n <= 12; ++n) {
        for (std::uint32_t seed = 0; seed < 5; ++seed) {
            auto const g = random_graph(n, n == 1 ? 0 : n * (seed + 1) / 2, 0.4, 10 * n + seed);
            auto const expected = closed_walks_by_definition(g, false) / closed_walks_by_definition(g, true);
            auto const exact = gs::walk_balance(g);
            CHECK(exact.exact);
            CHECK(exact.standard_error == 0);
            CHECK(exact.value == doctest::Approx(expected).epsilon(1e-10));
            // With all eigenvalues deflated, or as many as there are, the estimate has nothing left to guess.
            auto const sparse = gs::walk_balance(g, {.exact_up_to = 0});
            CHECK_FALSE(sparse.exact);
            CHECK(sparse.value == doctest::Approx(expected).epsilon(1e-8));
        }
    }
}

TEST_CASE("walk_balance: the tribes of the highlands, as signnet prints it") {
    auto const g = test_data::network("highlandtribes.csv");
    if (g.num_vertices() == 0) return;
    CHECK(gs::walk_balance(g).value == doctest::Approx(.3575761).epsilon(1e-7));
}

TEST_CASE("walk_balance: an estimate is within five of its standard errors, and the same for a seed") {
    auto const g = random_graph(300, 900, 0.3, 4);
    auto const exact = gs::walk_balance(g, {.exact_up_to = 300});
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        auto const estimate = gs::walk_balance(g, {.exact_up_to = 0, .probes = 16, .deflated = 4, .seed = seed});
        CHECK(estimate.standard_error > 0);
        CHECK(std::abs(estimate.value - exact.value) < 5 * estimate.standard_error);
        CHECK(estimate.value ==
              gs::walk_balance(g, {.exact_up_to = 0, .probes = 16, .deflated = 4, .seed = seed}).value);
    }
}

TEST_CASE("walk_balance: eigenvalues above 709 do not overflow") {
    std::vector<gs::signed_tie> ties;
    std::uint32_t const n = 200;
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = 0; v < u; ++v) ties.push_back({u, v, (u < n / 2) == (v < n / 2) ? 10.0 : -10.0});
    }
    CHECK(gs::walk_balance(gs::signed_graph(n, ties)).value == doctest::Approx(1).epsilon(1e-9));
    CHECK(gs::walk_balance(gs::signed_graph(n, ties), {.exact_up_to = 0}).value == doctest::Approx(1).epsilon(1e-9));
    for (auto& t : ties) t.weight = -10;
    auto const hostile = gs::walk_balance(gs::signed_graph(n, ties));
    // Eigenvalues of A: 10 (199 times) and -1990; of |A|: their opposites.
    CHECK(hostile.log_value == doctest::Approx(std::log(199) + 10 - 1990));
    CHECK(hostile.value == 0);
}

TEST_CASE("walk_balance: stays within [0, 1], and is 1 for a balanced network, however large the weights") {
    std::mt19937 random(11);
    for (int i = 0; i < 50; ++i) {
        std::vector<gs::signed_tie> tree;
        std::vector<gs::signed_tie> dense;
        for (std::uint32_t v = 1; v < 12; ++v) {
            auto const weight = 4.5e15 * (random() % 2 == 0 ? 1 : -1);
            tree.push_back({v, static_cast<std::uint32_t>(random() % v), weight});
            for (std::uint32_t u = 0; u < v; ++u) dense.push_back({u, v, u == 0 ? weight : 4.5e15});
        }
        CHECK(gs::walk_balance({12, tree}).value == 1);
        auto const found = gs::walk_balance({12, dense});
        CHECK(found.value >= 0);
        CHECK(found.value <= 1);
    }
}

TEST_CASE("walk_balance: without ties it is 1; without vertices it is refused; options are checked") {
    CHECK(gs::walk_balance(gs::signed_graph(3, {})).value == 1);
    CHECK_THROWS_WITH_AS((void)gs::walk_balance(gs::signed_graph()), "g: got no vertices, expected at least one",
                         gs::invalid_value);
    CHECK_THROWS_AS((void)gs::walk_balance(gs::signed_graph(3, {}), {.probes = 1}), gs::invalid_value);
    CHECK_THROWS_AS((void)gs::walk_balance(gs::signed_graph(3, {}), {.deflated = 0}), gs::invalid_value);
    undirected g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(0, 1, weight{0}, g);
    CHECK(gs::walk_balance(g, get(&weight::value, g)).value == 1);
}
