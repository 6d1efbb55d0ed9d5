// SPDX-License-Identifier: BSL-1.0
/// @file
/// From any Boost.Graph graph with signs or weights to the compact form of the signed algorithms, and back.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/signed/signed_input.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

template <class G, class Index>
std::uint32_t index_of(typename boost::graph_traits<G>::vertex_descriptor v, Index const& index, std::size_t n) {
    auto const i = static_cast<std::size_t>(get(index, v));
    if (i >= n) throw invalid_value("index", std::to_string(i), "a number below " + std::to_string(n));
    return static_cast<std::uint32_t>(i);
}

template <class G, class Weight, class Index>
signed_graph compress_edges(G const& g, Weight const& weight, Index const& index, tie_options const& options) {
    auto const n = static_cast<std::size_t>(num_vertices(g));
    if (n >= std::size_t{1} << 31U) throw invalid_value("g", std::to_string(n) + " vertices", "fewer than 2^31");
    std::vector<bool> is_taken(n);
    auto const [first_vertex, last_vertex] = vertices(g);
    for (auto v = first_vertex; v != last_vertex; ++v) {
        auto const i = index_of<G>(*v, index, n);
        if (is_taken[i]) throw invalid_value("index", std::to_string(i), "a number of one vertex alone");
        is_taken[i] = true;
    }
    std::vector<signed_tie> ties;
    ties.reserve(static_cast<std::size_t>(num_edges(g)));
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        ties.push_back({index_of<G>(source(*e, g), index, n), index_of<G>(target(*e, g), index, n),
                        detail::weight_of(weight, *e)});
    }
    return {n, ties, options};
}

/// The vertices with some numbers.
template <class G, class Index>
auto vertices_at(G const& g, Index const& index, std::vector<std::uint32_t> const& numbers) {
    std::vector<typename boost::graph_traits<G>::vertex_descriptor> all(num_vertices(g));
    auto const [first, last] = vertices(g);
    for (auto v = first; v != last; ++v) all[static_cast<std::size_t>(get(index, *v))] = *v;
    std::vector<typename boost::graph_traits<G>::vertex_descriptor> result;
    result.reserve(numbers.size());
    for (auto const i : numbers) result.push_back(all[i]);
    return result;
}

} // namespace detail

/// The edges of a graph at some positions, as `bounds::against` and the cycles of the compact form name them.
/// @param g the graph that was compressed
/// @param positions places in `edges(g)`, in any order
/// @pre each position is below the number of edges that `edges(g)` lists; a filtered_graph may list fewer than
/// num_edges(g) says
/// @return the edge at each position
/// @par Complexity
/// O(E + k log k) for k positions
template <edge_list_graph G>
[[nodiscard]] auto edges_at(G const& g, std::vector<std::uint32_t> const& positions) {
    std::vector<std::pair<std::uint32_t, std::size_t>> wanted; // position, place in the result
    for (std::size_t i = 0; i < positions.size(); ++i) wanted.push_back({positions[i], i});
    std::sort(wanted.begin(), wanted.end());
    std::vector<typename boost::graph_traits<G>::edge_descriptor> result(positions.size());
    auto [e, last] = edges(g);
    std::uint32_t position = 0;
    for (auto const& [at, place] : wanted) {
        for (; position < at && e != last; ++position) ++e;
        GEOSTANCE_ASSERT(e != last, "edges_at: positions below the number of edges");
        result[place] = *e;
    }
    return result;
}

/// The compact form of an undirected graph. Its vertices have the numbers of `get(boost::vertex_index, g)`, its edges
/// those of their positions in `edges(g)`. Vertices that a filtered_graph hides keep their numbers, and are isolated: a
/// copy by `boost::copy_graph` is without them.
/// @tparam G an undirected Boost.Graph graph
/// @tparam Weight a property map or a callable, from its edges to numbers
/// @param g the graph; fewer than 2^31 vertices and edges
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param options what to do with multi-edges, opposite edges and self-loops
/// @return the compact form, with the report of what was merged and dropped
/// @throws invalid_value for a weight that is not finite, an index out of range, or a graph too large
/// @par Complexity
/// O(V + E) time and memory
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] signed_graph compress(G const& g, Weight const& weight, tie_options const& options = {}) {
    return detail::compress_edges(g, weight, get(boost::vertex_index, g), options);
}

/// The same for a graph that does not number its vertices, or numbers them otherwise.
/// @tparam Index a property map from vertices to their numbers
/// @param g the graph; fewer than 2^31 vertices and edges
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param index vertex -> number, distinct and below num_vertices(g)
/// @param options what to do with multi-edges, opposite edges and self-loops
/// @return the compact form
/// @throws invalid_value as for compress()
/// @par Complexity
/// as for compress()
template <undirected_graph G, edge_weights<G> Weight, readable_vertex_map<G> Index>
[[nodiscard]] signed_graph compress_indexed(G const& g, Weight const& weight, Index const& index,
                                            tie_options const& options = {}) {
    return detail::compress_edges(g, weight, index, options);
}

/// The compact form of a directed graph whose directions are given up: what u holds of v and what v holds of u are
/// added up. The algorithms do not take a directed graph itself, as this is a choice to be made by the user.
/// @param g the directed graph; fewer than 2^31 vertices and edges
/// @param weight edge -> sign or weight, finite
/// @param options what to do with multi-edges, opposite edges and self-loops
/// @return the compact form; its report counts an edge with its opposite as merged
/// @throws invalid_value as for compress()
/// @par Complexity
/// as for compress()
template <directed_graph G, edge_weights<G> Weight>
    requires vertex_indexed_graph<G>
[[nodiscard]] signed_graph symmetrise_by_sum(G const& g, Weight const& weight, tie_options const& options = {}) {
    return detail::compress_edges(g, weight, get(boost::vertex_index, g), options);
}

} // namespace geostance
