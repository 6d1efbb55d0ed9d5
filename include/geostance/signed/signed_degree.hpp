// SPDX-License-Identifier: BSL-1.0
/// @file
/// How many friendly and hostile ties each vertex has, and what follows from the counts alone.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/directed_ties.hpp>
#include <geostance/signed/tie_direction.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace geostance {

/// The friendly and hostile ties of a vertex.
/// @par Complexity
/// O(1) for each function
struct signed_degrees {
    std::uint32_t positive = 0; ///< friendly ties
    std::uint32_t negative = 0; ///< hostile ties
    double positive_weight = 0; ///< the total weight of friendly ties
    double negative_weight = 0; ///< the total |weight| of hostile ties

    /// @return friendly less hostile ties
    [[nodiscard]] std::int64_t net() const noexcept { return std::int64_t{positive} - negative; }
    /// @return the friendly ties as a share of all; empty without ties
    [[nodiscard]] std::optional<double> ratio() const noexcept {
        if (positive + negative == 0) return {};
        return positive / (static_cast<double>(positive) + negative);
    }

    /// @param weight that of one more tie, finite; 0 is none
    void count(double weight) noexcept {
        if (weight > 0) ++positive, positive_weight += weight;
        if (weight < 0) ++negative, negative_weight -= weight;
    }

    friend bool operator==(signed_degrees const&, signed_degrees const&) = default;
};

/// Counts the ties of each vertex of a compact graph.
/// @param g the graph
/// @return one element a vertex
/// @par Complexity
/// O(V + E)
[[nodiscard]] inline std::vector<signed_degrees> signed_degree(signed_graph const& g) {
    std::vector<signed_degrees> result(g.num_vertices());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) result[v].count(g.weight(a));
    }
    return result;
}

/// Counts the ties of each vertex of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @return one element a vertex, as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for compress()
/// @par Complexity
/// O(V + E)
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] std::vector<signed_degrees> signed_degree(G const& g, Weight const& weight) {
    return signed_degree(compress(g, weight));
}

/// Counts the ties of each vertex of a directed Boost.Graph graph in one direction.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie, several edges one way are added up
/// @param direction out: what the vertex holds of others; in: what others hold of it, its *status*
/// @return one element a vertex, as get(boost::vertex_index, g) numbers them
/// @throws invalid_value for a weight that is not finite, an index out of range, a graph too large, or a direction that
///         is no enumerator
/// @par Complexity
/// O(V + E log E)
template <directed_graph G, edge_weights<G> Weight>
    requires vertex_indexed_graph<G>
[[nodiscard]] std::vector<signed_degrees> signed_degree(G const& g, Weight const& weight, tie_direction direction) {
    detail::check_enumerator("direction", direction, tie_direction::out);
    auto const arcs = detail::directed_ties_of(g, weight);
    std::vector<signed_degrees> result(arcs.num_vertices);
    for (auto const& t : arcs.ties) result[direction == tie_direction::out ? t.from : t.to].count(t.weight);
    return result;
}

} // namespace geostance
