// SPDX-License-Identifier: BSL-1.0
/// @file
/// Unit vectors in place of two sides: camps to begin with, and a lower bound that is proven.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/detail/symmetric_eigen.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The greatest sum of w (u . v) over unit vectors of few dimensions, by turning one after the other to where its ties
/// pull it. The strengths of the pulls nearly solve the dual program; raising them until a matrix surely has no
/// negative eigenvalue gives a solution.
/// @par Source
/// Wang, P.-W., Chang, W.-C. and Kolter, J. Z. (2017). The mixing method. arXiv:1706.00476.
class semidefinite_program {
public:
    /// Dense matrices above this size take longer than they are worth.
    static constexpr std::uint32_t most_vertices = 1200;

    semidefinite_program(weighted_ties const& g, random_source& random, search_control& control)
        : g_(&g), random_(&random), control_(&control),
          rank_(static_cast<std::size_t>(std::sqrt(2.0 * static_cast<double>(g.size()))) + 2),
          vectors_(g.size() * rank_), pull_(g.size()) {
        for (std::uint32_t v = 0; v < g.size(); ++v) {
            for (std::size_t i = 0; i < rank_; ++i) vector_of(v)[i] = draw();
            normalise(vector_of(v));
        }
    }

    /// False where the search must stop.
    bool solve() {
        constexpr std::size_t most_sweeps = 5000;
        double before = 0;
        std::size_t calm = 0;
        for (std::size_t sweep = 0; sweep < most_sweeps && calm < 5; ++sweep) {
            double total = 0;
            for (std::uint32_t v = 0; v < g_->size(); ++v) total += pull_[v] = turn(v);
            if (control_->stop()) return false;
            calm = total - before <= 1e-8 * total ? calm + 1 : 0;
            before = total;
        }
        return true;
    }

    /// Sides by a random plane through the origin.
    [[nodiscard]] std::vector<std::uint32_t> sides() {
        std::vector<double> normal(rank_);
        for (auto& x : normal) x = draw();
        std::vector<std::uint32_t> result(g_->size());
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            double product = 0;
            for (std::size_t i = 0; i < rank_; ++i) product += normal[i] * vector_of(v)[i];
            result[v] = product < 0 ? 1 : 0;
        }
        return result;
    }

    /// Numbers that check_dual() takes, by vertex; empty where they could not be proven, or not in time.
    [[nodiscard]] std::vector<double> dual() {
        auto y = pull_;
        auto const margin = 8 * cholesky_margin(matrix_of(y));
        auto const before = control_->seconds();
        // The estimate may be too high where many eigenvalues are next to 0; what is added at least costs next to
        // nothing.
        auto const mean = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
        auto missing = std::max(1e-6 * mean, -1.0001 * least_eigenvalue(y)) + margin;
        if (!has_time_for_proof(control_->seconds() - before)) return {};
        for (int tries = 0; tries < 8 && !control_->stop(); ++tries, missing *= 4) {
            auto raised = y;
            for (auto& each : raised) each += missing;
            if (!is_surely_semidefinite(matrix_of(raised))) continue;
            for (auto& each : raised) each += margin; // so that scaling does not undo the proof
            return raised;
        }
        return {};
    }

    /// The bound that such numbers prove, in whole weights.
    [[nodiscard]] std::int64_t lower(std::vector<double> const& y) const {
        wide_sum four_times;
        for (auto const w : g_->weight) four_times += 2 * static_cast<double>(std::abs(w));
        for (auto const each : y) four_times -= each;
        if (four_times.is_negative()) return 0;
        return static_cast<std::int64_t>(std::ceil(four_times.below() / 4));
    }

private:
    static constexpr std::size_t most_multiplications = 150; // to estimate an eigenvalue

    /// Nearly normal.
    double draw() {
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += static_cast<double>((*random_)() >> 11U) * 0x1p-53 - 0.5;
        return sum;
    }
    [[nodiscard]] double* vector_of(std::uint32_t v) { return vectors_.data() + v * rank_; }
    double normalise(double* x) const {
        double square = 0;
        for (std::size_t i = 0; i < rank_; ++i) square += x[i] * x[i];
        auto const length = std::sqrt(square);
        if (length > 0)
            for (std::size_t i = 0; i < rank_; ++i) x[i] /= length;
        return length;
    }
    /// Turns a vector to where its ties pull it, and returns how hard that is.
    double turn(std::uint32_t v) {
        sum_.assign(rank_, 0);
        for (auto const& a : g_->row(v)) {
            auto const w = static_cast<double>(a.weight);
            auto const* const other = vector_of(a.head);
            for (std::size_t i = 0; i < rank_; ++i) sum_[i] += w * other[i];
        }
        auto const length = normalise(sum_.data());
        if (length > 0) std::copy(sum_.begin(), sum_.end(), vector_of(v));
        return length;
    }

    [[nodiscard]] symmetric_matrix matrix_of(std::vector<double> const& y) const {
        symmetric_matrix result(g_->size());
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            result(v, v) = y[v];
            for (auto const& a : g_->row(v))
                if (a.head > v) result(v, a.head) = -static_cast<double>(a.weight);
        }
        return result;
    }

    /// Whether there is time to decompose a matrix, if multiplying sparse ones with vectors took so many seconds.
    [[nodiscard]] bool has_time_for_proof(double multiplying) const {
        auto const n = static_cast<double>(g_->size());
        auto const steps =
            std::min(n, static_cast<double>(most_multiplications)) * (static_cast<double>(g_->arcs.size()) + 5 * n);
        return multiplying / steps * n * n * n / 3 <= control_->seconds_left();
    }

    /// An estimate, by Lanczos' process.
    [[nodiscard]] double least_eigenvalue(std::vector<double> const& y) {
        auto const n = g_->size();
        std::vector<double> before(n);
        std::vector<double> x(n);
        double square = 0;
        for (auto& each : x) {
            each = draw();
            square += each * each;
        }
        for (auto& each : x) each /= std::sqrt(square);
        tridiagonal t;
        double beta = 0;
        for (std::size_t step = 0; step < std::min<std::size_t>(n, most_multiplications); ++step) {
            std::vector<double> next(n);
            double alpha = 0;
            for (std::uint32_t v = 0; v < n; ++v) {
                next[v] = y[v] * x[v] - beta * before[v];
                for (auto const& a : g_->row(v)) next[v] -= static_cast<double>(a.weight) * x[a.head];
                alpha += next[v] * x[v];
            }
            if (step > 0) t.below.push_back(beta);
            t.diagonal.push_back(alpha);
            square = 0;
            for (std::uint32_t v = 0; v < n; ++v) {
                next[v] -= alpha * x[v];
                square += next[v] * next[v];
            }
            beta = std::sqrt(square);
            if (beta == 0) break;
            for (auto& each : next) each /= beta;
            before = std::exchange(x, std::move(next));
        }
        std::vector<std::vector<double>> no_rows;
        auto const values = eigenvalues(std::move(t), no_rows);
        return *std::min_element(values.begin(), values.end());
    }

    weighted_ties const* g_;
    random_source* random_;
    search_control* control_;
    std::size_t rank_;
    std::vector<double> vectors_; // one after the other
    std::vector<double> pull_;
    std::vector<double> sum_{};
};

} // namespace geostance::detail
