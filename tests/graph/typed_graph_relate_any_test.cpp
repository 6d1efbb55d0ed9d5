// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <string>

namespace gs = geostance;

TEST_CASE("relate_any: links nodes of types known at run time as relate does") {
    gs::stance_graph g;
    auto const from = g.add(gs::actor{.key = "a"});
    auto const to = g.add(gs::issue{.key = "i"});
    auto const r = g.relate_any(gs::any_node(from), gs::any_node(to), gs::stance{.value = 0.5});
    CHECK(g[r].value == 0.5);
    CHECK(g.source(gs::any_relation(r)) == gs::any_node(from));
    CHECK(g.target(gs::any_relation(r)) == gs::any_node(to));
}

TEST_CASE("get_if: gives the payload where the type is the one asked for, and null otherwise") {
    gs::stance_graph g;
    auto const who = g.add(gs::actor{.key = "a"});
    auto const what = g.add(gs::issue{.key = "i"});
    auto const r = g.relate(who, what, gs::stance{.value = 0.5});
    CHECK(g.get_if<gs::actor>(who) == &g[who]);
    CHECK(g.get_if<gs::issue>(who) == nullptr);
    CHECK(g.get_if<gs::stance>(r) == &g[r]);
    CHECK(g.get_if<gs::casts>(r) == nullptr);
    CHECK_THROWS_AS(static_cast<void>(g.get_if<gs::actor>(gs::any_node())), gs::invalid_handle);
}

TEST_CASE("relate_any: ends that the rule forbids are an error that names them, and the graph stays as it was") {
    gs::stance_graph g;
    auto const from = g.add(gs::actor{.key = "a"});
    auto const to = g.add(gs::publication{.key = "p"});
    try {
        g.relate_any(gs::any_node(from), gs::any_node(to), gs::stance{.value = 0});
        FAIL("linked");
    } catch (gs::invalid_value const& e) {
        CHECK(std::string(e.what()) == "stance: got actor to publication, expected a link from actor or alliance to "
                                       "actor or alliance or statement or "
                                       "issue");
    }
    CHECK(g.num_relations() == 0);
    CHECK_THROWS_AS(g.relate_any(gs::any_node(), gs::any_node(from), gs::stance{.value = 0}), gs::invalid_handle);
    CHECK_THROWS_AS(g.relate_any(gs::any_node(from), gs::any_node(from), gs::stance{.value = 2}), gs::invalid_value);
    CHECK(g.num_relations() == 0);
}

TEST_CASE("find_key: finds nodes of every type by key, and not by name") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "b"});
    auto const b = g.add(gs::issue{.key = "b"});
    CHECK(g.find_key("a") == gs::any_node(a));
    CHECK(g.find_key("b") == gs::any_node(b));
    CHECK_FALSE(g.find_key("c").has_value());
}
