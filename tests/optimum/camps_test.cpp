// SPDX-License-Identifier: BSL-1.0
#include "message_of.hpp"
#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/annealing.hpp>
#include <geostance/optimum/detail/camp_moves.hpp>
#include <geostance/optimum/dual_bound.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

// For at most k camps; 0 for as many as are best.
void check_camps(graph const& g, std::size_t k, gs::search_options const& options = {},
                 gs::tie_options const& ties = {}) {
    auto const compact = gs::compress(g, weights(g), ties);
    auto const best = exhaustive::best_partition(compact, k).cost();
    auto const found = gs::camps(compact, k == 0 ? std::nullopt : std::optional(k), options);
    REQUIRE(found.exact);
    REQUIRE(found.lower == best);
    REQUIRE(found.upper == best);
    REQUIRE((k == 0 || found.camps <= k));
    REQUIRE(gs::check_partition(g, weights(g), found.camp, ties).value == best);
    auto const kind = k == 2 ? gs::cycle_kind::negative : gs::cycle_kind::one_negative;
    auto const packing = gs::check_packing(g, weights(g), found.packing, kind, ties);
    REQUIRE_MESSAGE(packing.valid, packing.reason);
    REQUIRE(packing.value == doctest::Approx(found.packed));
    REQUIRE(packing.value <= best + 1e-9);
    for (auto const& part : found.dual) {
        auto const dual = gs::check_dual(g, weights(g), part, ties);
        REQUIRE_MESSAGE(dual.valid, dual.reason);
        REQUIRE(dual.value <= best + 1e-9);
    }
}

std::string error_of_camps(std::optional<std::size_t> k, gs::search_options const& options = {}) {
    graph const g(3);
    return message_of<gs::invalid_value>([&] { (void)gs::camps(g, weights(g), k, options); });
}

// How often the search looks whether to stop in a network of three communities, one tie in twenty the other way round.
std::size_t looks_at_communities(std::uint32_t seed) {
    constexpr std::size_t n = 80;
    std::mt19937 random(seed);
    std::vector<std::size_t> community(n);
    for (auto& c : community) c = random() % 3;
    graph g(n);
    for (std::size_t u = 0; u < n; ++u) {
        for (auto v = u + 1; v < n; ++v) {
            if (random() % 2 == 0) continue;
            add_edge(u, v, {(community[u] == community[v]) != (random() % 20 == 0) ? 1.0 : -1.0}, g);
        }
    }
    std::size_t looks = 0;
    auto const count = [&] {
        ++looks;
        return false;
    };
    REQUIRE(gs::camps(g, weights(g), {}, {.time_limit = HUGE_VAL, .stop = count}).exact);
    return looks;
}

} // namespace

TEST_CASE("camps: every signed graph of up to 5 vertices agrees with all partitions, for any number and for each k") {
    for (std::size_t n = 1; n <= 5; ++n) {
        exhaustive::for_each_graph(n, [&](auto const& g) {
            for (std::size_t k = 0; k <= n; ++k) check_camps(g, k, {.rounds = 1});
        });
    }
}

TEST_CASE("camps: random graphs agree with all partitions, weighted ones and multigraphs among them") {
    std::mt19937 random(5);
    for (auto i = gs::testing::repetitions(20000); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 12);
        auto const pairs = i % 2 == 0 ? gs::pair_rule::keep : gs::pair_rule::drop;
        check_camps(g, i % 3 == 0 ? 0 : 1 + random() % num_vertices(g), {}, {.cancelling_pairs = pairs});
    }
}

TEST_CASE("camps: three hostile vertices are three camps, and two of them stand together when only two are allowed") {
    graph g(3);
    add_edge(0, 1, {-1}, g);
    add_edge(1, 2, {-1}, g);
    add_edge(2, 0, {-3}, g);
    auto const free = gs::camps(g, weights(g));
    CHECK(free.camps == 3);
    CHECK(free.upper == 0);
    auto const two = gs::camps(g, weights(g), 2);
    CHECK(two.camps == 2);
    CHECK(two.upper == 1);
    CHECK(two.against.size() == 1);
    CHECK(two.camp[0] != two.camp[2]);
}

// No cycle tells that four hostile groups do not fit into three camps.
TEST_CASE("camps: too few camps for groups that are all hostile to each other are proven to be too few") {
    constexpr std::size_t groups = 4;
    constexpr std::size_t size = 20;
    graph g(groups * size);
    for (std::size_t v = 0; v < groups * size; ++v) {
        if (v % size != 0) add_edge(v - 1, v, {1}, g);
        if (v % size > 1) add_edge(v - 2, v, {1}, g);
        for (auto u = v + size; u < groups * size; u += size) add_edge(u, v, {-1}, g);
    }
    CHECK(gs::camps(g, weights(g)).upper == 0);
    auto const three = gs::camps(g, weights(g), 3);
    CHECK(three.exact);
    CHECK(three.upper == size);
}

TEST_CASE("camp_moves: annealed camps cost what they say, are at most k, and the best of ten is the best of all") {
    std::mt19937 random(5);
    gs::detail::random_source source(1);
    for (auto i = gs::testing::repetitions(200); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 9);
        auto const compact = gs::compress(g, weights(g), {.self_loops = gs::self_loop_rule::drop});
        auto const ties = gs::testing::with_whole_weights(compact);
        auto const k = 1 + random() % num_vertices(g);
        auto least = INT64_MAX;
        for (int run = 0; run < 10; ++run) {
            gs::detail::camp_moves moves(ties, k);
            moves.anneal(gs::detail::typical_balance(ties) / 2, source);
            REQUIRE(ties.cost(moves.camp()) == moves.cost());
            std::size_t used = 0;
            (void)gs::detail::number_camps(moves.camp(), used);
            REQUIRE(used <= k);
            least = std::min(least, moves.cost());
        }
        CHECK(static_cast<double>(least) * ties.unit == exhaustive::best_partition(compact, k).cost());
    }
}

// How often a search looks whether to stop tells how much it does.
TEST_CASE("camps: communities that cycles prove at once are not searched any further") {
    std::size_t most = 0;
    for (std::uint32_t seed = 1; seed <= 10; ++seed) most = std::max(most, looks_at_communities(seed));
    CHECK(most < 5000);
}

// Each new vertex chooses three, mostly among those that were chosen before.
TEST_CASE("camps: cycles in parts prove what they say in a network with hubs, with one thread and with two") {
    constexpr std::uint32_t n = 2000;
    std::mt19937 random(6);
    graph g(n);
    std::vector<std::uint32_t> chosen = {0, 1, 2};
    for (std::uint32_t v = 3; v < n; ++v) {
        for (int tie = 0; tie < 3; ++tie) {
            auto const u = chosen[random() % chosen.size()];
            if (u != v) add_edge(u, v, {random() % 5 < 2 ? -1.0 : 1.0}, g);
            chosen.insert(chosen.end(), {u, v});
        }
    }
    auto const search = [&](std::size_t threads) {
        return gs::camps(
            g, weights(g), {},
            {.time_limit = std::numeric_limits<double>::infinity(), .node_limit = 0, .rounds = 12, .threads = threads});
    };
    auto const found = search(1);
    CHECK_FALSE(found.exact);
    CHECK(std::any_of(found.packing.begin(), found.packing.end(),
                      [](auto const& c) { return c.weight != std::floor(c.weight); }));
    auto const packing = gs::check_packing(g, weights(g), found.packing, gs::cycle_kind::one_negative);
    REQUIRE_MESSAGE(packing.valid, packing.reason);
    CHECK(packing.value == found.packed);
    CHECK(found.lower == std::ceil(found.packed));
    CHECK(found.lower < found.upper);
    auto const again = search(2);
    CHECK(again.packed == found.packed);
    CHECK(again.upper == found.upper);
}

TEST_CASE("camps: an impossible number of camps is refused by name") {
    CHECK(error_of_camps(0) == "k: got 0, expected a number of camps from 1 to 3");
    CHECK(error_of_camps(4) == "k: got 4, expected a number of camps from 1 to 3");
    CHECK(error_of_camps({}, {.time_limit = -1}) ==
          "search_options.time_limit: got -1, expected a number of seconds above 0");
    CHECK(gs::camps(gs::signed_graph()).exact);
}
