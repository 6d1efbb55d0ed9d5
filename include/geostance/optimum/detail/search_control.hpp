// SPDX-License-Identifier: BSL-1.0
/// @file
/// When a search must stop, and the random numbers that it draws.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/detail/random_source.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <mutex>

namespace geostance::detail {

class search_control {
public:
    explicit search_control(search_options const& options) : options_(&options) { validate(options); }

    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }
    /// Whether to stop, looking at the clock now. Any thread may ask.
    bool stop() {
        if (stopped_) return true;
        std::lock_guard const lock(one_at_a_time_);
        if (stopped_) return true;
        auto const now = seconds();
        if (now > options_->time_limit - kept_) {
            stop_for(stop_reason::time_limit);
        } else if (options_->stop && guarded(options_->stop)) {
            stop_for(stop_reason::cancelled);
        }
        is_cut_off_ = is_cut_off_ || now > phase_ends_;
        return stopped_ || now > phase_ends_;
    }
    /// What follows stops when the given share of the turn is over, even though others go on; it gets a part of all the
    /// time left in any case.
    void begin_phase(double share) {
        auto const now = seconds();
        phase_ends_ = now + share * std::max(turn_ends_ - now, (options_->time_limit - now) / 4);
    }
    void end_phase() { phase_ends_ = std::numeric_limits<double>::infinity(); }
    /// Gives the next block a share of the time that is left.
    void begin_turn(double share) { turn_ends_ = seconds() + share * (options_->time_limit - seconds()); }
    /// Whether that share is over; always true without a time limit.
    [[nodiscard]] bool turn_is_over() const { return std::isinf(turn_ends_) || seconds() > turn_ends_; }
    /// The moment at which a share of the remaining time will be over.
    [[nodiscard]] double after(double share) const { return seconds() + share * std::max(0.0, turn_ends_ - seconds()); }
    /// Too little time is left for what comes next.
    void give_up() noexcept {
        if (!stopped_) stop_for(stop_reason::time_limit);
    }
    /// The moment at which a share of all the time will be over, counted from the beginning.
    [[nodiscard]] double at_share(double share) const noexcept { return share * options_->time_limit; }
    /// Searches stop so many seconds before the limit, as what comes after them takes that long; up to three tenths
    /// of all the time, and where it is next to nothing, not at all.
    void keep_for_the_end(double seconds) noexcept {
        auto const most = 0.3 * options_->time_limit;
        kept_ = seconds < 0.01 * options_->time_limit ? 0 : std::min(seconds, most);
    }
    [[nodiscard]] double seconds_left() const { return options_->time_limit - kept_ - seconds(); }
    /// How long one step over so many ties takes, as those that took so many seconds so far.
    [[nodiscard]] double expected(std::size_t ties) const noexcept { return pace_ * static_cast<double>(ties); }
    void took(double seconds, std::size_t ties) noexcept { pace_ = ties > 0 ? seconds / static_cast<double>(ties) : 0; }
    /// The moment until which what is left to do in haste may take: nearly the end, but a little time in any case.
    [[nodiscard]] double in_haste() const {
        if (stopped_ && reason_ == stop_reason::cancelled) return seconds();
        return std::max(0.95 * (options_->time_limit - kept_), seconds() + 0.03 * options_->time_limit);
    }
    void report(double lower, double upper, std::size_t nodes) {
        if (!options_->progress || stopped_) return;
        std::lock_guard const lock(one_at_a_time_); // not while another thread asks whether to stop
        if (stopped_) return;
        guarded([&] { options_->progress({lower, upper, nodes, seconds()}); });
    }
    /// How many threads search.
    [[nodiscard]] std::size_t threads() const noexcept { return threads_for(options_->threads); }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }
    [[nodiscard]] stop_reason reason() const noexcept {
        return is_cut_off_ && reason_ == stop_reason::exhausted ? stop_reason::time_limit : reason_;
    }

private:
    /// Calls what a user gave; if it throws, the other threads stop as well.
    template <class F>
    auto guarded(F const& f) -> decltype(f()) {
        try {
            return f();
        } catch (...) {
            stop_for(stop_reason::cancelled);
            throw;
        }
    }
    void stop_for(stop_reason reason) noexcept {
        reason_ = reason;
        stopped_ = true;
    }

    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    search_options const* options_;
    double kept_ = 0;
    double pace_ = 0;
    double turn_ends_ = 0;
    double phase_ends_ = std::numeric_limits<double>::infinity();
    std::mutex one_at_a_time_{};
    std::atomic<bool> stopped_ = false;
    stop_reason reason_ = stop_reason::exhausted; // written before stopped_ is
    bool is_cut_off_ = false;                     // a phase ended before what it was for
};

/// A step that is made again and again, where as much time is left as it took last.
class timed_step {
public:
    /// At first it is thought to take so many seconds.
    timed_step(search_control const& control, double seconds) : control_(&control), takes_(seconds) {}

    [[nodiscard]] bool has_time() const { return control_->seconds_left() >= takes_; }
    template <class Step>
    void make(Step const& step) {
        if (!has_time()) return;
        auto const before = control_->seconds();
        step();
        takes_ = control_->seconds() - before;
    }

private:
    search_control const* control_;
    double takes_;
};

/// Whether the time for a step is over, looking at the clock only after so much work, as looking takes a while.
class clock_watch {
public:
    /// Never over.
    clock_watch() = default;
    clock_watch(search_control const& control, double until) : control_(&control), until_(until) {}
    /// Also over where the search must stop.
    static clock_watch that_stops(search_control& control, double until = std::numeric_limits<double>::infinity()) {
        clock_watch result(control, until);
        result.stopping_ = &control;
        return result;
    }

    /// To be called after so many steps of a few nanoseconds each.
    bool is_over(std::size_t steps = 1) {
        constexpr std::size_t often = 100000;
        if ((done_ += steps) < often || is_over_) return is_over_;
        done_ = 0;
        return look();
    }
    /// The same, whatever was done.
    bool look() {
        if (!is_over_ && control_ != nullptr)
            is_over_ = control_->seconds() > until_ || (stopping_ != nullptr && stopping_->stop());
        return is_over_;
    }

private:
    search_control const* control_ = nullptr;
    search_control* stopping_ = nullptr;
    double until_ = std::numeric_limits<double>::infinity();
    std::size_t done_ = 0;
    bool is_over_ = false;
};

} // namespace geostance::detail
