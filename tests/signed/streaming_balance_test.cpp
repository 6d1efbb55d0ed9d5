// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/streaming_balance.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

namespace gs = geostance;

TEST_CASE("streaming_balance: says what each tie does") {
    gs::streaming_balance stream;
    CHECK(stream.add(0, 1, -1) == gs::tie_effect::joins);
    CHECK(stream.add(2, 1, -2) == gs::tie_effect::joins);
    CHECK(stream.are_together(0, 2));
    CHECK(stream.add(0, 2, 1) == gs::tie_effect::agrees);
    CHECK(stream.add(0, 2, 0) == gs::tie_effect::none);
    CHECK_FALSE(stream.are_related(0, 7));
    CHECK(stream.add(0, 2, -1) == gs::tie_effect::contradicts);
    CHECK_FALSE(stream.is_balanced());
    CHECK(stream.against() == 1);
    CHECK_THROWS_AS(stream.add(0, 1, std::nan("")), gs::invalid_value);
    CHECK_THROWS_AS(stream.add(0, UINT32_MAX, 1), gs::invalid_value);
    CHECK(stream.num_vertices() == 3);
}
