// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the algorithms on signed graphs take: the compact form, or a Boost.Graph graph with the weights of its edges.
#pragma once

#include <geostance/graph/concepts.hpp>
#include <geostance/signed/boost_graph.hpp>

#include <concepts>

namespace geostance {

namespace detail {

template <class F, class G>
concept calls_edges = counts_vertices<G> && requires(F const& f, typename boost::graph_traits<G>::edge_descriptor e) {
    { f(e) } -> std::convertible_to<double>;
};

} // namespace detail

/// What gives each edge of G its sign or weight: a property map of numbers, or a callable.
/// Satisfied by `get(&bundle::sign, g)` and by `[&](auto e) { return g[e].sign; }`; not satisfied by a map of vertices,
/// of edges to text, or by a callable that takes no edge. Text has no sign: write a callable that returns 1 or -1.
template <class W, class G>
concept edge_weights = numeric_edge_map<W, G> || detail::calls_edges<W, G>;

/// A graph of Boost.Graph and the weights of its edges, as all algorithms on signed graphs take them: an undirected
/// graph with numbered vertices, and finite numbers of which those above 0 are friendly, those below 0 hostile, and 0
/// is no tie. Each algorithm takes a `signed_graph` in their place, and compresses the two into one first, several
/// edges between two vertices being added up. For other rules, and to ask several questions of one graph, call
/// `compress` and pass on its result.
///
/// Satisfied by an adjacency_list with vecS vertices and undirectedS, and `get(&bundle::sign, g)`; not satisfied by a
/// directed graph, which `symmetrise_by_sum` makes undirected, or by one whose vertices have no numbers, which
/// `compress_indexed` gives them.
template <class G, class W>
concept signed_input = undirected_graph<G> && vertex_indexed_graph<G> && edge_weights<W, G>;

namespace detail {

template <class W, class Edge>
double weight_of(W const& weights, Edge const& e) {
    if constexpr (requires { get(weights, e); }) {
        return static_cast<double>(get(weights, e));
    } else {
        return static_cast<double>(weights(e));
    }
}

} // namespace detail

} // namespace geostance
