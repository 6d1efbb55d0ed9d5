// SPDX-License-Identifier: BSL-1.0
/// @file
/// Many cycles in little room.
#pragma once

#include <geostance/detail/slice.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance::detail {

/// Cycles and how much of each, given by their ties in order, the last of which shares a vertex with the first. All
/// ties are one after another: a vector for each cycle would take more than what is in it.
class cycle_list {
public:
    [[nodiscard]] std::size_t size() const noexcept { return cycles_.size(); }
    [[nodiscard]] bool empty() const noexcept { return cycles_.empty(); }
    [[nodiscard]] slice<std::uint32_t> ties(std::size_t c) const noexcept {
        auto const begin = c == 0 ? 0 : cycles_[c - 1].end;
        return {ties_.data() + begin, cycles_[c].end - begin};
    }
    [[nodiscard]] std::int64_t amount(std::size_t c) const noexcept { return cycles_[c].amount; }
    [[nodiscard]] std::size_t total_length() const noexcept { return ties_.size(); }

    /// Makes room for so many cycles of a few ties, as moving them to larger room takes twice the memory meanwhile.
    void reserve(std::size_t cycles) {
        ties_.reserve(6 * cycles);
        cycles_.reserve(cycles);
    }
    void add(slice<std::uint32_t> ties, std::int64_t amount) {
        ties_.insert(ties_.end(), ties.begin(), ties.end());
        cycles_.push_back({ties_.size(), amount});
    }
    /// Adds all of them once more.
    void repeat() {
        auto const length = ties_.size();
        auto const count = cycles_.size();
        ties_.resize(2 * length);
        std::copy(ties_.data(), ties_.data() + length, ties_.data() + length);
        cycles_.reserve(2 * count);
        for (std::size_t c = 0; c < count; ++c) cycles_.push_back({length + cycles_[c].end, cycles_[c].amount});
    }
    void pop_back() {
        cycles_.pop_back();
        ties_.resize(cycles_.empty() ? 0 : cycles_.back().end);
    }
    /// Sets the amount to 0.
    void make_void(std::size_t c) noexcept { cycles_[c].amount = 0; }
    /// Drops the cycles of which there are 0.
    void drop_void() {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t kept = 0;
        for (auto const one : cycles_) {
            if (one.amount != 0) {
                std::copy(ties_.data() + begin, ties_.data() + one.end, ties_.data() + end);
                end += one.end - begin;
                cycles_[kept++] = {end, one.amount};
            }
            begin = one.end;
        }
        ties_.resize(end);
        cycles_.resize(kept);
    }

private:
    struct cycle {
        std::size_t end = 0; // of its ties
        std::int64_t amount = 0;
    };
    std::vector<std::uint32_t> ties_{};
    std::vector<cycle> cycles_{};
};

/// So many parts of 1 / scale, rounded up: what bounds a whole cost.
inline std::int64_t rounded_up(std::int64_t parts, std::int64_t scale) { return (parts + scale - 1) / scale; }

/// A packing in fractions: amounts count multiples of 1 / scale.
struct scaled_packing {
    cycle_list cycles{};
    std::int64_t scale = 1;
    std::int64_t total = 0;

    [[nodiscard]] double value() const noexcept { return static_cast<double>(total) / static_cast<double>(scale); }
};

} // namespace geostance::detail
