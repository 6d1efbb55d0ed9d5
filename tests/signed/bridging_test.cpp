// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/bridging.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace gs = geostance;

TEST_CASE("bridging: friends and enemies within and across, and who mediates") {
    // Camps {0, 1} and {2, 3}; vertex 1 has friends in both; vertex 4 stands alone.
    gs::signed_graph const g(5, std::vector<gs::signed_tie>{{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 3, -1}, {1, 3, -2}});
    auto const bridges = gs::bridging(g, {7, 7, 2, 2, 2});
    CHECK(bridges[1].friends_within == 1);
    CHECK(bridges[1].friends_across == 1);
    CHECK(bridges[1].enemies_across == 1);
    CHECK(bridges[1].mediates());
    CHECK(bridges[1].participation == 0.5);
    CHECK_FALSE(bridges[0].mediates());
    CHECK(bridges[0].participation == 0);
    CHECK_FALSE(bridges[4].participation);
    CHECK(bridges[2].mediates());
}

TEST_CASE("bridging: as many camps as vertices") {
    CHECK_THROWS_WITH_AS((void)gs::bridging(gs::signed_graph(2, {}), {1}),
                         "camp: got 1 elements, expected one for each of 2 vertices", gs::invalid_value);
}
