// SPDX-License-Identifier: BSL-1.0
/// @file
/// Camps, at most k or however many: the partition that leaves the least weight of ties against it.
#pragma once

#include <geostance/graph/concepts.hpp>
#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/camp_search.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/compressed.hpp>

#include <cstddef>
#include <optional>

namespace geostance {

/// The camps that leave the least weight against them: positive ties between camps and negative ones inside. Without
/// `k`, as many as are best (correlation clustering; the line index of clusterability). The lower bound comes from
/// packed cycles or, in dense parts, from a matrix. Branch and bound raises it, and so do friends of one vertex that
/// are hostile to each other and, for k camps, sets of more than k groups that are.
/// @param g the compact form
/// @param k camps at most, from 1 to the number of vertices; empty: as many as are best
/// @param options limits, seed, and what to call meanwhile
/// @return camps, with a lower bound and its proof; valid whenever the search is stopped
/// @throws invalid_value for k of 0 or above the number of vertices, or another option out of range
/// @par Complexity
/// NP-hard; the bounds take about O(E) per round of search; see search_options for what limits the rest
/// @par Determinism
/// The same graph, options and seed give the same result, unless the time limit ends the search.
/// @par Source
/// Doreian, P. and Mrvar, A. (1996). A partitioning approach to structural balance. Social Networks 18, 149-168,
/// doi:10.1016/0378-8733(95)00259-6. Bansal, N., Blum, A. and Chawla, S. (2004). Correlation clustering. Machine
/// Learning 56, 89-113, doi:10.1023/B:MACH.0000033116.57574.95.
[[nodiscard]] inline bounds camps(signed_graph const& g, std::optional<std::size_t> k = {},
                                  search_options const& options = {}) {
    detail::search_control control(options);
    return detail::camp_search(g, k, options, control).run();
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph; a directed one is made undirected by symmetrise_by_sum() first
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param k camps at most, from 1 to the number of vertices; empty: as many as are best
/// @param options limits, seed, and what to call meanwhile
/// @return camps by vertex number, with a lower bound and its proof
/// @throws invalid_value for a weight that is not finite, a graph too large, or an option out of range
/// @par Complexity
/// as for the compact graph
/// @par Determinism
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] bounds camps(G const& g, Weight const& weight, std::optional<std::size_t> k = {},
                           search_options const& options = {}) {
    detail::search_control control(options); // the time begins before the graph is made compact
    return detail::camp_search(compress(g, weight), k, options, control).run();
}

} // namespace geostance
