// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/alliance_portfolios.hpp>
#include <geostance/data/alliance/read_alliances.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("alliance_portfolios: every member of the system that year, itself included; other years are unknown") {
    auto const table =
        io::read_alliances(io::input::text("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                                           "255,300,1914,1,0,0,0\n365,220,1914,0,0,0,1\n"))
            .value;
    auto const m = io::alliance_portfolios(table, 1914);
    CHECK(m.columns() == m.names().size());
    auto const row = [&](char const* cow) {
        return static_cast<std::size_t>(std::find(m.names().begin(), m.names().end(), cow) - m.names().begin());
    };
    CHECK(m.at(row("255"), row("300")) == 1.0);
    CHECK(m.at(row("300"), row("255")) == 1.0);
    CHECK(m.at(row("365"), row("220")) == 1.0 / 3);
    CHECK(m.at(row("365"), row("255")) == 0.0);
    CHECK(m.at(row("365"), row("365")) == 1.0);
    CHECK(row("731") == m.names().size()); // no member in 1914
    CHECK_THROWS_AS((void)io::alliance_portfolios(table, 1915), gs::invalid_value);
    CHECK_THROWS_AS((void)io::alliance_portfolios(table, 1914, io::cow_ranking(), {0, 1}), gs::invalid_value);
}

TEST_CASE("alliance_portfolios: what skipped rows may have said is no zero") {
    io::read_alliances_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    auto const table =
        io::read_alliances(io::input::text("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                                           "255,300,1914,1,0,0,0\n365,220,1914,0,0,0,1\n255,365,0,1,0,0,0\n"),
                           options)
            .value;
    auto const m = io::alliance_portfolios(table, 1914);
    auto const row = [&](char const* cow) {
        return static_cast<std::size_t>(std::find(m.names().begin(), m.names().end(), cow) - m.names().begin());
    };
    CHECK(m.at(row("365"), row("255")) == std::nullopt);
    CHECK(m.at(row("255"), row("365")) == std::nullopt);
    CHECK(m.at(row("255"), row("220")) == 0.0);
    CHECK(m.at(row("255"), row("2")) == 0.0); // a state that the table does not name
    CHECK(m.at(row("255"), row("300")) == 1.0);
}
