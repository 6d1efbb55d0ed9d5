// SPDX-License-Identifier: BSL-1.0
/// @file
/// Many short runs that grow, in one vector.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/detail/slice.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A run: the block in which it lies, and how many places of it are taken.
struct run {
    std::uint32_t block = no_index; ///< where it begins, in units of the least block
    std::uint32_t size = 0;
};

inline std::uint32_t& link_of(std::uint32_t& place) noexcept { return place; }

/// Runs of T in blocks whose size is a power of two, `Least` or more; a run that outgrows its block moves into the next
/// larger one, and the block is used again.
///
/// In the first place of a free block, `link_of(T&)` is the number of the next free block of that size.
template <class T, std::size_t Least>
class run_pool {
public:
    [[nodiscard]] slice<T> places(run r) const noexcept {
        return r.size == 0 ? slice<T>() : slice<T>(&pool_[start(r.block)], r.size);
    }
    [[nodiscard]] T& at(run r, std::size_t i) noexcept { return pool_[start(r.block) + i]; }

    /// Makes room for one more place.
    void make_room(run& r) {
        bool const is_full = r.block == no_index || (r.size >= Least && std::has_single_bit(r.size));
        if (!is_full) return;
        auto const larger = take_block(std::max(Least, 2 * std::size_t{r.size}));
        if (r.size != 0) {
            std::copy_n(&pool_[start(r.block)], r.size, &pool_[start(larger)]);
            give_back(r.block, r.size);
        }
        r.block = larger;
    }

    /// Adds to a run, for which room was made.
    void push(run& r, T const& value) noexcept { pool_[start(r.block) + r.size++] = value; }

    /// Takes the last place off a run that has one, and gives back what is no longer needed of its block.
    void pop(run& r) noexcept {
        --r.size;
        if (r.size == 0) give_back(std::exchange(r.block, no_index), Least);
        if (r.size >= Least && std::has_single_bit(r.size))
            give_back(static_cast<std::uint32_t>(r.block + r.size / Least), r.size);
    }

private:
    static std::size_t start(std::uint32_t block) noexcept { return block * Least; }

    /// A block of that many places, a power of two.
    std::uint32_t take_block(std::size_t places) {
        if (free_.empty()) free_.assign(std::numeric_limits<std::size_t>::digits, no_index);
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        if (free != no_index) return std::exchange(free, link_of(pool_[start(free)]));
        if ((pool_.size() + places) / Least > no_index) throw error("a typed_graph has no room for more relations");
        auto const block = static_cast<std::uint32_t>(pool_.size() / Least);
        if (pool_.size() + places > pool_.capacity()) pool_.reserve(pool_.size() + std::max(places, pool_.size() / 2));
        pool_.resize(pool_.size() + places);
        return block;
    }
    void give_back(std::uint32_t block, std::size_t places) noexcept {
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        link_of(pool_[start(block)]) = std::exchange(free, block);
    }

    std::vector<T> pool_;
    std::vector<std::uint32_t> free_; ///< for each power of two the first free block
};

} // namespace geostance::detail
