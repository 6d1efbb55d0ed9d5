// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/signed_modularity.hpp>

#include "signed/data.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace gs = geostance;

namespace {

gs::signed_graph random_multigraph(std::uint32_t n, std::mt19937& random) {
    std::vector<gs::signed_tie> ties;
    for (auto m = 1 + random() % (2 * n); m > 0; --m) {
        ties.push_back({static_cast<std::uint32_t>(random() % n), static_cast<std::uint32_t>(random() % n),
                        static_cast<double>(random() % 7) - 3});
    }
    return {n, ties};
}

// The formula of Gomez, Jensen and Arenas, pair by pair.
double modularity_by_definition(gs::signed_graph const& g, std::vector<std::uint32_t> const& community,
                                gs::modularity_resolution const& r) {
    auto const n = g.num_vertices();
    std::vector<double> positive(n);
    std::vector<double> negative(n);
    double plus = 0;
    double minus = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            (g.weight(a) > 0 ? positive : negative)[v] += std::abs(g.weight(a));
        }
        plus += positive[v];
        minus += negative[v];
    }
    double sum = 0;
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = 0; v < n; ++v) {
            if (community[u] != community[v]) continue;
            auto const arc = g.find_arc(u, v);
            if (arc != g.num_arcs()) sum += g.weight(arc);
            if (plus > 0) sum -= r.positive * positive[u] * positive[v] / plus;
            if (minus > 0) sum += r.negative * negative[u] * negative[v] / minus;
        }
    }
    return sum / (plus + minus);
}

// Of all partitions, as restricted growth strings.
double greatest(gs::signed_graph const& g, gs::modularity_resolution const& r) {
    std::vector<std::uint32_t> community(g.num_vertices());
    double best = -2;
    auto const walk = [&](auto const& self, std::uint32_t v, std::uint32_t used) -> void {
        if (v == g.num_vertices()) {
            best = std::max(best, gs::signed_modularity(g, community, r));
            return;
        }
        for (std::uint32_t c = 0; c <= used; ++c) {
            community[v] = c;
            self(self, v + 1, c == used ? used + 1 : used);
        }
    };
    walk(walk, 0, 0);
    return best;
}

} // namespace

TEST_CASE("signed_modularity: agrees with its definition, at any resolution") {
    std::mt19937 random(1);
    for (int repetition = 0; repetition < 100; ++repetition) {
        auto const n = static_cast<std::uint32_t>(2 + random() % 11);
        auto const g = random_multigraph(n, random);
        if (g.num_ties() == 0) continue;
        std::vector<std::uint32_t> community(n);
        for (auto& c : community) c = static_cast<std::uint32_t>(random() % 4) * 1000;
        gs::modularity_resolution const r{static_cast<double>(random() % 3), static_cast<double>(random() % 3) / 2};
        CHECK(gs::signed_modularity(g, community, r) == doctest::Approx(modularity_by_definition(g, community, r)));
    }
}

TEST_CASE("maximise_signed_modularity: reaches the best of all partitions of small graphs") {
    std::mt19937 random(2);
    for (int repetition = 0; repetition < 60; ++repetition) {
        auto const g = random_multigraph(static_cast<std::uint32_t>(2 + random() % 6), random);
        if (g.num_ties() == 0) continue;
        gs::modularity_resolution const r{repetition % 3 == 0 ? 0.5 : 1.0, repetition % 2 == 0 ? 1.0 : 0.7};
        auto const found = gs::maximise_signed_modularity(g, {.resolution = r});
        CHECK(found.modularity == doctest::Approx(gs::signed_modularity(g, found.camp, r)));
        CHECK(found.modularity == doctest::Approx(greatest(g, r)).epsilon(1e-9));
    }
}

TEST_CASE("maximise_signed_modularity: connected communities hang together by friendly ties") {
    std::mt19937 random(3);
    for (int repetition = 0; repetition < 60; ++repetition) {
        auto const g = random_multigraph(static_cast<std::uint32_t>(5 + random() % 40), random);
        auto const found = gs::maximise_signed_modularity(g, {.connected = true, .starts = 3});
        CHECK(found.connected);
        auto const parts = gs::detail::split_into_connected(g, found.camp);
        CHECK(*std::max_element(parts.begin(), parts.end()) + 1 == found.camps);
    }
}

TEST_CASE("maximise_signed_modularity: two that share all enemies come together, unless that is forbidden") {
    gs::signed_graph const g(4, std::vector<gs::signed_tie>{{0, 2, -1}, {0, 3, -1}, {1, 2, -1}, {1, 3, -1}});
    auto const found = gs::maximise_signed_modularity(g);
    CHECK(found.camp == std::vector<std::uint32_t>{0, 0, 1, 1});
    CHECK(found.modularity == doctest::Approx(0.5));
    CHECK_FALSE(found.connected);
    CHECK(gs::maximise_signed_modularity(g, {.connected = true}).camps == 4);
}

TEST_CASE("maximise_signed_modularity: the same on any number of threads, and no worse for more searches") {
    std::mt19937 random(4);
    auto const g = random_multigraph(300, random);
    auto const alone = gs::maximise_signed_modularity(g, {.starts = 8});
    for (auto const threads : std::vector<std::size_t>{2, 3, 0}) {
        auto const found = gs::maximise_signed_modularity(g, {.starts = 8, .threads = threads});
        CHECK(found.camp == alone.camp);
        CHECK(found.modularity == alone.modularity);
    }
    CHECK(gs::maximise_signed_modularity(g, {.starts = 3}).modularity <= alone.modularity);
}

TEST_CASE("maximise_signed_modularity: finds camps that most ties keep to, and more than those alone would give") {
    std::mt19937 random(5);
    std::vector<gs::signed_tie> ties;
    std::vector<std::uint32_t> planted(400);
    for (std::uint32_t v = 0; v < 400; ++v) planted[v] = v % 8;
    for (int i = 0; i < 4000; ++i) {
        auto const u = static_cast<std::uint32_t>(random() % 400);
        auto const v = static_cast<std::uint32_t>(random() % 400);
        ties.push_back({u, v, (planted[u] == planted[v]) == (random() % 8 != 0) ? 1.0 : -1.0});
    }
    gs::signed_graph const g(400, ties);
    auto const found = gs::maximise_signed_modularity(g, {.starts = 2});
    CHECK(found.modularity >= gs::signed_modularity(g, planted) - 1e-12);
}

TEST_CASE("maximise_signed_modularity: the same for a seed; on the tribes, three camps") {
    auto const g = test_data::network("highlandtribes.csv");
    if (g.num_vertices() == 0) return;
    auto const found = gs::maximise_signed_modularity(g, {.seed = 5});
    CHECK(found.camp == gs::maximise_signed_modularity(g, {.seed = 5}).camp);
    CHECK(found.camps == 3);
    CHECK(found.modularity == doctest::Approx(gs::maximise_signed_modularity(g, {.seed = 6}).modularity));
}

TEST_CASE("signed_modularity: without ties it is NaN; bad arguments are named") {
    gs::signed_graph const empty(2, {});
    CHECK(std::isnan(gs::signed_modularity(empty, {0, 0})));
    CHECK(gs::maximise_signed_modularity(empty).camps == 2);
    CHECK(gs::maximise_signed_modularity(gs::signed_graph()).camps == 0);
    CHECK_THROWS_AS((void)gs::signed_modularity(empty, {0}), gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::signed_modularity(empty, {0, 0}, {-1, 1}),
                         "modularity_resolution.positive: got -1, expected a finite number of at least 0",
                         gs::invalid_value);
    CHECK_THROWS_AS((void)gs::maximise_signed_modularity(empty, {.starts = 0}), gs::invalid_value);
}
