// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <geostance/optimum/detail/cycle_cuts.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

// What the ties of the cheapest cycle add up to that cannot fit: one with an odd number of negative ties, or with just
// one where camps are any number. All paths from each vertex to vertices above it are walked.
double cheapest_cycle(gs::detail::weighted_ties const& g, std::vector<double> const& value, bool two_camps) {
    auto least = 1e9;
    std::vector<bool> visited(g.size());
    std::function<void(std::uint32_t, std::uint32_t, std::size_t, std::size_t, double)> const walk =
        [&](std::uint32_t root, std::uint32_t v, std::size_t length, std::size_t negative, double sum) {
            visited[v] = true;
            for (auto const& a : g.row(v)) {
                auto const negatives = negative + (a.weight < 0 ? 1U : 0U);
                auto const fits = two_camps ? negatives % 2 == 0 : negatives != 1;
                if (a.head == root && length >= 2 && !fits) least = std::min(least, sum + value[a.tie]);
                if (a.head > root && !visited[a.head]) walk(root, a.head, length + 1, negatives, sum + value[a.tie]);
            }
            visited[v] = false;
        };
    for (std::uint32_t root = 0; root < g.size(); ++root) walk(root, root, 0, 0, 0);
    return least;
}

double sum_of(gs::detail::cycle_cut const& cut, std::vector<double> const& value) {
    double sum = 0;
    for (auto const t : cut.ties) sum += value[t];
    return sum;
}

void check_cycle(gs::detail::weighted_ties const& g, gs::detail::cycle_cut const& cut, bool two_camps) {
    auto const length = cut.ties.size();
    REQUIRE(length >= 3);
    REQUIRE(cut.vertices.size() == length);
    REQUIRE(std::set(cut.vertices.begin(), cut.vertices.end()).size() == length);
    std::size_t negative = 0;
    for (std::size_t i = 0; i < length; ++i) {
        auto const [u, v] = std::minmax(cut.vertices[i], cut.vertices[(i + 1) % length]);
        REQUIRE(g.ends[cut.ties[i]] == std::pair(u, v));
        negative += g.weight[cut.ties[i]] < 0 ? 1U : 0U;
    }
    REQUIRE((two_camps ? negative % 2 == 1 : negative == 1));
}

} // namespace

TEST_CASE(
    "cycle_cuts: cycles are found where some have a value below 1, each of them is one, and the cheapest is there") {
    std::mt19937 random(11);
    gs::search_options const options;
    gs::detail::search_control control(options);
    std::size_t without = 0;
    for (auto i = gs::testing::repetitions(4000); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 7);
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
        std::vector<double> value(ties.ends.size());
        for (auto& x : value) x = random() % 3 == 0 ? 0 : static_cast<double>(random() % 700) / 1000;
        for (auto const two_camps : {true, false}) {
            auto least = 1e9;
            for (auto const& cut : gs::detail::cycle_cutter(ties, two_camps).find(value, control)) {
                check_cycle(ties, cut, two_camps);
                least = std::min(least, sum_of(cut, value));
            }
            auto const cheapest = cheapest_cycle(ties, value, two_camps);
            without += cheapest >= 1 ? 1U : 0U;
            // Shorter ones are preferred by a thousandth for each tie.
            CHECK((cheapest < 1 - 1e-5 ? least <= cheapest + 0.007 : least >= 1e9));
        }
    }
    CHECK(without > 100);
}

TEST_CASE("cycle_cuts: the search for cycles ends with the time") {
    graph g(40);
    for (std::size_t v = 0; v < 40; ++v)
        for (auto u = v + 1; u < 40; ++u) add_edge(v, u, {u == v + 1 ? -1.0 : 1.0}, g);
    auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
    std::vector<double> const value(ties.ends.size());
    for (auto const two_camps : {true, false}) {
        int looks = 0;
        gs::search_options const options{.stop = [&] { return ++looks > 5; }};
        gs::detail::search_control control(options);
        auto const cuts = gs::detail::cycle_cutter(ties, two_camps).find(value, control);
        CHECK(cuts.size() > 0);
        CHECK(cuts.size() <= 5);
    }
}
