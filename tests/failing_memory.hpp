// SPDX-License-Identifier: BSL-1.0
/// @file
/// Memory that ends when a test says so. Replaces operator new: one file of a program includes it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>

#include <malloc.h>

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

// Not inlined, lest the compiler take the pair for mismatched.
[[gnu::noinline]] void* operator new(std::size_t size) {
    using namespace failing_memory;
    if (allocations_left != never && allocations_left-- == 0) {
        allocations_left = never;
        throw std::bad_alloc();
    }
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc();
    allocated += size;
    held += static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    most_held = std::max(most_held, held);
    return memory;
}
// std::stable_sort asks in this way; a sanitizer's own would not match the delete below.
[[gnu::noinline]] void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    try {
        return operator new(size);
    } catch (std::bad_alloc const&) {
        return nullptr;
    }
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    failing_memory::held -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::nothrow_t const&) noexcept { operator delete(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
