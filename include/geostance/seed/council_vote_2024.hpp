// SPDX-License-Identifier: BSL-1.0
/// @file
/// A second record: the Security Council's vote of 28 March 2024, with all fifteen members, some of
/// their reasons, and reactions.
#pragma once

#include <geostance/model/geopolitics.hpp>

#include <chrono>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace geostance::seed {

namespace detail {

/// Writes the record, a function for each part of it.
class council_vote_2024_writer {
public:
    stance_graph write() {
        council_and_members();
        motion_and_votes();
        explanations_of_vote();
        reactions();
        earlier_decisions();
        pledges_between_allies();
        return std::move(g_);
    }

private:
    static constexpr std::chrono::year_month_day vote_day{std::chrono::year(2024), std::chrono::March,
                                                          std::chrono::day(28)};

    using names = std::initializer_list<char const*>;

    static std::vector<std::string> strings(names list) { return {list.begin(), list.end()}; }
    node<actor> state(char const* code, char const* cow, char const* name, names aliases = {}) {
        return g_.add(actor{code,
                            name,
                            actor_kind::state,
                            strings(aliases),
                            {{"iso3166-1-alpha-3", code}, {"cameo", code}, {"cow", cow}}});
    }
    node<actor> somebody(char const* key, char const* name, actor_kind kind, names aliases) {
        return g_.add(actor{key, name, kind, strings(aliases), {}});
    }
    node<issue> matter(char const* key, char const* name, issue_kind kind, names aliases) {
        return g_.add(issue{key, name, kind, strings(aliases), {}});
    }
    provenance cite(node<publication> in, char const* locator, period when, std::string note = {},
                    node<statement> claimed_in = {}) const {
        return {
            .claimed_in = claimed_in, .publication = in, .locator = locator, .note = std::move(note), .valid = when};
    }
    /// What a speaker said, and on what day.
    node<statement> say(node<actor> speaker, char const* key, char const* summary, date day, char const* locator) {
        auto const said = g_.add(statement{.key = key, .summary = summary, .said = day});
        g_.relate(speaker, said, makes{}, cite(reports_, locator, during(day)));
        return said;
    }
    /// An office that the reports show somebody to hold by the day of the vote.
    void office(node<actor> speaker, node<actor> principal, char const* role) {
        auto shown = cite(reports_, "how the reports introduce the speaker", {vote_day, {}});
        shown.inferred = true;
        g_.relate(speaker, principal, speaks_for{.role = role}, shown);
    }

    void council_and_members() {
        using std::chrono::year;
        auto const permanent = [&](node<actor> member, period when) {
            g_.relate(member, council_, member_of{.role = "permanent member"}, cite(charter_, "Article 23", when));
        };
        g_.relate(china_, council_, member_of{.role = "permanent member"},
                  cite(charter_, "Article 23", since(year(1945)),
                       "until 25 October 1971 its seat was held by the Republic of China"));
        for (auto const member : {france_, britain_, america_}) permanent(member, since(year(1945)));
        // The seat passed to Russia with the end of the Soviet Union. The Correlates of War count the two as one state,
        // 365; the record keeps that number with Russia, whom a question of today means.
        const date last_day = year(1991) / std::chrono::December / 25;
        permanent(soviet_union_, {year(1945), last_day});
        permanent(russia_, since(last_day.last_day() + std::chrono::days(1)));
        g_.relate(russia_, soviet_union_, succeeds{},
                  cite(charter_, "Article 23", since(last_day.last_day() + std::chrono::days(1))));
        auto const elect = [&](node<actor> member, int first_year) {
            g_.relate(member, council_, member_of{.role = "elected member"},
                      cite(vote_record_, "list of members", {year(first_year), year(first_year + 1)}));
        };
        for (auto const member : {ecuador_, japan_, malta_, mozambique_, switzerland_}) elect(member, 2023);
        for (auto const member : {algeria_, guyana_, south_korea_, sierra_leone_, slovenia_}) elect(member, 2024);
        g_.relate(japan_, council_, member_of{.role = "president"},
                  cite(vote_record_, "presidency of the month", during(vote_day.year() / vote_day.month())));
        g_.relate(council_, united_nations_, part_of{}, cite(charter_, "Article 7", since(year(1945))));
        g_.relate(committee_, council_, part_of{}, cite(vote_record_, "resolution 1718", {year(2006), {}}));
        g_.relate(panel_, committee_, part_of{},
                  cite(vote_record_, "resolution 1874", {year(2009), year(2024) / std::chrono::April / 30},
                       "its mandate ends, as it is not extended"));
    }

    void motion_and_votes() {
        auto const vote = [&](node<actor> member, ballot how, bool veto = false) {
            g_.relate(member, motion_, casts{.vote = how, .veto = veto},
                      cite(vote_record_, "roll call", {vote_day, {}}));
        };
        g_.relate(america_, motion_, sponsors{}, cite(vote_record_, "draft", {vote_day, {}}));
        g_.relate(motion_, panel_, would{motion_effect::keep},
                  cite(vote_record_, "draft", {vote_day, {}},
                       "a year more, to 30 April 2025; the sanctions stay as they are"));
        for (auto const member : {france_, britain_, america_, ecuador_, japan_, malta_, mozambique_, switzerland_,
                                  algeria_, guyana_, south_korea_, sierra_leone_, slovenia_})
            vote(member, ballot::yes);
        vote(russia_, ballot::no, true);
        vote(china_, ballot::abstain);
        g_.relate(russia_, veto_, carries_out{}, cite(vote_record_, "roll call", during(vote_day)));
        g_.relate(veto_, motion_, affects{.value = -1},
                  cite(vote_record_, "roll call", during(vote_day), "the draft fails by it"));
        auto const offer =
            say(russia_, "annual-review-offer", "renewal only together with an end date for the sanctions",
                date(vote_day.year() / vote_day.month()), "before the vote");
        g_.relate(offer, review_, about{force::propose},
                  cite(reports_, "before the vote", during(date(vote_day.year() / vote_day.month()))));
        g_.relate(russia_, review_, sponsors{},
                  cite(reports_, "before the vote", {date(vote_day.year() / vote_day.month()), {}}, {}, offer));
        g_.relate(review_, sanctions_, would{motion_effect::amend}, cite(reports_, "before the vote", {}));
    }

    void explanations_of_vote() {
        char const* const where = "explanations of vote";
        office(nebenzia_, russia_, "permanent representative");
        office(wood_, america_, "deputy permanent representative");
        auto const russian = say(
            nebenzia_, "nebenzia-on-sanctions",
            "Western states are out to strangle North Korea, and the sanctions no longer fit reality", vote_day, where);
        g_.relate(russian, sanctions_, about{force::condemn}, cite(reports_, where, during(vote_day)));
        g_.relate(nebenzia_, sanctions_, stance{.value = -1, .facet = "relevance"},
                  cite(reports_, where, {vote_day, {}}, "irrelevant, and detached from reality", russian));
        g_.relate(west_, north_korea_, stance{.value = -1},
                  cite(reports_, where, {vote_day, {}}, "try to strangle it", russian));
        auto const american = say(wood_, "wood-on-veto", "the veto would embolden North Korea", vote_day, where);
        g_.relate(american, veto_, about{force::condemn}, cite(reports_, where, during(vote_day)));
        g_.relate(wood_, veto_, stance{.value = -1}, cite(reports_, where, {vote_day, {}}, {}, american));
        g_.relate(veto_, north_korea_, affects{.value = 1},
                  cite(reports_, where, {vote_day, {}}, "emboldens it", american));
    }

    void reactions() {
        const date month(vote_day.year() / vote_day.month());
        char const* const where = "reactions";
        office(miller_, america_, "State Department spokesman");
        office(kirby_, america_, "National Security Council spokesman");
        office(kuleba_, ukraine_, "foreign minister");
        auto const against_veto = [&](node<actor> speaker, char const* key, char const* summary) {
            const auto said = say(speaker, key, summary, month, where);
            g_.relate(said, veto_, about{force::condemn}, cite(reports_, where, during(month)));
            auto since_the_vote = cite(reports_, where, {vote_day, {}}, summary, said);
            since_the_vote.inferred = true; // whatever the day of the words, they cannot precede what they are about
            g_.relate(speaker, veto_, stance{.value = -1}, since_the_vote);
            return said;
        };
        auto const interest =
            against_veto(miller_, "miller-on-veto",
                         "Russia acts in its own interest, to bury what the panel reports on its dealings");
        g_.relate(russia_, panel_, stance{.value = -1, .facet = "reporting on Russia"},
                  cite(reports_, where, {month, {}}, "wants its reporting buried", interest));
        against_veto(kirby_, "kirby-on-veto", "the veto is reckless");
        auto const guilt = against_veto(kuleba_, "kuleba-on-veto", "the veto is as good as admitting guilt");
        g_.relate(guilt, transfers_, about{force::accuse}, cite(reports_, where, during(month)));
        auto const inquiry = say(panel_, "panel-inquiry", "looks into reports of arms going from North Korea to Russia",
                                 month, "background");
        g_.relate(inquiry, transfers_, about{force::ask},
                  cite(reports_, "background", during(month), "to investigate is not to assert"));
    }

    void earlier_decisions() {
        using namespace std::chrono;
        auto const draft = g_.add(issue{.key = "S/2022/431",
                                        .name = "draft resolution on North Korea, S/2022/431",
                                        .kind = issue_kind::motion,
                                        .codes = {{"un-document", "S/2022/431"}}});
        const year_month_day day{year(2022), May, std::chrono::day(26)};
        for (auto const member : {china_, russia_})
            g_.relate(member, draft, casts{.vote = ballot::no, .veto = true},
                      cite(vote_record_, "S/2022/431", {day, {}}, "the votes of the other members are left out"));
        auto const resolution = [&](char const* symbol, int y) {
            auto const dated = std::string(symbol) + " (" + std::to_string(y) + ")";
            return g_.add(issue{.key = symbol,
                                .name = "resolution " + std::string(symbol),
                                .kind = issue_kind::instrument,
                                .aliases = {"resolution " + dated, "S/RES/" + dated, "S/RES/" + std::string(symbol)},
                                .codes = {{"un-document", "S/RES/" + dated}}});
        };
        auto const r1718 = resolution("1718", 2006);
        auto const r1874 = resolution("1874", 2009);
        g_.relate(r1718, committee_, would{motion_effect::create},
                  cite(vote_record_, "resolution 1718", during(year(2006))));
        g_.relate(r1718, sanctions_, would{motion_effect::create},
                  cite(vote_record_, "resolution 1718", during(year(2006))));
        g_.relate(r1874, panel_, would{motion_effect::create},
                  cite(vote_record_, "resolution 1874", during(year(2009))));
        g_.relate(r1874, r1718, follows{}, cite(vote_record_, "resolution 1874", during(year(2009))));
    }

    void pledges_between_allies() {
        using std::chrono::year;
        g_.relate(china_, north_korea_, allied_with{.pledges = {.defense = true}, .treaty = "treaty of 1961"},
                  cite(alliances_, "China and North Korea", since(year(1961))));
        g_.relate(north_korea_, china_, allied_with{.pledges = {.defense = true}, .treaty = "treaty of 1961"},
                  cite(alliances_, "China and North Korea", since(year(1961))));
        const pledges weak{.nonaggression = true, .consultation = true};
        g_.relate(russia_, north_korea_, allied_with{.pledges = weak, .treaty = "treaty of 2000"},
                  cite(alliances_, "Russia and North Korea", {year(2000), {}}));
        g_.relate(north_korea_, russia_, allied_with{.pledges = weak, .treaty = "treaty of 2000"},
                  cite(alliances_, "Russia and North Korea", {year(2000), {}}));
    }

    stance_graph g_;
    node<publication> reports_ =
        g_.add(publication{.key = "reports",
                           .name = "agency and UN press reports of the vote",
                           .publisher = "AP, AFP, Reuters, UN press",
                           .published = std::chrono::year_month_day(vote_day.year() / vote_day.month() / 29)});
    node<publication> vote_record_ = g_.add(publication{.key = "vote-record",
                                                        .name = "vote record of the Security Council",
                                                        .publisher = "United Nations",
                                                        .published = vote_day});
    node<publication> charter_ = g_.add(publication{.key = "charter",
                                                    .name = "Charter of the United Nations",
                                                    .publisher = "United Nations",
                                                    .published = std::chrono::year(1945)});
    node<publication> alliances_ =
        g_.add(publication{.key = "alliances", .name = "formal alliances", .publisher = "Correlates of War; ATOP"});
    node<actor> china_ = state("CHN", "710", "China", {"Beijing", "PRC", "People's Republic of China"});
    node<actor> france_ = state("FRA", "220", "France", {"Paris"});
    node<actor> russia_ = state("RUS", "365", "Russia", {"Moscow", "Kremlin", "the Kremlin", "Russian Federation"});
    node<actor> britain_ =
        state("GBR", "200", "United Kingdom", {"UK", "the UK", "U.K.", "Britain", "Great Britain", "London"});
    node<actor> america_ = state(
        "USA", "2", "United States",
        {"Washington", "US", "the US", "U.S.", "the U.S.", "the United States", "United States of America", "America"});
    node<actor> ecuador_ = state("ECU", "130", "Ecuador");
    node<actor> japan_ = state("JPN", "740", "Japan", {"Tokyo"});
    node<actor> malta_ = state("MLT", "338", "Malta");
    node<actor> mozambique_ = state("MOZ", "541", "Mozambique");
    node<actor> switzerland_ = state("CHE", "225", "Switzerland");
    node<actor> algeria_ = state("DZA", "615", "Algeria");
    node<actor> guyana_ = state("GUY", "110", "Guyana");
    node<actor> south_korea_ =
        state("KOR", "732", "Republic of Korea", {"South Korea", "ROK", "the Republic of Korea", "Seoul"});
    node<actor> sierra_leone_ = state("SLE", "451", "Sierra Leone");
    node<actor> slovenia_ = state("SVN", "349", "Slovenia");
    node<actor> north_korea_ =
        state("PRK", "731", "North Korea", {"DPRK", "the DPRK", "Pyongyang", "Democratic People's Republic of Korea"});
    node<actor> ukraine_ = state("UKR", "369", "Ukraine", {"Kyiv", "Kiev"});
    node<actor> soviet_union_ = g_.add(actor{.key = "SUN",
                                             .name = "Soviet Union",
                                             .kind = actor_kind::state,
                                             .aliases = {"USSR", "the Soviet Union"},
                                             .codes = {{"iso3166-1-alpha-3", "SUN"}}});
    node<actor> nebenzia_ = somebody("nebenzia", "Vasily Nebenzia", actor_kind::person,
                                     {"Nebenzia", "Nebenzya", "Vassily Nebenzia", "Vasily Nebenzya"});
    node<actor> wood_ = somebody("wood", "Robert Wood", actor_kind::person, {"Wood"});
    node<actor> miller_ = somebody("miller", "Matthew Miller", actor_kind::person, {"Miller", "Matt Miller"});
    node<actor> kirby_ = somebody("kirby", "John Kirby", actor_kind::person, {"Kirby"});
    node<actor> kuleba_ = somebody("kuleba", "Dmytro Kuleba", actor_kind::person, {"Kuleba", "Dmitry Kuleba"});
    node<actor> council_ = somebody("UNSC", "Security Council", actor_kind::organ,
                                    {"UN Security Council", "the Security Council", "United Nations Security Council"});
    node<actor> committee_ = somebody("committee-1718", "1718 Committee", actor_kind::organ,
                                      {"Committee 1718", "the 1718 Committee", "1718 Sanctions Committee"});
    node<actor> panel_ = somebody("panel", "Panel of Experts", actor_kind::organ,
                                  {"panel of experts", "the panel of experts", "Group of Experts", "group of experts",
                                   "the Group of Experts", "the panel", "UN Panel of Experts",
                                   "1718 Committee's Panel of Experts", "1718 Committee's Group of Experts"});
    node<actor> united_nations_ =
        somebody("united-nations", "United Nations", actor_kind::intergovernmental_organization,
                 {"UN", "U.N.", "the UN", "the United Nations"});
    node<alliance> west_ =
        g_.add(alliance{.key = "western-states", .name = "Western states", .aliases = {"the West", "West"}});
    node<issue> motion_ = g_.add(issue{.key = "extension",
                                       .name = "extension of the panel's mandate",
                                       .kind = issue_kind::motion,
                                       .aliases = {"renewal of the panel's mandate", "panel renewal", "mandate renewal",
                                                   "draft resolution S/2024/255", "S/2024/255"},
                                       .codes = {{"un-document", "S/2024/255"}}});
    node<issue> review_ = matter("annual-review", "annual review of the sanctions with an end unless renewed",
                                 issue_kind::motion, {"annual review", "review of the sanctions"});
    node<issue> sanctions_ = matter("sanctions", "UN sanctions on North Korea", issue_kind::instrument,
                                    {"UN sanctions", "the sanctions", "sanctions regime", "sanctions on North Korea"});
    node<issue> veto_ = matter("veto", "Russia's veto", issue_kind::event, {"the veto", "Russian veto"});
    node<issue> transfers_ =
        matter("arms-transfers", "arms went from North Korea to Russia", issue_kind::claim, {"arms transfers"});
};

} // namespace detail

/// The Security Council's vote of 28 March 2024 on the mandate of its panel of experts on North Korea: the fifteen
/// members and how they voted, what Russia and the United States said to explain their votes, the reactions, earlier
/// decisions, and the pledges between North Korea and its allies.
///
/// It is a record of that day: of other years it has no members but those of 2024, and of the vote of May 2022 only the
/// two vetoes; to count the votes of that day is to miss the others.
///
/// In the record's own words, from public reports of 28 and 29 March 2024 by AP, AFP, Reuters and UN press; the vote
/// record; and the alliance data of COW and ATOP. Which of the agencies reported a reaction first is not recorded, and
/// the day of a reaction is known to the month only; as none can precede the veto, it is taken to hold from the vote
/// on.
/// @return a copy of the graph, yours to extend
/// @par Complexity
/// Built once, on the first call; each call copies it.
/// @par Thread safety
/// Safe to call from several threads.
[[nodiscard]] inline stance_graph council_vote_2024() {
    static stance_graph const built = detail::council_vote_2024_writer().write();
    return built.copy();
}

} // namespace geostance::seed
