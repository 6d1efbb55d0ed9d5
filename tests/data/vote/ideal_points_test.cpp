// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/ideal_points.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// Three states in two years; the third has no estimate in the second year.
io::ideal_point_table three_states() {
    io::ideal_point_table table;
    for (auto const* number : {"2", "365", "710"}) table.states.add("cow", number);
    table.points = {{.state = 0, .year = 1990, .value = 2.5},
                    {.state = 1, .year = 1990, .value = -1.25},
                    {.state = 2, .year = 1990, .value = -0.5},
                    {.state = 0, .year = 1991, .value = 2.75},
                    {.state = 1, .year = 1991, .value = 0.25}};
    table.coverage = {1990, 1991};
    return table;
}

} // namespace

TEST_CASE("ideal_point_distance: the absolute difference of the year's points") {
    auto const table = three_states();
    CHECK(io::ideal_point_distance(table, 0, 1, 1990) == 3.75);
    CHECK(io::ideal_point_distance(table, 1, 0, 1990) == 3.75);
    CHECK(io::ideal_point_distance(table, 1, 2, 1990) == 0.75);
    CHECK(io::ideal_point_distance(table, 0, 1, 1991) == 2.5);
    CHECK(io::ideal_point_distance(table, 2, 2, 1990) == 0);
}

TEST_CASE("ideal_point_distance: a state without a point in that year has no distance, not even to itself") {
    auto const table = three_states();
    CHECK(io::ideal_point_distance(table, 0, 2, 1991) == std::nullopt);
    CHECK(io::ideal_point_distance(table, 2, 0, 1991) == std::nullopt);
    CHECK(io::ideal_point_distance(table, 2, 2, 1991) == std::nullopt);
    CHECK(io::ideal_point_distance(table, 0, 99, 1990) == std::nullopt);
}

TEST_CASE("ideal_point_distance: a year that the table does not cover is an error, not a missing distance") {
    auto const table = three_states();
    for (int const year : {1989, 1992})
        CHECK_THROWS_WITH_AS(static_cast<void>(io::ideal_point_distance(table, 0, 1, year)),
                             doctest::Contains("ideal_point_distance.year"), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(io::ideal_point_distance(io::ideal_point_table(), 0, 1, 1990)),
                    gs::invalid_value);
}

TEST_CASE("ideal_point_distance: a metric, whatever the order of the rows") {
    auto table = three_states();
    std::reverse(table.points.begin(), table.points.end());
    auto const distance = [&](unsigned a, unsigned b) { return *io::ideal_point_distance(table, a, b, 1990); };
    CHECK(distance(0, 1) == 3.75);
    CHECK(distance(0, 1) <= distance(0, 2) + distance(2, 1));
    CHECK(distance(0, 1) == distance(0, 2) + distance(2, 1)); // 2 stands between the others
}
