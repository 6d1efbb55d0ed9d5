// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/cameo_policy.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("cameo_policy: scales are brought to [-1, 1], each under its name, and no code has a made-up value") {
    for (auto const& policy : {io::goldstein_of_gdelt(), io::intensity_of_icews(), io::score_of_plover()}) {
        CAPTURE(policy.name);
        CHECK_FALSE(policy.name.empty());
        REQUIRE(policy.value("190"));
        CHECK(*policy.value("190") >= -1);
        CHECK(*policy.value("190") <= -0.9); // use of conventional force
        CHECK_FALSE(policy.value("999"));
        CHECK_FALSE(policy.value(""));
    }
}
