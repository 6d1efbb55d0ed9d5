// SPDX-License-Identifier: BSL-1.0
/// @file
/// The frustration index: the least weight of ties that any two camps leave against them, with bounds that are proven.
#pragma once

#include <geostance/graph/concepts.hpp>
#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/frustration_search.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/compressed.hpp>

namespace geostance {

/// The frustration index (line index of balance) of a signed graph, weighted or not: a lower and an upper bound, with
/// their proofs: camps for the upper one, and cycles for the part of the lower one that `packed` states. Local search
/// and contraction find the camps, and packed negative cycles give the lower bound. A linear program over negative
/// cycles with branch and bound closes the gap if the graph allows it. In a narrow graph (few hubs, strips), however
/// large, eliminating one vertex after the other closes it; in a dense block of up to 150 vertices, branching on a
/// semidefinite bound with triangle inequalities often does. What these prove beyond cycles and `dual` has no
/// certificate.
/// @param g the compact form
/// @param options limits, seed, and what to call meanwhile
/// @return the bounds, camps and packed cycles; valid whenever the search is stopped
/// @throws invalid_value for an option out of range
/// @par Complexity
/// NP-hard; the bounds take about O(E) per round of search; see search_options for what limits the rest
/// @par Determinism
/// The same graph, options and seed give the same result, unless the time limit ends the search.
/// @par Source
/// Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4, 316-323,
/// doi:10.1002/bs.3830040405. Bounds by cycles: Barahona, F. and Mahjoub, A. R. (1986). On the cut polytope.
/// Mathematical Programming 36, 157-173, doi:10.1007/BF02592023. Elimination: Bertele, U. and Brioschi, F. (1972).
/// Nonserial Dynamic Programming. Academic Press. Branching in dense blocks: Krislock, N., Malick, J. and Roupin, F.
/// (2014). Improved semidefinite bounding procedure for solving Max-Cut problems to optimality. Mathematical
/// Programming 143, 61-86, doi:10.1007/s10107-012-0594-z.
[[nodiscard]] inline bounds frustration_index(signed_graph const& g, search_options const& options = {}) {
    detail::search_control control(options);
    return detail::frustration_search(g, options, control).run();
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph; a directed one is made undirected by symmetrise_by_sum() first
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param options limits, seed, and what to call meanwhile
/// @return the bounds, camps and packed cycles, by vertex number
/// @throws invalid_value for a weight that is not finite, a graph too large, or an option out of range
/// @par Complexity
/// as for the compact graph
/// @par Determinism
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] bounds frustration_index(G const& g, Weight const& weight, search_options const& options = {}) {
    detail::search_control control(options); // the time begins before the graph is made compact
    return detail::frustration_search(compress(g, weight), options, control).run();
}

} // namespace geostance
