// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which relations say something about a position, and what: their value and channel.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/model/geopolitics.hpp>
#include <geostance/model/relations.hpp>

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

namespace geostance {

/// What one relation says about its source's position on its target.
struct position_signal {
    double value = 0;                                        ///< in [-1, 1]
    geostance::channel channel = geostance::channel::verbal; ///< words, votes or deeds
};

/// A stance speaks for itself.
/// @param s the stance
/// @return its value and channel
[[nodiscard]] inline std::optional<position_signal> signal_of(stance const& s) {
    return position_signal{s.value, s.channel};
}

/// Yes is 1, abstaining 0, no -1. A voter that was absent, not a member, or took no part has taken no position.
/// @param c the vote
/// @return its value, in the channel of votes; none without a position
[[nodiscard]] inline std::optional<position_signal> signal_of(casts const& c) {
    switch (c.vote) {
    case ballot::yes: return position_signal{1, channel::vote};
    case ballot::abstain: return position_signal{0, channel::vote};
    case ballot::no: return position_signal{-1, channel::vote};
    default: return std::nullopt;
    }
}

/// Sponsoring a motion means supporting it.
/// @return 1, in words
[[nodiscard]] inline std::optional<position_signal> signal_of(sponsors const&) {
    return position_signal{1, channel::verbal};
}

/// A coded event counts with the value that a policy gave it, if any.
/// @param a the event
/// @return its value and channel; none where no policy gave it a value
[[nodiscard]] inline std::optional<position_signal> signal_of(acts_toward const& a) {
    if (!a.value) return std::nullopt;
    return position_signal{*a.value, a.channel};
}

/// A relation type that may say something about a position. Write `signal_of` beside a relation type of your own, and
/// queries count it.
///
/// Requires of a relation's payload `r`
/// - `signal_of(r)`, found beside its type: a std::optional<position_signal>, and nothing that only converts to one.
///
/// Satisfied by `stance`, `casts` and `acts_toward`; not by `member_of`, `makes` or int.
template <class R>
concept signalling = !std::is_reference_v<R> && requires(R const& payload) {
    { signal_of(payload) } -> std::same_as<std::optional<position_signal>>;
};

/// Relation types that report events: each counts by itself. A later one does not replace an earlier one, as a later
/// stance would. Specialise it for an event type of your own.
template <class R>
inline constexpr bool accumulates = false;
/// Coded events do.
template <>
inline constexpr bool accumulates<acts_toward> = true;

namespace detail {

/// What a relation says about a position, whatever its type.
struct relation_signal {
    bool may_say = false;                  ///< relations of its type say something about positions
    bool is_vote = false;                  ///< it is a vote
    bool accumulates = false;              ///< each relation of its type counts by itself
    bool has_facets = false;               ///< relations of its type are about one side of their target
    std::string_view facet{};              ///< which side; good as long as the payload
    std::optional<position_signal> says{}; ///< what it says, if it does
};

template <class R>
relation_signal relation_signal_of(R const& payload) {
    relation_signal result;
    if constexpr (signalling<R>) {
        result.may_say = true;
        result.is_vote = std::same_as<R, casts>;
        result.accumulates = accumulates<R>;
        result.says = signal_of(payload);
        if constexpr (requires { std::string_view(payload.facet); }) {
            result.has_facets = true;
            result.facet = payload.facet;
        }
    }
    return result;
}

template <class T, class Nodes, class Relations>
inline constexpr bool begins_signal = false;
template <class T, class... Nodes, class... R>
inline constexpr bool
    begins_signal<T, nodes<Nodes...>, relations<R...>> = ((signalling<R> && leads_from<R, T, Nodes...>) || ...);
template <class T, class Nodes, class Relations>
inline constexpr bool ends_signal = false;
template <class T, class... Nodes, class... R>
inline constexpr bool ends_signal<T, nodes<Nodes...>, relations<R...>> = ((signalling<R> && leads_to<R, T, Nodes...>) ||
                                                                          ...);

template <class T, class S>
inline constexpr bool may_be_target = ends_signal<T, typename S::node_types, typename S::relation_types>;
template <class T, class S>
inline constexpr bool may_hold_position =
    may_be_target<T, S> || begins_signal<T, typename S::node_types, typename S::relation_types>;

template <class Handle, class S>
inline constexpr bool is_holder_handle = false;
template <class S>
inline constexpr bool is_holder_handle<any_node, S> = true;
template <class T, class S>
inline constexpr bool is_holder_handle<node<T>, S> = may_hold_position<T, S>;
template <class Handle, class S>
inline constexpr bool is_target_handle = false;
template <class S>
inline constexpr bool is_target_handle<any_node, S> = true;
template <class T, class S>
inline constexpr bool is_target_handle<node<T>, S> = may_be_target<T, S>;

} // namespace detail

/// A handle of a node that may be asked for a position under the schema S.
///
/// Requires `graph_schema<S>`, and one of
/// - `any_node`, which queries check when they run;
/// - `node<T>` where T may be an end of a relation that is `signalling`.
///
/// Satisfied by `node<actor>`, `node<alliance>`, `any_node`, and `node<issue>`, whose position is always `none`; not by
/// `node<publication>`.
template <class Handle, class S>
concept position_holder = graph_schema<S> && detail::is_holder_handle<Handle, S>;

/// A handle of a node that a position may be about under the schema S.
///
/// Requires `graph_schema<S>`, and one of
/// - `any_node`, which queries check when they run;
/// - `node<T>` where a relation that is `signalling` may lead to a T.
///
/// Satisfied by `node<actor>`, `node<issue>`, `node<statement>` and `any_node`; not by `node<publication>`.
template <class Handle, class S>
concept position_target = graph_schema<S> && detail::is_target_handle<Handle, S>;

namespace detail {

/// Asking for a node that is neither end of any signalling relation is an error, not `none`.
template <class S>
void require_holder(typed_graph<S> const& g, any_node n) {
    if (!g.visit(n, []<class T>(T const&) { return may_hold_position<T, S>; }))
        throw invalid_value("who", '`' + name_of(g, n) + '`', "a node that may hold a position");
}
template <class S>
void require_target(typed_graph<S> const& g, any_node n) {
    if (!g.visit(n, []<class T>(T const&) { return may_be_target<T, S>; }))
        throw invalid_value("target", '`' + name_of(g, n) + '`', "a node that positions may be about");
}

} // namespace detail

} // namespace geostance
