// SPDX-License-Identifier: BSL-1.0
// Bad values: each is an error with the offending value, and the graph stays as it was.
#include <geostance/model/geopolitics.hpp>

#include "message_of.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <string>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

struct fixture {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::issue> i = g.add(gs::issue{.key = "i"});

    template <class R>
    std::string error_of(R const& payload, gs::provenance const& from = {}) {
        try {
            if constexpr (gs::may_link<R, gs::actor, gs::issue>)
                g.relate(a, i, payload, from);
            else
                g.relate(a, a, payload, from);
        } catch (gs::error const& e) {
            CHECK(g.num_relations() == 0);
            CHECK(gs::out<R>(g, a).empty());
            return e.what();
        }
        return "nothing was thrown";
    }
};

} // namespace

TEST_CASE_FIXTURE(fixture, "validate: a value outside [-1, 1], or that is no number, is refused and shown") {
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    CHECK(error_of(gs::stance{.value = 1.5}) == "stance.value: got 1.5, expected a number in [-1, 1]");
    CHECK(error_of(gs::stance{.value = -1.0000000001}) ==
          "stance.value: got -1.0000000001, expected a number in [-1, 1]");
    CHECK(error_of(gs::stance{.value = nan}) == "stance.value: got nan, expected a number in [-1, 1]");
    CHECK(error_of(gs::stance{.value = -infinity}) == "stance.value: got -inf, expected a number in [-1, 1]");
    CHECK(error_of(gs::affects{.value = 2}) == "affects.value: got 2, expected a number in [-1, 1]");
    CHECK(error_of(gs::acts_toward{.value = nan}) == "acts_toward.value: got nan, expected a number in [-1, 1]");
    CHECK(error_of(gs::acts_toward{.event = {"cameo", ""}}) ==
          "acts_toward.event: got 'cameo:', expected a scheme and a value, or neither");
    CHECK(error_of(gs::acts_toward{.event = {"", "190"}}) ==
          "acts_toward.event: got ':190', expected a scheme and a value, or neither");
    CHECK(error_of(gs::casts{.vote = gs::ballot::abstain, .veto = true}) ==
          "casts.veto: got abstain, expected a vote of no; only that can be a veto");
}

TEST_CASE_FIXTURE(fixture, "validate: the ends of the scale are inside it, and no value is no zero") {
    for (double const value : {-1.0, 0.0, -0.0, 1.0}) CHECK_NOTHROW(g.relate(a, i, gs::stance{.value = value}));
    CHECK_NOTHROW(g.relate(a, i, gs::casts{.vote = gs::ballot::no, .veto = true}));
    auto const r = g.relate(a, a, gs::acts_toward{.event = {"cameo", "112"}});
    CHECK_FALSE(g[r].value.has_value());
}

TEST_CASE_FIXTURE(fixture, "validate: provenance with a period that ends before it begins, or an open day of record") {
    CHECK(error_of(gs::stance{.value = 0}, {.valid = {2024y, 2023y}}) ==
          "provenance.valid: got 2024 to 2023, expected an end that is not before its beginning");
    CHECK(error_of(gs::stance{.value = 0}, {.recorded = gs::date::open()}) ==
          "provenance.recorded: got open, expected a date or unknown; only an end can be open");
}

TEST_CASE_FIXTURE(fixture, "validate: what was said or published has a day that is past") {
    auto const message = [&](auto const& payload) { return message_of<gs::invalid_value>([&] { g.add(payload); }); };
    CHECK(message(gs::statement{.key = "s", .said = gs::date::open()}) ==
          "statement.said: got open, expected a date or unknown; only an end can be open");
    CHECK(message(gs::publication{.key = "p", .published = gs::date::open()}) ==
          "publication.published: got open, expected a date or unknown; only an end can be open");
    CHECK(message(gs::actor{.key = "x", .kind = static_cast<gs::actor_kind>(99)}) ==
          "actor.kind: got value 99, expected one of other, state, intergovernmental_organization, organ, ministry, "
          "person, population, armed_group, media_outlet, organization");
    CHECK(message(gs::alliance{.key = "x", .kind = static_cast<gs::alliance_kind>(2)}).find("alliance.kind") == 0);
    CHECK(message(gs::issue{.key = "x", .kind = static_cast<gs::issue_kind>(6)}).find("issue.kind") == 0);
    CHECK(g.num_nodes() == 2);
}

TEST_CASE_FIXTURE(fixture, "validate: a value that is none of its enumeration's is refused") {
    auto const expected = [](char const* field, int value, char const* words) {
        return std::string(field) + ": got value " + std::to_string(value) + ", expected one of " + words;
    };
    CHECK(error_of(gs::stance{.value = 0, .channel = static_cast<gs::channel>(3)}) ==
          expected("stance.channel", 3, "verbal, vote, material"));
    CHECK(error_of(gs::acts_toward{.channel = static_cast<gs::channel>(9)}) ==
          expected("acts_toward.channel", 9, "verbal, vote, material"));
    CHECK(error_of(gs::casts{static_cast<gs::ballot>(6)}) ==
          expected("casts.vote", 6, "yes, no, abstain, present_not_voting, absent, not_a_member"));
    CHECK(error_of(gs::speaks_for{.authority = static_cast<gs::authority>(3)}) ==
          expected("speaks_for.authority", 3, "official, delegated, personal"));
    CHECK(error_of(gs::stance{.value = 0}, {.reliability = static_cast<gs::reliability>(6)}) ==
          expected("provenance.reliability", 6, "F, A, B, C, D, E"));
    CHECK(error_of(gs::stance{.value = 0}, {.credibility = static_cast<gs::credibility>(7)}) ==
          expected("provenance.credibility", 7, "6, 1, 2, 3, 4, 5"));
    auto const said = g.add(gs::statement{.key = "s"});
    CHECK_THROWS_AS(g.relate(said, i, gs::about{static_cast<gs::force>(17)}), gs::invalid_value);
    CHECK_THROWS_AS(g.relate(i, i, gs::would{static_cast<gs::motion_effect>(4)}), gs::invalid_value);
}

TEST_CASE_FIXTURE(fixture, "validate: nothing replaces, takes back or comes after itself") {
    auto const said = g.add(gs::statement{.key = "s"});
    CHECK_THROWS_WITH_AS(g.relate(said, said, gs::supersedes{}),
                         "supersedes: got 's' to itself, expected two different nodes", gs::invalid_value);
    CHECK_THROWS_AS(g.relate(said, said, gs::retracts{}), gs::invalid_value);
    CHECK_THROWS_AS(g.relate_any(gs::any_node(said), gs::any_node(said), gs::supersedes{}), gs::invalid_value);
    CHECK(error_of(gs::succeeds{}) == "succeeds: got 'a' to itself, expected two different nodes");
    CHECK(g.num_relations() == 0);
}

TEST_CASE_FIXTURE(fixture, "validate: provenance that names a node of another graph") {
    gs::stance_graph other;
    auto const said = other.add(gs::statement{.key = "s"});
    auto const page = other.add(gs::publication{.key = "p"});
    CHECK(error_of(gs::stance{.value = 0}, {.claimed_in = said}) == "node handle 0 belongs to another graph");
    CHECK(error_of(gs::stance{.value = 0}, {.publication = page}) == "node handle 1 belongs to another graph");
    CHECK_NOTHROW(g.relate(a, i, gs::stance{.value = 0}, {.locator = "null handles say: not recorded"}));
}
