// SPDX-License-Identifier: BSL-1.0
// A program of its own, which has GEOSTANCE_ASSERT its own way: it is told what it broke, and goes on.
#include <string>
#include <vector>

namespace {

std::vector<std::string> broken;

} // namespace

#define GEOSTANCE_ASSERT(condition, sentence) ((condition) ? void() : broken.push_back(sentence))

#include <geostance/geostance.hpp>
#include <geostance/signed/streaming_balance.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("assertions: a program is told of each precondition that it breaks, and of no other") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    gs::streaming_balance ties;
    ties.add(0, 1, 1);
    ties.add(2, 3, -1);
    CHECK(g.node_at(0) == gs::any_node(a));
    CHECK(ties.are_together(0, 1));
    CHECK(broken.empty());

    static_cast<void>(gs::date().first_day());
    static_cast<void>(g.node_at(1));
    static_cast<void>(g.relation_at(0));
    static_cast<void>(ties.are_together(0, 2));
    CHECK(broken == std::vector<std::string>{"date::first_day: a date that is known", "node_at: the index of a node",
                                             "relation_at: the index of a relation",
                                             "streaming_balance::are_together: two vertices that ties connect"});
}
