// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/compressed.hpp>

#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <cmath>
#include <map>
#include <vector>

namespace gs = geostance;
using weighted::directed;
using weighted::undirected;
using weighted::weight;

namespace {

using sets = boost::adjacency_list<boost::setS, boost::listS, boost::undirectedS, boost::no_property, weight>;
using matrix = boost::adjacency_matrix<boost::undirectedS, boost::no_property, weight>;
using rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, weight>;
using reversed = boost::reverse_graph<directed>;

struct heavy {
    undirected const* g = nullptr;
    bool operator()(undirected::edge_descriptor e) const { return std::abs((*g)[e].value) > 1; }
};
using filtered = boost::filtered_graph<undirected, heavy>;

template <class G>
concept compresses = requires(G const& g) {
    gs::compress(g, get(&weight::value, g));
};

static_assert(compresses<undirected> && compresses<matrix> && compresses<filtered>);
static_assert(!compresses<directed> && !compresses<rows> && !compresses<reversed>, "directions are never given up");
static_assert(!compresses<int>);

template <class G>
G ring_of_four() {
    G g(4);
    add_edge(0, 1, weight{2}, g);
    add_edge(1, 2, weight{-1}, g);
    add_edge(2, 3, weight{3}, g);
    add_edge(3, 0, weight{-4}, g);
    return g;
}

} // namespace

TEST_CASE("compressed: rows are sorted and know their signs, on every undirected type of Boost.Graph") {
    auto const check = [](auto const& g) {
        auto const c = gs::compress(g, get(&weight::value, g));
        CHECK(c.num_vertices() == 4);
        CHECK(c.num_ties() == 4);
        CHECK(c.neighbour(0) == 1);
        CHECK_FALSE(c.is_negative(0));
        CHECK(c.neighbour(1) == 3);
        CHECK(c.is_negative(1));
        CHECK(c.weight(c.find_arc(3, 2)) == 3);
        CHECK(c.find_arc(0, 2) == c.num_arcs());
        CHECK(c.total_weight() == 10);
        auto const edge = gs::edges_at(g, {c.edge_of(c.find_arc(3, 0))}).front();
        CHECK(g[edge].value == -4);
    };
    check(ring_of_four<undirected>());
    check(ring_of_four<matrix>());
}

TEST_CASE("compressed: a graph without numbers takes an index map") {
    sets g;
    std::map<sets::vertex_descriptor, std::size_t> numbers;
    for (std::size_t i = 0; i < 3; ++i) numbers[add_vertex(g)] = i;
    auto const v = *vertices(g).first;
    add_edge(v, *std::next(vertices(g).first), weight{-1}, g);
    auto const index = boost::make_assoc_property_map(numbers);
    auto const c = gs::compress_indexed(g, get(&weight::value, g), index);
    CHECK(c.neighbour(0) == 1);
    CHECK(c.is_negative(0));
    CHECK(c.report().isolated_vertices == 1);
    CHECK(gs::detail::vertices_at(g, index, {0}).front() == v);
    CHECK_THROWS_AS((void)gs::compress_indexed(g, get(&weight::value, g), boost::static_property_map<std::size_t>(7)),
                    gs::invalid_value);
}

TEST_CASE("compressed: a filtered graph gives only what passes") {
    auto const g = ring_of_four<undirected>();
    filtered const strong(g, heavy{&g});
    auto const c = gs::compress(strong, get(&weight::value, strong));
    CHECK(c.num_ties() == 3);
    CHECK(c.find_arc(1, 2) == c.num_arcs());
}

TEST_CASE("compressed: a directed graph is symmetrised only when asked") {
    directed g(2);
    add_edge(0, 1, weight{2}, g);
    add_edge(1, 0, weight{-3}, g);
    auto const c = gs::symmetrise_by_sum(g, get(&weight::value, g));
    CHECK(c.weight(0) == -1);
    CHECK(c.report().merged_edges == 1);
    CHECK(c.report().opposed_weight == 2);
    auto const r = boost::make_reverse_graph(g);
    CHECK(gs::symmetrise_by_sum(r, get(&weight::value, r)).weight(0) == -1);
}

TEST_CASE("compressed: several edges are added up, and what cancels is dropped or kept as asked") {
    std::vector<gs::signed_tie> const ties = {{0, 1, 1}, {1, 0, 1}, {0, 1, -1}, {1, 2, 1}, {2, 1, -1}};
    gs::signed_graph const sum(3, ties);
    CHECK(sum.num_ties() == 1);
    CHECK(sum.weight(0) == 1);
    CHECK(sum.edge_of(0) == 0);
    CHECK(sum.report().merged_edges == 3);
    CHECK(sum.report().opposed_pairs == 2);
    CHECK(sum.report().cancelled_pairs == 1);
    CHECK(sum.report().opposed_weight == 2);
    CHECK(sum.report().isolated_vertices == 1);
    CHECK(sum.constant_cost() == 0);
    gs::signed_graph const kept(3, ties, {.cancelling_pairs = gs::pair_rule::keep});
    CHECK(kept.constant_cost() == 2);
    CHECK(kept.constant_cycles()[1].negative_edge == 4);
    gs::signed_graph const signs(2, std::vector<gs::signed_tie>{{0, 1, -3}, {0, 1, 1}},
                                 {.multi_edges = gs::multi_edge_rule::sign_of_sum});
    CHECK(signs.weight(0) == -1);
    CHECK_FALSE(signs.is_weighted());
    CHECK_THROWS_WITH_AS(
        gs::signed_graph(3, ties, {.multi_edges = gs::multi_edge_rule::reject}),
        "tie_options.multi_edges: got 3 edges between vertices 0 and 1, expected at most one, or another rule",
        gs::invalid_value);
}

TEST_CASE("compressed: several edges are added up without an error, whatever their sizes and order") {
    undirected g(3);
    for (auto const w : {-0x1p52 - 1, -0x1p52 - 2, 0x1p52, 0x1p52 + 5}) add_edge(0, 1, {w}, g);
    for (auto const w : {1e300, 5e-324, -1e300}) add_edge(1, 2, {w}, g);
    auto const compact = gs::compress(g, get(&weight::value, g), {.cancelling_pairs = gs::pair_rule::keep});
    CHECK(compact.weight(compact.find_arc(0, 1)) == 2);
    CHECK(compact.weight(compact.find_arc(1, 2)) == 5e-324);
    CHECK(compact.constant_cost() == 1e300);
}

TEST_CASE("compressed: a weight of 0 is no tie, and a negative self-loop costs its weight unless dropped") {
    std::vector<gs::signed_tie> const ties = {{0, 1, 0}, {0, 0, -2}, {1, 1, 5}};
    gs::signed_graph const g(2, ties);
    CHECK(g.num_ties() == 0);
    CHECK(g.report().zero_edges == 1);
    CHECK(g.report().self_loops == 2);
    CHECK(g.report().negative_self_loops == 1);
    CHECK(g.constant_cost() == 2);
    CHECK(gs::signed_graph(2, ties, {.self_loops = gs::self_loop_rule::drop}).constant_cost() == 0);
}
