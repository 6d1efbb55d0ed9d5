// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/quad_class.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("quad_class: numbers 1 to 4 and no others") {
    CHECK_FALSE(io::quad_class_of(0));
    CHECK_FALSE(io::quad_class_of(5));
    for (int number = 1; number <= 4; ++number) CHECK(io::number_of(io::quad_class_of(number).value()) == number);
    CHECK(io::channel_of(io::quad_class::verbal_conflict) == geostance::channel::verbal);
    CHECK(io::channel_of(io::quad_class::material_conflict) == geostance::channel::material);
}
