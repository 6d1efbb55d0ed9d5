// SPDX-License-Identifier: BSL-1.0
// The signed algorithms on every graph type of Boost.Graph: the same network gives the same answer in each.
#include "foreign_graphs.hpp"

#include <geostance/signed.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace gs = geostance;

namespace {

using boost::bidirectionalS;
using boost::directedS;
using boost::listS;
using boost::setS;
using boost::undirectedS;
using boost::vecS;
using gs::testing::filtered;
using gs::testing::foreign;
using gs::testing::list_graph;
using gs::testing::matrix_graph;
using gs::testing::row_graph;
using gs::testing::signed_edge;

constexpr std::size_t n = 7;

/// Two tense triangles and a calm one on a ring of six, and somebody without ties.
std::vector<gs::tie> const& network() {
    static std::vector<gs::tie> const ties = {{0, 1, 1},  {1, 2, -1}, {0, 2, 1},  {2, 3, 1}, {3, 4, -1},
                                              {2, 4, -1}, {4, 5, 1},  {0, 5, -1}, {5, 3, 1}};
    return ties;
}

template <class G>
auto signs_of(G const& g) {
    return get(&signed_edge::sign, g);
}

template <class G, class Edges>
std::size_t hostile_in(G const& g, Edges const& cycle) {
    return static_cast<std::size_t>(
        std::count_if(cycle.begin(), cycle.end(), [&](auto const& e) { return g[e].sign < 0; }));
}

using vectors = list_graph<vecS, vecS, undirectedS>;
using arrows = list_graph<vecS, vecS, bidirectionalS>;

using undirected_graphs =
    std::tuple<vectors, list_graph<listS, vecS, undirectedS>, list_graph<setS, vecS, undirectedS>,
               list_graph<vecS, listS, undirectedS>, list_graph<listS, listS, undirectedS>,
               list_graph<setS, listS, undirectedS>, list_graph<vecS, setS, undirectedS>,
               list_graph<listS, setS, undirectedS>, list_graph<setS, setS, undirectedS>, matrix_graph<undirectedS>,
               filtered<vectors>, filtered<list_graph<listS, listS, undirectedS>>>;

} // namespace

TEST_CASE_TEMPLATE_DEFINE("foreign graphs: balance and its proof are the same in every undirected type", G,
                          foreign_balance) {
    foreign<G> const owner(n, network());
    auto const& g = owner.get();
    auto const expected = gs::structural_balance(gs::signed_graph(n, network()));
    auto const found = gs::structural_balance(g, signs_of(g));
    CHECK_FALSE(found.balanced);
    CHECK(found.camp == expected.camp);
    CHECK(found.against == expected.against);
    CHECK(found.components == 2);
    CHECK(found.negative_cycle_vertices.size() == found.negative_cycle.size());
    CHECK(hostile_in(g, found.negative_cycle) % 2 == 1);

    auto const weak = gs::clusterability(g, signs_of(g));
    auto const expected_weak = gs::clusterability(gs::signed_graph(n, network()));
    CHECK_FALSE(weak.clusterable);
    CHECK(weak.camp == expected_weak.camp);
    CHECK(weak.against == expected_weak.against);
    CHECK(hostile_in(g, weak.cycle) == 1);
}
TEST_CASE_TEMPLATE_APPLY(foreign_balance, undirected_graphs);

TEST_CASE_TEMPLATE_DEFINE("foreign graphs: searches for camps are the same in every undirected type", G,
                          foreign_searches) {
    foreign<G> const owner(n, network());
    auto const& g = owner.get();
    gs::signed_graph const compact(n, network());
    auto const two = gs::frustration_index(g, signs_of(g));
    CHECK(two.exact);
    CHECK(two.upper == gs::frustration_index(compact).upper);
    CHECK(two.camp == gs::frustration_index(compact).camp);
    auto const any = gs::camps(g, signs_of(g));
    CHECK(any.exact);
    CHECK(any.upper == gs::camps(compact).upper);
    CHECK(any.camp == gs::camps(compact).camp);
    CHECK(gs::signed_modularity(g, signs_of(g), any.camp) == gs::signed_modularity(compact, any.camp));
}
TEST_CASE_TEMPLATE_APPLY(foreign_searches, undirected_graphs);

TEST_CASE_TEMPLATE_DEFINE("foreign graphs: counts and measures are the same in every undirected type", G,
                          foreign_measures) {
    foreign<G> const owner(n, network());
    auto const& g = owner.get();
    gs::signed_graph const compact(n, network());
    auto const triads = gs::triad_census(g, signs_of(g), {.per_vertex = true});
    CHECK(triads.total == gs::triad_counts{{0, 2, 1, 0}});
    CHECK(triads.vertex == gs::triad_census(compact, {.per_vertex = true}).vertex);
    CHECK(gs::walk_balance(g, signs_of(g)).value == gs::walk_balance(compact).value);
    CHECK(gs::signed_degree(g, signs_of(g)) == gs::signed_degree(compact));
    CHECK(gs::pn_index(g, signs_of(g)) == gs::pn_index(compact));
}
TEST_CASE_TEMPLATE_APPLY(foreign_measures, undirected_graphs);

TEST_CASE_TEMPLATE("foreign graphs: a map numbers the vertices of graphs that do not", Vertices, listS, setS) {
    boost::adjacency_list<vecS, Vertices, undirectedS, boost::no_property, signed_edge> g(n);
    std::map<typename decltype(g)::vertex_descriptor, std::size_t> numbers;
    std::vector<typename decltype(g)::vertex_descriptor> at;
    for (auto [v, end] = vertices(g); v != end; ++v) {
        numbers.emplace(*v, at.size());
        at.push_back(*v);
    }
    for (auto const& t : network()) add_edge(at[t.from], at[t.to], signed_edge{t.weight}, g);
    auto const compact = gs::compress_indexed(g, signs_of(g), boost::make_assoc_property_map(numbers));
    CHECK(gs::signed_degree(compact) == gs::signed_degree(gs::signed_graph(n, network())));
    CHECK(gs::structural_balance(compact).camp == gs::structural_balance(gs::signed_graph(n, network())).camp);
}

TEST_CASE_TEMPLATE("foreign graphs: what each holds of others, and they of it, is the same in every directed type", G,
                   list_graph<vecS, vecS, directedS>, list_graph<setS, vecS, directedS>,
                   list_graph<listS, listS, directedS>, list_graph<vecS, setS, directedS>, arrows,
                   list_graph<setS, listS, bidirectionalS>, matrix_graph<directedS>, row_graph<directedS>,
                   row_graph<bidirectionalS>, filtered<arrows>, boost::reverse_graph<arrows>) {
    foreign<G> const owner(n, network());
    auto const& g = owner.get();
    for (auto const direction : {gs::tie_direction::out, gs::tie_direction::in}) {
        std::vector<gs::signed_degrees> expected(n);
        for (auto const& t : network()) expected[direction == gs::tie_direction::out ? t.from : t.to].count(t.weight);
        CHECK(gs::signed_degree(direction, g, signs_of(g)) == expected);
    }
    foreign<arrows> const plain(n, network());
    CHECK(gs::directed_triad_census(g, signs_of(g)).counts ==
          gs::directed_triad_census(plain.get(), signs_of(plain.get())).counts);
    gs::signed_graph const compact(n, network());
    auto const summed = gs::symmetrise_by_sum(g, signs_of(g));
    CHECK(gs::signed_degree(summed) == gs::signed_degree(compact));
    CHECK(gs::frustration_index(summed).upper == gs::frustration_index(compact).upper);
}
