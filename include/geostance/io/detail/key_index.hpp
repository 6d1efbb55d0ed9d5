// SPDX-License-Identifier: BSL-1.0
/// @file
/// Finds nodes by key while a graph is read, as every relation of a file needs several times.
#pragma once

#include <geostance/graph/typed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

/// The nodes of a growing graph by key: a hash table with open addressing that keeps eight bytes an entry and looks the
/// key itself up in the graph.
template <graph_schema S>
class key_index {
public:
    /// The node that has the key.
    [[nodiscard]] std::optional<any_node> find(typed_graph<S> const& g, std::string_view key) const {
        if (entries_.empty()) return std::nullopt;
        auto const hash = hash_of(key);
        for (auto at = hash & mask();; at = (at + 1) & mask()) {
            auto const& found = entries_[at];
            if (found.node == none) return std::nullopt;
            if (found.hash != static_cast<std::uint32_t>(hash >> 32U)) continue;
            auto const n = g.node_at(found.node);
            if (key_of(g, n) == key) return n;
        }
    }

    /// Enters the newest node of the graph.
    void add_newest(typed_graph<S> const& g) {
        if (2 * g.num_nodes() > entries_.size()) grow(g);
        auto const n = g.node_at(g.num_nodes() - 1);
        place(hash_of(key_of(g, n)), static_cast<std::uint32_t>(n.index()));
    }

private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    struct entry {
        std::uint32_t hash = 0; ///< the upper half
        std::uint32_t node = none;
    };

    static std::uint64_t hash_of(std::string_view key) { return std::hash<std::string_view>{}(key); }
    [[nodiscard]] std::size_t mask() const { return entries_.size() - 1; }
    void place(std::uint64_t hash, std::uint32_t node) {
        auto at = hash & mask();
        while (entries_[at].node != none) at = (at + 1) & mask();
        entries_[at] = {static_cast<std::uint32_t>(hash >> 32U), node};
    }
    /// Room for twice as many; the newest is left to the caller.
    void grow(typed_graph<S> const& g) {
        std::vector<entry>(entries_.empty() ? 64 : 2 * entries_.size()).swap(entries_);
        for (std::size_t i = 0; i + 1 < g.num_nodes(); ++i)
            place(hash_of(key_of(g, g.node_at(i))), static_cast<std::uint32_t>(i));
    }

    std::vector<entry> entries_;
};

} // namespace geostance::io::detail
