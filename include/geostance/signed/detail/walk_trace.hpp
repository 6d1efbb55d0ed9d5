// SPDX-License-Identifier: BSL-1.0
/// @file
/// The trace of the exponential of a symmetric matrix: from all eigenvalues, or estimated without a dense matrix.
#pragma once

#include <geostance/signed/detail/lanczos.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// e^shift * (exact + mean of samples)
struct scaled_trace {
    double shift = 0;
    double exact = 0;
    std::vector<double> samples{};

    [[nodiscard]] double mean() const {
        if (samples.empty()) return 0;
        return std::accumulate(samples.begin(), samples.end(), 0.0) / static_cast<double>(samples.size());
    }
    [[nodiscard]] double shifted() const { return exact + mean(); }
};

inline dense_matrix to_dense(signed_operator const& matrix) {
    dense_matrix result(matrix.size());
    real_vector unit(matrix.size());
    for (std::size_t j = 0; j < matrix.size(); ++j) {
        unit[j] = 1;
        auto const column = matrix(unit);
        unit[j] = 0;
        for (std::size_t i = 0; i < matrix.size(); ++i) result(i, j) = column[i];
    }
    return result;
}

inline scaled_trace exact_trace(signed_operator const& matrix) {
    auto const values = eigenvalues(to_dense(matrix));
    scaled_trace result{values.back()};
    for (auto const value : values) result.exact += std::exp(value - result.shift);
    return result;
}

/// z' e^(A - shift) z by Gauss quadrature, whose nodes and weights are those of Lanczos' process from z; z is
/// orthogonal to eigenvectors that are left out.
/// @par Source
/// Golub, G. H. and Welsch, J. H. (1969). Calculation of Gauss quadrature rules. Mathematics of Computation 23,
/// 221-230.
inline double quadrature(signed_operator const& matrix, real_vector z, double shift,
                         std::vector<real_vector> const& left_out) {
    constexpr std::size_t most_steps = 120;
    auto const square = dot(z, z);
    if (square == 0) return 0;
    scale(z, 1 / std::sqrt(square));
    std::vector<real_vector> basis{std::move(z)};
    tridiagonal t;
    double before = -1;
    for (;;) {
        auto x = matrix.scaled(basis.back());
        t.diagonal.push_back(dot(x, basis.back()));
        // In exact arithmetic the product has no part along the others; what rounding leaves there goes afterwards.
        add(x, -t.diagonal.back(), basis.back());
        if (!t.below.empty()) add(x, -t.below.back(), basis[basis.size() - 2]);
        orthogonalise(x, left_out);
        orthogonalise(x, basis);
        auto const norm = std::sqrt(dot(x, x));
        auto const steps = t.diagonal.size();
        auto const last = norm <= 1e-12 * (1 + std::abs(shift)) * matrix.unit() || steps == most_steps;
        if (last || steps % 8 == 0) {
            std::vector<std::vector<double>> rows(1, std::vector<double>(steps));
            rows[0][0] = 1;
            auto const nodes = eigenvalues(t, rows);
            double sum = 0;
            for (std::size_t k = 0; k < steps; ++k)
                sum += rows[0][k] * rows[0][k] * std::exp(nodes[k] / matrix.unit() - shift);
            if (last || std::abs(sum - before) <= 1e-12 * sum) return square * sum;
            before = sum;
        }
        t.below.push_back(norm);
        scale(x, 1 / norm);
        basis.push_back(std::move(x));
    }
}

/// The greatest eigenvalues exactly, the rest by random signs.
/// @par Source
/// Hutchinson, M. F. (1990). A stochastic estimator of the trace of the influence matrix for Laplacian smoothing
/// splines. Communications in Statistics: Simulation and Computation 19, 433-450.
inline scaled_trace estimated_trace(signed_operator const& matrix, std::size_t deflated, std::size_t probes,
                                    std::uint64_t seed) {
    auto const top = lanczos(
        matrix, {.wanted = std::min(deflated, matrix.size()), .tolerance = 1e-7, .max_products = 2000, .seed = seed});
    scaled_trace result{top.values.front()};
    for (auto const value : top.values) result.exact += std::exp(value - result.shift);
    random_source random(seed);
    for (std::size_t k = 0; k < probes; ++k) {
        auto z = random_signs(matrix.size(), random);
        orthogonalise(z, top.vectors);
        orthogonalise(z, top.vectors);
        result.samples.push_back(quadrature(matrix, std::move(z), result.shift, top.vectors));
    }
    return result;
}

} // namespace geostance::detail
