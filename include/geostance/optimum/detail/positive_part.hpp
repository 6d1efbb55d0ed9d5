// SPDX-License-Identifier: BSL-1.0
/// @file
/// The nearest symmetric matrix without negative eigenvalues, fast for some hundred rows.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

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

/// The matrix is made tridiagonal by reflections. All its eigenvalues are found, and of those above or of those below
/// 0, whichever are fewer, the eigenvectors, by inverse iteration: Wilkinson, J. H. (1965). The Algebraic Eigenvalue
/// Problem. Clarendon Press, chapters 5 and 9. Nothing relies on how exact they are.
class positive_part {
public:
    /// Takes the upper triangle of a matrix, and leaves in it that of the nearest without negative eigenvalues. O(n^3).
    void take(symmetric_matrix& m) {
        auto const n = m.size;
        values_.clear();
        if (n == 0) return;
        reflected_ = m.entries;
        reduce(n);
        values_ = eigenvalues(t_, no_rows_);
        std::sort(values_.begin(), values_.end());
        std::size_t const below =
            static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), 0.0) - values_.begin());
        auto const takes_positive = 2 * below >= n;
        auto const first = takes_positive ? below : 0;
        auto const last = takes_positive ? n : below;
        find_vectors(n, first, last);
        if (takes_positive) std::fill(m.entries.begin(), m.entries.end(), 0.0);
        for (std::size_t i = first; i < last; ++i) lead_back(vectors_.data() + (i - first) * n, n);
        for (std::size_t i = first; i < last; ++i) scale(vectors_.data() + (i - first) * n, n, std::abs(values_[i]));
        add_products(m, last - first);
    }
    /// The eigenvalues, ascending.
    [[nodiscard]] std::vector<double> const& values() const noexcept { return values_; }

private:
    static constexpr auto epsilon = std::numeric_limits<double>::epsilon();

    /// Row k of reflected_ becomes the vector of the k-th reflection from place k + 1 on; half_square_ that of its
    /// length, 0 where nothing is reflected.
    void reduce(std::size_t n) {
        t_.diagonal.assign(n, 0);
        t_.below.assign(n - 1, 0);
        half_square_.assign(n, 0);
        p_.resize(n);
        for (std::size_t k = 0; k + 1 < n; ++k) {
            auto* const v = reflected_.data() + k * n;
            t_.diagonal[k] = v[k];
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
        t_.diagonal[n - 1] = reflected_[n * n - 1];
    }
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

    /// Those of the tridiagonal matrix, one after the other, of some eigenvalues in order.
    void find_vectors(std::size_t n, std::size_t first, std::size_t last) {
        vectors_.resize((last - first) * n);
        auto const norm = std::max(std::abs(values_.front()), std::abs(values_.back()));
        auto shift = -std::numeric_limits<double>::infinity();
        for (auto i = first; i < last; ++i) {
            shift = std::max(values_[i], shift + 10 * epsilon * norm); // equal ones are told apart
            factorise(shift, n, epsilon * norm);
            find_vector(i - first, n);
        }
    }
    /// Of the tridiagonal matrix less the shift, with exchanged rows.
    void factorise(double shift, std::size_t n, double tiny) {
        rows_.clear();
        rows_.resize(n);
        auto u = t_.diagonal[0] - shift;
        auto v = n > 1 ? t_.below[0] : 0;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            auto& r = rows_[i];
            auto const below = t_.below[i];
            auto const next = t_.diagonal[i + 1] - shift;
            auto const beyond = i + 2 < n ? t_.below[i + 1] : 0;
            r.is_exchanged = std::abs(below) > std::abs(u);
            if (r.is_exchanged) {
                r.factor = u / below;
                r.inverse = 1 / below;
                r.next = next;
                r.beyond = beyond;
                u = v - r.factor * next;
                v = -r.factor * beyond;
            } else {
                if (std::abs(u) < tiny) u = tiny;
                r.inverse = 1 / u;
                r.factor = below * r.inverse;
                r.next = v;
                u = next - r.factor * v;
                v = beyond;
            }
        }
        rows_[n - 1].inverse = 1 / (std::abs(u) < tiny ? tiny : u);
    }
    void find_vector(std::size_t place, std::size_t n) {
        auto* const x = vectors_.data() + place * n;
        for (int tries = 0; tries < 3; ++tries) {
            for (std::size_t i = 0; i < n; ++i) x[i] = static_cast<double>(random_() >> 11U) * 0x1p-53 - 0.5;
            auto is_new = true;
            for (int step = 0; step < 2 && is_new; ++step) {
                solve(x, n);
                scale(x, n, 1 / std::max(1e-280, dot(x, x, n)));
                for (std::size_t k = 0; k < place; ++k) {
                    auto const* const before = vectors_.data() + k * n;
                    add_multiple(x, -dot(x, before, n), before, n);
                }
                auto const square = dot(x, x, n);
                is_new = square > 1e-6;
                scale(x, n, 1 / std::max(1e-280, square));
            }
            if (is_new) return;
        }
    }
    void solve(double* x, std::size_t n) const {
        for (std::size_t i = 0; i + 1 < n; ++i) {
            if (rows_[i].is_exchanged) std::swap(x[i], x[i + 1]);
            x[i + 1] -= rows_[i].factor * x[i];
        }
        double next = 0;
        double beyond = 0;
        for (auto i = n; i-- > 0;) {
            auto const& r = rows_[i];
            x[i] = (x[i] - r.next * next - r.beyond * beyond) * r.inverse;
            beyond = std::exchange(next, x[i]);
        }
    }
    /// By the root of a factor.
    static void scale(double* x, std::size_t n, double square) {
        auto const factor = std::sqrt(square);
        for (std::size_t i = 0; i < n; ++i) x[i] *= factor;
    }

    void lead_back(double* x, std::size_t n) const {
        for (auto k = n - 1; k-- > 0;) {
            if (half_square_[k] == 0) continue;
            auto const* const v = reflected_.data() + k * n + k + 1;
            add_multiple(x + k + 1, -dot(x + k + 1, v, n - k - 1) / half_square_[k], v, n - k - 1);
        }
    }
    /// Adds the products of so many vectors with themselves to the upper triangle.
    void add_products(symmetric_matrix& m, std::size_t count) const {
        auto const n = m.size;
        std::size_t k = 0;
        for (; k + 4 <= count; k += 4) {
            auto const* const p = vectors_.data() + k * n;
            auto const* const q = p + n;
            auto const* const r = q + n;
            auto const* const s = r + n;
            for (std::size_t i = 0; i < n; ++i) {
                auto* const row = m.row(i);
                auto const pi = p[i];
                auto const qi = q[i];
                auto const ri = r[i];
                auto const si = s[i];
                for (auto j = i; j < n; ++j) row[j] += (pi * p[j] + qi * q[j]) + (ri * r[j] + si * s[j]);
            }
        }
        for (; k < count; ++k) {
            auto const* const p = vectors_.data() + k * n;
            for (std::size_t i = 0; i < n; ++i) add_multiple(m.row(i) + i, p[i], p + i, n - i);
        }
    }

    struct pivot {
        double inverse = 0; // of the entry on the diagonal
        double next = 0;    // the entries after it
        double beyond = 0;
        double factor = 0; // how often the row was subtracted from the next
        bool is_exchanged = false;
    };

    std::vector<double> reflected_{};
    std::vector<double> half_square_{};
    std::vector<double> p_{};
    tridiagonal t_{};
    std::vector<std::vector<double>> no_rows_{};
    std::vector<double> values_{};
    std::vector<double> vectors_{}; // one after the other
    lean_vector<pivot> rows_{};
    random_source random_{1};
};

} // namespace geostance::detail
