// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/timeline.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("timeline: one moment for each date, the vaguer first; what has no date belongs to none") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const on = [](gs::date day) { return gs::provenance{.valid = gs::since(day)}; };
    g.relate(a, b, gs::stance{.value = 0.5}, on(2024y / 1 / 1));
    g.relate(a, b, gs::stance{.value = -1}, on(2024y));
    g.relate(a, b, gs::stance{.value = -0.5}, on(2024y / 1 / 1));
    g.relate(a, b, gs::stance{.value = 1});

    auto const found = gs::timeline(g, a, b);
    REQUIRE(found.moments.size() == 2);
    CHECK(found.moments[0].when == gs::date(2024y));
    CHECK(found.moments[1].when == gs::date(2024y / 1 / 1));
    CHECK(found.moments[1].rests_on.size() == 2);
    CHECK(found.moments[1].sum.mean() == 0.0);
    CHECK(found.undated.size() == 1);
    CHECK(gs::timeline(g, b, a).moments.empty());
}
