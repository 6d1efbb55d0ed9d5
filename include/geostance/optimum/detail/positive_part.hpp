// SPDX-License-Identifier: BSL-1.0
/// @file
/// The nearest symmetric matrix without negative eigenvalues, fast for some hundred rows.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The matrix is made tridiagonal by reflections. All its eigenvalues are found, and of those above or of those below
/// 0, whichever are fewer, the eigenvectors, by inverse iteration: Wilkinson, J. H. (1965). The Algebraic Eigenvalue
/// Problem. Clarendon Press, chapters 5 and 9. Nothing relies on how exact they are.
class positive_part {
public:
    /// Takes the upper triangle of a matrix, and leaves in it that of the nearest without negative eigenvalues. O(n^3).
    void take(symmetric_matrix& m) {
        auto const n = m.size;
        find_values(m);
        if (n == 0) return;
        std::size_t const below =
            static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), 0.0) - values_.begin());
        auto const takes_positive = 2 * below >= n;
        auto const first = takes_positive ? below : 0;
        auto const last = takes_positive ? n : below;
        find_vectors(n, first, last);
        if (takes_positive) std::fill(m.entries.begin(), m.entries.end(), 0.0);
        for (std::size_t i = first; i < last; ++i) reduced_.lead_back(vectors_.data() + (i - first) * n);
        for (std::size_t i = first; i < last; ++i) scale(vectors_.data() + (i - first) * n, n, std::abs(values_[i]));
        add_products(m, last - first);
    }
    /// Only the eigenvalues of a matrix, of which the upper triangle counts.
    void find_values(symmetric_matrix const& m) {
        values_.clear();
        if (m.size == 0) return;
        reduced_.take(m.entries, m.size);
        values_ = eigenvalues(reduced_.result(), no_rows_);
        std::sort(values_.begin(), values_.end());
    }
    /// The eigenvalues, ascending.
    [[nodiscard]] std::vector<double> const& values() const noexcept { return values_; }

private:
    static constexpr auto epsilon = std::numeric_limits<double>::epsilon();

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
        auto const& t = reduced_.result();
        auto u = t.diagonal[0] - shift;
        auto v = n > 1 ? t.below[0] : 0;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            auto& r = rows_[i];
            auto const below = t.below[i];
            auto const next = t.diagonal[i + 1] - shift;
            auto const beyond = i + 2 < n ? t.below[i + 1] : 0;
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

    reflections reduced_{};
    std::vector<std::vector<double>> no_rows_{};
    std::vector<double> values_{};
    std::vector<double> vectors_{}; // one after the other
    lean_vector<pivot> rows_{};
    random_source random_{1};
};

} // namespace geostance::detail
