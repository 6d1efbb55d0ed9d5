// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/describe.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("describe, citation: a sentence, and where it can be read; no source is said to be none") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const pact = g.add(gs::alliance{.key = "p", .name = "the pact"});
    auto const paper = g.add(gs::publication{.key = "paper", .name = "The Paper", .publisher = "Press"});
    auto const r = g.relate(a, pact, gs::member_of{});
    CHECK(gs::describe(g, r).find("A ") == 0);
    CHECK(gs::describe(g, r).find(" the pact") != std::string::npos);
    CHECK(gs::citation(g, r) == "no source recorded");
    auto const cited = g.relate(a, pact, gs::member_of{},
                                {.publication = paper,
                                 .locator = "page 3",
                                 .reliability = gs::reliability::usually_reliable,
                                 .credibility = gs::credibility::confirmed,
                                 .valid = gs::since(gs::date(1949y))});
    CHECK(gs::citation(g, cited) == "The Paper, Press, page 3, valid 1949 to open, B1");
}

TEST_CASE("citation: the day of publication and that of validity are told apart in words") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const paper = g.add(gs::publication{.key = "p", .name = "Post", .published = gs::date(2031y / 5 / 2)});
    auto const undated = g.add(gs::publication{.key = "u", .name = "Leaflet"});
    auto const cited = [&](gs::node<gs::publication> in, gs::period valid) {
        return gs::citation(g, g.relate(a, a, gs::stance{.value = 1}, {.publication = in, .valid = valid}));
    };
    auto const day = gs::date(2030y / 11 / 1);
    CHECK(cited(paper, {}) == "Post, published 2031-05-02");
    CHECK(cited(paper, gs::since(day)) == "Post, published 2031-05-02, valid 2030-11-01 to open");
    CHECK(cited(undated, {day, {}}) == "Leaflet, valid 2030-11-01 to unknown");
    CHECK(cited(undated, gs::during(day)) == "Leaflet, valid 2030-11-01");
}

TEST_CASE("describe_statement: who, in which words, and when") {
    gs::stance_graph g;
    auto const who = g.add(gs::actor{.key = "a", .name = "A"});
    auto const said = g.add(
        gs::statement{.key = "s", .summary = "It is over.", .said = gs::date(2024y / 3), .wording = "the A side"});
    g.relate(who, said, gs::makes{});
    CHECK(gs::describe_statement(g, said) == "A (the A side), 2024-03: It is over.");
}

TEST_CASE("describe: how a statement was made, where, to whom, and what becomes of it") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const said = g.add(gs::statement{.key = "s", .summary = "No.", .venue = "Security Council"});
    auto const later = g.add(gs::statement{.key = "t", .summary = "Yes."});
    auto const made =
        g.relate(a, said, gs::makes{.capacity = gs::capacity::personal, .attribution = gs::attribution::anonymous});
    g.relate(said, b, gs::addresses{});
    CHECK(gs::describe(g, made) == "A says, speaking for nobody else, anonymously: No.");
    CHECK(gs::describe_statement(g, said) == "A, Security Council, to B: No.");
    CHECK(gs::describe(g, g.relate(later, said, gs::corrects{})) == "Yes. corrects No.");
    CHECK(gs::describe(g, g.relate(later, said, gs::disowns{})) == "Yes. disowns No.");
    auto const paper = g.add(gs::publication{.key = "p", .name = "Paper"});
    auto const agency = g.add(gs::publication{.key = "q", .name = "Agency"});
    CHECK(gs::describe(g, g.relate(paper, agency, gs::derives_from{})) == "Paper takes its content from Agency");
}

TEST_CASE("citation: judgements in words, and the quote in its language") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const r = g.relate(a, a, gs::stance{.value = 1},
                            {.locator = "page 3",
                             .quote = "jamais",
                             .language = "fr",
                             .likelihood = gs::likelihood::very_likely,
                             .confidence = gs::confidence::low});
    CHECK(gs::citation(g, r) == "page 3, very likely, low confidence, \"jamais\" (fr)");
}
