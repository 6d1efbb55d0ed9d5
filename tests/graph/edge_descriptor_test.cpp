// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/edge_descriptor.hpp>

#include <doctest/doctest.h>

#include <set>
#include <unordered_set>

namespace gs = geostance;

TEST_CASE("edge_descriptor: parallel relations are two edges; a copy is the same one, in sets and by hash") {
    gs::edge_descriptor const first{1, 2, 0};
    gs::edge_descriptor const parallel{1, 2, 1};
    auto const copy = first;
    CHECK(first == copy);
    CHECK(first != parallel);
    CHECK(first < parallel);
    CHECK(std::set{first, copy, parallel}.size() == 2);
    CHECK(std::unordered_set{first, copy, parallel}.size() == 2);
}
