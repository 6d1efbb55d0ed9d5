// SPDX-License-Identifier: BSL-1.0
// The typed graph as a type: who may use which function with which types, and that it is moved and never copied by
// accident.
#include <geostance/model/geopolitics.hpp>

#include <concepts>
#include <string>
#include <type_traits>

namespace gs = geostance;

namespace {

using graph = gs::stance_graph;

static_assert(!std::is_copy_constructible_v<graph> && !std::is_copy_assignable_v<graph>);
static_assert(std::is_nothrow_move_constructible_v<graph> && std::is_move_assignable_v<graph>);
static_assert(std::is_swappable_v<graph> && std::default_initializable<graph>);
static_assert(std::same_as<decltype(std::declval<graph const&>().copy()), graph>);

struct unknown {
    std::string key{};
};

template <class T, class G = graph>
concept can_add = requires(G g, T payload) {
    g.add(payload);
};
template <class From, class R, class To, class G = graph>
concept can_relate = requires(G g, gs::node<From> from, gs::node<To> to, R payload) {
    g.relate(from, to, payload);
};

static_assert(can_add<gs::actor> && can_add<gs::publication> && !can_add<unknown> && !can_add<gs::stance> &&
              !can_add<int>);
static_assert(!can_add<gs::actor, graph const>);
static_assert(can_relate<gs::actor, gs::stance, gs::statement> && !can_relate<gs::statement, gs::stance, gs::actor>);
static_assert(!can_relate<gs::statement, gs::member_of, gs::alliance>);
static_assert(!can_relate<gs::actor, unknown, gs::actor> && !can_relate<unknown, gs::stance, gs::actor>);

// Payloads are read with the handle's type, and with no other graph's.
template <class Handle, class G = graph>
concept can_read = requires(G const& g, Handle h) {
    g[h];
};
static_assert(can_read<gs::node<gs::actor>> && can_read<gs::relation<gs::stance>>);
static_assert(!can_read<gs::node<unknown>> && !can_read<gs::relation<unknown>> && !can_read<int> &&
              !can_read<gs::any_node>);
static_assert(std::same_as<decltype(std::declval<graph const&>()[gs::node<gs::issue>()]), gs::issue const&>);

template <class T>
concept can_list = requires(graph const& g) {
    gs::nodes_of<T>(g);
};
template <class R>
concept can_walk = requires(graph const& g, gs::node<gs::actor> n) {
    gs::relations_of<R>(g);
    gs::out<R>(g, n);
    gs::in<R>(g, n);
};
static_assert(can_list<gs::actor> && !can_list<gs::stance> && !can_list<unknown> && !can_list<int>);
static_assert(can_walk<gs::stance> && !can_walk<gs::actor> && !can_walk<unknown> && !can_walk<int>);
template <class T>
concept can_find = requires(graph const& g) {
    g.find<T>("a");
    g.at<T>(gs::code{});
};
static_assert(can_find<gs::actor> && !can_find<unknown> && !can_find<gs::stance>);

// An end is typed where the rule admits one type only.
template <class R>
using source_of = decltype(std::declval<graph const&>().source(gs::relation<R>()));
template <class R>
using target_of = decltype(std::declval<graph const&>().target(gs::relation<R>()));
static_assert(std::same_as<source_of<gs::speaks_for>, gs::node<gs::actor>>);
static_assert(std::same_as<source_of<gs::casts>, gs::any_node>);
static_assert(std::same_as<target_of<gs::casts>, gs::node<gs::issue>>);
static_assert(std::same_as<source_of<gs::about>, gs::node<gs::statement>>);
static_assert(std::same_as<target_of<gs::about>, gs::any_node>);
static_assert(std::same_as<source_of<gs::stance>, gs::any_node> && std::same_as<target_of<gs::stance>, gs::any_node>);

// Schemas.
struct pipeline {
    std::string key{};
};
struct operates {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, gs::actor>&& std::same_as<To, pipeline>;
};
using extended = gs::extend<gs::geopolitics, gs::nodes<pipeline>, gs::relations<operates>>;
using energy = gs::typed_graph<extended>;
static_assert(gs::graph_schema<extended> && gs::graph_schema<gs::geopolitics> &&
              gs::graph_schema<gs::schema<gs::nodes<>>>);
static_assert(!gs::graph_schema<int> && !gs::graph_schema<void> && !gs::graph_schema<gs::nodes<pipeline>>);
static_assert(gs::stance_schema<gs::geopolitics> && gs::stance_schema<extended> &&
              !gs::stance_schema<gs::schema<gs::nodes<gs::actor>>> && !gs::stance_schema<int>);
static_assert(gs::node_type_of<pipeline, extended> && !gs::node_type_of<pipeline, gs::geopolitics>);
static_assert(gs::relation_type_of<operates, extended> && !gs::relation_type_of<operates, gs::geopolitics> &&
              !gs::relation_type_of<operates, int>);
static_assert(can_relate<gs::actor, operates, pipeline, energy> && !can_relate<pipeline, operates, gs::actor, energy>);
static_assert(can_relate<gs::actor, gs::stance, pipeline, energy> &&
              !can_relate<gs::actor, gs::casts, pipeline, energy>);
static_assert(std::same_as<energy::annotation_type, gs::provenance>);

} // namespace
