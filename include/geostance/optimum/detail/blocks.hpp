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
#include <utility>
#include <vector>

namespace geostance::detail {

// A maximal part that no single vertex disconnects. No negative cycle leaves it.
struct block {
    weighted_ties ties{};
    std::vector<std::uint32_t> tie_of{};   // by tie: its number in the reduction
    std::vector<std::uint32_t> vertices{}; // by vertex: which of all it is
    std::int64_t scale = 1;                // how many of the units given a weight of 1 stands for
};

// Divides the weights of a block by what they have in common.
inline void make_small(block& b) {
    b.scale = 0;
    for (auto const w : b.ties.weight) b.scale = std::gcd(b.scale, w);
    for (auto& w : b.ties.weight) w /= b.scale;
}

// The blocks, those with the fewest ties first.
inline std::vector<block> blocks_of(weighted_ties const& given, reduction const& left) {
    weighted_ties all;
    std::vector<std::uint32_t> number; // by tie of those left: its number in the reduction
    left.for_each_tie([&](std::uint32_t t, std::uint32_t u, std::uint32_t v, std::int64_t w) {
        all.ends.emplace_back(u, v);
        all.weight.push_back(w);
        number.push_back(t);
    });
    index_rows(all, given.size());
    biconnected_parts const parts(all);
    std::vector<block> result(parts.count());
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> ends(parts.count());
    for (std::uint32_t t = 0; t < number.size(); ++t) {
        auto& b = result[parts.of(t)];
        b.tie_of.push_back(number[t]);
        b.ties.weight.push_back(all.weight[t]);
        ends[parts.of(t)].push_back(all.ends[t]);
    }
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto& vertices = result[i].vertices;
        for (auto const& [u, v] : ends[i]) vertices.insert(vertices.end(), {u, v});
        std::sort(vertices.begin(), vertices.end());
        vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
        auto const place = [&](std::uint32_t v) {
            return static_cast<std::uint32_t>(std::lower_bound(vertices.begin(), vertices.end(), v) - vertices.begin());
        };
        for (auto const& [u, v] : ends[i]) result[i].ties.ends.emplace_back(place(u), place(v));
        make_small(result[i]);
        result[i].ties.is_rounded = given.is_rounded;
        index_rows(result[i].ties, vertices.size());
    }
    std::stable_sort(result.begin(), result.end(),
                     [](block const& a, block const& b) { return a.tie_of.size() < b.tie_of.size(); });
    return result;
}

} // namespace geostance::detail
