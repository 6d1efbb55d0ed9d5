// SPDX-License-Identifier: BSL-1.0
// Whatever the shape of a graph and its weights: no bound is false, and nothing is called exact that is not. Checked in
// exact arithmetic by trying all partitions, with nothing of the search.
#include "signed/weighted_graphs.hpp"
#include <repetitions.hpp>

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using gs::detail::wide_sum;
using weighted::weight;
using weighted::weights;

namespace {

using graph = weighted::undirected;

// What the best of all partitions into at most k camps costs, without rounding.
class best_cost {
public:
    best_cost(graph const& g, std::size_t k) : g_(g), k_(k), camp_(num_vertices(g)) { place(0, 0); }
    [[nodiscard]] wide_sum const& value() const { return *best_; }

private:
    void place(std::size_t v, std::size_t camps) {
        if (v == camp_.size()) return take();
        for (std::size_t c = 0; c <= camps && c < k_; ++c) {
            camp_[v] = c;
            place(v + 1, std::max(camps, c + 1));
        }
    }
    void take() {
        wide_sum cost;
        auto const [first, last] = edges(g_);
        for (auto e = first; e != last; ++e) {
            auto const w = g_[*e].value;
            if (w != 0 && (camp_[source(*e, g_)] == camp_[target(*e, g_)]) == (w < 0)) cost += std::abs(w);
        }
        if (!best_ || cost < *best_) best_ = cost;
    }

    graph const& g_;
    std::size_t k_;
    std::vector<std::size_t> camp_;
    std::optional<wide_sum> best_{};
};

enum class kind { sign, whole, large, decimal, dyadic, wide, mixed };

double random_weight(std::mt19937& random, kind what) {
    std::uniform_int_distribution<int> whole(1, 9);
    std::uniform_int_distribution<std::uint64_t> large(1, std::uint64_t{1} << 53U);
    std::uniform_real_distribution<double> share(0, 1);
    std::uniform_int_distribution<int> exponent(-40, 40);
    switch (what) {
    case kind::sign: return 1;
    case kind::whole: return whole(random);
    case kind::large: return static_cast<double>(large(random));
    case kind::decimal: return whole(random) / 10.0;
    case kind::dyadic: return share(random);
    case kind::wide: return std::ldexp(share(random), exponent(random));
    case kind::mixed: {
        double const sizes[] = {5e-324, 1e-300, 1, 3, 1e15, 1e300};
        return sizes[random() % std::size(sizes)];
    }
    }
    return 0;
}

// No loops, or some; a tree, a ring, or so many of all pairs, some of them twice.
graph random_graph(std::mt19937& random, std::size_t largest, kind what) {
    auto const n = 1 + random() % largest;
    graph g(n);
    auto const hostile = random() % 101;
    auto const add = [&](std::size_t u, std::size_t v) {
        auto const size = random_weight(random, what);
        add_edge(u, v, weight{random() % 100 < hostile ? -size : size}, g);
    };
    switch (random() % 4) {
    case 0:
        for (std::size_t v = 1; v < n; ++v) add(v, random() % v);
        break;
    case 1:
        for (std::size_t v = 0; v + 1 < n; ++v) add(v, v + 1);
        if (n > 2) add(n - 1, 0);
        break;
    default: {
        auto const density = 1 + random() % 100;
        for (std::size_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v)
                for (auto copies = random() % 8 == 0 ? 2 : 1; copies > 0; --copies)
                    if (random() % 100 < density) add(u, v);
    }
    }
    if (random() % 3 == 0) add(random() % n, random() % n);
    return g;
}

// Costs are compared with those of the network as a multigraph, where nothing is dropped.
gs::tie_options const as_multigraph{.cancelling_pairs = gs::pair_rule::keep};

template <class Result>
void check_bounds(graph const& g, Result const& found, std::size_t k, kind what, gs::cycle_kind cycles) {
    auto const best = best_cost(g, k).value();
    // Decimals are no sums of powers of two: they are taken for what they were written as.
    auto const error = what == kind::decimal ? 1e-12 : 0.0;
    auto const value = best.nearest();
    REQUIRE(found.lower <= value * (1 + error));
    REQUIRE(found.upper >= value * (1 - error));
    REQUIRE(found.lower <= found.upper);
    if (found.exact) REQUIRE(found.upper <= value * (1 + error));
    REQUIRE(found.exact);
    auto const packing = gs::check_packing(g, weights(g), found.packing, cycles, as_multigraph);
    REQUIRE_MESSAGE(packing.valid, packing.reason);
    REQUIRE(packing.value <= value * (1 + 1e-12));
    REQUIRE(gs::check_partition(g, weights(g), found.camp, as_multigraph).value ==
            doctest::Approx(found.upper).epsilon(1e-12));
}

} // namespace

TEST_CASE("bounds: loops do not make a gap look small") {
    graph g(4);
    add_edge(0, 1, {-1259354014328.0078}, g);
    add_edge(1, 2, {0.23433096104669637}, g);
    add_edge(2, 3, {-0.9956448355104628}, g);
    add_edge(3, 0, {0.47026350752244794}, g);
    add_edge(3, 3, {-1e8}, g);
    auto const found = gs::camps(g, weights(g));
    CHECK(found.exact);
    CHECK(found.lower == 1e8);
    CHECK(found.upper == 1e8);
}

TEST_CASE("bounds: on graphs of every shape and weight they are true, and exact ones are those of all partitions") {
    std::mt19937 random(15);
    for (auto i = gs::testing::repetitions(420); i > 0; --i) {
        auto const what = static_cast<kind>(i % 7);
        auto const two = random_graph(random, 9, what);
        check_bounds(two, gs::frustration_index(gs::compress(two, weights(two), as_multigraph)), 2, what,
                     gs::cycle_kind::negative);
        auto const any = random_graph(random, 6, what);
        check_bounds(any, gs::camps(gs::compress(any, weights(any), as_multigraph)), 9, what,
                     gs::cycle_kind::one_negative);
        auto const three = random_graph(random, 6, what);
        if (num_vertices(three) >= 3) {
            check_bounds(three, gs::camps(gs::compress(three, weights(three), as_multigraph), 3), 3, what,
                         gs::cycle_kind::one_negative);
        }
    }
}

TEST_CASE("bounds: whole weights that add up to 2^59 are proven to the last unit") {
    std::mt19937_64 random(3);
    graph g(30);
    for (std::size_t v = 0; v < 30; ++v) {
        for (std::size_t step : {1U, 2U, 5U}) {
            auto const size = static_cast<double>(1 + random() % (std::uint64_t{1} << 52U));
            add_edge(v, (v + step) % 30, {random() % 2 == 0 ? size : -size}, g);
        }
    }
    auto const found = gs::frustration_index(g, weights(g));
    CHECK(found.exact);
    CHECK(found.lower == found.upper);
    CHECK(gs::check_partition(g, weights(g), found.camp).value == doctest::Approx(found.upper));
}
