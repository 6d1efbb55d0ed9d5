// SPDX-License-Identifier: BSL-1.0
/// @file
/// Cycles in the compact form: fundamental ones, and a shortest negative one.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Edge i goes from vertex i to vertex i + 1, the last one back to vertex 0.
struct signed_cycle {
    std::vector<std::uint32_t> vertices{};
    std::vector<std::uint32_t> edges{};
};

inline signed_cycle with_edges(signed_graph const& g, std::vector<std::uint32_t> vertices) {
    signed_cycle cycle;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        cycle.edges.push_back(g.edge_of(g.find_arc(vertices[i], vertices[(i + 1) % vertices.size()])));
    cycle.vertices = std::move(vertices);
    return cycle;
}

/// A negative self-loop if there is one, else opposite edges between two vertices.
inline signed_cycle shortest_constant_cycle(signed_graph const& g) {
    auto const& all = g.constant_cycles();
    auto const loop = std::find_if(all.begin(), all.end(), [](auto const& c) { return c.u == c.v; });
    if (loop != all.end()) return {{loop->u}, {loop->negative_edge}};
    return {{all.front().u, all.front().v}, {all.front().negative_edge, all.front().positive_edge}};
}

/// The paths to x and y in a tree, without what they share above their last common vertex, as a cycle.
inline std::vector<std::uint32_t> join_paths(std::vector<std::uint32_t> const& parent,
                                             std::vector<std::uint32_t> const& depth, std::uint32_t x,
                                             std::uint32_t y) {
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> right;
    while (x != y) {
        auto& deeper = depth[x] >= depth[y] ? x : y;
        (&deeper == &x ? left : right).push_back(deeper);
        deeper = parent[deeper];
    }
    left.push_back(x);
    left.insert(left.end(), right.rbegin(), right.rend());
    return left;
}

/// A breadth-first tree that can be grown again from another root at the cost of what it reaches.
class breadth_first_tree {
public:
    explicit breadth_first_tree(std::uint32_t n) : parent(n), depth(n, unseen), negative(n) {}

    /// Walks from the root, down to a depth; stops where visit(x, y, word), for an arc that is no tree arc, is true.
    template <class Visit>
    void grow(signed_graph const& g, std::uint32_t root, std::uint32_t deepest, Visit visit) {
        for (auto const v : queue_) depth[v] = unseen;
        queue_.assign(1, root);
        parent[root] = root;
        depth[root] = 0;
        negative[root] = 0;
        for (std::size_t head = 0; head < queue_.size(); ++head) {
            auto const x = queue_[head];
            for (auto const word : row_of(g, x)) {
                auto const y = neighbour_in(word);
                if (depth[y] == unseen) {
                    if (depth[x] == deepest) continue;
                    parent[y] = x;
                    depth[y] = depth[x] + 1;
                    negative[y] = static_cast<std::uint8_t>(negative[x] ^ (word & 1U));
                    queue_.push_back(y);
                } else if (visit(x, y, word)) {
                    return;
                }
            }
        }
    }

    static constexpr std::uint32_t unseen = UINT32_MAX;
    std::vector<std::uint32_t> parent;
    std::vector<std::uint32_t> depth;
    std::vector<std::uint8_t> negative; // whether the path from the root is negative

private:
    std::vector<std::uint32_t> queue_{};
};

/// The cycle that the tie x-y closes with the breadth-first tree of a root.
inline signed_cycle fundamental_cycle(signed_graph const& g, std::uint32_t root, std::uint32_t x, std::uint32_t y) {
    breadth_first_tree tree(g.num_vertices());
    tree.grow(g, root, UINT32_MAX, [&](auto a, auto b, auto) { return (a == x && b == y) || (a == y && b == x); });
    return with_edges(g, join_paths(tree.parent, tree.depth, x, y));
}

/// A shortest negative cycle through a vertex is closed by one tie over the vertex's breadth-first tree (the three-path
/// condition), and the shortest of all is simple. Each tree needs to reach only half of the best length.
/// @par Source
/// Thomassen, C. (1990). Embeddings of graphs with no short noncontractible cycles. Journal of Combinatorial Theory B
/// 48, 155-177.
inline signed_cycle shortest_negative_cycle(signed_graph const& g) {
    breadth_first_tree tree(g.num_vertices());
    std::uint32_t best = UINT32_MAX;
    std::vector<std::uint32_t> vertices;
    for (std::uint32_t root = 0; root < g.num_vertices() && best > 3; ++root) {
        tree.grow(g, root, (best - 1) / 2, [&](std::uint32_t x, std::uint32_t y, std::uint32_t word) {
            auto const length = tree.depth[x] + tree.depth[y] + 1;
            if (length >= best || (tree.negative[x] ^ tree.negative[y]) == (word & 1U)) return false;
            best = length;
            vertices = join_paths(tree.parent, tree.depth, x, y);
            return best == 3;
        });
    }
    return vertices.empty() ? signed_cycle{} : with_edges(g, std::move(vertices));
}

} // namespace geostance::detail
