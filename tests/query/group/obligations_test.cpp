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
