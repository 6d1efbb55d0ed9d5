// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"

#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/landscape.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

namespace gs = geostance;

namespace {

// Energy as the source writes it: over all ordered pairs, size times size times propensity times distance.
double energy_by_definition(gs::signed_graph const& p, std::vector<double> const& sizes,
                            gs::camp_assignment const& side) {
    double sum = 0;
    for (std::uint32_t i = 0; i < p.num_vertices(); ++i)
        for (std::uint32_t j = 0; j < p.num_vertices(); ++j) {
            auto const arc = p.find_arc(i, j);
            auto const propensity = arc == p.num_arcs() ? 0 : p.weight(arc);
            auto const distance = side[i] == side[j] ? 0 : 1;
            sum += sizes[i] * sizes[j] * propensity * distance;
        }
    return sum;
}

gs::camp_assignment alignment(std::size_t number, std::size_t n) {
    gs::camp_assignment side(n);
    for (std::size_t v = 1; v < n; ++v) side[v] = static_cast<std::uint32_t>(number >> (v - 1) & 1U);
    return side;
}

bool can_be_bettered(gs::signed_graph const& p, std::vector<double> const& sizes, gs::camp_assignment side) {
    auto const energy = energy_by_definition(p, sizes, side);
    for (auto& s : side) {
        s = 1 - s;
        if (energy_by_definition(p, sizes, side) < energy) return true;
        s = 1 - s;
    }
    return false;
}

} // namespace

TEST_CASE("landscape: three hostile actors of sizes 1, 2 and 3: the two larger ones part") {
    gs::signed_graph const hostile(3, std::vector<gs::signed_tie>{{0, 1, -1}, {0, 2, -1}, {1, 2, -1}});
    std::vector<double> const sizes{1, 2, 3};
    auto const found = gs::landscape_of(hostile, sizes);
    CHECK(found.frustration.exact);
    CHECK(found.least_energy == -18); // both directions of 1 x 3 and 2 x 3
    CHECK(found.reached_energy == -18);
    CHECK(found.frustration.camp == gs::camp_assignment{0, 0, 1});
    auto const optima = gs::local_optima(found.network);
    REQUIRE(optima.size() == 1);
    CHECK(optima[0].side == found.frustration.camp);
    CHECK(optima[0].energy == -18);
}

TEST_CASE("landscape: two pairs of friends with weak enmities between them can part, or get stuck together") {
    gs::signed_graph const p(
        4, std::vector<gs::signed_tie>{{0, 1, 2}, {2, 3, 2}, {0, 2, -0.5}, {0, 3, -0.5}, {1, 2, -0.5}, {1, 3, -0.5}});
    std::vector<double> const sizes{1, 1, 1, 1};
    auto const optima = gs::local_optima(gs::landscape_network(p, sizes));
    REQUIRE(optima.size() == 2);
    CHECK(optima[0].side == gs::camp_assignment{0, 0, 1, 1});
    CHECK(optima[0].energy == -4);
    CHECK(optima[1].side == gs::camp_assignment{0, 0, 0, 0});
    CHECK(optima[1].energy == 0);
    CHECK(gs::landscape_of(p, sizes).least_energy == -4);
}

TEST_CASE("landscape: bottom, proofs and local optima against all alignments of random landscapes") {
    std::mt19937 random(1993);
    for (auto turn = gs::testing::repetitions(120); turn > 0; --turn) {
        auto const g = exhaustive::random_graph(random, 8);
        auto const p = gs::compress(g, exhaustive::weights(g));
        auto const n = p.num_vertices();
        std::vector<double> sizes;
        for (std::uint32_t v = 0; v < n; ++v) sizes.push_back(static_cast<double>(random() % 8) / 2);
        auto const found = gs::landscape_of(p, sizes);
        double least = 0;
        std::set<gs::camp_assignment> optima;
        for (std::size_t number = 0; number < std::size_t{1} << (n - 1); ++number) {
            auto const side = alignment(number, n);
            auto const energy = energy_by_definition(p, sizes, side);
            least = number == 0 ? energy : std::min(least, energy);
            CHECK(gs::landscape_energy(found.network, side) == energy);
            if (!can_be_bettered(p, sizes, side)) optima.insert(side);
        }
        CHECK(found.least_energy == least);
        CHECK(found.reached_energy == least);
        auto const weight = get(boost::edge_weight, found.network);
        CHECK(gs::check_partition(found.network, weight, found.frustration.camp).value == found.frustration.upper);
        CHECK(gs::check_packing(found.network, weight, found.frustration.packing).valid);
        // Every optimum found is one; every one is found, up to those that differ in vertices without ties.
        auto const listed = gs::local_optima(found.network);
        for (auto const& o : listed) CHECK_FALSE(can_be_bettered(p, sizes, o.side));
        std::size_t tied = 0;
        for (std::uint32_t v = 0; v < n; ++v) tied += found.network.degree(v) > 0 ? 1U : 0U;
        auto const copies = tied == 0 ? n - 1 : n - tied;
        CHECK(optima.size() == (listed.size() << copies));
        CHECK(listed.front().energy == least);
        CHECK(std::is_sorted(listed.begin(), listed.end(),
                             [](auto const& a, auto const& b) { return a.energy < b.energy; }));
    }
}

TEST_CASE("landscape: seventeen actors, every optimum of 65,536 alignments in exact arithmetic") {
    std::mt19937 random(17);
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < 17; ++v)
        for (std::uint32_t u = 0; u < v; ++u) ties.push_back({u, v, static_cast<double>(random() % 7) / 10 - 0.3});
    gs::signed_graph const p(17, ties);
    std::vector<double> sizes;
    for (std::size_t v = 0; v < 17; ++v) sizes.push_back(static_cast<double>(1 + random() % 50) / 10);
    auto const found = gs::landscape_of(p, sizes);
    auto const optima = gs::local_optima(found.network);
    REQUIRE_FALSE(optima.empty());
    CHECK(found.frustration.exact);
    CHECK(optima.front().energy == found.reached_energy);
    CHECK(found.least_energy == doctest::Approx(found.reached_energy));
}

TEST_CASE(
    "landscape: sizes and camps that do not fit the vertices, sizes below 0 and more than 30 vertices are refused") {
    gs::signed_graph const pair(2, std::vector<gs::signed_tie>{{0, 1, 1}});
    std::vector<double> const one{1};
    std::vector<double> const negative{1, -1};
    CHECK_THROWS_AS(static_cast<void>(gs::landscape_network(pair, one)), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::landscape_of(pair, negative)), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::landscape_energy(pair, {0})), gs::invalid_value);
    std::vector<gs::signed_tie> path;
    for (std::uint32_t v = 0; v < 30; ++v) path.push_back({v, v + 1, 1});
    CHECK_THROWS_AS(static_cast<void>(gs::local_optima({31, path})), gs::invalid_value);
    CHECK(gs::local_optima({3, {}}).size() == 1); // nobody has ties
}
