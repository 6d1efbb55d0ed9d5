// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace gs = geostance;

namespace {

struct links_nothing {
    template <class From, class To>
    static constexpr bool links = false;
};
struct schema_with_idle_type {
    using node_types = gs::nodes<gs::actor>;
    using relation_types = gs::relations<gs::part_of, links_nothing>;
    using annotation = gs::no_annotation;
};

} // namespace

TEST_CASE("relate_any: a type that links nothing says so") {
    gs::typed_graph<schema_with_idle_type> g;
    auto const a = g.add(gs::actor{.key = "a"});
    CHECK_THROWS_WITH_AS(g.relate_any(gs::any_node(a), gs::any_node(a), links_nothing{}),
                         "links_nothing: got actor to actor, expected a relation of another type: this one links no "
                         "type of node to any other",
                         gs::invalid_value);
}

TEST_CASE("link_table: a row for each type of the source, with each type of the target") {
    using votes = gs::detail::link_table<gs::casts, gs::geopolitics::node_types>;
    CHECK(votes::allows.size() == votes::size * votes::size);
    CHECK(std::count(votes::allows.begin(), votes::allows.end(), true) == 2);
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "p"});
    auto const said = g.add(gs::statement{.key = "s"});
    try {
        g.relate_any(gs::any_node(paper), gs::any_node(said), gs::retracts{});
        FAIL("linked");
    } catch (gs::invalid_value const& e) {
        CHECK(std::string(e.what()) == "retracts: got publication to statement, expected a link from statement to "
                                       "statement; from publication to publication");
    }
}
