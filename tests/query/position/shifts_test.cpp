// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// The least cost over all segmentations, by trying each: 2^(n-1) of them.
double least_cost(std::vector<double> const& values, double penalty, std::size_t least_length) {
    auto const cost = [&](std::size_t from, std::size_t to) {
        double mean = 0;
        for (auto i = from; i < to; ++i) mean += values[i];
        mean /= static_cast<double>(to - from);
        double sum = 0;
        for (auto i = from; i < to; ++i) sum += (values[i] - mean) * (values[i] - mean);
        return sum;
    };
    double best = std::numeric_limits<double>::infinity();
    for (unsigned cuts = 0; cuts < 1U << (values.size() - 1); ++cuts) {
        double total = 0;
        std::size_t from = 0;
        bool allowed = true;
        for (std::size_t i = 1; i <= values.size(); ++i) {
            bool const cut = i == values.size() || (cuts >> (i - 1) & 1U) != 0;
            if (!cut) continue;
            allowed = allowed && i - from >= least_length;
            total += cost(from, i) + (i == values.size() ? 0 : penalty);
            from = i;
        }
        if (allowed) best = std::min(best, total);
    }
    return best;
}

double cost_of(std::vector<double> const& values, std::vector<std::size_t> changes, double penalty) {
    changes.push_back(values.size());
    double total = penalty * static_cast<double>(changes.size() - 1);
    std::size_t from = 0;
    for (auto const to : changes) {
        double mean = 0;
        for (auto i = from; i < to; ++i) mean += values[i];
        mean /= static_cast<double>(to - from);
        for (auto i = from; i < to; ++i) total += (values[i] - mean) * (values[i] - mean);
        from = to;
    }
    return total;
}

} // namespace

TEST_CASE("change_points: the flow of the Nile changed in 1899, as published") {
    // Annual flow at Aswan, 1871 to 1970, in 10^8 m^3 (Cobb 1978, Biometrika 65). Published: the level falls after the
    // 28th value, 1898 (Zeileis et al. 2003; Killick and Eckley 2014, J. Stat. Softw. 58).
    std::vector<double> const nile{
        1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994, 1020, 960,  1180,
        799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,  874, 694,  940,  833,
        701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,  1120, 1100, 832, 764,  821,  768,
        845,  864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984, 897,  822,  1010,
        771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,  848,  890,  744,  749, 838,  1050, 918,
        986,  797,  923,  975,  815,  1020, 906,  901,  1170, 912,  746,  919,  718,  714, 740};
    REQUIRE(nile.size() == 100);
    CHECK(gs::change_points(nile) == std::vector<std::size_t>{28});
}

TEST_CASE("change_points: the segmentation has the least cost of all, whatever the least length") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> noise(-0.3, 0.3);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> values(2 + random() % 11);
        double level = 0;
        for (auto& v : values) {
            if (random() % 4 == 0) level = static_cast<double>(random() % 3) - 1;
            v = level + noise(random);
        }
        double const penalty = 0.05 * static_cast<double>(random() % 20);
        std::size_t const least_length = 1 + random() % 3;
        if (values.size() < least_length) continue;
        auto const changes = gs::change_points(values, {.penalty = penalty, .least_length = least_length});
        INFO("round ", round, " n ", values.size(), " penalty ", penalty, " least length ", least_length);
        REQUIRE(cost_of(values, changes, penalty) == doctest::Approx(least_cost(values, penalty, least_length)));
        std::size_t from = 0;
        for (auto const c : changes) {
            CHECK(c - from >= least_length);
            from = c;
        }
        CHECK(values.size() - from >= least_length);
    }
}

TEST_CASE("change_points: a constant series does not change, and bad input is named") {
    CHECK(gs::change_points(std::vector<double>(50, 0.3)).empty());
    CHECK(gs::change_points(std::vector<double>{}).empty());
    CHECK(gs::change_points(std::vector<double>{1}).empty());
    std::vector<double> const values{0, 1, std::nan("")};
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::change_points(values)), "values: got nan, expected a finite number",
                         gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::change_points({}, {.penalty = -1})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::change_points({}, {.least_length = 0})), gs::invalid_value);
}

TEST_CASE("timeline and shifts: a position that turns is found with the records between") {
    using namespace std::chrono_literals;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    std::vector<gs::relation<gs::stance>> said;
    for (int i = 0; i < 12; ++i)
        said.push_back(g.relate(a, b, gs::stance{.value = i < 7 ? 0.5 : -1.0},
                                {.locator = std::to_string(i), .valid = {std::chrono::year(2000 + i), {}}}));
    g.relate(a, b, gs::stance{.value = 1});
    auto const line = gs::timeline(g, a, b);
    REQUIRE(line.moments.size() == 12);
    CHECK(line.undated.size() == 1);
    CHECK(line.moments[3].when == gs::date(2003y));
    CHECK(line.moments[3].rests_on.front().relation == gs::any_relation(said[3]));
    auto const found = gs::shifts(g, a, b);
    REQUIRE(found.size() == 1);
    CHECK(found[0].last_before == gs::date(2006y));
    CHECK(found[0].first_after == gs::date(2007y));
    CHECK(found[0].before.attitude() == gs::attitude::supports);
    CHECK(found[0].before.number() == 7);
    CHECK(found[0].after.mean() == -1);
    REQUIRE(found[0].between.size() == 2);
    CHECK(found[0].between[0].relation == gs::any_relation(said[6]));
    CHECK(found[0].between[1].relation == gs::any_relation(said[7]));
}

TEST_CASE("shifts: every change of attitude is one, however short the record") {
    using namespace std::chrono_literals;
    auto const shifts_of = [](std::vector<double> const& values) {
        gs::stance_graph g;
        auto const a = g.add(gs::actor{.key = "a"});
        auto const b = g.add(gs::actor{.key = "b"});
        int year = 2001;
        for (auto const value : values)
            g.relate(a, b, gs::stance{.value = value}, {.valid = gs::since(std::chrono::year(year++))});
        return gs::shifts(g, a, b);
    };
    REQUIRE(shifts_of({-1, 1}).size() == 1);
    CHECK(shifts_of({-1, 1})[0].last_before == gs::date(2001y));
    CHECK(shifts_of({-1, 1})[0].first_after == gs::date(2002y));
    CHECK(shifts_of({-1, 1})[0].before.mean() == -1);
    CHECK(shifts_of({-1, 1})[0].between.size() == 2);
    CHECK(shifts_of({-1, 1, 1}).size() == 1);
    CHECK(shifts_of({-1, -1, 0.5}).size() == 1);
    CHECK(shifts_of({-1, 1, -1}).size() == 2);
    CHECK(shifts_of({0.3, 1, 0.3, 1}).empty()); // one attitude, too few for statistics
    CHECK(shifts_of({0.3, 0.3, 0.3, 0.3, 1, 1, 1, 1}).size() == 1);
    CHECK(shifts_of({}).empty());
}

TEST_CASE("shifts: the attitudes are those of a position, with values near 0 neutral as the lens has it") {
    using namespace std::chrono_literals;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 0.05}, {.valid = gs::since(2001y)});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2002y)});
    auto const found = gs::shifts(g, a, b);
    REQUIRE(found.size() == 1);
    CHECK(found[0].attitude_before == gs::attitude::neutral);
    CHECK(found[0].attitude_before == position_of(g, a, b, {.at = gs::date(2001y)}).attitude);
    CHECK(found[0].attitude_after == gs::attitude::supports);
    CHECK(gs::shifts(g, a, b, {.neutral_within = 0}).empty());
}

TEST_CASE("shifts: after the last day of the calendar there is no moment") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = {std::chrono::year(2001), std::chrono::year::max()}});
    CHECK(gs::shifts(g, a, b).empty());
}

TEST_CASE("shifts: an end is a moment, after which what was before is in force again") {
    using namespace std::chrono_literals;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::during(2020y / 3)});
    auto const found = gs::shifts(g, a, b);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first_after == gs::date(2020y / 3));
    CHECK(found[1].first_after == gs::date(2020y / 4 / 1));
    CHECK(found[1].after.mean() == -1);
}
