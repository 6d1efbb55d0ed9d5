// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/evidence.hpp>
#include <geostance/query/position.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("evidence: says how a relation bears, and through which other one") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state"});
    auto const panel = g.add(gs::actor{.key = "panel"});
    auto const renewal = g.add(gs::issue{.key = "renewal", .kind = gs::issue_kind::motion});
    auto const own = g.relate(state, panel, gs::stance{.value = -0.5});
    auto const vote = g.relate(state, renewal, gs::casts{.vote = gs::ballot::no});
    auto const would = g.relate(renewal, panel, gs::would{.effect = gs::motion_effect::keep});

    auto const found = gs::position_of(g, state, panel).rests_on;
    REQUIRE(found.size() == 2);
    CHECK(found[0].relation == gs::any_relation(own));
    CHECK_FALSE(found[0].is_derived());
    CHECK(found[1].relation == gs::any_relation(vote));
    CHECK(found[1].how == gs::derivation::carried_over);
    CHECK(found[1].via == gs::any_relation(would));
    CHECK(found[1].value == -1);
    CHECK(found[0] < found[1]);
}
