// SPDX-License-Identifier: BSL-1.0
/// @file
/// The arrays behind typed_graph: relations at a node grouped by type, and relations between a pair of nodes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace geostance::detail {

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// Makes room for one more element, so that the next push_back cannot throw.
template <class Vector>
void make_room(Vector& v) {
    if (v.size() == v.capacity()) v.reserve(v.empty() ? 4 : 2 * v.size());
}

/// What the graph keeps of a node beside its payload.
struct node_record {
    std::uint32_t slot; ///< where the payload stands among those of its type
    std::uint32_t type;
};

/// What the graph keeps of a relation beside its payload.
struct relation_record {
    std::uint32_t source;
    std::uint32_t target;
    std::uint32_t slot;         ///< where the payload stands among those of its type
    std::uint32_t annotation;   ///< shared by neighbours in order of insertion whose annotations are equal
    std::uint32_t next_of_pair; ///< the next relation with the same ends, in a circle
    std::uint32_t type;
};

/// The relations that leave a node, or that enter it: one run per relation type, in order of type.
class adjacency {
public:
    struct group {
        std::uint32_t type;
        std::vector<std::uint32_t> relations;
    };

    /// Makes room for one more relation of the type.
    void make_room_for(std::uint32_t type) {
        auto place = lower_bound(type);
        if (place == groups_.end() || place->type != type) place = groups_.insert(place, group{type, {}});
        make_room(place->relations);
    }

    /// Adds a relation for which room was made.
    void push(std::uint32_t type, std::uint32_t relation) noexcept { lower_bound(type)->relations.push_back(relation); }

    [[nodiscard]] std::span<std::uint32_t const> of_type(std::uint32_t type) const noexcept {
        for (auto const& g : groups_)
            if (g.type == type) return g.relations;
        return {};
    }
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t count = 0;
        for (auto const& g : groups_) count += g.relations.size();
        return count;
    }
    [[nodiscard]] std::span<group const> groups() const noexcept { return groups_; }

private:
    std::vector<group>::iterator lower_bound(std::uint32_t type) noexcept {
        return std::find_if(groups_.begin(), groups_.end(), [type](group const& g) { return g.type >= type; });
    }
    std::vector<group> groups_;
};

/// From an ordered pair of nodes to the newest relation between them: a hash table with open addressing that keeps
/// four bytes an entry and looks the pair itself up in the relations.
class pair_index {
public:
    pair_index() = default;
    pair_index(pair_index&& other) noexcept : heads_(std::move(other.heads_)), used_(std::exchange(other.used_, 0)) {}
    pair_index(pair_index const&) = default;
    ~pair_index() = default;

    /// Makes room for one more pair; `relations` are those entered so far.
    void make_room(std::vector<relation_record> const& relations) {
        if (4 * (used_ + 1) <= 3 * heads_.size()) return;
        std::vector<std::uint32_t> old(std::max<std::size_t>(16, 2 * heads_.size()), no_index);
        old.swap(heads_);
        for (auto const head : old)
            if (head != no_index) heads_[place(relations[head].source, relations[head].target, relations)] = head;
    }

    /// The newest relation from u to v, or no_index.
    [[nodiscard]] std::uint32_t newest(std::uint32_t u, std::uint32_t v,
                                       std::vector<relation_record> const& relations) const noexcept {
        return heads_.empty() ? no_index : heads_[place(u, v, relations)];
    }

    /// Enters the last of `relations`, for which room was made, as the newest of its pair.
    void push(std::vector<relation_record>& relations) noexcept {
        auto const index = static_cast<std::uint32_t>(relations.size() - 1);
        auto& added = relations.back();
        auto& head = heads_[place(added.source, added.target, relations)];
        if (head == no_index) {
            added.next_of_pair = index;
            ++used_;
        } else {
            added.next_of_pair = relations[head].next_of_pair;
            relations[head].next_of_pair = index;
        }
        head = index;
    }

private:
    [[nodiscard]] std::size_t place(std::uint32_t u, std::uint32_t v,
                                    std::vector<relation_record> const& relations) const noexcept {
        const std::size_t mask = heads_.size() - 1;
        auto mixed = (std::uint64_t{u} << 32U | v) * 0x9E3779B97F4A7C15U; // Fibonacci hashing (Knuth 1973)
        mixed ^= mixed >> 32U;
        auto at = static_cast<std::size_t>(mixed) & mask;
        while (heads_[at] != no_index && (relations[heads_[at]].source != u || relations[heads_[at]].target != v))
            at = (at + 1) & mask;
        return at;
    }

    std::vector<std::uint32_t> heads_;
    std::size_t used_ = 0;
};

} // namespace geostance::detail
