// SPDX-License-Identifier: BSL-1.0
#include <geostance/page/page.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace gs = geostance;

TEST_CASE(
    "page::options: a limit that is too small and a language that is no tag are refused, and nothing is written") {
    std::ostringstream out;
    gs::stance_graph const g;
    CHECK_THROWS_WITH_AS(gs::page::write(out, g, {.drawn = 1}),
                         "page::options.drawn: got 1, expected a number of at least 2", gs::invalid_value);
    CHECK_THROWS_WITH_AS(gs::page::write(out, g, {.rows = 0}),
                         "page::options.rows: got 0, expected a number of at least 1", gs::invalid_value);
    CHECK_THROWS_WITH_AS(gs::page::write(out, g, {.readings = 0}),
                         "page::options.readings: got 0, expected a number of at least 1", gs::invalid_value);
    CHECK_THROWS_AS(gs::page::write(out, g, {.language = "en\" x=\""}), gs::invalid_value);
    CHECK(out.str().empty());
}
