// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/names.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("code: the scheme belongs to it, and zeros in front do too") {
    CHECK(to_string(gs::code{"cow", "2"}) == "cow:2");
    CHECK(gs::code{"cow", "2"} != gs::code{"gw", "2"});
    CHECK(gs::code{"cameo", "010"} != gs::code{"cameo", "10"});
    CHECK(gs::code{"cameo", "10"} < gs::code{"cow", "1"});
}
