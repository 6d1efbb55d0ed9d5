// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/line_index.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace gs = geostance;

TEST_CASE("line_index: the normalisations of 7 in 58 ties, 29 of them negative, are three different numbers") {
    CHECK(gs::normalised_frustration(7, 58) == doctest::Approx(1 - 14.0 / 58));
    CHECK(gs::satisfied_share(7, 58) == doctest::Approx(1 - 7.0 / 58));
    CHECK(gs::frustration_by_negatives(7, 29) == doctest::Approx(.7586207));
}

TEST_CASE("line_index: a graph without ties is balanced, and impossible arguments are refused") {
    CHECK(gs::normalised_frustration(0, 0) == 1);
    CHECK_THROWS_WITH_AS((void)gs::normalised_frustration(3, 5),
                         "index: got 3, expected a number from 0 to 2.5, by total_weight", gs::invalid_value);
    CHECK_THROWS_AS((void)gs::satisfied_share(-1, 5), gs::invalid_value);
    CHECK_THROWS_AS((void)gs::frustration_by_negatives(1, std::nan("")), gs::invalid_value);
}
