// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("obligations: who was pledged to North Korea, and since when") {
    auto const world = gs::seed::council_vote_2024();
    auto const north_korea = world.at<gs::actor>("North Korea");
    auto const china = world.at<gs::actor>("China");
    auto const in_1970 = gs::obligations(world, north_korea, {.at = 1970y});
    REQUIRE(in_1970.size() == 2); // the treaty of 1961, from both sides
    CHECK(in_1970[0].by == gs::any_node(china));
    CHECK(in_1970[0].pledges.defense);
    CHECK(in_1970[0].holds == gs::certainty::yes);
    auto const in_2024 = gs::obligations(world, north_korea, {.at = 2024y / 3 / 28});
    REQUIRE(in_2024.size() == 4);
    for (auto const& o : in_2024)
        if (o.by == gs::any_node(world.at<gs::actor>("Russia"))) {
            CHECK_FALSE(o.pledges.defense);
            CHECK(o.pledges.consultation);
            CHECK(o.holds == gs::certainty::maybe); // its end is not recorded
        }
    CHECK(gs::obligations(world, north_korea, {.at = 1950y}).empty());
    CHECK(gs::position_of(world, china, north_korea).attitude == gs::attitude::none); // a pledge is no position
}

TEST_CASE("contradictions: opposite signs at the same time on the same facet, and only these") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const yes = g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    auto const no = g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::during(2021y)});
    g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::during(2010y)});
    g.relate(a, b, gs::stance{.value = -1, .facet = "trade"}, {.valid = gs::during(2021y)});
    g.relate(b, a, gs::stance{.value = -1}, {.valid = gs::during(2021y)});
    auto const found = gs::contradictions(g);
    REQUIRE(found.size() == 1);
    CHECK(found[0].in_favour == gs::any_relation(yes));
    CHECK(found[0].against == gs::any_relation(no));
    CHECK(found[0].overlaps == gs::certainty::yes);
    CHECK(gs::contradictions(g, {.at = 2010y}).empty());
}
