// SPDX-License-Identifier: BSL-1.0
// One signed graph in every form that Boost.Graph has for it: each algorithm answers the same.
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/clusterability.hpp>
#include <geostance/signed/directed_triad_census.hpp>
#include <geostance/signed/pn_index.hpp>
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
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace gs = geostance;

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
using filtered = boost::filtered_graph<vectors, boost::keep_all>;

using directed_vectors = boost::adjacency_list<vecS, vecS, directedS, no_property, weight>;
using both_ways = boost::adjacency_list<vecS, vecS, bidirectionalS, no_property, weight>;
using directed_sets = boost::adjacency_list<setS, listS, bidirectionalS, index, weight>;
using directed_matrix = boost::adjacency_matrix<directedS, no_property, weight>;
using rows = boost::compressed_sparse_row_graph<directedS, no_property, weight>;
using reversed = boost::reverse_graph<both_ways>;
using directed_filtered = boost::filtered_graph<both_ways, boost::keep_all>;

struct given_tie {
    std::size_t from;
    std::size_t to;
    double value;
};
constexpr std::size_t count = 8;
// Two groups with their quarrels, of which no two camps fit all; vertex 7 has but one tie. Sorted, as rows want them.
constexpr std::array<given_tie, 13> ties{{{0, 1, 1},
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
G filled() {
    G g(count);
    std::vector<typename boost::graph_traits<G>::vertex_descriptor> at;
    for (auto [v, last] = vertices(g); v != last; ++v) at.push_back(*v);
    if constexpr (!std::is_integral_v<typename boost::graph_traits<G>::vertex_descriptor>)
        for (std::size_t i = 0; i < count; ++i) put(boost::vertex_index, g, at[i], i);
    for (auto const& t : ties) add_edge(at[t.from], at[t.to], weight{t.value}, g);
    return g;
}

// A graph, and what it is a view of where it is one.
template <class G>
struct sample {
    G g = filled<G>();
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
        both_ways backwards(count);
        for (auto const& t : ties) add_edge(t.to, t.from, weight{t.value}, backwards);
        return backwards;
    }();
    reversed g{whole};
};
template <>
struct sample<rows> {
    rows g = [] {
        std::vector<std::pair<std::size_t, std::size_t>> ends;
        std::vector<weight> weights;
        for (auto const& t : ties) {
            ends.emplace_back(t.from, t.to);
            weights.push_back({t.value});
        }
        return rows(boost::edges_are_sorted, ends.begin(), ends.end(), weights.begin(), count);
    }();
};

gs::signed_graph compact() {
    std::vector<gs::signed_tie> all;
    for (auto const& t : ties)
        all.push_back({static_cast<std::uint32_t>(t.from), static_cast<std::uint32_t>(t.to), t.value});
    return {count, all};
}

} // namespace

TEST_CASE_TEMPLATE("every undirected graph of Boost.Graph gives the same answers", G, vectors, edges_in_lists,
                   edges_in_sets, edges_in_multisets, vertices_in_a_list, vertices_in_a_set, matrix, filtered) {
    sample<G> const made;
    auto const& g = made.g;
    auto const value = get(&weight::value, g);
    auto const c = compact();

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
    CHECK(gs::maximise_signed_modularity(g, value).camp == gs::maximise_signed_modularity(c).camp);
}

TEST_CASE_TEMPLATE("every directed graph of Boost.Graph gives the same answers", G, directed_vectors, both_ways,
                   directed_sets, directed_matrix, rows, reversed, directed_filtered) {
    sample<G> const made;
    auto const& g = made.g;
    auto const value = get(&weight::value, g);
    sample<directed_vectors> const plain;
    auto const plain_value = get(&weight::value, plain.g);

    CHECK(gs::directed_triad_census(g, value).counts == gs::directed_triad_census(plain.g, plain_value).counts);
    for (auto const direction : {gs::tie_direction::in, gs::tie_direction::out}) {
        auto const degree = gs::signed_degree(g, value, direction);
        auto const expected = gs::signed_degree(plain.g, plain_value, direction);
        for (std::size_t v = 0; v < count; ++v) CHECK(degree[v].net() == expected[v].net());
        CHECK(gs::pn_index(g, value, direction) == gs::pn_index(plain.g, plain_value, direction));
    }
    CHECK(gs::signed_degree(g, value, gs::tie_direction::out)[0].positive == 2);
}
