// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a graph is made of that may lie over another graph.
#pragma once

#include <cstddef>
#include <utility>

namespace geostance::detail {

/// A pointer to what something lies over; null if it lies over nothing, or was moved from.
template <class T>
class layer_below {
public:
    layer_below() = default;
    layer_below(T const* below) noexcept : below_(below) {}
    layer_below(layer_below&& other) noexcept : below_(std::exchange(other.below_, nullptr)) {}
    layer_below(layer_below const&) = default;
    layer_below& operator=(layer_below const&) = default;
    ~layer_below() = default;
    operator T const*() const noexcept { return below_; }
    T const* operator->() const noexcept { return below_; }

private:
    T const* below_ = nullptr;
};

/// A sequence in a container of its own, which may lie over another sequence: it begins with the values of that one,
/// which it neither copies nor changes.
template <class Container>
class layered {
public:
    layered() = default;
    layered(layered&& other) noexcept
        : own_(std::move(other.own_)), below_(std::exchange(other.below_, nullptr)),
          first_(std::exchange(other.first_, 0)) {}
    layered(layered const&) = default;
    ~layered() = default;

    /// A sequence that lies over another one, and has nothing of its own yet.
    [[nodiscard]] static layered over(layered const& below) {
        layered result;
        result.below_ = &below;
        result.first_ = below.size();
        return result;
    }

    [[nodiscard]] std::size_t size() const noexcept { return first_ + own_.size(); }
    /// Where the values begin that are its own.
    [[nodiscard]] std::size_t first_own() const noexcept { return first_; }
    /// O(1) for its own values; for others O(number of sequences below).
    [[nodiscard]] auto const& operator[](std::size_t i) const noexcept {
        return i >= first_ ? own_[i - first_] : from_below(i);
    }
    [[nodiscard]] layered const* below() const noexcept { return below_; }

    /// Its own values.
    [[nodiscard]] Container& own() noexcept { return own_; }
    [[nodiscard]] Container const& own() const noexcept { return own_; }
    /// One of its own values.
    [[nodiscard]] auto& own(std::size_t i) noexcept { return own_[i - first_]; }
    [[nodiscard]] auto const& own(std::size_t i) const noexcept { return own_[i - first_]; }

private:
    /// Out of line, so that the way of a graph that lies over none stays short.
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] auto const& from_below(std::size_t i) const noexcept {
        auto const* sequence = below_;
        while (i < sequence->first_) sequence = sequence->below_;
        return sequence->own_[i - sequence->first_];
    }

    Container own_;
    layered const* below_ = nullptr;
    std::size_t first_ = 0;
};

} // namespace geostance::detail
