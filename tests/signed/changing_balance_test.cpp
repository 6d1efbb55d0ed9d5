// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"

#include <geostance/signed/changing_balance.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

gs::signed_graph graph_of(gs::changing_balance const& b) {
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < b.num_vertices(); ++v)
        for (std::uint32_t u = 0; u < v; ++u) ties.push_back({u, v, b.weight(u, v)});
    return {b.num_vertices(), ties};
}

double cost_of(gs::signed_graph const& g, gs::camp_assignment const& camp) {
    double sum = 0;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
        for (auto arc = g.first_arc(v); arc < g.first_arc(v + 1); ++arc)
            if ((camp[v] == camp[g.neighbour(arc)]) == g.is_negative(arc)) sum += g.magnitude(arc) / 2;
    return sum;
}

// Whether the packed triangles are negative and use no tie beyond its weight; their sum.
double check_packed(gs::changing_balance const& b) {
    double sum = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> used;
    b.for_each_packed([&](std::array<std::uint32_t, 3> const& t, double weight) {
        CHECK(weight > 0);
        CHECK(b.weight(t[0], t[1]) * b.weight(t[0], t[2]) * b.weight(t[1], t[2]) < 0);
        sum += weight;
        used[{t[0], t[1]}] += weight;
        used[{t[0], t[2]}] += weight;
        used[{t[1], t[2]}] += weight;
    });
    for (auto const& [tie, weight] : used) CHECK(weight <= std::abs(b.weight(tie.first, tie.second)));
    return sum;
}

} // namespace

TEST_CASE("changing_balance: after each of many random changes, triangles are exact and bounds hold") {
    std::mt19937 random(1);
    for (auto turn = gs::testing::repetitions(20); turn > 0; --turn) {
        gs::changing_balance b;
        auto const n = 3 + random() % 6;
        for (int step = 0; step < 60; ++step) {
            auto const u = random() % n;
            auto const v = (u + 1 + random() % (n - 1)) % n;
            auto const weight = random() % 3 == 0 ? 0.0 : (static_cast<double>(random() % 9) - 4) / 2;
            b.set(u, v, weight);
            CHECK(b.weight(v, u) == weight);
            auto const g = graph_of(b);
            CHECK(gs::triad_census(g).total == b.triads());
            CHECK(cost_of(g, b.camp()) == b.against());
            CHECK(check_packed(b) == b.packed());
            auto const best = exhaustive::best_partition(g, 2).cost();
            CHECK(b.packed() <= best);
            CHECK(best <= b.against());
            if (b.against() == 0) CHECK(gs::structural_balance(g).balanced);
        }
    }
}

TEST_CASE("changing_balance: a hostile triangle is proven unbalanced, and balanced again when one tie turns") {
    gs::changing_balance b;
    b.set(0, 1, -1);
    b.set(1, 2, -1);
    CHECK(b.against() == 0);
    CHECK(b.packed() == 0);
    b.set(2, 0, -1);
    CHECK(b.against() == 1);
    CHECK(b.packed() == 1);
    CHECK(b.triads().nnn() == 1);
    b.set(0, 1, 1);
    CHECK(b.against() == 0);
    CHECK(b.packed() == 0);
    CHECK(b.triads().pnn() == 1);
    b.set(0, 1, 0);
    CHECK(b.triads().total() == 0);
}

TEST_CASE("changing_balance: what is refused changes nothing") {
    gs::changing_balance b;
    CHECK_THROWS_AS(b.set(0, 1, std::numeric_limits<double>::quiet_NaN()), gs::invalid_value);
    CHECK_THROWS_AS(b.set(0, 0, 1), gs::invalid_value);
    CHECK_THROWS_AS(b.set(0, std::size_t{1} << 33U, 1), gs::invalid_value);
    CHECK(b.num_vertices() == 0);
    CHECK(b.weight(3, 4) == 0);
}

TEST_CASE("changing_balance: what is packed at a tie is never more than its weight, however it rounds") {
    gs::changing_balance b;
    double const tiny = 1e-17;
    b.set(0, 1, -1);
    for (std::size_t v = 2; v < 40; ++v) { // each uses a little of the tie of 0 and 1
        b.set(0, v, -tiny);
        b.set(1, v, -tiny);
    }
    b.set(0, 40, -1);
    b.set(1, 40, -1); // and this one what is left
    CHECK(b.packed() <= 1);
    gs::detail::wide_sum left;
    left += 1;
    b.for_each_packed([&](auto const&, double weight) { left -= weight; });
    CHECK_FALSE(left.is_negative());
}
