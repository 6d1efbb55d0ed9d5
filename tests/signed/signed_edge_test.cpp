// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_edge.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <unordered_set>
#include <utility>

namespace gs = geostance;

TEST_CASE("signed_edge: equal are those of one pair, from whichever end they are seen") {
    gs::signed_edge const there{4, 7, 12};
    gs::signed_edge const back{7, 4, 20};
    gs::signed_edge const other{4, 8, 13};
    CHECK(there == back);
    CHECK_FALSE(there == other);
    CHECK(back.ends() == std::pair(4U, 7U));
    CHECK(there < other);
    CHECK_FALSE(there < back);
    CHECK_FALSE(back < there);
    CHECK(std::hash<gs::signed_edge>{}(there) == std::hash<gs::signed_edge>{}(back));
    CHECK(std::set{there, back, other}.size() == 2);
    CHECK(std::unordered_set{there, back, other}.size() == 2);
}
