// SPDX-License-Identifier: BSL-1.0
/// @file
/// The types of a schema by the names that files use for them.
#pragma once

#include <geostance/graph/schema.hpp>
#include <geostance/io/detail/value_type.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace geostance::io::detail {

/// True if no name occurs twice.
template <std::size_t N>
constexpr bool are_distinct(std::array<std::string_view, N> const& names) {
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i] == names[j]) return false;
    return true;
}

/// True if no field of a class has one of these names.
constexpr bool leaves_free(value_type const& type, std::initializer_list<std::string_view> names) {
    for (auto const& one : type.fields)
        for (auto const name : names)
            if (one.name == name) return false;
    return true;
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
};

} // namespace geostance::io::detail
