// SPDX-License-Identifier: BSL-1.0
/// @file
/// Views of a typed graph for Boost.Graph's algorithms: the relations of some types only, and a member of their
/// payloads as edge weight.
#pragma once

#include <geostance/graph/boost_graph.hpp>

#include <boost/graph/filtered_graph.hpp>

namespace geostance {

/// The edge predicate of `only`: whether a relation has one of some types. Semiregular, as Boost.Graph demands.
/// @tparam S the schema
/// @tparam R its relation types that pass
template <graph_schema S, relation_type_of<S>... R>
struct has_type {
    typed_graph<S> const* graph = nullptr; ///< the graph whose edges are asked about

    /// Whether a relation has one of the types.
    /// @param e an edge of the graph
    /// @return true if it has
    bool operator()(edge_descriptor e) const noexcept {
        using store = detail::graph_store<S>;
        auto const type = detail::graph_access::store(*graph).relations.at_place(e.index).type;
        return ((type == store::template relation_type_number<R>) || ...);
    }
};

/// A graph of all nodes and of the relations of some types. `num_edges` of it counts the relations of every type, as
/// that of each `boost::filtered_graph` does.
template <graph_schema S, class... R>
using only_view = boost::filtered_graph<typed_graph<S>, has_type<S, R...>>;

/// The relations of some types as a graph; nothing is copied.
/// @tparam R relation types of the schema
/// @param g outlives the view
/// @return a Boost.Graph graph with the vertices of g and those of its edges that have one of the types
/// @par Complexity
/// O(1); to go through its edges takes O(E), or O(degree) at a vertex, over relations of every type
template <class... R, graph_schema S>
[[nodiscard]] only_view<S, R...> only(typed_graph<S> const& g) requires(relation_type_of<R, S>&&...) {
    return {g, has_type<S, R...>{&g}};
}

/// The property map behind `payload_map`: from edges to a member of their payloads.
/// @tparam S the schema
/// @tparam R the relation type that has the member
/// @tparam Member the member's type
template <graph_schema S, relation_type_of<S> R, class Member>
struct payload_member_map : boost::put_get_helper<Member, payload_member_map<S, R, Member>> {
    using key_type = edge_descriptor;                  ///< from edges
    using value_type = Member;                         ///< to the member's values
    using reference = Member;                          ///< by value
    using category = boost::readable_property_map_tag; ///< read-only

    typed_graph<S> const* graph = nullptr; ///< the graph of the edges
    Member R::*member = nullptr;           ///< which member
    Member other{};                        ///< the value for relations of other types

    /// The value for an edge.
    /// @param e an edge of the graph
    /// @return the member of its payload, or `other` if the payload is no R
    Member operator[](edge_descriptor e) const {
        using store = detail::graph_store<S>;
        auto const& content = detail::graph_access::store(*graph);
        auto const index = content.relations.index_at(e.index);
        if (content.relation_at(index).type != store::template relation_type_number<R>) return other;
        return content.template relation_payload<R>(index).*member;
    }
};

/// A member of the payloads of one relation type as a property map of edges, for example as weight.
/// @param g outlives the map
/// @param member for example `&road::length`
/// @param other the value for relations of other types
/// @return a readable property map
/// @par Complexity
/// O(1), and as much for each edge that is looked up
template <graph_schema S, relation_type_of<S> R, class Member>
[[nodiscard]] payload_member_map<S, R, Member> payload_map(typed_graph<S> const& g, Member R::*member,
                                                           Member other = {}) {
    return {{}, &g, member, other};
}

} // namespace geostance
