// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/tally.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace gs = geostance;

namespace {

struct observation {
    double value;
    double weight;
};

gs::tally tally_of(std::vector<observation> const& all) {
    gs::tally sum;
    for (auto const& o : all) sum.add(o.value, o.weight);
    return sum;
}

} // namespace

TEST_CASE("tally: nothing is none and no number, not zero") {
    gs::tally const empty;
    CHECK(empty.attitude() == gs::attitude::none);
    CHECK(empty.number() == 0);
    CHECK(empty.weight() == 0);
    CHECK(std::isnan(empty.mean()));
    CHECK(std::isnan(empty.least()));
    CHECK(std::isnan(empty.greatest()));
}

TEST_CASE("tally: one observation is its own mean, to the last bit") {
    for (double const value : {-1.0, -0.8, -0.3, 0.0, 0.1, 0.7, 1.0})
        for (double const weight : {1.0, 0.9, 0.5, 0.1}) {
            auto const one = tally_of({{value, weight}});
            CHECK(one.mean() == value);
            CHECK(one.weight() == doctest::Approx(weight));
        }
}

TEST_CASE("tally: mixed begins where both signs carry a quarter of the weight") {
    CHECK(tally_of({{1, 0.75}, {-1, 0.25}}).attitude() == gs::attitude::mixed);
    CHECK(tally_of({{1, 0.76}, {-1, 0.24}}).attitude() == gs::attitude::supports);
    CHECK(tally_of({{-1, 0.76}, {1, 0.24}}).attitude() == gs::attitude::opposes);
    CHECK(tally_of({{0, 1}, {0, 0.5}}).attitude() == gs::attitude::neutral);
    CHECK(tally_of({{0, 1}, {0.5, 0.5}}).attitude() == gs::attitude::supports);
}

TEST_CASE("tally: shuffled, split and merged in any grouping it is the same tally, bit by bit") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> value(-1, 1);
    std::uniform_real_distribution<double> weight(0.01, 1);
    for (int round = 0; round < 200; ++round) {
        std::vector<observation> all(1 + random() % 50);
        for (auto& o : all) o = {value(random), weight(random)};
        auto const whole = tally_of(all);
        std::shuffle(all.begin(), all.end(), random);
        std::vector<gs::tally> parts(1 + random() % 7);
        for (auto const& o : all) parts[random() % parts.size()].add(o.value, o.weight);
        while (parts.size() > 1) { // a random binary tree of merges
            std::shuffle(parts.begin(), parts.end(), random);
            auto const last = parts.back();
            parts.pop_back();
            parts[random() % parts.size()].merge(last);
        }
        REQUIRE(parts.front() == whole);
        REQUIRE(parts.front().mean() == whole.mean());
    }
}

TEST_CASE("tally: the mean agrees with a plain weighted mean") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> value(-1, 1);
    std::uniform_real_distribution<double> weight(0.01, 1);
    gs::tally sum;
    long double weighted = 0;
    long double total = 0;
    for (int i = 0; i < 100'000; ++i) {
        double const v = value(random);
        double const w = weight(random);
        sum.add(v, w);
        weighted += static_cast<long double>(v) * static_cast<long double>(w);
        total += static_cast<long double>(w);
    }
    CHECK(std::abs(sum.mean() - static_cast<double>(weighted / total)) < 1e-14);
    CHECK(sum.number() == 100'000);
}
