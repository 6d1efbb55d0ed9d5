// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/data/vote/vote_portfolios.hpp>

#include "io/data_folder.hpp"

#include <doctest/doctest.h>

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
