// SPDX-License-Identifier: BSL-1.0
/// @file
/// The triangles of an undirected signed network by their signs: in all, at each vertex, and on each edge.
#pragma once

#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/triangles.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace geostance {

/// How many triangles have no, one, two or three negative ties.
/// @par Complexity
/// O(1) for each function
struct triad_counts {
    std::array<std::uint64_t, 4> by_negatives{}; ///< [k]: with k negative ties

    /// @return +++
    [[nodiscard]] std::uint64_t ppp() const noexcept { return by_negatives[0]; }
    /// @return ++-
    [[nodiscard]] std::uint64_t ppn() const noexcept { return by_negatives[1]; }
    /// @return +--
    [[nodiscard]] std::uint64_t pnn() const noexcept { return by_negatives[2]; }
    /// @return ---
    [[nodiscard]] std::uint64_t nnn() const noexcept { return by_negatives[3]; }
    /// @return all of them
    [[nodiscard]] std::uint64_t total() const noexcept { return ppp() + ppn() + pnn() + nnn(); }
    /// @return those with an even number of negative ties
    [[nodiscard]] std::uint64_t balanced() const noexcept { return ppp() + pnn(); }
    /// @return those with other than one negative tie
    [[nodiscard]] std::uint64_t weakly_balanced() const noexcept { return total() - ppn(); }

    friend bool operator==(triad_counts const&, triad_counts const&) = default;
};

/// The triangles that an edge is part of.
struct edge_triads {
    std::uint32_t u = 0;    ///< the lower vertex
    std::uint32_t v = 0;    ///< the higher vertex
    std::uint32_t edge = 0; ///< the position of the edge in edges(g)
    triad_counts counts{};  ///< its triangles
};

/// What to count.
struct triad_census_options {
    bool per_vertex = false; ///< also at each vertex
    bool per_edge = false;   ///< also on each edge
};

/// The triangles of a network.
struct triad_census_result {
    triad_counts total{};               ///< in all
    std::vector<triad_counts> vertex{}; ///< at each vertex, where asked for; sums to three times the total
    std::vector<edge_triads> edge{};    ///< on each edge, where asked for, by (u, v); sums to three times the total
    std::uint64_t paths_of_two = 0;     ///< pairs of ties that share a vertex
    tie_report ties{};                  ///< what was merged and dropped
};

/// Counts the triangles of a compact graph.
/// @param g the graph
/// @param options what to count
/// @return the counts
/// @par Complexity
/// O(V + E^1.5) time, O(V + E) memory: each triangle is found once, from its vertex of least degree
/// @par Determinism
/// The same graph gives the same result.
/// @par Source
/// Triangles by degree ordering: Chiba, N. and Nishizeki, T. (1985). Arboricity and subgraph listing algorithms. SIAM
/// Journal on Computing 14, 210-223, doi:10.1137/0214017.
[[nodiscard]] inline triad_census_result triad_census(signed_graph const& g, triad_census_options const& options = {}) {
    triad_census_result result;
    result.ties = g.report();
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
        result.paths_of_two += std::uint64_t{g.degree(v)} * (g.degree(v) - std::uint64_t{g.degree(v) > 0}) / 2;
    if (!options.per_vertex && !options.per_edge) {
        result.total.by_negatives = detail::count_triangles(g);
        return result;
    }
    std::vector<triad_counts> at_arc(options.per_edge ? g.num_arcs() : 0);
    if (options.per_vertex) result.vertex.resize(g.num_vertices());
    detail::for_each_triangle(g, [&](std::array<std::uint32_t, 3> const& vertices,
                                     std::array<std::uint32_t, 3> const& arcs, std::uint32_t negatives) {
        ++result.total.by_negatives[negatives];
        for (auto const v : vertices) {
            if (options.per_vertex) ++result.vertex[v].by_negatives[negatives];
        }
        for (auto const a : arcs) {
            if (options.per_edge) ++at_arc[a].by_negatives[negatives];
        }
    });
    if (!options.per_edge) return result;
    result.edge.reserve(g.num_ties());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const u = g.neighbour(a);
            if (v < u) result.edge.push_back({v, u, g.edge_of(a), at_arc[a]});
        }
    }
    return result;
}

/// Counts the triangles of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options what to count
/// @return the counts, vertices as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for compress()
/// @par Complexity
/// O(V + E^1.5)
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] triad_census_result triad_census(G const& g, Weight const& weight,
                                               triad_census_options const& options = {}) {
    return triad_census(compress(g, weight), options);
}

/// Measures of balance that rest on triangles, each under its published name; empty without any triangle.
struct triangle_indices {
    std::optional<double> triangle_index{}; ///< balanced / all: T(G) of Aref and Wilson (2018), in [0, 1]
    std::optional<double> weak_index{};     ///< those without exactly one negative tie / all: Davis (1967)
    /// (balanced - others) / all: Kunegis et al. (2009), in [-1, 1]
    std::optional<double> relative_signed_clustering{};
    std::optional<double> signed_clustering{}; ///< 3 (balanced - others) / paths of two: Kunegis et al. (2009)
};

/// @param census a census
/// @return its indices of balance
/// @par Complexity
/// O(1)
/// @par Source
/// Aref, S. and Wilson, M. C. (2018). Measuring partial balance in signed networks. Journal of Complex Networks 6,
/// 566-595, doi:10.1093/comnet/cnx044. Davis, J. A. (1967). Clustering and structural balance in graphs. Human
/// Relations 20, 181-187. Kunegis, J., Lommatzsch, A. and Bauckhage, C. (2009). The Slashdot Zoo: mining a social
/// network with negative edges. WWW 2009, 741-750, doi:10.1145/1526709.1526809.
[[nodiscard]] inline triangle_indices triangle_indices_of(triad_census_result const& census) {
    triangle_indices result;
    auto const all = static_cast<double>(census.total.total());
    auto const balanced = static_cast<double>(census.total.balanced());
    auto const surplus = 2 * balanced - all;
    if (census.paths_of_two > 0) result.signed_clustering = 3 * surplus / static_cast<double>(census.paths_of_two);
    if (all == 0) return result;
    result.triangle_index = balanced / all;
    result.weak_index = static_cast<double>(census.total.weakly_balanced()) / all;
    result.relative_signed_clustering = surplus / all;
    return result;
}

} // namespace geostance
