// SPDX-License-Identifier: BSL-1.0
// A header of a user's that includes fwd.hpp alone; what it declares is then met by the whole library.
#include <geostance/fwd.hpp>

#include <type_traits>

namespace gs = geostance;

namespace {

// What the header says of its own functions and classes.
template <class Function>
constexpr bool is_declared = std::is_function_v<Function>;
static_assert(is_declared<void(gs::stance_graph const&, gs::lens const&)>);
static_assert(is_declared<gs::position(gs::typed_graph<gs::geopolitics> const&, gs::node<gs::actor>)>);
static_assert(is_declared<void(gs::overlay<gs::geopolitics>&, gs::transaction<gs::geopolitics>&)>);
static_assert(is_declared<gs::supposition<gs::geopolitics>(gs::stance_graph const&)>);
static_assert(is_declared<gs::io::read_result<gs::stance_graph>(gs::io::input, gs::io::read_options const&)>);
static_assert(is_declared<gs::io::read_report const&(gs::projection const&, gs::similarity, gs::search_options)>);
static_assert(is_declared<void(gs::invalid_state const&, gs::merge_conflict const&, gs::reliability, gs::precision)>);
static_assert(is_declared<void(gs::page::options const&, gs::page::what_if<gs::geopolitics> const&)>);

using of_my_own = gs::extend<gs::geopolitics, gs::nodes<struct pipeline>>;
static_assert(is_declared<void(gs::typed_graph<of_my_own> const&)>);
static_assert(gs::stance_schema<gs::geopolitics> && gs::stance_schema<of_my_own> && gs::graph_schema<of_my_own>);

struct seat {
    gs::node<gs::actor> member;
    gs::relation<gs::member_of> membership;
    gs::stance_graph const* record = nullptr;
};
static_assert(std::is_default_constructible_v<std::hash<gs::any_node>>);
constexpr seat empty{};
static_assert(empty.member.is_null() && empty.membership.is_null());

} // namespace

#include <geostance/geostance.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/page/what_if.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/similarity/similarity.hpp>

static_assert(std::is_same_v<gs::stance_graph, gs::typed_graph<gs::geopolitics>>);
static_assert(std::is_base_of_v<gs::stance_graph, gs::supposition<gs::geopolitics>>);
static_assert(sizeof(gs::lens) > 1 && sizeof(gs::projection) > 1 && sizeof(gs::similarity) > 1);
static_assert(sizeof(gs::page::what_if<gs::geopolitics>) > 1 && std::is_base_of_v<gs::error, gs::merge_conflict>);
static_assert(sizeof(gs::io::input) > 1 && sizeof(gs::io::read_result<gs::stance_graph>) > 1);
