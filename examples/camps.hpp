// SPDX-License-Identifier: BSL-1.0
// Camps by hand: friends of friends and enemies of enemies fall together (Harary 1953), strongest ties first.
#pragma once

#include <geostance/geostance.hpp>

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

/// Who stands with whom, and the ties that contradict stronger ones.
struct camps_found {
    std::vector<std::vector<geostance::any_node>> camps{}; ///< largest first, each in order of insertion
    std::vector<geostance::held_position> misfits{};       ///< for somebody of another camp, or against one's own
};

inline camps_found find_camps(geostance::stance_graph const& g, geostance::lens const& asked) {
    auto ties = positions(g, asked);
    std::erase_if(ties, [&](auto const& t) {
        bool const is_holder = g.as<geostance::actor>(t.target) || g.as<geostance::alliance>(t.target);
        return !is_holder || t.who == t.target || t.position.value == 0;
    });
    std::stable_sort(ties.begin(), ties.end(), [](auto const& a, auto const& b) {
        return std::abs(a.position.value) * a.position.weight > std::abs(b.position.value) * b.position.weight;
    });
    // Vertex v is the camp of node v; vertex v + n is the camp against it.
    auto const n = g.num_nodes();
    std::vector<std::size_t> rank(2 * n), parent(2 * n);
    boost::disjoint_sets sets(rank.data(), parent.data());
    for (std::size_t v = 0; v < 2 * n; ++v) sets.make_set(v);
    camps_found result;
    std::map<geostance::any_node, int> tied;
    for (auto& t : ties) {
        auto const a = t.who.index(), b = t.target.index();
        bool const is_for = t.position.value > 0;
        tied[t.who] = tied[t.target] = 1;
        if (sets.find_set(a) == sets.find_set(is_for ? b + n : b)) {
            result.misfits.push_back(std::move(t));
        } else {
            sets.union_set(a, is_for ? b : b + n);
            sets.union_set(a + n, is_for ? b + n : b);
        }
    }
    std::map<std::size_t, std::vector<geostance::any_node>> by_set;
    for (auto const& [node, yes] : tied) by_set[sets.find_set(node.index())].push_back(node);
    for (auto& [set, members] : by_set) result.camps.push_back(std::move(members));
    std::stable_sort(result.camps.begin(), result.camps.end(),
                     [](auto const& a, auto const& b) { return a.size() > b.size(); });
    return result;
}
