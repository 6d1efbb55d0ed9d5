// SPDX-License-Identifier: BSL-1.0
// Measuring in a process of its own, as a program builds its graph once: memory that an earlier graph left behind would
// favour the one that takes it in small pieces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

/// What f returns in a process that ends with it.
template <class F>
auto measured_apart(F f) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) std::abort();
    std::invoke_result_t<F&> result{};
    static_assert(std::is_trivially_copyable_v<decltype(result)>);
    if (auto const child = fork(); child == 0) {
        result = f();
        _exit(write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
    } else {
        close(ends[1]);
        int status = 0;
        bool const is_read = read(ends[0], &result, sizeof result) == sizeof result;
        if (child < 0 || !is_read || waitpid(child, &status, 0) != child || status != 0) std::abort();
    }
    close(ends[0]);
    return result;
}

/// The most memory that this process has had, in kB. What the system reports for a child counts what its parent had.
inline std::size_t peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        std::size_t size = 0;
        status >> size;
        return size;
    }
    return 0;
}
