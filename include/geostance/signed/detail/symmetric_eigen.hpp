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
inline void reflect(std::vector<std::vector<double>>& vectors, std::vector<double> const& v, std::size_t begin,
                    double square) {
    for (auto& row : vectors) {
        double along = 0;
        for (auto i = begin; i < v.size(); ++i) along += row[i] * v[i];
        for (auto i = begin; i < v.size(); ++i) row[i] -= 2 / square * along * v[i];
    }
}

/// Householder's reduction; keeps the eigenvalues. Each of `vectors` is multiplied from the right by the reflections,
/// so that rows of the identity become those of the matrix that leads back. O(n^3).
inline tridiagonal reduce(dense_matrix a, std::vector<std::vector<double>>& vectors) {
    auto const n = a.size;
    tridiagonal result;
    std::vector<double> v(n);
    std::vector<double> p(n);
    for (std::size_t k = 0; k + 2 < n; ++k) {
        double norm = 0;
        for (auto i = k + 1; i < n; ++i) norm = std::hypot(norm, a(i, k));
        auto const alpha = a(k + 1, k) > 0 ? -norm : norm;
        result.below.push_back(alpha);
        double square = 0; // of v, which reflects column k onto alpha
        for (auto i = k + 1; i < n; ++i) v[i] = a(i, k) - (i == k + 1 ? alpha : 0);
        for (auto i = k + 1; i < n; ++i) square += v[i] * v[i];
        if (square < std::numeric_limits<double>::min()) continue; // too small to divide by, and to matter
        double vp = 0;
        for (auto i = k + 1; i < n; ++i) {
            p[i] = 0;
            for (auto j = k + 1; j < n; ++j) p[i] += a(i, j) * v[j];
            p[i] *= 2 / square;
            vp += v[i] * p[i];
        }
        for (auto i = k + 1; i < n; ++i) p[i] -= vp / square * v[i];
        for (auto i = k + 1; i < n; ++i) {
            for (auto j = k + 1; j < n; ++j) a(i, j) -= v[i] * p[j] + p[i] * v[j];
        }
        reflect(vectors, v, k + 1, square);
    }
    if (n > 1) result.below.push_back(a(n - 1, n - 2));
    for (std::size_t i = 0; i < n; ++i) result.diagonal.push_back(a(i, i));
    return result;
}

/// One implicit QL step on rows first..last, shifted by the eigenvalue of the leading 2 x 2 block nearer its corner;
/// turns rows of `vectors` alike.
inline void ql_step(tridiagonal& t, std::size_t first, std::size_t last, std::vector<std::vector<double>>& vectors) {
    auto& d = t.diagonal;
    auto& e = t.below;
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
inline std::vector<double> eigenvalues(tridiagonal t, std::vector<std::vector<double>>& vectors) {
    auto const n = t.diagonal.size();
    int steps = 0;
    for (std::size_t first = 0; first + 1 < n;) {
        auto last = first;
        for (; last + 1 < n; ++last) {
            auto const scale = std::abs(t.diagonal[last]) + std::abs(t.diagonal[last + 1]);
            if (scale + std::abs(t.below[last]) == scale) break;
        }
        if (last == first || ++steps > most_turns) {
            ++first;
            steps = 0;
        } else {
            ql_step(t, first, last, vectors);
        }
    }
    return t.diagonal;
}

/// The eigenvalues of a symmetric matrix, unordered; `vectors` as above.
inline std::vector<double> eigenvalues(dense_matrix a, std::vector<std::vector<double>>& vectors) {
    // Scaled, so that no square is beyond the range of numbers.
    double scale = 0;
    for (auto const cell : a.cells) scale = std::max(scale, std::abs(cell));
    if (scale == 0) return std::vector<double>(a.size);
    for (auto& cell : a.cells) cell /= scale;
    auto const reduced = reduce(std::move(a), vectors);
    auto result = eigenvalues(reduced, vectors);
    for (auto& value : result) value *= scale;
    return result;
}

/// The eigenvalues of a symmetric matrix, ascending.
inline std::vector<double> eigenvalues(dense_matrix a) {
    std::vector<std::vector<double>> none;
    auto result = eigenvalues(std::move(a), none);
    std::sort(result.begin(), result.end());
    return result;
}

struct eigen_pairs {
    std::vector<double> values{};               // ascending
    std::vector<std::vector<double>> vectors{}; // of each value, of length 1
};

/// The eigenvalues of a symmetric matrix with their vectors.
inline eigen_pairs eigenvectors(dense_matrix a) {
    auto const n = a.size;
    std::vector<std::vector<double>> rows(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) rows[i][i] = 1;
    auto const values = eigenvalues(std::move(a), rows);
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
