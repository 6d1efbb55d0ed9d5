// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_laplacian.hpp>
#include <geostance/signed/structural_balance.hpp>

#include "signed/data.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace gs = geostance;

TEST_CASE("signed_laplacian: 0 exactly for balanced components, and the vector shows their camps") {
    std::mt19937 random(3);
    for (int repetition = 0; repetition < 200; ++repetition) {
        auto const n = static_cast<std::uint32_t>(1 + random() % 12);
        std::vector<gs::signed_tie> ties;
        for (auto m = random() % (2 * n); m > 0; --m) {
            ties.push_back({static_cast<std::uint32_t>(random() % n), static_cast<std::uint32_t>(random() % n),
                            static_cast<double>(random() % 7) - 3});
        }
        gs::signed_graph const g(n, ties, {.self_loops = gs::self_loop_rule::drop});
        auto const found = gs::signed_laplacian(g);
        auto const balance = gs::structural_balance(g);
        CHECK(found.converged);
        CHECK((found.greatest < 1e-9) == balance.balanced);
        CHECK(found.least > -1e-9);
        if (!balance.balanced) continue;
        for (std::uint32_t v = 0; v < n; ++v) {
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                auto const u = g.neighbour(a);
                CHECK((found.vector[u] * found.vector[v] > 0) == (g.weight(a) > 0));
            }
        }
    }
}

TEST_CASE("signed_laplacian: one balanced component does not hide another that is not") {
    gs::signed_graph const g(7, std::vector<gs::signed_tie>{{0, 1, 1}, {1, 2, -1}, {3, 4, 1}, {4, 5, 1}, {5, 3, -1}});
    auto const found = gs::signed_laplacian(g);
    CHECK(found.components.size() == 3);
    CHECK(found.least == doctest::Approx(0).epsilon(1e-9));
    CHECK(found.greatest == doctest::Approx(1)); // a triangle with one negative tie: 1, 1, 4
    CHECK(found.components[1].vertex == 3);
    CHECK(found.components[1].size == 3);
    CHECK(found.components[2].size == 1);
    CHECK(gs::signed_laplacian(gs::signed_graph()).components.empty());
}

TEST_CASE("signed_laplacian: a long negative cycle has the eigenvalue known in closed form") {
    std::uint32_t const n = 60;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < n; ++v) ties.push_back({v, (v + 1) % n, v == 0 ? -1.0 : 1.0});
    auto const found = gs::signed_laplacian(gs::signed_graph(n, ties), {.tolerance = 1e-10});
    CHECK(found.converged);
    CHECK(found.greatest == doctest::Approx(2 - 2 * std::cos(std::acos(-1.0) / n)).epsilon(1e-8));
}

TEST_CASE("signed_laplacian: after many restarts, too, the residual is that of the vector, whose length is 1") {
    std::mt19937 random(5);
    std::uint32_t const n = 2000;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < n; ++v) {
        ties.push_back({v, (v + 1) % n, random() % 2 == 0 ? 1.0 : -1.0});
        ties.push_back({v, static_cast<std::uint32_t>(random() % n), static_cast<double>(random() % 5) - 2});
    }
    gs::signed_graph const g(n, ties, {.self_loops = gs::self_loop_rule::drop});
    auto const found = gs::signed_laplacian(g);
    REQUIRE(found.converged);
    auto const& x = found.vector;
    double squares = 0;
    double length = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        double error = -found.greatest * x[v];
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a)
            error += g.magnitude(a) * x[v] - g.weight(a) * x[g.neighbour(a)];
        squares += error * error;
        length += x[v] * x[v];
    }
    CHECK(std::abs(std::sqrt(squares) - found.components.front().residual) < 1e-12);
    CHECK(std::abs(length - 1) < 1e-12);
}

TEST_CASE("signed_laplacian: the tribes of the highlands, as numpy.linalg.eigvalsh says") {
    auto const g = test_data::network("highlandtribes.csv");
    if (g.num_vertices() == 0) return;
    CHECK(gs::signed_laplacian(g).greatest == doctest::Approx(1.0402890811570504).epsilon(1e-8));
}

TEST_CASE("signed_laplacian: a tolerance of nothing or of anything, and no products, are refused") {
    CHECK_THROWS_WITH_AS((void)gs::signed_laplacian(gs::signed_graph(), {.tolerance = 0}),
                         "signed_laplacian_options.tolerance: got 0, expected a number between 0 and 1",
                         gs::invalid_value);
    auto const infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS((void)gs::signed_laplacian(gs::signed_graph(), {.tolerance = infinity}),
                         "signed_laplacian_options.tolerance: got inf, expected a number between 0 and 1",
                         gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::signed_laplacian(gs::signed_graph(), {.max_products = 0}),
                         "signed_laplacian_options.max_products: got 0, expected a number of at least 1",
                         gs::invalid_value);
}
