// SPDX-License-Identifier: BSL-1.0
/// @file
/// All positions of a record, and where two readings of it differ: two days, two speakers, words and deeds.
#pragma once

#include <geostance/query/position/holders.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace geostance {

/// Where somebody stands on something.
struct held_position {
    any_node who{};                 ///< the holder
    any_node target{};              ///< what it is about
    geostance::position position{}; ///< where it stands
};

namespace detail {

/// Adds the positions on a target, by holder in order of insertion.
template <class S>
void add_positions_on(reading<S> const& record, any_node target, actor_kinds kinds, std::vector<held_position>& to) {
    auto held = holders_at(record, target);
    std::sort(held.begin(), held.end(), [](auto const& a, auto const& b) { return a.who < b.who; });
    for (auto& h : held)
        if (is_one_of(record.graph(), h.who, kinds)) to.push_back({h.who, target, std::move(h.position)});
}

} // namespace detail

/// All positions of a record, under a lens: for every target what `holders_of_positions` lists.
/// @param g the record
/// @param asked the reading
/// @param kinds which holders are listed; every one by default
/// @return by target, then by holder, both in order of insertion
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<held_position> positions(typed_graph<S> const& g, lens const& asked = {},
                                                   actor_kinds kinds = {}) {
    const detail::reading<S> record(g, asked);
    std::vector<held_position> result;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) detail::add_positions_on(record, g.node_at(i), kinds, result);
    return result;
}

/// A position that two readings see differently.
struct difference {
    any_node who{};    ///< the holder
    any_node target{}; ///< what it is about
    position first{};  ///< under the first reading; `none` where it knows of no position
    position second{}; ///< under the second
};

/// What counts as a difference.
struct differences_options {
    /// differences of the values up to this are ignored while the attitudes agree; in [0, 2]
    double tolerance = 1e-9;
};

namespace detail {

inline void validate(differences_options const& options) {
    if (!(options.tolerance >= 0 && options.tolerance <= 2))
        throw invalid_value("differences_options.tolerance", number_text(options.tolerance), "a number in [0, 2]");
}

/// Where two lists of positions differ, both by target, then by holder.
inline std::vector<difference> differences_between(std::vector<held_position> const& before,
                                                   std::vector<held_position> after,
                                                   differences_options const& options) {
    std::vector<difference> result;
    auto const differ = [&](position const& a, position const& b) {
        return a.attitude != b.attitude || std::abs(a.value - b.value) > options.tolerance;
    };
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        auto const at = [](held_position const& p) { return std::pair(p.target, p.who); };
        if (b == after.end() || (a != before.end() && at(*a) < at(*b))) {
            result.push_back({a->who, a->target, a->position, {}});
            ++a;
        } else if (a == before.end() || at(*b) < at(*a)) {
            result.push_back({b->who, b->target, {}, std::move(b->position)});
            ++b;
        } else {
            if (differ(a->position, b->position))
                result.push_back({a->who, a->target, a->position, std::move(b->position)});
            ++a;
            ++b;
        }
    }
    return result;
}

} // namespace detail

/// Where two readings of a record differ: on two days, by two speakers' accounts, in words and in deeds.
/// @param g the record
/// @param first one reading
/// @param second the other
/// @param options what counts as a difference
/// @return by target, then by holder, both in order of insertion
/// @throws invalid_value for a field of a lens or of the options
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<difference> differences(typed_graph<S> const& g, lens const& first, lens const& second,
                                                  differences_options const& options = {}) {
    detail::validate(options);
    return detail::differences_between(positions(g, first), positions(g, second), options);
}
/// What changes when sources, statements or speakers are left out.
/// @param g the record
/// @param left_out publications, statements and speakers
/// @param asked the reading with them; its own `without` is kept
/// @return the differences between the reading with them and the reading without
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<difference> changes_without(typed_graph<S> const& g, std::vector<any_node> const& left_out,
                                                      lens const& asked = {}) {
    lens without = asked;
    without.without.insert(without.without.end(), left_out.begin(), left_out.end());
    return differences(g, asked, without);
}

/// A holder's position on a target in each channel.
struct words_and_deeds_result {
    position words{};                                      ///< what it says
    position votes{};                                      ///< how it votes
    position deeds{};                                      ///< what it does
    double gap = std::numeric_limits<double>::quiet_NaN(); ///< deeds minus words, in [-2, 2]; NaN where one is none
};

namespace detail {

template <stance_schema S>
words_and_deeds_result words_and_deeds_any(typed_graph<S> const& g, any_node who, any_node target, lens asked) {
    auto const in_channel = [&](channel c) {
        asked.channels = c;
        return position_of(g, who, target, asked);
    };
    words_and_deeds_result result{in_channel(channel::verbal), in_channel(channel::vote),
                                  in_channel(channel::material)};
    result.gap = result.deeds.value - result.words.value;
    return result;
}

} // namespace detail

/// Whether somebody's deeds match its words.
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading; its channels are replaced
/// @return the position in each channel, and the gap
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `position_of`
template <stance_schema S>
[[nodiscard]] words_and_deeds_result words_and_deeds(typed_graph<S> const& g, position_holder<S> auto who,
                                                     position_target<S> auto target, lens const& asked = {}) {
    return detail::words_and_deeds_any(g, any_node(who), any_node(target), asked);
}

} // namespace geostance
