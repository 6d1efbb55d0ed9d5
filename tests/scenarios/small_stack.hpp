// SPDX-License-Identifier: BSL-1.0
// A stack that is too small for calls whose depth comes from outside.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <functional>

#include <pthread.h>

namespace scenarios {

inline void* call(void* task) {
    (*static_cast<std::function<void()>*>(task))();
    return nullptr;
}

/// Runs a task that throws nothing on a stack of 256 kB; one that needs more ends the program.
inline void on_small_stack(std::function<void()> task) {
    ::pthread_attr_t attributes;
    REQUIRE(::pthread_attr_init(&attributes) == 0);
    REQUIRE(::pthread_attr_setstacksize(&attributes, std::size_t{256} << 10U) == 0);
    ::pthread_t thread{};
    REQUIRE(::pthread_create(&thread, &attributes, &call, &task) == 0);
    REQUIRE(::pthread_join(thread, nullptr) == 0);
    ::pthread_attr_destroy(&attributes);
}

} // namespace scenarios
