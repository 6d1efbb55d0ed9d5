// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether two graphs say the same: same_content.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/fields.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace geostance {

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

/// Equality of two values of a payload, with nodes of two graphs being equal if they stand at the same place.
template <class T>
bool same_value(T const& a, T const& b) {
    if constexpr (node_handle<T>) {
        return a.index() == b.index();
    } else if constexpr (is_optional<T>) {
        return a.has_value() == b.has_value() && (!a || same_value(*a, *b));
    } else if constexpr (is_vector<T>) {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!same_value<typename T::value_type>(a[i], b[i])) return false;
        return true;
    } else if constexpr (described<T>) {
        return !any_field<T>([&](auto const& one) { return !same_value(one.of(a), one.of(b)); });
    } else {
        return a == b;
    }
}

} // namespace detail

/// Compares two graphs: equal nodes and relations with equal payloads, annotations and ends, in the same
/// order of insertion. Handles differ from graph to graph; the nodes that they name are compared.
/// @param g a graph
/// @param h another graph of the schema
/// @return true if they say the same
/// @pre every payload type and the annotation is `described`
/// @par Complexity
/// O(V + E)
template <graph_schema S>
[[nodiscard]] bool same_content(typed_graph<S> const& g, typed_graph<S> const& h) {
    if (g.num_nodes() != h.num_nodes() || g.num_relations() != h.num_relations()) return false;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) {
        auto const same = g.visit(g.node_at(i), [&]<class T>(T const& payload) {
            auto const other = h.template as<T>(h.node_at(i));
            return other && detail::same_value(payload, h[*other]);
        });
        if (!same) return false;
    }
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        auto const s = h.relation_at(i);
        auto const same = g.visit(r, [&]<class R>(R const& payload) {
            auto const other = h.template as<R>(s);
            return other && detail::same_value(payload, h[*other]);
        });
        if (!same || !detail::same_value(g.source(r), h.source(s)) || !detail::same_value(g.target(r), h.target(s)) ||
            !detail::same_value(g.annotation(r), h.annotation(s)))
            return false;
    }
    return true;
}

} // namespace geostance
