// SPDX-License-Identifier: BSL-1.0
/// @file
/// A position through time: what was said and done on each dated day, and what the record covers.
#pragma once

#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/tally.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
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

namespace detail {

template <stance_schema S>
position_timeline timeline_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked) {
    lens everything = asked;
    everything.history = history::all;
    reading<S> const record(g, everything);
    auto found = gather(record, who, target);
    sort_runs(found);
    position_timeline result;
    std::unordered_map<date, std::size_t> places;
    for (auto const& e : found) {
        const date from = record.begin_of(e.relation);
        if (!from.is_known()) {
            result.undated.push_back(e);
            continue;
        }
        auto const [at, is_new] = places.try_emplace(from, result.moments.size());
        if (is_new) result.moments.push_back({from, {}, {}});
        result.moments[at->second].rests_on.push_back(e);
    }
    for (auto& now : result.moments) {
        mark_earlier_votes(record, now.rests_on);
        for (auto const& e : now.rests_on)
            if (e.counts()) now.sum.add(e.value, e.weight);
    }
    std::sort(result.moments.begin(), result.moments.end(), [](moment const& a, moment const& b) {
        auto const order = [](date d) { return std::pair(d.first_day(), d.precision()); };
        return order(a.when) < order(b.when);
    });
    return result;
}

} // namespace detail

/// The evidence for a position by the date from which it holds, including evidence that was replaced later. A date on
/// which nothing is recorded is not among the moments: nothing recorded is not a position of zero. Of several votes on
/// one motion on one day, the last counts.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading; `at` restricts to what holds then
/// @return moments and undated evidence
/// @throws invalid_handle; invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r + d log d) on average for r relations between those concerned, on d dates
template <stance_schema S>
[[nodiscard]] position_timeline timeline(typed_graph<S> const& g, position_holder<S> auto who,
                                         position_target<S> auto target, lens const& asked = {}) {
    return detail::timeline_any(g, any_node(who), any_node(target), asked);
}

} // namespace geostance
