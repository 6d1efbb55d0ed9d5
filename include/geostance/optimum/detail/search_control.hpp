// SPDX-License-Identifier: BSL-1.0
/// @file
/// When a search must stop, and the random numbers that it draws.
#pragma once

#include <geostance/optimum/search_progress.hpp>
#include <geostance/signed/detail/random_source.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace geostance::detail {

class search_control {
public:
    search_control(double time_limit, std::function<bool(search_progress const&)> const& callback)
        : limit_(time_limit), callback_(callback) {}

    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }
    // Whether to stop, looking at the clock now.
    bool stop() {
        if (!stopped_ && seconds() > limit_) {
            stopped_ = true;
            reason_ = stop_reason::time_limit;
        }
        return stopped_;
    }
    void report(double lower, double upper, std::size_t nodes) {
        if (!callback_ || stopped_) return;
        if (!callback_({lower, upper, nodes, seconds()})) {
            stopped_ = true;
            reason_ = stop_reason::cancelled;
        }
    }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }
    [[nodiscard]] stop_reason reason() const noexcept { return reason_; }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double limit_;
    std::function<bool(search_progress const&)> const& callback_;
    bool stopped_ = false;
    stop_reason reason_ = stop_reason::exhausted;
};

} // namespace geostance::detail
