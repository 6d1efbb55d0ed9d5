// SPDX-License-Identifier: BSL-1.0
/// @file
/// The nodes of a graph by their keys, whatever its schema: what values of fields need that refer to nodes.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace geostance::io::detail {

using geostance::detail::function_ref;
using geostance::detail::type_name;

/// The key of a node.
using key_reader = function_ref<std::string const&(any_node)>;

/// The node that has a key, if its type has that name; null if there is none. An empty name stands for any type.
using node_finder = function_ref<any_node(std::string_view key, std::string_view type)>;

/// A node that was found, if its type has that name.
template <class S>
any_node of_type_named(typed_graph<S> const& g, std::optional<any_node> const& found, std::string_view type) {
    if (!found) return {};
    bool const is_it = type.empty() || type == g.visit(*found, []<class T>(T const&) { return type_name<T>(); });
    return is_it ? *found : any_node();
}

/// A graph's nodes by key, and their keys.
template <class S>
struct node_keys {
    typed_graph<S> const& graph;

    std::string const& operator()(any_node n) const { return key_of(graph, n); }
    any_node operator()(std::string_view key, std::string_view type) const {
        return of_type_named(graph, graph.find_key(key), type);
    }
};

/// What a field that refers to a node should have been.
/// @param type the name of the type that the node has to have; empty if it may have any
inline std::string expected_key(std::string_view type) {
    return "the key of a node " + (type.empty() ? std::string() : "of type " + std::string(type) + ' ') +
           "that comes before";
}

} // namespace geostance::io::detail
