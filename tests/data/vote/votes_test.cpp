// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/votes.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono_literals;

TEST_CASE("level_of: abstaining is between yes and no; being absent is no level") {
    CHECK(io::level_of(gs::ballot::yes) == 1.0);
    CHECK(io::level_of(gs::ballot::abstain) == 0.5);
    CHECK(io::level_of(gs::ballot::no) == 0.0);
    CHECK_FALSE(io::level_of(gs::ballot::absent));
    CHECK_FALSE(io::level_of(gs::ballot::not_a_member));
}

TEST_CASE("roll_calls_in, portfolio_of: by year and voter; what is not recorded is no vote") {
    io::voting_table table;
    table.coverage = {1946, 1947};
    table.roll_calls = {{.id = "1", .day = gs::date(1946y / 5 / 1)}, {.id = "2", .day = gs::date(1947y)}, {.id = "3"}};
    table.votes = {{0, 0, gs::ballot::yes}, {1, 0, gs::ballot::abstain}, {1, 1, gs::ballot::absent}};
    CHECK(io::roll_calls_in(table, {1946, 1946}) == std::vector<std::uint32_t>{0});
    CHECK(io::roll_calls_in(table, {1946, 1947}) == std::vector<std::uint32_t>{0, 1});
    CHECK_THROWS_AS((void)io::roll_calls_in(table, {1945, 1946}), gs::invalid_value);
    using levels = std::vector<std::optional<double>>;
    CHECK(io::portfolio_of(table, 0, {1, 0}) == levels{0.5, 1.0});
    CHECK(io::portfolio_of(table, 1, {0, 1}) == levels{std::nullopt, std::nullopt});
}
