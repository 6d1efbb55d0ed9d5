// SPDX-License-Identifier: BSL-1.0
// The rules of positions on small records.
#include "scenarios/small_record.hpp"

#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using gs::attitude;

namespace {

struct record : small_record {
    gs::node<gs::actor> person(char const* key) {
        return g.add(gs::actor{.key = key, .name = key, .kind = gs::actor_kind::person});
    }
    gs::node<gs::publication> paper(char const* key, gs::date published = {}, char const* publisher = "") {
        return g.add(gs::publication{.key = key, .name = key, .publisher = publisher, .published = published});
    }

    template <class Target>
    gs::position held(gs::node<gs::actor> who, Target about, gs::lens const& asked = {}) const {
        return gs::position_of(g, who, about, asked);
    }
    template <class Target>
    attitude on(gs::node<gs::actor> who, Target target, gs::lens const& asked = {}) const {
        return held(who, target, asked).attitude;
    }
};

} // namespace

TEST_CASE("rule 1: -1 since 2001, +1 since 2020: 2010 opposes, 2021 supports; all history is mixed") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    r.g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    CHECK(r.on(a, b, {.at = 2010y}) == attitude::opposes);
    CHECK(r.on(a, b, {.at = 2021y}) == attitude::supports);
    CHECK(r.on(a, b) == attitude::supports);
    CHECK(r.on(a, b, {.at = 2021y, .history = gs::history::all}) == attitude::mixed);
    auto const now = r.held(a, b);
    REQUIRE(now.rests_on.size() == 2);
    CHECK(now.rests_on[0].replaced);
    CHECK_FALSE(now.rests_on[1].replaced);
}

TEST_CASE("rule 1: what held during March 2020 is gone in May, and what it was on top of is the newest that holds") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    r.g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::during(2020y / 3)});
    CHECK(r.on(a, b, {.at = 2020y / 3 / 10}) == attitude::supports);
    CHECK(r.on(a, b, {.at = 2020y / 5}) == attitude::opposes);
    CHECK(r.on(a, b, {.at = 2020y}) == attitude::supports); // the newest that holds within the year
    CHECK(r.on(a, b) == attitude::opposes);                 // on the last day that any of it reaches
}

TEST_CASE("rule 1: words and deeds, and each facet, are strands of their own") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    r.g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    r.g.relate(a, b, gs::stance{.value = 1, .channel = gs::channel::material}, {.valid = gs::since(2020y)});
    CHECK(r.on(a, b) == attitude::mixed);
    r.g.relate(a, b, gs::stance{.value = 1, .facet = "trade"}, {.valid = gs::since(2021y)});
    CHECK(r.held(a, b).number == 3);
}

TEST_CASE("rule 1: relations whose order their precision leaves open all count; a row without any date yields") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const c = r.state("c");
    r.g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2024y)});
    r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2024y / 3)});
    CHECK(r.on(a, b) == attitude::mixed);
    r.g.relate(a, c, gs::stance{.value = -1});
    r.g.relate(a, c, gs::stance{.value = 1}, {.valid = gs::since(1990y)});
    CHECK(r.on(a, c) == attitude::supports);
}

TEST_CASE("rule 1: one claimant's newer claim takes the place of its own older one, not of another's") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const x = r.state("x");
    auto const y = r.state("y");
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = r.says(x, "x1", 2020y)});
    r.g.relate(a, t, gs::stance{.value = -1}, {.claimed_in = r.says(x, "x2", 2021y)});
    r.g.relate(a, t, gs::stance{.value = 0.5}, {.claimed_in = r.says(y, "y1", 2022y)});
    CHECK(r.on(a, t) == attitude::none);
    CHECK(r.on(a, t, {.according_to = x}) == attitude::opposes);
    CHECK(r.held(a, t, {.according_to = gs::everybody()}).number == 2);
}

TEST_CASE("rule 1: what is carried to a target joins its strands; what is inherited has a strand for each group") {
    record r;
    auto const a = r.state("a");
    auto const war = r.motion("war");
    auto const m = r.motion("m");
    auto const n = r.motion("n");
    for (auto const motion : {m, n}) r.g.relate(motion, war, gs::would{gs::motion_effect::end});
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = gs::during(2020y / 3 / 1)});
    r.g.relate(a, n, gs::casts{gs::ballot::no}, {.valid = gs::during(2022y / 3 / 1)});
    CHECK(r.on(a, war, {.at = 2021y}) == attitude::opposes);
    CHECK(r.on(a, war) == attitude::supports); // of the votes on both motions the newest
    CHECK(r.on(a, m) == attitude::supports);

    auto const b = r.state("b");
    for (auto const* key : {"east", "west"}) {
        auto const bloc = r.g.add(gs::alliance{.key = key});
        r.g.relate(b, bloc, gs::member_of{}, {.valid = gs::since(2000y)});
        double const value = bloc == *gs::nodes_of<gs::alliance>(r.g).begin() ? 1 : -1;
        r.g.relate(bloc, war, gs::stance{.value = value}, {.valid = gs::since(value > 0 ? 2010y : 2020y)});
    }
    CHECK(r.on(b, war, {.inherit_from_groups = 0.5}) == attitude::mixed);
}

TEST_CASE("rule 1: events accumulate; what is said after a period's end begins no later than that end") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const c = r.state("c");
    for (auto const year : {2001y, 2020y})
        r.g.relate(a, b, gs::acts_toward{.event = {"cameo", "190"}, .value = year == 2001y ? -1.0 : 1.0},
                   {.valid = gs::during(year)});
    CHECK(r.held(a, b).number == 2);
    CHECK(r.on(a, b) == attitude::mixed);
    r.g.relate(a, c, gs::stance{.value = -1}, {.claimed_in = r.says(a, "memoir", 2024y), .valid = gs::until(2010y)});
    r.g.relate(a, c, gs::stance{.value = 1}, {.valid = {2011y, 2012y}});
    CHECK(r.on(a, c, {.at = 2009y}) == attitude::opposes);
    CHECK(r.on(a, c) == attitude::supports);
    auto const d = r.state("d");
    r.g.relate(a, d, gs::stance{.value = -1}, {.claimed_in = r.says(a, "letters", 2024y), .valid = gs::until(2010y)});
    r.g.relate(a, d, gs::stance{.value = 1}, {.valid = gs::since(2010y / 6)});
    CHECK(r.on(a, d, {.at = 2010y / 8}) == attitude::mixed); // both begin in 2010, in whichever order
}

TEST_CASE("rule 1: -1, +1 is one shift; -1, +1, +1 too; -1, -1, +0.5 one; an end is a moment") {
    record r;
    auto const a = r.state("a");
    auto const shifts_after = [&](char const* key, std::initializer_list<double> values) {
        auto const target = r.state(key);
        int year = 2000;
        for (double const value : values)
            r.g.relate(a, target, gs::stance{.value = value}, {.valid = gs::since(std::chrono::year(year += 10))});
        return gs::shifts(r.g, a, target).size();
    };
    CHECK(shifts_after("once", {-1, 1}) == 1);
    CHECK(shifts_after("said again", {-1, 1, 1}) == 1);
    CHECK(shifts_after("by halves", {-1, -1, 0.5}) == 1);
    auto const b = r.state("b");
    r.g.relate(a, b, gs::stance{.value = 1}, {.valid = {2010y, 2012y}});
    auto const ended = gs::shifts(r.g, a, b);
    REQUIRE(ended.size() == 1);
    CHECK(ended[0].first_after == gs::date(2013y / 1 / 1));
}

TEST_CASE("rule 2: an end is known from its day of record on; before it the relation was open") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const said = r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y), .recorded = 2020y});
    r.g.end(said, 2023y / 6 / 30, {.recorded = 2024y / 1 / 15});
    CHECK(r.on(a, b, {.at = 2024y / 1 / 1}) == attitude::none);
    CHECK(r.on(a, b, {.at = 2024y / 1 / 1, .known_by = 2023y / 12 / 31}) == attitude::supports);
    CHECK(r.on(a, b, {.at = 2024y / 1 / 1, .known_by = 2024y / 1 / 15}) == attitude::none);

    auto const m = r.motion("m");
    auto const vote = r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = gs::since(2020y)});
    r.g.end(vote, 2021y / 6 / 30);
    CHECK(r.on(a, m, {.at = 2021y / 6 / 1}) == attitude::supports);
    CHECK(r.on(a, m, {.at = 2021y / 7 / 1}) == attitude::none);
    CHECK(r.on(a, m, {.at = 2021y / 7 / 1, .known_by = 2021y / 6 / 29}) == attitude::supports);
}

TEST_CASE("rule 2: an end before the beginning is an error, and changes nothing") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const said = r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    CHECK_THROWS_AS(r.g.end(said, 2019y / 12 / 31), gs::invalid_value);
    CHECK(r.on(a, b, {.at = 2021y}) == attitude::supports);
    r.g.end(said, 2021y / 6 / 30);
    CHECK_THROWS_AS(r.g.end(said, 2022y), gs::invalid_value); // it was left open once
    CHECK(r.on(a, b, {.at = 2021y / 7 / 1}) == attitude::none);
}

TEST_CASE("rule 3: a vote stands from its day on, until the same voter votes again; to be absent replaces none") {
    record r;
    auto const a = r.state("a");
    auto const m = r.motion("m");
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = gs::during(2022y / 3 / 2)});
    CHECK(r.on(a, m, {.at = 2022y / 3 / 1}) == attitude::none);
    CHECK(r.on(a, m, {.at = 2022y / 3 / 3}) == attitude::supports);
    r.g.relate(a, m, gs::casts{gs::ballot::absent}, {.valid = gs::during(2022y / 4 / 2)});
    CHECK(r.on(a, m, {.at = 2022y / 5 / 3}) == attitude::supports);
    r.g.relate(a, m, gs::casts{gs::ballot::no}, {.valid = gs::during(2022y / 6 / 2)});
    CHECK(r.on(a, m, {.at = 2022y / 5 / 3}) == attitude::supports);
    CHECK(r.on(a, m, {.at = 2023y}) == attitude::opposes);
}

TEST_CASE("rule 3: among votes of one day the one recorded last counts, then the one inserted last") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const m = r.motion("m");
    auto const day = gs::since(2022y / 3 / 2);
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = day, .recorded = 2022y / 3 / 9});
    r.g.relate(a, m, gs::casts{gs::ballot::no}, {.valid = day, .recorded = 2022y / 3 / 3});
    CHECK(r.on(a, m) == attitude::supports);
    r.g.relate(b, m, gs::casts{gs::ballot::yes}, {.valid = day});
    r.g.relate(b, m, gs::casts{gs::ballot::no}, {.valid = day});
    CHECK(r.on(b, m) == attitude::opposes);
    auto const tally = gs::votes_on(r.g, m);
    CHECK(tally.size() == 2); // each voter once
}

TEST_CASE("rule 3: two papers that tell one vote, one with the day and one with the month, tell one vote") {
    record r;
    auto const a = r.state("a");
    auto const m = r.motion("m");
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.publication = r.paper("p"), .valid = gs::since(2022y / 3 / 2)});
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.publication = r.paper("q"), .valid = gs::during(2022y / 3)});
    CHECK(r.held(a, m).number == 1);
    CHECK(r.held(a, m, {.history = gs::history::all}).number == 1);
}

TEST_CASE("rule 3: the last vote counts alike in every answer; an effect holds whenever a vote on its motion does") {
    record r;
    auto const a = r.state("a");
    auto const war = r.motion("war");
    auto const m = r.motion("m");
    r.g.relate(m, war, gs::would{gs::motion_effect::end}, {.valid = gs::during(2022y / 3 / 2)});
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = gs::during(2022y / 3 / 2)});
    r.g.relate(a, m, gs::casts{gs::ballot::no}, {.valid = gs::during(2022y / 4 / 2)});
    CHECK(r.on(a, war, {.at = 2023y}) == attitude::supports);
    CHECK(r.on(a, m) == attitude::opposes);
    CHECK(gs::opponents(r.g, m).size() == 1);
    CHECK(gs::supporters(r.g, m).empty());
    REQUIRE(gs::votes_on(r.g, m).size() == 1);
    CHECK(gs::votes_on(r.g, m)[0].vote == gs::ballot::no);
    CHECK(gs::outcome(r.g, m, gs::simple_majority()).no == 1);
    auto const bloc = r.g.add(gs::alliance{.key = "bloc"}); // one that has a seat
    r.g.relate(bloc, m, gs::casts{gs::ballot::yes}, {.valid = gs::during(2022y / 4 / 2)});
    CHECK(gs::outcome(r.g, m, gs::simple_majority()).yes == 1);
}

TEST_CASE("rule 4: a stranger's withdrawal changes nothing; of two makers the one that takes it back is gone") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const x = r.state("x");
    auto const t = r.state("t");
    auto const joint = r.says(a, "joint");
    r.g.relate(b, joint, gs::makes{});
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = joint});
    r.g.relate(b, t, gs::stance{.value = 1}, {.claimed_in = joint});
    r.g.relate(r.says(x, "foreign"), joint, gs::retracts{});
    CHECK(r.on(a, t) == attitude::supports);
    r.g.relate(r.says(b, "leaving"), joint, gs::retracts{});
    CHECK(r.on(a, t) == attitude::supports);
    CHECK(r.on(b, t) == attitude::none);
}

TEST_CASE("rule 4: according to one who has taken a joint statement back, nothing of it is left") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const t = r.state("t");
    auto const joint = r.says(a, "joint");
    r.g.relate(b, joint, gs::makes{});
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = joint});
    r.g.relate(r.says(b, "leaving"), joint, gs::retracts{});
    CHECK(r.on(a, t, {.according_to = b}) == attitude::none);
    CHECK(r.on(a, t, {.according_to = a}) == attitude::supports);
    CHECK(r.on(a, t, {.according_to = gs::everybody()}) == attitude::supports);
}

TEST_CASE("rule 4: a spokesman in office takes back for his principal, one who has left does not; the principal does") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const u = r.state("u");
    auto const v = r.state("v");
    auto const envoy = r.person("envoy");
    r.g.relate(envoy, a, gs::speaks_for{}, {.valid = {2019y, 2022y}});
    auto const take = [&](gs::node<gs::actor> target, auto maker, gs::date day, auto who, gs::date back) {
        auto const key = r.g[target].key + std::to_string(r.g.num_nodes());
        auto const said = r.says(maker, ("said " + key).c_str(), day);
        r.g.relate(maker, target, gs::stance{.value = 1}, {.claimed_in = said});
        r.g.relate(r.says(who, ("back " + key).c_str(), back), said, gs::retracts{});
    };
    take(t, a, 2020y / 5 / 1, envoy, 2021y / 5 / 1);
    take(u, a, 2020y / 5 / 1, envoy, 2023y / 5 / 1);
    take(v, envoy, 2020y / 5 / 1, a, 2023y / 5 / 1);
    CHECK(r.on(a, t) == attitude::none);
    CHECK(r.on(a, u) == attitude::supports);
    CHECK(r.on(a, v) == attitude::none);
    CHECK(r.on(envoy, v) == attitude::none);
}

TEST_CASE("rule 4: one who only may have been in office when taking back has only perhaps taken back") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const envoy = r.person("envoy");
    r.g.relate(envoy, a, gs::speaks_for{}, {.publication = r.paper("p", 2024y)}); // undated: perhaps before 2024, too
    auto const said = r.says(a, "said", 2020y / 5 / 1);
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = said});
    r.g.relate(r.says(envoy, "back", 2021y / 5 / 1), said, gs::retracts{});
    CHECK(r.on(a, t) == attitude::supports);
    CHECK(r.held(a, t).holds == gs::certainty::maybe);
    CHECK(r.on(a, t, {.least_certainty = gs::certainty::yes}) == attitude::none);
    r.g.relate(r.says(envoy, "back again", 2025y / 5 / 1), said, gs::retracts{});
    CHECK(r.on(a, t) == attitude::none); // by then surely in office
}

TEST_CASE("rule 4: of three versions the last alone counts; a retraction that is retracted restores") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const u = r.state("u");
    auto const v1 = r.says(a, "v1", 2020y / 1 / 1);
    auto const v2 = r.says(a, "v2", 2020y / 1 / 2);
    auto const v3 = r.says(a, "v3", 2020y / 1 / 3);
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = v1});
    r.g.relate(a, t, gs::stance{.value = -1}, {.claimed_in = v2});
    r.g.relate(a, t, gs::stance{.value = 0.5}, {.claimed_in = v3});
    r.g.relate(v2, v1, gs::supersedes{});
    r.g.relate(v3, v2, gs::supersedes{});
    CHECK(r.held(a, t, {.history = gs::history::all}).value == 0.5);

    auto const said = r.says(a, "said");
    auto const back = r.says(a, "back");
    auto const again = r.says(a, "again");
    r.g.relate(a, u, gs::stance{.value = 1}, {.claimed_in = said});
    r.g.relate(back, said, gs::retracts{});
    CHECK(r.on(a, u) == attitude::none);
    auto const better = r.says(a, "better");
    r.g.relate(better, back, gs::supersedes{});
    CHECK(r.on(a, u) == attitude::none); // what supersedes a retraction goes on retracting
    r.g.relate(again, back, gs::retracts{});
    CHECK(r.on(a, u) == attitude::supports);
}

TEST_CASE("rule 4: a correction replaces what it addresses; the rest stands") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const u = r.state("u");
    auto const both = r.says(a, "both", 2021y / 1 / 1);
    auto const mended = r.says(a, "mended", 2021y / 1 / 2);
    r.g.relate(a, u, gs::stance{.value = 1}, {.claimed_in = both});
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = both});
    r.g.relate(a, t, gs::stance{.value = -1}, {.claimed_in = mended});
    r.g.relate(mended, both, gs::corrects{});
    CHECK(r.on(a, u) == attitude::supports);
    CHECK(r.held(a, t, {.history = gs::history::all}).number == 1);
    CHECK(r.on(a, t) == attitude::opposes);
}

TEST_CASE("rule 4: an erratum of the same publisher takes back what the paper said in its own voice") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const wrong = r.paper("wrong", 2020y / 1 / 1, "Post");
    auto const rival = r.paper("rival", 2020y / 1 / 2, "Herald");
    auto const erratum = r.paper("erratum", 2020y / 1 / 3, "Post");
    r.g.relate(a, t, gs::stance{.value = 1}, {.publication = wrong});
    r.g.relate(rival, wrong, gs::retracts{});
    CHECK(r.on(a, t) == attitude::supports);
    r.g.relate(erratum, wrong, gs::retracts{});
    CHECK(r.on(a, t) == attitude::none);
    CHECK(r.on(a, t, {.known_by = 2020y / 1 / 2}) == attitude::supports);
}

TEST_CASE("rule 4: in a circle nothing is decided, whichever is asked about first") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const u = r.state("u");
    auto const first = r.says(a, "first");
    auto const second = r.says(a, "second");
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = first});
    r.g.relate(a, u, gs::stance{.value = 1}, {.claimed_in = second});
    r.g.relate(first, second, gs::retracts{});
    r.g.relate(second, first, gs::retracts{});
    for (auto const target : {u, t, u}) {
        CHECK(r.on(a, target) == attitude::supports);
        CHECK(r.held(a, target).holds == gs::certainty::maybe);
        CHECK(gs::supporters(r.g, target).size() == 1);
        CHECK(r.on(a, target, {.least_certainty = gs::certainty::yes}) == attitude::none);
    }
    auto const v = r.state("v");
    auto const third = r.says(a, "third");
    auto const fourth = r.says(a, "fourth");
    r.g.relate(a, v, gs::stance{.value = 1}, {.claimed_in = third});
    r.g.relate(third, fourth, gs::supersedes{});
    r.g.relate(fourth, third, gs::supersedes{});
    CHECK(r.on(a, v) == attitude::supports);
    CHECK(r.held(a, v).holds == gs::certainty::maybe);
}

TEST_CASE("rule 4: a withdrawal acts on every day asked about; only what was known then sees the time before") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const said = r.says(a, "said", 2020y / 1 / 1);
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = said});
    r.g.relate(r.says(a, "back", 2021y / 1 / 1), said, gs::retracts{});
    CHECK(r.on(a, t, {.at = 2020y / 6 / 1}) == attitude::none);
    CHECK(r.on(a, t, {.at = 2020y / 6 / 1, .known_by = 2020y / 6 / 1}) == attitude::supports);
}

TEST_CASE("rule 5: a personal remark binds only the person; what a principal disowns binds it no more from then on") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const u = r.state("u");
    auto const envoy = r.person("envoy");
    r.g.relate(envoy, a, gs::speaks_for{}, {.valid = gs::since(2015y)});
    auto const aside = r.says(envoy, "aside", 2020y / 1 / 1, {.capacity = gs::capacity::personal});
    r.g.relate(envoy, t, gs::stance{.value = -1}, {.claimed_in = aside});
    CHECK(r.on(a, t) == attitude::none);
    CHECK(r.on(envoy, t) == attitude::opposes);
    r.g.relate(u, t, gs::stance{.value = -1}, {.claimed_in = aside}); // nor is it the principal's account of others
    CHECK(r.on(u, t, {.according_to = a}) == attitude::none);
    CHECK(r.on(u, t, {.according_to = envoy}) == attitude::opposes);

    r.g.relate(a, u, gs::stance{.value = 1}, {.claimed_in = r.says(a, "before", 2021y / 1 / 1)});
    auto const remark = r.says(envoy, "remark", 2022y / 4 / 21);
    r.g.relate(envoy, u, gs::stance{.value = -1}, {.claimed_in = remark});
    r.g.relate(r.says(a, "distance", 2022y / 4 / 24), remark, gs::disowns{});
    CHECK(r.on(a, u, {.at = 2022y / 4 / 22}) == attitude::opposes);
    CHECK(r.on(a, u, {.at = 2022y / 4 / 25}) == attitude::supports);
    CHECK(r.on(a, u) == attitude::supports);
    CHECK(r.on(envoy, u, {.at = 2022y / 4 / 25}) == attitude::opposes);
}

TEST_CASE("rule 6: a vote carries through motions on motions with the product of signs; amend stops it") {
    record r;
    auto const a = r.state("a");
    auto const war = r.motion("war");
    auto const m = r.motion("m");
    auto const on_m = r.motion("on m");
    auto const change = r.motion("change");
    r.g.relate(m, war, gs::would{gs::motion_effect::end});
    r.g.relate(on_m, m, gs::would{gs::motion_effect::end});
    r.g.relate(change, war, gs::would{gs::motion_effect::amend});
    r.g.relate(a, change, gs::casts{gs::ballot::no}, {.valid = gs::since(2020y)});
    CHECK(r.on(a, war) == attitude::none);
    r.g.relate(a, on_m, gs::casts{gs::ballot::yes}, {.valid = gs::since(2021y)});
    CHECK(r.on(a, m) == attitude::opposes);
    CHECK(r.on(a, war) == attitude::supports);
}

TEST_CASE("rule 6: each relation counts once, by its shortest route; opposite routes of one length carry nothing") {
    record r;
    auto const a = r.state("a");
    auto const war = r.motion("war");
    auto const m = r.motion("m");
    auto const n = r.motion("n");
    r.g.relate(m, war, gs::would{gs::motion_effect::keep});
    r.g.relate(m, n, gs::would{gs::motion_effect::keep});
    r.g.relate(n, war, gs::would{gs::motion_effect::end});
    r.g.relate(n, m, gs::would{gs::motion_effect::keep}); // a circle
    r.g.relate(a, m, gs::casts{gs::ballot::yes}, {.valid = gs::since(2021y)});
    CHECK(r.held(a, war).number == 1);
    CHECK(r.on(a, war) == attitude::supports);
    r.g.relate(m, war, gs::would{gs::motion_effect::end});
    CHECK(r.on(a, war) == attitude::none);
}

TEST_CASE("rule 6: a complaint about procedure is no stance on the war, unless the lens asks for procedure") {
    record r;
    auto const a = r.state("a");
    auto const war = r.motion("war");
    auto const m = r.motion("m");
    r.g.relate(m, war, gs::would{gs::motion_effect::end});
    r.g.relate(a, m, gs::stance{.value = -0.4, .facet = "procedure"}, {.valid = gs::since(2022y)});
    CHECK(r.on(a, war) == attitude::none);
    CHECK(r.on(a, war, {.facet = "procedure"}) == attitude::supports);
}

TEST_CASE("rule 7: a mean within the band is neutral, and single values within it are no side of mixed") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const c = r.state("c");
    r.g.relate(a, b, gs::stance{.value = 0.1}, {.valid = gs::since(2022y)});
    CHECK(r.on(a, b) == attitude::neutral);
    CHECK(r.held(a, b).value == 0.1);
    CHECK(r.on(a, b, {.neutral_within = 0}) == attitude::supports);
    r.g.relate(a, c, gs::stance{.value = 1}, {.valid = gs::since(2022y)});
    r.g.relate(a, c, gs::stance{.value = -0.1, .channel = gs::channel::material}, {.valid = gs::since(2022y)});
    CHECK(r.on(a, c) == attitude::supports);
    CHECK(r.on(a, c, {.neutral_within = 0.05}) == attitude::mixed);
}

TEST_CASE(
    "rule 8: with certainty only what certainly holds counts; without a holder all that it did and said is gone") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const envoy = r.person("envoy");
    auto const t = r.state("t");
    r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::during(2022y)});
    CHECK(r.on(a, b, {.at = 2022y / 5 / 1}) == attitude::supports);
    CHECK(r.on(a, b, {.at = 2022y / 5 / 1, .least_certainty = gs::certainty::yes}) == attitude::none);
    CHECK(r.on(a, b, {.at = 2022y, .least_certainty = gs::certainty::yes}) == attitude::supports);
    r.g.relate(envoy, a, gs::speaks_for{}, {.publication = r.paper("p", 2024y)});
    r.g.relate(envoy, t, gs::stance{.value = 1}, {.claimed_in = r.says(envoy, "said", 2020y)});
    CHECK(r.on(a, t) == attitude::supports);
    CHECK(r.held(a, t).holds == gs::certainty::maybe);
    CHECK(r.on(a, t, {.least_certainty = gs::certainty::yes}) == attitude::none);
    CHECK(r.on(a, t, {.without = gs::any_nodes(envoy)}) == attitude::none);
    CHECK(r.on(a, b, {.without = gs::any_nodes(a)}) == attitude::none);
}

TEST_CASE("rule 10: papers that copy one agency are one source; a row read twice is one report") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const c = r.state("c");
    auto const agency = r.paper("agency", 2024y / 3 / 1);
    auto const first = r.paper("first", 2024y / 3 / 2);
    auto const second = r.paper("second", 2024y / 3 / 3);
    r.g.relate(first, agency, gs::derives_from{});
    r.g.relate(second, agency, gs::derives_from{});
    for (auto const paper : {first, second}) r.g.relate(a, b, gs::stance{.value = -1}, {.publication = paper});
    CHECK(r.held(a, b).number == 1);
    CHECK(r.held(a, b).independent_sources == 1);
    CHECK(r.on(a, b, {.at = 2024y / 3 / 1}) == attitude::opposes); // from the day of the agency on
    r.g.relate(a, b, gs::stance{.value = -1}, {.publication = r.paper("own", 2024y / 3 / 1)});
    CHECK(r.held(a, b).independent_sources == 2);

    for (int i = 0; i < 2; ++i) r.g.relate(a, c, gs::stance{.value = -1}, {.publication = agency, .locator = "row 7"});
    CHECK(r.held(a, c).number == 1);
    CHECK(r.held(a, c).independent_sources == 1);
}

TEST_CASE("rule 9: a sentence counts once; every speaker's ties are there if they are asked for") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const envoy = r.person("envoy");
    r.g.relate(envoy, a, gs::speaks_for{}, {.valid = gs::since(2015y)});
    r.g.relate(envoy, t, gs::stance{.value = -1}, {.claimed_in = r.says(envoy, "said", 2020y / 1 / 1)});
    CHECK(gs::project(r.g).holders.size() == 2); // the envoy is left without ties
    CHECK(gs::project(r.g, {}, {.every_speaker = true}).holders.size() == 3);
    CHECK(gs::opponents(r.g, t).size() == 2); // lists name both, as before
    CHECK(gs::opponents(r.g, t, {}, gs::actor_kind::state).size() == 1);
}

TEST_CASE("rule 9: silent names only those who said nothing; to praise, condemn or demand is not silence") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const c = r.state("c");
    auto const war = r.motion("war");
    auto const council = r.g.add(gs::alliance{.key = "council"});
    for (auto const member : {a, b, c}) r.g.relate(member, council, gs::member_of{}, {.valid = gs::since(2000y)});
    r.g.relate(r.says(a, "shame"), war, gs::about{gs::force::condemn});
    r.g.relate(r.says(b, "they began it"), war, gs::about{gs::force::accuse});
    CHECK(gs::silent(r.g, council, war) == std::vector{gs::any_node(b), gs::any_node(c)});
    REQUIRE(gs::remarks_without_position(r.g, council, war).size() == 1);
    CHECK(gs::remarks_without_position(r.g, council, war)[0].who == gs::any_node(a));
    auto const ends = gs::loose_ends(r.g);
    CHECK(std::count_if(ends.begin(), ends.end(),
                        [](auto const& e) { return e.kind == gs::loose_end_kind::no_stance; }) == 1);
}

TEST_CASE("rule 10: likelihood and confidence weigh if asked for, and are never one number") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    r.g.relate(a, b, gs::stance{.value = 1},
               {.likelihood = gs::likelihood::remote, .confidence = gs::confidence::high, .valid = gs::since(2020y)});
    CHECK(r.held(a, b).weight == 0.5);
    CHECK(r.held(a, b, {.weigh_by = gs::weighing::likelihood}).weight == doctest::Approx(0.03));
    CHECK(r.held(a, b, {.weigh_by = gs::weighing::confidence}).weight == doctest::Approx(0.85));
}

TEST_CASE("rule 11: explain lists what was refused, and why, also where the answer is none") {
    record r;
    auto const a = r.state("a");
    auto const t = r.state("t");
    auto const x = r.state("x");
    auto const said = r.says(a, "said", 2020y / 1 / 1);
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = said});
    r.g.relate(r.says(a, "back", 2020y / 2 / 1), said, gs::retracts{});
    r.g.relate(a, t, gs::stance{.value = 1}, {.claimed_in = r.says(x, "rumour")});
    r.g.relate(a, t, gs::stance{.value = 1}, {.valid = {2001y, 2002y}});
    auto const told = gs::explain(r.g, a, t, {.at = 2021y});
    CHECK(told.because.empty());
    REQUIRE(told.not_counted.size() == 3);
    CHECK(told.not_counted[0].text.find("taken back by") != std::string::npos);
    CHECK(told.not_counted[0].text.find("back") != std::string::npos);
    CHECK(told.not_counted[1].text.find("another account") != std::string::npos);
    CHECK(told.not_counted[2].text.find("does not hold then") != std::string::npos);
}

TEST_CASE(
    "rule 12: what the keeper mistyped is mended, and found at once; a key stays, a bad payload changes nothing") {
    record r;
    auto const a = r.state("a");
    auto const b = r.state("b");
    auto const said = r.g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    r.g.set(said, gs::stance{.value = -1});
    CHECK(r.on(a, b) == attitude::opposes);
    r.g.annotate(said, {.valid = gs::since(2021y)});
    CHECK(r.on(a, b, {.at = 2020y / 5 / 1}) == attitude::none);
    r.g.set(a, gs::actor{.key = "a", .name = "Upland", .kind = gs::actor_kind::state});
    CHECK(r.g.at<gs::actor>("Upland") == a);
    CHECK_THROWS_AS(r.g.set(a, gs::actor{.key = "z"}), gs::invalid_value);
    CHECK_THROWS_AS(r.g.set(said, gs::stance{.value = 7}), gs::invalid_value);
    CHECK(r.on(a, b) == attitude::opposes);
}

TEST_CASE("rule 13: records that come together answer as one, and a part of them by itself") {
    auto const keep = [](double value, gs::date from) {
        record r;
        auto const a = r.state("a");
        auto const b = r.state("b");
        r.g.relate(a, b, gs::stance{.value = value}, {.publication = r.paper("paper"), .valid = gs::since(from)});
        return std::move(r.g);
    };
    record r;
    r.g = keep(-1, 2001y);
    gs::merge(r.g, keep(1, 2020y));
    gs::merge(r.g, keep(1, 2020y)); // is there already
    auto const a = r.g.at<gs::actor>("a");
    auto const b = r.g.at<gs::actor>("b");
    CHECK(r.g.num_relations() == 2);
    CHECK(r.on(a, b) == attitude::supports);
    CHECK(r.on(a, b, {.at = 2010y}) == attitude::opposes);
    record part;
    part.g = gs::extract_period(r.g, gs::during(2010y));
    CHECK(part.on(part.g.at<gs::actor>("a"), part.g.at<gs::actor>("b")) == attitude::opposes);
    gs::stance_graph const without = gs::extract(r.g, {.without = gs::any_nodes(r.g.at<gs::publication>("paper"))});
    CHECK(without.num_nodes() == 0);
}

TEST_CASE("rule 14: names are found as people type them, exact ones first, and only if one is left") {
    gs::stance_graph g;
    auto const ivory = g.add(gs::actor{.key = "civ", .name = "C\u00f4te d'Ivoire"});
    auto const china = g.add(gs::actor{.key = "chn", .name = "China"});
    CHECK(g.at<gs::actor>("china") == china);
    CHECK(g.at<gs::actor>("C\u00d4TE D'IVOIRE") == ivory);
    CHECK(g.at<gs::actor>("Co\u0302te d'Ivoire") == ivory); // decomposed
    auto const porcelain = g.add(gs::actor{.key = "porcelain", .name = "china"});
    CHECK(g.at<gs::actor>("china") == porcelain);
    CHECK_THROWS_AS(static_cast<void>(g.at<gs::actor>("CHINA")), gs::ambiguous_name);
    CHECK_FALSE(g.find<gs::actor>("CHINA", gs::spelling::exact));
}

TEST_CASE("rule 14: what says something has no default that would claim it") {
    CHECK_FALSE(std::is_default_constructible_v<gs::casts>);
    CHECK_FALSE(std::is_default_constructible_v<gs::would>);
    CHECK_FALSE(std::is_default_constructible_v<gs::stance>);
    CHECK_FALSE(std::is_default_constructible_v<gs::affects>);
    CHECK(std::is_default_constructible_v<gs::makes>);
}
