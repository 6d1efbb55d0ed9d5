// SPDX-License-Identifier: BSL-1.0
// What the changelog says of version 0.1: which lens comes nearest to its answers, and what no lens restores. The
// answers of 0.1 are those that it gave to the same records.
#include "scenarios/small_record.hpp"

#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;
using gs::attitude;

namespace {

struct two_nearest_to_0_1 : small_record {
    gs::node<gs::actor> a = state("a");
    gs::node<gs::actor> b = state("b");
    gs::node<gs::issue> war = motion("war");
    gs::node<gs::issue> m = motion("m");

    /// What `a` holds under the lens that comes nearest to 0.1.
    template <class Target>
    gs::position held(Target about, gs::lens asked = {}) const {
        asked.history = gs::history::all;
        asked.neutral_within = 0;
        return gs::position_of(g, a, about, asked);
    }
    template <class Target>
    attitude on(Target about, gs::lens const& asked = {}) const {
        return held(about, asked).attitude;
    }
};

} // namespace

TEST_CASE("0.1: all history, no band of neutrality and every speaker come nearest to its answers") {
    two_nearest_to_0_1 r;
    r.g.relate(r.a, r.b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    r.g.relate(r.a, r.b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    CHECK(r.held(r.b).number == 2);
    CHECK(r.on(r.b) == attitude::mixed);
    CHECK(r.on(r.b, {.at = 2021y}) == attitude::mixed);
    CHECK(r.on(r.b, {.at = 2010y}) == attitude::opposes);
    r.g.relate(r.a, r.war, gs::stance{.value = 0.01});
    CHECK(r.on(r.war) == attitude::supports);
    r.g.relate(r.a, r.war, gs::stance{.value = -0.01});
    CHECK(r.on(r.war) == attitude::mixed);
    for (auto const vote : {gs::ballot::yes, gs::ballot::no})
        r.g.relate(r.a, r.m, gs::casts{vote}, {.valid = gs::since(vote == gs::ballot::yes ? 2022y / 3 : 2022y / 4)});
    CHECK(r.on(r.m, {.at = 2023y}) == attitude::mixed);
    auto const envoy = r.state("envoy");
    r.g.relate(envoy, r.a, gs::speaks_for{}, {.valid = gs::since(2000y)});
    r.g.relate(envoy, r.state("c"), gs::stance{.value = 1}, {.claimed_in = r.says(envoy, "said", 2020y)});
    CHECK(
        gs::project(r.g, {.history = gs::history::all, .neutral_within = 0}, {.every_speaker = true}).holders.size() ==
        4);
}

TEST_CASE("0.1: no lens restores that anybody withdraws for everybody, nor the first of three versions") {
    two_nearest_to_0_1 r;
    auto const said = r.says(r.a, "said");
    r.g.relate(r.a, r.b, gs::stance{.value = 1}, {.claimed_in = said});
    r.g.relate(r.says(r.b, "no"), said, gs::retracts{});
    CHECK(r.on(r.b) == attitude::supports); // 0.1: none
    auto const joint = r.says(r.a, "joint");
    r.g.relate(r.b, joint, gs::makes{});
    r.g.relate(r.a, r.war, gs::stance{.value = 1}, {.claimed_in = joint});
    r.g.relate(r.says(r.b, "leaving"), joint, gs::retracts{});
    CHECK(r.on(r.war) == attitude::supports); // 0.1: none

    auto const first = r.says(r.a, "1", 2020y / 1 / 1);
    auto const second = r.says(r.a, "2", 2020y / 1 / 2);
    auto const third = r.says(r.a, "3", 2020y / 1 / 3);
    r.g.relate(r.a, r.m, gs::stance{.value = 1}, {.claimed_in = first});
    r.g.relate(r.a, r.m, gs::stance{.value = -1}, {.claimed_in = second});
    r.g.relate(r.a, r.m, gs::stance{.value = 0.5}, {.claimed_in = third});
    r.g.relate(second, first, gs::supersedes{});
    r.g.relate(third, second, gs::supersedes{});
    CHECK(r.held(r.m).value == 0.5); // 0.1: 0.75
}

TEST_CASE("0.1: no lens restores how facets, votes and effects of a day, and motions on motions carry") {
    two_nearest_to_0_1 r;
    r.g.relate(r.m, r.war, gs::would{gs::motion_effect::end}, {.valid = gs::during(2022y / 3 / 2)});
    r.g.relate(r.a, r.m, gs::stance{.value = -0.4, .facet = "procedure"});
    CHECK(r.on(r.war) == attitude::none); // 0.1: supports
    CHECK(r.on(r.war, {.facet = "procedure"}) == attitude::supports);
    r.g.relate(r.a, r.m, gs::casts{gs::ballot::yes}, {.valid = gs::during(2022y / 3 / 2)});
    CHECK(r.held(r.m, {.at = 2022y / 3 / 3, .channels = gs::channel::vote}).number == 1); // 0.1: none
    CHECK(r.on(r.war, {.at = 2023y}) == attitude::opposes);                               // 0.1: none

    auto const on_m = r.motion("on m");
    auto const other = r.motion("other");
    r.g.relate(other, on_m, gs::would{gs::motion_effect::end});
    r.g.relate(on_m, r.b, gs::would{gs::motion_effect::end});
    r.g.relate(r.a, other, gs::casts{gs::ballot::yes});
    CHECK(r.on(r.b) == attitude::supports); // 0.1: none
}

TEST_CASE("0.1: no lens restores undated offices that surely bind, nor rows that are counted twice") {
    two_nearest_to_0_1 r;
    auto const paper = r.g.add(gs::publication{.key = "paper", .published = 2024y});
    auto const envoy = r.state("envoy");
    r.g.relate(envoy, r.a, gs::speaks_for{}, {.publication = paper});
    r.g.relate(envoy, r.war, gs::stance{.value = 1}, {.claimed_in = r.says(envoy, "said", 2020y)});
    CHECK(r.held(r.war).holds == gs::certainty::maybe); // 0.1: yes
    for (int i = 0; i < 2; ++i)
        r.g.relate(r.a, r.b, gs::stance{.value = 1}, {.publication = paper, .locator = "row 7"});
    CHECK(r.held(r.b, {.count_every_report = true}).number == 1); // 0.1: 2
}
