// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_graph.hpp>
#include <geostance/signed/tie_report.hpp>

#include "message_of.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::string refusal_of_rules(gs::tie_options const& options) {
    return message_of<gs::invalid_value>([&] { validate(options); });
}

} // namespace

TEST_CASE("tie_options: rules that are none are refused by name") {
    CHECK(refusal_of_rules({}) == "nothing was thrown");
    CHECK(refusal_of_rules({.multi_edges = static_cast<gs::multi_edge_rule>(7)}) ==
          "tie_options.multi_edges: got 7, expected one of its enumerators");
    CHECK(refusal_of_rules({.cancelling_pairs = static_cast<gs::pair_rule>(2)}) ==
          "tie_options.cancelling_pairs: got 2, expected one of its enumerators");
    CHECK(refusal_of_rules({.self_loops = static_cast<gs::self_loop_rule>(2)}) ==
          "tie_options.self_loops: got 2, expected one of its enumerators");
}

TEST_CASE("tie_report: each edge is a tie, or merged, zero, a loop, or cancelled") {
    std::vector<gs::signed_tie> const ties{{0, 1, 1}, {1, 0, 2},  {1, 2, -1}, {1, 2, 1},
                                           {2, 3, 0}, {3, 3, -2}, {3, 0, -1}};
    auto const report = gs::signed_graph(5, ties).report();
    CHECK(report.vertices == 5);
    CHECK(report.edges == ties.size());
    CHECK(report.ties == 2);
    CHECK(report.negative_ties == 1);
    CHECK(report.isolated_vertices == 2);
    CHECK(report.zero_edges == 1);
    CHECK(report.negative_self_loops == 1);
    CHECK(report.self_loop_weight == 2);
    CHECK(report.opposed_weight == 1);
    CHECK(report.edges ==
          report.ties + report.merged_edges + report.zero_edges + report.self_loops + report.cancelled_pairs);
}
