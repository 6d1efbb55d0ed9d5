// SPDX-License-Identifier: BSL-1.0
/// @file
/// typed_graph as a Boost.Graph graph: the free functions, traits and property maps that its algorithms ask for.
/// @par Complexity
/// O(1) for each function; on average for `edge`
#pragma once

#include <geostance/assert.hpp>
#include <geostance/graph/detail/boost_iterators.hpp>
#include <geostance/graph/edge_descriptor.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace geostance {

namespace detail {

/// What Boost.Graph's functions need from inside a typed_graph.
struct graph_access {
    template <class S>
    static graph_store<S> const& store(typed_graph<S> const& g) noexcept {
        return g.store_;
    }
    /// The store, for what reads by index and so meets no handle that could be checked.
    /// @throws invalid_handle if the graph lies over one that has changed since
    template <class S>
    static graph_store<S> const& current_store(typed_graph<S> const& g) {
        g.store_.below().require_current();
        return g.store_;
    }
};

} // namespace detail

/// The property map behind `get(boost::edge_index, g)`: an edge's place in order of insertion.
struct edge_index_map : boost::put_get_helper<std::size_t, edge_index_map> {
    using key_type = edge_descriptor;                  ///< from edges
    using value_type = std::size_t;                    ///< to their indices
    using reference = std::size_t;                     ///< by value
    using category = boost::readable_property_map_tag; ///< read-only
    /// @param e an edge
    /// @return its index
    std::size_t operator[](edge_descriptor e) const noexcept { return e.index; }
};

/// The property map behind `get(boost::vertex_name, g)`: a node's name, or its key where it has none.
template <class S>
struct vertex_name_map : boost::put_get_helper<std::string const&, vertex_name_map<S>> {
    using key_type = std::size_t;                      ///< from vertices
    using value_type = std::string;                    ///< to their names
    using reference = std::string const&;              ///< without a copy
    using category = boost::readable_property_map_tag; ///< read-only
    typed_graph<S> const* graph = nullptr;             ///< whose names
    /// @param v a vertex
    /// @pre v < num_vertices(g)
    /// @return the name of its node
    std::string const& operator[](std::size_t v) const { return name_of(*graph, graph->node_at(v)); }
};

/// @name Boost.Graph's functions
/// Vertex descriptors are node indices: `node.index()` of a handle, and `g.node_at(v)` back. Likewise
/// `g.relation_at(e.index)` is the relation of an edge. Of an overlay over a graph that has changed since, the
/// functions that read edges throw invalid_handle.
/// @{

/// @param g the graph
/// @return the number of nodes
template <class S>
std::size_t num_vertices(typed_graph<S> const& g) noexcept {
    return g.num_nodes();
}
/// @param g the graph
/// @return the number of relations
template <class S>
std::size_t num_edges(typed_graph<S> const& g) noexcept {
    return g.num_relations();
}
/// @param g the graph
/// @return all vertices, in order of insertion
template <class S>
auto vertices(typed_graph<S> const& g) {
    return std::pair(detail::vertex_iterator(0), detail::vertex_iterator(g.num_nodes()));
}
/// @param g the graph
/// @return all edges, in order of insertion
template <class S>
auto edges(typed_graph<S> const& g) {
    using iterator = detail::edge_iterator<detail::graph_store<S>>;
    auto const& store = detail::graph_access::current_store(g);
    return std::pair(iterator(store, 0), iterator(store, g.num_relations()));
}
/// @param e an edge
/// @return the vertex where it begins
template <class S>
std::size_t source(edge_descriptor e, typed_graph<S> const&) noexcept {
    return e.source;
}
/// @param e an edge
/// @return the vertex where it ends
template <class S>
std::size_t target(edge_descriptor e, typed_graph<S> const&) noexcept {
    return e.target;
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the edges that leave it
template <class S>
auto out_edges(std::size_t v, typed_graph<S> const& g) {
    GEOSTANCE_ASSERT(v < g.num_nodes(), "out_edges: a vertex");
    auto const& store = detail::graph_access::current_store(g);
    return detail::incidence_range(store, store.out, v);
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the edges that enter it
template <class S>
auto in_edges(std::size_t v, typed_graph<S> const& g) {
    GEOSTANCE_ASSERT(v < g.num_nodes(), "in_edges: a vertex");
    auto const& store = detail::graph_access::current_store(g);
    return detail::incidence_range(store, store.in, v);
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the ends of the edges that leave it; a vertex comes once for each such edge
template <class S>
auto adjacent_vertices(std::size_t v, typed_graph<S> const& g) {
    using iterator = detail::adjacency_iterator<detail::graph_store<S>>;
    auto const [first, last] = out_edges(v, g);
    return std::pair(iterator(first), iterator(last));
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the number of edges that leave it
template <class S>
std::size_t out_degree(std::size_t v, typed_graph<S> const& g) {
    GEOSTANCE_ASSERT(v < g.num_nodes(), "out_degree: a vertex");
    return detail::graph_access::current_store(g).out.size(v);
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the number of edges that enter it
template <class S>
std::size_t in_degree(std::size_t v, typed_graph<S> const& g) {
    GEOSTANCE_ASSERT(v < g.num_nodes(), "in_degree: a vertex");
    return detail::graph_access::current_store(g).in.size(v);
}
/// @param v a vertex
/// @param g the graph
/// @pre v < num_vertices(g)
/// @return the number of edges that leave or enter it
template <class S>
std::size_t degree(std::size_t v, typed_graph<S> const& g) {
    return in_degree(v, g) + out_degree(v, g);
}
/// The newest edge from one vertex to another (AdjacencyMatrix). O(1) on average.
/// @param u where it begins
/// @param v where it ends
/// @param g the graph
/// @pre both are below num_vertices(g)
/// @return the edge, and whether there is one
template <class S>
std::pair<edge_descriptor, bool> edge(std::size_t u, std::size_t v, typed_graph<S> const& g) {
    GEOSTANCE_ASSERT(u < g.num_nodes() && v < g.num_nodes(), "edge: two vertices");
    auto const& store = detail::graph_access::current_store(g);
    auto const newest = store.newest_between(static_cast<std::uint32_t>(u), static_cast<std::uint32_t>(v));
    if (newest == detail::no_index) return {};
    return {detail::edge_at(store, newest), true};
}
/// @return a map from each vertex to itself
template <class S>
boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t, typed_graph<S> const&) noexcept {
    return {};
}
/// @param v a vertex
/// @return its index, which is the vertex itself
template <class S>
std::size_t get(boost::vertex_index_t, typed_graph<S> const&, std::size_t v) noexcept {
    return v;
}
/// @return the indices of the edges
template <class S>
edge_index_map get(boost::edge_index_t, typed_graph<S> const&) noexcept {
    return {};
}
/// @param e an edge
/// @return its index
template <class S>
std::size_t get(boost::edge_index_t, typed_graph<S> const&, edge_descriptor e) noexcept {
    return e.index;
}
/// @param g the graph
/// @return the names of the nodes
template <class S>
vertex_name_map<S> get(boost::vertex_name_t, typed_graph<S> const& g) noexcept {
    return {{}, &g};
}
/// @param g the graph
/// @param v a vertex
/// @pre v < num_vertices(g)
/// @return the name of its node
template <class S>
std::string const& get(boost::vertex_name_t, typed_graph<S> const& g, std::size_t v) {
    return name_of(g, g.node_at(v));
}
/// @}

} // namespace geostance

/// @cond
template <class S>
struct boost::graph_traits<geostance::typed_graph<S>> {
    using vertex_descriptor = std::size_t;
    using edge_descriptor = geostance::edge_descriptor;
    using vertex_iterator = geostance::detail::vertex_iterator;
    using edge_iterator = geostance::detail::edge_iterator<geostance::detail::graph_store<S>>;
    using out_edge_iterator = geostance::detail::incidence_iterator<geostance::detail::graph_store<S>>;
    using in_edge_iterator = out_edge_iterator;
    using adjacency_iterator = geostance::detail::adjacency_iterator<geostance::detail::graph_store<S>>;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    struct traversal_category : boost::bidirectional_graph_tag,
                                boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag,
                                boost::adjacency_graph_tag,
                                boost::adjacency_matrix_tag {};
    static constexpr vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <class S>
struct boost::graph_traits<geostance::typed_graph<S> const> : boost::graph_traits<geostance::typed_graph<S>> {};

template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<std::size_t>;
    using const_type = type;
};
template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::edge_index_t> {
    using type = geostance::edge_index_map;
    using const_type = type;
};
template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::vertex_name_t> {
    using type = geostance::vertex_name_map<S>;
    using const_type = type;
};
/// @endcond
