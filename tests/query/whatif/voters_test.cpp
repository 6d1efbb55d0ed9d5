// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/whatif/voters.hpp>

#include <repetitions.hpp>
#include <signed/data.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::vector<gs::voter> random_voters(std::mt19937& random, std::size_t most) {
    std::vector<gs::voter> result;
    for (auto n = 1 + random() % most; n > 0; --n)
        result.push_back({static_cast<double>(random() % 11), static_cast<double>(random() % 4),
                          static_cast<double>(1 + random() % 3) / 2});
    return result;
}

std::vector<double> positions_of(std::vector<gs::voter> const& voters) {
    std::vector<double> result;
    for (auto const& v : voters) result.push_back(v.position);
    return result;
}

// The weight of the voters nearer to a than to b; exact, as all numbers here are halves.
double weight_for(std::vector<gs::voter> const& voters, double a, double b) {
    double sum = 0;
    for (auto const& v : voters)
        if (std::abs(v.position - a) < std::abs(v.position - b)) sum += v.weight();
    return sum;
}

} // namespace

TEST_CASE("voters: Efird, Lester and Wise 2016, 26 actors on one question: mean 35.01, median 30") {
    std::vector<gs::voter> voters;
    for (auto const& row : test_data::table("positions/soe-policy.csv", ','))
        if (row.size() == 4 && row[0] != "actor")
            voters.push_back({std::stod(row[2]), std::stod(row[1]), std::stod(row[3])});
    if (voters.empty()) return;
    REQUIRE(voters.size() == 26);
    CHECK(std::round(gs::weighted_mean(voters) * 100) / 100 == 35.01);
    auto const median = gs::weighted_median(voters);
    CHECK(median.least == 30);
    CHECK(median.greatest == 30);
    auto const options = positions_of(voters);
    for (auto const i : gs::pairwise_winner(voters, options).unbeaten) CHECK(options[i] == 30);
}

TEST_CASE("voters: a median between two halves, weights of 0, and nobody") {
    std::vector<gs::voter> const halves{{3, 2}, {1, 1}, {2, 1}, {2.5, 0}};
    auto const median = gs::weighted_median(halves);
    CHECK(median.least == 2);
    CHECK(median.greatest == 3);
    CHECK(median.voters == std::vector<std::size_t>{0, 2}); // not the one without weight
    CHECK(gs::weighted_mean(halves) == 2.25);
    std::vector<gs::voter> const nobody{{1, 0}};
    CHECK(std::isnan(gs::weighted_mean(nobody)));
    CHECK(std::isnan(gs::weighted_median(nobody).least));
    CHECK(gs::weighted_median(nobody).voters.empty());
    CHECK(gs::weighted_median({}).voters.empty());
}

TEST_CASE("voters: sums of weights are exact") {
    std::vector<gs::voter> const voters{{0, 1e300}, {1, 1}, {2, 1e300}};
    CHECK(gs::weighted_median(voters).least == 1);
    CHECK(gs::weighted_median(voters).greatest == 1);
}

TEST_CASE("voters: mean and median by their definitions; nothing defeats a median (Black 1948)") {
    std::mt19937 random(1948);
    for (auto turn = gs::testing::repetitions(300); turn > 0; --turn) {
        auto const voters = random_voters(random, 9);
        double total = 0;
        double moment = 0;
        for (auto const& v : voters) total += v.weight();
        for (auto const& v : voters) moment += v.weight() * v.position;
        if (total == 0) continue;
        CHECK(gs::weighted_mean(voters) == doctest::Approx(moment / total));
        auto const median = gs::weighted_median(voters);
        for (double at = 0; at <= 10; at += 0.5) {
            double below = 0;
            double above = 0;
            for (auto const& v : voters) (v.position < at ? below : above) += v.position == at ? 0 : v.weight();
            CHECK((2 * below <= total && 2 * above <= total) == (at >= median.least && at <= median.greatest));
        }
        auto const options = positions_of(voters);
        auto const found = gs::pairwise_winner(voters, options);
        for (std::size_t i = 0; i < options.size(); ++i) {
            bool const is_median = options[i] == median.least || options[i] == median.greatest;
            bool is_unbeaten = true;
            bool wins = true;
            for (std::size_t j = 0; j < options.size(); ++j) {
                auto const lead =
                    weight_for(voters, options[i], options[j]) - weight_for(voters, options[j], options[i]);
                is_unbeaten = is_unbeaten && lead >= 0;
                wins = wins && (lead > 0 || i == j);
            }
            CHECK(std::binary_search(found.unbeaten.begin(), found.unbeaten.end(), i) == is_unbeaten);
            CHECK((found.winner == i) == wins);
            if (is_median) CHECK(is_unbeaten);
        }
    }
}

TEST_CASE("voters: Condorcet's circle of three has neither winner nor unbeaten option") {
    std::vector<double> const weights{1, 1, 1};
    auto const circle = gs::pairwise_winner(weights, 3, [](std::size_t v, std::size_t o) { return (v + o) % 3; });
    CHECK_FALSE(circle.winner.has_value());
    CHECK(circle.unbeaten.empty());
    std::vector<double> const broken{1, 1, 3};
    CHECK(gs::pairwise_winner(broken, 3, [](std::size_t v, std::size_t o) { return (v + o) % 3; }).winner == 0);
    CHECK(gs::pairwise_winner(weights, 1, [](std::size_t, std::size_t) { return 0; }).winner == 0);
}

TEST_CASE("voters: what is out of range is refused") {
    CHECK_THROWS_AS(static_cast<void>(gs::weighted_mean(std::vector<gs::voter>{{0, -1}})), gs::invalid_value);
    CHECK_THROWS_AS(
        static_cast<void>(gs::weighted_median(std::vector<gs::voter>{{std::numeric_limits<double>::quiet_NaN()}})),
        gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::weighted_mean(std::vector<gs::voter>{{0, 1e200, 1e200}})), gs::invalid_value);
    std::vector<gs::voter> const one{{0}};
    std::vector<double> const nowhere{std::numeric_limits<double>::infinity()};
    CHECK_THROWS_AS(static_cast<void>(gs::pairwise_winner(one, nowhere)), gs::invalid_value);
    std::vector<double> const weights{1};
    CHECK_THROWS_AS(static_cast<void>(gs::pairwise_winner(
                        weights, 2, [](std::size_t, std::size_t) { return std::numeric_limits<double>::quiet_NaN(); })),
                    gs::invalid_value);
}
