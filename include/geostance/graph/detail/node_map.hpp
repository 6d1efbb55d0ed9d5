// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the nodes of one graph to those of another.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <cstddef>
#include <vector>

namespace geostance::detail {

/// What a value holds besides nodes of its graph, or nodes that `map_references` can exchange.
template <class T, class Map>
concept has_mappable_references = requires(T& value, Map const& map) {
    map_references(value, map);
};
template <class T>
concept names_nodes = requires(T const& value) {
    for_each_reference(value, [](node_handle auto) {});
};

/// From the nodes of one graph to those of another. Null handles, and nodes that have no counterpart yet, become null.
template <graph_schema S>
class node_map {
public:
    node_map(typed_graph<S> const& from, typed_graph<S> const& into)
        : from_(&from), into_(&into), of_each_(from.num_nodes()) {}

    void set(std::size_t from_index, any_node n) noexcept { of_each_[from_index] = n; }
    [[nodiscard]] any_node operator()(any_node n) const { return from_->owns(n) ? of_each_[n.index()] : any_node(); }
    template <class T>
    [[nodiscard]] node<T> operator()(node<T> n) const {
        auto const mapped = (*this)(any_node(n));
        return mapped.is_null() ? node<T>() : into_->template as<T>(mapped).value();
    }

    /// A payload or annotation with the nodes of the other graph.
    template <class T>
    [[nodiscard]] T mapped(T value) const {
        static_assert(has_mappable_references<T, node_map> || !names_nodes<T>,
                      "geostance: a type with for_each_reference also needs map_references(T&, map), which exchanges "
                      "each node n that it names by map(n)");
        if constexpr (has_mappable_references<T, node_map>) map_references(value, *this);
        return value;
    }

private:
    typed_graph<S> const* from_;
    typed_graph<S> const* into_;
    std::vector<any_node> of_each_;
};

} // namespace geostance::detail
