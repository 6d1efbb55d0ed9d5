// SPDX-License-Identifier: BSL-1.0
// Which relation may link which nodes: the whole table, written out. Columns: where it ends; rows: where it begins.
#include <geostance/model/geopolitics.hpp>

#include <concepts>
#include <string_view>

namespace gs = geostance;

namespace {

/// The rule of a relation type as text: for each beginning, one letter for each end, `x` where the link is allowed.
template <class R>
constexpr bool has_rule(std::string_view from_actor, std::string_view from_alliance, std::string_view from_statement,
                        std::string_view from_issue, std::string_view from_publication) {
    auto const is = []<class From>(From const*, std::string_view row) {
        return row.size() == 5 && gs::may_link<R, From, gs::actor> == (row[0] == 'x') &&
               gs::may_link<R, From, gs::alliance> == (row[1] == 'x') &&
               gs::may_link<R, From, gs::statement> == (row[2] == 'x') &&
               gs::may_link<R, From, gs::issue> == (row[3] == 'x') &&
               gs::may_link<R, From, gs::publication> == (row[4] == 'x');
    };
    return is(static_cast<gs::actor*>(nullptr), from_actor) && is(static_cast<gs::alliance*>(nullptr), from_alliance) &&
           is(static_cast<gs::statement*>(nullptr), from_statement) &&
           is(static_cast<gs::issue*>(nullptr), from_issue) &&
           is(static_cast<gs::publication*>(nullptr), from_publication);
}

// clang-format off
// to: actor, alliance, statement, issue, publication
//                                     from actor  alliance  statement  issue    publication
static_assert(has_rule<gs::stance>      ("xxxx.",  "xxxx.",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::casts>       ("...x.",  "...x.",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::sponsors>    ("...x.",  "...x.",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::acts_toward> ("x....",  ".....",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::affects>     ("xxxx.",  "xxxx.",  ".....",  "xxxx.",  "....."));
static_assert(has_rule<gs::member_of>   ("xx...",  "xx...",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::part_of>     ("x....",  ".....",  ".....",  "x..x.",  "....."));
static_assert(has_rule<gs::succeeds>    ("x....",  ".x...",  ".....",  "...x.",  "....."));
static_assert(has_rule<gs::speaks_for>  ("xx...",  ".....",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::makes>       ("..x..",  "..x..",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::about>       (".....",  ".....",  "xxxx.",  ".....",  "....."));
static_assert(has_rule<gs::would>       (".....",  ".....",  ".....",  "xxxx.",  "....."));
static_assert(has_rule<gs::allied_with> ("xx...",  ".....",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::carries_out> ("...x.",  "...x.",  ".....",  ".....",  "....."));
static_assert(has_rule<gs::follows>     (".....",  ".....",  ".....",  "...x.",  "....."));
static_assert(has_rule<gs::supersedes>  (".....",  ".....",  "..x..",  ".....",  "....."));
static_assert(has_rule<gs::retracts>    (".....",  ".....",  "..x..",  ".....",  "....x"));
static_assert(has_rule<gs::corrects>    (".....",  ".....",  "..x..",  ".....",  "....."));
static_assert(has_rule<gs::disowns>     (".....",  ".....",  "..x..",  ".....",  "....."));
static_assert(has_rule<gs::derives_from>(".....",  ".....",  ".....",  ".....",  "....x"));
static_assert(has_rule<gs::addresses>   (".....",  ".....",  "xx...",  ".....",  "....."));
// clang-format on

// No relation type was forgotten above.
static_assert(gs::detail::length<gs::geopolitics::relation_types> == 21);
static_assert(gs::detail::length<gs::geopolitics::node_types> == 5);

// A class without a rule links nothing; a holder of the user's own can hold a stance, other types can be its target.
struct no_rule {};
struct militia {
    static constexpr bool is_holder = true;
};
struct pipeline {};
static_assert(!gs::may_link<no_rule, gs::actor, gs::actor> && !gs::may_link<int, gs::actor, gs::actor>);
static_assert(gs::holder<gs::actor> && gs::holder<gs::alliance> && gs::holder<militia> && !gs::holder<pipeline> &&
              !gs::holder<gs::issue>);
static_assert(gs::may_link<gs::stance, militia, pipeline> && !gs::may_link<gs::stance, pipeline, militia>);

} // namespace
