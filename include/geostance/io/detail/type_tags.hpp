// SPDX-License-Identifier: BSL-1.0
/// @file
/// The types of a schema by the names that files use for them.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/graph/schema.hpp>
#include <geostance/model/fields.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace geostance::io::detail {

using geostance::detail::any_field;
using geostance::detail::type_name;

/// True if no name occurs twice.
template <std::size_t N>
constexpr bool are_distinct(std::array<std::string_view, N> const& names) {
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i] == names[j]) return false;
    return true;
}

/// True if no field of T has one of these names.
template <class T, class... Names>
constexpr bool leaves_free(Names... names) {
    return !any_field<T>([&](auto const& one) { return ((one.name == names) || ...); });
}

template <class NodeTypes, class RelationTypes>
struct type_tags;
template <class... Nodes, class... Relations>
struct type_tags<nodes<Nodes...>, relations<Relations...>> {
    static constexpr std::array<std::string_view, sizeof...(Nodes)> of_nodes{type_name<Nodes>()...};
    static constexpr std::array<std::string_view, sizeof...(Relations)> of_relations{type_name<Relations>()...};
    static_assert(are_distinct(std::array<std::string_view, sizeof...(Nodes) + sizeof...(Relations)>{
                      type_name<Nodes>()..., type_name<Relations>()...}),
                  "geostance: two types of the schema have the same name; give one a static type_name of its own");

    /// Calls f.operator()<T>() for the node type of that name.
    /// @return false if there is none
    template <class F>
    static bool with_node_type(std::string_view tag, F f) {
        return ((tag == type_name<Nodes>() && (f.template operator()<Nodes>(), true)) || ...);
    }
    template <class F>
    static bool with_relation_type(std::string_view tag, F f) {
        return ((tag == type_name<Relations>() && (f.template operator()<Relations>(), true)) || ...);
    }
};

} // namespace geostance::io::detail
