// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/walk.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace gs = geostance;

namespace {

template <class Range>
auto in_list(Range const& range) {
    return std::vector(range.begin(), range.end());
}

struct three_towns {
    towns g;
    gs::node<town> a = g.add(town{.key = "a", .name = "Alpha"});
    gs::node<district> d = g.add(district{.key = "d"});
    gs::node<town> b = g.add(town{.key = "b"});
    gs::relation<road> there = g.relate(a, b, road{});
    gs::relation<lies_in> within = g.relate(a, d, lies_in{});
    gs::relation<road> back = g.relate(b, a, road{});
};

} // namespace

TEST_CASE_FIXTURE(three_towns, "walk: nodes and relations of one type, in order of insertion") {
    CHECK(in_list(gs::nodes_of<town>(g)) == std::vector{a, b});
    CHECK(in_list(gs::nodes_of<district>(g)) == std::vector{d});
    CHECK(in_list(gs::relations_of<road>(g)) == std::vector{there, back});
    CHECK(gs::relations_of<rail>(g).empty());
}

TEST_CASE_FIXTURE(three_towns, "walk: out and in give the relations of one type at one node") {
    CHECK(in_list(gs::out<road>(g, a)) == std::vector{there});
    CHECK(in_list(gs::in<road>(g, a)) == std::vector{back});
    CHECK(in_list(gs::in<lies_in>(g, d)) == std::vector{within});
    CHECK(gs::out<rail>(g, a).empty());
    CHECK_THROWS_AS(static_cast<void>(gs::out<road>(g, gs::any_node())), gs::invalid_handle);
    towns const other;
    CHECK_THROWS_AS(static_cast<void>(gs::in<road>(other, a)), gs::invalid_handle);
}

TEST_CASE_FIXTURE(three_towns, "walk: a node is called by its name, or else by its key") {
    CHECK(gs::name_of(g, a) == "Alpha");
    CHECK(gs::name_of(g, b) == "b");
    CHECK(gs::name_of(g, d) == "d");
    CHECK(gs::key_of(g, a) == "a");
    CHECK_THROWS_AS(static_cast<void>(gs::key_of(g, gs::any_node())), gs::invalid_handle);
}

TEST_CASE_FIXTURE(three_towns, "walk: any_nodes lists handles of several types, or all of one list") {
    CHECK(gs::any_nodes(b, d) == std::vector<gs::any_node>{b, d});
    CHECK(gs::any_nodes(std::vector{b, a}) == std::vector<gs::any_node>{b, a});
    CHECK(gs::any_nodes().empty());
}
