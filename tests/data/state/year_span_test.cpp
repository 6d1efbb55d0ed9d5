// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/state/year_span.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("year_span: empty until it is widened, and then from the least year to the greatest") {
    constexpr io::year_span none;
    static_assert(is_empty(none));
    static_assert(widened(none, 1990) == io::year_span{1990, 1990});
    static_assert(widened(widened(none, 1990), 1816) == io::year_span{1816, 1990});
    static_assert(io::contains({1816, 2012}, {1816, 1816}));
    static_assert(!io::contains({1816, 2012}, {2012, 2013}));
    CHECK(to_string(io::year_span{1816, 2012}) == "1816-2012");
}
