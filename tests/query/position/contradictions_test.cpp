// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/contradictions.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("contradictions: opposite signs at the same time on the same facet, and only these") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const yes = g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    auto const no = g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::during(2021y)});
    g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::during(2010y)});
    g.relate(a, b, gs::stance{.value = -1, .facet = "trade"}, {.valid = gs::during(2021y)});
    g.relate(b, a, gs::stance{.value = -1}, {.valid = gs::during(2021y)});
    auto const found = gs::contradictions(g);
    REQUIRE(found.size() == 1);
    CHECK(found[0].in_favour == gs::any_relation(yes));
    CHECK(found[0].against == gs::any_relation(no));
    CHECK(found[0].overlaps == gs::certainty::yes);
    CHECK(gs::contradictions(g, {.at = 2010y}).empty());
}
