// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/extract_period.hpp>
#include <geostance/query/position/position.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("extract_period: what holds or may hold in it, votes that still stand, and what these need") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2021y / 6 / 1});
    auto const old_paper = g.add(gs::publication{.key = "old paper", .published = 2010y});
    g.relate(a, b, gs::stance{.value = -1}, {.publication = old_paper, .valid = {2001y, 2015y}});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = paper, .valid = {2019y, 2021y}});
    g.relate(a, motion, gs::casts{gs::ballot::yes}, {.valid = gs::during(2018y / 3 / 2)});
    g.relate(b, motion, gs::casts{gs::ballot::no}, {.valid = gs::during(2023y / 3 / 2)});
    g.relate(b, a, gs::stance{.value = 0.5}, {.publication = paper}); // from the day of the paper on

    auto const part = gs::extract_period(g, gs::during(2020y));
    CHECK(part.num_relations() == 2);
    CHECK(part.num_nodes() == 4); // not the old paper
    CHECK_FALSE(part.find_key("old paper"));
    auto const found = part.at<gs::actor>("a");
    CHECK(gs::position_of(part, found, part.at<gs::actor>("b")).value == 1);
    CHECK(gs::position_of(part, found, part.at<gs::issue>("motion")).attitude == gs::attitude::supports);

    CHECK(gs::extract_period(g, gs::since(2021y / 6 / 2)).num_relations() == 4);
    CHECK(gs::extract_period(g, gs::during(2020y), {.without = gs::any_nodes(paper)}).num_relations() == 1);
    CHECK_THROWS_AS(static_cast<void>(gs::extract_period(g, {2021y, 2020y})), gs::invalid_value);
}

TEST_CASE("extract_period: what was taken back after the period is taken back in it, as in the whole record") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const said = g.add(gs::statement{.key = "said", .said = 2020y / 3 / 1});
    auto const back = g.add(gs::statement{.key = "back", .said = 2023y / 3 / 1});
    auto const unneeded = g.add(gs::statement{.key = "unneeded", .said = 2023y / 4 / 1});
    for (auto const each : {said, back, unneeded}) g.relate(a, each, gs::makes{}, {.claimed_in = each});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = said, .valid = gs::since(2020y / 3 / 1)});
    g.relate(back, said, gs::retracts{}, {.claimed_in = back, .valid = gs::during(2023y / 3 / 1)});
    g.relate(unneeded, back, gs::about{gs::force::praise}, {.valid = gs::during(2023y / 4 / 1)});
    auto const during_it = gs::lens{.at = 2020y / 6 / 1};
    REQUIRE(gs::position_of(g, a, b, during_it).attitude == gs::attitude::none);
    auto const part = gs::extract_period(g, gs::during(2020y));
    CHECK(gs::position_of(part, part.at<gs::actor>("a"), part.at<gs::actor>("b"), during_it).attitude ==
          gs::attitude::none);
    CHECK(part.find_key("back"));
    CHECK_FALSE(part.find_key("unneeded"));
    g.relate(unneeded, back, gs::retracts{}, {.valid = gs::during(2023y / 4 / 1)}); // so the first one stands again
    auto const restored = gs::extract_period(g, gs::during(2020y));
    CHECK(gs::position_of(restored, restored.at<gs::actor>("a"), restored.at<gs::actor>("b"), during_it).value == 1);
}

TEST_CASE("extract_period: a motion whose effect was recorded later still carries over") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    auto const mission = g.add(gs::issue{.key = "mission"});
    g.relate(a, motion, gs::casts{gs::ballot::yes}, {.valid = gs::since(2020y / 3 / 1)});
    g.relate(motion, mission, gs::would{gs::motion_effect::end}, {.valid = gs::since(2022y)});
    auto const part = gs::extract_period(g, gs::during(2020y));
    auto const during_it = gs::lens{.at = 2020y / 6 / 1};
    CHECK(gs::position_of(g, a, mission, during_it).attitude == gs::attitude::opposes);
    CHECK(gs::position_of(part, part.at<gs::actor>("a"), part.at<gs::issue>("mission"), during_it).attitude ==
          gs::attitude::opposes);
}
