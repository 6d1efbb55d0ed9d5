// SPDX-License-Identifier: BSL-1.0
/// @file
/// What std::find_if, std::any_of, std::remove_if, std::erase_if and std::unique do, in one function each: the standard
/// ones are ten, which a program that asks one question would have compiled for each condition.
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

/// Drops those of a vector for which a condition holds.
template <class List, class Condition>
void erase_if(List& list, Condition const& condition) {
    auto* const last = detail::remove_if(list.data(), list.data() + list.size(), condition);
    while (list.data() + list.size() != last) list.pop_back();
}

/// Keeps one of those that are equal, in a vector that is in order.
template <class List>
void erase_repeats(List& list) {
    if (list.empty()) return;
    auto* kept = list.data();
    for (auto& each : list)
        if (!(each == *kept) && ++kept != &each) *kept = std::move(each);
    while (&list.back() != kept) list.pop_back();
}

} // namespace geostance::detail
