// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/clusterability.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

namespace gs = geostance;

TEST_CASE("clusterability: three enemies are three camps, which no two camps can be") {
    auto const found =
        gs::clusterability(gs::signed_graph(3, std::vector<gs::signed_tie>{{0, 1, -1}, {1, 2, -1}, {2, 0, -1}}));
    CHECK(found.clusterable);
    CHECK(found.camps == 3);
    CHECK(found.camp == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(found.cycle.empty());
}

TEST_CASE("clusterability: enemies among friends are shown by the shortest cycle through their tie") {
    std::vector<gs::signed_tie> const ties = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {1, 3, 1}, {0, 3, -1}};
    auto const found = gs::clusterability(gs::signed_graph(4, ties));
    CHECK_FALSE(found.clusterable);
    CHECK(found.camps == 1);
    CHECK(found.against == 1);
    CHECK(found.cycle.size() == 3);
    CHECK(found.cycle.back() == 4); // the hostile one comes last
}

TEST_CASE("clusterability: nobody is one camp less than somebody alone") {
    CHECK(gs::clusterability(gs::signed_graph()).camps == 0);
    CHECK(gs::clusterability(gs::signed_graph(2, {})).camps == 2);
}
