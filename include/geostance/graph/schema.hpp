// SPDX-License-Identifier: BSL-1.0
/// @file
/// Schemas: which node types and relation types a graph has, and which nodes a relation may link.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace geostance {

/// A list of node types. A node type is a class with a `std::string key`, and may have `name`, `aliases`, `codes`.
template <class... Types>
struct nodes {};

/// A list of relation types. A relation type is a class with a rule for its ends:
/// @code
/// template <class From, class To>
/// static constexpr bool links = std::same_as<From, actor> && std::same_as<To, alliance>;
/// @endcode
/// One that cannot lead from a node to itself says so: `static constexpr bool needs_two_ends = true;`
template <class... Types>
struct relations {};

/// The annotation of a schema whose relations carry none.
struct no_annotation {
    friend bool operator==(no_annotation const&, no_annotation const&) = default;
};

/// A schema: node types, relation types, and an annotation that every relation carries beside its payload.
template <class Nodes, class Relations = relations<>, class Annotation = no_annotation>
struct schema {
    using node_types = Nodes;         ///< a `nodes<...>`
    using relation_types = Relations; ///< a `relations<...>`
    using annotation = Annotation;    ///< default-constructible; what the last argument of `relate` takes
};

namespace detail {

template <class A, class B>
struct concatenate;
template <template <class...> class List, class... A, class... B>
struct concatenate<List<A...>, List<B...>> {
    using type = List<A..., B...>;
};

template <class T, class List>
inline constexpr bool lists = false;
template <class T, template <class...> class List, class... Types>
inline constexpr bool lists<T, List<Types...>> = (std::same_as<T, Types> || ...);

/// The position of T in a list that holds it.
template <class T, class List>
inline constexpr std::size_t position_in = 0;
template <class T, template <class...> class List, class First, class... Rest>
inline constexpr std::size_t position_in<T, List<First, Rest...>> =
    std::same_as<T, First> ? 0 : 1 + position_in<T, List<Rest...>>;

template <class List>
inline constexpr std::size_t length = 0;
template <template <class...> class List, class... Types>
inline constexpr std::size_t length<List<Types...>> = sizeof...(Types);

} // namespace detail

/// A schema with further node and relation types; its annotation is that of the base.
template <class Base, class Nodes, class Relations = relations<>>
struct extend {
    /// the base's node types, then the new ones
    using node_types = typename detail::concatenate<typename Base::node_types, Nodes>::type;
    /// the base's relation types, then the new ones
    using relation_types = typename detail::concatenate<typename Base::relation_types, Relations>::type;
    /// what every relation carries
    using annotation = typename Base::annotation;
};

/// What a typed graph is made of.
///
/// Requires the member types
/// - `node_types` and `relation_types`;
/// - `annotation`.
///
/// They may be declared only, so that a graph can be named where its types are not known; a graph itself needs them
/// whole, and an annotation with a default.
///
/// Satisfied by `schema<...>`, by `extend<...>`, and by a class with these three; not by int or `actor`.
template <class S>
concept graph_schema = requires {
    typename S::node_types;
    typename S::relation_types;
    typename S::annotation;
};

/// T is one of the node types of the schema S.
///
/// Requires
/// - `graph_schema<S>`;
/// - T among `S::node_types`.
///
/// Satisfied by `actor` and `geopolitics`; not by `stance` and `geopolitics`.
template <class T, class S>
concept node_type_of = graph_schema<S> && detail::lists<T, typename S::node_types>;

/// R is one of the relation types of the schema S.
///
/// Requires
/// - `graph_schema<S>`;
/// - R among `S::relation_types`.
///
/// Satisfied by `stance` and `geopolitics`; not by `actor` and `geopolitics`.
template <class R, class S>
concept relation_type_of = graph_schema<S> && detail::lists<R, typename S::relation_types>;

/// R's rule lets it lead from a From to a To.
///
/// Requires
/// - `R::links<From, To>`, a constant that is true.
///
/// Satisfied by `makes`, `actor` and `statement`; not by `makes`, `actor` and `actor`, nor by int, which has no rule.
template <class R, class From, class To>
concept may_link = requires {
    requires std::bool_constant<R::template links<From, To>>::value;
};

namespace detail {

/// The type in a list of one; void for any other list.
template <class List>
struct only_one {
    using type = void;
};
template <class T>
struct only_one<nodes<T>> {
    using type = T;
};

template <class R, class From, class... To>
inline constexpr bool leads_from = (may_link<R, From, To> || ...);
template <class R, class To, class... From>
inline constexpr bool leads_to = (may_link<R, From, To> || ...);

template <class T, bool Keep>
using kept_if = std::conditional_t<Keep, nodes<T>, nodes<>>;

template <class... Lists>
struct joined {
    using type = nodes<>;
};
template <class First, class... Rest>
struct joined<First, Rest...> {
    using type = typename concatenate<First, typename joined<Rest...>::type>::type;
};

template <class R, class List>
struct ends;
template <class R, class... Types>
struct ends<R, nodes<Types...>> {
    using source = typename only_one<typename joined<kept_if<Types, leads_from<R, Types, Types...>>...>::type>::type;
    using target = typename only_one<typename joined<kept_if<Types, leads_to<R, Types, Types...>>...>::type>::type;
};

/// The node type where R begins, if its rule admits only one; void otherwise.
template <class R, class List>
using only_source = typename ends<R, List>::source;
/// The node type where R ends, if its rule admits only one; void otherwise.
template <class R, class List>
using only_target = typename ends<R, List>::target;

/// Which node types of a list R may link, by their positions: a row for each type of the source.
template <class R, class List>
struct link_table;
template <class R, class... Types>
struct link_table<R, nodes<Types...>> {
    static constexpr std::size_t size = sizeof...(Types);
    template <class From>
    static constexpr std::array<bool, size> from{may_link<R, From, Types>...};
    static constexpr std::array<bool, size* size> allows = [] {
        std::array<bool, size * size> all{};
        [[maybe_unused]] std::size_t end = 0;
        [[maybe_unused]] auto const add = [&](std::array<bool, size> const& row) {
            for (bool const may : row) all[end++] = may;
        };
        (add(from<Types>), ...);
        return all;
    }();
};

} // namespace detail

} // namespace geostance
