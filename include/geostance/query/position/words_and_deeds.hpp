// SPDX-License-Identifier: BSL-1.0
/// @file
/// Words and deeds: what somebody says, how it votes and what it does, side by side.
#pragma once

#include <geostance/query/position/position.hpp>

#include <cmath>
#include <limits>
#include <ostream>

namespace geostance {

/// A holder's position on a target in each channel.
struct words_and_deeds_result {
    position words{};                                      ///< what it says
    position votes{};                                      ///< how it votes
    position deeds{};                                      ///< what it does
    double gap = std::numeric_limits<double>::quiet_NaN(); ///< deeds minus words, in [-2, 2]; NaN where one is none
};

/// Writes `words supports 1 (...); votes none; deeds opposes -1 (...); gap -2`, the gap where there is one.
/// @param out gets the text
/// @param r the positions in each channel
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, words_and_deeds_result const& r) {
    out << "words " << r.words << "; votes " << r.votes << "; deeds " << r.deeds;
    if (!std::isnan(r.gap)) out << "; gap " << r.gap;
    return out;
}

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
