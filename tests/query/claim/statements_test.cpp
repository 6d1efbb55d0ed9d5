// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// A state, its ministry, two spokespeople in turn, and what they said.
struct foreign_service {
    gs::stance_graph g;
    gs::node<gs::actor> state = g.add(gs::actor{.key = "state", .name = "State", .kind = gs::actor_kind::state});
    gs::node<gs::actor> ministry =
        g.add(gs::actor{.key = "ministry", .name = "Ministry", .kind = gs::actor_kind::ministry});
    gs::node<gs::actor> old_voice = g.add(gs::actor{.key = "old", .name = "Old", .kind = gs::actor_kind::person});
    gs::node<gs::actor> new_voice = g.add(gs::actor{.key = "new", .name = "New", .kind = gs::actor_kind::person});
    gs::node<gs::actor> neighbour =
        g.add(gs::actor{.key = "neighbour", .name = "Neighbour", .kind = gs::actor_kind::state});
    gs::node<gs::publication> paper = g.add(gs::publication{.key = "paper", .name = "The Paper"});
    gs::node<gs::statement> in_2015 = say(old_voice, "in 2015", 2015y / 5 / 5);
    gs::node<gs::statement> in_2020 = say(old_voice, "in 2020", 2020y / 5 / 5);
    gs::node<gs::statement> by_new = say(new_voice, "by new", 2020y / 6 / 6);

    foreign_service() {
        g.relate(ministry, state, gs::part_of{});
        g.relate(old_voice, ministry, gs::speaks_for{.role = "spokesman"}, {.valid = {2010y, 2018y}});
        g.relate(new_voice, ministry, gs::speaks_for{.role = "spokeswoman"}, {.valid = gs::since(2019y)});
        g.relate(old_voice, neighbour, gs::stance{.value = -1}, {.claimed_in = in_2020});
        g.relate(new_voice, neighbour, gs::stance{.value = 1, .facet = "trade"},
                 {.claimed_in = by_new, .publication = paper, .locator = "page 2"});
    }
    gs::node<gs::statement> say(gs::node<gs::actor> who, char const* what, gs::date when) {
        auto const said = g.add(gs::statement{.key = what, .summary = what, .said = when});
        g.relate(who, said, gs::makes{});
        return said;
    }
};

} // namespace

TEST_CASE("statements_of: spokespeople's statements bind while they hold the office, through organs") {
    foreign_service const t;
    CHECK(gs::statements_of(t.g, t.state) == std::vector{t.in_2015, t.by_new});
    CHECK(gs::statements_of(t.g, t.ministry) == std::vector{t.in_2015, t.by_new});
    CHECK(gs::statements_of(t.g, t.old_voice) == std::vector{t.in_2015, t.in_2020});
    CHECK(gs::statements_of(t.g, t.state, {.spokespeople_bind = false}).empty());
    CHECK(gs::statements_of(t.g, t.state, {.at = 2015y}) == std::vector{t.in_2015});
    CHECK(gs::statements_of(t.g, t.neighbour).empty());
}

TEST_CASE("position_of: an official's words are the state's, a former official's are his own") {
    foreign_service const t;
    auto const state = gs::position_of(t.g, t.state, t.neighbour);
    CHECK(state.attitude == gs::attitude::supports);
    REQUIRE(state.rests_on.size() == 1);
    CHECK(state.rests_on[0].how == gs::derivation::spoken_for);
    CHECK(state.rests_on[0].whose == gs::any_node(t.new_voice));
    CHECK(gs::position_of(t.g, t.old_voice, t.neighbour).attitude == gs::attitude::opposes);
    CHECK(gs::position_of(t.g, t.state, t.neighbour, {.spokespeople_bind = false}).attitude == gs::attitude::none);
    CHECK(gs::opponents(t.g, t.neighbour).size() == 1);
    CHECK(gs::supporters(t.g, t.neighbour).size() == 2); // the state and its spokeswoman; not the ministry in between
}

TEST_CASE("principals_of and speakers_for: whom somebody speaks for, and who speaks") {
    foreign_service const t;
    CHECK(gs::principals_of(t.g, t.new_voice) == std::vector{gs::any_node(t.ministry), gs::any_node(t.state)});
    CHECK(gs::principals_of(t.g, t.old_voice, {.at = 2020y}).empty());
    CHECK(gs::principals_of(t.g, t.state).empty());
    CHECK(gs::speakers_for(t.g, t.state, {.at = 2020y}) ==
          std::vector{gs::any_node(t.ministry), gs::any_node(t.new_voice)});
    CHECK(gs::speakers_of(t.g, t.in_2015) == std::vector{gs::any_node(t.old_voice)});
}

TEST_CASE("lens.at: undated statements and offices are of the day on which they were published") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const voice = g.add(gs::actor{.key = "voice", .kind = gs::actor_kind::person});
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2024y / 3 / 29});
    auto const said = g.add(gs::statement{.key = "said"});
    g.relate(voice, state, gs::speaks_for{}, {.publication = paper});
    g.relate(voice, said, gs::makes{}, {.publication = paper});
    CHECK(gs::statements_of(g, state) == std::vector{said});
    CHECK(gs::statements_of(g, state, {.at = 2024y}) == std::vector{said});
    CHECK(gs::statements_of(g, state, {.at = 1948y}).empty());
    CHECK(gs::speakers_for(g, state).size() == 1);
    CHECK(gs::speakers_for(g, state, {.at = 2024y / 3 / 29}).size() == 1);
    CHECK(gs::speakers_for(g, state, {.at = 1948y}).size() == 1); // the office may have been held before
    gs::lens const surely{.at = 1948y, .least_certainty = gs::certainty::yes};
    CHECK(gs::speakers_for(g, state, surely).empty());
    CHECK(gs::principals_of(g, voice, surely).empty());
    CHECK_FALSE(gs::may_commit(g, voice, state, surely));
}

TEST_CASE("binding: an office without dates may bind what was said before it was published") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const voice = g.add(gs::actor{.key = "voice", .kind = gs::actor_kind::person});
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2024y / 3 / 29});
    auto const said = g.add(gs::statement{.key = "said", .said = 2024y / 3 / 28});
    g.relate(voice, state, gs::speaks_for{}, {.publication = paper});
    g.relate(voice, said, gs::makes{}, {.publication = paper});
    CHECK(gs::statements_of(g, state, {.at = 2024y / 3 / 28}) == std::vector{said});
}

TEST_CASE("binding: a personal adviser does not bind, nor does a panel its organisation") {
    gs::stance_graph g;
    auto const un = g.add(gs::actor{.key = "un", .kind = gs::actor_kind::intergovernmental_organization});
    auto const panel = g.add(gs::actor{.key = "panel", .kind = gs::actor_kind::organ});
    auto const adviser = g.add(gs::actor{.key = "adviser", .kind = gs::actor_kind::person});
    auto const target = g.add(gs::issue{.key = "target"});
    g.relate(panel, un, gs::part_of{});
    g.relate(adviser, un, gs::speaks_for{.authority = gs::authority::personal});
    g.relate(panel, target, gs::stance{.value = 1});
    CHECK(gs::position_of(g, un, target).attitude == gs::attitude::none);
    CHECK(gs::principals_of(g, adviser).empty());
}

TEST_CASE("explain: a tree from the answer to words, office, source and locator") {
    foreign_service const t;
    std::ostringstream text;
    text << gs::explain(t.g, t.state, t.neighbour);
    CHECK(text.str() == "State supports Neighbour: 1 from 1 piece of evidence\n"
                        "  - New is for Neighbour (1, on trade)\n"
                        "    - New speaks or acts for State\n"
                        "    - claimed in: New, 2020-06-06: by new\n"
                        "    - The Paper, page 2\n");
    text.str("");
    text << gs::explain(t.g, t.neighbour, t.state);
    CHECK(text.str() == "Neighbour has no recorded position on State\n");
    text.str("");
    text << gs::position_of(t.g, t.state, t.neighbour) << '\n' << gs::position_of(t.g, t.neighbour, t.state);
    CHECK(text.str() == "supports 1 (1 piece of evidence, weight 0.5)\nnone");
}

TEST_CASE("describe and citation: every relation type has a sentence, and what is not recorded is said to be so") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const l = g.add(gs::alliance{.key = "l", .name = "L"});
    auto const i = g.add(gs::issue{.key = "i", .name = "I"});
    auto const j = g.add(gs::issue{.key = "j", .name = "J"});
    auto const s = g.add(gs::statement{.key = "s", .summary = "words", .said = 2024y, .wording = "the palace"});
    auto const s2 = g.add(gs::statement{.key = "s2"});
    auto const said = [&](auto r) { return gs::describe(g, r); };
    CHECK(said(g.relate(a, b, gs::stance{.value = 0})) == "A is neutral on B (0)");
    CHECK(said(g.relate(a, b, gs::stance{.value = -1, .channel = gs::channel::material})) == "A acts against B (-1)");
    CHECK(said(g.relate(a, i, gs::casts{gs::ballot::no, true})) == "A votes no, a veto, on I");
    CHECK(said(g.relate(a, i, gs::casts{gs::ballot::abstain})) == "A abstains on I");
    CHECK(said(g.relate(a, i, gs::sponsors{})) == "A sponsors I");
    CHECK(said(g.relate(a, b, gs::acts_toward{.event = {"cameo", "190"}})) == "A acts (cameo:190) toward B");
    CHECK(said(g.relate(i, b, gs::affects{.value = -0.5})) == "I works against B (-0.5)");
    CHECK(said(g.relate(a, l, gs::member_of{.role = "observer"})) == "A is a member of (observer) L");
    CHECK(said(g.relate(a, b, gs::part_of{})) == "A is part of B");
    CHECK(said(g.relate(a, b, gs::succeeds{})) == "A succeeds B");
    CHECK(said(g.relate(a, b, gs::speaks_for{})) == "A speaks for B");
    CHECK(said(g.relate(a, s, gs::makes{})) == "A says: words");
    CHECK(said(g.relate(s, i, gs::about{gs::force::deny})) == "words (deny) is about I");
    CHECK(said(g.relate(i, j, gs::would{gs::motion_effect::end})) == "I would end J");
    CHECK(said(g.relate(a, b, gs::allied_with{})) == "A is allied with B");
    CHECK(said(g.relate(a, i, gs::carries_out{})) == "A carries out I");
    CHECK(said(g.relate(i, j, gs::follows{})) == "I follows J");
    CHECK(said(g.relate(s2, s, gs::supersedes{})) == "s2 supersedes words");
    CHECK(said(g.relate(s2, s, gs::retracts{})) == "s2 retracts words");
    CHECK(gs::describe_statement(g, s) == "A (the palace), 2024: words");
    CHECK(gs::citation(g, g.relate(a, b, gs::part_of{})) == "no source recorded");
    auto const p = g.add(gs::publication{.key = "p", .name = "P", .publisher = "Q"});
    CHECK(gs::citation(g, g.relate(a, b, gs::part_of{},
                                   {.publication = p,
                                    .locator = "row 1",
                                    .reliability = gs::reliability::usually_reliable,
                                    .inferred = true,
                                    .valid = gs::since(2020y)})) == "P, Q, row 1, valid 2020 to open (inferred), B6");
    for (auto const vote :
         {gs::ballot::yes, gs::ballot::present_not_voting, gs::ballot::absent, gs::ballot::not_a_member})
        CHECK(said(g.relate(b, i, gs::casts{vote})).find("vote") != std::string::npos);
}

TEST_CASE(
    "statements_about: what is about something, and what takes a position on it, once each; not what was taken back") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const dam = g.add(gs::issue{.key = "dam"});
    auto const says = [&](char const* key, gs::date day) {
        auto const said = g.add(gs::statement{.key = key, .said = day});
        g.relate(a, said, gs::makes{});
        return said;
    };
    auto const second = says("second", 2024y / 2 / 1);
    auto const first = says("first", 2024y / 1 / 1);
    auto const other = says("other", 2024y / 1 / 2);
    g.relate(second, dam, gs::about{gs::force::praise});
    g.relate(a, dam, gs::stance{.value = 1}, {.claimed_in = second});
    g.relate(a, dam, gs::stance{.value = -1}, {.claimed_in = first});
    g.relate(other, a, gs::about{gs::force::mention});
    CHECK(gs::statements_about(g, dam) == std::vector{first, second});
    CHECK(gs::statements_about(g, dam, {.at = 2024y / 1 / 15}) == std::vector{first});
    auto const back = says("back", 2024y / 3 / 1);
    g.relate(back, first, gs::retracts{});
    CHECK(gs::statements_about(g, dam) == std::vector{second});
}

TEST_CASE("statements_taken_back: what statements_of leaves out, as it was retracted or replaced, and nothing else") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const says = [&](auto who, char const* key, gs::date day) {
        auto const said = g.add(gs::statement{.key = key, .said = day});
        g.relate(who, said, gs::makes{});
        return said;
    };
    auto const second = says(a, "second", 2024y / 2 / 1);
    auto const first = says(a, "first", 2024y / 1 / 1);
    auto const joint = says(a, "joint", 2024y / 2 / 2);
    g.relate(b, joint, gs::makes{});
    CHECK(gs::statements_taken_back(g, a).empty());
    auto const back = says(a, "back", 2024y / 3 / 1);
    for (auto const said : {second, first, joint}) g.relate(back, said, gs::retracts{});
    CHECK(gs::statements_of(g, a) == std::vector{back});
    CHECK(gs::statements_taken_back(g, a) == std::vector{first, second, joint});
    CHECK(gs::statements_taken_back(g, b).empty()); // A speaks for itself alone
    CHECK(gs::statements_of(g, b) == std::vector{joint});
    CHECK(gs::statements_taken_back(g, a, {.at = 2024y / 1 / 1}) == std::vector{first});
    CHECK(gs::statements_taken_back(g, a, {.known_by = 2024y / 2 / 15}).empty());
}
