// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("project: both directions make one tie, and the evidence leads back") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const c = g.add(gs::alliance{.key = "c"});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const ab = g.relate(a, b, gs::stance{.value = 1});
    auto const ba = g.relate(b, a, gs::stance{.value = 0.5});
    g.relate(b, c, gs::stance{.value = -1});
    g.relate(a, c, gs::stance{.value = 0});
    g.relate(a, plan, gs::stance{.value = 1});
    g.relate(a, a, gs::stance{.value = 1});
    auto const projected = gs::project(g);
    CHECK(projected.holders.size() == 3);
    CHECK(projected.ties.size() == 3);
    CHECK(projected.graph.num_ties() == 2); // the neutral pair has no tie
    CHECK(projected.positions_on_others == 1);
    CHECK(projected.positions_on_self == 1);
    auto const arc = projected.graph.find_arc(0, 1);
    REQUIRE(arc != projected.graph.num_arcs());
    CHECK(projected.graph.weight(arc) == 0.75);
    auto const& behind = projected.tie_of(arc).rests_on;
    REQUIRE(behind.size() == 2);
    CHECK(behind[0].relation == gs::any_relation(ab));
    CHECK(behind[1].relation == gs::any_relation(ba));
}

TEST_CASE("project: the shipped record, whole and on one day") {
    auto const world = gs::seed::panel_veto_2024();
    auto const whole = gs::project(world);
    CHECK(whole.graph.num_ties() > 5);
    for (auto const& t : whole.ties) {
        CHECK_FALSE(t.rests_on.empty());
        CHECK(t.from < t.to);
    }
    auto const then = gs::project(world, {.at = 1948y});
    CHECK(then.graph.num_ties() == 2); // the Soviet Union and North Korea, the United States and South Korea
}

TEST_CASE("project: a sentence counts once, at the one spoken for; every speaker's ties are there if asked for") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const envoy = g.add(gs::actor{.key = "envoy", .kind = gs::actor_kind::person});
    auto const rival = g.add(gs::actor{.key = "rival", .kind = gs::actor_kind::state});
    g.relate(envoy, state, gs::speaks_for{}, {.valid = gs::since(2020y)});
    auto const said = g.add(gs::statement{.key = "said", .said = 2021y});
    g.relate(envoy, said, gs::makes{});
    g.relate(envoy, rival, gs::stance{.value = -1}, {.claimed_in = said});
    auto const once = gs::project(g);
    REQUIRE(once.holders == std::vector<gs::any_node>{gs::any_node(state), gs::any_node(rival)});
    CHECK(once.graph.num_ties() == 1);
    CHECK(gs::project(g, {}, {.every_speaker = true}).graph.num_ties() == 2);
    // A leader's own tie stays the leader's.
    auto const leader = g.add(gs::actor{.key = "leader", .kind = gs::actor_kind::person});
    g.relate(leader, rival, gs::stance{.value = 1}, {.valid = gs::since(2021y)});
    CHECK(gs::project(g).holders.size() == 3);
}

TEST_CASE("project: what was replaced makes no tie") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    auto const now = gs::project(g);
    REQUIRE(now.graph.num_ties() == 1);
    CHECK(now.ties[0].sum.mean() == 1);
    CHECK(now.ties[0].rests_on.size() == 2);
}

TEST_CASE("project: words that go through two offices are a tie of the one finally bound alone") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const ministry = g.add(gs::actor{.key = "ministry", .kind = gs::actor_kind::ministry});
    auto const spokesman = g.add(gs::actor{.key = "spokesman", .kind = gs::actor_kind::person});
    auto const other = g.add(gs::actor{.key = "other", .kind = gs::actor_kind::state});
    g.relate(spokesman, ministry, gs::speaks_for{});
    g.relate(ministry, state, gs::part_of{});
    auto const said = g.add(gs::statement{.key = "said"});
    g.relate(spokesman, said, gs::makes{});
    g.relate(spokesman, other, gs::stance{.value = -1}, {.claimed_in = said});
    g.relate(ministry, other, gs::stance{.value = 1, .facet = "trade"}); // so that it has a position of its own
    auto const ties = gs::project(g);
    REQUIRE(ties.ties.size() == 1);
    CHECK(ties.holders == std::vector{gs::any_node(state), gs::any_node(other)});
}
