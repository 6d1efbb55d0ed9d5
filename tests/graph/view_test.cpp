// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/view.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

template <class G>
std::vector<std::size_t> hops_from(G const& g, std::size_t start) {
    constexpr auto unreached = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> hops(num_vertices(g), unreached);
    hops[start] = 0;
    auto const record = boost::record_distances(hops.data(), boost::on_tree_edge());
    boost::breadth_first_search(g, start, boost::visitor(boost::make_bfs_visitor(record)));
    return hops;
}

template <class G, class Weight>
std::vector<double> lengths_from(G const& g, std::size_t start, Weight weight) {
    std::vector<double> lengths(num_vertices(g));
    boost::dijkstra_shortest_paths(g, start, boost::weight_map(weight).distance_map(lengths.data()));
    return lengths;
}

template <class G>
std::size_t count_strong_components(G const& g) {
    std::vector<std::size_t> component(num_vertices(g));
    return boost::strong_components(
        g, boost::make_iterator_property_map(component.begin(), boost::typed_identity_property_map<std::size_t>()));
}

template <class G>
std::vector<double> betweenness(G const& g) {
    std::vector<double> score(num_vertices(g));
    boost::brandes_betweenness_centrality(
        g, boost::make_iterator_property_map(score.begin(), boost::typed_identity_property_map<std::size_t>()));
    return score;
}

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

/// a -> b -> c -> a by road, a -> c by rail, c -> d by rail, a in the district.
struct small_country {
    towns g;
    gs::node<town> a = g.add(town{.key = "a"});
    gs::node<town> b = g.add(town{.key = "b"});
    gs::node<town> c = g.add(town{.key = "c"});
    gs::node<town> d = g.add(town{.key = "d"});

    small_country() {
        g.relate(a, b, road{.length = 1});
        g.relate(b, c, road{.length = 2});
        g.relate(c, a, road{.length = 4});
        g.relate(a, c, rail{});
        g.relate(c, d, rail{});
    }
};

} // namespace

TEST_CASE("boost: breadth_first_search walks the typed graph and a view of some relations") {
    small_country const w;
    CHECK(hops_from(w.g, 0) == std::vector<std::size_t>{0, 1, 1, 2});
    CHECK(hops_from(gs::only<road>(w.g), 0) == std::vector<std::size_t>{0, 1, 2, nowhere});
    CHECK(hops_from(gs::only<rail, road>(w.g), 0) == std::vector<std::size_t>{0, 1, 1, 2});
}

TEST_CASE("boost: dijkstra_shortest_paths takes a member of the payload as weight") {
    small_country const w;
    auto const length = gs::payload_map(w.g, &road::length, 10.0);
    CHECK(lengths_from(w.g, 0, length) == std::vector<double>{0, 1, 3, 13});
    CHECK(lengths_from(gs::only<rail>(w.g), 0, length)[3] == 20);
    CHECK(lengths_from(gs::only<road>(w.g), 0, length)[2] == 3);
}

TEST_CASE("boost: strong_components finds the circle of roads, and no circle among rails") {
    small_country const w;
    CHECK(count_strong_components(w.g) == 2);
    CHECK(count_strong_components(gs::only<road>(w.g)) == 2);
    CHECK(count_strong_components(gs::only<rail>(w.g)) == 4);
}

TEST_CASE("boost: brandes_betweenness_centrality counts the shortest paths through a node") {
    small_country const w;
    // c lies between a and d, b and d, b and a; a between c and b
    CHECK(betweenness(w.g) == std::vector<double>{1, 0, 3, 0});
    CHECK(betweenness(gs::only<rail>(w.g)) == std::vector<double>{0, 0, 1, 0});
}

TEST_CASE("boost: reverse_graph turns the relations around, of the graph and of a view") {
    small_country const w;
    CHECK(hops_from(boost::make_reverse_graph(w.g), 3) == std::vector<std::size_t>{2, 2, 1, 0});
    CHECK(hops_from(boost::make_reverse_graph(gs::only<rail>(w.g)), 3) == std::vector<std::size_t>{2, nowhere, 1, 0});
}

TEST_CASE("boost: filtered_graph with predicates of the user's own") {
    small_country const w;
    struct not_to_d {
        bool operator()(gs::edge_descriptor e) const { return e.target != 3; }
    };
    CHECK(hops_from(boost::filtered_graph(w.g, not_to_d{}), 0) == std::vector<std::size_t>{0, 1, 1, nowhere});
}

TEST_CASE("view: only shows the edges of its types, payload_map gives others the value asked for") {
    small_country const w;
    auto const rails = gs::only<rail>(w.g);
    std::vector<std::size_t> shown;
    auto const length = gs::payload_map(w.g, &road::length, -1.0);
    for (auto [at, last] = edges(rails); at != last; ++at) {
        shown.push_back((*at).index);
        CHECK(get(length, *at) == -1);
    }
    CHECK(shown == std::vector<std::size_t>{3, 4});
    CHECK(get(length, *edges(w.g).first) == 1);
    CHECK(get(gs::payload_map(w.g, &road::length), *edges(rails).first) == 0);
}

TEST_CASE("view: models Boost.Graph's concepts as the graph does") {
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<gs::only_view<country, road>>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<gs::only_view<country, road>>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<gs::only_view<country, road, rail>>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyMapConcept<gs::payload_member_map<country, road, double>, gs::edge_descriptor>));
}
