// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/network/recorded_landscape.hpp>
#include <geostance/signed/balance_dynamics.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <vector>

namespace gs = geostance;

TEST_CASE("recorded_landscape: ties come from the record, sizes from the policy; who has none is listed") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const c = g.add(gs::actor{.key = "c"});
    auto const unknown = g.add(gs::actor{.key = "unknown"});
    g.relate(a, b, gs::stance{.value = -1});
    g.relate(b, c, gs::stance{.value = -1});
    g.relate(c, a, gs::stance{.value = -1});
    g.relate(unknown, a, gs::stance{.value = 1});
    auto const size = [&](gs::any_node who) -> std::optional<double> {
        if (who == gs::any_node(a)) return 1;
        if (who == gs::any_node(b)) return 2;
        if (who == gs::any_node(c)) return 3;
        return std::nullopt;
    };
    auto const found = gs::landscape_of(g, size);
    CHECK(found.found.least_energy == -18);
    CHECK(found.found.frustration.exact);
    CHECK(found.without == std::vector<gs::any_node>{gs::any_node(unknown)});
    auto const& side = found.found.frustration.camp;
    CHECK(side[0] == side[1]);
    CHECK(side[0] != side[2]);
    CHECK(found.ties.ties.size() == 4); // the evidence for the tie that was left out is still there
    // The same ties under balance dynamics: an unbalanced triangle with a friend of the first.
    auto const course = gs::balance_dynamics(found.ties.graph);
    CHECK(course.camp[0] == course.camp[3]);
    auto const wrong = [](gs::any_node) { return std::optional(-1.0); };
    CHECK_THROWS_AS(static_cast<void>(gs::landscape_of(g, wrong)), gs::invalid_value);
}
