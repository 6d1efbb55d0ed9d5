// SPDX-License-Identifier: BSL-1.0
// The compact form of a signed graph is a Boost.Graph graph.
#include <geostance/graph/concepts.hpp>
#include <geostance/signed/signed_input.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <string>

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
static_assert(gs::signed_input<ours, weights> && gs::signed_input<gs::signed_graph, gs::signed_weight_map>);
static_assert(!gs::signed_input<directed, int (*)(directed::edge_descriptor)> && !gs::signed_input<int, int>);

} // namespace
