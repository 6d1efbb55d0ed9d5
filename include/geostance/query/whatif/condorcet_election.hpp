// SPDX-License-Identifier: BSL-1.0
/// @file
/// The probabilistic Condorcet election: what chance each option has if every pair of options is a contest of strength.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/query/whatif/detail/stationary.hpp>
#include <geostance/query/whatif/voters.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// How much of its weight w a voter exerts for the better of two options whose utilities differ by d.
enum class voting_response : std::uint8_t {
    binary,              ///< w, however small d is
    proportional_binary, ///< w (0.8 d + 0.2)
    proportional,        ///< w d
    proportional_cubic,  ///< w (d + d^3) / 2
    cubic                ///< w d^3
};

/// The chance of the stronger of two coalitions, by the ratio of their strengths.
enum class victory_law : std::uint8_t {
    linear,  ///< the ratio: 2 to 1 wins in 2 of 3 cases
    square,  ///< its square: in 4 of 5
    quartic, ///< its fourth power: in 16 of 17
    octic,   ///< its eighth power: in 256 of 257
    binary   ///< a lead of 10 % wins for sure; linear between
};

/// How contests of pairs make an election.
enum class election_rule : std::uint8_t {
    conditional,     ///< the chance to win all contests, given that some option does
    markov_uniform,  ///< the share of time that an option stands, challenged by each other one equally often
    markov_incentive ///< the same, challenged in proportion to the strength behind a challenge and its chance
};

/// What kind of election it is. The defaults are those of KTAB's spatial model of politics.
struct condorcet_options {
    voting_response response = voting_response::proportional; ///< what voters exert
    victory_law law = victory_law::linear;                    ///< which chance strength gives
    election_rule rule = election_rule::conditional;          ///< what the contests decide
};

/// The chances of options, and the contests that they follow from.
struct condorcet_result {
    /// the chance of each option; NaN where, under the conditional rule, no option can win all its contests
    std::vector<double> chance{};
    /// conditional rule: the chance that any option wins all its contests, on which `chance` depends; else NaN
    double decided = std::numeric_limits<double>::quiet_NaN();
    /// at i * k + j: the strength of all who prefer option i to option j
    std::vector<double> strength{};
    /// at i * k + j: the chance that option i defeats option j; 1/2 for i = j
    std::vector<double> victory{};
};

/// Checks what kind of election it is.
/// @param options the options
/// @throws invalid_value that names the field whose value is no enumerator
/// @par Complexity
/// O(1)
inline void validate(condorcet_options const& options) {
    detail::check_enumerator("condorcet_options.response", options.response, voting_response::cubic);
    detail::check_enumerator("condorcet_options.law", options.law, victory_law::binary);
    detail::check_enumerator("condorcet_options.rule", options.rule, election_rule::markov_incentive);
}

namespace detail {

/// What a voter of weight 1 exerts.
inline double response_to(double difference, voting_response how) {
    switch (how) {
    case voting_response::binary: return 1;
    case voting_response::proportional_binary: return 0.8 * difference + 0.2;
    case voting_response::proportional: return difference;
    case voting_response::proportional_cubic: return (difference + difference * difference * difference) / 2;
    case voting_response::cubic: return difference * difference * difference;
    }
    return std::numeric_limits<double>::quiet_NaN(); // never: options are validated
}

/// The chance of the weaker side, whose strength is `ratio` times that of the stronger.
inline double chance_of_weaker(double ratio, victory_law law) {
    auto const power = [&](int doublings) {
        for (; doublings > 0; --doublings) ratio *= ratio;
        return ratio / (1 + ratio);
    };
    switch (law) {
    case victory_law::linear: return power(0);
    case victory_law::square: return power(1);
    case victory_law::quartic: return power(2);
    case victory_law::octic: return power(3);
    case victory_law::binary: return std::max(0.0, (1.1 * ratio - 1) / (0.1 * (1 + ratio)));
    }
    return std::numeric_limits<double>::quiet_NaN(); // never: options are validated
}

inline double chance_against(double strength, double other, victory_law law) {
    if (strength == other) return 0.5;
    if (strength < other) return chance_of_weaker(strength / other, law);
    return 1 - chance_of_weaker(other / strength, law);
}

template <class Utility>
void add_strengths(condorcet_result& result, std::span<double const> weights, std::size_t choices,
                   Utility const& utility, voting_response how) {
    check_weights(weights);
    for (std::size_t v = 0; v < weights.size(); ++v) {
        std::vector<double> worth;
        for (std::size_t o = 0; o < choices; ++o) {
            worth.push_back(static_cast<double>(utility(v, o)));
            if (!(worth.back() >= 0 && worth.back() <= 1))
                throw invalid_value("utility", number_text(worth.back()), "a number in [0, 1]");
        }
        for (std::size_t i = 0; i < choices; ++i)
            for (std::size_t j = 0; j < choices; ++j)
                if (worth[i] > worth[j])
                    result.strength[i * choices + j] += weights[v] * response_to(worth[i] - worth[j], how);
    }
}

/// By logarithms, as the product of many chances may be too small for a number.
inline void decide_at_once(condorcet_result& result, std::size_t choices) {
    std::vector<double> logarithm(choices);
    for (std::size_t i = 0; i < choices; ++i)
        for (std::size_t j = 0; j < choices; ++j)
            if (i != j) logarithm[i] += std::log(result.victory[i * choices + j]);
    auto const most = choices == 0 ? 0.0 : *std::max_element(logarithm.begin(), logarithm.end());
    double sum = 0;
    for (std::size_t i = 0; i < choices; ++i) result.chance[i] = std::exp(logarithm[i] - most);
    for (auto const c : result.chance) sum += c;
    for (auto& c : result.chance) c /= sum; // NaN where all are 0
    result.decided = std::isinf(most) ? 0 : std::exp(most) * sum;
}

/// How often option i challenges option j, while j stands.
inline std::vector<double> challenges(condorcet_result const& result, std::size_t choices, election_rule rule) {
    auto const k = choices;
    if (rule == election_rule::markov_uniform) return std::vector<double>(k * k, 1 / static_cast<double>(k));
    std::vector<double> often(k * k);
    for (std::size_t j = 0; j < k; ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < k; ++i) {
            auto const incentive = i == j ? 0 : result.strength[i * k + j] * result.victory[i * k + j];
            if (i < j && result.strength[i * k + j] == 0 && result.strength[j * k + i] == 0)
                throw invalid_value("choices", std::to_string(i) + " and " + std::to_string(j),
                                    "options between which somebody with a weight chooses");
            often[i * k + j] = incentive;
            sum += incentive;
        }
        if (sum > 0)
            for (std::size_t i = 0; i < k; ++i) often[i * k + j] /= sum;
    }
    return often;
}

inline void decide_in_the_long_run(condorcet_result& result, std::size_t choices, election_rule rule) {
    auto const often = challenges(result, choices, rule);
    dense_matrix step(choices);
    for (std::size_t i = 0; i < choices; ++i)
        for (std::size_t j = 0; j < choices; ++j)
            if (i != j) step(j, i) = often[i * choices + j] * result.victory[i * choices + j];
    result.chance = stationary(std::move(step));
}

} // namespace detail

/// The chances of options in a probabilistic Condorcet election.
///
/// Every voter exerts strength for the better of two options. The two coalitions contest the pair, and the stronger
/// wins with the chance that a law gives it. A rule makes one election of all the contests, which are taken to be
/// independent. Nothing is drawn at random.
///
/// These are the chances in a model, under the weights, utilities and laws that were chosen: a way to compare
/// assumptions, not a forecast. The laws are conventions, and results move with them; try several. The expected-utility
/// models from which KTAB's grew claim much for their accuracy, which those who checked dispute.
/// @param weights what each voter could exert, finite, at least 0
/// @param choices how many options the voters have
/// @param utility what each option is worth to each voter, in [0, 1]
/// @param options what voters exert, and what strength and contests decide
/// @return the chance of each option, and the contests behind it
/// @throws invalid_value for a weight below 0 or not finite, a utility out of range, or an enumerator that is none;
///         with `markov_incentive` also for two options between which nobody with a weight chooses
/// @par Complexity
/// O(n k^2 + k^3) for n voters and k options
/// @par Guarantee
/// Chances of the Markov rules solve their equations directly, without iteration or subtraction, so that even tiny ones
/// are right in nearly all digits. KTAB iterates, and adds constants of 1e-8 to strengths where these divide by 0.
/// @par Source
/// Wise, B. P., Lester, L. and Efird, B. (2015). An introduction to the KAPSARC Toolkit for Behavioral Analysis (KTAB)
/// using one-dimensional spatial models. KAPSARC Discussion Paper; KTAB's kmodel.cpp, MIT licence: VotingRule, VPModel,
/// PCEModel. Criticism: Scholz, J. B., Calbert, G. J. and Smith, G. A. (2011). Unravelling Bueno De Mesquita's group
/// decision model. Journal of Theoretical Politics 23, 510-531. Solution: Grassmann, W. K., Taksar, M. I. and Heyman,
/// D. P. (1985). Regenerative analysis and steady state distributions for Markov chains. Operations Research 33,
/// 1107-1116.
template <voter_utility Utility>
[[nodiscard]] condorcet_result condorcet_election(std::span<double const> weights, std::size_t choices,
                                                  Utility const& utility, condorcet_options const& options = {}) {
    validate(options);
    condorcet_result result;
    result.chance.resize(choices);
    result.strength.resize(choices * choices);
    result.victory.resize(choices * choices);
    detail::add_strengths(result, weights, choices, utility, options.response);
    for (std::size_t i = 0; i < choices; ++i)
        for (std::size_t j = 0; j < choices; ++j)
            result.victory[i * choices + j] =
                detail::chance_against(result.strength[i * choices + j], result.strength[j * choices + i], options.law);
    if (options.rule == election_rule::conditional)
        detail::decide_at_once(result, choices);
    else
        detail::decide_in_the_long_run(result, choices, options.rule);
    return result;
}

/// The ends of the scale on which voters stand.
struct position_scale {
    double least = -1;   ///< the lowest position possible
    double greatest = 1; ///< the highest, above the lowest
};

/// Checks a scale.
/// @param scale the scale
/// @throws invalid_value for an end that is not finite, or a greatest position that is not above the least
/// @par Complexity
/// O(1)
inline void validate(position_scale const& scale) {
    if (!std::isfinite(scale.least))
        throw invalid_value("position_scale.least", detail::number_text(scale.least), "a finite number");
    auto const length = scale.greatest - scale.least;
    if (!(length > 0) || !std::isfinite(length))
        throw invalid_value("position_scale.greatest", detail::number_text(scale.greatest),
                            "a finite number above position_scale.least");
}

/// The same for voters on a line: an option is worth 1 to who stands there, and 0 at the whole length of the scale.
/// @param voters the voters
/// @param choices positions on the scale, finite, for example those that voters hold, each once
/// @param scale the ends of the scale
/// @param options what voters exert, and what strength and contests decide
/// @return the chance of each option, and the contests behind it
/// @throws invalid_value as for any utility, for a scale without length, and for a voter out of range, or a
///         position that is not on the scale
/// @par Complexity
/// as for any utility
[[nodiscard]] inline condorcet_result condorcet_election(std::span<voter const> voters, std::span<double const> choices,
                                                         position_scale const& scale = {},
                                                         condorcet_options const& options = {}) {
    validate(voters);
    validate(scale);
    auto const length = scale.greatest - scale.least;
    auto const check = [&](char const* field, double at) {
        if (!(at >= scale.least && at <= scale.greatest))
            throw invalid_value(field, detail::number_text(at),
                                "a position from " + detail::number_text(scale.least) + " to " +
                                    detail::number_text(scale.greatest));
    };
    std::vector<double> weights;
    for (auto const& v : voters) {
        check("voter.position", v.position);
        weights.push_back(v.weight());
    }
    for (auto const at : choices) check("choices", at);
    return condorcet_election(
        weights, choices.size(),
        [&](std::size_t v, std::size_t o) { return 1 - std::abs(voters[v].position - choices[o]) / length; }, options);
}

} // namespace geostance
