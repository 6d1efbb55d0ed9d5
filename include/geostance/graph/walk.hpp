// SPDX-License-Identifier: BSL-1.0
/// @file
/// The nodes and relations of a typed graph as ranges, and what nodes are called.
#pragma once

#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/schema.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <string>
#include <vector>

namespace geostance {

/// Typed handles as a list of nodes of whatever type: `{.without = any_nodes(zakharova, article)}`.
/// @param typed handles of any node types
/// @return the same nodes, in that order
/// @par Complexity
/// O(number of nodes)
template <class... T>
[[nodiscard]] std::vector<any_node> any_nodes(node<T>... typed) {
    return {any_node(typed)...};
}
/// The same for a list of handles of one type.
/// @param typed handles of one node type
/// @return the same nodes, in that order
/// @par Complexity
/// O(number of nodes)
template <class T>
[[nodiscard]] std::vector<any_node> any_nodes(std::vector<node<T>> const& typed) {
    return {typed.begin(), typed.end()};
}

/// The nodes of one type.
/// @tparam T a node type of the schema
/// @param g the graph
/// @return a range of `node<T>`, in order of insertion, good until the graph is changed
/// @par Complexity
/// O(1), and as much for each node of the range
template <class T, graph_schema S>
[[nodiscard]] auto nodes_of(typed_graph<S> const& g) requires node_type_of<T, S> {
    return g.template nodes_of_type<T>();
}

/// The relations of one type.
/// @tparam R a relation type of the schema
/// @param g the graph
/// @return a range of `relation<R>`, in order of insertion, good until the graph is changed
/// @par Complexity
/// O(1), and as much for each relation of the range
template <class R, graph_schema S>
[[nodiscard]] auto relations_of(typed_graph<S> const& g) requires relation_type_of<R, S> {
    return g.template relations_of_type<R>();
}

/// The relations of one type that leave a node.
/// @tparam R a relation type of the schema
/// @param g the graph
/// @param n a node of it
/// @return a range of `relation<R>`, in order of insertion, good until the graph is changed
/// @throws invalid_handle if n is null or belongs to another graph
/// @par Complexity
/// O(number of relation types at the node)
template <class R, graph_schema S>
[[nodiscard]] auto out(typed_graph<S> const& g, any_node n) requires relation_type_of<R, S> {
    return g.template out_of_type<R>(n);
}

/// The relations of one type that enter a node.
/// @tparam R a relation type of the schema
/// @param g the graph
/// @param n a node of it
/// @return a range of `relation<R>`, in order of insertion, good until the graph is changed
/// @throws invalid_handle if n is null or belongs to another graph
/// @par Complexity
/// O(number of relation types at the node)
template <class R, graph_schema S>
[[nodiscard]] auto in(typed_graph<S> const& g, any_node n) requires relation_type_of<R, S> {
    return g.template in_of_type<R>(n);
}

/// What a node is called: its name, or its summary where it has no name, or else its key.
/// @param g the graph
/// @param n a node of it
/// @return a reference that is good until the graph is changed
/// @throws invalid_handle if n is null or belongs to another graph
/// @par Complexity
/// O(1)
template <graph_schema S>
[[nodiscard]] std::string const& name_of(typed_graph<S> const& g, any_node n) {
    return g.visit(n, [](auto const& payload) -> std::string const& { return detail::label(payload); });
}

/// The key of a node.
/// @param g the graph
/// @param n a node of it
/// @return a reference that is good until the graph is changed
/// @throws invalid_handle if n is null or belongs to another graph
/// @par Complexity
/// O(1)
template <graph_schema S>
[[nodiscard]] std::string const& key_of(typed_graph<S> const& g, any_node n) {
    return g.visit(n, [](auto const& payload) -> std::string const& { return payload.key; });
}

} // namespace geostance
