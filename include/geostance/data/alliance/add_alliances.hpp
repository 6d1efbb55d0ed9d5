// SPDX-License-Identifier: BSL-1.0
/// @file
/// Alliances as relations of a graph: pledges, and values only where a policy is asked for them.
#pragma once

#include <geostance/data/alliance/alliances.hpp>
#include <geostance/data/alliance/pledge_policy.hpp>
#include <geostance/data/state/add_report.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/model/geopolitics.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace geostance::io {

/// How alliances enter a graph.
struct add_alliances_options {
    node<publication> source{};            ///< what the relations cite; null = nothing
    std::string treaties = "cow-alliance"; ///< the scheme of treaty numbers: `cow-alliance:155` is a treaty's key
    /// if there is one, every pledge that it has a value for also becomes a `stance` in deeds, facet `alliance`, whose
    /// note names the policy
    std::optional<pledge_policy> policy{};
};

namespace detail {

/// The treaties named by records of members: those that the graph has, and those that it lacks.
template <stance_schema S>
std::map<std::string_view, std::optional<node<alliance>>>
find_treaties(typed_graph<S> const& g, alliance_table const& table, std::string const& scheme) {
    std::map<std::string_view, std::optional<node<alliance>>> result;
    for (auto const& r : table.records) {
        if (r.to != listed_states::npos) continue;
        auto const [at, is_new] = result.try_emplace(r.treaty);
        if (!is_new) continue;
        auto const key = to_string(code{scheme, r.treaty});
        if (auto const found = g.find_key(key)) {
            at->second = g.template as<alliance>(*found);
            if (!at->second) throw duplicate_key(key);
        }
    }
    return result;
}

} // namespace detail

/// Adds what an alliance table says: `allied_with` from state to state, or from member to treaty; for a mutual record,
/// in both directions. Join yearly records with `spells_of` first.
/// @param g the graph
/// @param table what a file says
/// @param options what to cite, and whether to make values
/// @return what was added, and which codes did not map
/// @throws ambiguous_name for a name that several nodes bear
/// @throws duplicate_key for a key that a node of another kind has
/// @throws invalid_value if a period or a value of the policy is invalid or the policy has no function
/// @par Complexity
/// O(n log n)
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
template <stance_schema S>
add_report add_alliances(typed_graph<S>& g, alliance_table const& table, add_alliances_options const& options = {}) {
    if (options.policy) validate(*options.policy);
    transaction change(g);
    add_report report;
    auto const nodes_before = g.num_nodes();
    auto const relations_before = g.num_relations();
    auto treaties = detail::find_treaties(g, table, options.treaties);
    auto const actors = add_states(g, table.states, {}, report.unmapped);
    for (auto& [number, treaty] : treaties)
        if (!treaty) {
            code const id{options.treaties, std::string(number)};
            treaty = g.add(alliance{to_string(id), to_string(id), alliance_kind::treaty, {}, {id}});
        }
    for (auto const& r : table.records) {
        provenance cited{.publication = options.source, .locator = "line " + std::to_string(r.line), .valid = r.valid};
        if (r.right_censored) cited.note = "in force when the data end, " + std::to_string(table.coverage.last);
        allied_with const pledged{r.pledges, r.treaty};
        auto const add = [&](auto from, auto to) {
            g.relate(from, to, pledged, cited);
            auto const value = options.policy ? options.policy->value(r.pledges) : std::nullopt;
            if (!value) return;
            auto made = cited;
            made.note = "value by the policy " + options.policy->name;
            g.relate(from, to, stance{*value, "alliance", channel::material}, made);
        };
        if (r.to == listed_states::npos) {
            add(actors[r.from], *treaties.at(r.treaty));
        } else {
            add(actors[r.from], actors[r.to]);
            if (r.mutual) add(actors[r.to], actors[r.from]);
        }
    }
    report.nodes = g.num_nodes() - nodes_before;
    report.relations = g.num_relations() - relations_before;
    change.commit();
    return report;
}

} // namespace geostance::io
