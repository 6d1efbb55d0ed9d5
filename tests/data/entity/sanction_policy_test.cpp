// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/entity/sanction_policy.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("sanction_policy: every sanction has one value, -1 unless another is chosen") {
    auto const usual = io::every_sanction();
    CHECK(usual.name == "every-sanction");
    CHECK(usual.value({.id = "s1", .schema = "Sanction"}) == -1.0);
    CHECK(io::every_sanction(-0.5).value({}) == -0.5);
}
