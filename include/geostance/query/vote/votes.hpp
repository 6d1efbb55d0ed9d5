// SPDX-License-Identifier: BSL-1.0
/// @file
/// Votes: whether a motion carries under a rule, who is pivotal, and what one changed vote does.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/node_number.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/strands.hpp>
#include <geostance/query/detail/table.hpp>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// When a motion carries.
struct voting_rule {
    std::string name{};                 ///< for reports
    std::size_t least_yes = 0;          ///< the least number of votes in favour
    std::size_t share_numerator = 0;    ///< of the least share of votes in favour; abstentions are not counted
    std::size_t share_denominator = 1;  ///< of that share, at least 1
    bool share_must_be_exceeded = true; ///< more than the share (a simple majority), or at least (two thirds)
    std::vector<any_node> vetoers{};    ///< those whose vote against defeats the motion
};

/// Checks a rule.
/// @param rule the rule
/// @throws invalid_value if the denominator is 0 or the share more than 1
/// @par Complexity
/// O(1)
inline void validate(voting_rule const& rule) {
    if (rule.share_denominator == 0) throw invalid_value("voting_rule.share_denominator", "0", "at least 1");
    if (rule.share_numerator > rule.share_denominator)
        throw invalid_value("voting_rule.share_numerator", std::to_string(rule.share_numerator),
                            "at most share_denominator, " + std::to_string(rule.share_denominator));
}

/// @return a simple majority of those voting for or against; abstentions do not count
/// @par Complexity
/// O(1)
/// @par Source
/// Charter of the United Nations, Article 18(3).
[[nodiscard]] inline voting_rule simple_majority() { return {"simple majority", 1, 1, 2, true, {}}; }

/// @return two thirds of those voting for or against; abstentions do not count
/// @par Complexity
/// O(1)
/// @par Source
/// Charter of the United Nations, Article 18(2).
[[nodiscard]] inline voting_rule two_thirds_majority() { return {"two thirds", 1, 2, 3, false, {}}; }

/// The Security Council's rule on substance: nine votes in favour, and no permanent member against. Abstaining is not
/// a veto.
/// @param permanent_members the members whose vote against defeats the motion
/// @return the rule
/// @par Complexity
/// O(1)
/// @par Source
/// Charter of the United Nations, Article 27(3), as amended in 1965.
[[nodiscard]] inline voting_rule security_council_rule(std::vector<any_node> permanent_members) {
    return {"nine votes and no permanent member against", 9, 0, 1, false, std::move(permanent_members)};
}

/// The members of a council whose membership has a given role, on the day of the lens.
/// @param g the record
/// @param council an actor or alliance
/// @param role as recorded, for example `permanent member`
/// @param asked the reading
/// @return in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(m^2) for m memberships of the council
template <stance_schema S>
[[nodiscard]] std::vector<any_node> members_with_role(typed_graph<S> const& g, any_node council,
                                                      std::string const& role, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    std::vector<any_node> result;
    for (auto const r : in<member_of>(g, council))
        if (g[r].role == role && record.is_held(r)) detail::insert_unique(result, g.source(any_relation(r)));
    return result;
}

/// How somebody voted on a motion.
struct voter_ballot {
    any_node who{};                ///< the voter
    ballot vote = ballot::abstain; ///< the vote
    relation<casts> recorded{};    ///< where it is recorded; null for a vote that is only supposed
    bool veto = false;             ///< true if it is recorded to have defeated the motion by itself
};

/// How a vote ended.
struct vote_outcome {
    bool carried = false;              ///< whether the motion carried; says nothing where no vote is recorded
    std::size_t yes = 0;               ///< votes in favour
    std::size_t no = 0;                ///< votes against
    std::size_t abstain = 0;           ///< abstentions
    std::size_t not_voting = 0;        ///< absent, or present without voting; non-members are not counted
    std::vector<any_node> vetoed_by{}; ///< those whose vote against defeats the motion, whatever the count
    std::vector<voter_ballot> votes{}; ///< the votes, in the voters' order of insertion

    /// Where no vote is recorded the outcome is unknown: nobody has recorded that the motion failed.
    /// @return whether any vote is recorded
    [[nodiscard]] bool is_known() const noexcept { return !votes.empty(); }
};

/// Writes `not carried: 13 for, 1 against, 1 abstaining, vetoed`; `no vote is recorded`.
/// @param out gets the text
/// @param o what came out
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, vote_outcome const& o) {
    if (!o.is_known()) return out << "no vote is recorded";
    out << (o.carried ? "" : "not ") << "carried: " << o.yes << " for, " << o.no << " against, " << o.abstain
        << " abstaining";
    if (o.not_voting > 0) out << ", " << o.not_voting << " not voting";
    return out << (o.vetoed_by.empty() ? "" : ", vetoed");
}

/// Whether votes carry a motion. A vote that is recorded as a veto is one under every rule; clear its `veto` to see the
/// outcome without it.
/// @param votes the votes, one a voter
/// @param rule the rule
/// @return the count and the outcome
/// @throws invalid_value if the rule's denominator is 0 or its share more than 1, or for a vote that is no enumerator
/// @par Complexity
/// O(n v) for n votes and v vetoers
[[nodiscard]] inline vote_outcome outcome_of(std::vector<voter_ballot> votes, voting_rule const& rule) {
    validate(rule);
    vote_outcome result;
    for (auto const& v : votes) {
        detail::check_enumerator("voter_ballot.vote", v.vote);
        switch (v.vote) {
        case ballot::yes: ++result.yes; break;
        case ballot::no:
            ++result.no;
            if (v.veto || detail::contains(rule.vetoers, v.who)) result.vetoed_by.push_back(v.who);
            break;
        case ballot::abstain: ++result.abstain; break;
        case ballot::present_not_voting:
        case ballot::absent: ++result.not_voting; break;
        case ballot::not_a_member: break;
        }
    }
    auto const in_favour = result.yes * rule.share_denominator;
    auto const needed = (result.yes + result.no) * rule.share_numerator;
    bool const has_share = rule.share_must_be_exceeded ? in_favour > needed : in_favour >= needed;
    result.carried = result.vetoed_by.empty() && result.yes >= rule.least_yes && has_share;
    result.votes = std::move(votes);
    return result;
}

namespace detail {

/// The vote of one voter on a motion that counts: the last that takes a side or abstains; if none does, the last. Among
/// votes of one day, or of days whose order is open, the one recorded last counts, and then the one inserted last.
template <class S>
relation<casts> last_vote(reading<S> const& record, lean_vector<relation<casts>> votes) {
    auto const& g = record.graph();
    auto const takes_part = [&](relation<casts> r) { return signal_of(g[r]).has_value(); };
    if (detail::any_of(votes, takes_part))
        votes.truncate(detail::remove_if(votes.begin(), votes.end(), [&](auto const r) { return !takes_part(r); }));
    auto latest = record.begins(any_relation(votes.front()));
    for (auto const r : votes) {
        auto const begins = record.begins(any_relation(r));
        if (begins.is_dated && (!latest.is_dated || begins.earliest > latest.earliest)) latest = begins;
    }
    auto const is_earlier = [&](relation<casts> r) { return latest.is_after(record.begins(any_relation(r))); };
    votes.truncate(detail::remove_if(votes.begin(), votes.end(), is_earlier));
    return *std::max_element(votes.begin(), votes.end(), [&](relation<casts> a, relation<casts> b) {
        return order_of_record(record, any_relation(a)) < order_of_record(record, any_relation(b));
    });
}

} // namespace detail

/// The recorded votes on a motion: each voter's last one that is known and stands. The voter's position rests on the
/// same vote.
/// @param g the record
/// @param motion the issue that was voted on
/// @param asked the reading
/// @return in the voters' order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(n log n) for n recorded votes
template <stance_schema S>
[[nodiscard]] std::vector<voter_ballot> votes_on(typed_graph<S> const& g, node<issue> motion, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    detail::table<any_node, detail::lean_vector<relation<casts>>> of_each;
    for (auto const r : in<casts>(g, motion)) {
        auto const who = g.source(any_relation(r));
        if (record.counts(r) != certainty::no && record.admits(r, who)) of_each.insert(who, {}).first.push_back(r);
    }
    std::vector<voter_ballot> result;
    for (auto const& [who, votes] : of_each) {
        auto const last = detail::last_vote(record, votes);
        result.push_back({who, g[last].vote, last, g[last].veto});
    }
    detail::sort(result, [](voter_ballot const& a, voter_ballot const& b) { return a.who < b.who; });
    return result;
}

/// How the vote on a motion ended under a rule.
/// @param g the record
/// @param motion the issue that was voted on
/// @param rule for example `security_council_rule(...)`
/// @param asked the reading
/// @return the count, the outcome, and the votes with the relations that record them; unknown where there are none
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the rule
/// @par Complexity
/// that of `votes_on` and `outcome_of`
template <stance_schema S>
[[nodiscard]] vote_outcome outcome(typed_graph<S> const& g, node<issue> motion, voting_rule const& rule,
                                   lens const& asked = {}) {
    return outcome_of(votes_on(g, motion, asked), rule);
}

/// The outcome if one voter had voted otherwise.
/// @param voted an outcome
/// @param rule the rule
/// @param who the voter
/// @param instead the other vote
/// @return the new outcome
/// @throws invalid_value if the voter is not among the votes, for a vote that is no enumerator, or a field of the rule
/// @par Complexity
/// that of `outcome_of`
[[nodiscard]] inline vote_outcome if_changed(vote_outcome const& voted, voting_rule const& rule, any_node who,
                                             ballot instead) {
    detail::check_enumerator("instead", instead);
    auto votes = voted.votes;
    auto const changed = detail::find_if(votes.begin(), votes.end(), [&](auto const& v) { return v.who == who; });
    if (changed == votes.end()) throw invalid_value("who", detail::node_number(who), "one of the voters");
    changed->vote = instead;
    changed->recorded = {};
    changed->veto = false;
    return outcome_of(std::move(votes), rule);
}

/// A single change of vote that would have turned the outcome.
struct pivot {
    any_node who{};                   ///< the voter
    ballot voted = ballot::abstain;   ///< how it voted
    ballot instead = ballot::abstain; ///< the vote that would have turned the outcome
};

/// Writes `node 3: yes instead of no`; `name_of(g, p.who)` is who that is.
/// @param out gets the text
/// @param p the change of vote
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, pivot const& p) {
    return out << detail::node_number(p.who) << ": " << p.instead << " instead of " << p.voted;
}

/// Who is pivotal: every single change of vote (to yes, no or abstain) that turns the outcome.
/// @param voted an outcome
/// @param rule the rule
/// @return in the voters' order, then yes, no, abstain; empty if no single vote matters
/// @throws invalid_value for a field of the rule
/// @par Complexity
/// O(n^2 v) for n votes and v vetoers
[[nodiscard]] inline std::vector<pivot> pivotal(vote_outcome const& voted, voting_rule const& rule) {
    validate(rule);
    std::vector<pivot> result;
    for (auto const& v : voted.votes) {
        if (v.vote == ballot::not_a_member) continue;
        for (auto const instead : {ballot::yes, ballot::no, ballot::abstain})
            if (instead != v.vote && if_changed(voted, rule, v.who, instead).carried != voted.carried)
                result.push_back({v.who, v.vote, instead});
    }
    return result;
}

} // namespace geostance
