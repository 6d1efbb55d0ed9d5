// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace gs = geostance;

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
