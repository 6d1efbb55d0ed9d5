// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/what_follows.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace gs = geostance;

namespace {

struct two_on_a_plan {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b"});
    gs::node<gs::issue> plan = g.add(gs::issue{.key = "plan"});
    gs::node<gs::issue> motion = g.add(gs::issue{.key = "motion"});

    two_on_a_plan() {
        g.relate(a, motion, gs::stance{.value = 1});
        g.relate(b, plan, gs::stance{.value = -1});
        g.relate(motion, plan, gs::would{gs::motion_effect::end});
    }
};

} // namespace

TEST_CASE("what_follows: only who takes another side, also on what a motion would do something to") {
    two_on_a_plan t;
    gs::supposition supposed(t.g);
    CHECK(gs::differences(t.g, supposed).empty());
    supposed.relate(t.a, t.motion, gs::stance{.value = -1});
    auto const found = gs::differences(t.g, supposed);
    REQUIRE(found.size() == 2);
    for (auto const& d : found) {
        CHECK(d.who == gs::any_node(t.a));
        CHECK(d.first.attitude != d.second.attitude);
    }
    CHECK(found[0].target == gs::any_node(t.plan));
    CHECK(found[0].second.attitude == gs::attitude::supports);
    CHECK(found[1].target == gs::any_node(t.motion));
    CHECK(found[1].second.attitude == gs::attitude::opposes);
}

TEST_CASE("what_follows: a tolerance that is none, and suppositions of two records, are refused") {
    two_on_a_plan t;
    two_on_a_plan const other;
    gs::supposition const supposed(t.g);
    CHECK_THROWS_AS(static_cast<void>(gs::differences(t.g, supposed, {}, {.tolerance = 3})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::differences(other.g, supposed)), gs::error);
}
