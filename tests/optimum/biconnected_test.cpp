// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/detail/biconnected.hpp>

#include <repetitions.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace detail = geostance::detail;

namespace {

detail::weighted_ties random_unit_ties(std::uint32_t vertices, std::uint32_t ties, std::mt19937& random) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::uint32_t t = 0; t < ties; ++t) {
        auto const u = static_cast<std::uint32_t>(random() % vertices);
        auto const v = static_cast<std::uint32_t>(random() % vertices);
        if (u != v) ends.emplace(std::min(u, v), std::max(u, v));
    }
    detail::weighted_ties g;
    g.ends.assign(ends.begin(), ends.end());
    g.weight.assign(g.ends.size(), 1);
    detail::index_rows(g, vertices);
    return g;
}

// By Boost.Graph: the part of each tie, numbered as its search completes them.
std::vector<std::uint32_t> peer(detail::weighted_ties const& g) {
    using boost_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                              boost::property<boost::edge_index_t, std::size_t>>;
    boost_graph b(g.size());
    for (std::size_t t = 0; t < g.ends.size(); ++t) add_edge(g.ends[t].first, g.ends[t].second, t, b);
    std::vector<std::uint32_t> part(g.ends.size());
    boost::biconnected_components(b, make_iterator_property_map(part.begin(), get(boost::edge_index, b)));
    return part;
}

} // namespace

TEST_CASE("biconnected parts: the same as Boost's, in the same order, on sparse and dense random graphs") {
    std::mt19937 random(7);
    for (std::size_t trial = 0; trial < geostance::testing::repetitions(300); ++trial) {
        auto const vertices = static_cast<std::uint32_t>(1 + random() % 30);
        auto const g = random_unit_ties(vertices, static_cast<std::uint32_t>(random() % (2 * vertices)), random);
        detail::biconnected_parts const parts(g);
        std::vector<std::uint32_t> found;
        for (std::uint32_t t = 0; t < g.ends.size(); ++t) found.push_back(parts.of(t));
        CHECK(found == peer(g));
    }
}

TEST_CASE("biconnected parts: a chain of a million vertices does not use up the stack") {
    detail::weighted_ties chain;
    constexpr std::uint32_t n = 1'000'000;
    for (std::uint32_t v = 1; v < n; ++v) chain.ends.emplace_back(v - 1, v);
    chain.weight.assign(n - 1, 1);
    detail::index_rows(chain, n);
    CHECK(detail::biconnected_parts(chain).count() == n - 1);
}

TEST_CASE("biconnected parts: two ties between the same vertices are one part") {
    detail::weighted_ties g;
    g.ends = {{0, 1}, {0, 1}, {1, 2}};
    g.weight = {1, -1, 1};
    detail::index_rows(g, 3);
    detail::biconnected_parts const parts(g);
    CHECK(parts.count() == 2);
    CHECK(parts.of(0) == parts.of(1));
}
