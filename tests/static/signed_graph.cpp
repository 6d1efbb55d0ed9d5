// SPDX-License-Identifier: BSL-1.0
// The compact form of a signed graph is a Boost.Graph graph.
#include <geostance/graph/concepts.hpp>
#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/signed_input.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<gs::signed_graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<gs::signed_graph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<gs::signed_graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<gs::signed_graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<gs::signed_graph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<gs::signed_graph, std::uint32_t, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<gs::signed_graph, gs::signed_edge, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<gs::signed_graph, gs::signed_edge, gs::edge_sign_t>));

static_assert(gs::undirected_graph<gs::signed_graph> && gs::incidence_graph<gs::signed_graph> &&
              gs::vertex_indexed_graph<gs::signed_graph>);
static_assert(gs::numeric_edge_map<gs::signed_weight_map, gs::signed_graph> &&
              gs::numeric_edge_map<gs::edge_sign_map, gs::signed_graph>);

// Maps and callables give weights; what has no number, or asks for something else than an edge, does not.
using ours = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                   boost::property<boost::edge_weight_t, double>>;
using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using edge = ours::edge_descriptor;
using weights = boost::property_map<ours, boost::edge_weight_t>::const_type;
static_assert(gs::edge_weights<weights, ours> && gs::edge_weights<double (*)(edge), ours>);
static_assert(!gs::edge_weights<std::string (*)(edge), ours> && !gs::edge_weights<int (*)(std::string), ours> &&
              !gs::edge_weights<int, ours> && !gs::edge_weights<weights, int>);
// Whoever takes weights takes callables, and nobody takes a graph without the numbers that it needs.
template <class G, class W>
constexpr bool checks_dual = requires(G const& g, W w) {
    gs::check_dual(g, w, gs::dual_bound{});
};
template <class G, class W>
constexpr bool checks_partition = requires(G const& g, W w) {
    gs::check_partition(g, w, std::vector<int>{});
};
template <class G, class W>
constexpr bool checks_packing = requires(G const& g, W w) {
    gs::check_packing(g, w, {});
};
template <class G, class W>
constexpr bool writes_max_cut = requires(G const& g, W w, std::ostream& out) {
    gs::io::write_max_cut(out, g, w);
};
template <class G, class W>
constexpr bool writes_lp = requires(G const& g, W w, std::ostream& out) {
    gs::io::write_frustration_lp(out, g, w);
};
using names = boost::static_property_map<std::string>;
template <class G, class W>
constexpr bool draws = requires(G const& g, W w, std::ostream& out, names n) {
    gs::io::write_graphviz(out, g, n, w);
};
template <class G, class W>
constexpr bool lists = requires(G const& g, W w, std::ostream& out, names n) {
    gs::io::write_edge_list(out, g, n, w);
};
template <class G, class W>
constexpr int takers = checks_dual<G, W> + checks_partition<G, W> + checks_packing<G, W> + writes_max_cut<G, W> +
                       writes_lp<G, W> + draws<G, W>;
using unnumbered = boost::adjacency_list<boost::vecS, boost::listS, boost::undirectedS>;
using unnumbered_edge = unnumbered::edge_descriptor;
static_assert(takers<ours, weights> == 6 && takers<ours, double (*)(edge)> == 6);
static_assert(takers<unnumbered, int (*)(unnumbered_edge)> == 0);
static_assert(lists<ours, weights> && lists<ours, double (*)(edge)> && lists<unnumbered, int (*)(unnumbered_edge)>);

static_assert(gs::signed_input<ours, weights> && gs::signed_input<gs::signed_graph, gs::signed_weight_map>);
static_assert(!gs::signed_input<directed, int (*)(directed::edge_descriptor)> && !gs::signed_input<int, int>);

} // namespace
