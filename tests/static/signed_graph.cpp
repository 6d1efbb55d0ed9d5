// SPDX-License-Identifier: BSL-1.0
// The compact form of a signed graph is a Boost.Graph graph.
#include <geostance/graph/concepts.hpp>
#include <geostance/signed/boost_graph.hpp>

#include <boost/graph/graph_concepts.hpp>

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

} // namespace
