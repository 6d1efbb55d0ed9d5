// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/holders.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace gs = geostance;

TEST_CASE("holders: for, against and neither are three lists, weightiest first") {
    gs::stance_graph g;
    auto const pact = g.add(gs::alliance{.key = "pact"});
    auto const friendly = g.add(gs::actor{.key = "friendly"});
    auto const hostile = g.add(gs::actor{.key = "hostile"});
    auto const neutral = g.add(gs::actor{.key = "neutral"});
    g.add(gs::actor{.key = "silent"});
    g.relate(friendly, pact, gs::stance{.value = 1});
    g.relate(hostile, pact, gs::stance{.value = -1});
    gs::period const since_2001 = gs::since(gs::date(std::chrono::year(2001)));
    g.relate(neutral, pact, gs::stance{.value = 0}, {.locator = "once", .valid = since_2001});
    g.relate(neutral, pact, gs::stance{.value = 0}, {.locator = "again", .valid = since_2001});

    auto const all = gs::holders_of_positions(g, pact);
    REQUIRE(all.size() == 3);
    CHECK(all[0].who == gs::any_node(neutral)); // two pieces of evidence weigh more than one
    CHECK(all[1].who == gs::any_node(friendly));
    REQUIRE(gs::supporters(g, pact).size() == 1);
    CHECK(gs::supporters(g, pact)[0].who == gs::any_node(friendly));
    REQUIRE(gs::opponents(g, pact).size() == 1);
    CHECK(gs::opponents(g, pact)[0].position.value == -1);
}

TEST_CASE("holders: lists can be restricted to actors of some kinds") {
    gs::stance_graph g;
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const envoy = g.add(gs::actor{.key = "envoy", .kind = gs::actor_kind::person});
    auto const bloc = g.add(gs::alliance{.key = "bloc"});
    g.relate(state, plan, gs::stance{.value = 1});
    g.relate(envoy, plan, gs::stance{.value = 1});
    g.relate(bloc, plan, gs::stance{.value = -1});
    CHECK(gs::supporters(g, plan).size() == 2);
    auto const states = gs::supporters(g, plan, {}, gs::actor_kind::state);
    REQUIRE(states.size() == 1);
    CHECK(states[0].who == gs::any_node(state));
    CHECK(gs::supporters(g, plan, {}, {gs::actor_kind::state, gs::actor_kind::person}).size() == 2);
    CHECK(gs::opponents(g, plan).size() == 1);
    CHECK(gs::opponents(g, plan, {}, gs::actor_kind::state).empty()); // a bloc is no actor
    CHECK(gs::positions(g).size() == 3);
    CHECK(gs::positions(g, {}, gs::actor_kind::person).size() == 1);
}

TEST_CASE("holders_of_positions: an office in between is not listed for the group that it is a member of") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const ministry = g.add(gs::actor{.key = "ministry", .kind = gs::actor_kind::organ});
    auto const person = g.add(gs::actor{.key = "person"});
    auto const silent = g.add(gs::actor{.key = "silent"});
    auto const bloc = g.add(gs::alliance{.key = "bloc"});
    auto const target = g.add(gs::issue{.key = "x"});
    g.relate(person, ministry, gs::speaks_for{});
    g.relate(ministry, state, gs::part_of{});
    g.relate(ministry, bloc, gs::member_of{});
    g.relate(silent, bloc, gs::member_of{});
    auto const said = g.add(gs::statement{.key = "s"});
    g.relate(person, said, gs::makes{});
    g.relate(person, target, gs::stance{.value = 1}, {.claimed_in = said});
    g.relate(bloc, target, gs::stance{.value = -1});
    std::vector<gs::any_node> who;
    for (auto const& h : gs::holders_of_positions(g, target, {.inherit_from_groups = 0.5})) who.push_back(h.who);
    std::sort(who.begin(), who.end());
    CHECK(who == std::vector<gs::any_node>{state, person, silent, bloc});
}
