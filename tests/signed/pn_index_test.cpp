// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/pn_index.hpp>
#include <geostance/signed/signed_degree.hpp>

#include "signed/centrality_figures.hpp"
#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;
using weighted::directed;
using weighted::undirected;
using weighted::weight;

namespace {

using rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, weight>;

template <class G>
concept has_undirected_index = requires(G const& g) {
    gs::pn_index(g, get(&weight::value, g));
};
template <class G>
concept has_directed_index = requires(G const& g) {
    gs::pn_index(g, get(&weight::value, g), gs::tie_direction::in);
};
static_assert(has_undirected_index<undirected> && !has_undirected_index<directed> && !has_undirected_index<rows>);
static_assert(has_directed_index<directed> && has_directed_index<rows> && !has_directed_index<undirected>);

directed small() {
    directed g(4);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{-1}, g);
    add_edge(2, 0, weight{1}, g);
    add_edge(2, 3, weight{-1}, g);
    add_edge(3, 0, weight{1}, g);
    return g;
}

} // namespace

TEST_CASE("pn_index: as signnet prints it for the network of Everett and Borgatti") {
    std::vector<double> const printed = {0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658,
                                         0.8496558, 0.8617321, 0.9015909, 0.8509848, 0.9072930};
    auto const found = gs::pn_index(gs::signed_graph(10, everett_borgatti)).value();
    for (std::size_t v = 0; v < printed.size(); ++v) CHECK(found[v] == doctest::Approx(printed[v]).epsilon(1e-7));
}

TEST_CASE("pn_index: in and out on a directed graph, as numpy.linalg.solve says") {
    auto const g = small();
    auto const in = gs::pn_index(g, get(&weight::value, g), gs::tie_direction::in).value();
    auto const out = gs::pn_index(g, get(&weight::value, g), gs::tie_direction::out).value();
    std::vector<double> const expected_in = {1.3726937269372697, 1.2000000000000002, 0.7500000000000001,
                                             0.6642066420664207};
    std::vector<double> const expected_out = {1.2000000000000002, 0.7500000000000001, 1.0073800738007381,
                                              1.2287822878228782};
    for (std::size_t v = 0; v < 4; ++v) {
        CHECK(in[v] == doctest::Approx(expected_in[v]).epsilon(1e-10));
        CHECK(out[v] == doctest::Approx(expected_out[v]).epsilon(1e-10));
    }
}

TEST_CASE("pn_index: not defined for one vertex, nor for two enemies alone") {
    CHECK_FALSE(gs::pn_index(gs::signed_graph()));
    CHECK_FALSE(gs::pn_index(gs::signed_graph(1, {})));
    CHECK_FALSE(gs::pn_index(gs::signed_graph(2, std::vector<gs::signed_tie>{{0, 1, -1}})));
    CHECK(gs::pn_index(gs::signed_graph(2, std::vector<gs::signed_tie>{{0, 1, 1}})).value()[0] == doctest::Approx(2));
    CHECK(gs::pn_index(gs::signed_graph(3, {})).value() == std::vector<double>{1, 1, 1});
}

TEST_CASE("pn_index: enemies of all lose, and weights count by sign alone") {
    std::vector<gs::signed_tie> const ties = {{0, 1, -1}, {0, 2, -5}, {0, 3, -1}, {1, 2, 1}, {2, 3, 7}};
    auto const found = gs::pn_index(gs::signed_graph(4, ties)).value();
    CHECK(found[0] < found[1]);
    CHECK(found[1] < found[2]);
    CHECK(found[1] == doctest::Approx(found[3]));
}

TEST_CASE("signed_degree: counts by sign and direction, merging several edges one way") {
    auto g = small();
    add_edge(0, 1, weight{-1}, g); // cancels
    add_edge(3, 0, weight{2}, g);
    add_edge(3, 3, weight{-1}, g);
    add_edge(1, 0, weight{0}, g);
    auto const in = gs::signed_degree(g, get(&weight::value, g), gs::tie_direction::in);
    auto const out = gs::signed_degree(g, get(&weight::value, g), gs::tie_direction::out);
    CHECK(in[0] == gs::signed_degrees{2, 0, 4, 0});
    CHECK(in[1].ratio().has_value() == false);
    CHECK(out[2].net() == 0);
    CHECK(out[2].ratio() == 0.5);
    CHECK(in[2].net() == -1);
    gs::signed_graph const c(10, everett_borgatti);
    for (auto const& d : gs::signed_degree(c)) CHECK(d.ratio() == 0.5);
}

TEST_CASE("signed_degree: a directed weight that is not finite is refused by name") {
    directed g(2);
    add_edge(0, 1, weight{std::numeric_limits<double>::infinity()}, g);
    CHECK_THROWS_WITH_AS((void)gs::signed_degree(g, get(&weight::value, g), gs::tie_direction::in),
                         "weight: got inf at edge (0, 1), expected a finite number", gs::invalid_value);
}
