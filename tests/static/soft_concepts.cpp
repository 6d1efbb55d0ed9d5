// SPDX-License-Identifier: BSL-1.0
// No concept is an error, whatever it is asked of: each is softly false for what has nothing to do with it.
#include <geostance/graph/concepts.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/network/recorded_landscape.hpp>
#include <geostance/query/position/signal.hpp>
#include <geostance/query/whatif/voters.hpp>
#include <geostance/query/whatif/voters_on.hpp>
#include <geostance/signed/signed_input.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using in_lists = boost::adjacency_list<boost::listS, boost::listS, boost::undirectedS>;
using matrix = boost::adjacency_matrix<boost::undirectedS>;
using rows = boost::compressed_sparse_row_graph<>;
using filtered = boost::filtered_graph<undirected, boost::keep_all>;
using reversed = boost::reverse_graph<directed>;

struct only_declared;
union only_declared_union;
enum class number { one, two };
struct nothing {};
struct final_one final {
    int member = 0;
};
class hidden {
    [[maybe_unused]] int vertex_descriptor = 0;
};

} // namespace

namespace foreign {

// Traits that forget the direction.
struct without_direction {};
inline std::size_t num_vertices(without_direction const&) { return 0; }
inline std::size_t num_edges(without_direction const&) { return 0; }
inline std::pair<int const*, int const*> vertices(without_direction const&) { return {}; }
inline std::pair<int const*, int const*> edges(without_direction const&) { return {}; }

// A whole graph of somebody else's, known by its traits alone, whose vertices are void* without numbers.
struct of_pointers {};
inline std::size_t num_vertices(of_pointers const&) { return 0; }
inline std::size_t num_edges(of_pointers const&) { return 0; }
inline std::pair<void* const*, void* const*> vertices(of_pointers const&) { return {}; }
inline std::pair<int const*, int const*> edges(of_pointers const&) { return {}; }
inline std::pair<int const*, int const*> out_edges(void*, of_pointers const&) { return {}; }
inline std::size_t out_degree(void*, of_pointers const&) { return 0; }

// And one whose void* have numbers.
struct of_numbered_pointers : of_pointers {};
struct numbers_of_pointers {};
inline numbers_of_pointers get(boost::vertex_index_t, of_numbered_pointers const&) { return {}; }
inline std::size_t get(numbers_of_pointers, void*) { return 0; }

// A template of graphs, with partial specialisations of its traits.
template <class Vertex>
struct of_vertices {};
template <class Vertex>
std::size_t num_vertices(of_vertices<Vertex> const&) {
    return 0;
}
template <class Vertex>
std::pair<Vertex const*, Vertex const*> vertices(of_vertices<Vertex> const&) {
    return {};
}

} // namespace foreign

template <>
struct boost::graph_traits<foreign::without_direction> {
    using vertex_descriptor = int;
    using edge_descriptor = int;
};
template <>
struct boost::graph_traits<foreign::of_pointers> {
    using vertex_descriptor = void*;
    using edge_descriptor = int;
    using directed_category = boost::undirected_tag;
};
template <>
struct boost::graph_traits<foreign::of_numbered_pointers> : boost::graph_traits<foreign::of_pointers> {};
template <class Vertex>
struct boost::graph_traits<foreign::of_vertices<Vertex>> {
    using vertex_descriptor = Vertex;
};

namespace {

// How many of the concepts of graphs hold.
template <class G>
constexpr int graph_concepts =
    int{gs::vertex_list_graph<G>} + int{gs::edge_list_graph<G>} + int{gs::incidence_graph<G>} +
    int{gs::bidirectional_graph<G>} + int{gs::vertex_and_edge_list_graph<G>} + int{gs::undirected_graph<G>} +
    int{gs::directed_graph<G>} + int{gs::vertex_indexed_graph<G>};

// Of a map from the graph's vertices or edges.
template <class M, class G>
constexpr int map_concepts = int{gs::readable_vertex_map<M, G>} + int{gs::numeric_edge_map<M, G>} +
                             int{gs::edge_weights<M, G>} + int{gs::signed_input<G, M>};

// Of a type of the vocabulary, a handle, a schema or a policy.
template <class T>
constexpr int other_concepts =
    int{gs::annotation_with_a_period<T>} + int{gs::node_handle<T>} + int{gs::relation_handle<T>} +
    int{gs::graph_schema<T>} + int{gs::stance_schema<T>} + int{gs::named_enum<T>} + int{gs::described<T>} +
    int{gs::holder<T>} + int{gs::text_field<T>} + int{gs::signalling<T>} + int{gs::size_policy<T>} +
    int{gs::power_policy<T>} + int{gs::voter_utility<T>};

// Of a type and another: one beside a schema, whichever is which, and what a relation may link.
template <class T, class S>
constexpr int pair_concepts =
    int{gs::node_type_of<T, S>} + int{gs::relation_type_of<T, S>} + int{gs::position_holder<T, S>} +
    int{gs::position_target<T, S>} + int{gs::may_link<T, S, S>} + int{gs::may_link<S, T, T>} +
    int{gs::may_link<gs::makes, T, S>};

// What is none of all this, beside each thing that is one.
template <class T>
constexpr int concepts_of =
    graph_concepts<T> + other_concepts<T> + pair_concepts<T, gs::geopolitics> + pair_concepts<gs::node<gs::actor>, T> +
    pair_concepts<gs::any_node, T> + pair_concepts<gs::actor, T> + pair_concepts<T, T> + map_concepts<T, undirected> +
    map_concepts<T, int> + map_concepts<boost::static_property_map<int>, T> + map_concepts<int, T>;
template <class... T>
constexpr bool none_of_all = ((concepts_of<T> == 0) && ...);

static_assert(none_of_all<void, void const, int, int const, int&, int&&, int(), int (&)(), void*, void const*,
                          std::nullptr_t, number&, only_declared, only_declared const, only_declared&,
                          only_declared_union, final_one, hidden, std::vector<int>, std::pair<int, int>>);
// A pointer is a property map of Boost's, from whole numbers, and nothing else.
template <class... T>
constexpr bool only_maps = ((graph_concepts<T> + other_concepts<T> == 0 &&
                             map_concepts<T, gs::geopolitics> + map_concepts<T, in_lists> == 0) &&
                            ...);
static_assert(only_maps<int*, int[3], only_declared*, gs::actor*, undirected*>);

// A reference to something is not it.
static_assert(none_of_all<undirected&, undirected const&, directed&&, in_lists&, matrix&, rows const&, filtered&,
                          reversed const&, gs::stance_graph&, gs::stance_graph const&, gs::signed_graph&,
                          foreign::of_pointers&, gs::actor&, gs::stance const&, gs::provenance&, gs::ballot&,
                          gs::geopolitics&, std::string&, gs::node<gs::actor>&, gs::any_relation const&>);
static_assert(map_concepts<boost::static_property_map<int>, undirected&> == 0);

static_assert(graph_concepts<foreign::without_direction> == 3); // counted and walked, but with no direction or neither

// What has traits is one, however it came by them, and a constant graph is what the graph is.
static_assert(gs::vertex_list_graph<foreign::of_vertices<int>> && gs::vertex_list_graph<foreign::of_vertices<void*>>);
static_assert(!gs::vertex_indexed_graph<foreign::of_vertices<int>> &&
              !gs::vertex_indexed_graph<foreign::of_vertices<void*>>);
static_assert(gs::undirected_graph<foreign::of_pointers> && gs::incidence_graph<foreign::of_pointers>);
static_assert(!gs::vertex_indexed_graph<foreign::of_pointers> && !gs::directed_graph<foreign::of_pointers>);
static_assert(gs::vertex_indexed_graph<foreign::of_numbered_pointers>);
template <class... G>
constexpr bool same_if_constant = ((graph_concepts<G> > 0 && graph_concepts<G> == graph_concepts<G const>)&&...);
static_assert(
    same_if_constant<undirected, directed, matrix, rows, filtered, reversed, gs::stance_graph, gs::signed_graph>);
static_assert(graph_concepts<in_lists const> == graph_concepts<in_lists>);

// A constant that says no, or is none.
struct says_no {
    static constexpr bool is_holder = false;
    template <class From, class To>
    static constexpr bool links = false;
};
struct says_it_late {
    bool is_holder = true;
};
struct says_a_number {
    static constexpr int is_holder = 2;
    template <class From, class To>
    static constexpr int links = 2;
};
struct says_text {
    static constexpr char const* is_holder = "yes";
    template <class From, class To>
    static constexpr char const* links = "yes";
};
static_assert(!gs::holder<says_no> && !gs::holder<says_it_late> && !gs::holder<says_a_number> &&
              !gs::holder<says_text>);
static_assert(!gs::may_link<says_no, int, int> && !gs::may_link<says_it_late, int, int> &&
              !gs::may_link<says_a_number, int, int> && !gs::may_link<says_text, int, int>);

} // namespace
