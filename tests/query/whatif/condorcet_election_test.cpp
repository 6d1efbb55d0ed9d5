// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/whatif/condorcet_election.hpp>

#include <repetitions.hpp>
#include <signed/data.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

// Voters and what each of some options is worth to them, in hundredths.
struct contest {
    std::vector<double> weights{};
    std::size_t options = 0;
    std::vector<std::vector<double>> worth{};

    [[nodiscard]] gs::condorcet_result run(gs::condorcet_options const& asked = {}) const {
        return gs::condorcet_election(
            weights, options, [&](std::size_t v, std::size_t o) { return worth[v][o]; }, asked);
    }
};

contest random_contest(std::mt19937& random) {
    contest result;
    result.options = 2 + random() % 5;
    for (auto n = 2 + random() % 5; n > 0; --n) {
        result.weights.push_back(static_cast<double>(1 + random() % 9));
        auto& worth = result.worth.emplace_back();
        for (std::size_t o = 0; o < result.options; ++o) worth.push_back(static_cast<double>(random() % 101) / 100);
    }
    return result;
}

// Two options, and weights such that the first coalition is so many times as strong as the second.
double chance_at(double ratio, gs::victory_law law) {
    contest const two{{ratio, 1}, 2, {{1, 0}, {0, 1}}};
    return two.run({.law = law}).chance[0];
}

constexpr std::array responses{gs::voting_response::binary, gs::voting_response::proportional_binary,
                               gs::voting_response::proportional, gs::voting_response::proportional_cubic,
                               gs::voting_response::cubic};
constexpr std::array laws{gs::victory_law::linear, gs::victory_law::square, gs::victory_law::quartic,
                          gs::victory_law::octic, gs::victory_law::binary};
constexpr std::array rules{gs::election_rule::conditional, gs::election_rule::markov_uniform,
                           gs::election_rule::markov_incentive};

} // namespace

TEST_CASE("condorcet_election: the chances that KTAB's kmodel.h names for its victory laws") {
    CHECK(chance_at(2, gs::victory_law::linear) == doctest::Approx(2.0 / 3));
    CHECK(chance_at(3, gs::victory_law::linear) == doctest::Approx(3.0 / 4));
    CHECK(chance_at(1.1, gs::victory_law::linear) == doctest::Approx(0.524).epsilon(0.001));
    CHECK(chance_at(2, gs::victory_law::square) == doctest::Approx(4.0 / 5));
    CHECK(chance_at(3, gs::victory_law::square) == doctest::Approx(9.0 / 10));
    CHECK(chance_at(1.1, gs::victory_law::square) == doctest::Approx(0.548).epsilon(0.001));
    CHECK(chance_at(2, gs::victory_law::quartic) == doctest::Approx(16.0 / 17));
    CHECK(chance_at(3, gs::victory_law::quartic) == doctest::Approx(81.0 / 82));
    CHECK(chance_at(1.1, gs::victory_law::quartic) == doctest::Approx(0.594).epsilon(0.001));
    CHECK(chance_at(2, gs::victory_law::octic) == doctest::Approx(256.0 / 257));
    CHECK(chance_at(3, gs::victory_law::octic) == doctest::Approx(6561.0 / 6562));
    CHECK(chance_at(1.1, gs::victory_law::octic) == doctest::Approx(0.682).epsilon(0.001));
    CHECK(chance_at(1.2, gs::victory_law::binary) == 1);
    CHECK(chance_at(1, gs::victory_law::binary) == 0.5);
    CHECK(chance_at(1 / 1.05, gs::victory_law::binary) < 0.5);
}

TEST_CASE("condorcet_election: what one voter of weight 1 exerts for a difference of 1/2") {
    contest const one{{1}, 2, {{1, 0.5}}};
    auto const exerted = [&](gs::voting_response how) { return one.run({.response = how}).strength[1]; };
    CHECK(exerted(gs::voting_response::binary) == 1);
    CHECK(exerted(gs::voting_response::proportional_binary) == doctest::Approx(0.6));
    CHECK(exerted(gs::voting_response::proportional) == 0.5);
    CHECK(exerted(gs::voting_response::proportional_cubic) == 0.3125);
    CHECK(exerted(gs::voting_response::cubic) == 0.125);
}

TEST_CASE("condorcet_election: the conditional rule by its definition, over all outcomes of all contests") {
    std::mt19937 random(1);
    for (auto turn = gs::testing::repetitions(60); turn > 0; --turn) {
        auto contest = random_contest(random);
        contest.options = std::min<std::size_t>(contest.options, 4);
        auto const k = contest.options;
        auto const found = contest.run();
        auto const pairs = k * (k - 1) / 2;
        std::vector<double> wins_all(k);
        for (std::size_t outcome = 0; outcome < std::size_t{1} << pairs; ++outcome) {
            double chance = 1;
            std::vector<std::size_t> wins(k);
            std::size_t pair = 0;
            for (std::size_t i = 0; i < k; ++i)
                for (std::size_t j = 0; j < i; ++j, ++pair) {
                    bool const first = (outcome >> pair & 1U) != 0;
                    chance *= found.victory[first ? i * k + j : j * k + i];
                    ++wins[first ? i : j];
                }
            for (std::size_t i = 0; i < k; ++i)
                if (wins[i] + 1 == k) wins_all[i] += chance;
        }
        auto const decided = std::accumulate(wins_all.begin(), wins_all.end(), 0.0);
        CHECK(found.decided == doctest::Approx(decided));
        for (std::size_t i = 0; i < k; ++i) CHECK(found.chance[i] == doctest::Approx(wins_all[i] / decided));
    }
}

TEST_CASE("condorcet_election: the Markov rules by playing the chain for a long time, as KTAB does") {
    std::mt19937 random(2);
    for (auto turn = gs::testing::repetitions(20); turn > 0; --turn) {
        auto const contest = random_contest(random);
        auto const k = contest.options;
        for (auto const rule : {gs::election_rule::markov_uniform, gs::election_rule::markov_incentive}) {
            auto const found = contest.run({.rule = rule});
            std::vector<double> p(k, 1 / static_cast<double>(k));
            for (int step = 0; step < 3000; ++step) {
                auto next = p;
                for (std::size_t j = 0; j < k; ++j) { // j stands
                    double incentives = 0;
                    for (std::size_t i = 0; i < k; ++i)
                        if (i != j) incentives += found.strength[i * k + j] * found.victory[i * k + j];
                    for (std::size_t i = 0; i < k; ++i) {
                        if (i == j || incentives == 0) continue;
                        auto const often = rule == gs::election_rule::markov_uniform
                                               ? 1 / static_cast<double>(k)
                                               : found.strength[i * k + j] * found.victory[i * k + j] / incentives;
                        auto const moved = p[j] * often * found.victory[i * k + j];
                        next[i] += moved;
                        next[j] -= moved;
                    }
                }
                p = next;
            }
            for (std::size_t i = 0; i < k; ++i) CHECK(found.chance[i] == doctest::Approx(p[i]).epsilon(1e-6));
        }
    }
}

TEST_CASE("condorcet_election: properties under every response, law and rule") {
    std::mt19937 random(3);
    for (auto turn = gs::testing::repetitions(10); turn > 0; --turn) {
        auto const contest = random_contest(random);
        auto const k = contest.options;
        for (auto const response : responses)
            for (auto const law : laws)
                for (auto const rule : rules) {
                    auto const found = contest.run({response, law, rule});
                    for (std::size_t i = 0; i < k; ++i)
                        for (std::size_t j = 0; j < k; ++j)
                            CHECK(found.victory[i * k + j] + found.victory[j * k + i] == doctest::Approx(1));
                    if (rule == gs::election_rule::conditional && found.decided == 0) {
                        CHECK(std::isnan(found.chance[0]));
                        continue;
                    }
                    CHECK(std::accumulate(found.chance.begin(), found.chance.end(), 0.0) == doctest::Approx(1));
                    if (law != gs::victory_law::binary || rule == gs::election_rule::markov_incentive) continue;
                    // A winner of all pairs by more than a tenth is sure.
                    for (std::size_t i = 0; i < k; ++i) {
                        bool sure = true;
                        for (std::size_t j = 0; j < k; ++j) sure = sure && (i == j || found.victory[i * k + j] == 1);
                        if (sure) CHECK(found.chance[i] == doctest::Approx(1));
                    }
                }
    }
}

TEST_CASE("condorcet_election: a circle of sure defeats leaves the conditional rule without an answer") {
    contest const circle{{1, 1, 1}, 3, {{1, 0.5, 0}, {0, 1, 0.5}, {0.5, 0, 1}}};
    auto const asked = gs::condorcet_options{.response = gs::voting_response::binary, .law = gs::victory_law::binary};
    auto const found = circle.run(asked);
    CHECK(found.decided == 0);
    for (auto const c : found.chance) CHECK(std::isnan(c));
    auto markov = asked;
    markov.rule = gs::election_rule::markov_uniform;
    for (auto const c : circle.run(markov).chance) CHECK(c == doctest::Approx(1.0 / 3));
}

TEST_CASE(
    "condorcet_election: 26 actors on one question, whatever the rule: the likeliest position is near the median") {
    std::vector<gs::voter> voters;
    std::vector<double> options;
    for (auto const& row : test_data::table("positions/soe-policy.csv", ','))
        if (row.size() == 4 && row[0] != "actor") {
            voters.push_back({std::stod(row[2]), std::stod(row[1]), std::stod(row[3])});
            options.push_back(voters.back().position);
        }
    if (voters.empty()) return;
    std::sort(options.begin(), options.end());
    options.erase(std::unique(options.begin(), options.end()), options.end());
    for (auto const rule : rules) {
        auto const found = gs::condorcet_election(voters, options, {0, 100}, {.rule = rule});
        auto const best = std::max_element(found.chance.begin(), found.chance.end()) - found.chance.begin();
        CHECK(std::abs(options[static_cast<std::size_t>(best)] - 30) <= 10);
        CHECK(std::accumulate(found.chance.begin(), found.chance.end(), 0.0) == doctest::Approx(1));
    }
    auto const strict =
        gs::condorcet_election(voters, options, {0, 100},
                               {gs::voting_response::binary, gs::victory_law::octic, gs::election_rule::conditional});
    auto const best = std::max_element(strict.chance.begin(), strict.chance.end()) - strict.chance.begin();
    CHECK(options[static_cast<std::size_t>(best)] == 30);
}

TEST_CASE("condorcet_election: one option, no voters, and what is refused") {
    contest const one{{1}, 1, {{1}}};
    for (auto const rule : rules) CHECK(one.run({.rule = rule}).chance[0] == 1);
    contest const nobody{{}, 2, {}};
    CHECK(nobody.run().chance == std::vector<double>{0.5, 0.5});
    CHECK(nobody.run({.rule = gs::election_rule::markov_uniform}).chance[0] == doctest::Approx(0.5));
    CHECK_THROWS_AS(static_cast<void>(nobody.run({.rule = gs::election_rule::markov_incentive})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(contest{{1}, 1, {{1}}}.run({.rule = gs::election_rule(3)})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(contest{{-1}, 1, {{1}}}.run()), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(contest{{1}, 1, {{2}}}.run()), gs::invalid_value);
    std::vector<gs::voter> const voters{{3}};
    std::vector<double> const options{0};
    CHECK_THROWS_AS(static_cast<void>(gs::condorcet_election(voters, options)), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::condorcet_election(voters, options, {5, 5})), gs::invalid_value);
    CHECK_NOTHROW(static_cast<void>(gs::condorcet_election(voters, options, {0, 5})));
}
