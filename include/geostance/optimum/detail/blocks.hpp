// SPDX-License-Identifier: BSL-1.0
/// @file
/// The blocks of what a reduction leaves: parts that share single vertices, each of which can be searched by itself.
#pragma once

#include <geostance/optimum/detail/reduction.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
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
    std::int64_t lost = 0;                 // what rounding down took from all weights, in units given
};

// Makes the weights of a block as small as its search wants them: divided by what they have in common or, where that
// is not enough, rounded down. What vanishes is a tie no more.
inline void make_small(block& b) {
    auto& ties = b.ties;
    std::int64_t total = 0;
    std::int64_t common = 0;
    for (auto const w : ties.weight) {
        total += std::abs(w);
        common = std::gcd(common, w);
    }
    b.scale = common;
    if (auto const whole = total / common; static_cast<double>(whole) > most_whole) {
        b.scale = std::max<std::int64_t>(1, total >> search_bits);
        ties.is_rounded = true;
        ties.slack = rounding_slack(ties.weight.size());
    }
    std::size_t kept = 0;
    for (std::size_t t = 0; t < ties.weight.size(); ++t) {
        b.lost += std::abs(ties.weight[t] % b.scale);
        if (ties.weight[t] / b.scale == 0) continue;
        ties.weight[kept] = ties.weight[t] / b.scale;
        ties.ends[kept] = ties.ends[t];
        b.tie_of[kept++] = b.tie_of[t];
    }
    ties.weight.resize(kept);
    ties.ends.resize(kept);
    b.tie_of.resize(kept);
}

// The blocks, those with the fewest ties first.
inline std::vector<block> blocks_of(weighted_ties const& given, reduction const& left) {
    using boost_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                              boost::property<boost::edge_index_t, std::size_t>>;
    boost_graph g(given.size());
    std::vector<std::pair<std::uint32_t, std::int64_t>> ties; // number and weight
    left.for_each_tie([&](std::uint32_t t, std::uint32_t u, std::uint32_t v, std::int64_t w) {
        add_edge(u, v, ties.size(), g);
        ties.emplace_back(t, w);
    });
    std::vector<std::size_t> block_of(ties.size());
    auto const number = get(boost::edge_index, g);
    auto const count = boost::biconnected_components(g, boost::make_iterator_property_map(block_of.begin(), number));
    std::vector<block> result(count);
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> ends(count);
    for (auto [e, last] = edges(g); e != last; ++e) {
        auto const tie = get(number, *e);
        auto& b = result[block_of[tie]];
        b.tie_of.push_back(ties[tie].first);
        b.ties.weight.push_back(ties[tie].second);
        ends[block_of[tie]].emplace_back(source(*e, g), target(*e, g));
    }
    for (std::size_t i = 0; i < count; ++i) {
        auto& vertices = result[i].vertices;
        for (auto const& [u, v] : ends[i]) vertices.insert(vertices.end(), {u, v});
        std::sort(vertices.begin(), vertices.end());
        vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
        auto const place = [&](std::uint32_t v) {
            return static_cast<std::uint32_t>(std::lower_bound(vertices.begin(), vertices.end(), v) - vertices.begin());
        };
        for (auto const& [u, v] : ends[i]) result[i].ties.ends.emplace_back(place(u), place(v));
        make_small(result[i]);
        index_rows(result[i].ties, vertices.size());
    }
    std::stable_sort(result.begin(), result.end(),
                     [](block const& a, block const& b) { return a.tie_of.size() < b.tie_of.size(); });
    return result;
}

} // namespace geostance::detail
