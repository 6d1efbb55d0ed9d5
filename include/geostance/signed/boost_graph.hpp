// SPDX-License-Identifier: BSL-1.0
/// @file
/// signed_graph as an undirected Boost.Graph graph: the free functions, traits and property maps that its algorithms
/// ask for.
/// @par Complexity
/// O(1) for each function; O(log degree(u)) for `edge`
#pragma once

#include <geostance/signed/detail/boost_iterators.hpp>
#include <geostance/signed/signed_edge.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance {

/// The tag of the signs of edges, 1 or -1, beside Boost's `edge_weight`: `get(edge_sign, g)`.
enum edge_sign_t { edge_sign };

/// The property map behind `get(boost::edge_weight, g)`: the weight of a tie with its sign.
struct signed_weight_map : boost::put_get_helper<double, signed_weight_map> {
    using key_type = signed_edge;                      ///< from edges
    using value_type = double;                         ///< to weights
    using reference = double;                          ///< by value
    using category = boost::readable_property_map_tag; ///< read-only
    signed_graph const* graph = nullptr;               ///< whose edges
    /// @param e an edge
    /// @pre it is an edge of the graph
    /// @return the weight of its tie
    double operator[](signed_edge e) const noexcept { return graph->weight(e.arc); }
};

/// The property map behind `get(edge_sign, g)`: 1 for a friendly tie, -1 for a hostile one.
struct edge_sign_map : boost::put_get_helper<int, edge_sign_map> {
    using key_type = signed_edge;                      ///< from edges
    using value_type = int;                            ///< to signs
    using reference = int;                             ///< by value
    using category = boost::readable_property_map_tag; ///< read-only
    signed_graph const* graph = nullptr;               ///< whose edges
    /// @param e an edge
    /// @pre it is an edge of the graph
    /// @return the sign of its tie: 1 or -1
    int operator[](signed_edge e) const noexcept { return graph->is_negative(e.arc) ? -1 : 1; }
};

/// @name Boost.Graph's functions on the compact form
/// Vertex descriptors are vertex numbers. Each tie is one edge, which `out_edges` shows from either end.
/// @{

/// @param g the graph
/// @return the number of vertices
inline std::size_t num_vertices(signed_graph const& g) noexcept { return g.num_vertices(); }
/// @param g the graph
/// @return the number of ties
inline std::size_t num_edges(signed_graph const& g) noexcept { return g.num_ties(); }
/// @param g the graph
/// @return all vertices, in ascending order
inline auto vertices(signed_graph const& g) noexcept {
    return detail::number_range(0, g.num_vertices(), detail::number_itself{});
}
/// @param g the graph
/// @return all ties, by their lower end and then by the other
inline auto edges(signed_graph const& g) noexcept {
    return std::pair(detail::signed_edge_iterator(g, 0), detail::signed_edge_iterator(g, g.num_vertices()));
}
/// @param e an edge
/// @return the end from which it is seen
inline std::uint32_t source(signed_edge e, signed_graph const&) noexcept { return e.source; }
/// @param e an edge
/// @return the other end
inline std::uint32_t target(signed_edge e, signed_graph const&) noexcept { return e.target; }
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return its ties as edges from it, by ascending neighbour
inline auto out_edges(std::uint32_t v, signed_graph const& g) noexcept {
    return detail::number_range(g.first_arc(v), g.first_arc(v + 1), detail::edge_of_arc{&g, v});
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return its neighbours, in ascending order
inline auto adjacent_vertices(std::uint32_t v, signed_graph const& g) noexcept {
    return detail::number_range(g.first_arc(v), g.first_arc(v + 1), detail::neighbour_of_arc{&g});
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return its number of ties
inline std::size_t out_degree(std::uint32_t v, signed_graph const& g) noexcept { return g.degree(v); }
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return its number of ties
inline std::size_t degree(std::uint32_t v, signed_graph const& g) noexcept { return g.degree(v); }
/// The edge from one vertex to another (AdjacencyMatrix). O(log degree(u)).
/// @param u the end from which it is seen
/// @param v the other end
/// @param g the graph
/// @pre u < num_vertices(g)
/// @return the edge, and whether there is one
inline std::pair<signed_edge, bool> edge(std::uint32_t u, std::uint32_t v, signed_graph const& g) noexcept {
    auto const arc = g.find_arc(u, v);
    if (arc == g.num_arcs()) return {};
    return {{u, v, arc}, true};
}
/// @return a map from each vertex to itself
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, signed_graph const&) noexcept {
    return {};
}
/// @param v a vertex
/// @return its index, which is the vertex itself
inline std::uint32_t get(boost::vertex_index_t, signed_graph const&, std::uint32_t v) noexcept { return v; }
/// @param g the graph
/// @return the weights of the ties
inline signed_weight_map get(boost::edge_weight_t, signed_graph const& g) noexcept { return {{}, &g}; }
/// @param g the graph
/// @param e an edge
/// @pre it is an edge of the graph
/// @return the weight of its tie
inline double get(boost::edge_weight_t, signed_graph const& g, signed_edge e) noexcept { return g.weight(e.arc); }
/// @param g the graph
/// @return the signs of the ties
inline edge_sign_map get(edge_sign_t, signed_graph const& g) noexcept { return {{}, &g}; }
/// @param g the graph
/// @param e an edge
/// @pre it is an edge of the graph
/// @return the sign of its tie
inline int get(edge_sign_t, signed_graph const& g, signed_edge e) noexcept { return get(edge_sign, g)[e]; }
/// @}

} // namespace geostance

/// @cond
template <>
struct boost::graph_traits<geostance::signed_graph> {
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = geostance::signed_edge;
    using vertex_iterator = geostance::detail::number_iterator<geostance::detail::number_itself>;
    using edge_iterator = geostance::detail::signed_edge_iterator;
    using out_edge_iterator = geostance::detail::number_iterator<geostance::detail::edge_of_arc>;
    using adjacency_iterator = geostance::detail::number_iterator<geostance::detail::neighbour_of_arc>;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using directed_category = boost::undirected_tag;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    struct traversal_category : boost::incidence_graph_tag,
                                boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag,
                                boost::adjacency_graph_tag,
                                boost::adjacency_matrix_tag {};
    static constexpr vertex_descriptor null_vertex() { return UINT32_MAX; }
};

template <>
struct boost::graph_traits<geostance::signed_graph const> : boost::graph_traits<geostance::signed_graph> {};

template <>
struct boost::property_map<geostance::signed_graph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<std::uint32_t>;
    using const_type = type;
};
template <>
struct boost::property_map<geostance::signed_graph, boost::edge_weight_t> {
    using type = geostance::signed_weight_map;
    using const_type = type;
};
template <>
struct boost::property_map<geostance::signed_graph, geostance::edge_sign_t> {
    using type = geostance::edge_sign_map;
    using const_type = type;
};
/// @endcond
