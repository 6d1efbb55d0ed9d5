// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/compressed.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// A triangle with one hostile tie.
struct triangle {
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                        boost::property<boost::edge_weight_t, double>>;
    graph g{3};
    graph::edge_descriptor ab = add_edge(0, 1, 2, g).first;
    graph::edge_descriptor bc = add_edge(1, 2, 1, g).first;
    graph::edge_descriptor ca = add_edge(2, 0, -3, g).first;

    [[nodiscard]] std::string refused(std::vector<gs::packed_cycle> const& cycles,
                                      gs::cycle_kind kind = gs::cycle_kind::negative) const {
        return gs::check_packing(g, get(boost::edge_weight, g), cycles, kind).reason;
    }
};

} // namespace

TEST_CASE_FIXTURE(triangle, "check_partition: costs what is friendly between camps and hostile inside them") {
    auto const cost = [&](std::vector<int> const& camp) {
        return gs::check_partition(g, get(boost::edge_weight, g), camp).value;
    };
    CHECK(cost({0, 0, 0}) == 3);
    CHECK(cost({0, 0, 1}) == 1);
    CHECK(cost({0, 1, 2}) == 3);
    CHECK_FALSE(gs::check_partition(g, get(boost::edge_weight, g), std::vector{0, 0}).valid);
}

TEST_CASE_FIXTURE(triangle, "check_packing: says why a packing proves nothing") {
    CHECK(refused({{{0, 1, 2}, 1}}).empty());
    CHECK(gs::check_packing(g, get(boost::edge_weight, g), std::vector<gs::packed_cycle>{{{0, 1, 2}, 1}}).value == 1);
    CHECK(refused({{{0, 1, 2}, 1}, {{0, 1, 2}, 0.5}}) == "cycle 1 takes more than a tie has");
    CHECK(refused({{{0, 1, 2}, 0}}) == "cycle 0 is empty or has no weight");
    CHECK(refused({{{0, 1, 0}, 1}}) == "cycle 0 visits a vertex twice");
    CHECK(refused({{{0, 1}, 1}}) == "cycle 0 takes more than its edges have");
}

TEST_CASE("check_packing: no cycle of one or two vertices proves more than the best partition costs, by any rules") {
    triangle::graph loops(1);
    for (double const weight : {1.0, -1.0}) add_edge(0, 0, weight, loops);
    auto const weight = get(boost::edge_weight, loops);
    for (auto const pairs : {gs::pair_rule::keep, gs::pair_rule::drop})
        for (auto const self_loops : {gs::self_loop_rule::count, gs::self_loop_rule::drop}) {
            gs::tie_options const ties{.cancelling_pairs = pairs, .self_loops = self_loops};
            auto const cost = gs::check_partition(loops, weight, std::vector{0}, ties).value;
            for (auto const& vertices : {std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{0, 0}}) {
                std::vector<gs::packed_cycle> const one = {{vertices, 1}};
                auto const check = gs::check_packing(loops, weight, one, gs::cycle_kind::negative, ties);
                CHECK((!check.valid || check.value <= cost));
            }
        }
}

TEST_CASE_FIXTURE(triangle, "checks: where only signs count, every tie weighs 1") {
    gs::tie_options const signs{.multi_edges = gs::multi_edge_rule::sign_of_sum};
    CHECK(gs::check_partition(g, get(boost::edge_weight, g), std::vector{0, 0, 0}, signs).value == 1);
    CHECK(gs::check_partition(g, get(boost::edge_weight, g), std::vector{0, 1, 2}, signs).value == 2);
    std::vector<gs::packed_cycle> const one = {{{0, 1, 2}, 1}};
    std::vector<gs::packed_cycle> const two = {{{0, 1, 2}, 2}};
    auto const negative = gs::cycle_kind::negative;
    CHECK(gs::check_packing(g, get(boost::edge_weight, g), one, negative, signs).value == 1);
    CHECK_FALSE(gs::check_packing(g, get(boost::edge_weight, g), two, negative, signs).valid);
}

TEST_CASE_FIXTURE(triangle,
                  "check_negative_cycle: a cycle without repetition and with an odd number of hostile edges") {
    auto const check = [&](std::vector<graph::edge_descriptor> const& cycle) {
        return gs::check_negative_cycle(g, get(boost::edge_weight, g), cycle);
    };
    CHECK(check({ab, bc, ca}).value == 3);
    CHECK(check({ca, ab, bc}).valid);
    CHECK(check({}).reason == "there are no edges");
    CHECK(check({ab, bc}).reason == "0 edges are negative");
    CHECK(check({ab, ca}).reason == "the edges do not form one cycle");
}

TEST_CASE_FIXTURE(triangle, "checks: certify nothing of weights that are no finite numbers, as compress takes none") {
    auto const weights = get(boost::edge_weight, g);
    auto const refuse = [&] {
        CHECK_THROWS_AS(static_cast<void>(gs::check_partition(g, weights, std::vector{0, 0, 0})), gs::invalid_value);
        CHECK_THROWS_AS(static_cast<void>(gs::check_partition(g, weights, std::vector<int>{})), gs::invalid_value);
        CHECK_THROWS_AS(static_cast<void>(gs::check_packing(g, weights, {})), gs::invalid_value);
        CHECK_THROWS_AS(static_cast<void>(gs::check_dual(g, weights, {})), gs::invalid_value);
        CHECK_THROWS_AS(static_cast<void>(gs::check_dual(g, weights, {{0}, {}})), gs::invalid_value);
        CHECK_THROWS_AS(static_cast<void>(gs::compress(g, weights)), gs::invalid_value);
    };
    using limits = std::numeric_limits<double>;
    for (double const bad : {limits::quiet_NaN(), limits::infinity(), -limits::infinity()}) {
        put(boost::edge_weight, g, bc, bad);
        refuse();
        CHECK_THROWS_AS(static_cast<void>(gs::check_negative_cycle(g, weights, {ab, bc, ca})), gs::invalid_value);
        CHECK_THROWS_WITH(static_cast<void>(gs::check_partition(g, weights, std::vector{0, 0, 0})),
                          doctest::Contains("weight"));
    }
    put(boost::edge_weight, g, ab, limits::max()); // finite, but not their sum
    put(boost::edge_weight, g, bc, limits::max());
    refuse();
    CHECK(gs::check_negative_cycle(g, weights, {ab, bc, ca}).valid); // which needs no sum
}
