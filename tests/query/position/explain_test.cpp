// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/explain.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace gs = geostance;

TEST_CASE("reason: prints as a tree, two spaces a level, in order") {
    gs::reason const root{"why", {}, {{"first", {}, {{"deeper", {}, {}}}}, {"second", {}, {}}}};
    std::ostringstream out;
    out << root;
    CHECK(out.str() == "why\n  - first\n    - deeper\n  - second\n");
}

TEST_CASE("explain: nothing recorded is said to be so, and has no reasons") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const none = gs::explain(g, a, b);
    CHECK(none.text == "A has no recorded position on B");
    CHECK(none.because.empty());
    auto const r = g.relate(a, b, gs::stance{.value = 1});
    auto const one = gs::explain(g, a, b);
    CHECK(one.text == "A supports B: 1 from 1 piece of evidence");
    REQUIRE(one.because.size() == 1);
    CHECK(one.because[0].relation == gs::any_relation(r));
}
