// SPDX-License-Identifier: BSL-1.0
/// @file
/// The index of relations between a pair of nodes.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/spread.hpp>
#include <geostance/graph/detail/probing.hpp>
#include <geostance/graph/detail/relation_table.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance::detail {

/// From an ordered pair of nodes to the newest relation between them: a hash table with open addressing that keeps
/// five bytes an entry and looks the pair itself up in the relations. In a graph that lies over another one it has that
/// graph's own relations only.
class pair_index {
public:
    pair_index() = default;
    pair_index(pair_index&& other) noexcept
        : heads_(std::move(other.heads_)), tags_(std::move(other.tags_)), used_(std::exchange(other.used_, 0)) {}
    pair_index(pair_index const&) = default;
    ~pair_index() = default;

    /// Makes room for one more pair; `relations` are those entered so far.
    void make_room(relation_table const& relations) {
        if (4 * (used_ + 1) <= 3 * heads_.size()) return;
        auto const size = std::max<std::size_t>(16, 2 * heads_.size());
        lean_vector<std::uint32_t> heads(size);
        lean_vector<std::uint8_t> tags(size);
        heads_.swap(heads);
        tags_.swap(tags);
        // The newest of a pair is followed by its oldest. Going by the relations reads memory in order; going by the
        // table would not.
        for (auto i = relations.first_own(); i < relations.bound(); ++i)
            if (relations.own_at(i).next_of_pair <= i) enter(relations.own_at(i), static_cast<std::uint32_t>(i));
    }

    /// The newest relation from u to v, or no_index.
    [[nodiscard]] std::uint32_t newest(std::uint32_t u, std::uint32_t v,
                                       relation_table const& relations) const noexcept {
        if (heads_.empty()) return no_index;
        auto const at = place(u, v, relations);
        return tags_[at] == 0 ? no_index : heads_[at];
    }

    /// Calls f with each relation from u to v, in order of insertion.
    template <class F>
    void for_each(std::uint32_t u, std::uint32_t v, relation_table const& relations, F&& f) const {
        auto const last = newest(u, v, relations);
        if (last == no_index) return;
        for (auto at = relations.own_at(last).next_of_pair;;) {
            auto const next = relations.own_at(at).next_of_pair;
            will_read(&relations.own_at(next)); // while f is at work
            f(at);
            if (at == last) return;
            at = next;
        }
    }

    /// Enters the last of `relations`, for which room was made, as the newest of its pair.
    void push(relation_table& relations) noexcept {
        auto const index = static_cast<std::uint32_t>(relations.bound() - 1);
        auto& added = relations.own_at(index);
        auto const at = place(added.source, added.target, relations);
        if (tags_[at] == 0) {
            added.next_of_pair = index;
            tags_[at] = tag(mixed(added.source, added.target));
            ++used_;
        } else {
            auto& head = relations.own_at(heads_[at]);
            added.next_of_pair = std::exchange(head.next_of_pair, index);
        }
        heads_[at] = index;
    }

    /// Forgets the relations from `first` on; they are still among `relations`.
    /// @par Complexity
    /// O(number of relations of the pairs that these belong to)
    void forget_from(std::uint32_t first, relation_table& relations) noexcept {
        for (std::size_t i = first; i < relations.bound(); ++i) {
            auto const at = place(relations.own_at(i).source, relations.own_at(i).target, relations);
            if (tags_[at] == 0 || heads_[at] < first) continue; // an earlier one of the same pair saw to it
            auto const oldest = relations.own_at(heads_[at]).next_of_pair;
            if (oldest >= first) {
                gap_closer closer{*this, relations};
                close_gap(heads_.size() - 1, at, closer);
                --used_;
                continue;
            }
            auto last = oldest;
            while (relations.own_at(last).next_of_pair < first) last = relations.own_at(last).next_of_pair;
            relations.own_at(last).next_of_pair = oldest;
            heads_[at] = last;
        }
    }

private:
    /// What close_gap asks of the table.
    struct gap_closer {
        pair_index& table;
        relation_table const& relations;
        [[nodiscard]] bool is_free_at(std::size_t at) const noexcept { return table.tags_[at] == 0; }
        [[nodiscard]] std::size_t home_of(std::size_t at) const noexcept {
            auto const& newest = relations.own_at(table.heads_[at]);
            return mixed(newest.source, newest.target) & (table.heads_.size() - 1);
        }
        void move(std::size_t from, std::size_t to) noexcept {
            table.heads_[to] = table.heads_[from];
            table.tags_[to] = table.tags_[from];
        }
        void clear(std::size_t at) noexcept { table.tags_[at] = 0; }
    };

    [[nodiscard]] static std::uint64_t mixed(std::uint32_t u, std::uint32_t v) noexcept {
        auto const product = spread(std::uint64_t{u} << 32U | v);
        return product ^ product >> 32U;
    }
    /// Eight bits by which most other pairs are told apart without a look at the relations; 0 marks a free place.
    [[nodiscard]] static std::uint8_t tag(std::uint64_t hash) noexcept {
        return static_cast<std::uint8_t>(hash >> 56U | 1U);
    }
    /// Enters the newest relation of a pair that is known not to be in the table: without a look at other relations.
    void enter(relation_record const& newest, std::uint32_t index) noexcept {
        auto const hash = mixed(newest.source, newest.target);
        std::size_t const mask = heads_.size() - 1;
        auto at = static_cast<std::size_t>(hash) & mask;
        while (tags_[at] != 0) at = (at + 1) & mask;
        tags_[at] = tag(hash);
        heads_[at] = index;
    }
    [[nodiscard]] std::size_t place(std::uint32_t u, std::uint32_t v, relation_table const& relations) const noexcept {
        std::size_t const mask = heads_.size() - 1;
        auto const hash = mixed(u, v);
        auto at = static_cast<std::size_t>(hash) & mask;
        auto const is_other = [&] {
            return tags_[at] != tag(hash) || relations.own_at(heads_[at]).source != u ||
                   relations.own_at(heads_[at]).target != v;
        };
        while (tags_[at] != 0 && is_other()) at = (at + 1) & mask;
        return at;
    }

    lean_vector<std::uint32_t> heads_;
    lean_vector<std::uint8_t> tags_;
    std::size_t used_ = 0;
};

} // namespace geostance::detail
