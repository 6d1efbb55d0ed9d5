// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/predict_sign.hpp>

#include "signed/data.hpp"
#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

namespace gs = geostance;
using weighted::undirected;
using weighted::weight;

namespace {

// Two camps of twelve, with ties between half of all pairs; some of them reversed.
gs::signed_graph two_camps(double noise) {
    std::mt19937 random(9);
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t u = 0; u < 24; ++u) {
        for (std::uint32_t v = 0; v < u; ++v) {
            if (random() % 2 == 0) continue;
            auto const sign = (u < 12) == (v < 12) ? 1.0 : -1.0;
            ties.push_back({u, v, static_cast<double>(random() % 1000) < 1000 * noise ? -sign : sign});
        }
    }
    return {24, ties};
}

} // namespace

TEST_CASE("predict_sign: votes by the signs of paths, with the triads it rests on") {
    gs::signed_graph const g(
        5, std::vector<gs::signed_tie>{{0, 2, 1}, {2, 1, -1}, {0, 3, -3}, {3, 1, 1}, {0, 4, 1}, {0, 1, 1}});
    auto const found = gs::predict_sign(g, 0, 1);
    CHECK(found.sign == -1);
    CHECK(found.probability == 0);
    CHECK(found.triads.size() == 2);
    CHECK(found.triads[1].via == 3);
    CHECK(found.triads[1].first == -1);
    CHECK(found.triads[1].second == 1);
    CHECK_FALSE(gs::predict_sign(g, 2, 3).probability == 1);
    CHECK_FALSE(gs::predict_sign(gs::signed_graph(2, {}), 0, 1).sign);
    CHECK_FALSE(gs::predict_sign(gs::signed_graph(2, {}), 0, 1).probability);
}

TEST_CASE("predict_sign: a draw says nothing") {
    gs::signed_graph const g(4, std::vector<gs::signed_tie>{{0, 2, 1}, {2, 1, 1}, {0, 3, 1}, {3, 1, -1}});
    auto const found = gs::predict_sign(g, 0, 1);
    CHECK_FALSE(found.sign);
    CHECK(found.probability == 0.5);
    CHECK(found.triads.size() == 2);
}

TEST_CASE("predict_sign: a tie that is there does not vote for itself, by either method") {
    auto ties = gs::detail::ties_of(two_camps(0.1));
    gs::signed_graph const with(24, ties);
    auto const hidden = ties.back();
    ties.pop_back();
    gs::signed_graph const without(24, ties);
    CHECK(gs::predict_sign(with, hidden.from, hidden.to).probability ==
          gs::predict_sign(without, hidden.from, hidden.to).probability);
    CHECK(gs::detail::features_of(with, hidden.from, hidden.to) ==
          gs::detail::features_of(without, hidden.from, hidden.to));
}

TEST_CASE("cross_validate: a balanced network is predicted (nearly) without error, a noisy one better than by chance") {
    for (auto const method : {gs::sign_method::balance_vote, gs::sign_method::logistic}) {
        auto const clean = gs::cross_validate(two_camps(0), {.method = method});
        CHECK(clean.accuracy.value() >= (method == gs::sign_method::balance_vote ? 1 : 0.98));
        CHECK(clean.auc.value() == 1);
        CHECK(clean.coverage > 0.95);
        auto const noisy = gs::cross_validate(two_camps(0.1), {.method = method});
        CHECK(noisy.accuracy.value() > noisy.base_rate.value() + 0.1);
        CHECK(noisy.auc.value() > 0.75);
        CHECK(noisy.accuracy == gs::cross_validate(two_camps(0.1), {.method = method}).accuracy);
    }
}

TEST_CASE("cross_validate: the area under the curve counts equal scores half") {
    using scores = std::vector<std::pair<double, bool>>;
    CHECK(gs::detail::area_under_curve(scores{{0.1, false}, {0.4, true}, {0.35, false}, {0.8, true}}) == 1);
    CHECK(gs::detail::area_under_curve(scores{{0.5, false}, {0.5, true}}) == 0.5);
    CHECK(gs::detail::area_under_curve(scores{{0.1, true}, {0.4, false}, {0.35, true}, {0.8, true}}).value() ==
          doctest::Approx(1.0 / 3));
    CHECK_FALSE(gs::detail::area_under_curve(scores{{0.5, true}}));
}

TEST_CASE("cross_validate: elections of administrators of Wikipedia") {
    auto const g = test_data::network("wikielections.csv");
    if (g.num_vertices() == 0) return;
    auto const vote = gs::cross_validate(g, {.folds = 3});
    CHECK(vote.ties == 100693);
    CHECK(vote.accuracy.value() > 0.75);
    auto const model = gs::cross_validate(g, {.method = gs::sign_method::logistic, .folds = 3});
    CHECK(model.coverage == 1);
    CHECK(model.accuracy.value() > model.base_rate.value() + 0.03);
    MESSAGE("balance vote: accuracy " << *vote.accuracy << ", base rate " << *vote.base_rate << ", AUC " << *vote.auc
                                      << ", coverage " << vote.coverage);
    MESSAGE("logistic: accuracy " << *model.accuracy << ", base rate " << *model.base_rate << ", AUC " << *model.auc);
}

TEST_CASE("predict_sign: bad arguments are named; a Boost graph will do") {
    undirected g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{-1}, g);
    auto const sign = get(&weight::value, g);
    CHECK(gs::predict_sign(g, sign, 0, 2).sign == -1);
    CHECK_THROWS_WITH_AS((void)gs::predict_sign(g, sign, 0, 3), "v: got 3, expected a number below 3",
                         gs::invalid_value);
    auto const none = static_cast<gs::sign_method>(2);
    CHECK_THROWS_WITH_AS((void)gs::predict_sign(g, sign, 0, 1, {.method = none}),
                         "predict_sign_options.method: got 2, expected one of its enumerators", gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::cross_validate(g, sign, {.method = none, .folds = 2}),
                         "cross_validate_options.method: got 2, expected one of its enumerators", gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::predict_sign(g, sign, 1, 1), "v: got 1, expected a vertex other than u",
                         gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::cross_validate(g, sign, {.folds = 3}),
                         "cross_validate_options.folds: got 3, expected a number from 2 to the number of ties: 2",
                         gs::invalid_value);
}
