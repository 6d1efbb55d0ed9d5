// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

struct club {
    gs::stance_graph g;
    gs::node<gs::alliance> group = g.add(gs::alliance{.key = "club"});
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b"});
    gs::node<gs::actor> c = g.add(gs::actor{.key = "c"});
    gs::node<gs::actor> secretary = g.add(gs::actor{.key = "secretary"});
    gs::node<gs::issue> plan = g.add(gs::issue{.key = "plan"});

    club() {
        g.relate(a, group, gs::member_of{}, {.valid = gs::since(2000y)});
        g.relate(b, group, gs::member_of{}, {.valid = {2000y, 2010y}});
        g.relate(c, group, gs::member_of{}, {.valid = gs::since(2005y)});
        g.relate(secretary, group, gs::speaks_for{.role = "secretary"}, {.valid = gs::since(2000y)});
        g.relate(a, plan, gs::stance{.value = 1});
        g.relate(b, plan, gs::stance{.value = 0});
    }
};

} // namespace

TEST_CASE("members_of: membership has its time") {
    club const t;
    CHECK(gs::members_of(t.g, t.group).size() == 3);
    CHECK(gs::members_of(t.g, t.group, {.at = 2003y}) == std::vector{gs::any_node(t.a), gs::any_node(t.b)});
    CHECK(gs::members_of(t.g, t.group, {.at = 2015y}) == std::vector{gs::any_node(t.a), gs::any_node(t.c)});
}

TEST_CASE("group_position: members' positions are not the group's") {
    club t;
    auto stand = gs::group_position(t.g, t.group, t.plan);
    CHECK(stand.own.attitude == gs::attitude::none);
    CHECK(stand.mean_of_members == 0.5);
    CHECK(stand.members.size() == 3);

    auto const said = t.g.add(gs::statement{.key = "said", .said = 2020y});
    t.g.relate(t.secretary, said, gs::makes{});
    t.g.relate(t.secretary, t.plan, gs::stance{.value = -1}, {.claimed_in = said});
    stand = gs::group_position(t.g, t.group, t.plan);
    CHECK(stand.own.attitude == gs::attitude::opposes);
    CHECK(stand.own.rests_on.front().how == gs::derivation::spoken_for);
    auto const apart = gs::dissenters(t.g, t.group, t.plan);
    REQUIRE(apart.size() == 2);
    CHECK(apart[0].who == gs::any_node(t.a));
    CHECK(apart[0].distance == 2);
    CHECK(apart[1].distance == 1);
}

TEST_CASE("silent: no position, neutral and mixed are kept apart") {
    club t;
    CHECK(gs::silent(t.g, t.group, t.plan) == std::vector{gs::any_node(t.c)});
    CHECK(gs::position_of(t.g, t.b, t.plan).attitude == gs::attitude::neutral);
    t.g.relate(t.a, t.plan, gs::stance{.value = -1});
    CHECK(gs::position_of(t.g, t.a, t.plan).attitude == gs::attitude::mixed);
    CHECK(gs::silent(t.g, t.group, t.plan) == std::vector{gs::any_node(t.c)});
}

TEST_CASE("silent: who praised, condemned or demanded without a stance is listed apart; to accuse is no remark") {
    club t;
    auto const speak = [&](gs::node<gs::actor> who, gs::force how, gs::date day) {
        auto const said = t.g.add(gs::statement{.key = "said " + std::to_string(t.g.num_nodes()), .said = day});
        t.g.relate(who, said, gs::makes{});
        return t.g.relate(said, t.plan, gs::about{how});
    };
    speak(t.c, gs::force::accuse, 2020y / 5 / 1);
    speak(t.a, gs::force::praise, 2020y / 5 / 1); // has a position
    CHECK(gs::remarks_without_position(t.g, t.group, t.plan).empty());
    auto const demand = speak(t.c, gs::force::demand, 2020y / 5 / 1);
    CHECK(gs::silent(t.g, t.group, t.plan).empty());
    CHECK(gs::remarks_without_position(t.g, t.group, t.plan) == std::vector{gs::remark{gs::any_node(t.c), demand}});
    CHECK(gs::silent(t.g, t.group, t.plan, {.at = 2019y}) == std::vector{gs::any_node(t.c)});
    t.g.annotate(demand, {.valid = gs::during(2020y / 5 / 1)}); // also if the remark has a day, it is not silent later
    CHECK(gs::silent(t.g, t.group, t.plan, {.at = 2021y}).empty());
    auto const back = t.g.add(gs::statement{.key = "back"});
    t.g.relate(t.c, back, gs::makes{});
    t.g.relate(back, t.g.source(demand), gs::retracts{});
    CHECK(gs::silent(t.g, t.group, t.plan) == std::vector{gs::any_node(t.c)});
}

TEST_CASE("may_commit: the secretary commits the group while in office, a member does not") {
    club const t;
    CHECK(gs::may_commit(t.g, t.secretary, t.group, {.at = 2001y}));
    CHECK_FALSE(gs::may_commit(t.g, t.secretary, t.group, {.at = 1999y}));
    CHECK_FALSE(gs::may_commit(t.g, t.a, t.group));
    CHECK(gs::may_commit(t.g, t.group, t.group));
    auto const stranger = gs::stance_graph().add(gs::actor{.key = "elsewhere"});
    for (auto const& [who, group] : {std::pair(gs::any_node(t.a), gs::any_node(stranger)),
                                     std::pair(gs::any_node(stranger), gs::any_node(stranger))})
        CHECK_THROWS_AS(static_cast<void>(gs::may_commit(t.g, who, group)), gs::invalid_handle);
}

TEST_CASE("inheritance: only where a lens asks for it, discounted, marked, and never against a position of one's own") {
    club t;
    t.g.relate(t.group, t.plan, gs::stance{.value = -1});
    CHECK(gs::position_of(t.g, t.c, t.plan).attitude == gs::attitude::none);
    gs::lens const heirs{.inherit_from_groups = 0.4};
    auto const inherited = gs::position_of(t.g, t.c, t.plan, heirs);
    CHECK(inherited.attitude == gs::attitude::opposes);
    CHECK(inherited.weight == doctest::Approx(0.2));
    CHECK(inherited.rests_on.front().how == gs::derivation::inherited);
    CHECK(inherited.rests_on.front().is_derived());
    CHECK(gs::position_of(t.g, t.a, t.plan, heirs).attitude == gs::attitude::supports);
    CHECK(gs::opponents(t.g, t.plan, heirs).size() == 2);
    CHECK_THROWS_AS(static_cast<void>(gs::position_of(t.g, t.a, t.plan, {.inherit_from_groups = 2})),
                    gs::invalid_value);
}

TEST_CASE("dissenters: in the Security Council on the panel, Russia by far and then China") {
    auto const world = gs::seed::council_vote_2024();
    auto const apart = gs::dissenters(world, world.at<gs::actor>("Security Council"), world.at<gs::actor>("panel"),
                                      {.at = 2024y / 3 / 28});
    REQUIRE(apart.size() == 2);
    CHECK(gs::name_of(world, apart[0].who) == "Russia");
    CHECK(apart[0].distance == doctest::Approx(-1.8));
    CHECK(gs::name_of(world, apart[1].who) == "China");
    CHECK_THROWS_AS(static_cast<void>(gs::dissenters(world, world.at<gs::actor>("Security Council"),
                                                     world.at<gs::actor>("panel"), {}, {.least_distance = 0})),
                    gs::invalid_value);
}
