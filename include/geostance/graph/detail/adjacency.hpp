// SPDX-License-Identifier: BSL-1.0
/// @file
/// The relations that leave each node, or that enter it, grouped by type.
#pragma once

#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace geostance::detail {

/// For each node, its relations in one direction: a run of indices for each relation type, in order of type.
///
/// All runs lie in one pool, in blocks whose size is a power of two; a run that outgrows its block moves into the next
/// larger one, and the block is used again.
class adjacency {
public:
    /// The relations of one type at a node.
    struct group {
        std::uint32_t type;
        std::uint32_t next;  ///< the node's group of the next type; no_index = there is none
        std::uint32_t block; ///< where the run begins in the pool, in units of the least block
        std::uint32_t size;
    };

    /// Makes room for one more node.
    void make_room_for_node() { make_room(first_); }
    /// Adds a node, for which room was made.
    void add_node() noexcept { first_.push_back(no_index); }

    /// Makes room for one more relation of the type at a node.
    void make_room_for(std::uint32_t node, std::uint32_t type) {
        auto& g = groups_[group_of(node, type)];
        bool const is_full = g.block == no_index || (g.size >= least_block && std::has_single_bit(g.size));
        if (!is_full) return;
        auto const larger = take_block(std::max(least_block, 2 * std::size_t{g.size}));
        if (g.size != 0) {
            std::copy_n(&pool_[start(g.block)], g.size, &pool_[start(larger)]);
            give_back(g.block, g.size);
        }
        g.block = larger;
    }

    /// Adds a relation, for which room was made.
    void push(std::uint32_t node, std::uint32_t type, std::uint32_t relation) noexcept {
        auto at = first_[node];
        while (groups_[at].type != type) at = groups_[at].next;
        auto& g = groups_[at];
        pool_[start(g.block) + g.size++] = relation;
    }

    [[nodiscard]] std::span<std::uint32_t const> of_type(std::size_t node, std::uint32_t type) const noexcept {
        for (auto at = first_[node]; at != no_index; at = groups_[at].next)
            if (groups_[at].type == type) return run(at);
        return {};
    }
    [[nodiscard]] std::size_t size(std::size_t node) const noexcept {
        std::size_t count = 0;
        for (auto at = first_[node]; at != no_index; at = groups_[at].next) count += groups_[at].size;
        return count;
    }

    /// The first group of a node that has a relation, from a given one on; no_index if there is none.
    [[nodiscard]] std::uint32_t first_group(std::size_t node) const noexcept { return not_empty(first_[node]); }
    [[nodiscard]] std::uint32_t next_group(std::uint32_t at) const noexcept { return not_empty(groups_[at].next); }
    /// The relations of a group.
    [[nodiscard]] std::span<std::uint32_t const> run(std::uint32_t at) const noexcept {
        auto const& g = groups_[at];
        return g.size == 0 ? std::span<std::uint32_t const>() : std::span(&pool_[start(g.block)], g.size);
    }

private:
    static constexpr std::size_t least_block = 4;

    static std::size_t start(std::uint32_t block) noexcept { return block * least_block; }

    [[nodiscard]] std::uint32_t not_empty(std::uint32_t at) const noexcept {
        while (at != no_index && groups_[at].size == 0) at = groups_[at].next;
        return at;
    }

    /// The node's group of that type; where there is none, an empty one is made, which nobody sees.
    std::uint32_t group_of(std::uint32_t node, std::uint32_t type) {
        auto before = no_index;
        auto at = first_[node];
        for (; at != no_index && groups_[at].type < type; at = groups_[at].next) before = at;
        if (at != no_index && groups_[at].type == type) return at;
        groups_.push_back({type, at, no_index, 0});
        auto const added = static_cast<std::uint32_t>(groups_.size() - 1);
        (before == no_index ? first_[node] : groups_[before].next) = added;
        return added;
    }

    /// A block of that many places, a power of two.
    std::uint32_t take_block(std::size_t places) {
        if (free_.empty()) free_.assign(std::numeric_limits<std::size_t>::digits, no_index);
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        if (free != no_index) return std::exchange(free, pool_[start(free)]);
        auto const block = static_cast<std::uint32_t>(pool_.size() / least_block);
        if (pool_.size() + places > pool_.capacity()) pool_.reserve(pool_.size() + std::max(places, pool_.size() / 2));
        pool_.resize(pool_.size() + places);
        return block;
    }
    void give_back(std::uint32_t block, std::size_t places) noexcept {
        auto& free = free_[static_cast<std::size_t>(std::countr_zero(places))];
        pool_[start(block)] = std::exchange(free, block);
    }

    std::vector<std::uint32_t> first_;
    std::vector<group> groups_;
    std::vector<std::uint32_t> pool_;
    std::vector<std::uint32_t> free_; ///< for each power of two the first free block; the next stands in the block
};

} // namespace geostance::detail
