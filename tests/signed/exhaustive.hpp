// SPDX-License-Identifier: BSL-1.0
// Small signed graphs, and the answers to them by looking at every partition.
#pragma once

#include "signed/weighted_graphs.hpp"
#include <repetitions.hpp>

#include <geostance/signed/compressed.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace exhaustive {

using weighted::weight;
using weighted::weights;
using graph = weighted::undirected;

// Calls visit(g) with each graph of n vertices whose pairs are each -, none or +. Of those with 5 vertices, 59,049, a
// share where the scale of the tests is less than 1.
template <class Visit>
void for_each_graph(std::size_t n, Visit visit) {
    std::vector<int> sign(n * (n - 1) / 2, -1);
    std::size_t const step = n < 5 ? 1 : std::max<std::size_t>(1, 59049 / geostance::testing::repetitions(59049));
    for (std::size_t number = 0;; ++number) {
        graph g(n);
        std::size_t pair = 0;
        for (std::size_t u = 0; u < n; ++u) {
            for (auto v = u + 1; v < n; ++v, ++pair) {
                if (sign[pair] != 0) add_edge(u, v, weight{static_cast<double>(sign[pair])}, g);
            }
        }
        if (number % step == 0) visit(g);
        auto const next = std::find_if(sign.begin(), sign.end(), [](int s) { return s < 1; });
        std::fill(sign.begin(), next, -1);
        if (next == sign.end()) return;
        ++*next;
    }
}

// A random graph of 2 to `largest` vertices; every third one weighted in halves, every fourth with several edges
// between two vertices and self-loops.
inline graph random_graph(std::mt19937& random, std::size_t largest) {
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    auto const n = 2 + below(largest - 1);
    auto const weighted = below(3) == 0;
    auto const simple = below(4) != 0;
    auto const density = 1 + below(100);
    auto const hostile = below(101);
    graph g(n);
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = simple ? u + 1 : 0; v < n; ++v) {
            if (below(100) >= density) continue;
            auto const size = weighted ? static_cast<double>(1 + below(9)) / 2 : 1.0;
            add_edge(u, v, weight{below(100) < hostile ? -size : size}, g);
        }
    }
    return g;
}

// The least cost of at most k camps (k = 0: any number), merged edges counting by their sum.
class best_partition {
public:
    best_partition(geostance::signed_graph const& g, std::size_t k) : g_(g), k_(k == 0 ? g.num_vertices() : k) {
        camp_.resize(g.num_vertices());
        place(0, 0, 0);
    }
    [[nodiscard]] double cost() const { return best_ + g_.constant_cost(); }
    // Without what every partition costs.
    [[nodiscard]] double cost_of_ties() const { return best_; }

private:
    void place(std::uint32_t v, std::size_t camps, double cost) {
        if (cost >= best_) return;
        if (v == g_.num_vertices()) {
            best_ = cost;
            return;
        }
        for (std::size_t c = 0; c <= camps && c < k_; ++c) {
            camp_[v] = c;
            auto more = 0.0;
            for (auto arc = g_.first_arc(v); arc < g_.first_arc(v + 1); ++arc) {
                auto const u = g_.neighbour(arc);
                if (u < v && (camp_[u] == c) == (g_.weight(arc) < 0)) more += g_.magnitude(arc);
            }
            place(v + 1, std::max(camps, c + 1), cost + more);
        }
    }

    geostance::signed_graph const& g_;
    std::size_t k_;
    std::vector<std::size_t> camp_{};
    double best_ = std::numeric_limits<double>::infinity();
};

} // namespace exhaustive
