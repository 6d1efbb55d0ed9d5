// SPDX-License-Identifier: BSL-1.0
/// @file
/// Many short runs that grow, in one vector.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/slice.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace geostance::detail {

/// A run: the block in which it lies, and how many places of it are taken.
struct run {
    std::uint32_t block = no_index; ///< where it begins, in units of the least block
    std::uint32_t size = 0;
};

inline std::uint32_t& link_of(std::uint32_t& place) noexcept { return place; }

/// Runs of T in blocks whose size is a power of two, `Least` or more; a run that outgrows its block moves into the next
/// larger one, and the block is used again. A pool may lie over another one: runs of that one can be read here, and
/// before one is changed it gets a block of this pool.
///
/// In the first place of a free block, `link_of(T&)` is the number of the next free block of that size.
template <class T, std::size_t Least>
class run_pool {
public:
    run_pool() = default;
    run_pool(run_pool&& other) noexcept
        : pool_(std::move(other.pool_)), free_(std::move(other.free_)), below_(std::exchange(other.below_, nullptr)),
          first_block_(std::exchange(other.first_block_, 0)) {}
    run_pool(run_pool const&) = default;
    ~run_pool() = default;

    /// A pool that lies over another one.
    [[nodiscard]] static run_pool over(run_pool const& below) {
        run_pool result;
        result.below_ = &below;
        result.first_block_ = below.end_block();
        return result;
    }

    [[nodiscard]] slice<T> places(run r) const noexcept {
        if (r.size == 0) return {};
        return {r.block >= first_block_ ? &pool_[start(r.block)] : from_below(r.block), r.size};
    }
    /// The same of a run that lies in this pool, which lies over none.
    [[nodiscard]] slice<T> flat_places(run r) const noexcept {
        if (r.size == 0) return {};
        return {&pool_[std::size_t{r.block} * Least], r.size};
    }
    /// A place of a run that lies in this pool.
    [[nodiscard]] T& at(run from, std::size_t i) noexcept { return pool_[start(from.block) + i]; }

    /// Moves a run that lies in a pool below into this one.
    void make_own(run& r) {
        if (is_below(r)) move_to(r, take_block(places_for(r.size)));
    }
    /// Makes room for one more place of a run, which then lies in this pool.
    void make_room(run& r) {
        bool const is_full = r.block == no_index || (r.size >= Least && std::has_single_bit(r.size));
        if (is_full || is_below(r)) move_to(r, take_block(places_for(std::size_t{r.size} + 1)));
    }

    /// Adds to a run, for which room was made.
    void push(run& into, T const& value) noexcept { pool_[start(into.block) + into.size++] = value; }

    /// Takes the last place off a run that has one and lies in this pool, and gives back what is no longer needed of
    /// its block.
    void pop(run& r) noexcept {
        --r.size;
        if (r.size == 0) give_back(std::exchange(r.block, no_index), Least);
        if (r.size >= Least && std::has_single_bit(r.size))
            give_back(static_cast<std::uint32_t>(r.block + r.size / Least), r.size);
    }

private:
    [[nodiscard]] std::size_t start(std::uint32_t block) const noexcept {
        return std::size_t{block - first_block_} * Least;
    }
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] T const* from_below(std::uint32_t block) const noexcept {
        auto const* pool = below_;
        while (block < pool->first_block_) pool = pool->below_;
        return &pool->pool_[pool->start(block)];
    }
    [[nodiscard]] std::size_t end_block() const noexcept { return first_block_ + pool_.size() / Least; }
    [[nodiscard]] bool is_below(run r) const noexcept { return r.block < first_block_; }
    /// How many places the block of a run of that size has.
    static std::size_t places_for(std::size_t size) noexcept { return std::max(Least, std::bit_ceil(size)); }

    void move_to(run& moved, std::uint32_t block) noexcept {
        auto const old = places(moved);
        std::copy(old.begin(), old.end(), &pool_[start(block)]);
        if (moved.size != 0 && !is_below(moved)) give_back(moved.block, moved.size);
        moved.block = block;
    }

    /// A block of that many places, a power of two.
    std::uint32_t take_block(std::size_t places) {
        if (free_.empty()) free_.resize(std::numeric_limits<std::size_t>::digits, no_index);
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        if (free != no_index) return std::exchange(free, link_of(pool_[start(free)]));
        if (end_block() + places / Least > no_index)
            throw invalid_state("a typed_graph has no room for more relations");
        auto const block = static_cast<std::uint32_t>(end_block());
        if (pool_.size() + places > pool_.capacity()) pool_.reserve(pool_.size() + std::max(places, pool_.size() / 2));
        pool_.resize(pool_.size() + places);
        return block;
    }
    void give_back(std::uint32_t block, std::size_t places) noexcept {
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        link_of(pool_[start(block)]) = std::exchange(free, block);
    }

    lean_vector<T> pool_;
    lean_vector<std::uint32_t> free_; ///< for each power of two the first free block
    run_pool const* below_ = nullptr;
    std::size_t first_block_ = 0; ///< the first block that is the pool's own
};

} // namespace geostance::detail
