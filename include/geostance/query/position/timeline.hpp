// SPDX-License-Identifier: BSL-1.0
/// @file
/// A position through time: what was said and done on each dated day, and what the record covers.
#pragma once

#include <geostance/query/detail/digit_sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/tally.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <utility>
#include <vector>

namespace geostance {

/// What became of a position on one day, month or year.
struct moment {
    date when{};                      ///< as precisely as the evidence is dated
    tally sum{};                      ///< the evidence of that date alone
    std::vector<evidence> rests_on{}; ///< that evidence, in order of insertion
};

/// Writes `2024-03-28: opposes -1 (2 pieces of evidence, weight 1)`.
/// @param out gets the text
/// @param m the moment
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, moment const& m) { return out << m.when << ": " << m.sum; }

/// A position through time.
struct position_timeline {
    /// one for each date from which some evidence holds, in order of its first day, then the more precise date last
    std::vector<moment> moments{};
    /// evidence without a date of beginning; it belongs to no moment
    std::vector<evidence> undated{};
};

namespace detail {

/// Dates in order of their first day, then the more precise last, in one number.
inline std::uint32_t order_of(date d) noexcept {
    constexpr std::int64_t years = 1 << 15, days_in_a_year = 366; // more than there are before 1970
    auto const day = d.first_day().time_since_epoch().count() + years * days_in_a_year;
    return static_cast<std::uint32_t>(day) << 3U | static_cast<std::uint32_t>(d.precision());
}

template <stance_schema S>
position_timeline timeline_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked) {
    lens everything = asked;
    everything.history = history::all;
    reading<S> const record(g, everything);
    auto found = gather(record, who, target).found; // in order of insertion
    position_timeline result;
    std::vector<std::uint64_t> order; // date and place
    order.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        date const from = record.begin_of(found[i].relation);
        if (from.is_known())
            order.push_back(std::uint64_t{order_of(from)} << 32U | i);
        else
            result.undated.push_back(found[i]);
    }
    sort_by_upper_half(order);
    std::size_t number = 0;
    for (std::size_t i = 0; i < order.size(); ++i) number += i == 0 || order[i - 1] >> 32U != order[i] >> 32U;
    result.moments.reserve(number);
    for (auto first = order.cbegin(); first != order.cend();) {
        auto const last =
            std::find_if(first, order.cend(), [=, date = *first >> 32U](auto e) { return e >> 32U != date; });
        moment now{record.begin_of(found[static_cast<std::uint32_t>(*first)].relation), {}, {}};
        now.rests_on.reserve(static_cast<std::size_t>(last - first));
        for (; first != last; ++first) now.rests_on.push_back(found[static_cast<std::uint32_t>(*first)]);
        mark_earlier_votes(record, now.rests_on);
        for (auto const& e : now.rests_on)
            if (e.counts()) now.sum.add(e.value, e.weight);
        result.moments.push_back(std::move(now));
    }
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
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// O(r) for r relations between those concerned
template <stance_schema S>
[[nodiscard]] position_timeline timeline(typed_graph<S> const& g, position_holder<S> auto who,
                                         position_target<S> auto target, lens const& asked = {}) {
    return detail::timeline_any(g, any_node(who), any_node(target), asked);
}

} // namespace geostance
