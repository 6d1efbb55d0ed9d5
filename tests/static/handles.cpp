// SPDX-License-Identifier: BSL-1.0
// Handles convert upward alone, compare with their own kind alone, and are cheap to pass.
#include <geostance/graph/edge_descriptor.hpp>
#include <geostance/model/geopolitics.hpp>

#include <concepts>
#include <cstddef>
#include <functional>
#include <type_traits>

namespace gs = geostance;

namespace {

using actor = gs::node<gs::actor>;
using statement = gs::node<gs::statement>;
using stance = gs::relation<gs::stance>;
using makes = gs::relation<gs::makes>;

template <class From, class... To>
constexpr bool converts_to_none = !(std::is_convertible_v<From, To> || ...);
template <class T, class... From>
constexpr bool made_from_none = !(std::is_constructible_v<T, From> || ...);
template <class A, class B>
concept comparable = requires(A a, B b) {
    a == b;
}
|| requires(A a, B b) { a < b; };

static_assert(converts_to_none<actor, bool, int, std::size_t, void*, statement, stance, gs::any_relation>);
static_assert(converts_to_none<stance, bool, int, std::size_t, void*, makes, actor, gs::any_node>);
static_assert(std::is_convertible_v<actor, gs::any_node> && std::is_convertible_v<stance, gs::any_relation>);
static_assert(converts_to_none<gs::any_node, bool, int, std::size_t, actor, stance, gs::any_relation>);
static_assert(converts_to_none<gs::any_relation, bool, int, std::size_t, actor, stance, gs::any_node>);
static_assert(made_from_none<actor, int, std::size_t, std::nullptr_t, statement, stance, gs::any_node>);
static_assert(made_from_none<stance, int, std::size_t, makes, actor, gs::any_relation>);
static_assert(made_from_none<gs::any_node, int, std::size_t, stance, gs::any_relation>);

static_assert(comparable<actor, actor> && comparable<stance, stance> && comparable<gs::any_node, gs::any_node>);
static_assert(!comparable<actor, statement> && !comparable<stance, makes> && !comparable<actor, stance>);
static_assert(comparable<actor, gs::any_node> && comparable<gs::any_relation, stance>);
static_assert(!comparable<actor, gs::any_relation> && !comparable<gs::any_node, stance> &&
              !comparable<gs::any_node, gs::any_relation>);
static_assert(!comparable<actor, int> && !comparable<actor, std::size_t> && !comparable<actor, std::nullptr_t>);

template <class H>
constexpr bool
    is_small_value = sizeof(H) == 8 && std::is_trivially_copyable_v<H>&& std::is_standard_layout_v<H>&& std::regular<
                                           H>&& std::totally_ordered<H>&& std::is_nothrow_default_constructible_v<H>;
static_assert(is_small_value<actor> && is_small_value<stance> && is_small_value<gs::any_node> &&
              is_small_value<gs::any_relation>);
static_assert(actor().is_null() && actor() == actor() && gs::any_node(actor()).is_null());

template <class H>
concept hashable = requires(H h) {
    { std::hash<H>{}(h) } -> std::same_as<std::size_t>;
};
static_assert(hashable<actor> && hashable<stance> && hashable<gs::any_node> && hashable<gs::any_relation> &&
              hashable<gs::edge_descriptor>);

static_assert(gs::node_handle<actor> && gs::node_handle<gs::any_node> && !gs::node_handle<stance> &&
              !gs::node_handle<int> && !gs::node_handle<gs::actor>);
static_assert(gs::relation_handle<stance> && gs::relation_handle<gs::any_relation> && !gs::relation_handle<actor> &&
              !gs::relation_handle<int> && !gs::relation_handle<gs::stance>);

} // namespace
