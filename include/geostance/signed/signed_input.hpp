// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the algorithms on signed graphs take: the compact form, or a Boost.Graph graph with the weights of its edges.
#pragma once

#include <geostance/graph/concepts.hpp>
#include <geostance/signed/boost_graph.hpp> // IWYU pragma: export

namespace geostance {

/// A graph of Boost.Graph and the weights of its edges, as all algorithms on signed graphs take them: numbers above 0
/// are friendly, those below 0 hostile, and 0 is no tie. Each algorithm compresses them into a `signed_graph` first, in
/// which several edges between two vertices are one tie with the sum of their weights. For other rules, and to ask
/// several questions of one graph, call `compress` and pass its result to the algorithms in their place.
///
/// A vertex that a filtered_graph hides keeps its number, as Boost counts it, and is one without ties to an algorithm:
/// a component, a camp and an element of the result of its own. To be rid of hidden vertices, copy the view to a graph
/// of its own with `boost::copy_graph` and ask that one.
///
/// Requires
/// - `undirected_graph<G>`;
/// - `vertex_indexed_graph<G>`;
/// - `edge_weights<Weight, G>`; the numbers are finite, which is checked when an algorithm runs.
///
/// Satisfied by an adjacency_list with vecS vertices and undirectedS, and `get(&bundle::sign, g)`; not by a directed
/// graph, which `symmetrise_by_sum` makes undirected, or by one whose vertices have no numbers, which
/// `compress_indexed` gives them.
template <class G, class Weight>
concept signed_input = undirected_graph<G> && vertex_indexed_graph<G> && edge_weights<Weight, G>;

} // namespace geostance
