// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/group/groups.hpp>
#include <geostance/query/loose_ends.hpp>
#include <geostance/query/position/position.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> lines(gs::stance_graph const& g) {
    std::vector<std::string> result;
    for (auto const& end : gs::loose_ends(g)) result.push_back(describe(g, end));
    return result;
}

} // namespace

TEST_CASE("loose_ends: a statement without a speaker, a second vote, a relation without a source") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const upland = g.add(gs::actor{.key = "upland", .name = "Upland"});
    auto const lowland = g.add(gs::actor{.key = "lowland", .name = "Lowland"});
    auto const dam = g.add(gs::issue{.key = "dam", .name = "the dam"});
    auto const rumour = g.add(gs::statement{.key = "rumour", .summary = "The dam leaks."});
    gs::provenance const on_monday{.publication = paper, .valid = gs::since(2021y / 5 / 3)};
    gs::provenance const on_tuesday{.publication = paper, .valid = gs::since(2021y / 5 / 4)};

    g.relate(upland, dam, gs::stance{.value = 1}, {.claimed_in = rumour});
    g.relate(upland, dam, gs::casts{gs::ballot::yes}, on_monday);
    g.relate(lowland, dam, gs::casts{gs::ballot::no}, on_monday);
    g.relate(upland, dam, gs::casts{gs::ballot::no}, on_monday);
    g.relate(lowland, dam, gs::casts{gs::ballot::no}, on_monday);       // another report of the same vote
    g.relate(lowland, dam, gs::casts{gs::ballot::abstain}, on_tuesday); // a second ballot
    g.relate(lowland, dam, gs::casts{gs::ballot::yes}, on_monday);      // against the first
    g.relate(lowland, upland, gs::stance{.value = -1});
    CHECK(lines(g) == std::vector<std::string>{"unspoken: The dam leaks.", "two_votes: Upland votes no on the dam",
                                               "two_votes: Lowland votes yes on the dam",
                                               "unsourced: Lowland is against Upland (-1)"});
}

TEST_CASE("loose_ends: a better source that is replaced by a worse one, by the letters that both have") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const say = [&](double value, gs::date from, gs::reliability letter, gs::period valid = {}) {
        g.relate(
            a, b, gs::stance{.value = value},
            {.publication = paper, .reliability = letter, .valid = valid == gs::period() ? gs::since(from) : valid});
    };
    using enum gs::reliability;
    say(-1, 2001y, reliable);
    say(0.1, 2002y, cannot_be_judged); // missing is not worse
    say(0.2, 2003y, usually_reliable);
    CHECK(lines(g).empty()); // by then the best of them had been replaced
    say(0.3, {}, reliable, gs::during(2004y));
    say(0.4, 2004y / 5, unreliable); // replaces that of 2003; whether it is after that of 2004 is open
    say(0.5, 2006y, unreliable);
    say(0.6, 2007y, reliable);
    say(0.7, 2008y, usually_reliable);
    CHECK(lines(g) == std::vector<std::string>{"worse_source: A is for B (0.4)", "worse_source: A is for B (0.7)"});
}

TEST_CASE("loose_ends: effects of a motion that contradict each other") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const war = g.add(gs::issue{.key = "war", .name = "the war"});
    auto const m = g.add(gs::issue{.key = "m", .name = "M"});
    auto const n = g.add(gs::issue{.key = "n", .name = "N"});
    gs::provenance const there{.publication = paper};
    g.relate(m, war, gs::would{gs::motion_effect::end}, there);
    g.relate(n, m, gs::would{gs::motion_effect::end}, there);
    g.relate(n, war, gs::would{gs::motion_effect::end}, there); // shorter
    CHECK(lines(g).empty());
    g.relate(m, war, gs::would{gs::motion_effect::keep}, there);
    CHECK(lines(g) == std::vector<std::string>{"contradicting_effects: M would keep the war"});
}

TEST_CASE("loose_ends: who praised, condemned or demanded without a stance; to accuse or to report is none") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const state = g.add(gs::actor{.key = "state", .name = "State", .kind = gs::actor_kind::state});
    auto const envoy = g.add(gs::actor{.key = "envoy", .name = "Envoy", .kind = gs::actor_kind::person});
    auto const dam = g.add(gs::issue{.key = "dam", .name = "the dam"});
    gs::provenance const there{.publication = paper};
    g.relate(envoy, state, gs::speaks_for{}, there);
    auto const speak = [&](char const* words, gs::force how) {
        auto const said = g.add(gs::statement{.key = words, .summary = words});
        g.relate(envoy, said, gs::makes{}, there);
        g.relate(said, dam, gs::about{how}, there);
    };
    speak("They build it by night.", gs::force::accuse);
    speak("It is built.", gs::force::report);
    CHECK(lines(g).empty());
    speak("It is a wonder.", gs::force::praise);
    CHECK(lines(g).size() == 1);
    CHECK(lines(g)[0].starts_with("no_stance: "));
    CHECK(lines(g)[0].find("It is a wonder.") != std::string::npos);
    g.relate(state, dam, gs::stance{.value = 1}, there);
    CHECK(lines(g).empty());
}

TEST_CASE("loose_ends: a row that was read twice, from two files of one publication") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const other = g.add(gs::publication{.key = "other"});
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    gs::provenance const row{.publication = paper, .locator = "row 7", .valid = gs::since(2020y)};
    g.relate(a, b, gs::stance{.value = 1}, row);
    g.relate(b, a, gs::stance{.value = 1}, row);
    g.relate(a, b, gs::stance{.value = 1, .facet = "trade"}, row);
    g.relate(a, b, gs::stance{.value = 1}, {.publication = other, .locator = "row 7", .valid = gs::since(2020y)});
    for (int i = 0; i < 2; ++i)
        g.relate(a, b, gs::stance{.value = 0}, {.publication = paper}); // an empty place is none
    CHECK(lines(g).empty());
    g.relate(a, b, gs::stance{.value = 1}, row);
    CHECK(lines(g) == std::vector<std::string>{"read_twice: A is for B (1)"});
}

TEST_CASE("loose_ends: what tells of a statement before it was made") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2020y / 5 / 1});
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const month = g.add(gs::statement{.key = "in May", .said = 2020y / 5});
    g.relate(a, month, gs::makes{}, {.publication = paper});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = month, .publication = paper});
    CHECK(lines(g).empty());
    auto const later = g.add(gs::statement{.key = "later", .summary = "Soon.", .said = 2020y / 5 / 2});
    g.relate(a, later, gs::makes{}, {.publication = paper});
    g.relate(a, b, gs::stance{.value = -1}, {.claimed_in = later, .publication = paper});
    REQUIRE(lines(g).size() == 2);
    CHECK(lines(g)[0].starts_with("told_too_early: A "));
    CHECK(lines(g)[1] == "told_too_early: A is against B (-1)");
    g.relate(later, b, gs::about{gs::force::accuse}, {.publication = paper});
    CHECK(lines(g).size() == 3);
}

TEST_CASE("loose_ends: a statement that affirms and denies one thing, but for one that newer words replace") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2020y / 5 / 1});
    auto const newer = g.add(gs::publication{.key = "newer", .published = 2020y / 5 / 2});
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const claim = g.add(gs::issue{.key = "claim", .name = "it happened"});
    auto const said = g.add(gs::statement{.key = "said", .summary = "It did."});
    g.relate(a, said, gs::makes{}, {.publication = paper});
    g.relate(said, claim, gs::about{gs::force::assert_}, {.publication = paper});
    g.relate(said, claim, gs::about{gs::force::allege}, {.publication = newer});
    CHECK(lines(g).empty());
    g.relate(said, claim, gs::about{gs::force::deny}, {.publication = newer});
    REQUIRE(lines(g).size() == 1);
    CHECK(lines(g)[0].starts_with("takes_both_sides: "));
}

TEST_CASE("loose_ends: the shipped records have none") {
    CHECK(lines(gs::seed::embargo_votes()).empty());
    CHECK(lines(gs::seed::panel_veto_2024()).empty());
    CHECK(lines(gs::seed::council_vote_2024()).empty());
    CHECK(lines(gs::stance_graph()).empty());
}

TEST_CASE("loose_ends: the better of two sources of one day is replaced by a worse one, whichever is recorded first") {
    for (bool const is_better_first : {false, true}) {
        gs::stance_graph g;
        auto const a = g.add(gs::actor{.key = "a"});
        auto const b = g.add(gs::actor{.key = "b"});
        auto const tell = [&](gs::reliability letter, double value, gs::date day) {
            return g.relate(a, b, gs::stance{.value = value}, {.reliability = letter, .valid = gs::since(day)});
        };
        gs::date const first = std::chrono::year(2020);
        tell(is_better_first ? gs::reliability::usually_reliable : gs::reliability::unreliable, -1, first);
        tell(is_better_first ? gs::reliability::unreliable : gs::reliability::usually_reliable, -1, first);
        auto const later = tell(gs::reliability::fairly_reliable, 1, std::chrono::year(2021));
        std::size_t found = 0;
        for (auto const& end : gs::loose_ends(g))
            if (end.kind == gs::loose_end_kind::worse_source) found += end.recorded == later ? 1U : 100U;
        CHECK(found == 1);
    }
}

TEST_CASE("loose_ends: an alliance that has pledges and no members") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const pact = g.add(gs::alliance{.key = "pact", .name = "the pact"});
    gs::provenance const read{.publication = paper};
    g.relate(a, b, gs::allied_with{}, read); // between actors: nobody is missing
    CHECK(lines(g).empty());
    g.relate(a, pact, gs::allied_with{}, read);
    g.relate(b, pact, gs::allied_with{}, read);
    CHECK(gs::members_of(g, pact).empty());
    CHECK(lines(g) == std::vector<std::string>{"no_members: A is allied with the pact"});
    g.relate(b, pact, gs::member_of{}, read);
    CHECK(lines(g).empty());
}

TEST_CASE("loose_ends: copies of a retracted report that count on, at first and at second hand") {
    gs::stance_graph g;
    auto const paper = [&](char const* name, char const* publisher) {
        return g.add(gs::publication{.key = name, .name = name, .publisher = publisher});
    };
    auto const agency = paper("Agency", "Agency");
    auto const erratum = paper("Erratum", "Agency");
    auto const copy = paper("Copy", "Post");
    auto const second = paper("Second copy", "Echo");
    auto const silent = paper("Silent copy", "Leaf");
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    gs::provenance const read{.publication = erratum};
    for (auto const from : {agency, copy, second}) g.relate(a, b, gs::stance{.value = 1}, {.publication = from});
    g.relate(copy, agency, gs::derives_from{}, read);
    g.relate(second, copy, gs::derives_from{}, read);
    g.relate(silent, agency, gs::derives_from{}, read);
    CHECK(lines(g).empty());
    g.relate(erratum, agency, gs::retracts{}, read);
    CHECK(gs::position_of(g, a, b).number > 0); // it counts on
    CHECK(lines(g) == std::vector<std::string>{"copies_retracted: Copy takes its content from Agency",
                                               "copies_retracted: Second copy takes its content from Copy"});
    auto const sorry = paper("Sorry", "Post");
    g.relate(sorry, copy, gs::retracts{}, read);
    CHECK(lines(g) == std::vector<std::string>{"copies_retracted: Second copy takes its content from Copy"});
}
