// SPDX-License-Identifier: BSL-1.0
/// @file
/// Everybody who has a position on a target: supporters, opponents, and the rest; and all positions of a record.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/detail/node_number.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <utility>
#include <vector>

namespace geostance {

/// A holder and its position. Decomposes: `for (auto const& [who, position] : supporters(g, target))`.
struct holding {
    any_node who{};                 ///< the holder
    geostance::position position{}; ///< where it stands
};

/// Writes `node 3: opposes -1 (2 pieces of evidence, weight 1)`; `name_of(g, h.who)` is who that is.
/// @param out gets the text
/// @param h the holder and its position
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, holding const& h) {
    return out << detail::node_number(h.who) << ": " << h.position;
}

/// Where somebody stands on something.
struct held_position {
    any_node who{};                 ///< the holder
    any_node target{};              ///< what it is about
    geostance::position position{}; ///< where it stands
};

/// Writes `node 3 on node 7: opposes -1 (2 pieces of evidence, weight 1)`.
/// @param out gets the text
/// @param h the holder, the target and the position
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, held_position const& h) {
    return out << detail::node_number(h.who) << " on " << detail::node_number(h.target) << ": " << h.position;
}

/// Some kinds of actors, to list only such holders: `supporters(g, target, {}, actor_kind::state)`.
/// @par Complexity
/// O(1) for a function that says nothing else
class actor_kinds {
public:
    /// Every holder, alliances included.
    constexpr actor_kinds() = default;
    /// Actors of one kind.
    /// @param k the kind
    /// @throws invalid_value for a value that is no enumerator
    constexpr actor_kinds(actor_kind k) : actor_kinds({k}) {}
    /// Actors of several kinds.
    /// @param kinds in any order
    /// @throws invalid_value for a value that is no enumerator
    constexpr actor_kinds(std::initializer_list<actor_kind> kinds) : bits_(0) {
        for (auto const k : kinds) bits_ |= bit(k);
    }

    /// @return true if every holder is meant
    [[nodiscard]] constexpr bool has_all() const noexcept { return bits_ == everybody; }
    /// Whether actors of a kind are meant.
    /// @param k the kind
    /// @return true if it is one of these kinds
    [[nodiscard]] constexpr bool has(actor_kind k) const noexcept {
        return (bits_ >> static_cast<unsigned>(k) & 1U) != 0;
    }
    friend constexpr bool operator==(actor_kinds, actor_kinds) = default;

private:
    static constexpr std::uint32_t everybody = ~std::uint32_t{0};
    static constexpr std::uint32_t bit(actor_kind k) {
        detail::check_enumerator("actor_kinds", k);
        return 1U << static_cast<unsigned>(k);
    }
    std::uint32_t bits_ = everybody;
};

namespace detail {

/// Whether a holder is among those that a list is restricted to.
template <class S>
bool is_one_of(typed_graph<S> const& g, any_node who, actor_kinds kinds) {
    if (kinds.has_all()) return true;
    auto const somebody = g.template as<actor>(who);
    return somebody && kinds.has(g[*somebody].kind);
}

/// The silent members of the groups that are listed, in order of insertion.
template <class S>
std::vector<any_node> heirs_of(reading<S> const& record, std::vector<holding> const& listed) {
    std::vector<any_node> known;
    known.reserve(listed.size());
    for (auto const& h : listed) known.push_back(h.who);
    detail::sort(known);
    std::vector<any_node> heirs;
    for (auto const& h : listed)
        for (auto const r : in<member_of>(record.graph(), h.who)) {
            auto const member = record.graph().source(any_relation(r));
            if (!std::binary_search(known.begin(), known.end(), member)) heirs.push_back(member);
        }
    detail::sort(heirs);
    heirs.erase(std::unique(heirs.begin(), heirs.end()), heirs.end());
    return heirs;
}

/// Whether evidence is inherited: all of it is, or none.
inline bool inherits(std::vector<evidence> const& found) {
    return !found.empty() && found.front().how == derivation::inherited;
}

template <class S>
std::vector<holding> holders_at(reading<S> const& record, any_node target) {
    std::vector<holding> result;
    gatherer<S>(record, target).for_each_holder([&](any_node who, gathered&& own) {
        result.push_back({who, position_from(record, std::move(own))});
    });
    if (record.asked().inherit_from_groups > 0)
        for (auto const heir : heirs_of(record, result))
            if (auto own = gather(record, heir, target); inherits(own.found))
                result.push_back({heir, position_from(record, std::move(own))});
    return result;
}

} // namespace detail

/// Everybody who has a position on a target.
///
/// Listed are those with a relation of their own to it, or to a motion that would keep, create or end it; those in
/// whose name somebody finally acted or spoke (a spokesperson's state, not the ministry in between); and, if the lens
/// lets members inherit, the silent members of the groups that are listed.
///
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading
/// @param kinds which holders are listed; every one by default
/// @return weightiest first, then in order of insertion; each position is what `position_of` gives
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r log r) for r relations at the target and at the motions concerned
template <stance_schema S>
[[nodiscard]] std::vector<holding> holders_of_positions(typed_graph<S> const& g, position_target<S> auto target,
                                                        lens const& asked = {}, actor_kinds kinds = {}) {
    detail::require_target(g, any_node(target));
    auto result = detail::holders_at(detail::reading<S>(g, asked), any_node(target));
    auto const is_other = [&](holding const& h) { return !detail::is_one_of(g, h.who, kinds); };
    result.erase(detail::remove_if(result.begin(), result.end(), is_other), result.end());
    detail::sort(result, [](holding const& a, holding const& b) {
        return a.position.weight != b.position.weight ? a.position.weight > b.position.weight : a.who < b.who;
    });
    return result;
}

namespace detail {

template <class S>
std::vector<holding> holders_with(attitude wanted, typed_graph<S> const& g, any_node target, lens const& asked,
                                  actor_kinds kinds) {
    auto result = holders_of_positions(g, target, asked, kinds);
    auto const is_other = [wanted](holding const& h) { return h.position.attitude != wanted; };
    result.erase(detail::remove_if(result.begin(), result.end(), is_other), result.end());
    return result;
}

} // namespace detail

/// Who supports a target: of `holders_of_positions`, those whose attitude is `supports`.
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading
/// @param kinds which holders are listed; every one by default
/// @return weightiest first
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `holders_of_positions`
template <stance_schema S>
[[nodiscard]] std::vector<holding> supporters(typed_graph<S> const& g, position_target<S> auto target,
                                              lens const& asked = {}, actor_kinds kinds = {}) {
    return detail::holders_with(attitude::supports, g, any_node(target), asked, kinds);
}

/// Who opposes a target: of `holders_of_positions`, those whose attitude is `opposes`.
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading
/// @param kinds which holders are listed; every one by default
/// @return weightiest first
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `holders_of_positions`
template <stance_schema S>
[[nodiscard]] std::vector<holding> opponents(typed_graph<S> const& g, position_target<S> auto target,
                                             lens const& asked = {}, actor_kinds kinds = {}) {
    return detail::holders_with(attitude::opposes, g, any_node(target), asked, kinds);
}

namespace detail {

/// Adds the positions on a target, by holder in order of insertion.
template <class S>
void add_positions_on(reading<S> const& record, any_node target, actor_kinds kinds, std::vector<held_position>& to) {
    auto held = holders_at(record, target);
    detail::sort(held, [](auto const& a, auto const& b) { return a.who < b.who; });
    for (auto& h : held)
        if (is_one_of(record.graph(), h.who, kinds)) to.push_back({h.who, target, std::move(h.position)});
}

template <class S>
std::vector<held_position> all_positions(reading<S> const& record, actor_kinds kinds = {}) {
    std::vector<held_position> result;
    for (std::size_t i = 0; i < record.graph().num_nodes(); ++i)
        add_positions_on(record, record.graph().node_at(i), kinds, result);
    return result;
}

} // namespace detail

/// All positions of a record, under a lens: for every target what `holders_of_positions` lists.
/// @param g the record
/// @param asked the reading
/// @param kinds which holders are listed; every one by default
/// @return by target, then by holder, both in order of insertion
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<held_position> positions(typed_graph<S> const& g, lens const& asked = {},
                                                   actor_kinds kinds = {}) {
    return detail::all_positions(detail::reading<S>(g, asked), kinds);
}

} // namespace geostance
