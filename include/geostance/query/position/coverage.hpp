// SPDX-License-Identifier: BSL-1.0
/// @file
/// Coverage: whether the record's sources cover a day at all. Outside their coverage silence means nothing.
#pragma once

#include <geostance/query/detail/reading.hpp>

#include <algorithm>
#include <vector>

namespace geostance {

/// Which sources cover the day of a lens.
struct coverage_report {
    /// yes if a source with stated coverage covers it; no if sources state theirs and none reaches it; maybe if none
    /// states any, or one may reach it
    certainty covered = certainty::maybe;
    /// the publications whose stated coverage reaches or may reach it, in order of insertion
    std::vector<node<publication>> by{};
};

/// Whether the record covers the day asked about. If it does not, a position of `none` means that nobody looked, not
/// that there was nothing.
/// @param g the record
/// @param asked the reading; only `at` and `without` matter, and without `at` any stated coverage will do
/// @return the answer, and the publications that give it
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(publications)
template <stance_schema S>
[[nodiscard]] coverage_report coverage_of(typed_graph<S> const& g, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    auto const when = asked.at ? during(*asked.at) : period();
    coverage_report result;
    bool any_stated = false;
    auto reached = certainty::no;
    for (auto const p : nodes_of<publication>(g)) {
        if (is_undated(g[p].coverage) || record.is_left_out(p)) continue;
        any_stated = true;
        auto const covers = asked.at ? overlaps(g[p].coverage, when) : certainty::yes;
        if (covers != certainty::no) result.by.push_back(p);
        reached = std::max(reached, covers);
    }
    if (any_stated) result.covered = reached;
    return result;
}

} // namespace geostance
