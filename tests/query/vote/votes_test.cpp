// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using enum gs::ballot;

namespace {

struct chamber {
    gs::stance_graph g;
    std::vector<gs::any_node> seats;

    explicit chamber(int n) {
        for (int i = 0; i < n; ++i) seats.emplace_back(g.add(gs::actor{.key = std::to_string(i)}));
    }
    [[nodiscard]] std::vector<gs::voter_ballot> votes(std::vector<gs::ballot> const& cast) const {
        std::vector<gs::voter_ballot> result;
        for (std::size_t i = 0; i < cast.size(); ++i) result.push_back({seats[i], cast[i], {}});
        return result;
    }
};

} // namespace

TEST_CASE("outcome_of: Security Council: nine votes, a veto, and an abstention that is none") {
    chamber const council(15);
    auto const rule = gs::security_council_rule({council.seats.begin(), council.seats.begin() + 5});
    std::vector<gs::ballot> cast(15, yes);
    CHECK(gs::outcome_of(council.votes(cast), rule).carried);
    cast[0] = abstain;
    CHECK(gs::outcome_of(council.votes(cast), rule).carried);
    cast[0] = no;
    auto const vetoed = gs::outcome_of(council.votes(cast), rule);
    std::ostringstream printed;
    printed << vetoed;
    CHECK(printed.str() == "not carried: 14 for, 1 against, 0 abstaining, vetoed");
    CHECK_FALSE(vetoed.carried);
    CHECK(vetoed.yes == 14);
    CHECK(vetoed.vetoed_by == std::vector{council.seats[0]});
    cast.assign(15, abstain);
    for (std::size_t i = 5; i < 14; ++i) cast[i] = yes;
    CHECK(gs::outcome_of(council.votes(cast), rule).carried); // nine, the permanent members abstaining
    cast[13] = absent;
    CHECK_FALSE(gs::outcome_of(council.votes(cast), rule).carried);
    cast[14] = no; // an elected member's vote against is no veto
    cast[13] = yes;
    CHECK(gs::outcome_of(council.votes(cast), rule).carried);
}

TEST_CASE("outcome: where no vote is recorded it is unknown, not that the motion failed") {
    gs::stance_graph g;
    auto const motion = g.add(gs::issue{.key = "motion"});
    auto const voter = g.add(gs::actor{.key = "voter"});
    auto const told = [&](gs::lens const& asked) {
        std::ostringstream out;
        out << gs::outcome(g, motion, gs::simple_majority(), asked);
        return out.str();
    };
    CHECK_FALSE(gs::outcome(g, motion, gs::simple_majority()).is_known());
    CHECK(told({}) == "no vote is recorded");
    g.relate(voter, motion, gs::casts{absent}, {.valid = gs::during(2020y / 5 / 1)});
    CHECK(gs::outcome(g, motion, gs::simple_majority()).is_known());
    CHECK(told({}) == "not carried: 0 for, 0 against, 0 abstaining, 1 not voting");
    CHECK(told({.at = 2019y}) == "no vote is recorded");
}

TEST_CASE("outcome: a recorded veto defeats a motion, whoever the rule names") {
    chamber council(3);
    auto& g = council.g;
    auto const motion = g.add(gs::issue{.key = "motion"});
    for (int i = 0; i < 3; ++i) {
        auto const who = g.at<gs::actor>(std::to_string(i));
        g.relate(who, motion, i == 0 ? gs::casts{no, true} : gs::casts{yes}, {.valid = {2024y / 3 / 28, {}}});
    }
    auto const voted = gs::outcome(g, motion, gs::simple_majority(), {.at = 2024y / 3 / 29});
    CHECK_FALSE(voted.carried);
    CHECK(voted.votes[0].veto);
    CHECK(voted.vetoed_by == std::vector{council.seats[0]});
    CHECK(gs::if_changed(voted, gs::simple_majority(), council.seats[0], abstain).carried);
    auto without = voted.votes;
    without[0].veto = false;
    CHECK(gs::outcome_of(without, gs::simple_majority()).carried);
}

TEST_CASE("outcome_of: General Assembly: abstaining and being absent count for neither side") {
    chamber const assembly(10);
    auto const count = [&](std::vector<gs::ballot> const& cast, gs::voting_rule const& rule) {
        return gs::outcome_of(assembly.votes(cast), rule).carried;
    };
    CHECK(count({yes, yes, no, abstain, abstain, absent}, gs::simple_majority()));
    CHECK_FALSE(count({yes, yes, no, no, abstain}, gs::simple_majority()));
    CHECK(count({yes, yes, no, abstain}, gs::two_thirds_majority()));
    CHECK_FALSE(count({yes, yes, yes, no, no}, gs::two_thirds_majority()));
    CHECK_FALSE(count({abstain, absent, present_not_voting, not_a_member}, gs::simple_majority()));
    auto const counted = gs::outcome_of(assembly.votes({absent, present_not_voting, not_a_member, abstain}), {});
    CHECK(counted.not_voting == 2);
    CHECK(counted.abstain == 1);
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::outcome_of({}, {.share_denominator = 0})),
                         "voting_rule.share_denominator: got 0, expected at least 1", gs::invalid_value);
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::outcome_of({}, {.share_numerator = 3, .share_denominator = 2})),
                         "voting_rule.share_numerator: got 3, expected at most share_denominator, 2",
                         gs::invalid_value);
}

TEST_CASE("pivotal: every turn of one vote that turns the outcome, and no other") {
    std::mt19937 random(9);
    chamber const council(7);
    for (int round = 0; round < 300; ++round) {
        gs::voting_rule const rule{"", 1 + random() % 4, random() % 3, 3, random() % 2 == 0, {council.seats[0]}};
        std::vector<gs::ballot> cast;
        for (int i = 0; i < 7; ++i) cast.push_back(static_cast<gs::ballot>(random() % 5));
        auto const voted = gs::outcome_of(council.votes(cast), rule);
        std::size_t expected = 0;
        for (std::size_t i = 0; i < cast.size(); ++i)
            for (auto const instead : {yes, no, abstain}) {
                auto other = cast;
                other[i] = instead;
                expected += gs::outcome_of(council.votes(other), rule).carried != voted.carried ? 1U : 0U;
            }
        REQUIRE(gs::pivotal(voted, rule).size() == expected);
    }
}

TEST_CASE("outcome: the vote of 28 March 2024 fails by one veto, and Russia alone is pivotal") {
    auto const world = gs::seed::council_vote_2024();
    auto const council = world.at<gs::actor>("Security Council");
    gs::lens const that_day{.at = 2024y / 3 / 28};
    auto const permanent = gs::members_with_role(world, council, "permanent member", that_day);
    CHECK(permanent.size() == 5);
    CHECK(gs::members_of(world, council, that_day).size() == 15);
    CHECK(gs::members_of(world, council, {.at = 2023y / 6}).size() == 10);
    auto const rule = gs::security_council_rule(permanent);
    auto const vote = gs::outcome(world, world.at<gs::issue>("extension"), rule, that_day);
    CHECK_FALSE(vote.carried);
    CHECK(vote.yes == 13);
    CHECK(vote.no == 1);
    CHECK(vote.abstain == 1);
    REQUIRE(vote.vetoed_by.size() == 1);
    CHECK(gs::name_of(world, vote.vetoed_by[0]) == "Russia");
    for (auto const& p : gs::pivotal(vote, rule)) CHECK(gs::name_of(world, p.who) == "Russia");
    for (auto const& v : vote.votes) CHECK(gs::citation(world, v.recorded).find("roll call") != std::string::npos);
    CHECK(gs::if_changed(vote, rule, gs::any_node(world.at<gs::actor>("Russia")), abstain).carried);
    CHECK_THROWS_AS(static_cast<void>(gs::if_changed(vote, rule, gs::any_node(council), yes)), gs::invalid_value);
}

TEST_CASE("votes_on: the last vote of a voter counts, by day, then by record, then by insertion; taking no part "
          "replaces none") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const motion = g.add(gs::issue{.key = "m", .kind = gs::issue_kind::motion});
    auto const vote = [&](gs::ballot b, gs::date day, gs::date recorded = {}) {
        return g.relate(a, motion, gs::casts{b}, {.valid = gs::during(day), .recorded = recorded});
    };
    auto const counts = [&] {
        auto const votes = gs::votes_on(g, motion);
        REQUIRE(votes.size() == 1);
        return votes[0].recorded;
    };
    auto const later = vote(gs::ballot::no, 2024y / 3 / 2);
    vote(gs::ballot::yes, 2024y / 3 / 1); // inserted later, of an earlier day
    CHECK(counts() == later);
    vote(gs::ballot::absent, 2024y / 3 / 3);
    CHECK(counts() == later);
    auto const corrected = vote(gs::ballot::abstain, 2024y / 3 / 2, 2024y / 3 / 9);
    vote(gs::ballot::yes, 2024y / 3 / 2, 2024y / 3 / 5); // recorded before the correction
    CHECK(counts() == corrected);
    auto const resting = gs::position_of(g, a, motion);
    CHECK(resting.attitude == gs::attitude::neutral);
    CHECK(resting.value == 0);
}
