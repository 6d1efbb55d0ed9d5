// SPDX-License-Identifier: BSL-1.0
/// @file
/// What would bear on a position but does not count under a lens, and why: what was taken back, what has ended, what
/// is in another account. Where no position is found, this tells "nothing is recorded" from "nothing counts".
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/query/position/refusal.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

/// Puts refusals in order of insertion, each once.
inline std::vector<refused> sorted_once(std::vector<refused> all) {
    detail::sort(all, [](refused const& a, refused const& b) {
        return std::pair(a.relation, a.via) < std::pair(b.relation, b.via);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// What a lens refuses of one holder.
template <class S>
std::vector<refused> all_refused(reading<S> const& record, any_node who, any_node target) {
    std::vector<refused> all;
    auto const keep = [&](refused const& r) { all.push_back(r); };
    candidate_list admitted;
    add_candidates_for(record, who, target, admitted, keep);
    return sorted_once(std::move(all));
}

/// What a lens refuses of everybody, each relation judged for the node that it is from.
template <class S>
std::vector<refused> all_refused(reading<S> const& record, any_node target) {
    std::vector<refused> all;
    candidate_list admitted;
    auto const keep = [&](refused const& r) { all.push_back(r); };
    carrying_motions<S>(record, target).for_each_aim([&](aim const& toward) {
        record.for_each_signalling(toward.target, [&](any_relation r, provenance const& p) {
            auto const whose = record.graph().source(r);
            admitted.clear();
            judge(record, r, p, {whose, whose, nullptr, nullptr}, toward, admitted, keep);
        });
    });
    return sorted_once(std::move(all));
}

} // namespace detail

/// What would bear on somebody's position on a target but does not count.
///
/// `explain` has the same in words. What something newer replaced is not among it: that stands in `position::rests_on`.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about: any node but a publication
/// @param asked the reading
/// @return in order of insertion; empty where everything that is recorded counts, or nothing is recorded
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `position_of`
template <stance_schema S>
[[nodiscard]] std::vector<refused> not_counted(typed_graph<S> const& g, position_holder<S> auto who,
                                               position_target<S> auto target, lens const& asked = {}) {
    detail::require_holder(g, any_node(who));
    detail::require_target(g, any_node(target));
    return detail::all_refused(detail::reading<S>(g, asked), any_node(who), any_node(target));
}

/// The same of everybody's positions on a target. Each relation is judged for the node that it is from: where a state
/// disowned what its spokesperson said, that still counts for the spokesperson.
/// @param g the record
/// @param target what the positions are about: any node but a publication
/// @param asked the reading
/// @return in order of insertion; its holders are the sources of the relations
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r log r) for r relations at the target and at the motions concerned
template <stance_schema S>
[[nodiscard]] std::vector<refused> not_counted(typed_graph<S> const& g, position_target<S> auto target,
                                               lens const& asked = {}) {
    detail::require_target(g, any_node(target));
    return detail::all_refused(detail::reading<S>(g, asked), any_node(target));
}

} // namespace geostance
