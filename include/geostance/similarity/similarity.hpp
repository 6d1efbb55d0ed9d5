// SPDX-License-Identifier: BSL-1.0
/// @file
/// How similar two portfolios of alliances or votes are: S, kappa, pi, A, tau-b and agreement.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/similarity/detail/joint_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geostance {

/// A measure of similarity of two portfolios.
enum class similarity_measure : std::uint8_t {
    s,        ///< 1 - 2 * mean distance / greatest distance, in [-1, 1]
    kappa,    ///< Cohen's weighted kappa: 1 - observed / expected disagreement, expected from each one's own levels
    pi,       ///< Scott's pi: agreement beyond that expected from the pooled levels
    a,        ///< S less the S expected of independent portfolios with the same levels
    tau_b,    ///< Kendall's rank correlation, corrected for ties
    agreement ///< the share of equal values
};

/// How far two levels are apart.
enum class level_distance : std::uint8_t {
    usual,    ///< as the measure was published: absolute for S and A, squared for kappa
    absolute, ///< |x - y|
    squared   ///< (x - y)^2
};

/// The scale that portfolios are compared on. The levels are always given: those that happen to occur would give
/// another result.
struct similarity_scale {
    std::vector<double> levels = {};                 ///< two or more, finite, ascending
    level_distance distance = level_distance::usual; ///< for S, kappa and A; the others have none
    std::vector<double> weights = {};                ///< one a column, finite, >= 0; empty = all equal
};

/// A similarity with what it rests on.
struct similarity {
    similarity_measure measure = similarity_measure::s; ///< what was measured
    std::optional<double> value{};                      ///< empty where the measure is not defined
    std::size_t n = 0;                                  ///< columns in which both have a value
    double coverage = 0;                                ///< n as a share of all columns, in [0, 1]

    friend bool operator==(similarity const&, similarity const&) = default;
};

/// The value in a column of a portfolio; empty = missing, which is never read as 0.
using portfolio_value = std::optional<double>;

namespace detail {

inline void check_levels(std::string const& field, std::vector<double> const& levels) {
    auto const ascend = std::adjacent_find(levels.begin(), levels.end(), std::greater_equal<>()) == levels.end();
    auto const finite = std::all_of(levels.begin(), levels.end(), [](double x) { return std::isfinite(x); });
    if (levels.size() < 2 || levels.size() > 250 || !ascend || !finite)
        throw invalid_value(field, std::to_string(levels.size()) + " levels",
                            "2 to 250 finite numbers in ascending order");
}

/// What the options of both functions have, of the type of that name.
template <class Options>
void check(std::string const& type, Options const& options, similarity_measure measure, std::size_t columns) {
    check_enumerator("measure", measure, similarity_measure::agreement);
    check_enumerator((type + ".distance").c_str(), options.distance, level_distance::squared);
    auto const has_distance =
        measure == similarity_measure::s || measure == similarity_measure::a || measure == similarity_measure::kappa;
    if (!has_distance && options.distance != level_distance::usual)
        throw invalid_value(type + ".distance", "a distance", "level_distance::usual for a measure without distances");
    if (!options.weights.empty() && options.weights.size() != columns)
        throw invalid_value(type + ".weights", std::to_string(options.weights.size()) + " weights",
                            "one for each of " + std::to_string(columns) + " columns, or none");
    for (auto const w : options.weights) {
        if (!std::isfinite(w) || w < 0)
            throw invalid_value(type + ".weights", number_text(w), "a finite number of at least 0");
    }
}

/// Which level a value of the argument of that name is.
inline std::size_t level_of(char const* name, double value, std::vector<double> const& levels) {
    auto const at = std::lower_bound(levels.begin(), levels.end(), value);
    if (at == levels.end() || *at != value)
        throw invalid_value(name, number_text(value), "one of the levels of the scale");
    return static_cast<std::size_t>(at - levels.begin());
}

inline std::vector<double> distances(similarity_scale const& scale, similarity_measure measure) {
    auto const squared = scale.distance == level_distance::squared ||
                         (scale.distance == level_distance::usual && measure == similarity_measure::kappa);
    auto const size = scale.levels.size();
    std::vector<double> result(size * size);
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            auto const d = std::abs(scale.levels[a] - scale.levels[b]);
            result[a * size + b] = squared ? d * d : d;
        }
    }
    return result;
}

inline std::optional<double> evaluate(similarity_measure measure, joint_table const& table,
                                      std::vector<double> const& distances) {
    switch (measure) {
    case similarity_measure::s: return s_of(table, distances);
    case similarity_measure::kappa: return kappa_of(table, distances);
    case similarity_measure::pi: return pi_of(table);
    case similarity_measure::a: return a_of(table, distances);
    case similarity_measure::tau_b: return tau_b_of(table);
    case similarity_measure::agreement: return agreement_of(table);
    }
    throw invalid_value("measure", std::to_string(static_cast<int>(measure)), "a similarity_measure");
}

} // namespace detail

/// Compares two portfolios over the columns in which both have a value.
/// @param measure what to measure
/// @param x the values of one, by column
/// @param y the values of the other, as many
/// @param scale the levels that values may have, the distance between them, and the weights of columns
/// @return the measure, its value where it is defined, and the number and share of columns it rests on; S is not
///         defined without columns of weight, kappa, pi and tau-b also not where chance or ties leave nothing to
///         compare
/// @throws invalid_value for portfolios of different lengths, a value that is no level, a measure that is no
///         enumerator, or a scale out of its ranges
/// @par Complexity
/// O(columns + levels^2)
/// @par Source
/// S, its weights, and tau-b of portfolios: Signorino, C. S. and Ritter, J. M. (1999). Tau-b or not tau-b: measuring
/// the similarity of foreign policy positions. International Studies Quarterly 43, 115-144,
/// doi:10.1111/0020-8833.00113. Kappa: Cohen, J. (1968). Weighted kappa: nominal scale agreement with provision for
/// scaled disagreement or partial credit. Psychological Bulletin 70, 213-220, doi:10.1037/h0026256. Pi, and agreement
/// as its observed part: Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public
/// Opinion Quarterly 19, 321-325, doi:10.1086/266577. Kappa and pi of portfolios: Häge, F. M. (2011). Choice or
/// circumstance? Adjusting measures of foreign policy similarity for chance agreement. Political Analysis 19, 287-305,
/// doi:10.1093/pan/mpr023. Tau-b: Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33,
/// 239-251, doi:10.1093/biomet/33.3.239. A, for which it names Benati and Capurri: Miller, S. (2026). fpsim: compute
/// measures of foreign policy similarity/agreement. R package, version 0.2.0.
[[nodiscard]] inline similarity compare_portfolios(similarity_measure measure, std::span<portfolio_value const> x,
                                                   std::span<portfolio_value const> y, similarity_scale const& scale) {
    if (x.size() != y.size())
        throw invalid_value("y", std::to_string(y.size()) + " values", "as many as x: " + std::to_string(x.size()));
    detail::check_levels("similarity_scale.levels", scale.levels);
    detail::check("similarity_scale", scale, measure, x.size());
    detail::joint_table table(scale.levels.size());
    similarity result{measure};
    for (std::size_t c = 0; c < x.size(); ++c) {
        auto const a = x[c] ? detail::level_of("x", *x[c], scale.levels) : 0;
        auto const b = y[c] ? detail::level_of("y", *y[c], scale.levels) : 0;
        if (!x[c] || !y[c]) continue;
        table.add(a, b, scale.weights.empty() ? 1 : scale.weights[c]);
        ++result.n;
    }
    result.value = detail::evaluate(measure, table, detail::distances(scale, measure));
    result.coverage = x.empty() ? 0 : static_cast<double>(result.n) / static_cast<double>(x.size());
    return result;
}

} // namespace geostance
