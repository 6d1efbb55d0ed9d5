// SPDX-License-Identifier: BSL-1.0
/// @file
/// Positions: where a holder stands on a target, under a lens, and on which relations that rests.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/query/position/tally.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <ostream>
#include <utility>
#include <vector>

namespace geostance {

struct position;

namespace detail {

position position_from_sorted(std::vector<evidence>&& found, double neutral_within);

} // namespace detail

/// Where somebody stands on something, and the evidence for it.
struct position {
    /// the answer in a word
    geostance::attitude attitude = geostance::attitude::none;
    /// the weighted mean in [-1, 1]; NaN where the attitude is none
    double value = std::numeric_limits<double>::quiet_NaN();
    /// the total weight of the evidence
    double weight = 0;
    /// the number of pieces of evidence; several reports of one event are one
    std::size_t number = 0;
    /// the number of independent sources: publications that took their content from each other, or from the same ones,
    /// are one. Evidence that names no publication counts none.
    std::size_t independent_sources = 0;
    /// the least value; NaN where the attitude is none
    double least = std::numeric_limits<double>::quiet_NaN();
    /// the greatest value; NaN where the attitude is none
    double greatest = std::numeric_limits<double>::quiet_NaN();
    /// yes if some of the evidence certainly holds on the day asked about; maybe if none of it certainly holds, and
    /// some of it may
    certainty holds = certainty::no;
    /// the relations that it rests on, in order of insertion, together with those that newer ones replaced
    std::vector<evidence> rests_on{};

    /// The position that follows from pieces of evidence; those that repeat another or were replaced do not count.
    /// @param found in any order
    /// @param neutral_within as in `lens`
    /// @return the position; attitude::none without evidence that counts
    /// @par Complexity
    /// O(n log n) for n pieces of evidence; O(n) if they are in order of insertion
    [[nodiscard]] static position from(std::vector<evidence> found, double neutral_within) {
        detail::sort(found);
        return detail::position_from_sorted(std::move(found), neutral_within);
    }

    /// Equal in every field; NaN equals NaN here.
    friend bool operator==(position const& a, position const& b) noexcept {
        auto const same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
        return a.attitude == b.attitude && same(a.value, b.value) && a.weight == b.weight && a.number == b.number &&
               a.independent_sources == b.independent_sources && same(a.least, b.least) &&
               same(a.greatest, b.greatest) && a.holds == b.holds && a.rests_on == b.rests_on;
    }
};

/// Writes `opposes -1 (2 pieces of evidence, weight 1)`; `none` where nothing is recorded.
/// @param out gets the text
/// @param p the position
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, position const& p) {
    if (p.attitude == attitude::none) return out << p.attitude;
    detail::put_sum(out, p.attitude, p.value, p.number, p.weight, p.least, p.greatest);
    if (p.holds == certainty::maybe) out << ", may not hold that day";
    return out << ')';
}

namespace detail {

/// The position that follows from pieces of evidence in order of insertion.
inline position position_from_sorted(std::vector<evidence>&& found, double neutral_within) {
    position result;
    tally sum;
    bool all_decide = true; // values that are 0 change no weight of either side
    for (auto const& e : found) {
        if (!e.replaced) result.holds = std::max(result.holds, e.holds);
        if (!e.counts()) continue;
        sum.add(e.value, e.weight);
        all_decide = all_decide && (e.value == 0 || std::abs(e.value) > neutral_within);
    }
    auto decided = all_decide ? sum : tally();
    if (!all_decide)
        for (auto const& e : found)
            if (e.counts() && std::abs(e.value) > neutral_within) decided.add(e.value, e.weight);
    result.attitude = sum.attitude(decided, neutral_within);
    result.value = sum.mean();
    result.weight = sum.weight();
    result.number = sum.number();
    result.least = sum.least();
    result.greatest = sum.greatest();
    result.rests_on = std::move(found);
    return result;
}

/// The position that follows from what was gathered.
template <class S>
position position_from(reading<S> const& record, gathered&& all) {
    auto result = position_from_sorted(std::move(all.found), record.asked().neutral_within);
    result.independent_sources = all.independent_sources;
    return result;
}

template <stance_schema S>
position position_of_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked) {
    detail::reading<S> const record(g, asked);
    return detail::position_from(record, detail::gather(record, who, target));
}

} // namespace detail

/// Where a holder stands on a target.
///
/// It rests on the holder's own stances, votes and coded acts toward the target; on what its organs do and its
/// spokespeople officially say (if the lens lets them bind it); and on its positions on motions that would keep, create
/// or end the target, or another such motion. If it has no position of its own and the lens says so, it inherits that
/// of its groups.
///
/// Stances, votes and sponsorships of one channel, facet and account replace each other: the newest counts. Without
/// `.at` that is the newest on the last day that any of them reaches.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about: any node but a publication
/// @param asked the reading; by default the sources' voice and speakers' own positions, the newest
/// @return the position; its attitude is `none` where nothing is recorded
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r + b) for r relations between those concerned and b offices that may bind the holder; the size of the graph does
/// not matter
template <stance_schema S>
[[nodiscard]] position position_of(typed_graph<S> const& g, position_holder<S> auto who, position_target<S> auto target,
                                   lens const& asked = {}) {
    return detail::position_of_any(g, any_node(who), any_node(target), asked);
}

} // namespace geostance
