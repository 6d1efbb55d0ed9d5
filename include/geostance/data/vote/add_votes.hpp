// SPDX-License-Identifier: BSL-1.0
/// @file
/// Roll calls as relations of a graph: motions, and who voted how on each.
#pragma once

#include <geostance/data/state/add_report.hpp>
#include <geostance/data/vote/votes.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/model/geopolitics.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io {

/// How votes enter a graph.
struct add_votes_options {
    node<publication> source{};     ///< what the relations cite; null = nothing
    std::string scheme = "un-vote"; ///< the scheme of the roll calls' ids: `un-vote:5044` is a motion's key
};

namespace detail {

/// The polities of voters on the days on which they vote: a code may belong to different states at different times.
struct resolved_voters {
    std::vector<resolved_state> states{};
    std::vector<std::uint32_t> of_vote{}; ///< for each vote, a position in states
};

inline resolved_voters resolve_voters(voting_table const& table) {
    resolved_voters result;
    std::map<std::pair<std::uint32_t, std::chrono::sys_days>, std::uint32_t> by_day;
    std::map<std::pair<std::uint32_t, std::optional<polity>>, std::uint32_t> by_polity;
    for (auto const& v : table.votes) {
        date const day = table.roll_calls[v.roll_call].day;
        auto const [at, is_new] =
            by_day.try_emplace({v.voter, day.is_known() ? day.first_day() : std::chrono::sys_days::min()});
        if (is_new) {
            auto const& voter = table.voters[v.voter];
            auto const match = polity_of(voter, day);
            auto const [known, is_first] = by_polity.try_emplace({v.voter, match.match});
            if (is_first) {
                known->second = static_cast<std::uint32_t>(result.states.size());
                result.states.push_back({&voter, match});
            }
            at->second = known->second;
        }
        result.of_vote.push_back(at->second);
    }
    return result;
}

} // namespace detail

/// Adds what a voting table says: each roll call as a motion, with its resolution and draft as codes of the scheme
/// `un-document`, and each vote as `casts`, which is the voter's position from that day on. Consent to an adoption
/// without a vote is not a vote, and is left out.
/// @param g the graph
/// @param table what a file says
/// @param options what to cite, and what the motions' keys begin with
/// @return what was added, and which codes did not map
/// @throws ambiguous_name for a name that several nodes bear
/// @throws duplicate_key for a key that a node of another kind has, and for a roll call that the table lists twice
/// @par Complexity
/// O(n log n)
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
template <stance_schema S>
add_report add_votes(typed_graph<S>& g, voting_table const& table, add_votes_options const& options = {}) {
    transaction change(g);
    add_report report;
    auto const nodes_before = g.num_nodes();
    auto const relations_before = g.num_relations();
    std::vector<std::optional<node<issue>>> motions;
    auto const id_of = [&](roll_call const& call) { return code{options.scheme, call.id}; };
    for (auto const& call : table.roll_calls) {
        motions.emplace_back();
        auto const key = to_string(id_of(call));
        if (auto const found = g.find_key(key)) {
            motions.back() = g.template as<issue>(*found);
            if (!motions.back()) throw duplicate_key(key);
        }
    }
    auto const voters = detail::resolve_voters(table);
    auto const actors = detail::add_resolved(g, voters.states, report.unmapped);
    for (std::size_t i = 0; i < motions.size(); ++i) {
        if (motions[i]) continue;
        auto const& call = table.roll_calls[i];
        issue motion{to_string(id_of(call)),
                     call.title.empty() ? to_string(id_of(call)) : call.title,
                     issue_kind::motion,
                     {},
                     {id_of(call)}};
        for (auto const* symbol : {&call.resolution, &call.draft})
            if (!symbol->empty()) motion.codes.push_back({"un-document", *symbol});
        motions[i] = g.add(std::move(motion));
    }
    for (std::size_t i = 0; i < table.votes.size(); ++i) {
        auto const& v = table.votes[i];
        auto const& call = table.roll_calls[v.roll_call];
        if (call.without_vote) continue;
        g.relate(actors[voters.of_vote[i]], *motions[v.roll_call], casts{v.vote, v.veto},
                 provenance{.publication = options.source, .valid = since(call.day)});
    }
    report.nodes = g.num_nodes() - nodes_before;
    report.relations = g.num_relations() - relations_before;
    change.commit();
    return report;
}

} // namespace geostance::io
