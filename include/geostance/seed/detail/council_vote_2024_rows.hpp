// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the second record says of the Council's vote, row by row: who, what, toward whom, and where it is written.
#pragma once

#include <geostance/seed/detail/council_vote_2024_nodes.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace geostance::seed::detail {

/// Writes the record, a function for each part of it.
class council_vote_2024_rows : council_vote_2024_nodes {
public:
    stance_graph write() {
        council_and_members();
        motion_and_votes();
        explanations_of_vote();
        reactions();
        earlier_decisions();
        pledges_between_allies();
        return std::move(g);
    }

private:
    provenance cite(node<publication> in, char const* locator, period when, std::string note = {},
                    node<statement> claimed_in = {}) const {
        return {
            .claimed_in = claimed_in, .publication = in, .locator = locator, .note = std::move(note), .valid = when};
    }
    /// What a speaker said, and on what day.
    node<statement> say(node<actor> speaker, char const* key, char const* summary, date day, char const* locator) {
        auto const said = g.add(statement{.key = key, .summary = summary, .said = day});
        g.relate(speaker, said, makes{}, cite(reports, locator, during(day)));
        return said;
    }
    /// An office that the reports show somebody to hold by the day of the vote.
    void office(node<actor> speaker, node<actor> principal, char const* role) {
        auto shown = cite(reports, "how the reports introduce the speaker", {vote_day, {}});
        shown.inferred = true;
        g.relate(speaker, principal, speaks_for{.role = role}, shown);
    }

    void council_and_members() {
        using std::chrono::year;
        auto const permanent = [&](node<actor> member, period when) {
            g.relate(member, council, member_of{.role = "permanent member"}, cite(charter, "Article 23", when));
        };
        g.relate(china, council, member_of{.role = "permanent member"},
                 cite(charter, "Article 23", since(year(1945)),
                      "until 25 October 1971 its seat was held by the Republic of China"));
        for (auto const member : {france, britain, america}) permanent(member, since(year(1945)));
        // The seat passed to Russia with the end of the Soviet Union. The Correlates of War count the two as one state,
        // 365; the record keeps that number with Russia, whom a question of today means.
        date const last_day = year(1991) / std::chrono::December / 25;
        permanent(soviet_union, {year(1945), last_day});
        permanent(russia, since(last_day.last_day() + std::chrono::days(1)));
        g.relate(russia, soviet_union, succeeds{},
                 cite(charter, "Article 23", since(last_day.last_day() + std::chrono::days(1))));
        auto const elect = [&](node<actor> member, int first_year) {
            g.relate(member, council, member_of{.role = "elected member"},
                     cite(vote_record, "list of members", {year(first_year), year(first_year + 1)}));
        };
        for (auto const member : {ecuador, japan, malta, mozambique, switzerland}) elect(member, 2023);
        for (auto const member : {algeria, guyana, south_korea, sierra_leone, slovenia}) elect(member, 2024);
        g.relate(japan, council, member_of{.role = "president"},
                 cite(vote_record, "presidency of the month", during(vote_day.year() / vote_day.month())));
        g.relate(council, united_nations, part_of{}, cite(charter, "Article 7", since(year(1945))));
        g.relate(committee, council, part_of{}, cite(vote_record, "resolution 1718", {year(2006), {}}));
        g.relate(panel, committee, part_of{},
                 cite(vote_record, "resolution 1874", {year(2009), year(2024) / std::chrono::April / 30},
                      "its mandate ends, as it is not extended"));
    }

    void motion_and_votes() {
        auto const vote = [&](node<actor> member, ballot how, bool is_veto = false) {
            g.relate(member, motion, casts{.vote = how, .veto = is_veto},
                     cite(vote_record, "roll call", {vote_day, {}}));
        };
        g.relate(america, motion, sponsors{}, cite(vote_record, "draft", {vote_day, {}}));
        g.relate(motion, panel, would{motion_effect::keep},
                 cite(vote_record, "draft", {vote_day, {}},
                      "a year more, to 30 April 2025; the sanctions stay as they are"));
        for (auto const member : {france, britain, america, ecuador, japan, malta, mozambique, switzerland, algeria,
                                  guyana, south_korea, sierra_leone, slovenia})
            vote(member, ballot::yes);
        vote(russia, ballot::no, true);
        vote(china, ballot::abstain);
        g.relate(russia, veto, carries_out{}, cite(vote_record, "roll call", during(vote_day)));
        g.relate(veto, motion, affects{.value = -1},
                 cite(vote_record, "roll call", during(vote_day), "the draft fails by it"));
        auto const offer =
            say(russia, "annual-review-offer", "renewal only together with an end date for the sanctions",
                date(vote_day.year() / vote_day.month()), "before the vote");
        g.relate(offer, review, about{force::propose},
                 cite(reports, "before the vote", during(date(vote_day.year() / vote_day.month()))));
        g.relate(russia, review, sponsors{},
                 cite(reports, "before the vote", {date(vote_day.year() / vote_day.month()), {}}, {}, offer));
        g.relate(review, sanctions, would{motion_effect::amend}, cite(reports, "before the vote", {}));
    }

    void explanations_of_vote() {
        char const* const where = "explanations of vote";
        office(nebenzia, russia, "permanent representative");
        office(wood, america, "deputy permanent representative");
        auto const russian = say(
            nebenzia, "nebenzia-on-sanctions",
            "Western states are out to strangle North Korea, and the sanctions no longer fit reality", vote_day, where);
        g.relate(russian, sanctions, about{force::condemn}, cite(reports, where, during(vote_day)));
        g.relate(nebenzia, sanctions, stance{.value = -1, .facet = "relevance"},
                 cite(reports, where, {vote_day, {}}, "irrelevant, and detached from reality", russian));
        g.relate(west, north_korea, stance{.value = -1},
                 cite(reports, where, {vote_day, {}}, "try to strangle it", russian));
        auto const american = say(wood, "wood-on-veto", "the veto would embolden North Korea", vote_day, where);
        g.relate(american, veto, about{force::condemn}, cite(reports, where, during(vote_day)));
        g.relate(wood, veto, stance{.value = -1}, cite(reports, where, {vote_day, {}}, {}, american));
        g.relate(veto, north_korea, affects{.value = 1},
                 cite(reports, where, {vote_day, {}}, "emboldens it", american));
    }

    void reactions() {
        date const month(vote_day.year() / vote_day.month());
        char const* const where = "reactions";
        office(miller, america, "State Department spokesman");
        office(kirby, america, "National Security Council spokesman");
        office(kuleba, ukraine, "foreign minister");
        auto const against_veto = [&](node<actor> speaker, char const* key, char const* summary) {
            auto const said = say(speaker, key, summary, month, where);
            g.relate(said, veto, about{force::condemn}, cite(reports, where, during(month)));
            auto since_the_vote = cite(reports, where, {vote_day, {}}, summary, said);
            since_the_vote.inferred = true; // whatever the day of the words, they cannot precede what they are about
            g.relate(speaker, veto, stance{.value = -1}, since_the_vote);
            return said;
        };
        auto const interest =
            against_veto(miller, "miller-on-veto",
                         "Russia acts in its own interest, to bury what the panel reports on its dealings");
        g.relate(russia, panel, stance{.value = -1, .facet = "reporting on Russia"},
                 cite(reports, where, {month, {}}, "wants its reporting buried", interest));
        against_veto(kirby, "kirby-on-veto", "the veto is reckless");
        auto const guilt = against_veto(kuleba, "kuleba-on-veto", "the veto is as good as admitting guilt");
        g.relate(guilt, transfers, about{force::accuse}, cite(reports, where, during(month)));
        auto const inquiry = say(panel, "panel-inquiry", "looks into reports of arms going from North Korea to Russia",
                                 month, "background");
        g.relate(inquiry, transfers, about{force::ask},
                 cite(reports, "background", during(month), "to investigate is not to assert"));
    }

    void earlier_decisions() {
        using namespace std::chrono;
        auto const draft = g.add(issue{.key = "S/2022/431",
                                       .name = "draft resolution on North Korea, S/2022/431",
                                       .kind = issue_kind::motion,
                                       .codes = {{"un-document", "S/2022/431"}}});
        year_month_day const day{year(2022), May, std::chrono::day(26)};
        for (auto const member : {china, russia})
            g.relate(member, draft, casts{.vote = ballot::no, .veto = true},
                     cite(vote_record, "S/2022/431", {day, {}}, "the votes of the other members are left out"));
        auto const resolution = [&](char const* symbol, int y) {
            auto const dated = std::string(symbol) + " (" + std::to_string(y) + ")";
            return g.add(issue{.key = symbol,
                               .name = "resolution " + std::string(symbol),
                               .kind = issue_kind::instrument,
                               .aliases = {"resolution " + dated, "S/RES/" + dated, "S/RES/" + std::string(symbol)},
                               .codes = {{"un-document", "S/RES/" + dated}}});
        };
        auto const r1718 = resolution("1718", 2006);
        auto const r1874 = resolution("1874", 2009);
        g.relate(r1718, committee, would{motion_effect::create},
                 cite(vote_record, "resolution 1718", during(year(2006))));
        g.relate(r1718, sanctions, would{motion_effect::create},
                 cite(vote_record, "resolution 1718", during(year(2006))));
        g.relate(r1874, panel, would{motion_effect::create}, cite(vote_record, "resolution 1874", during(year(2009))));
        g.relate(r1874, r1718, follows{}, cite(vote_record, "resolution 1874", during(year(2009))));
    }

    void pledges_between_allies() {
        using std::chrono::year;
        g.relate(china, north_korea, allied_with{.pledges = {.defense = true}, .treaty = "treaty of 1961"},
                 cite(alliances, "China and North Korea", since(year(1961))));
        g.relate(north_korea, china, allied_with{.pledges = {.defense = true}, .treaty = "treaty of 1961"},
                 cite(alliances, "China and North Korea", since(year(1961))));
        pledges const weak{.nonaggression = true, .consultation = true};
        g.relate(russia, north_korea, allied_with{.pledges = weak, .treaty = "treaty of 2000"},
                 cite(alliances, "Russia and North Korea", {year(2000), {}}));
        g.relate(north_korea, russia, allied_with{.pledges = weak, .treaty = "treaty of 2000"},
                 cite(alliances, "Russia and North Korea", {year(2000), {}}));
    }
};

#ifdef GEOSTANCE_SEPARATE_COMPILATION
extern template stance_graph record_of<council_vote_2024_rows>();
#endif

} // namespace geostance::seed::detail
