// SPDX-License-Identifier: BSL-1.0
/// @file
/// What degrees and triads say of the sign of a tie: features, logistic regression, and the quality of scores.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Calls visit(w, u-w is negative, w-v is negative) for each common neighbour.
template <class Visit>
void for_each_path(signed_graph const& g, std::uint32_t u, std::uint32_t v, Visit visit) {
    auto const x = row_of(g, u);
    auto const y = row_of(g, v);
    for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
        auto const a = neighbour_in(x[i]);
        auto const b = neighbour_in(y[j]);
        if (a == b) visit(a, negative_in(x[i]), negative_in(y[j]));
        i += a <= b ? 1U : 0U;
        j += b <= a ? 1U : 0U;
    }
}

inline std::vector<signed_tie> ties_of(signed_graph const& g) {
    std::vector<signed_tie> result;
    result.reserve(g.num_ties());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            if (g.neighbour(a) > v) result.push_back({v, g.neighbour(a), g.weight(a)});
        }
    }
    return result;
}

/// 1; how friendly each end is, the less friendly first; log of 1 + their degrees; log of 1 + paths ++, +- and --.
using sign_features = std::array<double, 8>;

inline sign_features features_of(signed_graph const& g, std::uint32_t u, std::uint32_t v) {
    auto const friendliness = [&](std::uint32_t x, std::uint32_t other) {
        std::array<double, 2> count{}; // friendly, hostile; without the tie in question
        for (auto const word : row_of(g, x)) {
            if (neighbour_in(word) != other) ++count[word & 1U];
        }
        return std::pair((count[0] - count[1]) / (count[0] + count[1] + 1), std::log1p(count[0] + count[1]));
    };
    auto const a = friendliness(u, v);
    auto const b = friendliness(v, u);
    std::array<double, 3> paths{};
    for_each_path(g, u, v, [&](auto, bool first, bool second) { ++paths[std::size_t{first} + std::size_t{second}]; });
    return {1,
            std::min(a.first, b.first),
            std::max(a.first, b.first),
            std::min(a.second, b.second),
            std::max(a.second, b.second),
            std::log1p(paths[0]),
            std::log1p(paths[1]),
            std::log1p(paths[2])};
}

struct sign_model {
    sign_features weights{};

    [[nodiscard]] double probability(sign_features const& x) const noexcept {
        double sum = 0;
        for (std::size_t k = 0; k < x.size(); ++k) sum += weights[k] * x[k];
        return 1 / (1 + std::exp(-sum));
    }
};

/// Solves a x = b for a symmetric positive definite a, by Gaussian elimination.
inline sign_features solve(std::array<sign_features, 8> m, sign_features b) {
    for (std::size_t k = 0; k < 8; ++k) {
        for (auto i = k + 1; i < 8; ++i) {
            auto const factor = m[i][k] / m[k][k];
            for (auto j = k; j < 8; ++j) m[i][j] -= factor * m[k][j];
            b[i] -= factor * b[k];
        }
    }
    for (std::size_t k = 8; k-- > 0;) {
        for (auto j = k + 1; j < 8; ++j) b[k] -= m[k][j] * b[j];
        b[k] /= m[k][k];
    }
    return b;
}

/// Newton's method on the likelihood with a small ridge, which keeps weights finite where the signs can be separated.
/// @par Source
/// Features: Leskovec et al. (2010): see `predict_sign`. The ridge: le Cessie, S. and van Houwelingen, J. C. (1992).
/// Ridge estimators in logistic regression. Applied Statistics 41, 191-201.
inline sign_model fit_signs(signed_graph const& g) {
    constexpr double ridge = 1;
    constexpr int most_steps = 30;
    std::vector<std::pair<sign_features, double>> examples;
    for (auto const& t : ties_of(g)) examples.push_back({features_of(g, t.from, t.to), t.weight > 0 ? 1.0 : 0.0});
    sign_model model;
    for (int step = 0; step < most_steps; ++step) {
        sign_features gradient{};
        std::array<sign_features, 8> curvature{};
        for (std::size_t k = 0; k < 8; ++k) {
            gradient[k] = -ridge * model.weights[k];
            curvature[k][k] = ridge;
        }
        for (auto const& [x, friendly] : examples) {
            auto const p = model.probability(x);
            for (std::size_t i = 0; i < 8; ++i) {
                gradient[i] += (friendly - p) * x[i];
                for (std::size_t j = 0; j < 8; ++j) curvature[i][j] += p * (1 - p) * x[i] * x[j];
            }
        }
        auto const change = solve(curvature, gradient);
        double most = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            model.weights[k] += change[k];
            most = std::max(most, std::abs(change[k]));
        }
        if (most < 1e-9) break;
    }
    return model;
}

/// How often a friendly tie scores above a hostile one, equal scores counting half.
/// @par Source
/// Hanley, J. A. and McNeil, B. J. (1982). The meaning and use of the area under a receiver operating characteristic
/// (ROC) curve. Radiology 143, 29-36.
inline std::optional<double> area_under_curve(std::vector<std::pair<double, bool>> scores) {
    std::sort(scores.begin(), scores.end());
    double wins = 0;
    double hostile = 0;
    double friendly = 0;
    for (std::size_t i = 0; i < scores.size();) {
        double friends = 0;
        double enemies = 0;
        for (auto const score = scores[i].first; i < scores.size() && scores[i].first == score; ++i)
            ++(scores[i].second ? friends : enemies);
        wins += friends * (hostile + enemies / 2);
        friendly += friends;
        hostile += enemies;
    }
    if (friendly == 0 || hostile == 0) return {};
    return wins / (friendly * hostile);
}

} // namespace geostance::detail
