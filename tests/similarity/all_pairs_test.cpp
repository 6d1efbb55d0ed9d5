// SPDX-License-Identifier: BSL-1.0
#include <geostance/similarity/all_pairs.hpp>

#include "signed/data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using measure = gs::similarity_measure;

namespace {

gs::portfolio_matrix random_portfolios(std::size_t rows, std::size_t columns, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rows; ++i) names.push_back("row " + std::to_string(i));
    gs::portfolio_matrix m(names, columns, {-1, 0, 1});
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t c = 0; c < columns; ++c) {
            auto const draw = random() % 4;
            if (draw < 3) m.set(i, c, static_cast<double>(draw) - 1);
        }
    }
    return m;
}

std::vector<gs::portfolio_value> row_of(gs::portfolio_matrix const& m, std::size_t row) {
    std::vector<gs::portfolio_value> result;
    for (std::size_t c = 0; c < m.columns(); ++c) result.push_back(m.at(row, c));
    return result;
}

} // namespace

TEST_CASE("all_pairs: every pair has what compare_portfolios says of it, for every measure, weighted or not") {
    for (auto const columns : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{130}}) {
        auto const m = random_portfolios(7, columns, static_cast<std::uint32_t>(columns));
        std::vector<double> weights(columns);
        for (std::size_t c = 0; c < columns; ++c) weights[c] = static_cast<double>(c % 5);
        for (auto const which :
             {measure::s, measure::kappa, measure::pi, measure::a, measure::tau_b, measure::agreement}) {
            for (auto const& w : {std::vector<double>{}, weights}) {
                auto const all = gs::all_pairs(which, m, {.weights = w});
                CHECK(all.pairs() == 21);
                for (std::size_t i = 0; i < 7; ++i) {
                    for (std::size_t j = 0; j < i; ++j) {
                        auto const one = gs::compare_portfolios(which, row_of(m, i), row_of(m, j),
                                                                {m.levels(), gs::level_distance::usual, w});
                        CHECK(all.at(i, j).n == one.n);
                        CHECK(all.at(j, i).coverage == one.coverage);
                        CHECK(all.at(i, j).value.has_value() == one.value.has_value());
                        if (one.value) CHECK(*all.at(i, j).value == doctest::Approx(*one.value));
                    }
                }
            }
        }
    }
}

TEST_CASE("all_pairs: the General Assembly, 2010 to 2019") {
    auto const rows = test_data::table("un/votes-2010-2019.csv", ',');
    if (rows.empty()) return;
    std::map<std::string, std::size_t> states;
    std::map<std::string, std::size_t> calls;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        states.try_emplace(rows[i][rows[i].size() - 2], 0);
        calls.try_emplace(rows[i][0], calls.size());
    }
    std::vector<std::string> names;
    for (auto& [name, number] : states) {
        number = names.size();
        names.push_back(name);
    }
    gs::portfolio_matrix m(names, calls.size(), {-1, 0, 1});
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto const& vote = rows[i].back();
        m.set(states[rows[i][rows[i].size() - 2]], calls[rows[i][0]], vote == "yes" ? 1 : (vote == "no" ? -1 : 0));
    }
    auto const s = gs::all_pairs(measure::s, m);
    auto const kappa = gs::all_pairs(measure::kappa, m);
    CHECK(calls.size() == 926);
    CHECK(s.between("RU", "KP").n == 793);
    CHECK(s.between("RU", "KP").value.value() == doctest::Approx(.586381).epsilon(1e-6));
    CHECK(kappa.between("KP", "RU").value.value() == doctest::Approx(.457462).epsilon(1e-6));
    CHECK(s.between("US", "RU").n == 910);
    CHECK(s.between("US", "RU").value.value() == doctest::Approx(-.232967).epsilon(2e-6));
    CHECK(kappa.between("US", "RU").value.value() == doctest::Approx(-.119925).epsilon(4e-6));
    CHECK(s.between("KR", "KP").n == 780);
    CHECK(s.between("KR", "KP").value.value() == doctest::Approx(.157692).epsilon(3e-6));
    CHECK(kappa.between("KR", "KP").value.value() == doctest::Approx(-.158828).epsilon(3e-6));
}

TEST_CASE("all_pairs: a cell can be set again, is missing at first, and refuses what is no level") {
    gs::portfolio_matrix m({"a", "b"}, 70, {0, 1});
    CHECK_FALSE(m.at(1, 69));
    m.set(1, 69, 0);
    m.set(1, 69, 1);
    CHECK(m.at(1, 69) == 1);
    CHECK_FALSE(m.at(0, 69));
    CHECK_THROWS_WITH_AS(m.set(1, 69, 2), "value: got 2, expected one of the levels of the scale", gs::invalid_value);
    CHECK_THROWS_WITH_AS(m.set(2, 0, 1), "row: got 2, expected a number below 2", gs::invalid_value);
    CHECK_THROWS_WITH_AS(m.set(0, 70, 1), "column: got 70, expected a number below 70", gs::invalid_value);
    auto const all = gs::all_pairs(measure::s, m);
    CHECK_THROWS_AS((void)all.between("a", "c"), gs::unknown_name);
    CHECK_THROWS_AS((void)all.at(0, 0), gs::invalid_value);
    CHECK_THROWS_WITH_AS(gs::portfolio_matrix({"a"}, 1, {0}),
                         "levels: got 1 levels, expected 2 to 250 finite numbers in ascending order",
                         gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::all_pairs(gs::similarity_measure::s, m, {.weights = {1}}),
                         "all_pairs_options.weights: got 1 weights, expected one for each of 70 columns, or none",
                         gs::invalid_value);
    CHECK_FALSE(all.between("a", "b").value);
}

TEST_CASE("all_pairs: no rows, one row and no columns give no pairs or empty ones") {
    CHECK(gs::all_pairs(measure::s, gs::portfolio_matrix({}, 3, {0, 1})).pairs() == 0);
    CHECK(gs::all_pairs(measure::s, gs::portfolio_matrix({"a"}, 3, {0, 1})).pairs() == 0);
    auto const none = gs::all_pairs(measure::s, gs::portfolio_matrix({"a", "b"}, 0, {0, 1}));
    CHECK(none.at(0, 1).n == 0);
    CHECK(none.at(0, 1).coverage == 0);
}
