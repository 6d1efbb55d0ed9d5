// SPDX-License-Identifier: BSL-1.0
#include <geostance/page/what_if.hpp>
#include <geostance/query/whatif/suppose.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;

TEST_CASE("page::what_if: a supposition on a page has a title and lies over its record") {
    gs::stance_graph g;
    g.add(gs::actor{.key = "a"});
    auto const other = g.copy();
    gs::supposition const fits(g);
    gs::supposition const strange(other);
    using list = std::vector<gs::page::what_if<gs::geopolitics>>;
    CHECK_NOTHROW(gs::page::validate(g, list{{"A", fits}}));
    CHECK_THROWS_WITH_AS(gs::page::validate(g, list{{"", fits}}),
                         "page::what_if.title: got nothing, expected what the supposition is called",
                         gs::invalid_value);
    CHECK_THROWS_WITH_AS(gs::page::validate(g, list{{"A", fits}, {"B", strange}}),
                         "page::what_if.world: got B, expected a supposition over the record of the page",
                         gs::invalid_value);
}

TEST_CASE("page::what_if: what is taken away and what is added is said, relation by relation") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const plan = g.add(gs::issue{.key = "plan", .name = "the plan"});
    g.relate(a, plan, gs::stance{.value = 1});
    gs::supposition supposed(g);
    CHECK(gs::page::detail::sentences_of(g, supposed).empty());
    supposed.relate(a, plan, gs::stance{.value = -1});
    auto const said = gs::page::detail::sentences_of(g, supposed);
    REQUIRE(said.size() == 2);
    CHECK(said[0].ends_with(" [taken away]"));
    CHECK(said[1].ends_with(" [supposed]"));
}
