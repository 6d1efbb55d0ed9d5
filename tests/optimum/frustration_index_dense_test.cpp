// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/annealing.hpp>
#include <geostance/optimum/detail/elite_sides.hpp>
#include <geostance/optimum/detail/semidefinite_program.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace gs = geostance;
namespace detail = gs::detail;
using exhaustive::weights;

namespace {

using exhaustive::graph;

gs::search_options const by_default;

graph dense(std::size_t n, unsigned seed, double size = 1) {
    std::mt19937 random(seed);
    graph g(n);
    for (std::size_t u = 0; u < n; ++u)
        for (auto v = u + 1; v < n; ++v) add_edge(u, v, {random() % 2 == 0 ? size : -size}, g);
    return g;
}

} // namespace

TEST_CASE("anneal: finds the best camps of small graphs, and knows what they cost") {
    std::mt19937 random(5);
    detail::search_control control(by_default);
    detail::random_source source(1);
    for (auto i = gs::testing::repetitions(200); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 9);
        auto const compact = gs::compress(g, weights(g), {.self_loops = gs::self_loop_rule::drop});
        auto const ties = gs::testing::with_whole_weights(compact);
        auto least = INT64_MAX;
        for (int run = 0; run < 10; ++run) {
            detail::switching moves(ties);
            detail::anneal(ties, moves, detail::typical_balance(ties) / 2, source, control);
            CHECK(ties.cost(moves.side()) == moves.cost());
            for (auto const cost : moves.balance()) CHECK(cost >= 0);
            least = std::min(least, moves.cost());
        }
        CHECK(static_cast<double>(least) * ties.unit == exhaustive::best_partition(compact, 2).cost());
    }
}

TEST_CASE("elite_sides: what differs in parts that have no ties between them is taken where it pays") {
    graph g(40); // ten parts of four, each with one tie to a vertex that all share
    detail::random_source source(1);
    for (std::size_t part = 0; part < 13; ++part)
        for (std::size_t i = 0; i < 3; ++i) add_edge(1 + 3 * part + i, i < 2 ? 2 + 3 * part + i : 0, {1}, g);
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
    std::vector<std::uint32_t> a(40);
    std::vector<std::uint32_t> b(40);
    for (std::size_t v = 1; v < 4; ++v) a[v] = 1; // each spoils another part
    for (std::size_t v = 4; v < 7; ++v) b[v] = 1;
    detail::elite_sides elite(ties);
    elite.take({a, detail::elite_sides::none, source, ties.cost(a)});
    elite.take({b, detail::elite_sides::none, source, ties.cost(b)});
    CHECK(ties.cost(elite.combine(source).side) == 0);
}

TEST_CASE(
    "elite_sides: new camps replace what they were made of, unless they are worse; those of no use are forgotten") {
    graph g(4); // two parts without a tie between them
    add_edge(0, 1, {1}, g);
    add_edge(2, 3, {1}, g);
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
    detail::random_source source(1);
    detail::elite_sides elite(ties);
    std::vector<std::uint32_t> const bad{0, 1, 0, 0};
    std::vector<std::uint32_t> const good{0, 0, 0, 0};
    while (!elite.full()) elite.take({bad, detail::elite_sides::none, source, 1});
    auto const take = [&](std::vector<std::uint32_t> const& side) {
        auto child = elite.combine(source);
        child.side = side;
        child.cost = ties.cost(side);
        elite.take(std::move(child));
    };
    take({0, 1, 0, 1});
    for (int i = 0; i < 20; ++i) CHECK(elite.combine(source).side == bad);
    take(good);
    bool found = false;
    for (int i = 0; i < 200; ++i) {
        auto const camps = elite.combine(source).side;
        found = found || camps == good;
        take(camps);
    }
    CHECK(found);
    CHECK(elite.next(1, source).front().parent != detail::elite_sides::none);
    take(good);
    CHECK(elite.next(1, source).front().parent == detail::elite_sides::none);
    CHECK_FALSE(elite.full());
}

TEST_CASE("semidefinite_program: its bound is below every cost, and check_dual() confirms it") {
    for (auto const size : {1.0, 0.1, 3e-200, 1e200}) {
        auto const g = dense(14, 3, size);
        auto const best = exhaustive::best_partition(gs::compress(g, weights(g)), 2).cost();
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
        detail::search_control control(by_default);
        detail::random_source source(1);
        detail::semidefinite_program program(ties, source, control);
        REQUIRE(program.solve());
        auto y = program.dual();
        REQUIRE(y.size() == 14);
        auto const lower = static_cast<double>(program.lower(y)) * ties.unit;
        CHECK(lower <= best * (1 + 1e-12));
        CHECK(lower >= 0.7 * best);
        gs::dual_bound bound;
        for (std::uint32_t v = 0; v < 14; ++v) bound.vertices.push_back(v);
        for (auto const each : y) bound.y.push_back(each * ties.unit);
        auto const checked = gs::check_dual(g, weights(g), bound);
        if (size < 1e-100) continue; // so small that squares vanish: not claimed
        CHECK_MESSAGE(checked.valid, checked.reason);
        CHECK(checked.value <= lower * (1 + 1e-12));
        CHECK(checked.value >= lower - ties.unit);
    }
}

TEST_CASE("check_dual: says why numbers are no bound") {
    graph g(3);
    add_edge(0, 1, {-1}, g);
    add_edge(1, 2, {-1}, g);
    add_edge(0, 2, {-1}, g);
    auto const check = [&](gs::dual_bound const& bound) { return gs::check_dual(g, weights(g), bound); };
    auto const good = check({{0, 1, 2}, {1.001, 1.001, 1.001}});
    CHECK(good.valid);
    CHECK(good.value == doctest::Approx((6 - 3.003) / 4));
    CHECK(gs::check_dual(g, [](auto) { return -1; }, {{0, 1, 2}, {1.001, 1.001, 1.001}}).value == good.value);
    CHECK(check({{0, 1, 2}, {0.999, 0.999, 0.999}}).reason == "the matrix may have a negative eigenvalue");
    CHECK(check({{0, 1, 2}, {2, 2}}).reason == "there is not one number for each vertex");
    CHECK(check({{0, 1, 7}, {2, 2, 2}}).reason == "a vertex does not exist");
    CHECK(check({{0, 1, 1}, {2, 2, 2}}).reason == "a vertex is named twice");
    CHECK(check({{0, 1, 2}, {2, 2, -1}}).reason == "a number is below 0 or not finite");
    auto const infinity = std::numeric_limits<double>::infinity();
    CHECK(check({{0, 1, 2}, {2, 2, infinity}}).reason == "a number is below 0 or not finite");
}

TEST_CASE("frustration_index: a dense network is bounded by numbers that anyone can check, beside its cycles") {
    auto const g = dense(70, 1);
    auto const found = gs::frustration_index(g, weights(g), {.node_limit = 0, .rounds = 1});
    REQUIRE(found.dual.size() == 1);
    auto const checked = gs::check_dual(g, weights(g), found.dual.front());
    CHECK_MESSAGE(checked.valid, checked.reason);
    CHECK(std::ceil(checked.value) == found.lower);
    CHECK(found.lower > found.packed);
    CHECK(found.lower <= found.upper);
}

TEST_CASE("frustration_index: goes on until the time is up where nodes are left") {
    auto const g = dense(170, 2);
    auto const found = gs::frustration_index(g, weights(g), {.time_limit = 1});
    CHECK(found.stopped == gs::stop_reason::time_limit);
    CHECK(found.seconds >= 1);
    auto const quick = gs::frustration_index(
        g, weights(g), {.time_limit = std::numeric_limits<double>::infinity(), .node_limit = 0, .rounds = 1});
    CHECK(quick.stopped == gs::stop_reason::exhausted);
}
