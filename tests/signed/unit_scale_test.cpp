// SPDX-License-Identifier: BSL-1.0
// Whatever its unit, a network has the same spectra and camps: no product of very small or large weights is lost.
#include <geostance/signed/detail/unit_scale.hpp>
#include <geostance/signed/signed_eigenvector.hpp>
#include <geostance/signed/signed_laplacian.hpp>
#include <geostance/signed/signed_modularity.hpp>
#include <geostance/signed/walk_balance.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace gs = geostance;

namespace {

/// Two groups of friends with quarrels, of which no two camps fit all.
gs::signed_graph network(double unit) {
    std::vector<gs::signed_tie> ties{{0, 1, 3}, {1, 2, 2},  {0, 2, 4},  {3, 4, 2},
                                     {4, 5, 5}, {3, 5, -1}, {0, 3, -2}, {2, 5, -3}};
    for (auto& t : ties) t.weight *= unit;
    return {6, ties};
}
double const units[] = {std::ldexp(1.0, 1015), std::ldexp(1.0, 600), std::ldexp(1.0, -600), std::ldexp(1.0, -1060)};

} // namespace

TEST_CASE("weights of any size: they are brought near 1") {
    CHECK(gs::detail::unit_scale(gs::signed_graph()) == 1);
    for (auto const unit : units) {
        auto const g = network(unit);
        auto const total = g.total_weight() * gs::detail::unit_scale(g);
        CHECK(total < 2);
        CHECK(total > 1e-20);
    }
}

TEST_CASE("weights of any size: eigenvalues go with the unit, vectors and modularity do not change") {
    auto const laplacian = gs::signed_laplacian(network(1));
    auto const central = gs::signed_eigenvector(network(1));
    auto const camps = gs::maximise_signed_modularity(network(1));
    REQUIRE(central.centrality);
    for (auto const unit : units) {
        auto const g = network(unit);
        auto const near = [&](double value) { // the smallest numbers are whole multiples of one
            return doctest::Approx(value).epsilon(1e-9 + std::numeric_limits<double>::denorm_min() / unit);
        };
        auto const found = gs::signed_laplacian(g);
        CHECK(found.converged);
        CHECK(found.greatest / unit == near(laplacian.greatest));
        auto const vector = gs::signed_eigenvector(g);
        CHECK(vector.eigenvalue / unit == near(central.eigenvalue));
        REQUIRE(vector.centrality);
        for (std::size_t v = 0; v < 6; ++v) {
            CHECK(found.vector[v] == doctest::Approx(laplacian.vector[v]));
            CHECK((*vector.centrality)[v] == doctest::Approx((*central.centrality)[v]));
        }
        auto const modularity = gs::maximise_signed_modularity(g);
        CHECK(modularity.camp == camps.camp);
        CHECK(modularity.modularity == doctest::Approx(camps.modularity));
        auto const walks = gs::walk_balance(g);
        CHECK(walks.value >= 0);
        CHECK(walks.value <= 1);
        auto const estimated = gs::walk_balance(g, {.exact_up_to = 1, .probes = 2, .deflated = 2});
        CHECK(estimated.value >= 0);
        CHECK(estimated.value <= 1);
    }
}

TEST_CASE("weights of any size: the smallest beside others count for nothing") {
    std::vector<gs::signed_tie> const ties{{0, 1, 1}, {1, 2, 1}, {0, 2, -5e-324}, {2, 3, -5e-324}};
    gs::signed_graph const g(4, ties);
    auto const found = gs::maximise_signed_modularity(g);
    CHECK(found.modularity == doctest::Approx(0).epsilon(1e-9));
    CHECK(std::isfinite(gs::signed_laplacian(g).greatest));
    CHECK(std::isfinite(gs::signed_eigenvector(g).eigenvalue));
    auto const smallest = network(std::numeric_limits<double>::denorm_min()); // whose eigenvalues are rounded
    CHECK(gs::maximise_signed_modularity(smallest).camp == gs::maximise_signed_modularity(network(1)).camp);
    CHECK(gs::signed_laplacian(smallest).converged);
}

TEST_CASE("walk_balance: opposite edges that are kept are no ties, so that their cycle makes no walk negative") {
    std::vector<gs::signed_tie> const ties{{0, 1, 3e300}, {1, 2, -2e300}, {0, 2, -1e300}, {0, 2, 5e299}};
    gs::signed_graph const g(3, ties, {.cancelling_pairs = gs::pair_rule::keep});
    CHECK(gs::walk_balance(g).value == 1);
}
