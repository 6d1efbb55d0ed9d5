// SPDX-License-Identifier: BSL-1.0
/// @file
/// Memory that ends when a test says so. Replaces operator new: one file of a program includes it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>

namespace failing_memory {

constexpr auto never = std::numeric_limits<std::size_t>::max();
inline thread_local std::size_t allocations_left =
    never;                                     ///< how many allocations of this thread succeed before one fails
inline thread_local std::size_t allocated = 0; ///< bytes that this thread allocated so far, given back or not

/// Lets the first, second, third ... allocation of a change fail until the change succeeds, and calls `check` after
/// each failure. Returns how often it failed.
template <class Change, class Check>
int count_failures(Change change, Check check) {
    for (int failures = 0;; ++failures) {
        allocations_left = static_cast<std::size_t>(failures);
        bool failed = false;
        try {
            change();
        } catch (std::bad_alloc const&) {
            failed = true;
        }
        allocations_left = never;
        if (!failed) return failures;
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
    allocated += size;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
// std::stable_sort asks in this way; a sanitizer's own would not match the delete below.
[[gnu::noinline]] void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    try {
        return operator new(size);
    } catch (std::bad_alloc const&) {
        return nullptr;
    }
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::nothrow_t const&) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
