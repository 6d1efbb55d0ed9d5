// SPDX-License-Identifier: BSL-1.0
#include <geostance/similarity/similarity.hpp>

#include "signed/data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

using measure = gs::similarity_measure;
using portfolio = std::vector<gs::portfolio_value>;

std::string error_of(measure m, portfolio const& x, portfolio const& y, gs::similarity_scale const& scale) {
    try {
        (void)gs::compare_portfolios(m, x, y, scale);
    } catch (gs::invalid_value const& e) {
        return e.what();
    }
    return "none";
}

double value(measure m, portfolio const& x, portfolio const& y, gs::similarity_scale const& scale) {
    return gs::compare_portfolios(m, x, y, scale).value.value();
}

} // namespace

TEST_CASE("similarity: alliance portfolios of Germany and Russia, 1914 (Signorino and Ritter 1999, table 6)") {
    auto const rows = test_data::table("fpsim/signorino_ritter_1999_table6.csv", ',');
    if (rows.empty()) return;
    portfolio germany;
    portfolio russia;
    std::vector<double> capability;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        capability.push_back(std::stod(rows[i][1]));
        germany.emplace_back(std::stod(rows[i][2]));
        russia.emplace_back(std::stod(rows[i][3]));
    }
    gs::similarity_scale const scale{{0, 1, 2, 3}};
    auto const s = gs::compare_portfolios(measure::s, germany, russia, scale);
    CHECK(s.value.value() == doctest::Approx(0.4).epsilon(1e-12));
    CHECK(s.n == 20);
    CHECK(s.coverage == 1);
    gs::similarity_scale const squared{{0, 1, 2, 3}, gs::level_distance::squared};
    CHECK(value(measure::s, germany, russia, squared) == doctest::Approx(0.444444444).epsilon(1e-8));
    gs::similarity_scale const by_capability{{0, 1, 2, 3}, gs::level_distance::usual, capability};
    CHECK(value(measure::s, germany, russia, by_capability) == doctest::Approx(-0.46).epsilon(1e-12));
    CHECK(value(measure::kappa, germany, russia, scale) == doctest::Approx(-0.07758621).epsilon(1e-7));
    CHECK(value(measure::pi, germany, russia, scale) == doctest::Approx(-0.04477612).epsilon(1e-7));
    CHECK(value(measure::a, germany, russia, scale) == doctest::Approx(-0.04).epsilon(1e-12));
    CHECK(value(measure::tau_b, germany, russia, scale) == doctest::Approx(0.03031695).epsilon(1e-6));
}

TEST_CASE("similarity: a missing value is skipped and counted, never read as 0") {
    portfolio const x = {1, 0, {}, -1, {}};
    portfolio const y = {1, -1, 0, {}, {}};
    auto const s = gs::compare_portfolios(measure::agreement, x, y, {{-1, 0, 1}});
    CHECK(s.n == 2);
    CHECK(s.coverage == doctest::Approx(0.4));
    CHECK(s.value == 0.5);
    CHECK(s.measure == measure::agreement);
}

TEST_CASE("similarity: what is not defined is empty, and never NaN") {
    for (auto const m : {measure::s, measure::kappa, measure::pi, measure::a, measure::tau_b, measure::agreement}) {
        CHECK_FALSE(gs::compare_portfolios(m, portfolio{}, portfolio{}, {{0, 1}}).value);
        CHECK_FALSE(gs::compare_portfolios(m, portfolio{{}, 1}, portfolio{1, {}}, {{0, 1}}).value);
        CHECK_FALSE(
            gs::compare_portfolios(m, portfolio{1}, portfolio{1}, {{0, 1}, gs::level_distance::usual, {0}}).value);
    }
    for (auto const m : {measure::kappa, measure::pi, measure::tau_b}) {
        CHECK_FALSE(gs::compare_portfolios(m, portfolio{1, 1, 1}, portfolio{1, 1, 1}, {{0, 1}}).value);
    }
    CHECK_FALSE(gs::compare_portfolios(measure::tau_b, portfolio{1, 1}, portfolio{0, 1}, {{0, 1}}).value);
    CHECK(gs::compare_portfolios(measure::kappa, portfolio{1, 1}, portfolio{0, 0}, {{0, 1}}).value == 0);
}

TEST_CASE("similarity: tau-b is Kendall's over all pairs of columns") {
    portfolio const x = {0, 1, 2, 1, 0, 2, 2};
    portfolio const y = {0, 2, 1, 1, 1, 2, 0};
    double concordance = 0;
    double untied_x = 0;
    double untied_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            auto const dx = *x[i] - *x[j];
            auto const dy = *y[i] - *y[j];
            concordance += dx * dy > 0 ? 1 : (dx * dy < 0 ? -1 : 0);
            untied_x += dx != 0 ? 1 : 0;
            untied_y += dy != 0 ? 1 : 0;
        }
    }
    CHECK(value(measure::tau_b, x, y, {{0, 1, 2}}) == doctest::Approx(concordance / std::sqrt(untied_x * untied_y)));
}

TEST_CASE("similarity: levels that never occur still count, as they are given and not observed") {
    portfolio const x = {0, 1};
    portfolio const y = {1, 1};
    CHECK(value(measure::s, x, y, {{0, 1}}) == 0);
    CHECK(value(measure::s, x, y, {{0, 1, 2, 3}}) == doctest::Approx(2.0 / 3));
}

TEST_CASE("similarity: bad use is refused by the name of the argument") {
    CHECK(error_of(measure::s, {0}, {0, 1}, {{0, 1}}) == "y: got 2 values, expected as many as x: 1");
    CHECK(error_of(measure::s, {0}, {0.5}, {{0, 1}}) == "y: got 0.5, expected one of the levels of the scale");
    CHECK(error_of(measure::s, {0}, {{}}, {{1, 0}}) ==
          "similarity_scale.levels: got 2 levels, expected 2 to 250 finite numbers in ascending order");
    CHECK(error_of(measure::s, {0}, {0}, {{0}}).starts_with("similarity_scale.levels"));
    CHECK(error_of(measure::s, {0}, {0}, {{0, HUGE_VAL}}).starts_with("similarity_scale.levels"));
    CHECK(error_of(measure::pi, {0}, {0}, {{0, 1}, gs::level_distance::squared})
              .starts_with("similarity_scale.distance"));
    CHECK(error_of(measure::s, {0}, {0}, {{0, 1}, gs::level_distance::usual, {1, 1}})
              .starts_with("similarity_scale.weights"));
    CHECK(error_of(measure::s, {0}, {0}, {{0, 1}, gs::level_distance::usual, {-1}})
              .starts_with("similarity_scale.weights"));
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(error_of(measure::s, {nan}, {0}, {{0, 1}}).starts_with("x: got nan"));
}
