// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which allocation fails, and what was allocated, in a program one file of which includes failing_memory.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>

namespace failing_memory {

constexpr auto never = std::numeric_limits<std::size_t>::max();
inline thread_local std::size_t allocations_left =
    never;                                        ///< how many allocations of this thread succeed before one fails
inline thread_local std::size_t allocated = 0;    ///< bytes that this thread allocated so far, given back or not
inline thread_local std::ptrdiff_t held = 0;      ///< bytes that this thread allocated and did not give back
inline thread_local std::ptrdiff_t most_held = 0; ///< the most that `held` was since a test set this to it

/// What became of a change whose allocation of some number was to fail.
struct outcome {
    bool was_reached = false; ///< it came to that allocation; some do without it, as std::stable_sort does
    bool has_failed = false;  ///< it threw std::bad_alloc
};

/// Makes a change, of whose allocations the one of that number fails.
template <class Change>
outcome fail_at(std::size_t allocation, Change& change) {
    allocations_left = allocation;
    outcome result;
    try {
        change();
    } catch (std::bad_alloc const&) {
        result.has_failed = true;
    } catch (...) {
        allocations_left = never;
        throw;
    }
    result.was_reached = allocations_left == never;
    allocations_left = never;
    return result;
}

/// Lets the first, second, third ... allocation of a change fail until the change succeeds, and calls `check` after
/// each failure. Returns how often it failed.
template <class Change, class Check>
int count_failures(Change change, Check check) {
    for (int failures = 0;; ++failures) {
        if (!fail_at(static_cast<std::size_t>(failures), change).has_failed) return failures;
        check();
    }
}

} // namespace failing_memory
