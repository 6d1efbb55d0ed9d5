// SPDX-License-Identifier: BSL-1.0
/// @file
/// Everybody who has a position on a target: supporters, opponents, and the rest.
#pragma once

#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace geostance {

/// A holder and its position. Decomposes: `for (auto const& [who, position] : supporters(g, target))`.
struct holding {
    any_node who{};                 ///< the holder
    geostance::position position{}; ///< where it stands
};

namespace detail {

/// The silent members of the groups that are listed, in order of insertion.
template <class S>
std::vector<any_node> heirs_of(reading<S> const& record, std::vector<holding> const& listed) {
    std::vector<any_node> known;
    known.reserve(listed.size());
    for (auto const& h : listed) known.push_back(h.who);
    std::sort(known.begin(), known.end());
    std::vector<any_node> heirs;
    for (auto const& h : listed)
        for (auto const r : in<member_of>(record.graph(), h.who)) {
            auto const member = record.graph().source(any_relation(r));
            if (!std::binary_search(known.begin(), known.end(), member)) heirs.push_back(member);
        }
    std::sort(heirs.begin(), heirs.end());
    heirs.erase(std::unique(heirs.begin(), heirs.end()), heirs.end());
    return heirs;
}

template <class S>
std::vector<holding> holders_at(reading<S> const& record, any_node target) {
    std::vector<holding> result;
    gatherer<S>(record).for_each_holder(target, [&](any_node who, std::vector<evidence> own) {
        mark_repeats(record, own);
        result.push_back({who, position_from(record, std::move(own))});
    });
    if (record.asked().inherit_from_groups > 0)
        for (auto const heir : heirs_of(record, result))
            if (auto found = gather(record, heir, target); !found.empty())
                result.push_back({heir, position_from(record, std::move(found))});
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
/// @return weightiest first, then in order of insertion; each position is what `position_of` gives
/// @throws invalid_handle; invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r log r) for r relations at the target and at the motions concerned
template <stance_schema S>
[[nodiscard]] std::vector<holding> holders_of_positions(typed_graph<S> const& g, position_target<S> auto target,
                                                        lens const& asked = {}) {
    detail::require_target(g, any_node(target));
    auto result = detail::holders_at(detail::reading<S>(g, asked), any_node(target));
    std::sort(result.begin(), result.end(), [](holding const& a, holding const& b) {
        return a.position.weight != b.position.weight ? a.position.weight > b.position.weight : a.who < b.who;
    });
    return result;
}

namespace detail {

template <class S>
std::vector<holding> holders_with(attitude wanted, typed_graph<S> const& g, any_node target, lens const& asked) {
    auto result = holders_of_positions(g, target, asked);
    std::erase_if(result, [wanted](holding const& h) { return h.position.attitude != wanted; });
    return result;
}

} // namespace detail

/// Who supports a target: of `holders_of_positions`, those whose attitude is `supports`.
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading
/// @return weightiest first
/// @throws invalid_handle; invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `holders_of_positions`
template <stance_schema S>
[[nodiscard]] std::vector<holding> supporters(typed_graph<S> const& g, position_target<S> auto target,
                                              lens const& asked = {}) {
    return detail::holders_with(attitude::supports, g, any_node(target), asked);
}

/// Who opposes a target: of `holders_of_positions`, those whose attitude is `opposes`.
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading
/// @return weightiest first
/// @throws invalid_handle; invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `holders_of_positions`
template <stance_schema S>
[[nodiscard]] std::vector<holding> opponents(typed_graph<S> const& g, position_target<S> auto target,
                                             lens const& asked = {}) {
    return detail::holders_with(attitude::opposes, g, any_node(target), asked);
}

} // namespace geostance
