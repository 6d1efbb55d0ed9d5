// SPDX-License-Identifier: BSL-1.0
/// @file
/// The relations that leave each node, or that enter it, grouped by type.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/slice.hpp>
#include <geostance/graph/detail/layered.hpp>
#include <geostance/graph/detail/run_pool.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance::detail {

/// The relations of one type at a node.
struct relation_group {
    std::uint32_t type = 0;
    run relations{};
};

inline std::uint32_t& link_of(relation_group& group) noexcept { return group.relations.block; }

/// For each node, its relations in one direction: a run of groups, in order of type, and for each group a run of
/// relations. It may lie over another one; then it has groups of its own for the nodes at which something was changed,
/// and of their relations those whose type was changed.
class adjacency {
public:
    adjacency() = default;
    /// One that lies over another one.
    [[nodiscard]] static adjacency over(adjacency const& below) { return adjacency(&below); }

    /// Makes room for one more node.
    void make_room_for_node() { make_room(nodes_.own()); }
    /// Adds a node, for which room was made.
    void add_node() noexcept { nodes_.own().push_back({}); }

    /// Makes room for one more relation of the type at a node.
    void make_room_for(std::uint32_t node, std::uint32_t type) { relations_.make_room(group_of(node, type).relations); }

    /// Adds a relation, for which room was made.
    void push(std::uint32_t node, std::uint32_t type, std::uint32_t relation) noexcept {
        relations_.push(own_group(node, type).relations, relation);
    }

    /// Takes away the newest relation of the type at a node.
    void pop(std::uint32_t node, std::uint32_t type) noexcept { relations_.pop(own_group(node, type).relations); }
    /// Takes away the newest node, whose relations are gone.
    void pop_node() noexcept {
        auto& last = nodes_.own().back();
        while (last.size != 0) groups_.pop(last);
        nodes_.own().pop_back();
    }

    /// Makes room to take relations of the type at a node away.
    void make_room_to_take(std::uint32_t node, std::uint32_t type) {
        relations_.make_own(group_of(node, type).relations);
    }
    /// Takes a relation of the type at a node away, for which room was made.
    void take(std::uint32_t node, std::uint32_t type, std::uint32_t relation) noexcept {
        auto& all = own_group(node, type).relations;
        auto* const first = &relations_.at(all, 0);
        auto* const found = std::lower_bound(first, first + all.size, relation);
        std::copy(found + 1, first + all.size, found);
        relations_.pop(all);
    }

    /// The groups of a node, in order of type; some may be empty.
    [[nodiscard]] slice<relation_group> groups(std::size_t node) const noexcept {
        if (below_) [[unlikely]]
            return groups_.places(run_of(node));
        return groups_.flat_places(nodes_.own()[node]);
    }
    /// The relations of a group, in order of insertion.
    [[nodiscard]] slice<std::uint32_t> relations(relation_group const& group) const noexcept {
        if (below_) [[unlikely]]
            return relations_.places(group.relations);
        return relations_.flat_places(group.relations);
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
    explicit adjacency(adjacency const* below)
        : nodes_(layered<lean_vector<run>>::over(below->nodes_)), below_(below),
          groups_(run_pool<relation_group, 1>::over(below->groups_)),
          relations_(run_pool<std::uint32_t, 4>::over(below->relations_)) {}

    /// Where the group of a type is, or would be.
    static std::size_t place_of(slice<relation_group> all, std::uint32_t type) noexcept {
        std::size_t at = 0;
        while (at != all.size() && all[at].type < type) ++at;
        return at;
    }

    /// The groups of a node.
    [[nodiscard]] run const& run_of(std::size_t node) const noexcept {
        return node >= nodes_.first_own() ? nodes_.own()[node - nodes_.first_own()] : run_from_below(node);
    }
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] run const& run_from_below(std::size_t node) const noexcept {
        auto const* layer = this;
        for (; node < layer->nodes_.first_own(); layer = layer->below_)
            if (auto const* const found = layer->touched_at(node)) return found->groups;
        return layer->nodes_.own()[node - layer->nodes_.first_own()];
    }
    /// The groups of a node, which are this layer's own afterwards.
    run& make_own_run(std::uint32_t node) {
        if (node >= nodes_.first_own()) return nodes_.own(node);
        auto at = place_touched(node);
        if (at == touched_.size() || touched_[at].node != node)
            touched_.insert(touched_.begin() + at, {node, run_of(node)});
        groups_.make_own(touched_[at].groups);
        return touched_[at].groups;
    }
    [[nodiscard]] run& own_run(std::uint32_t node) noexcept {
        return node >= nodes_.first_own() ? nodes_.own(node) : touched_[place_touched(node)].groups;
    }

    /// The node's group of that type; where there is none, an empty one is made, which nobody sees.
    relation_group& group_of(std::uint32_t node, std::uint32_t type) {
        auto& all = make_own_run(node);
        auto const at = place_of(groups(node), type);
        if (at != all.size && groups_.at(all, at).type == type) return groups_.at(all, at);
        groups_.make_room(all);
        groups_.push(all, {type, {}});
        for (std::size_t i = all.size - 1; i > at; --i) std::swap(groups_.at(all, i), groups_.at(all, i - 1));
        return groups_.at(all, at);
    }
    /// The node's group of that type, for which `group_of` was asked before.
    relation_group& own_group(std::uint32_t node, std::uint32_t type) noexcept {
        return groups_.at(own_run(node), place_of(groups(node), type));
    }

    /// A node of a layer below at which something was changed.
    struct touched {
        std::uint32_t node = 0;
        run groups;
    };
    [[nodiscard]] std::size_t place_touched(std::size_t node) const noexcept {
        auto const at = std::lower_bound(touched_.begin(), touched_.end(), node,
                                         [](touched const& known, std::size_t n) { return known.node < n; });
        return static_cast<std::size_t>(at - touched_.begin());
    }
    [[nodiscard]] touched const* touched_at(std::size_t node) const noexcept {
        auto const at = place_touched(node);
        return at != touched_.size() && touched_[at].node == node ? &touched_[at] : nullptr;
    }

    layered<lean_vector<run>> nodes_;
    adjacency const* below_ = nullptr;
    lean_vector<touched> touched_; ///< by node
    run_pool<relation_group, 1> groups_;
    run_pool<std::uint32_t, 4> relations_;
};

} // namespace geostance::detail
