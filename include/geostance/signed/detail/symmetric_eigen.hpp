// SPDX-License-Identifier: BSL-1.0
/// @file
/// Eigenvalues and eigenvectors of small dense symmetric matrices.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
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

/// The sum of products. Four sums side by side, as compilers do not change the order of additions.
inline double dot(double const* x, double const* y, std::size_t n) {
    std::array<double, 4> sum{};
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (std::size_t k = 0; k < 4; ++k) sum[k] += x[i + k] * y[i + k];
    for (; i < n; ++i) sum[0] += x[i] * y[i];
    return (sum[0] + sum[2]) + (sum[1] + sum[3]);
}
inline void add_multiple(double* y, double factor, double const* x, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) y[i] += factor * x[i];
}

/// Householder's reduction to a tridiagonal matrix with the same eigenvalues.
/// @par Source
/// Householder, A. S. (1958). Unitary triangularization of a nonsymmetric matrix. Journal of the ACM 5, 339-342.
class reflections {
public:
    /// Takes the rows of a symmetric matrix; those below the diagonal are not read. O(n^3).
    void take(std::vector<double> const& rows, std::size_t n) {
        reflected_ = rows;
        t_.diagonal.assign(n, 0);
        t_.below.assign(n - std::min<std::size_t>(n, 1), 0);
        half_square_.assign(n, 0);
        p_.resize(n);
        for (std::size_t k = 0; k < n; ++k) {
            auto* const v = reflected_.data() + k * n;
            t_.diagonal[k] = v[k];
            if (k + 1 == n) return;
            auto const norm = std::sqrt(dot(v + k + 1, v + k + 1, n - k - 1));
            auto const alpha = v[k + 1] > 0 ? -norm : norm;
            if (k + 2 == n || norm < 1e-140) { // too small to divide by its square, and to matter
                t_.below[k] = v[k + 1];
                continue;
            }
            t_.below[k] = alpha;
            auto const h = norm * norm - v[k + 1] * alpha;
            v[k + 1] -= alpha;
            half_square_[k] = h;
            reflect_rest(v, h, k + 1, n);
        }
    }
    [[nodiscard]] tridiagonal const& result() const noexcept { return t_; }

    /// Makes of a vector of the result that of the matrix.
    void lead_back(double* x) const {
        auto const n = half_square_.size();
        for (auto k = n; k-- > 0;) {
            if (half_square_[k] == 0) continue;
            auto const* const v = reflected_.data() + k * n + k + 1;
            add_multiple(x + k + 1, -dot(x + k + 1, v, n - k - 1) / half_square_[k], v, n - k - 1);
        }
    }

private:
    /// The rows and columns from `begin` on.
    void reflect_rest(double const* reflector, double h, std::size_t begin, std::size_t n) {
        std::fill(p_.begin(), p_.end(), 0.0);
        for (auto i = begin; i < n; ++i) {
            auto const* const row = reflected_.data() + i * n;
            p_[i] += row[i] * reflector[i] + dot(row + i + 1, reflector + i + 1, n - i - 1);
            add_multiple(p_.data() + i + 1, reflector[i], row + i + 1, n - i - 1);
        }
        for (auto i = begin; i < n; ++i) p_[i] /= h;
        add_multiple(p_.data() + begin, -dot(reflector + begin, p_.data() + begin, n - begin) / (2 * h),
                     reflector + begin, n - begin);
        for (auto i = begin; i < n; ++i) {
            auto* const row = reflected_.data() + i * n;
            auto const a = reflector[i];
            auto const b = p_[i];
            for (auto j = i; j < n; ++j) row[j] -= a * p_[j] + b * reflector[j];
        }
    }

    std::vector<double> reflected_{};   // row k: the vector of the k-th reflection, from place k + 1 on
    std::vector<double> half_square_{}; // of its length; 0 where nothing is reflected
    std::vector<double> p_{};
    tridiagonal t_{};
};

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

/// Divides by the greatest number of a matrix, so that no square is beyond the range of numbers; returns that number.
inline double take_out_unit(dense_matrix& m) {
    double unit = 0;
    for (auto const cell : m.cells) unit = std::max(unit, std::abs(cell));
    if (unit > 0)
        for (auto& cell : m.cells) cell /= unit;
    return unit;
}

/// The eigenvalues of a symmetric matrix, ascending.
inline std::vector<double> eigenvalues(dense_matrix m) {
    auto const unit = take_out_unit(m);
    reflections reduced;
    reduced.take(m.cells, m.size);
    std::vector<std::vector<double>> none;
    auto result = eigenvalues(reduced.result(), none);
    for (auto& value : result) value *= unit;
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
    auto const unit = take_out_unit(m);
    reflections reduced;
    reduced.take(m.cells, n);
    std::vector<std::vector<double>> rows(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) rows[i][i] = 1;
    auto const values = eigenvalues(reduced.result(), rows);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return values[i] < values[j]; });
    eigen_pairs result;
    for (auto const k : order) {
        result.values.push_back(values[k] * unit);
        result.vectors.emplace_back();
        for (auto const& row : rows) result.vectors.back().push_back(row[k]);
        reduced.lead_back(result.vectors.back().data());
    }
    return result;
}

} // namespace geostance::detail
