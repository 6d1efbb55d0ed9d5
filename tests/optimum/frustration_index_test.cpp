// SPDX-License-Identifier: BSL-1.0
#include "message_of.hpp"
#include "signed/exhaustive.hpp"
#include <repetitions.hpp>

#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

gs::tie_options const keep_pairs{.cancelling_pairs = gs::pair_rule::keep};

void check_index(graph const& g, gs::search_options const& options, gs::tie_options const& ties = {}) {
    auto const compact = gs::compress(g, weights(g), ties);
    auto const best = exhaustive::best_partition(compact, 2).cost();
    auto const found = gs::frustration_index(compact, options);
    REQUIRE(found.exact);
    REQUIRE(found.lower == best);
    REQUIRE(found.upper == best);
    REQUIRE(gs::check_partition(g, weights(g), found.camp, ties).value == best);
    auto const packing = gs::check_packing(g, weights(g), found.packing, gs::cycle_kind::negative, ties);
    REQUIRE_MESSAGE(packing.valid, packing.reason);
    REQUIRE(packing.value == doctest::Approx(found.packed));
    REQUIRE(packing.value <= best + 1e-9);
}

// All ties of n vertices negative.
graph hostile_clique(std::size_t n) {
    graph g(n);
    for (std::size_t u = 0; u < n; ++u) {
        for (auto v = u + 1; v < n; ++v) add_edge(u, v, {-1}, g);
    }
    return g;
}

std::string error_of_index(gs::search_options const& options) {
    graph const g(2);
    return message_of<gs::invalid_value>([&] { (void)gs::frustration_index(g, weights(g), options); });
}

} // namespace

TEST_CASE("frustration_index: every signed graph of up to 5 vertices agrees with all partitions") {
    for (std::size_t n = 1; n <= 5; ++n)
        exhaustive::for_each_graph(n, [](auto const& g) { check_index(g, {.rounds = 1}); });
}

TEST_CASE("frustration_index: random graphs agree with all partitions, weighted ones and multigraphs among them") {
    std::mt19937 random(1);
    for (auto i = gs::testing::repetitions(20000); i > 0; --i) {
        check_index(exhaustive::random_graph(random, 12), {}, i % 2 == 0 ? gs::tie_options{} : keep_pairs);
    }
}

TEST_CASE("frustration_index: hostile cliques are proven by branching, where cycles alone do not suffice") {
    for (std::size_t n = 3; n <= 9; ++n) {
        auto const g = hostile_clique(n);
        auto const found = gs::frustration_index(g, weights(g));
        CHECK(found.exact);
        CHECK(found.upper == static_cast<double>(n * (n - 1) / 2 - n / 2 * (n - n / 2)));
    }
}

TEST_CASE("frustration_index: two opposite edges cost the lesser where they are kept, and nothing where dropped") {
    graph g(2);
    add_edge(0, 1, {2}, g);
    add_edge(0, 1, {-2}, g);
    auto const dropped = gs::frustration_index(g, weights(g));
    CHECK(dropped.upper == 0);
    CHECK(dropped.ties.cancelled_pairs == 1);
    auto const kept = gs::frustration_index(gs::compress(g, weights(g), keep_pairs));
    CHECK(kept.lower == 2);
    CHECK(kept.upper == 2);
    CHECK(kept.packing.size() == 1);
}

TEST_CASE("frustration_index: a tie of weight 2 counts twice") {
    graph g(3);
    add_edge(0, 1, {2}, g);
    add_edge(1, 2, {3}, g);
    add_edge(0, 2, {-4}, g);
    CHECK(gs::frustration_index(g, weights(g)).upper == 2);
}

TEST_CASE("frustration_index: weights that are no whole numbers are proven too") {
    graph g(4);
    add_edge(0, 1, {0.1}, g);
    add_edge(1, 2, {1.0 / 3}, g);
    add_edge(0, 2, {-0.7}, g);
    add_edge(2, 3, {1e-9}, g);
    add_edge(3, 0, {-1e9}, g);
    auto const found = gs::frustration_index(g, weights(g));
    CHECK(found.exact);
    CHECK(found.upper == doctest::Approx(0.1));
}

TEST_CASE("frustration_index: weights of any size keep the bounds true") {
    std::mt19937 random(29);
    std::normal_distribution<double> normal;
    auto const repetitions = geostance::testing::repetitions(600);
    for (std::size_t i = 0; i < repetitions; ++i) {
        auto g = exhaustive::random_graph(random, 10);
        auto const spread = i % 3 == 0 ? 1.0 : i % 3 == 1 ? 5.0 : 15.0; // the last: weights 10^20 times others
        for (auto [e, last] = edges(g); e != last; ++e) g[*e].value *= std::exp(spread * normal(random));
        auto const best = exhaustive::best_partition(gs::compress(g, weights(g)), 2).cost();
        auto const found = gs::frustration_index(g, weights(g));
        CHECK(found.lower <= best * (1 + 1e-9));
        CHECK(found.upper >= best * (1 - 1e-12));
        if (found.exact) CHECK(found.upper == doctest::Approx(best).epsilon(1e-6));
        auto const packing = gs::check_packing(g, weights(g), found.packing, gs::cycle_kind::negative);
        CHECK_MESSAGE(packing.valid, packing.reason);
        if (spread < 15) CHECK(found.exact);
    }
}

TEST_CASE("frustration_index: weights as small or as large as numbers can be are proven") {
    for (auto const scale : {1e-310, 1e-300, 1e300}) {
        std::mt19937 random(7);
        graph g(20);
        std::uniform_real_distribution<double> size(-1, 1);
        for (int i = 0; i < 80; ++i) add_edge(random() % 20, random() % 20, {scale * size(random)}, g);
        auto const found = gs::frustration_index(g, weights(g));
        CHECK(found.exact);
        CHECK(found.upper > 0);
        CHECK(gs::check_partition(g, weights(g), found.camp).value / found.upper == doctest::Approx(1));
    }
}

TEST_CASE("frustration_index: decimal and Gaussian weights are proven") {
    std::mt19937 random(31);
    std::normal_distribution<double> normal;
    graph decimal(5);
    for (std::size_t u = 0; u < 5; ++u)
        for (auto v = u + 1; v < 5; ++v) add_edge(u, v, {-10.1 - 0.3 * static_cast<double>(u)}, decimal);
    CHECK(gs::frustration_index(decimal, weights(decimal)).exact);
    graph torus(100);
    for (std::size_t v = 0; v < 100; ++v) {
        add_edge(v, v / 10 * 10 + (v + 1) % 10, {normal(random)}, torus);
        add_edge(v, (v + 10) % 100, {normal(random)}, torus);
    }
    auto const found = gs::frustration_index(torus, weights(torus));
    CHECK(found.exact);
}

TEST_CASE("frustration_index: stopping early leaves valid bounds and says why") {
    std::mt19937 random(3);
    graph g(24);
    for (std::size_t u = 0; u < 24; ++u) {
        for (auto v = u + 1; v < 24; ++v) add_edge(u, v, {random() % 2 == 0 ? -1.0 : 1.0}, g);
    }
    auto const sound = [&](gs::bounds const& found) {
        CHECK_FALSE(found.exact);
        CHECK(found.lower <= found.upper);
        CHECK(gs::check_partition(g, weights(g), found.camp).value == found.upper);
        CHECK(gs::check_packing(g, weights(g), found.packing).value <= found.lower + 1e-9);
    };
    int reports = 0;
    auto const cancelled = gs::frustration_index(g, weights(g),
                                                 {.stop = [&] { return reports == 2; },
                                                  .progress =
                                                      [&](gs::search_progress const& p) {
                                                          CHECK(p.lower <= p.upper);
                                                          ++reports;
                                                      }});
    sound(cancelled);
    CHECK(reports == 2);
    CHECK(cancelled.stopped == gs::stop_reason::cancelled);
    auto const late = gs::frustration_index(g, weights(g), {.time_limit = 1e-6});
    sound(late);
    CHECK(late.stopped == gs::stop_reason::time_limit);
    auto const few = gs::frustration_index(g, weights(g), {.node_limit = 2, .rounds = 1});
    sound(few);
    CHECK(few.stopped == gs::stop_reason::node_limit);
    auto const again = gs::frustration_index(g, weights(g), {.node_limit = 2, .rounds = 1});
    CHECK(again.camp == few.camp);
    CHECK(again.packing == few.packing);
}

TEST_CASE("frustration_index: options out of range are refused by name") {
    CHECK(error_of_index({.time_limit = 0}) ==
          "search_options.time_limit: got 0, expected a number of seconds above 0");
    CHECK(error_of_index({.time_limit = std::nan("")}) ==
          "search_options.time_limit: got nan, expected a number of seconds above 0");
    CHECK(error_of_index({.rounds = 0}) == "search_options.rounds: got 0, expected at least 1");
}

TEST_CASE("check_packing: refuses what is no packing") {
    auto const g = hostile_clique(3);
    auto const valid = [&](std::vector<gs::packed_cycle> const& cycles) {
        return gs::check_packing(g, weights(g), cycles).valid;
    };
    CHECK(valid({{{0, 1, 2}, 1}}));
    CHECK_FALSE(valid({{{0, 1, 2}, 2}}));
    CHECK_FALSE(valid({{{0, 1, 2}, 0.5}, {{2, 1, 0}, 0.75}}));
    CHECK_FALSE(valid({{{0, 1}, 1}}));
    CHECK_FALSE(valid({{{0}, 1}}));
    CHECK_FALSE(valid({{{0, 1, 2, 1}, 1}}));
    CHECK_FALSE(valid({{{0, 1, 2}, -1}}));
    CHECK_FALSE(
        gs::check_packing(g, weights(g), std::vector<gs::packed_cycle>{{{0, 1, 2}, 1}}, gs::cycle_kind::one_negative)
            .valid);
}
