// SPDX-License-Identifier: BSL-1.0
/// @file
/// Work in pieces on several threads, the results of which are taken in order. Apart from in_parallel.hpp, as waiting
/// takes long to compile.
#pragma once

#include <geostance/detail/in_parallel.hpp>

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Pieces that several threads work on at once, while what comes of them is taken in their order, by one at a time.
/// @tparam Piece what is worked on
/// @tparam Result what comes of a piece; default-constructible, and used again for later pieces
template <class Piece, class Result>
class ordered_work {
public:
    /// @param threads how many, > 0, the calling one included; where the system has fewer, those do it
    explicit ordered_work(std::size_t threads) : threads_(threads), results_(2 * threads) {}

    /// Does the work. Once something is thrown no further piece is begun; the results of those before are taken, and
    /// what was thrown for the first of them is passed on: what one thread alone would have met first.
    /// @param next gives the next piece as an optional, and nothing at the end; no two threads call it at once
    /// @param work takes a piece, which is its own, and the result to be filled
    /// @param take takes the results in the order of their pieces; no two threads call it at once
    template <class Next, class Work, class Take>
    void run(Next next, Work work, Take take) {
        auto const run_one = [&](std::size_t) { work_along(next, work, take); };
        {
            thread_group others;
            for (std::size_t started = 1; started < threads_ && others.start(run_one, started); ++started) continue;
            run_one(0);
        }
        if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    }

private:
    struct result {
        Result value{};
        bool is_ready = false;
    };

    template <class Next, class Work, class Take>
    void work_along(Next& next, Work& work, Take& take) {
        std::unique_lock lock(one_at_a_time_);
        for (;;) {
            if (!is_taking_ && at(taken_).is_ready) {
                take_one(lock, take);
            } else if (!is_reading_ && !is_over_ && begun_ < taken_ + results_.size()) {
                begin_one(lock, next, work);
            } else if (is_over_ || failure_) {
                return; // who is still at work takes what comes of it
            } else {
                changed_.wait(lock);
            }
        }
    }
    [[nodiscard]] result& at(std::size_t number) { return results_[number % results_.size()]; }

    template <class Take>
    void take_one(std::unique_lock<std::mutex>& lock, Take& take) {
        is_taking_ = true;
        auto const number = taken_;
        at(number).is_ready = false;
        apart(lock, number, [&] { take(at(number).value); });
        is_taking_ = false;
        if (!has_failed_at(number)) ++taken_;
        changed_.notify_all();
    }
    template <class Next, class Work>
    void begin_one(std::unique_lock<std::mutex>& lock, Next& next, Work& work) {
        is_reading_ = true;
        auto const number = begun_++;
        std::optional<Piece> piece;
        apart(lock, number, [&] { piece = next(); });
        is_reading_ = false;
        is_over_ = is_over_ || !piece;
        changed_.notify_all();
        if (!piece) return;
        apart(lock, number, [&] { work(*piece, at(number).value); });
        at(number).is_ready = !has_failed_at(number);
        changed_.notify_all();
    }
    /// Does what needs no lock, and keeps what is thrown for the first of the pieces.
    template <class F>
    void apart(std::unique_lock<std::mutex>& lock, std::size_t number, F f) {
        lock.unlock();
        std::exception_ptr thrown;
        try {
            f();
        } catch (...) {
            thrown = std::current_exception();
        }
        lock.lock();
        if (!thrown || number >= failed_at_) return;
        failure_ = std::move(thrown);
        failed_at_ = number;
        is_over_ = true;
    }
    [[nodiscard]] bool has_failed_at(std::size_t number) const noexcept { return number == failed_at_; }

    std::size_t threads_;
    std::vector<result> results_; // of the pieces that were begun and not taken, by number
    std::mutex one_at_a_time_;    // for all that follows, and for which of the results are ready
    std::condition_variable changed_;
    std::size_t begun_ = 0;
    std::size_t taken_ = 0;
    bool is_reading_ = false;
    bool is_taking_ = false;
    bool is_over_ = false; // no further piece is begun
    std::size_t failed_at_ = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure_;
};

} // namespace geostance::detail
