// SPDX-License-Identifier: BSL-1.0
/// @file
/// A position through time: what was said and done on each dated day, and what the record covers.
#pragma once

#include <geostance/query/detail/gather.hpp>
#include <geostance/query/evidence.hpp>
#include <geostance/query/tally.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <tuple>
#include <vector>

namespace geostance {

/// What became of a position on one day, month or year.
struct moment {
    date when{};                      ///< as precisely as the evidence is dated
    tally sum{};                      ///< the evidence of that date alone
    std::vector<evidence> rests_on{}; ///< that evidence, in order of insertion
};

/// A position through time.
struct position_timeline {
    /// one for each date from which some evidence holds, in order of its first day, then the more precise date last
    std::vector<moment> moments{};
    /// evidence without a date of beginning; it belongs to no moment
    std::vector<evidence> undated{};
};

/// The evidence for a position by the date from which it holds. A date on which nothing is recorded is not among the
/// moments: nothing recorded is not a position of zero.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading; `at` restricts to what holds then
/// @return moments and undated evidence
/// @throws invalid_handle, invalid_value (a field of the lens)
/// @par Complexity O(r log r) for r relations between those concerned
template <stance_schema S>
[[nodiscard]] position_timeline timeline(typed_graph<S> const& g, node_handle auto who, node_handle auto target,
                                         lens const& asked = {}) {
    const detail::reading<S> record(g, asked);
    auto found = detail::gather(record, any_node(who), any_node(target));
    std::sort(found.begin(), found.end());
    position_timeline result;
    struct place {
        std::chrono::sys_days first_day;
        date when;
        std::size_t index;
    };
    std::vector<place> dated;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const date from = record.time_of(g.annotation(found[i].relation)).from;
        if (from.is_known())
            dated.push_back({from.first_day(), from, i});
        else
            result.undated.push_back(found[i]);
    }
    std::sort(dated.begin(), dated.end(), [](place const& a, place const& b) {
        const auto order = [](place const& p) { return std::tuple(p.first_day, p.when.precision(), p.index); };
        return order(a) < order(b);
    });
    for (auto const& at : dated) {
        if (result.moments.empty() || !(result.moments.back().when == at.when))
            result.moments.push_back({at.when, {}, {}});
        auto& now = result.moments.back();
        auto const& e = found[at.index];
        if (!e.repeats) now.sum.add(e.value, e.weight);
        now.rests_on.push_back(e);
    }
    return result;
}

} // namespace geostance
