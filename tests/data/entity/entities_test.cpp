// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/entity/entities.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace io = geostance::io;
using namespace std::chrono_literals;

TEST_CASE("entity: a property has its values in the order of the file, or none") {
    io::entity const e{.id = "p1", .schema = "Person", .properties = {{"name", {"Jo Doe", "J. Doe"}}}};
    CHECK(e.values("name") == std::vector<std::string>{"Jo Doe", "J. Doe"});
    CHECK(e.values("alias").empty());
}

TEST_CASE("entity: a date may be a year, a month, a day, or a day with a time, which is left out") {
    CHECK(io::detail::entity_date("1960") == geostance::date(1960y));
    CHECK(io::detail::entity_date("2019-03") == geostance::date(2019y / 3));
    CHECK(io::detail::entity_date("2023-04-20T10:27:20") == geostance::date(2023y / 4 / 20));
    for (auto const* const none : {"", "soon", "unknown", "2023-13"}) CHECK_FALSE(io::detail::entity_date(none));
}
