// SPDX-License-Identifier: BSL-1.0
/// @file
/// Memory that ends when a test says so. Replaces operator new: one file of a program includes it.
#pragma once

#include "allocations.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

#include <malloc.h>

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
