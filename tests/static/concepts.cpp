// SPDX-License-Identifier: BSL-1.0
// The graph concepts: true for the graphs of Boost.Graph and for ours, softly false for everything else, and each
// implied by those that build on it.
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/view.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/network/recorded_landscape.hpp>
#include <geostance/query/position/signal.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/voters.hpp>
#include <geostance/query/whatif/voters_on.hpp>
#include <geostance/signed/signed_input.hpp>
#include <geostance/signed/tie_direction.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/directed_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/undirected_graph.hpp>
#include <boost/graph/vector_as_graph.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;

namespace {

struct tie {
    double weight = 0;
};

using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, tie>;
using undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, tie>;
using bidirectional = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, tie>;
using lists = boost::adjacency_list<boost::listS, boost::listS, boost::bidirectionalS>;
using matrix = boost::adjacency_matrix<boost::undirectedS>;
using rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, tie>;
using rows_both = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, tie>;
using filtered = boost::filtered_graph<bidirectional, boost::keep_all>;
using reversed = boost::reverse_graph<bidirectional>;
using stances = gs::only_view<gs::geopolitics, gs::stance, gs::casts>;
using layer = gs::overlay<gs::geopolitics>;
using supposed = gs::supposition<gs::geopolitics>;

template <class... G>
constexpr bool all_vertex_lists = (gs::vertex_list_graph<G> && ...);
template <class... G>
constexpr bool all_incidence = (gs::incidence_graph<G> && ...);
template <class... G>
constexpr bool all_bidirectional = (gs::bidirectional_graph<G> && ...);
template <class... G>
constexpr bool all_edge_lists = (gs::edge_list_graph<G> && ...);
template <class... T>
constexpr bool none = !((gs::vertex_list_graph<T> || gs::edge_list_graph<T> || gs::incidence_graph<T> ||
                         gs::bidirectional_graph<T> || gs::vertex_and_edge_list_graph<T> || gs::directed_graph<T> ||
                         gs::undirected_graph<T> || gs::vertex_indexed_graph<T>) ||
                        ...);

static_assert(all_vertex_lists<directed, undirected, bidirectional, lists, matrix, rows, rows_both, filtered, reversed,
                               gs::stance_graph, stances, layer, supposed>);
static_assert(all_edge_lists<directed, undirected, bidirectional, lists, matrix, rows, rows_both, filtered, reversed,
                             gs::stance_graph, stances, layer, supposed>);
static_assert(all_incidence<directed, undirected, bidirectional, lists, matrix, rows, rows_both, filtered, reversed,
                            gs::stance_graph, stances, layer, supposed>);
static_assert(all_bidirectional<bidirectional, undirected, lists, rows_both, filtered, reversed, gs::stance_graph,
                                stances, layer, supposed>);
static_assert(!gs::bidirectional_graph<directed> && !gs::bidirectional_graph<rows>);
static_assert(gs::directed_graph<directed> && gs::directed_graph<gs::stance_graph> && gs::directed_graph<stances>);
static_assert(!gs::directed_graph<undirected> && !gs::directed_graph<matrix>);
static_assert(gs::undirected_graph<undirected> && gs::undirected_graph<matrix>);
static_assert(!gs::undirected_graph<directed> && !gs::undirected_graph<gs::stance_graph>);

// What is no graph is no error, just no graph.
static_assert(none<int, void, std::string, std::vector<int>, tie, gs::actor, gs::node<gs::actor>, int*, int&, int[3]>);
// Nor is a vector_as_graph: the functions for it are Boost's, and its type is not.
static_assert(none<std::vector<std::vector<std::size_t>>>);
static_assert(!gs::vertex_list_graph<std::vector<int>> && !gs::readable_vertex_map<int, int> &&
              !gs::numeric_edge_map<int, std::string>);

// Vertices with numbers; those in a list or a set have none of their own.
template <class... G>
constexpr bool all_indexed = (gs::vertex_indexed_graph<G> && ...);
template <class... G>
constexpr bool none_indexed = !(gs::vertex_indexed_graph<G> || ...);
template <class Vertices, class... Property>
using unordered = boost::adjacency_list<boost::vecS, Vertices, boost::undirectedS, Property...>;
using numbered = boost::property<boost::vertex_name_t, int, boost::property<boost::vertex_index_t, std::size_t>>;
static_assert(all_indexed<directed, undirected, bidirectional, matrix, rows, rows_both, filtered, reversed,
                          gs::stance_graph, stances, layer, supposed>);
static_assert(all_indexed<unordered<boost::listS, numbered>, unordered<boost::setS, numbered>,
                          boost::filtered_graph<unordered<boost::listS, numbered>, boost::keep_all>>);
static_assert(all_indexed<boost::undirected_graph<>, boost::directed_graph<>,
                          boost::filtered_graph<boost::undirected_graph<>, boost::keep_all>,
                          boost::reverse_graph<boost::directed_graph<>>>);
static_assert(none_indexed<lists, unordered<boost::listS>, unordered<boost::setS>, unordered<boost::listS, tie>,
                           unordered<boost::listS, boost::property<boost::vertex_name_t, int>>,
                           boost::filtered_graph<lists, boost::keep_all>, boost::reverse_graph<lists>>);
using same_sign = boost::static_property_map<int>;
static_assert(gs::signed_input<undirected, same_sign> && gs::signed_input<unordered<boost::setS, numbered>, same_sign>);
static_assert(!gs::signed_input<unordered<boost::setS>, same_sign> && !gs::signed_input<directed, same_sign>);

// Property maps.
using weights = boost::property_map<directed, double tie::*>::const_type;
static_assert(gs::numeric_edge_map<weights, directed>);
static_assert(gs::numeric_edge_map<boost::static_property_map<int>, directed>);
static_assert(!gs::readable_vertex_map<weights, directed>);
using numbers = boost::property_map<directed, boost::vertex_index_t>::const_type;
static_assert(gs::readable_vertex_map<numbers, directed> && !gs::numeric_edge_map<numbers, directed>);
constexpr auto sign_of_edge = [](directed::edge_descriptor) { return -1; };
constexpr auto takes_no_edge = [](std::string const&) { return -1; };
static_assert(gs::edge_weights<weights, directed> && gs::edge_weights<decltype(sign_of_edge), directed>);
static_assert(!gs::edge_weights<numbers, directed> && !gs::edge_weights<decltype(takes_no_edge), directed>);
static_assert(!gs::readable_vertex_map<decltype(sign_of_edge), directed> &&
              !gs::numeric_edge_map<decltype(sign_of_edge), directed>);
static_assert(!gs::numeric_edge_map<int, directed>);
static_assert(!gs::numeric_edge_map<std::string, gs::stance_graph>);
static_assert(gs::numeric_edge_map<gs::edge_index_map, gs::stance_graph>);
static_assert(!gs::numeric_edge_map<gs::vertex_name_map<gs::geopolitics>, gs::stance_graph>);
static_assert(gs::readable_vertex_map<gs::vertex_name_map<gs::geopolitics>, gs::stance_graph>);

// What the vocabulary asks of types.
static_assert(gs::holder<gs::actor> && gs::holder<gs::alliance> && !gs::holder<gs::issue> &&
              !gs::holder<gs::statement> && !gs::holder<gs::publication> && !gs::holder<int>);
static_assert(gs::signalling<gs::stance> && gs::signalling<gs::casts> && gs::signalling<gs::acts_toward> &&
              !gs::signalling<gs::member_of> && !gs::signalling<gs::makes> && !gs::signalling<int>);
using no_links = gs::schema<gs::nodes<gs::actor>, gs::relations<gs::stance>, gs::provenance>;
static_assert(gs::stance_schema<gs::geopolitics> && !gs::stance_schema<no_links> && !gs::stance_schema<int>);
static_assert(gs::text_field<std::string> && gs::text_field<gs::rare_text> && !gs::text_field<std::string_view> &&
              !gs::text_field<char const*>);

static_assert(gs::described<gs::actor> && gs::described<gs::stance> && gs::described<gs::no_annotation> &&
              !gs::described<double> && !gs::described<std::string>);
enum class fluid { oil, gas };
constexpr std::array<std::string_view, 2> enumerator_names(fluid) { return {"oil", "gas"}; }
static_assert(gs::named_enum<gs::ballot> && gs::named_enum<fluid> && !gs::named_enum<gs::tie_direction> &&
              !gs::named_enum<int>);

// Schemas and what they list.
struct of_my_own {
    using node_types = gs::nodes<gs::actor>;
    using relation_types = gs::relations<gs::stance>;
    using annotation = int;
};
using extended = gs::extend<gs::geopolitics, gs::nodes<tie>>;
static_assert(gs::graph_schema<no_links> && gs::graph_schema<extended> && gs::graph_schema<of_my_own> &&
              !gs::graph_schema<int> && !gs::graph_schema<gs::actor>);
static_assert(gs::stance_schema<extended> && !gs::stance_schema<of_my_own>);
static_assert(gs::node_type_of<gs::actor, gs::geopolitics> && !gs::node_type_of<gs::stance, gs::geopolitics> &&
              !gs::node_type_of<gs::actor, int>);
static_assert(gs::relation_type_of<gs::stance, gs::geopolitics> && !gs::relation_type_of<gs::actor, gs::geopolitics> &&
              !gs::relation_type_of<gs::stance, int>);
static_assert(gs::may_link<gs::makes, gs::actor, gs::statement> && !gs::may_link<gs::makes, gs::actor, gs::actor> &&
              !gs::may_link<int, gs::actor, gs::actor>);
static_assert(gs::annotation_with_a_period<gs::provenance> && !gs::annotation_with_a_period<gs::no_annotation> &&
              !gs::annotation_with_a_period<int>);
static_assert(gs::node_handle<gs::node<gs::actor>> && gs::node_handle<gs::any_node> &&
              !gs::node_handle<gs::any_relation> && !gs::node_handle<std::size_t>);
static_assert(gs::relation_handle<gs::relation<gs::stance>> && gs::relation_handle<gs::any_relation> &&
              !gs::relation_handle<gs::any_node> && !gs::relation_handle<std::size_t>);

// Who may be asked for a position, and what it may be about.
template <class... Handle>
constexpr bool all_hold = (gs::position_holder<Handle, gs::geopolitics> && ...);
template <class... Handle>
constexpr bool all_are_targets = (gs::position_target<Handle, gs::geopolitics> && ...);
static_assert(all_hold<gs::node<gs::actor>, gs::node<gs::alliance>, gs::node<gs::issue>, gs::any_node>);
static_assert(all_are_targets<gs::node<gs::actor>, gs::node<gs::issue>, gs::node<gs::statement>, gs::any_node>);
static_assert(!all_hold<gs::node<gs::publication>> && !all_are_targets<gs::node<gs::publication>>);

// Policies.
constexpr auto ones = [](gs::any_node) { return std::optional(1.0); };
constexpr auto powers = [](gs::any_node) { return std::optional(gs::voter_power{}); };
constexpr auto worths = [](std::size_t, std::size_t) { return 0.5; };
constexpr auto no_argument = [] { return 1.0; };
constexpr auto one_number = [](std::size_t) { return 0.5; };
static_assert(gs::size_policy<decltype(ones)> && !gs::size_policy<decltype(no_argument)>);
static_assert(gs::power_policy<decltype(powers)> && !gs::power_policy<decltype(ones)>);
static_assert(gs::voter_utility<decltype(worths)> && !gs::voter_utility<decltype(one_number)>);

// Subsumption: the more demanding overload is the better match.
template <class G>
constexpr int demands = 0;
template <gs::vertex_list_graph G>
constexpr int demands<G> = 1;
template <gs::vertex_and_edge_list_graph G>
constexpr int demands<G> = 2;
template <gs::directed_graph G>
constexpr int demands<G> = 3;
static_assert(demands<int> == 0 && demands<undirected> == 2 && demands<directed> == 3 && demands<stances> == 3);

template <class G>
constexpr int walks = 0;
template <gs::incidence_graph G>
constexpr int walks<G> = 1;
template <gs::bidirectional_graph G>
constexpr int walks<G> = 2;
static_assert(walks<int> == 0 && walks<directed> == 1 && walks<gs::stance_graph> == 2);

// Boost.Graph's own checks.
template <class G>
struct fits_boost {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, std::size_t, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, std::size_t, boost::vertex_name_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, gs::edge_descriptor, boost::edge_index_t>));
};
template struct fits_boost<gs::stance_graph>;
template struct fits_boost<layer>;
template struct fits_boost<supposed>;

} // namespace
