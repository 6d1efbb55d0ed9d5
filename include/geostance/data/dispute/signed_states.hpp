// SPDX-License-Identifier: BSL-1.0
/// @file
/// The signed network of some years: states that pledged something to each other, and states in dispute.
#pragma once

#include <geostance/data/alliance/alliances.hpp>
#include <geostance/data/alliance/pledge_policy.hpp>
#include <geostance/data/dispute/disputes.hpp>
#include <geostance/detail/check_field.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace geostance::io {

/// What was between two states in the years asked about.
struct state_tie {
    double weight = 0;            ///< 1 for pledges, -1 for disputes
    geostance::pledges pledges{}; ///< all that either pledged to the other
    std::size_t disputes = 0;     ///< in how many disputes they were on opposite sides
    io::hostility hostility{};    ///< the highest that either is known to have reached in these
};

/// An undirected graph of states; `get(&state_tie::weight, g)` is its weight map.
using state_network = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, listed_state, state_tie>;

/// What counts for two states that had both pledges and a dispute in the years asked about.
enum class both_rule : std::uint8_t {
    hostile,  ///< the dispute: a pledge that did not keep them from it does not outweigh it
    friendly, ///< the pledge
    none      ///< neither: they get no tie
};

/// What makes a tie.
struct signed_states_options {
    pledge_policy alliances = any_pledge(); ///< pledges with a value above 0 make a friendly tie
    hostility least = hostility::threat;    ///< disputes in which either side reached it make a hostile tie; `none`:
                                            ///< all do, also where hostility is missing
    bool inferred = true;                   ///< whether pairs inferred from the sides of a dispute alone count
    both_rule both = both_rule::hostile;    ///< what counts for pairs with pledges and disputes
};

namespace detail {

using pair_of_codes = std::pair<code, code>;

inline void tie_disputes(std::map<pair_of_codes, state_tie>& ties, dispute_table const& table, year_span years,
                         signed_states_options const& options) {
    std::set<std::pair<pair_of_codes, std::uint32_t>> counted; // a file by year has a dispute of several years again
    for (auto const& d : dyads_of(table)) {
        auto const level = std::max(d.hostility_a, d.hostility_b);
        if ((level < options.least && options.least != hostility::none) || (d.inferred && !options.inferred)) continue;
        if (overlaps(d.valid, to_period(years)) == certainty::no) continue;
        pair_of_codes const pair = std::minmax(table.states[d.a].id, table.states[d.b].id);
        auto& tie = ties[pair];
        if (counted.emplace(pair, d.dispute).second) ++tie.disputes;
        tie.hostility = std::max(tie.hostility, level.value_or(hostility::none));
    }
}

inline double weight_of(state_tie const& tie, both_rule both, double friendly) {
    if (tie.disputes == 0) return friendly;
    if (friendly == 0 || both == both_rule::hostile) return -1;
    return both == both_rule::friendly ? friendly : 0;
}

} // namespace detail

/// The signed network of some years. Its vertices are the states with a tie, in order of their codes as text.
/// @param alliances friendly ties
/// @param disputes hostile ties; states go by their codes, so both tables should use one scheme
/// @param years the years asked about
/// @param options what makes a tie
/// @return at most one edge for two states, of weight 1 or -1
/// @throws invalid_value if either table does not cover the years: the absence of a tie would then mean nothing;
///         or for an option that is no enumerator, or a policy without a function
/// @par Complexity
/// O(n log n)
/// @par Source
/// Doreian, P. and Mrvar, A. (2015). Structural balance and signed international relations. Journal of Social Structure
/// 16, 1-49.
[[nodiscard]] inline state_network signed_states(alliance_table const& alliances, dispute_table const& disputes,
                                                 year_span years, signed_states_options const& options = {}) {
    geostance::detail::check_enumerator("signed_states_options.least", options.least);
    geostance::detail::check_enumerator("signed_states_options.both", options.both, both_rule::none);
    validate(options.alliances);
    detail::check_covered("signed_states.years of the disputes", disputes.coverage, years);
    std::map<detail::pair_of_codes, state_tie> ties;
    for (auto const& p : pledged_pairs(alliances, years))
        ties[std::minmax(alliances.states[p.a].id, alliances.states[p.b].id)].pledges = p.pledges;
    detail::tie_disputes(ties, disputes, years, options);
    std::map<code, state_network::vertex_descriptor> vertices;
    for (auto& [pair, tie] : ties) {
        auto const value = options.alliances.value(tie.pledges).value_or(0);
        tie.weight = detail::weight_of(tie, options.both, value > 0 ? 1 : 0);
        if (tie.weight == 0) continue;
        vertices.emplace(pair.first, 0);
        vertices.emplace(pair.second, 0);
    }
    state_network result;
    for (auto& [id, vertex] : vertices) {
        auto at = alliances.states.find(id);
        auto const& states = at == listed_states::npos ? disputes.states : alliances.states;
        vertex = boost::add_vertex(states[states.find(id)], result);
    }
    for (auto const& [pair, tie] : ties)
        if (tie.weight != 0) boost::add_edge(vertices.at(pair.first), vertices.at(pair.second), tie, result);
    return result;
}

} // namespace geostance::io
