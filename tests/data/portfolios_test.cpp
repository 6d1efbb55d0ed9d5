// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/alliance_portfolios.hpp>
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/data/vote/vote_portfolios.hpp>

#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using gs::similarity_measure;

TEST_CASE("vote_portfolios: who took no part has no level, and roll calls that were not asked for have no column") {
    auto const table = io::read_votes(io::input::text("rcid,ccode,vote,date\n1,2,1,1946-01-01\n1,200,8,1946-01-01\n"
                                                      "2,2,2,1947-01-01\n2,200,3,1947-01-01\n"))
                           .value;
    auto const both = io::vote_portfolios(table, io::roll_calls_in(table, {1946, 1947}));
    CHECK(both.names() == std::vector<std::string>{"2", "200"});
    CHECK(both.at(0, 0) == 1.0);
    CHECK(both.at(1, 0) == std::nullopt);
    CHECK(both.at(0, 1) == 0.5);
    CHECK(both.at(1, 1) == 0.0);
    CHECK(io::vote_portfolios(table, io::roll_calls_in(table, {1947, 1947})).columns() == 1);
    CHECK_THROWS_AS((void)io::vote_portfolios(table, {2}), gs::invalid_value);
}

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

// S and kappa by an independent implementation (numpy), with the number of common votes
TEST_CASE("vote_portfolios: ten years of the General Assembly, three pairs") {
    auto const data = data_folder();
    if (!data) return;
    auto table = io::read_votes(io::input::file(*data + "/un/votes-2010-2019.csv")).value;
    (void)io::describe_roll_calls(table, io::input::file(*data + "/un/roll-calls-2010-2019.csv"));
    auto const votes = io::vote_portfolios(table, io::roll_calls_in(table, {2010, 2019}));
    auto const s = gs::all_pairs(similarity_measure::s, votes);
    auto const kappa = gs::all_pairs(similarity_measure::kappa, votes);
    auto const check = [&](char const* a, char const* b, double s_value, double kappa_value, std::size_t n) {
        CHECK(s.between(a, b).value.value() == doctest::Approx(s_value).epsilon(1e-5));
        CHECK(kappa.between(a, b).value.value() == doctest::Approx(kappa_value).epsilon(1e-5));
        CHECK(s.between(a, b).n == n);
    };
    check("RU", "KP", .586381, .457462, 793);
    check("US", "RU", -.232967, -.119925, 910);
    check("KR", "KP", .157692, -.158828, 780);
}
