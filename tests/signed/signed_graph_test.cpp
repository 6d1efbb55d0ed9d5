// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_graph.hpp>

#include "message_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

std::string error_of(std::size_t n, std::vector<gs::signed_tie> const& ties) {
    return message_of<gs::invalid_value>([&] { gs::signed_graph(n, ties); });
}

} // namespace

TEST_CASE("signed_graph: what cannot be a tie is refused by name") {
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(error_of(2, {{0, 1, 1}, {1, 0, nan}}) ==
          "signed_tie.weight: got nan at tie 1 (1, 0), expected a finite number");
    CHECK(error_of(2, {{0, 1, -HUGE_VAL}}) == "signed_tie.weight: got -inf at tie 0 (0, 1), expected a finite number");
    CHECK(error_of(2, {{0, 2, 1}}) ==
          "signed_tie.to: got 2 at tie 0 (0, 2), expected a vertex below the number of vertices");
    CHECK(error_of(2, {{2, 3, 1}}).starts_with("signed_tie.from: got 2 at tie 0 (2, 3), "));
    CHECK(error_of(std::size_t{1} << 31U, {}) == "num_vertices: got 2147483648, expected fewer than 2^31");
}

TEST_CASE("signed_graph: ties that come in order give the graph of the same ties in any order") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        auto const n = 2 + random() % 12;
        std::vector<gs::signed_tie> ascending;
        for (std::uint32_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v)
                if (random() % 3 == 0) ascending.push_back({u, v, static_cast<double>(random() % 5) / 2 - 1});
        auto shuffled = ascending;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        gs::tie_options const options{.multi_edges =
                                          round % 2 == 0 ? gs::multi_edge_rule::sum : gs::multi_edge_rule::sign_of_sum};
        gs::signed_graph const a(n, ascending, options);
        gs::signed_graph const b(n, shuffled, options);
        REQUIRE(a.num_arcs() == b.num_arcs());
        CHECK(a.report() == b.report());
        CHECK(a.total_weight() == b.total_weight());
        CHECK(a.is_weighted() == b.is_weighted());
        for (std::uint32_t v = 0; v <= n; ++v) CHECK(a.first_arc(v) == b.first_arc(v));
        for (std::uint32_t arc = 0; arc < a.num_arcs(); ++arc) {
            CHECK(a.neighbour(arc) == b.neighbour(arc));
            CHECK(a.weight(arc) == b.weight(arc));
            auto const& first = ascending[a.edge_of(arc)];
            auto const& second = shuffled[b.edge_of(arc)];
            CHECK(std::pair(first.from, first.to) == std::pair(second.from, second.to));
        }
    }
}

TEST_CASE("signed_graph: each tie is an arc in the rows of both ends, sorted, and leads back to its edge") {
    std::vector<gs::signed_tie> const ties{{2, 0, -3}, {0, 1, 0.5}, {2, 3, 1}};
    gs::signed_graph const g(4, ties);
    CHECK(g.num_ties() == 3);
    CHECK(g.num_arcs() == 6);
    CHECK(g.degree(2) == 2);
    CHECK(g.is_weighted());
    CHECK(g.total_weight() == 4.5);
    for (std::uint32_t v = 0; v < 4; ++v)
        for (auto arc = g.first_arc(v); arc < g.first_arc(v + 1); ++arc) {
            auto const back = g.find_arc(g.neighbour(arc), v);
            REQUIRE(back != g.num_arcs());
            CHECK(g.weight(back) == g.weight(arc));
            CHECK(g.weight(arc) == ties[g.edge_of(arc)].weight);
            CHECK((arc == g.first_arc(v) || g.neighbour(arc - 1) < g.neighbour(arc)));
        }
    CHECK(g.find_arc(1, 3) == g.num_arcs());
}
