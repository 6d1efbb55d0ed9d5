// SPDX-License-Identifier: BSL-1.0
/// @file
/// Militarized disputes as relations of a graph: who took part, and who faced whom.
#pragma once

#include <geostance/data/dispute/disputes.hpp>
#include <geostance/data/state/add_report.hpp>
#include <geostance/detail/check_field.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace geostance::io {

/// Which pairs of opponents become relations.
enum class opponent_pairs : std::uint8_t {
    none,   ///< none: only who took part
    facing, ///< those that the file names, or where one side was a single state
    all     ///< also those inferred from the sides alone
};

/// How disputes enter a graph.
struct add_disputes_options {
    node<publication> source{};                        ///< what the relations cite; null = nothing
    opponent_pairs opponents = opponent_pairs::facing; ///< which pairs become `acts_toward`
    bool values = false; ///< true: `acts_toward` gets the `value_of` its hostility; false: no value, the level is kept
};

/// Adds what a dispute table says: each dispute as an event, whose key has the scheme of the table (`mid:257` for the
/// militarized disputes of the Correlates of War); each participant `carries_out` it, its side as role; each pair of
/// opponents as `acts_toward` both ways, with the actor's highest hostility as code of the scheme `mid-hostility`, 1 to
/// 5. A state that took no militarized action, or whose hostility is missing, gets no act.
/// @param g the graph
/// @param table what a file says
/// @param options what to cite, which pairs, whether to make values
/// @return what was added, and which codes did not map
/// @throws ambiguous_name for a name that several nodes bear
/// @throws duplicate_key for a key that a node of another kind has
/// @throws invalid_value if a period is invalid, or for opponents that are no enumerator
/// @par Complexity
/// O(n log n + number of pairs)
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
template <stance_schema S>
add_report add_disputes(typed_graph<S>& g, dispute_table const& table, add_disputes_options const& options = {}) {
    geostance::detail::check_enumerator("add_disputes_options.opponents", options.opponents, opponent_pairs::all);
    transaction change(g);
    add_report report;
    auto const nodes_before = g.num_nodes();
    auto const relations_before = g.num_relations();
    auto const dyads = dyads_of(table);
    std::map<std::uint32_t, std::optional<node<issue>>> disputes;
    for (auto const& p : table.participants) disputes.try_emplace(p.dispute);
    for (auto const& d : dyads) disputes.try_emplace(d.dispute);
    auto const id_of = [&](std::uint32_t number) { return code{table.scheme, std::to_string(number)}; };
    for (auto& [number, event] : disputes)
        if (auto const found = g.find_key(to_string(id_of(number)))) {
            event = g.template as<issue>(*found);
            if (!event) throw duplicate_key(to_string(id_of(number)));
        }
    auto const actors = add_states(g, table.states, {}, report.unmapped);
    for (auto& [number, event] : disputes)
        if (!event)
            event = g.add(
                issue{to_string(id_of(number)),
                      (table.scheme == "mid" ? "militarized dispute " : "armed conflict ") + std::to_string(number),
                      issue_kind::event,
                      {},
                      {id_of(number)}});
    auto const cited = [&](period valid, std::size_t line) {
        return provenance{.publication = options.source, .locator = "line " + std::to_string(line), .valid = valid};
    };
    for (auto const& p : table.participants)
        g.relate(actors[p.state], *disputes.at(p.dispute), carries_out{p.side_a ? "side A" : "side B"},
                 cited(p.valid, p.line));
    for (auto const& d : dyads) {
        if (options.opponents == opponent_pairs::none || (d.inferred && options.opponents == opponent_pairs::facing))
            continue;
        auto from = cited(d.valid, d.line);
        if (d.inferred) from.note = "on opposite sides of dispute " + std::to_string(d.dispute);
        auto const act = [&](std::uint32_t from_whom, std::uint32_t to_whom, hostility level) {
            g.relate(actors[from_whom], actors[to_whom],
                     acts_toward{{"mid-hostility", std::to_string(static_cast<int>(level) + 1)},
                                 options.values ? std::optional(value_of(level)) : std::nullopt,
                                 level <= hostility::threat ? channel::verbal : channel::material},
                     from);
        };
        if (d.hostility_a.value_or(hostility::none) != hostility::none) act(d.a, d.b, *d.hostility_a);
        if (d.hostility_b.value_or(hostility::none) != hostility::none) act(d.b, d.a, *d.hostility_b);
    }
    report.nodes = g.num_nodes() - nodes_before;
    report.relations = g.num_relations() - relations_before;
    change.commit();
    return report;
}

} // namespace geostance::io
