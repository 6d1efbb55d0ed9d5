// SPDX-License-Identifier: BSL-1.0
/// @file
/// Work in pieces on several threads: what comes of it does not depend on how many there are.
#pragma once

#include <geostance/detail/function_ref.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace geostance::detail {

/// How many threads an option asks for: 0 stands for as many as the machine has.
/// @return a number from 1 to 1024
inline std::size_t threads_for(std::size_t wanted) noexcept {
    constexpr std::size_t most = 1024;
    return std::clamp<std::size_t>(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1, most);
}

/// Threads that are waited for at the end of their scope.
class thread_group {
public:
    thread_group() = default;
    thread_group(thread_group const&) = delete;
    thread_group& operator=(thread_group const&) = delete;
    ~thread_group() {
        for (auto& t : threads_) t.join();
    }
    /// Starts a thread that calls work(number); what it calls has to live as long as this.
    /// @return false if the system has no more
    bool start(function_ref<void(std::size_t)> work, std::size_t number) {
        threads_.reserve(threads_.size() + 1);
        try {
            threads_.emplace_back(work, number);
        } catch (std::system_error const&) {
            return false;
        }
        return true;
    }

private:
    std::vector<std::thread> threads_;
};

/// Calls work for each of some pieces; the first of them is the caller's. Once something is thrown no further piece is
/// begun; those that are begun are finished, and what was thrown for the first of them is passed on: what one thread
/// alone would have met first.
/// @param threads how many, > 0, the calling one included; where the system has fewer, those do it
/// @param next gives the next piece as an optional, and nothing at the end; no two threads call it at once
/// @param work takes the number of its thread, below `threads`, and the piece, which is its own
template <class Next, class Work>
void in_parallel(std::size_t threads, Next next, Work work) {
    std::mutex one_at_a_time;
    std::size_t begun = 0; // this and the next two are read and written under the mutex alone
    std::size_t first_failed = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure;
    auto const run = [&](std::size_t thread, decltype(next()) piece) {
        std::size_t number = 0; // of the piece
        auto const take = [&]() -> decltype(next()) {
            std::lock_guard const lock(one_at_a_time);
            if (failure) return std::nullopt;
            number = begun++;
            return next();
        };
        try {
            if (piece) work(thread, *piece);
            while ((piece = take())) work(thread, *piece);
        } catch (...) {
            std::lock_guard const lock(one_at_a_time);
            if (number < first_failed) {
                first_failed = number;
                failure = std::current_exception();
            }
        }
    };
    auto first = next();
    if (!first) return;
    ++begun;
    {
        auto const help = [&](std::size_t thread) { run(thread, std::nullopt); };
        thread_group others;
        std::size_t started = 1;
        while (started < threads && others.start(help, started)) ++started;
        run(0, std::move(first));
    }
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
}

/// Calls work for each number below `count`, in no particular order.
/// @param work takes the number of its thread, and one of the numbers
inline void for_each_in_parallel(std::size_t threads, std::size_t count,
                                 function_ref<void(std::size_t, std::size_t)> work) {
    std::size_t begun = 0;
    in_parallel(
        std::min(threads, std::max<std::size_t>(count, 1)),
        [&] { return begun < count ? std::optional(begun++) : std::nullopt; }, work);
}

} // namespace geostance::detail
