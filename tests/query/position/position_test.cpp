// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("position_of: a node that cannot take part in a position is an error, not a position that is not recorded") {
    gs::stance_graph g;
    gs::any_node const who(g.add(gs::actor{.key = "a"}));
    gs::any_node const said(g.add(gs::statement{.key = "s", .summary = "words"}));
    gs::any_node const article(g.add(gs::publication{.key = "p", .name = "Article"}));
    CHECK(gs::position_of(g, who, said).attitude == gs::attitude::none);
    CHECK_THROWS_WITH_AS((void)gs::position_of(g, who, article),
                         "target: got `Article`, expected a node that positions may be about", gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::explain(g, article, who),
                         "who: got `Article`, expected a node that may hold a position", gs::invalid_value);
    CHECK_THROWS_AS((void)gs::timeline(g, article, who), gs::invalid_value);
    CHECK_THROWS_AS((void)gs::supporters(g, article), gs::invalid_value);
}
