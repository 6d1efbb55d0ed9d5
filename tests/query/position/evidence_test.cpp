// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;

TEST_CASE("evidence: says how a relation bears, and through which other one") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state"});
    auto const panel = g.add(gs::actor{.key = "panel"});
    auto const renewal = g.add(gs::issue{.key = "renewal", .kind = gs::issue_kind::motion});
    auto const own = g.relate(state, panel, gs::stance{.value = -0.5});
    auto const vote = g.relate(state, renewal, gs::casts{.vote = gs::ballot::no});
    auto const would = g.relate(renewal, panel, gs::would{.effect = gs::motion_effect::keep});

    auto const found = gs::position_of(g, state, panel).rests_on;
    REQUIRE(found.size() == 2);
    CHECK(found[0].relation == gs::any_relation(own));
    CHECK_FALSE(found[0].is_derived());
    CHECK(found[1].relation == gs::any_relation(vote));
    CHECK(found[1].how == gs::derivation::carried_over);
    CHECK(found[1].via == gs::any_relation(would));
    CHECK(found[1].value == -1);
    CHECK(found[0] < found[1]);
}

TEST_CASE("evidence: what one statement says counts once for the one spoken for, wherever it is recorded") {
    using namespace std::chrono_literals;
    gs::stance_graph g;
    auto const minister = g.add(gs::actor{.key = "minister", .kind = gs::actor_kind::person});
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const dam = g.add(gs::issue{.key = "dam"});
    auto const speech = g.add(gs::statement{.key = "speech", .said = 2021y / 5 / 3});
    g.relate(minister, state, gs::speaks_for{});
    g.relate(minister, speech, gs::makes{});
    g.relate(minister, dam, gs::stance{.value = -1}, {.claimed_in = speech});
    g.relate(state, dam, gs::stance{.value = -1}, {.claimed_in = speech, .credibility = gs::credibility::confirmed});

    auto const found = gs::position_of(g, state, dam);
    CHECK(found.number == 1);
    REQUIRE(found.rests_on.size() == 2);
    CHECK(found.rests_on[0].repeats);
    CHECK_FALSE(found.rests_on[1].repeats); // the weightier one
    CHECK(found.weight == 0.9);
    CHECK(gs::position_of(g, state, dam, {.count_every_report = true}).number == 2);
    CHECK(gs::position_of(g, minister, dam).number == 1);
    for (auto const& held : gs::opponents(g, dam)) CHECK(held.position.number == 1);
}
