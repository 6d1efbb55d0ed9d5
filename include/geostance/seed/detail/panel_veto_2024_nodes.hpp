// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who and what the article of the seed names: its actors, blocs, issues and statements, with every name it uses.
#pragma once

#include <geostance/seed/detail/record_nodes.hpp>

#include <chrono>

namespace geostance::seed::detail {

/// The Friday of the article. The article gives no date; this one is inferred.
inline constexpr std::chrono::year_month_day friday(std::chrono::year(2024), std::chrono::month(3),
                                                    std::chrono::day(29));

/// The nodes of the seed, in the graph `g` that they are added to.
struct panel_veto_2024_nodes : record_nodes {
    node<publication> article = g.add(publication{.key = "article",
                                                  .name = "Russia's veto and North Korea",
                                                  .publisher = "cumhuriyet.com.tr",
                                                  .published = friday,
                                                  .aliases = {"the article"}});

    // States. The Soviet Union shares the COW number of Russia: asking for cow:365 is ambiguous, as the number is.
    node<actor> russia =
        state("russia", "Russia", {"Moscow", "Kremlin", "the Kremlin", "Russian Federation", "the Russian Federation"},
              "RUS", "365");
    node<actor> united_states = state("united-states", "United States",
                                      {"Washington", "US", "the US", "U.S.", "the U.S.", "USA", "the United States",
                                       "United States of America", "America"},
                                      "USA", "2");
    node<actor> north_korea =
        state("north-korea", "North Korea", {"Pyongyang", "DPRK", "the DPRK", "Democratic People's Republic of Korea"},
              "PRK", "731");
    node<actor> south_korea = state("south-korea", "South Korea",
                                    {"Seoul", "ROK", "Republic of Korea", "the Republic of Korea"}, "KOR", "732");
    node<actor> ukraine = state("ukraine", "Ukraine", {"Kyiv", "Kiev"}, "UKR", "369");
    node<actor> soviet_union =
        g.add(actor{.key = "soviet-union",
                    .name = "Soviet Union",
                    .kind = actor_kind::state,
                    .aliases = {"USSR", "the USSR", "the Soviet Union", "Union of Soviet Socialist Republics"},
                    .codes = {{"iso3166-1-alpha-3", "SUN"}, {"cow", "365"}}});

    // Bodies, people
    node<actor> foreign_ministry =
        somebody("russian-foreign-ministry", "Russian Foreign Ministry", actor_kind::ministry,
                 {"Foreign Ministry", "Russia's Foreign Ministry", "Ministry of Foreign Affairs of Russia",
                  "Russian Ministry of Foreign Affairs"});
    node<actor> united_nations =
        somebody("united-nations", "United Nations", actor_kind::intergovernmental_organization,
                 {"UN", "U.N.", "the UN", "the United Nations"});
    node<actor> security_council = somebody("security-council", "Security Council", actor_kind::organ,
                                            {"UN Security Council", "U.N. Security Council", "UNSC",
                                             "the Security Council", "United Nations Security Council"});
    node<actor> committee = somebody(
        "committee-1718", "1718 Committee", actor_kind::organ,
        {"Committee 1718", "the 1718 Committee", "1718 Sanctions Committee", "UN Security Council Committee 1718"});
    node<actor> panel =
        somebody("panel-of-experts", "Panel of Experts", actor_kind::organ,
                 {"Group of Experts", "panel of experts", "group of experts", "the panel", "panel",
                  "the Group of Experts", "the panel of experts", "the Panel of Experts", "UN panel of experts",
                  "UN Panel of Experts", "UN Group of Experts", "1718 Committee's Group of Experts",
                  "1718 Committee's Panel of Experts", "Committee 1718's Group of Experts"});
    node<actor> zakharova =
        somebody("zakharova", "Maria Zakharova", actor_kind::person, {"Zakharova", "Mariya Zakharova"});
    node<actor> putin = somebody("putin", "Vladimir Putin", actor_kind::person,
                                 {"Putin", "President Putin", "President Vladimir Putin"});
    node<actor> kim = somebody("kim", "Kim Jong Un", actor_kind::person, {"Kim", "Kim Jong-un", "Kim Jong-Un"});
    node<actor> people = somebody("people-of-north-korea", "people of North Korea", actor_kind::population,
                                  {"the people of North Korea", "North Korean people", "North Koreans",
                                   "North Korea's populace", "North Korea's people"});

    // Blocs as the article names them; it does not say who belongs to them, and neither does the seed.
    node<alliance> us_allies = bloc("us-allies", "allies of the United States",
                                    {"US allies", "U.S. allies", "allies of the US", "America's allies"});
    node<alliance> asian_allies =
        bloc("asian-allies", "Asian allies of the United States",
             {"Asian allies", "US Asian allies", "Asian allies of the US", "Washington's Asian allies"});
    node<alliance> west = bloc("west", "the West", {"West"});
    node<alliance> major_powers = bloc("major-powers", "major powers", {"the major powers"});
    node<alliance> adversaries = bloc("north-koreas-adversaries", "North Korea's adversaries",
                                      {"adversaries of North Korea", "the DPRK's adversaries", "DPRK's adversaries",
                                       "North Korea's rivals", "rivals of North Korea", "geopolitical rivals"});

    // Motions, what is in force, courses of action
    node<issue> renewal = matter("panel-renewal", "renewal of the panel's mandate", issue_kind::motion,
                                 {"renewal", "annual renewal", "renewal of the mandate", "renewal of the panel",
                                  "panel renewal", "mandate renewal"});
    node<issue> review = matter("sanctions-review", "time-bound review of the sanctions", issue_kind::motion,
                                {"time-bound review", "time-bound review of sanctions", "review of the sanctions",
                                 "sanctions review", "Russia's compromise", "the compromise", "compromise"});
    node<issue> sanctions =
        matter("un-sanctions", "UN sanctions on North Korea", issue_kind::instrument,
               {"sanctions", "UN sanctions", "the sanctions", "sanctions regime", "UN sanctions regime",
                "international sanctions on North Korea", "international sanctions", "sanctions on North Korea",
                "sanctions against North Korea", "sanctions framework"});
    node<issue> programmes = matter(
        "weapons-programmes", "North Korea's nuclear weapons and ballistic missile programmes", issue_kind::policy,
        {"weapons programmes", "weapons programs", "nuclear weapons programme", "nuclear weapons program",
         "nuclear programme", "nuclear program", "ballistic missile programme", "ballistic missile program",
         "missile programme", "missile program"});
    node<issue> arsenal = matter("larger-arsenal", "a larger North Korean nuclear arsenal", issue_kind::policy,
                                 {"larger nuclear arsenal", "nuclear arsenal"});
    node<issue> new_strategy = matter("new-strategy", "a new strategy toward North Korea", issue_kind::policy,
                                      {"new strategy", "a new strategy", "fresh strategy", "a fresh strategy"});
    node<issue> peaceful_resolution = matter("peaceful-resolution", "a peaceful resolution on the Korean Peninsula",
                                             issue_kind::policy, {"peaceful resolution", "a peaceful resolution"});
    node<issue> detente =
        matter("detente", "détente without escalation", issue_kind::policy, {"détente", "avoiding escalation"});
    node<issue> cooperation = matter("cooperation", "cooperation among the major powers", issue_kind::policy,
                                     {"cooperation among major powers", "collaboration among major powers"});

    // What is claimed, what happened, what goes on
    node<issue> missile_claim =
        matter("missile-claim", "the claim that North Korea gave Russia missiles to use against Ukraine",
               issue_kind::claim, {"missile claim", "the missile claim", "missile supply", "supply of missiles"});
    node<issue> veto = matter("veto", "Russia's veto of the panel's renewal", issue_kind::event,
                              {"the veto", "Russian veto", "Russia's veto"});
    node<issue> war = matter("war-in-ukraine", "Russia's war in Ukraine", issue_kind::event,
                             {"war in Ukraine", "the war in Ukraine", "Ukraine war", "conflict in Ukraine",
                              "the conflict in Ukraine", "invasion of Ukraine", "full-scale invasion of Ukraine"});
    node<issue> tension = matter(
        "tension-in-asia", "military tension in Asia", issue_kind::other,
        {"military tension", "military tensions", "military tensions in Asia", "tension in Asia", "tensions in Asia"});
    node<issue> test_2006 = matter("nuclear-test-2006", "nuclear test of 2006", issue_kind::event,
                                   {"first nuclear test", "2006 nuclear test"});
    node<issue> test_2009 =
        matter("nuclear-test-2009", "nuclear test of 2009", issue_kind::event, {"2009 nuclear test"});
    node<issue> test_2013 =
        matter("nuclear-test-2013", "nuclear test of 2013", issue_kind::event, {"2013 nuclear test"});
    node<issue> test_2016a = matter("nuclear-test-2016-first", "first nuclear test of 2016", issue_kind::event);
    node<issue> test_2016b = matter("nuclear-test-2016-second", "second nuclear test of 2016", issue_kind::event);
    node<issue> test_2017 =
        matter("nuclear-test-2017", "nuclear test of 2017", issue_kind::event, {"2017 nuclear test"});

    // What was said
    node<statement> on_strategy =
        words("russia-on-strategy", "The major powers should deal with North Korea in a new way.");
    node<statement> on_tactics =
        words("russia-on-tactics", "The US and its allies drive up tension in Asia and try to choke North Korea.");
    node<statement> on_methods =
        words("zakharova-on-methods", "The Security Council's methods on Korea have had their day.");
    node<statement> on_tension = words("zakharova-on-tension", "The United States feeds military tension.");
    node<statement> on_sanctions =
        words("zakharova-on-sanctions", "The sanctions brought no security and hurt the people of North Korea.");
    node<statement> on_aims =
        words("zakharova-on-aims", "The US and its allies want North Korea throttled, not a peaceful way out.");
    node<statement> on_experts =
        words("russia-on-the-panel", "The panel is no longer objective or impartial, and serves North Korea's rivals.");
    node<statement> on_panel =
        words("zakharova-on-the-panel",
              "The panel has become a tool of North Korea's adversaries; there is no point in keeping it as it is.");
    node<statement> on_detente =
        words("zakharova-on-detente", "All concerned should avoid escalation and look for détente.");
    node<statement> on_compromise =
        words("russia-on-the-review", "Let the sanctions be reviewed within a set time.", date(friday.year()));
    node<statement> on_hostility = words("zakharova-on-the-review", "Washington was hostile to Russia's compromise.");
    node<statement> on_missiles =
        words("united-states-on-missiles", "Missiles from North Korea went to Russia, for its war on Ukraine.", date());
    node<statement> kremlin_denial = words("russia-on-missiles", "Russia got no such missiles.", date(), "the Kremlin");
    node<statement> pyongyang_denial =
        words("north-korea-on-missiles", "North Korea gave no such missiles.", date(), "Pyongyang");

private:
    node<statement> words(char const* key, char const* summary, date said = friday, char const* wording = "") {
        return g.add(statement{key, summary, said, wording});
    }
};

} // namespace geostance::seed::detail
