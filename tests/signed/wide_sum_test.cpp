// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/detail/wide_sum.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using geostance::detail::wide_sum;

namespace {

wide_sum sum_of(std::vector<double> const& numbers) {
    wide_sum all;
    for (auto const x : numbers) all += x;
    return all;
}

} // namespace

TEST_CASE("wide_sum: nothing is lost between numbers of any size") {
    CHECK(sum_of({}).nearest() == 0);
    CHECK(sum_of({1e300, 1, -1e300}).nearest() == 1);
    CHECK(sum_of({5e-324, 1e308, -1e308}).nearest() == 5e-324);
    CHECK(sum_of({-5e-324, 1, -1}).nearest() == -5e-324);
    CHECK(sum_of({-0x1p52 - 1, -0x1p52 - 2, 0x1p52, 0x1p52 + 5}).nearest() == 2);
    auto const largest = std::numeric_limits<double>::max();
    CHECK(sum_of({largest, largest, -largest}).nearest() == largest);
    CHECK(sum_of({-1, 1}) == wide_sum());
}

TEST_CASE("wide_sum: rounds half to even, and down where asked") {
    CHECK(sum_of({0x1p53, 1}).nearest() == 0x1p53);
    CHECK(sum_of({0x1p53, 1, 5e-324}).nearest() == 0x1p53 + 2);
    CHECK(sum_of({0x1p53 + 2, 1}).nearest() == 0x1p53 + 4);
    CHECK(sum_of({0x1p53 + 2, 1}).below() == 0x1p53 + 2);
    CHECK(sum_of({0x1p53, 1.5}).below() == 0x1p53);
    CHECK(sum_of({0.75}).below() == 0.75);
}

TEST_CASE("wide_sum: sums are added, negated and compared as their values are") {
    std::mt19937 random(3);
    std::uniform_int_distribution<int> size(-40, 40);
    std::uniform_int_distribution<int> exponent(-10, 10); // so that long double arithmetic is exact as well
    auto const number = [&] { return std::ldexp(size(random), exponent(random)); };
    for (auto i = geostance::testing::repetitions(3000); i > 0; --i) {
        auto const a = number();
        auto const b = number();
        REQUIRE((wide_sum(a) + wide_sum(b)).nearest() == a + b);
        REQUIRE((wide_sum(a) - wide_sum(b)).nearest() == a - b);
        REQUIRE((wide_sum(a) < wide_sum(b)) == (a < b));
        REQUIRE((wide_sum(a) >= wide_sum(b)) == (a >= b));
        REQUIRE(abs(wide_sum(a)).nearest() == std::abs(a));
    }
}
