// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_eigenvector.hpp>

#include "signed/centrality_figures.hpp"
#include "signed/data.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace gs = geostance;

TEST_CASE("signed_eigenvector: as signnet prints it for the network of Everett and Borgatti") {
    std::vector<double> const printed = {-0.62214960, 1.00000000, -0.74518850, 1.00000000,  -0.89990041,
                                         0.64289592,  0.35828159, -0.37471921, -0.28087411, -0.07834568};
    auto const found = gs::signed_eigenvector(gs::signed_graph(10, everett_borgatti)).centrality.value();
    for (std::size_t v = 0; v < printed.size(); ++v) CHECK(found[v] == doctest::Approx(printed[v]).epsilon(1e-6));
}

TEST_CASE("signed_eigenvector: the tribes of the highlands, as numpy.linalg.eigh says") {
    auto const g = test_data::network("highlandtribes.csv");
    if (g.num_vertices() == 0) return;
    auto const found = gs::signed_eigenvector(g);
    CHECK(found.eigenvalue == doctest::Approx(6.48337814397563).epsilon(1e-10));
    CHECK(found.centrality.value()[0] == 1);
    CHECK(found.centrality.value()[1] == doctest::Approx(0.88879594).epsilon(1e-7));
    CHECK(found.centrality.value()[2] == doctest::Approx(0.91193923).epsilon(1e-7));
}

TEST_CASE("signed_eigenvector: no vector where no eigenvalue dominates") {
    // Three triangles of friends with enemies across: an eigenvalue of greatest magnitude that occurs twice.
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t k = 0; k < 3; ++k) {
        for (std::uint32_t i = 0; i < 3; ++i) {
            ties.push_back({3 * k + i, 3 * k + (i + 1) % 3, 1});
            ties.push_back({3 * k + i, 3 * ((k + 1) % 3) + i, -1});
        }
    }
    CHECK_FALSE(gs::signed_eigenvector(gs::signed_graph(9, ties)).centrality);
    CHECK_FALSE(gs::signed_eigenvector(gs::signed_graph(2, std::vector<gs::signed_tie>{{0, 1, -1}})).centrality);
    CHECK_FALSE(gs::signed_eigenvector(gs::signed_graph(3, {})).centrality);
    CHECK_FALSE(gs::signed_eigenvector(gs::signed_graph()).centrality);
    CHECK_THROWS_AS((void)gs::signed_eigenvector(gs::signed_graph(), {.tolerance = -1}), gs::invalid_value);
}

TEST_CASE("signed_eigenvector: it is an eigenvector, on larger weighted graphs too") {
    std::mt19937 random(11);
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 1; v < 400; ++v) {
        for (int k = 0; k < 3; ++k) {
            ties.push_back({v, static_cast<std::uint32_t>(random() % v), static_cast<double>(random() % 9) - 3});
        }
    }
    gs::signed_graph const g(400, ties);
    auto const found = gs::signed_eigenvector(g);
    auto const& x = found.centrality.value();
    for (std::uint32_t v = 0; v < 400; ++v) {
        double sum = 0;
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) sum += g.weight(a) * x[g.neighbour(a)];
        CHECK(std::abs(sum - found.eigenvalue * x[v]) < 1e-6);
        CHECK(std::abs(x[v]) <= 1);
    }
}
