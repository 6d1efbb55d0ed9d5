// SPDX-License-Identifier: BSL-1.0
/// @file
/// Remarks: words that praise, condemn or demand something, and yet are no recorded position on it.
#pragma once

#include <geostance/query/detail/reading.hpp>

#include <vector>

namespace geostance {

/// Somebody's words that praise, condemn or demand something.
struct remark {
    any_node who{};             ///< the speaker, or the one spoken for
    relation<about> recorded{}; ///< from the statement to what it is about

    friend bool operator==(remark const&, remark const&) = default;
};

/// Whether who speaks with a force shows a side: praise, condemn and demand do; to accuse or to report does not.
/// @param f the force
/// @return true if it does
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr bool shows_side(force f) noexcept {
    return f == force::praise || f == force::condemn || f == force::demand;
}

namespace detail {

/// All remarks on a target that stand, by the statement's order and then by its voices.
template <class S>
std::vector<remark> remarks_on(reading<S> const& record, any_node target) {
    auto const& g = record.graph();
    std::vector<remark> result;
    for (auto const r : in<about>(g, target)) {
        auto const said = g.source(r);
        bool const is_later = record.asked().at && record.is_after(record.time_of(said).from, *record.asked().at);
        if (!shows_side(g[r].force) || is_later || record.is_silenced(said)) continue;
        if (!record.is_sure_enough(record.counts_whenever(r))) continue; // who once spoke is not silent later
        for (auto const& [voice, surely] : record.voices_of(said))
            if (record.is_sure_enough(both(surely, record.standing(said, voice))) && !record.is_disowned(said, voice))
                result.push_back({voice, r});
    }
    return result;
}

} // namespace detail

} // namespace geostance
