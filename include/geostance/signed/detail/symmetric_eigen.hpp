// SPDX-License-Identifier: BSL-1.0
/// @file
/// Eigenvalues and eigenvectors of small dense symmetric matrices.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A square matrix, row by row.
struct dense_matrix {
    explicit dense_matrix(std::size_t n) : size(n), cells(n * n) {}
    double& operator()(std::size_t i, std::size_t j) { return cells[i * size + j]; }
    double operator()(std::size_t i, std::size_t j) const { return cells[i * size + j]; }

    std::size_t size;
    std::vector<double> cells;
};

/// Of a symmetric tridiagonal matrix: the diagonal, and below[i] between i and i + 1.
struct tridiagonal {
    std::vector<double> diagonal{};
    std::vector<double> below{};
};

/// Multiplies each of `vectors` from the right by the reflection of the entries from `begin` on that maps v to -v.
/// `square` is that of v.
inline void reflect(std::vector<std::vector<double>>& vectors, std::vector<double> const& reflector, std::size_t begin,
                    double square) {
    for (auto& row : vectors) {
        double along = 0;
        for (auto i = begin; i < reflector.size(); ++i) along += row[i] * reflector[i];
        for (auto i = begin; i < reflector.size(); ++i) row[i] -= 2 / square * along * reflector[i];
    }
}

/// Householder's reduction; keeps the eigenvalues. Each of `vectors` is multiplied from the right by the reflections,
/// so that rows of the identity become those of the matrix that leads back. O(n^3).
inline tridiagonal reduce(dense_matrix m, std::vector<std::vector<double>>& vectors) {
    auto const n = m.size;
    tridiagonal result;
    std::vector<double> v(n);
    std::vector<double> p(n);
    for (std::size_t k = 0; k + 2 < n; ++k) {
        double norm = 0;
        for (auto i = k + 1; i < n; ++i) norm = std::hypot(norm, m(i, k));
        auto const alpha = m(k + 1, k) > 0 ? -norm : norm;
        result.below.push_back(alpha);
        double square = 0; // of v, which reflects column k onto alpha
        for (auto i = k + 1; i < n; ++i) v[i] = m(i, k) - (i == k + 1 ? alpha : 0);
        for (auto i = k + 1; i < n; ++i) square += v[i] * v[i];
        if (square < std::numeric_limits<double>::min()) continue; // too small to divide by, and to matter
        double vp = 0;
        for (auto i = k + 1; i < n; ++i) {
            p[i] = 0;
            for (auto j = k + 1; j < n; ++j) p[i] += m(i, j) * v[j];
            p[i] *= 2 / square;
            vp += v[i] * p[i];
        }
        for (auto i = k + 1; i < n; ++i) p[i] -= vp / square * v[i];
        for (auto i = k + 1; i < n; ++i) {
            for (auto j = k + 1; j < n; ++j) m(i, j) -= v[i] * p[j] + p[i] * v[j];
        }
        reflect(vectors, v, k + 1, square);
    }
    if (n > 1) result.below.push_back(m(n - 1, n - 2));
    for (std::size_t i = 0; i < n; ++i) result.diagonal.push_back(m(i, i));
    return result;
}

/// One implicit QL step on rows first..last, shifted by the eigenvalue of the leading 2 x 2 block nearer its corner;
/// turns rows of `vectors` alike.
inline void ql_step(tridiagonal& found, std::size_t first, std::size_t last,
                    std::vector<std::vector<double>>& vectors) {
    auto& d = found.diagonal;
    auto& e = found.below;
    auto const g = (d[first + 1] - d[first]) / (2 * e[first]);
    auto const r = std::hypot(g, 1.0);
    double shifted = d[last] - d[first] + e[first] / (g + (g >= 0 ? r : -r));
    double s = 1;
    double c = 1;
    double p = 0;
    for (auto i = last; i-- > first;) {
        auto const f = s * e[i];
        auto const b = c * e[i];
        auto const h = std::hypot(f, shifted);
        if (i + 1 < last) e[i + 1] = h;
        if (h == 0) {
            d[i + 1] -= p;
            return;
        }
        s = f / h;
        c = shifted / h;
        auto const q = d[i + 1] - p;
        auto const w = (d[i] - q) * s + 2 * c * b;
        p = s * w;
        d[i + 1] = q + p;
        shifted = c * w - b;
        for (auto& row : vectors) {
            auto const x = row[i + 1];
            row[i + 1] = s * row[i] + c * x;
            row[i] = c * row[i] - s * x;
        }
    }
    d[first] -= p;
    e[first] = shifted;
}

/// More QL steps than this for one eigenvalue are never needed: a guard against cycling caused by rounding.
inline constexpr int most_turns = 100;

/// The eigenvalues of a tridiagonal matrix, unordered. Each of `vectors` is multiplied from the right by the matrix of
/// eigenvectors: rows of the identity become rows of that matrix.
/// @par Source
/// Bowdler, H., Martin, R. S., Reinsch, C. and Wilkinson, J. H. (1968). The QR and QL algorithms for symmetric
/// matrices. Numerische Mathematik 11, 293-306.
inline std::vector<double> eigenvalues(tridiagonal reduced, std::vector<std::vector<double>>& vectors) {
    auto const n = reduced.diagonal.size();
    int steps = 0;
    for (std::size_t first = 0; first + 1 < n;) {
        auto last = first;
        for (; last + 1 < n; ++last) {
            auto const scale = std::abs(reduced.diagonal[last]) + std::abs(reduced.diagonal[last + 1]);
            if (scale + std::abs(reduced.below[last]) == scale) break;
        }
        if (last == first || ++steps > most_turns) {
            ++first;
            steps = 0;
        } else {
            ql_step(reduced, first, last, vectors);
        }
    }
    return reduced.diagonal;
}

/// The eigenvalues of a symmetric matrix, unordered; `vectors` as above.
inline std::vector<double> eigenvalues(dense_matrix m, std::vector<std::vector<double>>& vectors) {
    // Scaled, so that no square is beyond the range of numbers.
    double scale = 0;
    for (auto const cell : m.cells) scale = std::max(scale, std::abs(cell));
    if (scale == 0) return std::vector<double>(m.size);
    for (auto& cell : m.cells) cell /= scale;
    auto const reduced = reduce(std::move(m), vectors);
    auto result = eigenvalues(reduced, vectors);
    for (auto& value : result) value *= scale;
    return result;
}

/// The eigenvalues of a symmetric matrix, ascending.
inline std::vector<double> eigenvalues(dense_matrix m) {
    std::vector<std::vector<double>> none;
    auto result = eigenvalues(std::move(m), none);
    std::sort(result.begin(), result.end());
    return result;
}

struct eigen_pairs {
    std::vector<double> values{};               // ascending
    std::vector<std::vector<double>> vectors{}; // of each value, of length 1
};

/// The eigenvalues of a symmetric matrix with their vectors.
inline eigen_pairs eigenvectors(dense_matrix m) {
    auto const n = m.size;
    std::vector<std::vector<double>> rows(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) rows[i][i] = 1;
    auto const values = eigenvalues(std::move(m), rows);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return values[i] < values[j]; });
    eigen_pairs result;
    for (auto const k : order) {
        result.values.push_back(values[k]);
        result.vectors.emplace_back();
        for (auto const& row : rows) result.vectors.back().push_back(row[k]);
    }
    return result;
}

} // namespace geostance::detail
