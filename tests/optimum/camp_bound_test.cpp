// SPDX-License-Identifier: BSL-1.0
// camp_bound against figures worked out by hand, all partitions of small graphs, and the check by definition.
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/detail/camp_bound.hpp>
#include <geostance/optimum/dual_bound.hpp>

#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace detail = gs::detail;
using exhaustive::weights;

namespace {

using graph = exhaustive::graph;

graph with_random_signs(std::size_t n, unsigned seed) {
    std::mt19937 random(seed);
    graph g(n);
    for (std::size_t u = 0; u < n; ++u)
        for (auto v = u + 1; v < n; ++v) add_edge(u, v, {random() % 2 == 0 ? 1.0 : -1.0}, g);
    return g;
}

/// What camp_bound proves, as check_dual() sees it; -1 where it proves nothing.
double shown_by_matrix(graph const& g, std::size_t camps) {
    auto const compact = gs::compress(g, weights(g), {.self_loops = gs::self_loop_rule::drop});
    auto const ties = gs::testing::with_whole_weights(compact);
    gs::search_options const without_limit{.time_limit = HUGE_VAL};
    detail::search_control control(without_limit);
    detail::camp_bound bound(ties, camps, control);
    bound.improve(0, INT64_MAX);
    auto numbers = bound.proof();
    if (numbers.y.empty()) return -1;
    auto const lower = static_cast<double>(bound.lower(numbers)) * ties.unit;
    for (std::uint32_t v = 0; v < ties.size(); ++v) numbers.vertices.push_back(v);
    for (auto& each : numbers.y) each *= ties.unit;
    for (auto& each : numbers.z) each *= ties.unit;
    auto const checked = gs::check_dual(g, weights(g), numbers, {.cancelling_pairs = gs::pair_rule::drop});
    REQUIRE_MESSAGE(checked.valid, checked.reason);
    CHECK(checked.value <= lower * (1 + 1e-12));
    CHECK(checked.value > lower - ties.unit * (1 + 1e-6));
    return checked.value;
}

} // namespace

TEST_CASE("camp_bound: figures worked out by hand") {
    // Two friends of one, hostile to each other: the one stands between them, at 45 degrees to both.
    graph between(3);
    add_edge(0, 1, {1}, between);
    add_edge(1, 2, {1}, between);
    add_edge(0, 2, {-1}, between);
    CHECK(shown_by_matrix(between, 0) == doctest::Approx(2 - std::sqrt(2)).epsilon(1e-5));
    // Six that are all hostile are best shared out evenly.
    graph hostile(6);
    for (std::size_t u = 0; u < 6; ++u)
        for (auto v = u + 1; v < 6; ++v) add_edge(u, v, {-1}, hostile);
    CHECK(shown_by_matrix(hostile, 0) <= 0); // which needs no numbers
    CHECK(shown_by_matrix(hostile, 2) == doctest::Approx(6).epsilon(1e-5));
    CHECK(shown_by_matrix(hostile, 3) == doctest::Approx(3).epsilon(1e-5));
    CHECK(shown_by_matrix(hostile, 6) <= 0);
}

TEST_CASE("camp_bound: never above the cost of any partition, for any number and for each") {
    std::mt19937 random(11);
    double shown = 0;
    double best_of_all = 0;
    for (auto i = gs::testing::repetitions(400); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 9);
        auto const compact = gs::compress(
            g, weights(g), {.cancelling_pairs = gs::pair_rule::drop, .self_loops = gs::self_loop_rule::drop});
        if (compact.num_ties() == 0) continue;
        auto const camps = random() % 3 == 0 ? 0 : 2 + random() % 3;
        auto const best = exhaustive::best_partition(compact, camps).cost();
        auto const found = shown_by_matrix(g, camps);
        INFO("camps ", camps, " vertices ", num_vertices(g));
        CHECK(found <= best + 1e-9);
        shown += std::max(found, 0.0);
        best_of_all += best;
    }
    CHECK(shown > 0.7 * best_of_all);
}

TEST_CASE("camp_bound: whichever end of a tie comes first, the bound is the same") {
    auto const g = with_random_signs(30, 7);
    auto ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
    auto const lower = [&] {
        gs::search_options const without_limit{.time_limit = HUGE_VAL};
        detail::search_control control(without_limit);
        detail::camp_bound bound(ties, 0, control);
        bound.improve(0, INT64_MAX);
        return bound.lower(bound.proof());
    };
    auto const before = lower();
    for (auto& [u, v] : ties.ends) std::swap(u, v);
    CHECK(lower() == before);
    CHECK(before > 100);
}

TEST_CASE("camps: no bound is above what camps cost where vertices were joined") {
    // Each vertex has a twin that it follows; its ties are shared between the two.
    constexpr std::size_t n = 30;
    auto const core = with_random_signs(n, 7);
    std::mt19937 random(7);
    graph twins(2 * n);
    for (std::size_t v = 0; v < n; ++v) add_edge(v, v + n, {100}, twins);
    for (auto [e, last] = edges(core); e != last; ++e)
        add_edge(source(*e, core) + n * (random() % 2), target(*e, core) + n * (random() % 2), core[*e], twins);
    gs::search_options const options{.time_limit = HUGE_VAL, .node_limit = 0, .rounds = 3};
    for (std::size_t const k : {std::size_t{3}, n}) {
        auto const one = gs::camps(core, weights(core), k, options);
        auto const two = gs::camps(twins, weights(twins), k, options);
        CHECK(two.lower <= one.upper);
        CHECK(two.lower > 0.8 * one.lower);
    }
}

TEST_CASE("camps: a dense network is bounded by numbers that anyone can check, more than its cycles can") {
    auto const g = with_random_signs(45, 3);
    for (std::size_t const k : {std::size_t{3}, num_vertices(g)}) {
        auto const found = gs::camps(g, weights(g), k, {.time_limit = HUGE_VAL, .node_limit = 0, .rounds = 1});
        REQUIRE(found.dual.size() == 1);
        CHECK(found.dual.front().camps == (k == 3 ? 3 : 0));
        auto const checked = gs::check_dual(g, weights(g), found.dual.front());
        REQUIRE_MESSAGE(checked.valid, checked.reason);
        CHECK(std::ceil(checked.value) == found.lower);
        CHECK(found.lower > 1.2 * found.packed);
        CHECK(found.lower <= found.upper);
        CHECK(found.lower > 0.85 * found.upper);
    }
}
