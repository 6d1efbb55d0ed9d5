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
inline void settle_vertices(block& b, std::vector<std::pair<std::uint32_t, std::uint32_t>> ends,
                            std::vector<std::uint32_t>& place) {
    constexpr auto unseen = UINT32_MAX;
    auto const see = [&](std::uint32_t v) {
        if (place[v] == unseen) b.vertices.push_back(v);
        place[v] = 0;
    };
    for (auto const& [u, v] : ends) {
        place[u] = unseen;
        place[v] = unseen;
    }
    for (auto const& [u, v] : ends) {
        see(u);
        see(v);
    }
    std::sort(b.vertices.begin(), b.vertices.end());
    for (std::uint32_t i = 0; i < b.vertices.size(); ++i) place[b.vertices[i]] = i;
    for (auto& [u, v] : ends) {
        u = place[u];
        v = place[v];
    }
    b.ties.ends = std::move(ends);
}

/// The blocks, those with the fewest ties first; none where the time was over before they were found.
inline std::optional<std::vector<block>> blocks_in_time(weighted_ties const& given, reduction const& left,
                                                        clock_watch watch) {
    if (auto whole = single_block(given, left, watch); !whole.empty()) return whole;
    if (watch.look()) return {};
    weighted_ties all;
    std::vector<std::uint32_t> number; // by tie of those left: its number in the reduction
    all.ends.reserve(given.ends.size());
    all.weight.reserve(given.ends.size());
    number.reserve(given.ends.size());
    left.for_each_tie([&](std::uint32_t t, std::uint32_t u, std::uint32_t v, std::int64_t w) {
        all.ends.emplace_back(u, v);
        all.weight.push_back(w);
        number.push_back(t);
    });
    if (!index_rows(all, given.size(), watch)) return {};
    biconnected_parts const parts(all, watch);
    if (parts.is_given_up()) return {};
    all.arcs = {};
    std::vector<std::size_t> sizes(parts.count());
    for (std::uint32_t t = 0; t < number.size(); ++t) ++sizes[parts.of(t)];
    std::vector<block> result(parts.count());
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> ends(parts.count());
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].tie_of.reserve(sizes[i]);
        result[i].ties.weight.reserve(sizes[i]);
        ends[i].reserve(sizes[i]);
    }
    for (std::uint32_t t = 0; t < number.size(); ++t) {
        auto& b = result[parts.of(t)];
        b.tie_of.push_back(number[t]);
        b.ties.weight.push_back(all.weight[t]);
        ends[parts.of(t)].push_back(all.ends[t]);
        if (watch.is_over()) return {};
    }
    std::vector<std::uint32_t> place(given.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (watch.is_over(4 * sizes[i])) return {};
        settle_vertices(result[i], std::move(ends[i]), place);
        make_small(result[i]);
        result[i].ties.is_rounded = given.is_rounded;
        if (!index_rows(result[i].ties, result[i].vertices.size(), watch)) return {};
    }
    std::stable_sort(result.begin(), result.end(),
                     [](block const& a, block const& b) { return a.tie_of.size() < b.tie_of.size(); });
    return result;
}

} // namespace geostance::detail
