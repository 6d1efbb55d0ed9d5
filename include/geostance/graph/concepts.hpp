// SPDX-License-Identifier: BSL-1.0
/// @file
/// Concepts for Boost.Graph graphs and property maps; each is softly false for what is no graph, and for a reference to
/// one. A class for which `num_vertices` can be called has to have graph_traits: to ask Boost for what has none is an
/// error outside of every concept.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace geostance {

namespace detail {

/// What is no graph has no such function, so each concept asks for one before it looks at the traits. A reference has
/// none either.
template <class G>
concept counts_vertices = !std::is_reference_v<G> && requires(G const& g) {
    { num_vertices(g) } -> std::integral;
};
template <class G>
concept counts_edges = requires(G const& g) {
    { num_edges(g) } -> std::integral;
};

} // namespace detail

/// A graph whose vertices can be counted and walked (Boost.Graph's VertexListGraph).
///
/// Requires of a graph `g`
/// - `num_vertices(g)`: a whole number;
/// - `vertices(g)`: a pair of iterators over its vertex descriptors.
///
/// Satisfied by adjacency_list, adjacency_matrix, compressed_sparse_row_graph, views of these, typed_graph;
/// not by int or std::vector<int>.
template <class G>
concept vertex_list_graph = detail::counts_vertices<G> && requires(G const& g) {
    { *vertices(g).first } -> std::convertible_to<typename boost::graph_traits<G>::vertex_descriptor>;
};

/// A graph whose edges can be counted and walked (EdgeListGraph).
///
/// Requires of a graph `g`
/// - `num_vertices(g)` and `num_edges(g)`: whole numbers;
/// - `edges(g)`: a pair of iterators over its edge descriptors.
///
/// Satisfied by adjacency_list, adjacency_matrix, compressed_sparse_row_graph, views of these, typed_graph;
/// not by int or by a vector_as_graph.
template <class G>
concept edge_list_graph = detail::counts_vertices<G> && detail::counts_edges<G> && requires(G const& g) {
    { *edges(g).first } -> std::convertible_to<typename boost::graph_traits<G>::edge_descriptor>;
};

/// A graph with the edges that leave a vertex (IncidenceGraph).
///
/// Requires of a graph `g` and a vertex `v`
/// - `num_vertices(g)`: a whole number;
/// - `out_edges(v, g)`: a pair of iterators over edge descriptors;
/// - `out_degree(v, g)`: a whole number.
///
/// Satisfied by adjacency_list, adjacency_matrix, compressed_sparse_row_graph, views of these, typed_graph;
/// not by int or by a vector_as_graph.
template <class G>
concept incidence_graph = detail::counts_vertices<G> &&
    requires(G const& g, typename boost::graph_traits<G>::vertex_descriptor v) {
    { *out_edges(v, g).first } -> std::convertible_to<typename boost::graph_traits<G>::edge_descriptor>;
    { out_degree(v, g) } -> std::integral;
};

/// A graph with the edges that enter a vertex as well (BidirectionalGraph).
///
/// Requires
/// - `incidence_graph`;
/// - of a graph `g` and a vertex `v`, `in_edges(v, g)`: a pair of iterators over edge descriptors.
///
/// Satisfied by undirected adjacency_list, by adjacency_list with bidirectionalS, by reverse_graph and typed_graph;
/// not by adjacency_list with directedS.
template <class G>
concept bidirectional_graph = incidence_graph<G> &&
    requires(G const& g, typename boost::graph_traits<G>::vertex_descriptor v) {
    { *in_edges(v, g).first } -> std::convertible_to<typename boost::graph_traits<G>::edge_descriptor>;
};

/// A graph whose vertices and edges can both be walked.
///
/// Requires
/// - `vertex_list_graph`;
/// - `edge_list_graph`.
///
/// Satisfied by adjacency_list, adjacency_matrix and typed_graph; not by int or by a vector_as_graph.
template <class G>
concept vertex_and_edge_list_graph = vertex_list_graph<G> && edge_list_graph<G>;

namespace detail {

template <class G>
concept says_direction = requires {
    typename boost::graph_traits<G>::directed_category;
};
template <class G>
inline constexpr bool is_undirected =
    std::is_convertible_v<typename boost::graph_traits<G>::directed_category, boost::undirected_tag>;

} // namespace detail

/// A graph whose edges have no direction.
///
/// Requires
/// - `vertex_and_edge_list_graph`;
/// - a `directed_category` in `boost::graph_traits` that converts to `boost::undirected_tag`.
///
/// Satisfied by adjacency_list and adjacency_matrix with undirectedS, views of these, and signed_graph; not by
/// adjacency_list with bidirectionalS, by compressed_sparse_row_graph or typed_graph.
template <class G>
concept undirected_graph = vertex_and_edge_list_graph<G> && detail::says_direction<G> && detail::is_undirected<G>;

/// A graph whose edges have a direction.
///
/// Requires
/// - `vertex_and_edge_list_graph`;
/// - a `directed_category` in `boost::graph_traits` that does not convert to `boost::undirected_tag`.
///
/// Satisfied by adjacency_list with directedS or bidirectionalS, compressed_sparse_row_graph, reverse_graph and
/// typed_graph; not by adjacency_list with undirectedS.
template <class G>
concept directed_graph = vertex_and_edge_list_graph<G> && detail::says_direction<G> && !detail::is_undirected<G>;

namespace detail {

/// Boost's maps have a get() for whatever key, so they are asked for their type of keys as well; void stands for any.
/// Pointers are maps from whole numbers, but not those to void, of whose traits Boost makes an error.
template <class Map>
concept has_key_type =
    !std::is_void_v<std::remove_pointer_t<Map>> && !std::is_void_v<typename boost::property_traits<Map>::key_type>;
template <class Map, class Key>
inline constexpr bool maps = true;
template <has_key_type Map, class Key>
inline constexpr bool maps<Map, Key> = std::is_convertible_v<Key, typename boost::property_traits<Map>::key_type>;

} // namespace detail

/// A property map from the vertices of G.
///
/// Requires of a map `m` and a vertex `v`
/// - `get(m, v)`;
/// - that the map's type of keys, if it has one, is what a vertex descriptor converts to.
///
/// Satisfied by `get(boost::vertex_index, g)` and `get(&bundle::member, g)`; not by a map of edges, an int or a lambda.
template <class M, class G>
concept readable_vertex_map = detail::counts_vertices<G> &&
    detail::maps<M, typename boost::graph_traits<G>::vertex_descriptor> &&
    requires(M const& map, typename boost::graph_traits<G>::vertex_descriptor v) {
    get(map, v);
};

/// A property map from the edges of G to numbers: signs or weights.
///
/// Requires of a map `m` and an edge `e`
/// - `get(m, e)`: converts to double;
/// - that the map's type of keys, if it has one, is what an edge descriptor converts to.
///
/// Satisfied by `get(&bundle::sign, g)` and a function_property_map that returns a number; not by a map of vertices, of
/// edges to text, or by a lambda.
template <class M, class G>
concept numeric_edge_map = detail::counts_vertices<G> &&
    detail::maps<M, typename boost::graph_traits<G>::edge_descriptor> &&
    requires(M const& map, typename boost::graph_traits<G>::edge_descriptor e) {
    { get(map, e) } -> std::convertible_to<double>;
};

namespace detail {

template <class F, class G>
concept calls_edges = counts_vertices<G> && requires(F const& f, typename boost::graph_traits<G>::edge_descriptor e) {
    { f(e) } -> std::convertible_to<double>;
};

} // namespace detail

/// What gives each edge of G its sign or weight: a property map of numbers, or a callable. Text has no sign: write a
/// callable that returns 1 or -1.
///
/// Requires one of
/// - `numeric_edge_map`;
/// - of a constant callable `f` and an edge `e`, `f(e)`: converts to double.
///
/// Satisfied by `get(&bundle::sign, g)` and by `[&](auto e) { return g[e].sign; }`; not by a map of vertices, of edges
/// to text, or by a callable that takes no edge.
template <class Weight, class G>
concept edge_weights = numeric_edge_map<Weight, G> || detail::calls_edges<Weight, G>;

namespace detail {

template <class Weight, class Edge>
double weight_of(Weight const& weights, Edge const& e) {
    if constexpr (requires { get(weights, e); }) {
        return static_cast<double>(get(weights, e));
    } else {
        return static_cast<double>(weights(e));
    }
}

/// A view or wrapper of Boost's names the graph within. An adjacency_list names itself.
template <class G>
concept wraps_graph = requires {
    requires !std::same_as<G, typename G::graph_type> && vertex_list_graph<typename G::graph_type>;
};

/// Whether a graph can be asked for its vertex_index: an adjacency_list with listS or setS vertices, which are void*,
/// is a hard error when it has no such property.
template <class G>
constexpr bool may_have_vertex_index() {
    if constexpr (!std::is_same_v<typename boost::graph_traits<G>::vertex_descriptor, void*>) {
        return true;
    } else if constexpr (wraps_graph<G>) {
        return may_have_vertex_index<typename G::graph_type>();
    } else if constexpr (requires { requires vertex_list_graph<typename G::base_type>; }) { // reverse_graph
        return may_have_vertex_index<typename G::base_type>();
    } else {
        if constexpr (requires { typename G::vertex_property_type; })
            return boost::lookup_one_property<typename boost::vertex_property_type<G>::type,
                                              boost::vertex_index_t>::found;
        else // no graph of Boost's
            return true;
    }
}

} // namespace detail

/// A graph whose vertices have numbers.
///
/// Requires
/// - `vertex_list_graph`;
/// - of a graph `g` and a vertex `v`, `get(get(boost::vertex_index, g), v)`: converts to std::size_t. Vertices have the
///   numbers from 0 to one below `num_vertices(g)`, each once, which no concept can check.
///
/// Satisfied by adjacency_list with vecS vertices or the property vertex_index_t, adjacency_matrix,
/// compressed_sparse_row_graph, undirected_graph and views of these; not by adjacency_list with listS or setS vertices
/// without that property, which need an index map of the user's.
template <class G>
concept vertex_indexed_graph = vertex_list_graph<G> && detail::may_have_vertex_index<G>() &&
    requires(G const& g, typename boost::graph_traits<G>::vertex_descriptor v) {
    { get(get(boost::vertex_index, g), v) } -> std::convertible_to<std::size_t>;
};

} // namespace geostance
