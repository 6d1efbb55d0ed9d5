// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record with every node and relation type of version 0.1, whose files in written_by_0_1/ that version wrote, with
/// its answers; and the same with all that 0.2 added.
#pragma once

#include <geostance/geostance.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/network/project.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace geostance::testing {

/// A file that 0.1 wrote.
inline std::filesystem::path written_by_0_1(char const* name) {
    return std::filesystem::path(GEOSTANCE_SOURCE_DIR) / "tests/io/written_by_0_1" / name;
}

/// The record that these files hold. This function compiled with 0.1, too.
inline stance_graph dams() {
    using namespace std::chrono_literals;
    stance_graph g;
    auto const post = g.add(publication{.key = "post",
                                        .name = "The River Post",
                                        .publisher = "River Press",
                                        .published = 2021y / 5 / 4,
                                        .address = "https://example.org/dam?a=1&b=2",
                                        .aliases = {"RP"},
                                        .coverage = {2000y, 2021y}});
    auto const upland = g.add(actor{.key = "upland",
                                    .name = "Upland",
                                    .kind = actor_kind::state,
                                    .aliases = {"Oberland", "Haut|pays"},
                                    .codes = {{"cow", "901"}}});
    auto const lowland =
        g.add(actor{.key = "lowland", .name = "Lowland", .kind = actor_kind::state, .codes = {{"cow", "902"}}});
    auto const marsh = g.add(actor{.key = "marsh", .name = "M\u00e4rsh <\"&\">", .kind = actor_kind::state});
    auto const kell = g.add(actor{.key = "kell", .name = "Kell", .kind = actor_kind::person});
    auto const waters = g.add(actor{.key = "waters", .name = "Ministry of Waters", .kind = actor_kind::ministry});
    auto const pact = g.add(alliance{.key = "pact",
                                     .name = "River Pact",
                                     .kind = alliance_kind::treaty,
                                     .aliases = {"the Pact"},
                                     .codes = {{"atop", "77"}}});
    auto const old_pact = g.add(alliance{.key = "old-pact", .name = "Old Pact"});
    auto const dam = g.add(issue{.key = "dam",
                                 .name = "the dam",
                                 .kind = issue_kind::policy,
                                 .aliases = {"the weir"},
                                 .codes = {{"plan", "D-1"}}});
    auto const flood = g.add(issue{.key = "flood", .name = "the flood", .kind = issue_kind::event});
    auto const motion = g.add(issue{.key = "motion", .name = "a motion to build", .kind = issue_kind::motion});
    auto const speech = g.add(statement{.key = "speech",
                                        .summary = "The dam will dry us out.\nAll of us.",
                                        .said = 2021y / 5 / 3,
                                        .wording = "a source in Lowland"});
    auto const again =
        g.add(statement{.key = "again", .summary = "It will dry out the whole valley.", .said = 2021y / 6});
    auto const promise =
        g.add(statement{.key = "promise", .summary = "Nobody will lose water.", .said = 2021y / 5 / 10});
    auto const back = g.add(statement{.key = "back", .summary = "I was wrong.", .said = 2021y / 7 / 1});

    provenance const page{.publication = post,
                          .locator = "paragraph 2",
                          .note = "in its own words",
                          .reliability = reliability::usually_reliable,
                          .credibility = credibility::probably_true};
    auto const on = [&](period when) {
        auto p = page;
        p.valid = when;
        return p;
    };
    auto const in = [&](node<statement> said) {
        auto p = page;
        p.claimed_in = said;
        return p;
    };

    g.relate(upland, motion, casts{ballot::yes}, on(since(2021y / 5 / 4)));
    g.relate(marsh, motion, casts{.vote = ballot::no, .veto = true}, on(since(2021y / 5 / 4)));
    g.relate(lowland, motion, casts{ballot::abstain}, on(since(2021y / 5 / 4)));
    g.relate(waters, motion, sponsors{}, on(since(2021y / 4)));
    g.relate(motion, dam, would{motion_effect::create}, on(since(2021y / 4)));
    g.relate(upland, lowland, acts_toward{.event = {"cameo", "163"}, .value = -0.8}, on(during(2021y / 6 / 1)));
    g.relate(lowland, upland, acts_toward{.event = {"cameo", "010"}, .channel = channel::verbal});
    g.relate(dam, lowland, affects{-0.5}, {.publication = post, .inferred = true});
    g.relate(lowland, pact, member_of{.role = "founder"}, on(since(1990y)));
    g.relate(waters, upland, part_of{}, on(since(1950y)));
    g.relate(pact, old_pact, succeeds{}, on(since(1989y)));
    g.relate(kell, lowland, speaks_for{.role = "envoy", .authority = authority::delegated},
             on({2019y, 2021y / 12 / 31}));
    g.relate(kell, speech, makes{}, page);
    g.relate(kell, again, makes{}, page);
    g.relate(upland, promise, makes{}, page);
    g.relate(upland, back, makes{}, page);
    g.relate(speech, dam, about{force::condemn}, page);
    g.relate(promise, dam, about{force::promise}, page);
    g.relate(kell, dam, stance{.value = -1}, in(speech));
    g.relate(kell, dam, stance{.value = -0.5}, in(again));
    g.relate(upland, lowland, stance{.value = 0.5, .channel = channel::material}, in(promise));
    g.relate(again, speech, supersedes{}, page);
    g.relate(back, promise, retracts{}, page);
    g.relate(pact, flood, stance{.value = 0, .facet = "relief"},
             {.publication = post, .valid = until(2021y), .recorded = 2021y / 8 / 1});
    g.relate(upland, lowland,
             allied_with{.pledges = {.nonaggression = true, .consultation = true}, .treaty = "River Treaty"},
             on({1991y, 2020y}));
    g.relate(upland, flood, carries_out{.role = "host"}, page);
    g.relate(flood, dam, follows{}, page);
    // It changed its mind; 0.1 counts both.
    g.relate(marsh, upland, stance{.value = -1}, {.valid = since(2001y)});
    g.relate(marsh, upland, stance{.value = 1}, {.valid = since(2020y)});
    return g;
}

/// Holds what a record of 0.1 answers against the answers that 0.1 gave.
inline void check_answers_of_0_1(stance_graph const& g) {
    using namespace std::chrono_literals;
    lens const as_in_0_1{.history = history::all, .neutral_within = 0};
    auto const on = [&](char const* who, auto target, attitude expected, double value, std::size_t number,
                        double weight, lens asked) {
        CAPTURE(who);
        asked.history = as_in_0_1.history;
        asked.neutral_within = as_in_0_1.neutral_within;
        auto const found = position_of(g, g.at<actor>(who), target, asked);
        CHECK(found.attitude == expected);
        CHECK(found.value == doctest::Approx(value));
        CHECK(found.number == number);
        CHECK(found.weight == doctest::Approx(weight));
    };
    auto const dam = g.at<issue>("the weir");
    auto const motion = g.at<issue>("motion");
    auto const upland = g.at<actor>(code{"cow", "901"});
    auto const lowland = g.at<actor>("Lowland");
    on("Oberland", dam, attitude::supports, 1, 2, 1.12, {});
    on("Lowland", dam, attitude::opposes, -0.25, 2, 1.12, {});
    on("Kell", dam, attitude::opposes, -0.5, 1, 0.56, {});
    on("marsh", dam, attitude::opposes, -1, 1, 0.56, {});
    on("Ministry of Waters", dam, attitude::supports, 1, 1, 0.56, {});
    on("Lowland", dam, attitude::opposes, -0.5, 2, 1.12, {.known_by = 2021y / 5 / 20});
    on("Lowland", dam, attitude::opposes, -0.25, 2, 1.12, {.without = any_nodes(g.at<statement>("speech"))});
    on("Upland", lowland, attitude::opposes, -0.8, 1, 0.56, {});
    on("Upland", lowland, attitude::mixed, -0.15, 2, 1.12, {.known_by = 2021y / 6 / 20});
    on("Lowland", g.at<issue>("flood"), attitude::neutral, 0, 1, 0.25, {.inherit_from_groups = 0.5});
    on("marsh", upland, attitude::mixed, 0, 2, 1, {});
    on("marsh", upland, attitude::opposes, -1, 1, 0.5, {.at = 2010y});
    on("Upland", motion, attitude::supports, 1, 2, 1.12, {});
    on("Lowland", motion, attitude::neutral, 0, 1, 0.56, {});
    CHECK(position_of(g, lowland, g.at<alliance>("the Pact")).attitude == attitude::none);
    CHECK(position_of(g, g.at<alliance>("the Pact"), g.at<issue>("flood")).attitude == attitude::neutral);

    auto const names = [&](auto const& holdings) {
        std::vector<std::string> result;
        for (auto const& h : holdings) result.push_back(g.visit(h.who, [](auto const& n) { return n.key; }));
        return result;
    };
    CHECK(names(supporters(g, dam, as_in_0_1)) == std::vector<std::string>{"upland", "waters"});
    CHECK(names(opponents(g, dam, as_in_0_1)) == std::vector<std::string>{"lowland", "marsh", "kell"});
    auto const result = outcome(g, motion, simple_majority());
    CHECK((result.yes == 1 && result.no == 1 && result.abstain == 1 && result.vetoed_by.size() == 1));
    CHECK(statements_of(g, lowland).size() == 1);
    auto const pledged = obligations(g, upland, {.at = 1995y});
    REQUIRE(pledged.size() == 1);
    CHECK(pledged[0].pledges == pledges{.nonaggression = true, .consultation = true});
    CHECK(project(g, as_in_0_1, {.every_speaker = true}).holders.size() == 3);
}

/// The record with every field and relation that 0.2 added.
inline stance_graph dams_with_what_is_new() {
    using namespace std::chrono_literals;
    stance_graph g = dams();
    auto const kell = g.at<actor>("kell");
    auto const lowland = g.at<actor>("lowland");
    auto const dam = g.at<issue>("dam");
    auto const post = g.at<publication>("post");
    auto const agency = g.add(publication{.key = "agency", .name = "Valley Wire", .publisher = "River Press"});
    auto const aside = g.add(statement{.key = "aside", .summary = "Off the record.", .venue = "a \"garden\" & party"});
    auto const reply = g.add(statement{.key = "reply", .summary = "He speaks for himself.", .said = 2021y / 8 / 2});
    g.relate(kell, aside, makes{.capacity = capacity::personal, .attribution = attribution::leaked});
    g.relate(lowland, reply, makes{.attribution = attribution::background});
    auto const said = g.relate(kell, dam, stance{.value = 0.25},
                               {.claimed_in = aside,
                                .publication = post,
                                .quote = "\u201cnicht <mein> See\u201d\n& so weiter",
                                .language = "de-AT",
                                .likelihood = likelihood::very_unlikely,
                                .confidence = confidence::moderate,
                                .note = "overheard",
                                .valid = since(2021y / 8)});
    g.end(said, 2021y / 9 / 30, {.recorded = 2021y / 10 / 2});
    g.relate(reply, aside, disowns{});
    g.relate(reply, g.at<statement>("again"), corrects{});
    g.relate(aside, g.at<actor>("upland"), addresses{});
    g.relate(post, agency, derives_from{});
    g.relate(agency, post, retracts{});
    g.relate(g.at<alliance>("pact"), g.at<issue>("motion"), casts{ballot::no}, {.valid = since(2021y / 5 / 4)});
    return g;
}

/// Holds what was read against `dams_with_what_is_new`, some of it value by value.
inline void check_what_is_new(stance_graph const& read) {
    using namespace std::chrono_literals;
    auto const g = dams_with_what_is_new();
    CHECK(same_content(g, read));
    auto const aside = read.at<statement>("aside");
    CHECK(read[aside].venue == "a \"garden\" & party");
    REQUIRE(in<makes>(read, aside).size() == 1);
    CHECK(read[*in<makes>(read, aside).begin()] == makes{capacity::personal, attribution::leaked});
    auto const& p = read.annotation(*(in<stance>(read, read.at<issue>("dam")).end() - 1));
    CHECK(p.quote == "\u201cnicht <mein> See\u201d\n& so weiter");
    CHECK(p.language == "de-AT");
    CHECK(p.likelihood == likelihood::very_unlikely);
    CHECK(p.confidence == confidence::moderate);
    CHECK(p.valid == period{2021y / 8, 2021y / 9 / 30});
    CHECK(p.ended_recorded == date(2021y / 10 / 2));
    CHECK(relations_of<disowns>(read).size() == 1);
    CHECK(relations_of<corrects>(read).size() == 1);
    CHECK(relations_of<addresses>(read).size() == 1);
    CHECK(relations_of<derives_from>(read).size() == 1);
    CHECK(in<retracts>(read, read.at<publication>("post")).size() == 1);
    CHECK(out<casts>(read, read.at<alliance>("pact")).size() == 1);
}

} // namespace geostance::testing
