// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who and what the second record names: the Council's members, those who speak for them, its bodies, what it voted on,
/// and its sources.
#pragma once

#include <geostance/seed/detail/record_nodes.hpp>

#include <chrono>

namespace geostance::seed::detail {

/// The nodes of the record, in the graph `g` that they are added to.
struct council_vote_2024_nodes : record_nodes {
    static constexpr std::chrono::year_month_day vote_day{std::chrono::year(2024), std::chrono::March,
                                                          std::chrono::day(28)};

    node<publication> reports = g.add(publication{.key = "reports",
                                                  .name = "agency and UN press reports of the vote",
                                                  .publisher = "AP, AFP, Reuters, UN press",
                                                  .published = vote_day.year() / vote_day.month() / 29});
    node<publication> vote_record = g.add(publication{.key = "vote-record",
                                                      .name = "vote record of the Security Council",
                                                      .publisher = "United Nations",
                                                      .published = vote_day});
    node<publication> charter = g.add(publication{.key = "charter",
                                                  .name = "Charter of the United Nations",
                                                  .publisher = "United Nations",
                                                  .published = std::chrono::year(1945)});
    node<publication> alliances =
        g.add(publication{.key = "alliances", .name = "formal alliances", .publisher = "Correlates of War; ATOP"});
    node<actor> china = state("CHN", "China", {"Beijing", "PRC", "People's Republic of China"}, "CHN", "710");
    node<actor> france = state("FRA", "France", {"Paris"}, "FRA", "220");
    node<actor> russia =
        state("RUS", "Russia", {"Moscow", "Kremlin", "the Kremlin", "Russian Federation"}, "RUS", "365");
    node<actor> britain =
        state("GBR", "United Kingdom", {"UK", "the UK", "U.K.", "Britain", "Great Britain", "London"}, "GBR", "200");
    node<actor> america = state(
        "USA", "United States",
        {"Washington", "US", "the US", "U.S.", "the U.S.", "the United States", "United States of America", "America"},
        "USA", "2");
    node<actor> ecuador = state("ECU", "Ecuador", {}, "ECU", "130");
    node<actor> japan = state("JPN", "Japan", {"Tokyo"}, "JPN", "740");
    node<actor> malta = state("MLT", "Malta", {}, "MLT", "338");
    node<actor> mozambique = state("MOZ", "Mozambique", {}, "MOZ", "541");
    node<actor> switzerland = state("CHE", "Switzerland", {}, "CHE", "225");
    node<actor> algeria = state("DZA", "Algeria", {}, "DZA", "615");
    node<actor> guyana = state("GUY", "Guyana", {}, "GUY", "110");
    node<actor> south_korea =
        state("KOR", "Republic of Korea", {"South Korea", "ROK", "the Republic of Korea", "Seoul"}, "KOR", "732");
    node<actor> sierra_leone = state("SLE", "Sierra Leone", {}, "SLE", "451");
    node<actor> slovenia = state("SVN", "Slovenia", {}, "SVN", "349");
    node<actor> north_korea = state(
        "PRK", "North Korea", {"DPRK", "the DPRK", "Pyongyang", "Democratic People's Republic of Korea"}, "PRK", "731");
    node<actor> ukraine = state("UKR", "Ukraine", {"Kyiv", "Kiev"}, "UKR", "369");
    node<actor> soviet_union = g.add(actor{.key = "SUN",
                                           .name = "Soviet Union",
                                           .kind = actor_kind::state,
                                           .aliases = {"USSR", "the Soviet Union"},
                                           .codes = {{"iso3166-1-alpha-3", "SUN"}}});
    node<actor> nebenzia = somebody("nebenzia", "Vasily Nebenzia", actor_kind::person,
                                    {"Nebenzia", "Nebenzya", "Vassily Nebenzia", "Vasily Nebenzya"});
    node<actor> wood = somebody("wood", "Robert Wood", actor_kind::person, {"Wood"});
    node<actor> miller = somebody("miller", "Matthew Miller", actor_kind::person, {"Miller", "Matt Miller"});
    node<actor> kirby = somebody("kirby", "John Kirby", actor_kind::person, {"Kirby"});
    node<actor> kuleba = somebody("kuleba", "Dmytro Kuleba", actor_kind::person, {"Kuleba", "Dmitry Kuleba"});
    node<actor> council = somebody("UNSC", "Security Council", actor_kind::organ,
                                   {"UN Security Council", "the Security Council", "United Nations Security Council"});
    node<actor> committee = somebody("committee-1718", "1718 Committee", actor_kind::organ,
                                     {"Committee 1718", "the 1718 Committee", "1718 Sanctions Committee"});
    node<actor> panel = somebody("panel", "Panel of Experts", actor_kind::organ,
                                 {"panel of experts", "the panel of experts", "Group of Experts", "group of experts",
                                  "the Group of Experts", "the panel", "UN Panel of Experts",
                                  "1718 Committee's Panel of Experts", "1718 Committee's Group of Experts"});
    node<actor> united_nations =
        somebody("united-nations", "United Nations", actor_kind::intergovernmental_organization,
                 {"UN", "U.N.", "the UN", "the United Nations"});
    node<alliance> west = bloc("western-states", "Western states", {"the West", "West"});
    node<issue> motion = g.add(issue{.key = "extension",
                                     .name = "extension of the panel's mandate",
                                     .kind = issue_kind::motion,
                                     .aliases = {"renewal of the panel's mandate", "panel renewal", "mandate renewal",
                                                 "draft resolution S/2024/255", "S/2024/255"},
                                     .codes = {{"un-document", "S/2024/255"}}});
    node<issue> review = matter("annual-review", "annual review of the sanctions with an end unless renewed",
                                issue_kind::motion, {"annual review", "review of the sanctions"});
    node<issue> sanctions = matter("sanctions", "UN sanctions on North Korea", issue_kind::instrument,
                                   {"UN sanctions", "the sanctions", "sanctions regime", "sanctions on North Korea"});
    node<issue> veto = matter("veto", "Russia's veto", issue_kind::event, {"the veto", "Russian veto"});
    node<issue> transfers =
        matter("arms-transfers", "arms went from North Korea to Russia", issue_kind::claim, {"arms transfers"});
};

} // namespace geostance::seed::detail
