// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

constexpr gs::period undated{};
constexpr gs::period from_friday{2024y / 3 / 29, {}};
constexpr gs::period from_the_eve{2024y / 3 / 28, {}};
constexpr gs::period mandate{2009y, 2024y / 4 / 30};
constexpr gs::period in_2024 = gs::during(2024y);
constexpr gs::period since_2022 = gs::since(2022y);

gs::stance_graph const& world() {
    static gs::stance_graph const built = gs::seed::panel_veto_2024();
    return built;
}

gs::any_node named(std::string_view name) {
    auto const& g = world();
    if (auto const found = g.find<gs::actor>(name)) return gs::any_node(*found);
    if (auto const found = g.find<gs::alliance>(name)) return gs::any_node(*found);
    if (auto const found = g.find<gs::issue>(name)) return gs::any_node(*found);
    return gs::any_node(g.at<gs::statement>(name));
}

std::vector<std::string> names(std::vector<gs::holding> const& holders) {
    std::vector<std::string> result;
    for (auto const& h : holders) result.push_back(gs::name_of(world(), h.who));
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<std::string> names(std::vector<gs::any_node> const& nodes) {
    std::vector<std::string> result;
    for (auto const n : nodes) result.push_back(gs::name_of(world(), n));
    return result;
}

using name_list = std::vector<std::string>;

/// The reporter's voice, a speaker's own position, or a speaker's claim about somebody else.
enum class voice { reporter, speaker, claim };

struct position_row {
    char const* row;
    int paragraph;
    voice said_as;
    char const* by;
    char const* from;
    char const* to;
    int sign;
    gs::period valid;
    bool inferred;
};

bool rests_on(gs::position const& p, position_row const& row) {
    auto const& g = world();
    return std::any_of(p.rests_on.begin(), p.rests_on.end(), [&](gs::evidence const& e) {
        auto const& from = g.annotation(e.relation);
        bool const reporters = from.claimed_in.is_null();
        if (reporters != (row.said_as == voice::reporter)) return false;
        if (!reporters && gs::speakers_of(g, from.claimed_in) != std::vector{named(row.by)}) return false;
        return g.source(e.relation) == named(row.from) && (e.value > 0 ? 1 : -1) == row.sign &&
               from.locator == "paragraph " + std::to_string(row.paragraph) && from.valid == row.valid &&
               from.inferred == row.inferred && gs::name_of(g, from.publication) == "Russia's veto and North Korea" &&
               !from.note.empty();
    });
}

/// The relations of type R between two nodes, as the reporter states them in that paragraph.
template <class R>
std::vector<gs::relation<R>> stated(char const* from, char const* to, int paragraph) {
    std::vector<gs::relation<R>> result;
    world().for_each_between(named(from), named(to), [&](gs::any_relation any) {
        auto const& p = world().annotation(any);
        if (auto const r = world().as<R>(any);
            r && p.claimed_in.is_null() && p.locator == "paragraph " + std::to_string(paragraph))
            result.push_back(*r);
    });
    return result;
}

std::vector<gs::force> forces(char const* said, char const* about_what) {
    std::vector<gs::force> result;
    world().for_each_between(named(said), named(about_what), [&](gs::any_relation any) {
        if (auto const r = world().as<gs::about>(any)) result.push_back(world()[*r].force);
    });
    return result;
}

} // namespace

TEST_CASE("seed: every row that is a position is found under its voice, with sign, date and paragraph") {
    position_row const rows[] = {
        {"F01", 1, voice::speaker, "Russia", "Russia", "new strategy", +1, from_friday, true},
        {"F01", 0, voice::speaker, "Russia", "Russia", "new strategy", +1, from_friday, true},
        {"F02", 0, voice::speaker, "Russia", "Russia", "United States", -1, from_friday, true},
        {"F02", 1, voice::speaker, "Russia", "Russia", "United States", -1, from_friday, true},
        {"F03", 1, voice::speaker, "Russia", "Russia", "allies of the United States", -1, from_friday, true},
        {"F04", 1, voice::claim, "Russia", "United States", "military tension", +1, from_friday, true},
        {"F04", 1, voice::claim, "Russia", "US allies", "military tension", +1, from_friday, true},
        {"F05", 1, voice::claim, "Russia", "United States", "North Korea", -1, from_friday, true},
        {"F05", 1, voice::claim, "Russia", "US allies", "North Korea", -1, from_friday, true},
        {"F06", 2, voice::reporter, "", "Russia", "panel renewal", -1, from_the_eve, true},
        {"F07", 2, voice::reporter, "", "Panel of Experts", "UN sanctions", +1, mandate, true},
        {"F12", 3, voice::reporter, "", "Kim Jong Un", "Vladimir Putin", +1, in_2024, true},
        {"F12", 3, voice::reporter, "", "Vladimir Putin", "Kim Jong Un", +1, in_2024, true},
        {"F13", 3, voice::speaker, "Zakharova", "Zakharova", "Security Council", -1, from_friday, true},
        {"F15", 4, voice::speaker, "Zakharova", "Zakharova", "United States", -1, from_friday, true},
        {"F15", 4, voice::claim, "Zakharova", "United States", "military tension", +1, from_friday, true},
        {"F16", 4, voice::speaker, "Zakharova", "Zakharova", "sanctions", -1, from_friday, true},
        {"F18", 4, voice::speaker, "Zakharova", "Zakharova", "US allies", -1, from_friday, true},
        {"F18", 4, voice::claim, "Zakharova", "United States", "North Korea", -1, undated, false},
        {"F18", 4, voice::claim, "Zakharova", "US allies", "North Korea", -1, undated, false},
        {"F19", 4, voice::claim, "Zakharova", "United States", "peaceful resolution", -1, undated, false},
        {"F19", 4, voice::claim, "Zakharova", "US allies", "peaceful resolution", -1, undated, false},
        {"F21", 5, voice::reporter, "", "Soviet Union", "North Korea", +1, gs::during(1948y), false},
        {"F22", 5, voice::reporter, "", "United States", "South Korea", +1, gs::during(1948y), false},
        {"F24", 6, voice::speaker, "Russia", "Russia", "Group of Experts", -1, from_friday, true},
        {"F24", 6, voice::speaker, "Zakharova", "Zakharova", "Group of Experts", -1, from_friday, true},
        {"F25", 6, voice::claim, "Russia", "Group of Experts", "North Korea's adversaries", +1, undated, false},
        {"F25", 6, voice::claim, "Zakharova", "Group of Experts", "North Korea's adversaries", +1, undated, false},
        {"F27", 7, voice::reporter, "", "Russia", "the West", -1, since_2022, false},
        {"F27", 7, voice::reporter, "", "the West", "Russia", -1, since_2022, false},
        {"F28", 7, voice::reporter, "", "Russia", "Ukraine", -1, since_2022, false},
        {"F29", 7, voice::reporter, "", "Russia", "North Korea", +1, since_2022, false},
        {"F30", 8, voice::claim, "United States", "North Korea", "Russia", +1, undated, false},
        {"F30", 8, voice::claim, "United States", "North Korea", "Ukraine", -1, undated, false},
        {"F30", 8, voice::speaker, "United States", "United States", "missile claim", +1, undated, false},
        {"F31", 8, voice::speaker, "Russia", "the Kremlin", "missile claim", -1, undated, false},
        {"F32", 8, voice::speaker, "North Korea", "Pyongyang", "missile claim", -1, undated, false},
        {"F33", 8, voice::reporter, "", "Putin", "United States", -1, in_2024, true},
        {"F33", 8, voice::reporter, "", "Putin", "Asian allies", -1, in_2024, true},
        {"F34", 8, voice::reporter, "", "North Korea", "Putin", +1, in_2024, true},
        {"F35", 8, voice::reporter, "", "Kim", "United States", -1, in_2024, true},
        {"F36", 8, voice::reporter, "", "Russia", "North Korea", +1, in_2024, true},
        {"F36", 8, voice::reporter, "", "Kim", "Russia", +1, in_2024, true},
        {"F37", 9, voice::speaker, "Russia", "Russia", "time-bound review", +1, in_2024, true},
        {"F38", 9, voice::claim, "Zakharova", "Washington", "time-bound review", -1, in_2024, true},
        {"F39", 9, voice::speaker, "Zakharova", "Zakharova", "avoiding escalation", +1, from_friday, true},
    };
    for (auto const& row : rows) {
        CAPTURE(row.row);
        CAPTURE(row.from);
        CAPTURE(row.to);
        gs::lens by_voice{.according_to = gs::sources_voice()};
        if (row.said_as != voice::reporter) by_voice.according_to = std::vector{named(row.by)};
        CHECK(rests_on(gs::position_of(world(), named(row.from), named(row.to), by_voice), row));
        CHECK(rests_on(gs::position_of(world(), named(row.from), named(row.to)), row) == (row.said_as != voice::claim));
        if (row.said_as != voice::reporter) {
            gs::lens const reporter{.according_to = gs::sources_voice()};
            CHECK_FALSE(rests_on(gs::position_of(world(), named(row.from), named(row.to), reporter), row));
        }
    }
}

TEST_CASE("seed: F06 is a vote of no with the effect of a veto, and the motion would keep the panel alone") {
    auto const votes = stated<gs::casts>("Russia", "panel renewal", 2);
    REQUIRE(votes.size() == 1);
    CHECK(world()[votes[0]].vote == gs::ballot::no);
    CHECK(world()[votes[0]].veto);
    auto const motion = world().at<gs::issue>("panel renewal");
    auto const effects = gs::out<gs::would>(world(), motion);
    REQUIRE(effects.size() == 1);
    CHECK(world()[effects.begin()[0]].effect == gs::motion_effect::keep);
    CHECK(world().target(gs::any_relation(effects.begin()[0])) == named("Panel of Experts"));
}

TEST_CASE("seed: F08, F14 and F20: bodies, offices and names") {
    CHECK(stated<gs::part_of>("Panel of Experts", "United Nations", 2).size() == 1);
    CHECK(stated<gs::part_of>("Group of Experts", "1718 Committee", 6).size() == 1);
    CHECK(stated<gs::part_of>("1718 Committee", "Security Council", 6).size() == 1);
    CHECK(stated<gs::part_of>("Security Council", "UN", 3).size() == 1);
    auto const office = stated<gs::speaks_for>("Zakharova", "Foreign Ministry", 3);
    REQUIRE(office.size() == 1);
    CHECK(world()[office[0]].role == "spokeswoman");
    CHECK(world().annotation(office[0]).valid == gs::period{2015y, {}});
    CHECK(world().annotation(office[0]).inferred);
    for (auto const* name : {"DPRK", "Democratic People's Republic of Korea", "Pyongyang"})
        CHECK(world().at<gs::actor>(name) == world().at<gs::actor>("north-korea"));
    for (auto const* name : {"Moscow", "Kremlin", "Russian Federation"})
        CHECK(world().at<gs::actor>(name) == world().at<gs::actor>("russia"));
    for (auto const* name : {"Washington", "U.S.", "US"})
        CHECK(world().at<gs::actor>(name) == world().at<gs::actor>("united-states"));
    for (auto const* name : {"Seoul", "ROK", "Republic of Korea"})
        CHECK(world().at<gs::actor>(name) == world().at<gs::actor>("south-korea"));
    for (auto const* name : {"Group of Experts", "panel of experts", "Panel of Experts"})
        CHECK(world().at<gs::actor>(name) == world().at<gs::actor>("panel-of-experts"));
    CHECK(stated<gs::succeeds>("Russia", "Soviet Union", 5).size() == 1);
    CHECK_THROWS_AS((void)world().at<gs::actor>(gs::code{"cow", "365"}), gs::ambiguous_name);
    CHECK(world().at<gs::actor>(gs::code{"iso3166-1-alpha-3", "RUS"}) == world().at<gs::actor>("Moscow"));
}

TEST_CASE("seed: F09, F10, F17 and F26 are effects and nobody's position") {
    struct effect_row {
        char const* from;
        char const* to;
        int paragraph;
        gs::period valid;
    };
    for (auto const& row : {effect_row{"UN sanctions", "weapons programmes", 2, {2006y, {}}},
                            effect_row{"the veto", "sanctions regime", 3, in_2024},
                            effect_row{"war in Ukraine", "cooperation among major powers", 7, since_2022}}) {
        CAPTURE(row.from);
        auto const effects = stated<gs::affects>(row.from, row.to, row.paragraph);
        REQUIRE(effects.size() == 1);
        CHECK(world()[effects[0]].value < 0);
        CHECK(world().annotation(effects[0]).valid == row.valid);
        CHECK(gs::position_of(world(), named(row.from), named(row.to)).attitude == gs::attitude::none);
    }
    auto const harm = gs::in<gs::affects>(world(), named("North Koreans"));
    REQUIRE(harm.size() == 1); // F17, a claim
    auto const& claim = world().annotation(harm.begin()[0]);
    CHECK(claim.locator == "paragraph 4");
    CHECK(gs::speakers_of(world(), claim.claimed_in) == std::vector{named("Zakharova")});
}

TEST_CASE("seed: F11 and F23: the sanctions follow the first of six tests") {
    CHECK(stated<gs::follows>("UN sanctions", "first nuclear test", 3).size() == 1);
    std::vector<int> years;
    for (auto const r : gs::out<gs::carries_out>(world(), named("North Korea"))) {
        auto const& p = world().annotation(r);
        CHECK(p.claimed_in.is_null());
        CHECK(p.locator == "paragraph 5");
        CHECK(p.credibility == gs::credibility::confirmed);
        CHECK(p.note.str().find("United Nations") != std::string::npos);
        years.push_back(static_cast<int>(std::chrono::year_month_day(p.valid.from.first_day()).year()));
    }
    CHECK(years == std::vector{2006, 2009, 2013, 2016, 2016, 2017});
}

TEST_CASE("seed: F28: Russia carries out the war, and the article names Putin") {
    CHECK(stated<gs::carries_out>("Russia", "war in Ukraine", 7).size() == 1);
    CHECK(stated<gs::carries_out>("Putin", "war in Ukraine", 7).size() == 1);
}

TEST_CASE("seed: what a statement does with what it is about is kept") {
    using enum gs::force;
    CHECK(forces("russia-on-strategy", "new strategy") == std::vector{propose});                // F01
    CHECK(forces("russia-on-strategy", "major powers") == std::vector{mention});                // F01
    CHECK(forces("zakharova-on-tension", "Washington") == std::vector{accuse});                 // F15
    CHECK(forces("united-states-on-missiles", "missile claim") == std::vector{allege});         // F30
    CHECK(forces("russia-on-missiles", "missile claim") == std::vector{deny});                  // F31
    CHECK(forces("north-korea-on-missiles", "missile claim") == std::vector{deny});             // F32
    CHECK(forces("russia-on-the-review", "time-bound review") == std::vector{propose});         // F37
    CHECK(forces("zakharova-on-detente", "détente without escalation") == std::vector{demand}); // F39
    CHECK(world()[world().at<gs::statement>("russia-on-missiles")].wording == "the Kremlin");
    CHECK(world()[world().at<gs::statement>("north-korea-on-missiles")].wording == "Pyongyang");
}

TEST_CASE("seed: F02 stands in two paragraphs and counts once") {
    auto const position =
        gs::position_of(world(), named("Russia"), named("United States"), {.spokespeople_bind = false});
    CHECK(position.number == 1);
    CHECK(position.rests_on.size() == 2);
    CHECK(gs::position_of(world(), named("Russia"), named("United States")).number == 3); // F15 and F18 beside it
}

TEST_CASE("seed: F07: the panel watches the sanctions from resolution 1874 to the end of its mandate") {
    auto const attitude = [](gs::date day) {
        return gs::position_of(world(), named("panel"), named("UN sanctions"), {.at = day}).attitude;
    };
    CHECK(attitude(2008y) == gs::attitude::none);
    CHECK(attitude(2015y) == gs::attitude::supports);
    CHECK(attitude(2024y / 4 / 30) == gs::attitude::supports);
    CHECK(attitude(2024y / 5 / 1) == gs::attitude::none);
}

TEST_CASE("seed: F06: the vote stands from its day on") {
    auto const vote = [](gs::date day) {
        return gs::position_of(world(), named("Russia"), named("panel renewal"), {.at = day}).attitude;
    };
    CHECK(vote(2024y / 3 / 27) == gs::attitude::none);
    CHECK(vote(2024y / 3 / 28) == gs::attitude::opposes);
    CHECK(vote(2024y / 3 / 29) == gs::attitude::opposes);
}

TEST_CASE("seed: F27, F33 and F36 are judgements in words, and nobody's deeds") {
    gs::lens const deeds{.channels = gs::channel::material};
    gs::lens const words{.channels = gs::channel::verbal};
    for (auto const& [from, to] : {std::pair("Russia", "the West"), std::pair("the West", "Russia"),
                                   std::pair("Putin", "United States"), std::pair("Putin", "Asian allies")}) {
        CHECK(gs::position_of(world(), named(from), named(to), deeds).attitude == gs::attitude::none);
        CHECK(gs::position_of(world(), named(from), named(to), words).value == -0.5);
    }
    CHECK(gs::position_of(world(), named("Russia"), named("North Korea"), deeds).number == 1); // F29
    CHECK(gs::position_of(world(), named("Russia"), named("North Korea"), words).number == 1); // F36
}

TEST_CASE("seed: F09 says what the sanctions are aimed at, and not that they reach it") {
    auto const effects = stated<gs::affects>("UN sanctions", "weapons programmes", 2);
    REQUIRE(effects.size() == 1);
    CHECK(gs::describe(world(), effects[0]) == "UN sanctions on North Korea works against North Korea's nuclear "
                                               "weapons and ballistic missile programmes (-0.5)");
    CHECK(world().annotation(effects[0]).note == "imposed because of them");
}

TEST_CASE("seed: F37 and F38: Russia sponsors the review; what Zakharova says of Washington she says on the Friday") {
    CHECK(gs::in<gs::sponsors>(world(), named("time-bound review")).size() == 1);
    auto const said = world().at<gs::statement>("zakharova-on-the-review");
    for (auto const r : gs::in<gs::makes>(world(), said))
        CHECK(world().annotation(r).valid == gs::during(2024y / 3 / 29));
    for (auto const r : gs::out<gs::about>(world(), said))
        CHECK(world().annotation(r).valid == gs::during(2024y / 3 / 29));
}

TEST_CASE("seed: nobody speaks, or speaks for anybody, before the time") {
    for (auto const* who : {"Russia", "North Korea", "United States", "Zakharova"}) {
        CHECK(gs::statements_of(world(), named(who), {.at = 1948y}).empty());
        CHECK_FALSE(gs::statements_of(world(), named(who), {.at = 2024y}).size() == 0);
    }
    CHECK(gs::speakers_for(world(), named("Russia"), {.at = 1948y}).empty());
    CHECK(gs::principals_of(world(), named("Kim"), {.at = 1948y}).empty());
    CHECK(gs::principals_of(world(), named("Zakharova"), {.at = 2024y / 3 / 29}).size() == 2);
}

TEST_CASE("question 1: Russia and, for it, Zakharova oppose the panel, by what they say and by a veto") {
    auto const panel = world().at<gs::actor>("Panel of Experts");
    CHECK(names(gs::opponents(world(), panel)) == name_list{"Maria Zakharova", "Russia"});
    CHECK(gs::supporters(world(), panel).empty());
    auto const position = gs::position_of(world(), named("Russia"), panel);
    CHECK(position.number == 3);
    CHECK(std::count_if(position.rests_on.begin(), position.rests_on.end(),
                        [](gs::evidence const& e) { return e.how == gs::derivation::carried_over; }) == 1);
}

TEST_CASE("question 2: the Soviet Union supported North Korea in 1948, Russia in 2024") {
    auto const north_korea = named("North Korea");
    CHECK(names(gs::supporters(world(), north_korea, {.at = 1948y})) == name_list{"Soviet Union"});
    CHECK(names(gs::supporters(world(), north_korea, {.at = 1948y / 12 / 31})) == name_list{"Soviet Union"});
    CHECK(names(gs::supporters(world(), north_korea, {.at = 2024y})) == name_list{"Russia"});
    CHECK(names(gs::supporters(world(), north_korea, {.at = 2024y / 3 / 29})) == name_list{"Russia"});
}

TEST_CASE("question 3: the United States backed South Korea in 1948") {
    CHECK(names(gs::supporters(world(), named("Seoul"), {.at = 1948y})) == name_list{"United States"});
    CHECK(gs::supporters(world(), named("Seoul"), {.at = 2024y}).empty());
}

TEST_CASE("question 4: whether the United States opposes North Korea depends on whose account is read") {
    auto const attitude = [](gs::lens const& asked) {
        return gs::position_of(world(), named("United States"), named("North Korea"), asked).attitude;
    };
    CHECK(attitude({}) == gs::attitude::none);
    CHECK(attitude({.according_to = gs::sources_voice()}) == gs::attitude::none);
    CHECK(attitude({.according_to = world().at<gs::actor>("Russia")}) == gs::attitude::opposes);
    CHECK(attitude({.according_to = world().at<gs::actor>("Zakharova")}) == gs::attitude::opposes);
    CHECK(attitude({.according_to = gs::everybody()}) == gs::attitude::opposes);
    CHECK(attitude({.according_to = world().at<gs::actor>("North Korea")}) == gs::attitude::none);
}

TEST_CASE("question 5: the missile supply is contested, and nothing else is") {
    auto const disputes = gs::contested(world());
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].subject == named("missile claim"));
    CHECK(names(disputes[0].asserted_by) == name_list{"United States"});
    CHECK(names(disputes[0].denied_by) == name_list{"Russia", "North Korea"});
}

TEST_CASE("question 6: Washington's hostility to the compromise is Zakharova's account, not the reporter's") {
    auto const attitude = [](gs::lens const& asked) {
        return gs::position_of(world(), named("Washington"), named("Russia's compromise"), asked).attitude;
    };
    CHECK(attitude({.according_to = world().at<gs::actor>("Zakharova")}) == gs::attitude::opposes);
    CHECK(attitude({.according_to = gs::sources_voice()}) == gs::attitude::none);
    CHECK(attitude({}) == gs::attitude::none);
}

TEST_CASE("question 7: Zakharova speaks for the Foreign Ministry and through it for Russia") {
    CHECK(names(gs::principals_of(world(), named("Zakharova"))) == name_list{"Russian Foreign Ministry", "Russia"});
}

TEST_CASE("question 8: Russia's own statements, Zakharova's and the Kremlin's denial bind Russia") {
    std::set<std::string> keys;
    for (auto const said : gs::statements_of(world(), named("Russia"))) keys.insert(world()[said].key);
    CHECK(keys == std::set{"russia-on-strategy"s, "russia-on-tactics"s, "russia-on-the-panel"s, "russia-on-the-review"s,
                           "russia-on-missiles"s, "zakharova-on-methods"s, "zakharova-on-tension"s,
                           "zakharova-on-sanctions"s, "zakharova-on-aims"s, "zakharova-on-the-panel"s,
                           "zakharova-on-the-review"s, "zakharova-on-detente"s});
    CHECK(gs::statements_of(world(), named("Russia"), {.spokespeople_bind = false}).size() == 5);
}

TEST_CASE("question 9: Russia is against the panel by vote and word; against the sanctions by Zakharova's word alone") {
    auto const russia = named("Russia");
    auto const panel = gs::position_of(world(), russia, named("Panel of Experts"));
    auto const sanctions = gs::position_of(world(), russia, named("UN sanctions"));
    CHECK(panel.attitude == gs::attitude::opposes);
    CHECK(sanctions.attitude == gs::attitude::opposes);
    CHECK(sanctions.value == -0.5);
    REQUIRE(sanctions.rests_on.size() == 1);
    CHECK(sanctions.rests_on[0].whose == named("Zakharova"));
    CHECK(sanctions.rests_on[0].how == gs::derivation::spoken_for);
    gs::lens const votes{.channels = gs::channel::vote};
    CHECK(gs::position_of(world(), russia, named("Panel of Experts"), votes).attitude == gs::attitude::opposes);
    CHECK(gs::position_of(world(), russia, named("UN sanctions"), votes).attitude == gs::attitude::none);
    CHECK(gs::position_of(world(), russia, named("time-bound review")).attitude == gs::attitude::supports);
}

TEST_CASE("question 10: deeds are kept apart from words") {
    gs::lens const deeds{.channels = {gs::channel::vote, gs::channel::material}};
    auto const attitude = [&](char const* who, char const* target, gs::lens asked) {
        return gs::position_of(world(), named(who), named(target), asked).attitude;
    };
    CHECK(attitude("Russia", "panel renewal", deeds) == gs::attitude::opposes);
    CHECK(attitude("Russia", "Ukraine", deeds) == gs::attitude::opposes);
    CHECK(attitude("Russia", "North Korea", deeds) == gs::attitude::supports);
    CHECK(attitude("Russia", "United States", deeds) == gs::attitude::none);
    CHECK(attitude("North Korea", "Russia", deeds) == gs::attitude::none);
    auto alleged = deeds;
    alleged.according_to = world().at<gs::actor>("United States");
    CHECK(attitude("North Korea", "Russia", alleged) == gs::attitude::supports);
    CHECK(attitude("North Korea", "Ukraine", alleged) == gs::attitude::opposes);
}

TEST_CASE("question 11: by everybody's account there are two camps, and no tie is for the other or against its own") {
    std::set<std::string> const camp{"Russia",          "North Korea",    "Soviet Union",
                                     "Maria Zakharova", "Vladimir Putin", "Kim Jong Un"};
    auto const& g = world();
    auto const is_in_camp = [&](gs::any_node n) { return camp.contains(gs::name_of(g, n)); };
    std::size_t ties = 0;
    for (auto const& held : gs::positions(g, {.according_to = gs::everybody()})) {
        if (!g.as<gs::actor>(held.target) && !g.as<gs::alliance>(held.target)) continue;
        CAPTURE(gs::name_of(g, held.who));
        CAPTURE(gs::name_of(g, held.target));
        CHECK((is_in_camp(held.who) == is_in_camp(held.target)) == (held.position.value > 0));
        ++ties;
    }
    CHECK(ties == 27);
}

TEST_CASE("question 12: without Zakharova Russia still opposes the panel, and no longer the sanctions") {
    gs::lens const without{.without = {named("Zakharova")}};
    auto const attitude = [&](char const* who, char const* target, gs::lens const& asked) {
        return gs::position_of(world(), named(who), named(target), asked).attitude;
    };
    CHECK(attitude("Russia", "Panel of Experts", without) == gs::attitude::opposes);
    CHECK(attitude("Russia", "UN sanctions", without) == gs::attitude::none);
    CHECK(attitude("Russia", "Security Council", without) == gs::attitude::none);
    CHECK(attitude("Russia", "détente", without) == gs::attitude::none);
    gs::lens by_russia{.according_to = world().at<gs::actor>("Russia"), .without = {named("Zakharova")}};
    CHECK(attitude("Washington", "time-bound review", by_russia) == gs::attitude::none);
    CHECK(attitude("Washington", "North Korea", by_russia) == gs::attitude::opposes);
}

TEST_CASE(
    "seed: what the reporter says of leaders binds no state; blocs have no members; nothing is without a source") {
    auto const& g = world();
    CHECK(gs::position_of(g, named("Russia"), named("Asian allies")).attitude == gs::attitude::none);
    CHECK(gs::position_of(g, named("North Korea"), named("United States")).attitude == gs::attitude::none);
    CHECK(gs::relations_of<gs::member_of>(g).empty());
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const& p = g.annotation(g.relation_at(i));
        CHECK_FALSE(p.publication.is_null());
        CHECK(p.locator.substr(0, 10) == "paragraph ");
        CHECK(p.reliability == gs::reliability::cannot_be_judged);
    }
}

TEST_CASE("seed: each call gives a graph of the caller's own") {
    auto mine = gs::seed::panel_veto_2024();
    auto const size = world().num_nodes();
    mine.add(gs::actor{.key = "china", .name = "China"});
    CHECK(mine.num_nodes() == size + 1);
    CHECK(gs::seed::panel_veto_2024().num_nodes() == size);
}

namespace {

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> result{""};
    for (char const c : text) {
        bool const in_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
        if (in_word) result.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        if (!in_word && !result.back().empty()) result.emplace_back();
    }
    if (result.back().empty()) result.pop_back();
    return result;
}

std::set<std::vector<std::string>> runs_of_six(std::string const& text) {
    auto const words = words_of(text);
    std::set<std::vector<std::string>> result;
    for (std::size_t i = 0; i + 6 <= words.size(); ++i)
        result.emplace(words.begin() + static_cast<std::ptrdiff_t>(i),
                       words.begin() + static_cast<std::ptrdiff_t>(i + 6));
    return result;
}

} // namespace

TEST_CASE("seed: no six words in a row are the article's") {
    char const* const path = std::getenv("GEOSTANCE_ARTICLE");
    if (path == nullptr) {
        MESSAGE("skipped: GEOSTANCE_ARTICLE is not set");
        return;
    }
    std::ifstream file(path);
    REQUIRE(file.good());
    auto const theirs = runs_of_six({std::istreambuf_iterator<char>(file), {}});
    REQUIRE(theirs.size() > 100);
    std::vector<std::string> ours;
    auto const& g = world();
    for (std::size_t i = 0; i < g.num_nodes(); ++i) {
        ours.push_back(gs::name_of(g, g.node_at(i)));
        g.visit(g.node_at(i), [&](auto const& payload) {
            if constexpr (requires { payload.aliases; })
                ours.insert(ours.end(), payload.aliases.begin(), payload.aliases.end());
        });
    }
    for (std::size_t i = 0; i < g.num_relations(); ++i) ours.push_back(g.annotation(g.relation_at(i)).note);
    for (auto const& text : ours)
        for (auto const& run : runs_of_six(text)) {
            CAPTURE(text);
            CHECK_FALSE(theirs.contains(run));
        }
}
