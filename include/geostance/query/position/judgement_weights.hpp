// SPDX-License-Identifier: BSL-1.0
/// @file
/// Policies that map judgements to weights: evidence_weights, likelihood_weights, confidence_weights.
#pragma once

#include <geostance/model/provenance.hpp>

#include <array>
#include <cstddef>

namespace geostance {

/// A weight for a piece of evidence, from its Admiralty letters. A policy, to be replaced at will.
///
/// The two letters are judged apart. Where both are known their factors are multiplied; where one is known it alone
/// counts; where none is, the evidence weighs `not_judged`. Missing is never zero.
/// @par Source
/// Credibility 1 to 5 as it is mapped to confidence by: OASIS (2021). STIX, version 2.1. Appendix A. The letters are in
/// equal steps, which is this library's choice.
struct evidence_weights {
    /// factors in [1e-6, 1] for reliability A to E
    std::array<double, 5> by_reliability{1.0, 0.8, 0.6, 0.4, 0.2};
    /// factors in [1e-6, 1] for credibility 1 to 5
    std::array<double, 5> by_credibility{0.9, 0.7, 0.5, 0.3, 0.1};
    /// the weight of evidence without either letter, in [1e-6, 1]
    double not_judged = 0.5;

    /// The weight of a piece of evidence.
    /// @param p its provenance, whose letters are looked at
    /// @return a factor in (0, 1]
    [[nodiscard]] double operator()(provenance const& p) const noexcept {
        bool const judged_source = p.reliability != reliability::cannot_be_judged;
        bool const judged_content = p.credibility != credibility::cannot_be_judged;
        if (!judged_source && !judged_content) return not_judged;
        double const of_source = judged_source ? by_reliability[static_cast<std::size_t>(p.reliability) - 1] : 1;
        double const of_content = judged_content ? by_credibility[static_cast<std::size_t>(p.credibility) - 1] : 1;
        return of_source * of_content;
    }

    friend bool operator==(evidence_weights const&, evidence_weights const&) = default;
};

/// A weight for how likely a relation is judged to hold. A policy, to be replaced at will.
///
/// Likelihood and confidence are two things: "very unlikely, with high confidence" is well founded and says no;
/// "likely, with low confidence" may turn out either way. No policy combines both into one number. Choose the one that
/// the question is about: how probable the content is, or how well founded the judgement is.
/// @par Source
/// The middle of each band of: Office of the Director of National Intelligence (2015). Intelligence Community Directive
/// 203: Analytic Standards.
struct likelihood_weights {
    /// weights in [1e-6, 1] from `remote` to `almost_certain`
    std::array<double, 7> by_band{0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97};
    /// the weight of a relation that is not judged, in [1e-6, 1]: it is stated without reserve
    double not_judged = 1;

    /// The weight of a relation.
    /// @param p its provenance, whose judgement is looked at
    /// @return a factor in (0, 1]
    [[nodiscard]] constexpr double operator()(provenance const& p) const noexcept {
        return p.likelihood == likelihood::not_judged ? not_judged
                                                      : by_band[static_cast<std::size_t>(p.likelihood) - 1];
    }

    friend bool operator==(likelihood_weights const&, likelihood_weights const&) = default;
};

/// A weight for how sure the analyst is. A policy, to be replaced at will; see `likelihood_weights`.
/// @par Source
/// Low, medium and high as they are mapped to confidence by: OASIS (2021). STIX, version 2.1. Appendix A.
struct confidence_weights {
    /// weights in [1e-6, 1] from `low` to `high`
    std::array<double, 3> by_level{0.15, 0.5, 0.85};
    /// the weight of a relation that is not judged, in [1e-6, 1]; missing is neither zero nor sure
    double not_judged = 0.5;

    /// The weight of a relation.
    /// @param p its provenance, whose judgement is looked at
    /// @return a factor in (0, 1]
    [[nodiscard]] constexpr double operator()(provenance const& p) const noexcept {
        return p.confidence == confidence::not_judged ? not_judged
                                                      : by_level[static_cast<std::size_t>(p.confidence) - 1];
    }

    friend bool operator==(confidence_weights const&, confidence_weights const&) = default;
};

} // namespace geostance
