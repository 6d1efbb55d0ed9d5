// SPDX-License-Identifier: BSL-1.0
// check_dual against figures worked out by hand, and against all sides of small networks.
#include "signed/weighted_graphs.hpp"

#include <geostance/optimum/dual_bound.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using weighted::weight;
using weighted::weights;

namespace {

using graph = weighted::undirected;

/// Everybody hostile to everybody.
graph all_against_all(std::size_t n) {
    graph g(n);
    for (std::size_t u = 0; u < n; ++u)
        for (std::size_t v = 0; v < u; ++v) add_edge(u, v, weight{-1}, g);
    return g;
}

/// One number for each vertex of a graph.
gs::dual_bound same_for_all(std::size_t n, double y) {
    gs::dual_bound bound;
    for (std::uint32_t v = 0; v < n; ++v) {
        bound.vertices.push_back(v);
        bound.y.push_back(y);
    }
    return bound;
}

/// What the best two sides leave against them.
double frustration(graph const& g) {
    auto best = std::numeric_limits<double>::infinity();
    for (std::size_t sides = 0; sides < std::size_t{1} << num_vertices(g); ++sides) {
        double against = 0;
        for (auto [e, last] = edges(g); e != last; ++e) {
            bool const is_together = (sides >> source(*e, g) & 1U) == (sides >> target(*e, g) & 1U);
            if (is_together == (g[*e].value < 0)) against += std::abs(g[*e].value);
        }
        best = std::min(best, against);
    }
    return best;
}

} // namespace

TEST_CASE("check_dual: of n that are all hostile to each other, n (n - 2) / 4") {
    // A = I - J has the eigenvalues 1 (n - 1 times) and 1 - n, so y = 1 is the least, 2 W = n (n - 1).
    for (std::size_t const n : {3U, 4U, 5U, 10U}) {
        auto const g = all_against_all(n);
        double const above = 1e-6;
        auto const found = gs::check_dual(g, weights(g), same_for_all(n, 1 + above));
        auto const size = static_cast<double>(n);
        INFO("n ", n);
        CHECK(found.valid);
        CHECK(found.reason.empty());
        CHECK(found.value == doctest::Approx(size * (size - 2 - above) / 4).epsilon(1e-9));
        CHECK_FALSE(gs::check_dual(g, weights(g), same_for_all(n, 1 - above)).valid);
    }
    // Four are best split two and two, which leaves two ties against it: there the bound is the index itself.
    auto const four = all_against_all(4);
    CHECK(frustration(four) == 2);
    CHECK(gs::check_dual(four, weights(four), same_for_all(4, 1 + 1e-6)).value > 2 - 1e-5);
}

TEST_CASE("check_dual: only ties among the vertices named count, and a bound below 0 is 0") {
    auto const g = all_against_all(5);
    auto const part = gs::check_dual(g, weights(g), {{4, 1, 2, 0}, {1.001, 1.001, 1.001, 1.001}});
    CHECK(part.valid);
    CHECK(part.value == doctest::Approx((12 - 4 * 1.001) / 4));
    auto const loose = gs::check_dual(g, weights(g), same_for_all(5, 100));
    CHECK(loose.valid);
    CHECK(loose.value == 0);
}

TEST_CASE("check_dual: several edges between two vertices are one tie, self-loops none") {
    auto g = all_against_all(3);
    add_edge(0, 1, weight{-1}, g);
    add_edge(2, 2, weight{-7}, g);
    // Hostility of 2, 1 and 1: 2 W = 8, and where 0 and 1 are told apart nothing is left but 1.
    auto const found = gs::check_dual(g, weights(g), {{0, 1, 2}, {2.001, 2.001, 1.001}});
    CHECK(found.valid);
    CHECK(found.value == doctest::Approx((8 - 2.001 * 2 - 1.001) / 4));
    CHECK(found.value <= 1);
}

TEST_CASE("check_dual: what it calls a bound is none that sides could break") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> unit(0, 1);
    int valid = 0;
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::size_t const n = 3 + random() % 5;
        graph g(n);
        std::vector<double> row(n); // what each has of ties
        for (std::size_t u = 0; u < n; ++u)
            for (std::size_t v = 0; v < u; ++v)
                if (random() % 3 != 0) {
                    auto const value = 2 * unit(random) - 1;
                    add_edge(u, v, weight{value}, g);
                    row[u] += std::abs(value);
                    row[v] += std::abs(value);
                }
        auto bound = same_for_all(n, 0);
        double const share = unit(random) * 1.3;
        for (std::size_t v = 0; v < n; ++v) bound.y[v] = row[v] * share;
        auto const found = gs::check_dual(g, weights(g), bound);
        INFO("round ", round, " share ", share, ": ", found.reason);
        if (share > 1.001) CHECK((found.valid || *std::min_element(row.begin(), row.end()) == 0)); // Gershgorin
        found.valid ? ++valid : ++refused;
        if (found.valid) CHECK(found.value <= frustration(g));
    }
    CHECK(valid > 50);
    CHECK(refused > 50);
}

TEST_CASE("check_dual: numbers for pairs bound any number of camps, and at most so many") {
    // Two friends of one, hostile to each other. M = {{a, -1, a}, {-1, 2a, -1}, {a, -1, a}} with a = 1 / sqrt 2 has the
    // eigenvalues 4a, 0 and 0; the hostile tie leaves 1 - a for its pair.
    graph g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{1}, g);
    add_edge(0, 2, weight{-1}, g);
    auto const a = std::sqrt(0.5);
    auto const above = 1e-9;
    gs::dual_bound bound{{0, 1, 2}, {a + above, 2 * a + above, a + above}, 0, {0, 1 - a, 0}};
    auto const any = gs::check_dual(g, weights(g), bound);
    CHECK_MESSAGE(any.valid, any.reason);
    CHECK(any.value == doctest::Approx(2 - std::sqrt(2)).epsilon(1e-8));
    // At most two camps leave as much again as half of the sum over M, which is 6a - 4.
    bound.camps = 2;
    CHECK(gs::check_dual(g, weights(g), bound).value == doctest::Approx(2 - 2 * a + (6 * a - 4) / 4).epsilon(1e-8));
    bound.camps = 3; // as many as there are vertices
    CHECK(gs::check_dual(g, weights(g), bound).value == any.value);
    // Six that are all hostile: three camps of two each leave three ties against them.
    auto const hostile = all_against_all(6);
    auto six = same_for_all(6, 1 + above);
    six.camps = 3;
    CHECK(gs::check_dual(hostile, weights(hostile), six).value == doctest::Approx(3));
}

TEST_CASE("check_dual: a bound is finite where the weights add up to nearly the largest number") {
    graph g(20);
    for (std::size_t u = 0; u < 20; ++u)
        for (std::size_t v = 0; v < u; ++v) add_edge(u, v, weight{-9e305}, g);
    auto bound = same_for_all(20, 9e305 * (1 + 1e-9));
    for (std::size_t const camps : {2U, 3U}) {
        bound.camps = camps;
        auto const found = gs::check_dual(g, weights(g), bound);
        CHECK(found.valid);
        CHECK(found.value > 30 * 9e305);
        CHECK(found.value <= 90 * 9e305); // what two camps of ten each leave
    }
}

TEST_CASE("check_dual: says why numbers are no bound") {
    auto const g = all_against_all(3);
    auto const reason = [&](gs::dual_bound const& bound) {
        auto const found = gs::check_dual(g, weights(g), bound);
        CHECK_FALSE(found.valid);
        return found.reason;
    };
    CHECK(reason({{0, 1}, {1}}) == "there is not one number for each vertex");
    CHECK(reason({{0, 3}, {1, 1}}) == "a vertex does not exist");
    CHECK(reason({{0, 1, 0}, {1, 1, 1}}) == "a vertex is named twice");
    for (double const y : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()})
        CHECK(reason({{0, 1, 2}, {2, y, 2}}) == "a number is below 0 or not finite");
    CHECK(reason({{0, 1, 2}, {2, 2, 2}, 0, {1, 1}}) == "there is not one number for each pair of vertices");
    CHECK(reason({{0, 1, 2}, {2, 2, 2}, 0, {1, -1, 1}}) == "a number is below 0 or not finite");
    CHECK(reason({{0, 1, 2}, {1, 1, 0.5}}) == "the matrix may have a negative eigenvalue");
    // 1 is enough, but by less than the rounding errors.
    CHECK(reason(same_for_all(3, 1)) == "the matrix may have a negative eigenvalue");
}
