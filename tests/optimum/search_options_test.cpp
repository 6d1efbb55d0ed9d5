// SPDX-License-Identifier: BSL-1.0
// What large networks get within a time that is much too short for a search.
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include "signed/exhaustive.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

// A ring of so many vertices with as many chords, most of them hostile.
graph ring_with_chords(std::size_t n) {
    std::mt19937 random(3);
    graph g(n);
    for (std::size_t v = 0; v < n; ++v) {
        add_edge(v, (v + 1) % n, {random() % 4 == 0 ? 1.0 : -1.0}, g);
        add_edge(v, random() % n, {random() % 4 == 0 ? 1.0 : -1.0}, g);
    }
    return g;
}

} // namespace

TEST_CASE("time limit: a balanced network needs no search, however little time there is") {
    graph path(200'000);
    for (std::size_t v = 1; v < num_vertices(path); ++v) add_edge(v - 1, v, {v % 3 == 0 ? -2.5 : 1.0}, path);
    add_edge(5, 5, {-7}, path);
    for (auto const& found : {gs::frustration_index(path, weights(path), {.time_limit = 1e-6}),
                              gs::camps(path, weights(path), {}, {.time_limit = 1e-6})}) {
        CHECK(found.exact);
        CHECK(found.upper == 7);
        CHECK(found.stopped == gs::stop_reason::proven);
        CHECK(gs::check_partition(path, weights(path), found.camp).value == 7);
    }
}

TEST_CASE("time limit: where there is no time at all, camps and bounds still hold") {
    auto const g = ring_with_chords(20'000);
    for (auto const& found :
         {gs::frustration_index(g, weights(g), {.time_limit = 1e-6}),
          gs::camps(g, weights(g), {}, {.time_limit = 1e-6}), gs::camps(g, weights(g), 3, {.time_limit = 1e-6})}) {
        CHECK(found.stopped == gs::stop_reason::time_limit);
        CHECK(found.lower <= found.upper);
        CHECK(gs::check_partition(g, weights(g), found.camp).value == found.upper);
    }
}

TEST_CASE("time limit: a clique too large to be searched in time has a lower bound of triangles") {
    graph clique(120);
    for (std::size_t u = 0; u < 120; ++u)
        for (auto v = u + 1; v < 120; ++v) add_edge(u, v, {-1}, clique);
    auto const found = gs::frustration_index(clique, weights(clique), {.time_limit = 3});
    CHECK(found.lower > 0);
    CHECK(gs::check_packing(clique, weights(clique), found.packing).value > 0);
}

TEST_CASE(
    "time limit: a clique has a lower bound of triangles and camps of single moves, however little time there is") {
    graph clique(150);
    for (std::size_t u = 0; u < 150; ++u)
        for (auto v = u + 1; v < 150; ++v) add_edge(u, v, {-2}, clique);
    auto const found = gs::frustration_index(clique, weights(clique), {.time_limit = 1e-6});
    CHECK(found.stopped == gs::stop_reason::time_limit);
    CHECK(found.lower > 0);
    CHECK(found.upper == 2.0 * 2 * 75 * 74 / 2);
    auto const packing = gs::check_packing(clique, weights(clique), found.packing);
    CHECK_MESSAGE(packing.valid, packing.reason);
    CHECK(packing.value == found.packed);
}

TEST_CASE("time limit: bounds found in haste hold for small graphs of any weights") {
    std::mt19937 random(8);
    for (int i = 0; i < 200; ++i) {
        auto const g = exhaustive::random_graph(random, 8);
        auto const compact = gs::compress(g, weights(g), {.self_loops = gs::self_loop_rule::drop});
        auto const best = exhaustive::best_partition(compact, 2).cost();
        auto const found = gs::frustration_index(compact, {.time_limit = 1e-9});
        CHECK(found.lower <= best);
        CHECK(found.upper >= best);
        CHECK(found.exact == (found.lower == found.upper));
    }
}

TEST_CASE("time limit: a search of which a part was cut off by its share of the time has not tried everything") {
    gs::search_options const options{.time_limit = 1000};
    gs::detail::search_control control(options);
    control.begin_turn(1);
    CHECK_FALSE(control.stop());
    CHECK(control.reason() == gs::stop_reason::exhausted);
    control.begin_phase(-1); // over already
    CHECK(control.stop());
    control.end_phase();
    CHECK_FALSE(control.stop());
    CHECK(control.reason() == gs::stop_reason::time_limit);
}

TEST_CASE("stop: it is asked while the first triangles of a large network are packed") {
    std::mt19937 random(4);
    gs::detail::weighted_ties ties;
    for (std::uint32_t u = 0; u < 300; ++u) {
        for (auto v = u + 1; v < 300; ++v) {
            ties.ends.emplace_back(u, v);
            ties.weight.push_back(random() % 2 == 0 ? 1 : -1);
        }
    }
    index_rows(ties, 300);
    auto const packed = [&](bool stops) {
        gs::search_options const options{.stop = [stops] { return stops; }};
        gs::detail::search_control control(options);
        gs::detail::cycle_packer packer(ties, ties.weight);
        return packer.pack_triangles(gs::detail::clock_watch::that_stops(control));
    };
    CHECK(packed(true) > 0); // those of the first vertices
    CHECK(packed(true) < packed(false));
}
