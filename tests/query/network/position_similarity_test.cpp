// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/network/position_similarity.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("similarity_of: only targets on which both have a position, with the evidence for both") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const treaty = g.add(gs::issue{.key = "treaty"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    CHECK(gs::similarity_of(g, a, b).rests_on.empty());
    CHECK_FALSE(gs::similarity_of(g, a, b).measured.value);

    g.relate(a, treaty, gs::stance{.value = 1});
    g.relate(b, treaty, gs::stance{.value = 1});
    g.relate(a, motion, gs::stance{.value = 1}); // b has said nothing
    auto const alike = gs::similarity_of(g, a, b);
    REQUIRE(alike.rests_on.size() == 1);
    CHECK(alike.rests_on[0].target == gs::any_node(treaty));
    CHECK(alike.measured.n == 1);
    CHECK(alike.measured.value == 1.0);

    g.relate(b, motion, gs::stance{.value = -1});
    CHECK(gs::similarity_of(g, a, b).measured.value == 0.0);
    CHECK(gs::similarity_of(g, b, a).measured.value == 0.0);
}
