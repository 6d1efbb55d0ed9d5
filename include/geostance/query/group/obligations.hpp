// SPDX-License-Identifier: BSL-1.0
/// @file
/// Obligations: who was pledged to whom.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/reading.hpp>

#include <vector>

namespace geostance {

/// A pledge that somebody was under.
struct obligation {
    any_node by{};                    ///< who was pledged
    any_node to{};                    ///< to whom; the other party of a mutual pledge, or the treaty
    geostance::pledges pledges{};     ///< to what
    relation<allied_with> recorded{}; ///< where it is recorded
    certainty holds = certainty::yes; ///< whether it held on the day asked about
};

/// Who was obliged to whom on the day of the lens: the pledges recorded from or to somebody. A pledge is an obligation
/// and no position.
/// @param g the record
/// @param who an actor or a treaty
/// @param asked the reading
/// @return its own pledges and those made to it, in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(pledges recorded at the node)
template <stance_schema S>
[[nodiscard]] std::vector<obligation> obligations(typed_graph<S> const& g, any_node who, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    std::vector<obligation> result;
    auto const take = [&](relation<allied_with> r) {
        auto const holds = record.counts(r);
        any_node const by(g.source(r));
        if (holds == certainty::no || !record.admits(r, by)) return;
        result.push_back({by, g.target(any_relation(r)), g[r].pledges, r, holds});
    };
    for (auto const r : out<allied_with>(g, who)) take(r);
    for (auto const r : in<allied_with>(g, who))
        if (any_node(g.source(r)) != any_node(who)) take(r);
    detail::sort(result, [](auto const& a, auto const& b) { return a.recorded < b.recorded; });
    return result;
}

} // namespace geostance
