// SPDX-License-Identifier: BSL-1.0
/// @file
/// Clusterability (weak balance): any number of camps that every tie fits, or a cycle with exactly one negative tie.
#pragma once

#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/flood.hpp>
#include <geostance/signed/detail/negative_cycle.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance {

/// Whether a graph is clusterable, with the proof.
/// @tparam Vertex how a vertex is named
/// @tparam Edge how an edge is named
template <class Vertex, class Edge>
struct clusterability_result {
    bool clusterable = true;   ///< whether no cycle has exactly one negative edge
    camp_assignment camp{};    ///< by vertex number: its component of positive ties, numbered from 0
    std::size_t camps = 0;     ///< how many there are
    std::size_t against = 0;   ///< negative ties inside a camp; 0 where clusterable
    std::vector<Edge> cycle{}; ///< where not clusterable: edges i from vertex i to i + 1; the last is negative
    std::vector<Vertex> cycle_vertices{}; ///< the vertices of that cycle
    tie_report ties{};                    ///< what was merged and dropped
};

/// The result for the compact form: vertices by number, edges by their position among those given.
using compact_clusterability_result = clusterability_result<std::uint32_t, std::uint32_t>;

namespace detail {

/// Labels the components of positive ties; returns how many there are.
inline std::size_t label_positive_components(signed_graph const& g, camp_assignment& label) {
    constexpr auto unseen = UINT32_MAX;
    label.assign(g.num_vertices(), unseen);
    std::uint32_t labels = 0;
    auto const begin = [&](std::uint32_t root) {
        if (label[root] != unseen) return false;
        label[root] = labels++;
        return true;
    };
    flood(g.num_vertices(), begin, [&](std::uint32_t x, std::vector<std::uint32_t>& reached) {
        for (auto const word : row_of(g, x)) {
            auto const y = neighbour_in(word);
            if (negative_in(word) || label[y] != unseen) continue;
            label[y] = label[x];
            reached.push_back(y);
        }
    });
    return labels;
}

/// A shortest path of positive ties from x to y, closed by the negative tie y-x.
inline signed_cycle close_with_positive_path(signed_graph const& g, std::uint32_t x, std::uint32_t y) {
    constexpr auto unseen = UINT32_MAX;
    std::vector<std::uint32_t> parent(g.num_vertices(), unseen);
    std::vector<std::uint32_t> queue = {y};
    parent[y] = y;
    for (std::size_t head = 0; parent[x] == unseen; ++head) {
        for (auto const word : row_of(g, queue[head])) {
            auto const z = neighbour_in(word);
            if (negative_in(word) || parent[z] != unseen) continue;
            parent[z] = queue[head];
            queue.push_back(z);
        }
    }
    std::vector<std::uint32_t> vertices;
    for (auto v = x; v != y; v = parent[v]) vertices.push_back(v);
    vertices.push_back(y);
    return with_edges(g, std::move(vertices));
}

} // namespace detail

/// Whether the vertices fall into camps, however many, friends within and enemies across (weak balance).
/// @param g the compact form
/// @return the camps, or a cycle with exactly one negative tie
/// @par Complexity
/// O(V + E) time, O(V) memory beyond the graph
/// @par Determinism
/// Depends on the graph alone: camps are numbered by their lowest vertex.
/// @par Source
/// Davis, J. A. (1967). Clustering and structural balance in graphs. Human Relations 20, 181-187: theorem 1.
[[nodiscard]] inline compact_clusterability_result clusterability(signed_graph const& g) {
    compact_clusterability_result result;
    result.camps = detail::label_positive_components(g, result.camp);
    detail::signed_cycle cycle;
    for (std::uint32_t x = 0; x < g.num_vertices(); ++x) {
        for (auto const word : detail::row_of(g, x)) {
            auto const y = detail::neighbour_in(word);
            if (y < x || !detail::negative_in(word) || result.camp[x] != result.camp[y]) continue;
            if (++result.against == 1) cycle = detail::close_with_positive_path(g, x, y);
        }
    }
    if (!g.constant_cycles().empty()) {
        cycle = detail::shortest_constant_cycle(g);
        std::reverse(cycle.edges.begin(), cycle.edges.end());
    }
    result.clusterable = cycle.vertices.empty();
    result.cycle = std::move(cycle.edges);
    result.cycle_vertices = std::move(cycle.vertices);
    result.ties = g.report();
    return result;
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph; a directed one is made undirected by symmetrise_by_sum() first
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @return the camps, or a cycle in the graph's own vertices and edges
/// @throws invalid_value for a weight that is not finite or a graph too large
/// @par Complexity
/// O(V + E)
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] auto clusterability(G const& g, Weight const& weight) {
    using traits = boost::graph_traits<G>;
    auto found = clusterability(compress(g, weight));
    return clusterability_result<typename traits::vertex_descriptor, typename traits::edge_descriptor>{
        found.clusterable,
        std::move(found.camp),
        found.camps,
        found.against,
        edges_at(g, found.cycle),
        detail::vertices_at(g, get(boost::vertex_index, g), found.cycle_vertices),
        found.ties};
}

} // namespace geostance
