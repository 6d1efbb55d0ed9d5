// SPDX-License-Identifier: BSL-1.0
/// @file
/// Structural balance: two camps that every tie fits, or a negative cycle that proves there are none.
#pragma once

// First, so that what the compiler says of a wrong argument has a short way to it.
#include <geostance/graph/concepts.hpp>
#include <geostance/signed/signed_input.hpp>

#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/negative_cycle.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance {

/// How to look for balance.
struct balance_options {
    bool shortest_cycle = false; ///< return a negative cycle with the fewest edges; O(V E) instead of O(V + E)
};

/// Whether a graph is balanced, with the proof.
/// @tparam Vertex how a vertex is named
/// @tparam Edge how an edge is named
template <class Vertex, class Edge>
struct balance_result {
    bool balanced = true; ///< whether every cycle has an even number of negative edges
    /// By vertex number: 0 or 1, the lowest vertex of each component being in 0. Where the graph is not balanced, the
    /// two-colouring of a breadth-first forest, which fits only some of the ties.
    camp_assignment camp{};
    std::size_t against = 0;                       ///< ties that do not fit `camp`; 0 where balanced
    std::size_t components = 0;                    ///< connected; isolated and hidden vertices included
    std::vector<Edge> negative_cycle{};            ///< where not balanced: edges i from vertex i to i + 1
    std::vector<Vertex> negative_cycle_vertices{}; ///< the vertices of that cycle
    tie_report ties{};                             ///< what was merged and dropped
};

/// The result for the compact form: vertices by number, edges by their position among those given.
using compact_balance_result = balance_result<std::uint32_t, std::uint32_t>;

namespace detail {

struct two_colouring {
    camp_assignment colour{};
    std::size_t against = 0;
    std::size_t components = 0;
    std::uint32_t misfit = UINT32_MAX; // an arc that does not fit
    std::uint32_t root = 0;            // of its component
};

inline two_colouring colour_breadth_first(signed_graph const& g) {
    constexpr std::uint32_t unseen = 2;
    auto const n = g.num_vertices();
    two_colouring result;
    result.colour.assign(n, unseen);
    auto* const colour = result.colour.data();
    std::vector<std::uint32_t> queue(n);
    std::uint32_t head = 0;
    std::uint32_t tail = 0;
    std::size_t misfits = 0;
    for (std::uint32_t root = 0; root < n; ++root) {
        if (colour[root] != unseen) continue;
        ++result.components;
        colour[root] = 0;
        queue[tail++] = root;
        while (head < tail) {
            auto const x = queue[head++];
            auto const before = misfits;
            for (auto const word : row_of(g, x)) {
                auto const y = neighbour_in(word);
                auto const wanted = colour[x] ^ (word & 1U);
                if (colour[y] == unseen) {
                    colour[y] = wanted;
                    queue[tail++] = y;
                } else {
                    misfits += colour[y] != wanted ? 1U : 0U;
                }
            }
            if (before == 0 && misfits != 0) {
                result.root = root;
                result.misfit = x; // for now the vertex
            }
        }
    }
    result.against = misfits / 2;
    return result;
}

inline signed_cycle find_negative_cycle(signed_graph const& g, two_colouring const& colouring, bool shortest) {
    if (!g.constant_cycles().empty()) return shortest_constant_cycle(g);
    if (shortest) return shortest_negative_cycle(g);
    for (auto arc = g.first_arc(colouring.misfit); arc < g.first_arc(colouring.misfit + 1); ++arc) {
        auto const other = g.neighbour(arc);
        auto const across = colouring.colour[colouring.misfit] != colouring.colour[other];
        if (across != g.is_negative(arc)) return fundamental_cycle(g, colouring.root, colouring.misfit, other);
    }
    return {};
}

} // namespace detail

/// Whether the vertices fall into two camps, friends within and enemies across (Harary's structural balance).
/// @param g the compact form
/// @param options whether the shortest cycle is asked for
/// @return the camps, or a negative cycle
/// @par Complexity
/// O(V + E) time, O(V) memory beyond the graph; O(V E) for the shortest cycle of an unbalanced graph
/// @par Determinism
/// Depends on the graph alone.
/// @par Source
/// Harary, F. (1953). On the notion of balance of a signed graph. Michigan Mathematical Journal 2, 143-146.
[[nodiscard]] inline compact_balance_result structural_balance(signed_graph const& g,
                                                               balance_options const& options = {}) {
    auto colouring = detail::colour_breadth_first(g);
    compact_balance_result result;
    result.balanced = colouring.against == 0 && g.constant_cycles().empty();
    if (!result.balanced) {
        auto cycle = detail::find_negative_cycle(g, colouring, options.shortest_cycle);
        result.negative_cycle = std::move(cycle.edges);
        result.negative_cycle_vertices = std::move(cycle.vertices);
    }
    result.camp = std::move(colouring.colour);
    result.against = colouring.against;
    result.components = colouring.components;
    result.ties = g.report();
    return result;
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph; a directed one is made undirected by symmetrise_by_sum() first
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param options whether the shortest cycle is asked for
/// @return the camps, or a negative cycle in the graph's own vertices and edges
/// @throws invalid_value for a weight that is not finite or a graph too large
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] auto structural_balance(G const& g, Weight const& weight, balance_options const& options = {}) {
    using traits = boost::graph_traits<G>;
    auto found = structural_balance(compress(g, weight), options);
    return balance_result<typename traits::vertex_descriptor, typename traits::edge_descriptor>{
        found.balanced,
        std::move(found.camp),
        found.against,
        found.components,
        edges_at(g, found.negative_cycle),
        detail::vertices_at(g, get(boost::vertex_index, g), found.negative_cycle_vertices),
        found.ties};
}

} // namespace geostance
