// SPDX-License-Identifier: BSL-1.0
/// @file
/// What std::find_if, std::any_of and std::remove_if do, in one function each: the standard ones are ten, which a
/// program that asks one question would have compiled for each condition.
#pragma once

#include <utility>

namespace geostance::detail {

/// The first for which a condition holds, or `last`.
template <class Iterator, class Condition>
Iterator find_if(Iterator first, Iterator last, Condition const& condition) {
    while (first != last && !condition(*first)) ++first;
    return first;
}

/// Whether a condition holds for any of a range.
template <class Range, class Condition>
bool any_of(Range const& range, Condition const& condition) {
    for (auto const& each : range)
        if (condition(each)) return true;
    return false;
}

/// Moves those for which a condition does not hold to the front, in their order.
/// @return the end of these
template <class Iterator, class Condition>
Iterator remove_if(Iterator first, Iterator last, Condition const& condition) {
    auto to = first;
    for (; first != last; ++first) {
        if (condition(*first)) continue;
        if (to != first) *to = std::move(*first);
        ++to;
    }
    return to;
}

} // namespace geostance::detail
