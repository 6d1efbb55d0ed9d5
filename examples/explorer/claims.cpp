// SPDX-License-Identifier: BSL-1.0
// Claims, statements and disputes.
#include "evidence.hpp"
#include "names.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/query/claim/claims.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/position/contradictions.hpp>

namespace explorer {

namespace {

std::vector<proof> sides(std::vector<gs::any_relation> const& assertions,
                         std::vector<gs::any_relation> const& denials) {
    auto result = proofs_of(assertions, "assertion");
    for (auto& p : proofs_of(denials, "denial")) result.push_back(std::move(p));
    return result;
}

row claim_row(gs::claim_report const& c) {
    auto const status = std::string(to_string(c.status));
    return {c.claim + ": " + status + " (strength " + rounded(c.strength) + ')',
            {text(c.claim), status, number(c.strength), number(c.assertions.size()), number(c.denials.size())},
            sides(c.assertions, c.denials),
            c.status == gs::claim_status::contested ? tone::unsure : tone::plain};
}

answer status_of_claims(asking const& q) {
    if (!q.words.empty()) return {{claim_row(claim_of(q.world, q.node(0), q.asked))}, {}};
    answer result{{}, "nobody asserts or denies anything"};
    for (auto const& c : claims(q.world, q.asked)) result.rows.push_back(claim_row(c));
    return result;
}

answer disputes(asking const& q) {
    answer result{{}, "no claim is both asserted and denied"};
    for (auto const& d : contested(q.world, q.asked))
        result.rows.push_back({d.claim + ": asserted by " + listed(q.world, d.asserted_by) + ", denied by " +
                                   listed(q.world, d.denied_by),
                               {text(d.claim), names_of(q.world, d.asserted_by), names_of(q.world, d.denied_by)},
                               sides(d.assertions, d.denials),
                               tone::unsure});
    return result;
}

answer opposites(asking const& q) {
    answer result{{}, "no two relations contradict each other"};
    for (auto const& c : contradictions(q.world, q.asked)) {
        auto evidence = proofs_of({c.in_favour}, "in favour");
        evidence.push_back({c.against, "against", {}});
        auto const overlaps = std::string(to_string(c.overlaps));
        result.rows.push_back({name_of(q.world, c.who) + " is recorded for and against " + name_of(q.world, c.target) +
                                   (c.overlaps == gs::certainty::maybe ? ", perhaps at one time" : ", at one time"),
                               {name_of(q.world, c.who), name_of(q.world, c.target), overlaps},
                               std::move(evidence),
                               tone::unsure});
    }
    return result;
}

row statement_row(gs::stance_graph const& world, gs::node<gs::statement> said) {
    auto const speakers = speakers_of(world, said);
    std::vector<gs::any_relation> about;
    for (auto const r : out<gs::about>(world, said)) about.push_back(gs::any_relation(r));
    auto const& s = world[said];
    return {describe_statement(world, said),
            {names_of(world, speakers), s.said.is_known() ? text(to_string(s.said)) : cell(), text(s.venue.str()),
             text(s.wording), text(name_of(world, said)), s.key},
            proofs_of(about, "about")};
}

answer answer_of(asking const& q, std::vector<gs::node<gs::statement>> const& found) {
    answer result{{}, "no statement is recorded"};
    for (auto const said : found) result.rows.push_back(statement_row(q.world, said));
    return result;
}
answer statements(asking const& q) {
    auto const who = q.node(0);
    auto result = answer_of(q, statements_of(q.world, who, q.asked));
    for (auto const said : statements_taken_back(q.world, who, q.asked))
        result.notes.push_back("taken back or replaced: " + describe_statement(q.world, said));
    return result;
}
answer statements_on(asking const& q) { return answer_of(q, statements_about(q.world, q.node(0), q.asked)); }

answer speakers(asking const& q) {
    auto const who = q.node(0);
    answer result{{}, "nobody else speaks for " + name_of(q.world, who)};
    for (auto const n : speakers_for(q.world, who, q.asked))
        result.rows.push_back({name_of(q.world, n) + " may speak or act for " + name_of(q.world, who),
                               {name_of(q.world, n), name_of(q.world, who)},
                               {}});
    return result;
}

} // namespace

std::vector<question> claim_questions() {
    std::vector<std::string> const of_statements{"speakers", "said", "venue", "wording", "summary", "key"};
    return {
        {"claims",
         "what became of a claim, or of all claims",
         {{"CLAIM", "an issue or a statement", parameter::number::at_most_one}},
         reads::days_and_weights,
         {"claim", "status", "strength", "assertions", "denials"},
         "claims --at 2024-03-29",
         status_of_claims,
         {}},
        {"contested",
         "claims that are asserted and denied",
         {},
         reads::days_and_sources,
         {"claim", "asserted_by", "denied_by"},
         "contested",
         disputes,
         {}},
        {"contradictions",
         "records of one holder that say opposite things",
         {},
         reads::everything,
         {"who", "target", "at_one_time"},
         "contradictions --by everybody",
         opposites,
         {}},
        {"statements",
         "what somebody, or who speaks for it, has said",
         {{"WHO", "the speaker", {}}},
         reads::everything,
         of_statements,
         "statements Zakharova",
         statements,
         {}},
        {"statements-about",
         "what was said about something",
         {{"TARGET", "what they are about", {}}},
         reads::days_and_sources,
         of_statements,
         "statements-about 'Panel of Experts'",
         statements_on,
         {}},
        {"speakers",
         "who may speak or act for somebody",
         {{"WHO", "the one spoken for", {}}},
         reads::days_and_sources,
         {"speaker", "for"},
         "speakers Russia",
         speakers,
         {}},
    };
}

} // namespace explorer
