// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/boost_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/copy.hpp>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <vector>

namespace gs = geostance;

namespace {

// A friendly path 1-0-3, a hostile tie 3-4 of weight 2.5, and 2 by itself.
gs::signed_graph sample() { return {5, std::vector<gs::signed_tie>{{3, 0, 1}, {1, 0, 1}, {4, 3, -2.5}}}; }

} // namespace

TEST_CASE("a signed graph as a Boost graph: each tie is one edge, seen from either end") {
    auto const g = sample();
    CHECK(num_vertices(g) == 5);
    CHECK(num_edges(g) == 3);
    auto const [first, last] = edges(g);
    CHECK(std::distance(first, last) == 3);
    std::set<gs::signed_edge> from_all(first, last);
    std::set<gs::signed_edge> from_vertices;
    auto const [begin, end] = vertices(g);
    for (auto v = begin; v != end; ++v) {
        auto const [e, none] = out_edges(*v, g);
        CHECK(static_cast<std::size_t>(std::distance(e, none)) == out_degree(*v, g));
        auto neighbour = adjacent_vertices(*v, g).first;
        for (auto i = e; i != none; ++i, ++neighbour) {
            CHECK(source(*i, g) == *v);
            CHECK(target(*i, g) == *neighbour);
            from_vertices.insert(*i);
        }
    }
    CHECK(from_all == from_vertices);
}

TEST_CASE("a signed graph as a Boost graph: weights, signs and single edges") {
    auto const g = sample();
    auto const [hostile, is_there] = edge(3, 4, g);
    REQUIRE(is_there);
    CHECK(hostile == edge(4, 3, g).first);
    CHECK(get(get(boost::edge_weight, g), hostile) == -2.5);
    CHECK(get(boost::edge_weight, g, hostile) == -2.5);
    CHECK(get(get(gs::edge_sign, g), hostile) == -1);
    CHECK(get(gs::edge_sign, g, edge(0, 1, g).first) == 1);
    CHECK_FALSE(edge(0, 4, g).second);
    CHECK(get(boost::vertex_index, g, 4) == 4);
}

TEST_CASE("a signed graph as a Boost graph: its algorithms and its copies take it") {
    auto const g = sample();
    std::vector<int> component(num_vertices(g));
    auto const map = boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g));
    CHECK(boost::connected_components(g, map) == 2);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::property<boost::vertex_index_t, int>,
                          boost::property<boost::edge_weight_t, double>>
        copy;
    boost::copy_graph(g, copy, boost::vertex_copy([](auto, auto) {}).edge_copy([](auto, auto) {}));
    CHECK(num_edges(copy) == 3);
}

TEST_CASE("a signed graph as a Boost graph: one without vertices or ties has nothing to walk") {
    gs::signed_graph const nothing;
    CHECK(edges(nothing).first == edges(nothing).second);
    gs::signed_graph const alone(3, {});
    CHECK(edges(alone).first == edges(alone).second);
    CHECK(out_degree(2, alone) == 0);
}
