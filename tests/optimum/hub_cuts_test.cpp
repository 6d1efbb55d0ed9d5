// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"
#include <optimum/whole_weights.hpp>
#include <repetitions.hpp>

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/detail/hub_cuts.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

using exhaustive::graph;

std::vector<gs::detail::cycle_cut> cuts_around_hubs(gs::detail::weighted_ties const& ties,
                                                    std::vector<double> const& value) {
    gs::search_options const options;
    gs::detail::search_control control(options);
    return gs::detail::hub_cutter(ties).find(value, control);
}

// Calls visit(camp) with each partition of n vertices, as the restricted growth strings in order.
template <class Visit>
void for_each_partition(std::uint32_t n, Visit visit) {
    std::vector<std::uint32_t> camp(n);
    while (true) {
        visit(camp);
        auto v = n - 1;
        while (v > 0 && camp[v] > *std::max_element(camp.begin(), camp.begin() + v)) --v;
        if (v == 0) return;
        ++camp[v];
        std::fill(camp.begin() + v + 1, camp.end(), 0);
    }
}

// The least number of a cut's ties that any partition has against it.
std::size_t least_against(gs::detail::weighted_ties const& ties, gs::detail::cycle_cut const& cut) {
    auto least = cut.ties.size();
    for_each_partition(ties.size(), [&](std::vector<std::uint32_t> const& camp) {
        auto const is_against = [&](auto t) {
            return (camp[ties.ends[t].first] == camp[ties.ends[t].second]) != (ties.weight[t] > 0);
        };
        least = std::min(least, static_cast<std::size_t>(std::count_if(cut.ties.begin(), cut.ties.end(), is_against)));
    });
    return least;
}

// A hub, vertex 0, with so many friends; those side by side in a circle are hostile, or all.
graph hub_with_friends(std::size_t friends, bool all, double weight) {
    graph g(friends + 1);
    for (std::size_t v = 1; v <= friends; ++v) {
        add_edge(0, v, {weight}, g);
        for (auto u = v + 1; u <= friends; ++u)
            if (all || u == v + 1 || (v == 1 && u == friends)) add_edge(v, u, {-weight}, g);
    }
    return g;
}

double lower_without_branching(graph const& g) { return gs::camps(g, weights(g), {}, {.node_limit = 0}).lower; }

/// What cycles alone prove: half of each friendly tie is against the camps, and no hostile one.
std::vector<double> half_of_each_spoke(gs::detail::weighted_ties const& ties) {
    std::vector<double> value;
    for (auto const w : ties.weight) value.push_back(w > 0 ? 0.5 : 0);
    return value;
}

} // namespace

TEST_CASE("hub_cuts: all partitions of random graphs have as many ties of a cut against them as it demands") {
    std::mt19937 random(7);
    std::set<std::size_t> demands;
    for (auto i = gs::testing::repetitions(10000); i > 0; --i) {
        auto const g = exhaustive::random_graph(random, 8);
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
        std::vector<double> value(ties.ends.size());
        for (std::size_t t = 0; t < value.size(); ++t)
            value[t] = static_cast<double>(random() % (ties.weight[t] > 0 ? 600 : 200)) / 1000;
        for (auto const& cut : cuts_around_hubs(ties, value)) {
            CHECK(std::set(cut.ties.begin(), cut.ties.end()).size() == cut.ties.size());
            CHECK(least_against(ties, cut) == cut.demand);
            demands.insert(cut.demand);
        }
    }
    CHECK(demands.size() >= 2);
}

TEST_CASE("hub_cuts: a hub cannot stand with more than one of hostile friends") {
    for (std::size_t friends = 3; friends <= 8; ++friends) {
        auto const g = hub_with_friends(friends, true, 1);
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
        auto const value = half_of_each_spoke(ties);
        auto const cuts = cuts_around_hubs(ties, value);
        REQUIRE(cuts.size() == 1);
        CHECK(cuts.front().demand == friends - 1);
        CHECK(cuts.front().ties.size() == friends * (friends + 1) / 2);
        CHECK(lower_without_branching(g) == static_cast<double>(friends - 1));
    }
}

TEST_CASE("hub_cuts: friends that are hostile in a circle of odd length") {
    for (std::size_t friends = 3; friends <= 9; friends += 2) {
        auto const g = hub_with_friends(friends, false, 2);
        auto const ties = gs::testing::with_whole_weights(gs::compress(g, weights(g)));
        auto const value = half_of_each_spoke(ties);
        auto const cuts = cuts_around_hubs(ties, value);
        REQUIRE(cuts.size() == 1);
        CHECK(cuts.front().demand == (friends + 1) / 2);
        CHECK(cuts.front().ties.size() == 2 * friends);
        CHECK(lower_without_branching(g) == static_cast<double>(friends + 1));
        CHECK(cuts_around_hubs(ties, std::vector<double>(value.size(), 0.75)).empty());
    }
    auto const even = hub_with_friends(6, false, 1);
    auto const ties = gs::testing::with_whole_weights(gs::compress(even, weights(even)));
    CHECK(cuts_around_hubs(ties, std::vector<double>(ties.ends.size(), 0.34)).empty());
}
