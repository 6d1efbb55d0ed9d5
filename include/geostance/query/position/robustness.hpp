// SPDX-License-Identifier: BSL-1.0
/// @file
/// Robustness: on which single source, statement or speaker a conclusion hangs, and the fewest that carry all of it.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/position/detail/foundation_search.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance {

/// A publication, statement or speaker without which a conclusion would be another.
struct carrier {
    any_node what{};                 ///< the publication, statement or speaker
    geostance::position without{};   ///< the position without it
    bool carries_everything = false; ///< true if nothing at all would be left (a dominator of the evidence)
};

/// How well founded a position is.
struct foundation {
    geostance::position position{};    ///< the position
    std::vector<carrier> carriers{};   ///< each alone would change the attitude, in order of insertion
    std::vector<any_node> least_cut{}; ///< a set whose loss leaves no evidence; empty if none was found
    /// whether it is proven that no smaller set would do; where it is empty, that none would
    bool least_cut_is_exact = true;
};

/// Limits of the search for the least cut.
struct foundation_options {
    std::size_t max_steps = 100'000; ///< after so many the best set so far is returned; at least 1
};

namespace detail {

template <stance_schema S>
foundation foundation_of_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked,
                             foundation_options const& options) {
    if (options.max_steps == 0) throw invalid_value("foundation_options.max_steps", "0", "at least 1");
    foundation result{position_of(g, who, target, asked), {}, {}, true};
    losses<S> const losses(g, who, target, asked);
    for (auto const one : losses.all_that_matter()) {
        auto left = losses.left({one});
        if (left.attitude == result.position.attitude) continue;
        bool const nothing_left = left.attitude == attitude::none;
        result.carriers.push_back({one, std::move(left), nothing_left});
    }
    std::tie(result.least_cut, result.least_cut_is_exact) = losses.least_cut(options.max_steps);
    detail::sort(result.least_cut);
    auto const alone = std::find_if(result.carriers.begin(), result.carriers.end(),
                                    [](carrier const& c) { return c.carries_everything; });
    if (result.least_cut.size() != 1 && alone != result.carriers.end()) {
        result.least_cut = {alone->what};
        result.least_cut_is_exact = true;
    }
    return result;
}

} // namespace detail

/// On what a position hangs: which single publication, statement or speaker would change the attitude if it were left
/// out, and the fewest that together carry all of the evidence. The holder itself is not part of its foundation. With a
/// publication goes what others took from it (`derives_from`).
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @param options limits of the search
/// @return the position, its carriers, and the least cut, which was tried: it leaves no evidence
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options, or a node that cannot take part in a position
/// @par Complexity
/// d positions for d things that the evidence depends on; for the least cut one position for each set that is tried,
/// and at most `options.max_steps` steps of O(evidence) to find each
template <stance_schema S>
[[nodiscard]] foundation foundation_of(typed_graph<S> const& g, position_holder<S> auto who,
                                       position_target<S> auto target, lens const& asked = {},
                                       foundation_options const& options = {}) {
    return detail::foundation_of_any(g, any_node(who), any_node(target), asked, options);
}

} // namespace geostance
