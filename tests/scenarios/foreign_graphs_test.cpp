// SPDX-License-Identifier: BSL-1.0
// One signed graph in every form that Boost.Graph has for it: each algorithm answers the same. foreign.py beside the
// tests of the README holds that none is left out.
#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/balance_dynamics.hpp>
#include <geostance/signed/blockmodel.hpp>
#include <geostance/signed/bridging.hpp>
#include <geostance/signed/clusterability.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/directed_triad_census.hpp>
#include <geostance/signed/pn_index.hpp>
#include <geostance/signed/predict_sign.hpp>
#include <geostance/signed/signed_degree.hpp>
#include <geostance/signed/signed_eigenvector.hpp>
#include <geostance/signed/signed_laplacian.hpp>
#include <geostance/signed/signed_modularity.hpp>
#include <geostance/signed/structural_balance.hpp>
#include <geostance/signed/triad_census.hpp>
#include <geostance/signed/walk_balance.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

struct weight {
    double value = 0;
};
using index = boost::property<boost::vertex_index_t, std::size_t>;
using boost::bidirectionalS;
using boost::directedS;
using boost::listS;
using boost::multisetS;
using boost::no_property;
using boost::setS;
using boost::undirectedS;
using boost::vecS;

using vectors = boost::adjacency_list<vecS, vecS, undirectedS, no_property, weight>;
using edges_in_lists = boost::adjacency_list<listS, vecS, undirectedS, no_property, weight>;
using edges_in_sets = boost::adjacency_list<setS, vecS, undirectedS, no_property, weight>;
using edges_in_multisets = boost::adjacency_list<multisetS, vecS, undirectedS, no_property, weight>;
using vertices_in_a_list = boost::adjacency_list<vecS, listS, undirectedS, index, weight>;
using vertices_in_a_set = boost::adjacency_list<setS, setS, undirectedS, index, weight>;
using matrix = boost::adjacency_matrix<undirectedS, no_property, weight>;

// What tells edges and vertices that are no part of the graph from those that are.
constexpr double no_tie = 99;
template <class G>
struct is_tie {
    G const* g = nullptr;
    template <class E>
    bool operator()(E const& e) const {
        return (*g)[e].value != no_tie;
    }
};
struct is_one_of_the_first {
    bool operator()(std::size_t v) const;
};
using filtered = boost::filtered_graph<vectors, boost::keep_all>;
using without_edges = boost::filtered_graph<vectors, is_tie<vectors>>;
using without_vertices = boost::filtered_graph<vectors, boost::keep_all, is_one_of_the_first>;

using directed_vectors = boost::adjacency_list<vecS, vecS, directedS, no_property, weight>;
using both_ways = boost::adjacency_list<vecS, vecS, bidirectionalS, no_property, weight>;
using directed_sets = boost::adjacency_list<setS, listS, bidirectionalS, index, weight>;
using directed_matrix = boost::adjacency_matrix<directedS, no_property, weight>;
using rows = boost::compressed_sparse_row_graph<directedS, no_property, weight>;
using rows_both_ways = boost::compressed_sparse_row_graph<bidirectionalS, no_property, weight>;
using reversed = boost::reverse_graph<both_ways>;
using directed_filtered = boost::filtered_graph<both_ways, boost::keep_all>;
using directed_without_edges = boost::filtered_graph<both_ways, is_tie<both_ways>>;
using directed_without_vertices = boost::filtered_graph<both_ways, boost::keep_all, is_one_of_the_first>;

struct given_tie {
    std::size_t from;
    std::size_t to;
    double value;
};
constexpr std::size_t num_given = 8;
bool is_one_of_the_first::operator()(std::size_t v) const { return v < num_given; }
// Two groups with their quarrels, of which no two camps fit all; vertex 7 has but one tie. Sorted, as rows want them.
constexpr std::array<given_tie, 13> given_ties{{{0, 1, 1},
                                                {0, 2, 1},
                                                {0, 4, -1},
                                                {1, 2, 1},
                                                {1, 5, -2},
                                                {2, 3, -1},
                                                {2, 6, 1},
                                                {3, 4, 1},
                                                {3, 5, 1},
                                                {4, 5, -1},
                                                {4, 6, -1},
                                                {5, 6, -1},
                                                {6, 7, -1}}};

// Fills a graph of any type that edges can be added to.
template <class G>
G filled(std::size_t num_vertices = num_given) {
    G g(num_vertices);
    std::vector<typename boost::graph_traits<G>::vertex_descriptor> at;
    for (auto [v, last] = vertices(g); v != last; ++v) at.push_back(*v);
    if constexpr (!std::is_integral_v<typename boost::graph_traits<G>::vertex_descriptor>)
        for (std::size_t i = 0; i < at.size(); ++i) put(boost::vertex_index, g, at[i], i);
    for (auto const& t : given_ties) add_edge(at[t.from], at[t.to], weight{t.value}, g);
    return g;
}

// A graph, and what it is a view of where it is one.
template <class G>
struct sample {
    G g = filled<G>();
};
// With edges that hold no tie, and which a view leaves out.
template <class G>
G with_other_edges() {
    auto g = filled<G>();
    add_edge(0, 1, weight{no_tie}, g);
    add_edge(5, 7, weight{no_tie}, g);
    add_edge(7, 7, weight{no_tie}, g);
    return g;
}
// With two vertices more, tied to each other and to the rest.
template <class G>
G with_other_vertices() {
    auto g = filled<G>(num_given + 2);
    add_edge(0, num_given, weight{-5}, g);
    add_edge(num_given, 1, weight{5}, g);
    add_edge(num_given, num_given + 1, weight{-5}, g);
    return g;
}
template <>
struct sample<without_edges> {
    vectors whole = with_other_edges<vectors>();
    without_edges g{whole, {&whole}};
};
template <>
struct sample<without_vertices> {
    vectors whole = with_other_vertices<vectors>();
    without_vertices g{whole, {}, {}};
};
template <>
struct sample<directed_without_edges> {
    both_ways whole = with_other_edges<both_ways>();
    directed_without_edges g{whole, {&whole}};
};
template <>
struct sample<directed_without_vertices> {
    both_ways whole = with_other_vertices<both_ways>();
    directed_without_vertices g{whole, {}, {}};
};
template <>
struct sample<filtered> {
    vectors whole = filled<vectors>();
    filtered g{whole, boost::keep_all()};
};
template <>
struct sample<directed_filtered> {
    both_ways whole = filled<both_ways>();
    directed_filtered g{whole, boost::keep_all()};
};
template <>
struct sample<reversed> {
    both_ways whole = [] {
        both_ways backwards(num_given);
        for (auto const& t : given_ties) add_edge(t.to, t.from, weight{t.value}, backwards);
        return backwards;
    }();
    reversed g{whole};
};
struct ends_and_weights {
    std::vector<std::pair<std::size_t, std::size_t>> ends{};
    std::vector<weight> weights{};
    ends_and_weights() {
        for (auto const& t : given_ties) {
            ends.emplace_back(t.from, t.to);
            weights.push_back({t.value});
        }
    }
};
template <>
struct sample<rows> {
    ends_and_weights of{};
    rows g{boost::edges_are_sorted, of.ends.begin(), of.ends.end(), of.weights.begin(), num_given};
};
template <>
struct sample<rows_both_ways> {
    ends_and_weights of{};
    rows_both_ways g{boost::edges_are_unsorted_multi_pass, of.ends.begin(), of.ends.end(), of.weights.begin(),
                     num_given};
};

gs::signed_graph compact(std::size_t num_vertices) {
    std::vector<gs::signed_tie> all;
    for (auto const& t : given_ties)
        all.push_back({static_cast<std::uint32_t>(t.from), static_cast<std::uint32_t>(t.to), t.value});
    return {num_vertices, all};
}

// The vertices' numbers as their names.
template <class G>
auto names_of(G const& g) {
    using vertex = typename boost::graph_traits<G>::vertex_descriptor;
    return boost::make_function_property_map<vertex, std::string>(
        [index = get(boost::vertex_index, g)](vertex v) { return std::to_string(get(index, v)); });
}

// What a writer writes, by lines in order: graphs have their edges in different orders.
template <class Write>
std::vector<std::string> sorted_lines_of(Write const& write) {
    std::stringstream text;
    write(text);
    std::vector<std::string> result;
    for (std::string line; std::getline(text, line);) result.push_back(line);
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

TEST_CASE_TEMPLATE("every undirected graph of Boost.Graph gives the same answers", G, vectors, edges_in_lists,
                   edges_in_sets, edges_in_multisets, vertices_in_a_list, vertices_in_a_set, matrix, filtered,
                   without_edges, without_vertices) {
    sample<G> const made;
    auto const& g = made.g;
    auto const value = get(&weight::value, g);
    auto const c = compact(num_vertices(g)); // hidden vertices are isolated
    CHECK(gs::compress(g, value).num_ties() == c.num_ties());

    CHECK(gs::structural_balance(g, value).camp == gs::structural_balance(c).camp);
    CHECK(gs::structural_balance(g, value).negative_cycle.size() == gs::structural_balance(c).negative_cycle.size());
    CHECK(gs::clusterability(g, value).camp == gs::clusterability(c).camp);
    auto const two = gs::frustration_index(g, value);
    CHECK(two.exact);
    CHECK(two.camp == gs::frustration_index(c).camp);
    CHECK(two.upper == 1); // 4 and 5, both friends of 3
    auto const three = gs::camps(g, value, 3);
    CHECK(three.exact);
    CHECK(three.camp == gs::camps(c, 3).camp);
    CHECK(gs::camps(g, value).upper == gs::camps(c).upper);
    CHECK(gs::triad_census(g, value).total == gs::triad_census(c).total);
    CHECK(gs::walk_balance(g, value).value == doctest::Approx(gs::walk_balance(c).value));
    CHECK(gs::signed_degree(g, value)[6].negative == 3);
    CHECK(gs::pn_index(g, value)->at(7) == doctest::Approx(gs::pn_index(c)->at(7)));
    CHECK(gs::signed_eigenvector(g, value).eigenvalue == doctest::Approx(gs::signed_eigenvector(c).eigenvalue));
    CHECK(gs::signed_laplacian(g, value).least == doctest::Approx(gs::signed_laplacian(c).least));
    auto const modular = gs::maximise_signed_modularity(g, value);
    CHECK(modular.camp == gs::maximise_signed_modularity(c).camp);
    CHECK(gs::signed_modularity(g, value, two.camp) == doctest::Approx(gs::signed_modularity(c, two.camp)));
    CHECK(gs::blockmodel_criterion(g, value, two.camp).blocks == gs::blockmodel_criterion(c, two.camp).blocks);
    auto const bridges = gs::bridging(g, value, three.camp);
    auto const expected = gs::bridging(c, three.camp);
    REQUIRE(bridges.size() == expected.size());
    for (std::size_t v = 0; v < bridges.size(); ++v) {
        CHECK(bridges[v].enemies_across == expected[v].enemies_across);
        CHECK(bridges[v].participation == expected[v].participation);
    }
    CHECK(gs::cross_validate(g, value, {.folds = 2}).predicted == gs::cross_validate(c, {.folds = 2}).predicted);
    CHECK(gs::balance_dynamics(g, value).ends == doctest::Approx(gs::balance_dynamics(c).ends));
    auto const index = get(boost::vertex_index, g);
    for (auto [u, end] = vertices(g); u != end; ++u)
        for (auto v = vertices(g).first; v != u; ++v)
            CHECK(gs::predict_sign(g, value, *u, *v).sign ==
                  gs::predict_sign(c, static_cast<std::uint32_t>(get(index, *u)),
                                   static_cast<std::uint32_t>(get(index, *v)))
                      .sign);
}

TEST_CASE_TEMPLATE("every undirected graph of Boost.Graph is compressed, checked and written alike", G, vectors,
                   edges_in_lists, edges_in_sets, edges_in_multisets, vertices_in_a_list, vertices_in_a_set, matrix,
                   filtered, without_edges, without_vertices) {
    sample<G> const made;
    auto const& g = made.g;
    auto const value = get(&weight::value, g);
    auto const c = compact(num_vertices(g));
    auto const two = gs::frustration_index(c);

    CHECK(gs::check_partition(g, value, two.camp).value == two.upper);
    CHECK(gs::check_packing(g, value, two.packing).value == two.lower);
    gs::dual_bound bound;
    for (std::uint32_t v = 0; v < num_given; ++v) {
        bound.vertices.push_back(v);
        bound.y.push_back(6); // above all that a vertex has of ties
    }
    sample<vectors> const plain;
    auto const plain_value = get(&weight::value, plain.g);
    auto const held = gs::check_dual(g, value, bound);
    CHECK(held.valid);
    CHECK(held.value == gs::check_dual(plain.g, plain_value, bound).value);
    auto const cycle = gs::structural_balance(g, value).negative_cycle;
    CHECK(gs::check_negative_cycle(g, value, cycle).valid);
    CHECK(gs::edges_at(g, {2, 0}).size() == 2);

    auto const n = num_vertices(g);
    auto const index = get(boost::vertex_index, g);
    using vertex = typename boost::graph_traits<G>::vertex_descriptor;
    auto const backwards =
        boost::make_function_property_map<vertex, std::size_t>([&](vertex v) { return n - 1 - get(index, v); });
    auto const turned = gs::compress_indexed(g, value, backwards);
    CHECK(turned.num_ties() == c.num_ties());
    for (std::uint32_t v = 0; v < n; ++v) CHECK(turned.degree(static_cast<std::uint32_t>(n) - 1 - v) == c.degree(v));

    CHECK(sorted_lines_of([&](auto& out) { io::write_edge_list(out, g, names_of(g), value); }).size() ==
          given_ties.size() + 1);
    CHECK(sorted_lines_of([&](auto& out) { io::write_graphviz(out, g, names_of(g), value); }).size() >=
          given_ties.size() + num_given);
    CHECK(sorted_lines_of([&](auto& out) { io::write_max_cut(out, g, value); }).size() == given_ties.size() + 1);
    auto const program = sorted_lines_of([&](auto& out) { io::write_frustration_lp(out, g, value); });
    if (n == num_given)
        CHECK(program == sorted_lines_of([&](auto& out) { io::write_frustration_lp(out, plain.g, plain_value); }));
}

TEST_CASE("a vertex that a filtered_graph hides is isolated to the algorithms; a copy of the graph is without it") {
    sample<without_vertices> const made;
    auto const value = get(&weight::value, made.g);
    CHECK(gs::structural_balance(made.g, value).components == 3);
    vectors copy;
    boost::copy_graph(made.g, copy);
    CHECK(num_vertices(copy) == num_given);
    CHECK(gs::structural_balance(copy, get(&weight::value, copy)).components == 1);
    CHECK(gs::structural_balance(copy, get(&weight::value, copy)).camp ==
          gs::structural_balance(compact(num_given)).camp);
}

TEST_CASE_TEMPLATE("every directed graph of Boost.Graph gives the same answers", G, directed_vectors, both_ways,
                   directed_sets, directed_matrix, rows, rows_both_ways, reversed, directed_filtered,
                   directed_without_edges, directed_without_vertices) {
    sample<G> const made;
    auto const& g = made.g;
    auto const value = get(&weight::value, g);
    sample<directed_vectors> const plain{filled<directed_vectors>(num_vertices(g))}; // hidden vertices are isolated
    auto const plain_value = get(&weight::value, plain.g);

    CHECK(gs::directed_triad_census(g, value).counts == gs::directed_triad_census(plain.g, plain_value).counts);
    for (auto const direction : {gs::tie_direction::in, gs::tie_direction::out}) {
        auto const degree = gs::signed_degree(g, value, direction);
        auto const expected = gs::signed_degree(plain.g, plain_value, direction);
        REQUIRE(degree.size() == expected.size());
        for (std::size_t v = 0; v < degree.size(); ++v) CHECK(degree[v].net() == expected[v].net());
        CHECK(gs::pn_index(g, value, direction) == gs::pn_index(plain.g, plain_value, direction));
    }
    CHECK(gs::signed_degree(g, value, gs::tie_direction::out)[0].positive == 2);

    // And without directions what the undirected graph is.
    auto const both = gs::symmetrise_by_sum(g, value);
    auto const c = compact(num_vertices(g));
    CHECK(both.num_ties() == c.num_ties());
    CHECK(both.total_weight() == c.total_weight());
    CHECK(gs::structural_balance(both).camp == gs::structural_balance(c).camp);
    CHECK(gs::frustration_index(both).camp == gs::frustration_index(c).camp);

    CHECK(gs::edges_at(g, {2, 0}).size() == 2);
    CHECK(sorted_lines_of([&](auto& out) { io::write_edge_list(out, g, names_of(g), value); }) ==
          sorted_lines_of([&](auto& out) { io::write_edge_list(out, plain.g, names_of(plain.g), plain_value); }));
    CHECK(sorted_lines_of([&](auto& out) { io::write_graphviz(out, g, names_of(g), value); }).size() >=
          given_ties.size() + num_given);
    CHECK(sorted_lines_of([&](auto& out) { io::write_max_cut(out, g, value); }) ==
          sorted_lines_of([&](auto& out) { io::write_max_cut(out, plain.g, plain_value); }));
    CHECK(sorted_lines_of([&](auto& out) { io::write_frustration_lp(out, g, value); }) ==
          sorted_lines_of([&](auto& out) { io::write_frustration_lp(out, plain.g, plain_value); }));
}
