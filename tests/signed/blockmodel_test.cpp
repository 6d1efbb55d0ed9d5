// SPDX-License-Identifier: BSL-1.0
#include "signed/exhaustive.hpp"

#include <geostance/optimum/certificate.hpp>
#include <geostance/signed/blockmodel.hpp>

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;

namespace {

// Two camps, quarrelling within, at peace with each other; a mediator in neither.
exhaustive::graph quarrelling_camps() {
    exhaustive::graph g(5);
    add_edge(0, 1, {-1}, g);
    add_edge(2, 3, {-1}, g);
    add_edge(0, 2, {1}, g);
    add_edge(1, 3, {1}, g);
    add_edge(4, 0, {1}, g);
    add_edge(4, 1, {-2}, g);
    return g;
}

} // namespace

TEST_CASE("blockmodel: a relaxed model fits hostility inside and friendship across, the strict one does not") {
    auto const g = quarrelling_camps();
    std::vector<std::uint32_t> const camp = {0, 0, 1, 1, 2};
    auto const relaxed = gs::blockmodel_criterion(g, weights(g), camp);
    CHECK(relaxed.camps == 3);
    CHECK(relaxed.blocks == std::vector<std::int8_t>{-1, 1, -1, 1, -1, 0, -1, 0, 0});
    CHECK(relaxed.positive_against == 1);
    CHECK(relaxed.criterion == 0.5);
    auto const strict = gs::blockmodel_criterion(g, weights(g), camp, {.relaxed = false});
    CHECK(strict.negative_against == 2);
    CHECK(strict.positive_against == 3);
    CHECK(gs::blockmodel_criterion(g, weights(g), camp, {.relaxed = false, .alpha = 1}).criterion == 2);
}

TEST_CASE("blockmodel: the strict criterion at 0.5 is half of what a partition costs, and relaxing never costs more") {
    std::mt19937 random(6);
    for (int i = 0; i < 200; ++i) {
        auto const g = exhaustive::random_graph(random, 12);
        std::vector<std::uint32_t> camp(num_vertices(g));
        for (auto& c : camp) c = static_cast<std::uint32_t>(random() % camp.size());
        gs::tie_options const ties{.self_loops = gs::self_loop_rule::drop};
        auto const compact = gs::compress(g, weights(g), ties);
        auto const strict = gs::blockmodel_criterion(compact, camp, {.relaxed = false}).criterion;
        CHECK(2 * strict == gs::check_partition(g, weights(g), camp, ties).value);
        CHECK(gs::blockmodel_criterion(compact, camp).criterion <= strict);
    }
}

TEST_CASE("blockmodel: what is out of range is refused by name") {
    auto const g = quarrelling_camps();
    std::vector<std::uint32_t> camp = {0, 0, 1, 1, 2};
    CHECK_THROWS_WITH_AS((void)gs::blockmodel_criterion(g, weights(g), camp, {.alpha = 2}),
                         "blockmodel_options.alpha: got 2, expected a number in [0, 1]", gs::invalid_value);
    camp[4] = 5;
    CHECK_THROWS_WITH_AS((void)gs::blockmodel_criterion(g, weights(g), camp), "camp: got 5, expected a number below 5",
                         gs::invalid_value);
    camp.pop_back();
    CHECK_THROWS_WITH_AS((void)gs::blockmodel_criterion(g, weights(g), camp),
                         "camp: got 4 elements, expected one for each of 5 vertices", gs::invalid_value);
}
