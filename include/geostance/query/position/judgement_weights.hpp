// SPDX-License-Identifier: BSL-1.0
/// @file
/// Policies that map an analyst's judgements to weights: likelihood_weights, confidence_weights.
#pragma once

#include <geostance/model/provenance.hpp>

#include <array>
#include <cstddef>

namespace geostance {

/// A weight for how likely a relation is judged to hold. A policy, to be replaced at will.
///
/// Likelihood and confidence are two things: "very unlikely, with high confidence" is well founded and says no;
/// "likely, with low confidence" may turn out either way. No policy combines both into one number. Choose the one that
/// the question is about: how probable the content is, or how well founded the judgement is.
/// @par Source
/// The middle of each band of Intelligence Community Directive 203 (2015)
struct likelihood_weights {
    /// weights in [1e-6, 1] from `remote` to `almost_certain`
    std::array<double, 7> by_band{0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97};
    /// the weight of an unjudged relation: it is stated without reserve
    double not_judged = 1;

    /// The weight of what comes with that provenance.
    [[nodiscard]] constexpr double operator()(provenance const& p) const noexcept {
        return p.likelihood == likelihood::not_judged ? not_judged
                                                      : by_band[static_cast<std::size_t>(p.likelihood) - 1];
    }

    friend bool operator==(likelihood_weights const&, likelihood_weights const&) = default;
};

/// A weight for how sure the analyst is. A policy, to be replaced at will; see `likelihood_weights`.
/// @par Source
/// Low, medium and high as STIX 2.1 (OASIS 2021, appendix A) maps them to confidence
struct confidence_weights {
    /// weights in [1e-6, 1] from `low` to `high`
    std::array<double, 3> by_level{0.15, 0.5, 0.85};
    /// the weight of an unjudged relation; missing is neither zero nor sure
    double not_judged = 0.5;

    /// The weight of what comes with that provenance.
    [[nodiscard]] constexpr double operator()(provenance const& p) const noexcept {
        return p.confidence == confidence::not_judged ? not_judged
                                                      : by_level[static_cast<std::size_t>(p.confidence) - 1];
    }

    friend bool operator==(confidence_weights const&, confidence_weights const&) = default;
};

} // namespace geostance
