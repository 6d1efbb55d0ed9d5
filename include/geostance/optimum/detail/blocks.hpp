// SPDX-License-Identifier: BSL-1.0
/// @file
/// The blocks of what a reduction leaves: parts that share single vertices, each of which can be searched by itself.
#pragma once

#include <geostance/optimum/detail/biconnected.hpp>
#include <geostance/optimum/detail/reduction.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A maximal part that no single vertex disconnects. No negative cycle leaves it.
struct block {
    weighted_ties ties{};
    std::vector<std::uint32_t> tie_of{};   // by tie: its number in the reduction
    std::vector<std::uint32_t> vertices{}; // by vertex: which of all it is
    std::int64_t scale = 1;                // how many of the units given a weight of 1 stands for
};

/// Divides the weights of a block by what they have in common.
inline void make_small(block& b) {
    b.scale = 0;
    for (auto const w : b.ties.weight) b.scale = std::gcd(b.scale, w);
    for (auto& w : b.ties.weight) w /= b.scale;
}

/// All as one block, if it is one and nothing was joined.
inline std::vector<block> single_block(weighted_ties const& given, reduction const& left, clock_watch watch) {
    if (!left.is_idle() || given.size() == 0) return {};
    for (std::uint32_t v = 0; v < given.size(); ++v)
        if (given.degree(v) == 0) return {};
    std::vector<block> result(1);
    auto& b = result.front();
    b.ties.ends = given.ends;
    b.ties.weight = given.weight;
    b.ties.is_rounded = given.is_rounded;
    if (!index_rows(b.ties, given.size(), watch)) return {};
    biconnected_parts const parts(b.ties, watch);
    if (parts.count() != 1 || parts.is_given_up()) return {};
    b.tie_of.resize(given.ends.size());
    std::iota(b.tie_of.begin(), b.tie_of.end(), 0U);
    b.vertices.resize(given.size());
    std::iota(b.vertices.begin(), b.vertices.end(), 0U);
    make_small(b);
    if (b.scale != 1)
        for (auto& a : b.ties.arcs) a.weight /= b.scale;
    return result;
}

/// Gives a block its vertices, in order, and its ties their ends there. `place` is as long as there are vertices at
/// all.
inline void settle_vertices(block& b, std::vector<std::uint32_t>& place) {
    constexpr auto unseen = UINT32_MAX;
    auto const see = [&](std::uint32_t v) {
        if (place[v] == unseen) b.vertices.push_back(v);
        place[v] = 0;
    };
    for (auto const& [u, v] : b.ties.ends) {
        place[u] = unseen;
        place[v] = unseen;
    }
    for (auto const& [u, v] : b.ties.ends) {
        see(u);
        see(v);
    }
    std::sort(b.vertices.begin(), b.vertices.end());
    for (std::uint32_t i = 0; i < b.vertices.size(); ++i) place[b.vertices[i]] = i;
    for (auto& [u, v] : b.ties.ends) {
        u = place[u];
        v = place[v];
    }
}

/// The blocks with nothing but their ties, whose ends are still numbered as those given; none where the time was over
/// before they were found.
inline std::optional<std::vector<block>> ties_by_block(weighted_ties const& given, reduction const& left,
                                                       clock_watch watch) {
    weighted_ties all; // without weights, on which parts do not depend
    all.ends.reserve(given.ends.size());
    left.for_each_tie([&](auto, std::uint32_t u, std::uint32_t v, auto) { all.ends.emplace_back(u, v); });
    if (!index_rows(all, given.size(), watch)) return {};
    biconnected_parts const parts(all, watch);
    if (parts.is_given_up()) return {};
    all = weighted_ties();
    std::vector<std::size_t> sizes(parts.count());
    std::uint32_t at = 0;
    left.for_each_tie([&](auto...) { ++sizes[parts.of(at++)]; });
    std::vector<block> result(parts.count());
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].tie_of.reserve(sizes[i]);
        result[i].ties.weight.reserve(sizes[i]);
        result[i].ties.ends.reserve(sizes[i]);
    }
    at = 0;
    left.for_each_tie([&](std::uint32_t t, std::uint32_t u, std::uint32_t v, std::int64_t w) {
        if (watch.is_over()) return;
        auto& b = result[parts.of(at++)];
        b.tie_of.push_back(t);
        b.ties.weight.push_back(w);
        b.ties.ends.emplace_back(u, v);
    });
    if (watch.is_over()) return {};
    return result;
}

/// The blocks, those with the fewest ties first; none where the time was over before they were found.
inline std::optional<std::vector<block>> blocks_in_time(weighted_ties const& given, reduction const& left,
                                                        clock_watch watch) {
    if (auto whole = single_block(given, left, watch); !whole.empty()) return whole;
    if (watch.look()) return {};
    auto result = ties_by_block(given, left, watch);
    if (!result) return {};
    std::vector<std::uint32_t> place(given.size());
    for (auto& b : *result) {
        if (watch.is_over(4 * b.tie_of.size())) return {};
        settle_vertices(b, place);
        make_small(b);
        b.ties.is_rounded = given.is_rounded;
        if (!index_rows(b.ties, b.vertices.size(), watch)) return {};
    }
    std::stable_sort(result->begin(), result->end(),
                     [](block const& a, block const& b) { return a.tie_of.size() < b.tie_of.size(); });
    return result;
}

} // namespace geostance::detail
