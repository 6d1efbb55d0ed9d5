// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/whatif/switch_to.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace gs = geostance;

TEST_CASE("switch_to: prints who, on what, and where it would stand") {
    gs::stance_graph g;
    auto const who = g.add(gs::actor{.key = "a"});
    auto const target = g.add(gs::issue{.key = "i"});
    std::ostringstream out;
    out << gs::switch_to{who, target, -0.5};
    CHECK(out.str() == "node 0 on node 1: -0.5");
}
