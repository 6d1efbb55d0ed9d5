// SPDX-License-Identifier: BSL-1.0
/// @file
/// Voters on one line of positions, each with a weight: their mean, their median, and what wins in pairs.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace geostance {

/// Somebody with a position on one question, and the power to press for it.
struct voter {
    double position = 0;  ///< where it stands, on any scale
    double influence = 1; ///< what it could bring to bear, at least 0
    double salience = 1;  ///< the share of that which it spends on this question, at least 0

    /// @return what it brings to bear: influence times salience
    [[nodiscard]] double weight() const noexcept { return influence * salience; }

    friend bool operator==(voter const&, voter const&) = default;
};

/// Checks voters.
/// @param voters the voters
/// @throws invalid_value for a number that is not finite, or for influence or salience below 0
/// @par Complexity
/// O(number of voters)
inline void validate(std::span<voter const> voters) {
    auto const refuse = [](char const* field, double value, char const* expected) {
        throw invalid_value(field, detail::number_text(value), expected);
    };
    for (auto const& v : voters) {
        if (!std::isfinite(v.position)) refuse("voter.position", v.position, "a finite number");
        if (!(v.influence >= 0)) refuse("voter.influence", v.influence, "a number of at least 0");
        if (!(v.salience >= 0)) refuse("voter.salience", v.salience, "a number of at least 0");
        if (!std::isfinite(v.weight())) refuse("voter.weight", v.weight(), "a finite number");
    }
}

/// The mean position of voters, by weight: the compromise that moves each by as much as the others weigh.
///
/// It describes where the weight lies. It is no forecast: no procedure is known that always ends there.
/// @param voters the voters, in any order
/// @return the mean; NaN where the weights add up to 0
/// @throws invalid_value for a voter out of range
/// @par Complexity
/// O(n)
/// @par Guarantee
/// Sums are exact; each product and the quotient are rounded.
/// @par Source
/// The compromise model: Van den Bos, J. M. M. (1991). Dutch EC Policy Making. Thela Thesis. That it is hard to beat:
/// Achen, C. H. (2006). Evaluating political decision-making models. In Thomson, R. et al. (eds.), The European Union
/// Decides, Cambridge University Press, 264-298.
[[nodiscard]] inline double weighted_mean(std::span<voter const> voters) {
    validate(voters);
    detail::wide_sum moments;
    detail::wide_sum weights;
    for (auto const& v : voters) {
        moments += v.weight() * v.position;
        weights += v.weight();
    }
    auto const total = weights.nearest();
    return total > 0 ? moments.nearest() / total : std::numeric_limits<double>::quiet_NaN();
}

/// The positions that neither side outweighs.
struct median_position {
    double least = std::numeric_limits<double>::quiet_NaN();    ///< the lowest; NaN where the weights add up to 0
    double greatest = std::numeric_limits<double>::quiet_NaN(); ///< the highest; the same unless two halves balance
    std::vector<std::size_t> voters{}; ///< who of those with any weight stands between, by number
};

/// The median of voters by weight: at most half of the weight lies below it, and at most half above.
///
/// Where everybody prefers what is nearer to its own position and weighs as much on every pair of options, nothing
/// defeats the median (Black). This fails on several questions at once (see `pairwise_winner`), and says nothing of
/// agendas, bargains and vetoes.
/// @param voters the voters, in any order
/// @return the median, and the voters who stand there
/// @throws invalid_value for a voter out of range
/// @par Complexity
/// O(n log n)
/// @par Guarantee
/// Exact for the weights as rounded by `voter::weight`.
/// @par Source
/// Black, D. (1948). On the rationale of group decision-making. Journal of Political Economy 56, 23-34.
[[nodiscard]] inline median_position weighted_median(std::span<voter const> voters) {
    validate(voters);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < voters.size(); ++i)
        if (voters[i].weight() > 0) order.push_back(i);
    detail::sort(order, [&](auto i, auto j) { return voters[i].position < voters[j].position; });
    detail::wide_sum total;
    for (auto const i : order) total += voters[i].weight();
    median_position result;
    detail::wide_sum below;
    for (auto const i : order) {
        auto const rest = total - below;
        below += voters[i].weight();
        if (std::isnan(result.least) && below >= total - below) result.least = voters[i].position;
        if (rest >= total - rest) result.greatest = voters[i].position;
    }
    for (auto const i : order)
        if (voters[i].position >= result.least && voters[i].position <= result.greatest) result.voters.push_back(i);
    detail::sort(result.voters);
    return result;
}

/// What an option is worth to a voter.
///
/// Requires of a constant callable `f` and the numbers `v` of a voter and `o` of an option
/// - `f(v, o)`: converts to double.
///
/// Satisfied by `[&](std::size_t v, std::size_t o) { return table[v][o]; }`; not by a callable of one number.
template <class F>
concept voter_utility = requires(F const& f, std::size_t number) {
    { f(number, number) } -> std::convertible_to<double>;
};

/// The options that pairwise votes leave standing.
struct pairwise_result {
    std::optional<std::size_t> winner{}; ///< the option that defeats each other one; none where there is no such option
    std::vector<std::size_t> unbeaten{}; ///< the options that none defeats, ascending; empty in a cycle
};

namespace detail {

inline void check_weights(std::span<double const> weights) {
    for (auto const w : weights)
        if (!(w >= 0) || !std::isfinite(w))
            throw invalid_value("weights", number_text(w), "finite numbers of at least 0");
}

/// The weight of those who prefer option i, less that of those who prefer option j.
template <voter_utility Utility>
wide_sum lead(std::span<double const> weights, std::size_t i, std::size_t j, Utility const& utility) {
    wide_sum result;
    for (std::size_t v = 0; v < weights.size(); ++v) {
        auto const first = static_cast<double>(utility(v, i));
        auto const second = static_cast<double>(utility(v, j));
        if (std::isnan(first) || std::isnan(second)) throw invalid_value("utility", "nan", "a number");
        if (first != second) result += first > second ? weights[v] : -weights[v];
    }
    return result;
}

} // namespace detail

/// Which option wins every pairwise vote, each voter giving its weight to the option that is worth more to it.
///
/// The votes may go round in a circle: then there is neither a winner nor an unbeaten option.
/// @param weights what each voter weighs, finite, at least 0
/// @param choices how many options the voters have
/// @param utility what each option is worth to each voter, called with numbers below `weights.size()` and `choices`;
///        equal values abstain
/// @return the winner, if there is one, and the unbeaten options
/// @throws invalid_value for a weight below 0 or not finite, or a utility that is NaN
/// @par Complexity
/// O(n k^2) for n voters and k options
/// @par Guarantee
/// Exact: weights are added up without rounding.
/// @par Source
/// Condorcet, M. de (1785). Essai sur l'application de l'analyse à la probabilité des décisions rendues à la pluralité
/// des voix. Imprimerie Royale. Circles in nearly every space of two or more questions: McKelvey, R. D. (1976).
/// Intransitivities in multidimensional voting models and some implications for agenda control. Journal of Economic
/// Theory 12, 472-482.
template <voter_utility Utility>
[[nodiscard]] pairwise_result pairwise_winner(std::span<double const> weights, std::size_t choices,
                                              Utility const& utility) {
    detail::check_weights(weights);
    std::vector<std::size_t> defeats(choices);
    std::vector<std::size_t> wins(choices);
    for (std::size_t i = 0; i < choices; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            auto const lead = detail::lead(weights, i, j, utility);
            if (lead == detail::wide_sum()) continue;
            ++wins[lead.is_negative() ? j : i];
            ++defeats[lead.is_negative() ? i : j];
        }
    pairwise_result result;
    for (std::size_t i = 0; i < choices; ++i) {
        if (defeats[i] == 0) result.unbeaten.push_back(i);
        if (wins[i] + 1 == choices) result.winner = i;
    }
    return result;
}

/// The same for voters on a line, to whom the nearer option is worth more.
/// @param voters the voters
/// @param choices positions, finite, for example those that voters hold
/// @return the winner, if there is one, and the unbeaten options
/// @throws invalid_value for a voter out of range, or an option that is not finite
/// @par Complexity
/// as for any utility
/// @par Guarantee
/// as for any utility; distances are rounded, so that what differs by less than that counts as equal
[[nodiscard]] inline pairwise_result pairwise_winner(std::span<voter const> voters, std::span<double const> choices) {
    validate(voters);
    for (auto const at : choices)
        if (!std::isfinite(at)) throw invalid_value("choices", detail::number_text(at), "finite numbers");
    std::vector<double> weights;
    for (auto const& v : voters) weights.push_back(v.weight());
    return pairwise_winner(weights, choices.size(),
                           [&](std::size_t v, std::size_t o) { return -std::abs(voters[v].position - choices[o]); });
}

} // namespace geostance
