// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <unordered_set>

namespace gs = geostance;

TEST_CASE("handle: null until a graph issues it, in order of insertion, and a key of hashed sets") {
    CHECK(gs::node<gs::actor>().is_null());
    CHECK(gs::any_relation().is_null());
    gs::stance_graph g;
    auto const first = g.add(gs::actor{.key = "a"});
    auto const second = g.add(gs::actor{.key = "b"});
    CHECK_FALSE(first.is_null());
    CHECK(first < second);
    CHECK(gs::any_node(first) == gs::any_node(first));
    CHECK(gs::any_node(first) < gs::any_node(second));
    std::unordered_set<gs::any_node> const both = {gs::any_node(first), gs::any_node(second), gs::any_node(first)};
    CHECK(both.size() == 2);
}

TEST_CASE("handle: the same number in two graphs is not the same node") {
    gs::stance_graph one;
    gs::stance_graph other;
    auto const here = one.add(gs::actor{.key = "a"});
    auto const there = other.add(gs::actor{.key = "a"});
    CHECK(here.index() == there.index());
    CHECK(here != there);
    CHECK_THROWS_AS((void)one[there], gs::invalid_handle);
}
