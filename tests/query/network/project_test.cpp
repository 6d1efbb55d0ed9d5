// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>

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
