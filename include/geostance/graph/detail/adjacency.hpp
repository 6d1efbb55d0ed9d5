// SPDX-License-Identifier: BSL-1.0
/// @file
/// The relations that leave each node, or that enter it, grouped by type.
#pragma once

#include <geostance/graph/detail/run_pool.hpp>
#include <geostance/graph/detail/slice.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The relations of one type at a node.
struct relation_group {
    std::uint32_t type = 0;
    run relations{};
};

inline std::uint32_t& link_of(relation_group& group) noexcept { return group.relations.block; }

/// For each node, its relations in one direction: a run of groups, in order of type, and for each group a run of
/// relations.
class adjacency {
public:
    /// Makes room for one more node.
    void make_room_for_node() { make_room(nodes_); }
    /// Adds a node, for which room was made.
    void add_node() noexcept { nodes_.push_back({}); }

    /// Makes room for one more relation of the type at a node.
    void make_room_for(std::uint32_t node, std::uint32_t type) { relations_.make_room(group_of(node, type).relations); }

    /// Adds a relation, for which room was made.
    void push(std::uint32_t node, std::uint32_t type, std::uint32_t relation) noexcept {
        relations_.push(groups_.at(nodes_[node], place_of(groups(node), type)).relations, relation);
    }

    /// Takes away the newest relation of the type at a node.
    void pop(std::uint32_t node, std::uint32_t type) noexcept {
        relations_.pop(groups_.at(nodes_[node], place_of(groups(node), type)).relations);
    }
    /// Takes away the newest node, whose relations are gone.
    void pop_node() noexcept {
        while (nodes_.back().size != 0) groups_.pop(nodes_.back());
        nodes_.pop_back();
    }

    /// The groups of a node, in order of type; some may be empty.
    [[nodiscard]] slice<relation_group> groups(std::size_t node) const noexcept { return groups_.places(nodes_[node]); }
    /// The relations of a group, in order of insertion.
    [[nodiscard]] slice<std::uint32_t> relations(relation_group const& group) const noexcept {
        return relations_.places(group.relations);
    }

    [[nodiscard]] slice<std::uint32_t> of_type(std::size_t node, std::uint32_t type) const noexcept {
        auto const all = groups(node);
        auto const at = place_of(all, type);
        return at != all.size() && all[at].type == type ? relations(all[at]) : slice<std::uint32_t>();
    }
    [[nodiscard]] std::size_t size(std::size_t node) const noexcept {
        std::size_t count = 0;
        for (auto const& group : groups(node)) count += group.relations.size;
        return count;
    }

private:
    /// Where the group of a type is, or would be.
    static std::size_t place_of(slice<relation_group> all, std::uint32_t type) noexcept {
        std::size_t at = 0;
        while (at != all.size() && all[at].type < type) ++at;
        return at;
    }

    /// The node's group of that type; where there is none, an empty one is made, which nobody sees.
    relation_group& group_of(std::uint32_t node, std::uint32_t type) {
        auto& all = nodes_[node];
        auto const at = place_of(groups(node), type);
        if (at != all.size && groups_.at(all, at).type == type) return groups_.at(all, at);
        groups_.make_room(all);
        groups_.push(all, {type, {}});
        for (std::size_t i = all.size - 1; i > at; --i) std::swap(groups_.at(all, i), groups_.at(all, i - 1));
        return groups_.at(all, at);
    }

    std::vector<run> nodes_;
    run_pool<relation_group, 1> groups_;
    run_pool<std::uint32_t, 4> relations_;
};

} // namespace geostance::detail
