// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/relations.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("relations: what a force says of a claim's truth, and what a motion's effect does to a position") {
    CHECK(gs::polarity(gs::force::confirm) == 1);
    CHECK(gs::polarity(gs::force::deny) == -1);
    CHECK(gs::polarity(gs::force::doubt) == -0.5);
    CHECK(gs::polarity(gs::force::report) == 0);
    CHECK(gs::sign(gs::motion_effect::keep) == 1);
    CHECK(gs::sign(gs::motion_effect::create) == 1);
    CHECK(gs::sign(gs::motion_effect::end) == -1);
    CHECK(gs::sign(gs::motion_effect::amend) == 0);
}
