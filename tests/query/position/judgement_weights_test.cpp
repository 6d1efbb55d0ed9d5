// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/judgement_weights.hpp>

#include <doctest/doctest.h>

#include <cstddef>

namespace gs = geostance;

TEST_CASE("likelihood_weights: each band has its weight, in rising order; what nobody judged stands as it is") {
    gs::likelihood_weights const weight;
    CHECK(weight({}) == 1);
    CHECK(weight({.likelihood = gs::likelihood::remote}) == 0.03);
    CHECK(weight({.likelihood = gs::likelihood::roughly_even}) == 0.5);
    CHECK(weight({.likelihood = gs::likelihood::almost_certain}) == 0.97);
    for (std::size_t i = 1; i < weight.by_band.size(); ++i) CHECK(weight.by_band[i - 1] < weight.by_band[i]);
}

TEST_CASE("confidence_weights: are a thing of their own") {
    gs::confidence_weights const weight;
    CHECK(weight({.likelihood = gs::likelihood::remote}) == 0.5);
    CHECK(weight({.likelihood = gs::likelihood::remote, .confidence = gs::confidence::high}) == 0.85);
    CHECK(weight({.confidence = gs::confidence::low}) == 0.15);
    CHECK(gs::likelihood_weights{}({.confidence = gs::confidence::low}) == 1);
}
