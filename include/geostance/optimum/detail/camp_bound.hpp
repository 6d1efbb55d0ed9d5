// SPDX-License-Identifier: BSL-1.0
/// @file
/// A lower bound of what camps cost in a dense block: a matrix in place of camps.
#pragma once

#include <geostance/optimum/detail/positive_part.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The matrix Y of `dual_bound` need not come from camps: it has 1 on its diagonal, nothing below 0, and neither it nor
/// Y - J / k has a negative eigenvalue. The least cost of such a matrix is sought together with the numbers that prove
/// it, by the method of multipliers in two steps a turn. Its penalty grows, so that the numbers come to prove a bound.
/// @par Source
/// The program: Swamy, C. (2004), see check_dual(). The method: Wen, Z., Goldfarb, D. and Yin, W. (2010). Alternating
/// direction augmented Lagrangian methods for semidefinite programming. Mathematical Programming Computation 2,
/// 203-230.
class camp_bound {
public:
    /// Beyond this size, a turn takes too long.
    static constexpr std::uint32_t most_vertices = 1000;
    /// Estimated seconds for so many turns.
    static double expected_seconds(std::size_t vertices, int turns) {
        auto const n = static_cast<double>(vertices);
        return turns * 4e-9 * n * n * n;
    }

    /// @param camps at most so many; 0: any number
    camp_bound(weighted_ties const& g, std::size_t camps, search_control& control)
        : g_(&g), camps_(camps), share_(camps == 0 ? 0 : 1 / static_cast<double>(camps)), control_(&control),
          least_(g.size()), dual_(g.size()), product_(g.size()), moved_(g.size()), best_(g.size()) {
        double total = 0;
        for (auto const w : g.weight) total += static_cast<double>(std::abs(w));
        auto const n = static_cast<double>(g.size());
        auto const ties = static_cast<double>(g.ends.size());
        mean_ = total / ties;
        penalty_ = 0.3 * std::sqrt(n * (n - 1) / 2 / ties);
        least_ = matrix_of({{}, std::vector<double>(g.size()), camps, {}});
        for (auto& each : least_.entries) each /= mean_;
        for (std::size_t i = 0; i < g.size(); ++i) {
            std::fill(product_.row(i) + i, product_.row(i) + g.size(), -share_);
            product_(i, i) = 1 - share_;
        }
    }

    /// Goes on until the bound is `enough`, hardly grows, or is far below `known` after some turns, or the search must
    /// stop.
    void improve(std::int64_t known, std::int64_t enough) {
        constexpr int last_turn = 200;
        constexpr int often = 10;
        timed_step turn(*control_, expected_seconds(g_->size(), 1));
        double before = 0;
        for (int turns = 1; turns <= last_turn && !control_->stop() && turn.has_time(); ++turns) {
            turn.make([&] {
                take_turn();
                if (turns % often == 0) evaluate();
            });
            if (turns % often != 0) continue;
            auto const gap = static_cast<double>(enough) - value_;
            if (gap <= 0 || (turns >= 3 * often && value_ < 0.8 * static_cast<double>(known))) return;
            if (turns >= 6 * often && value_ - before < gap / 500) return;
            before = value_;
        }
        if (!control_->stopped() && turn.has_time()) evaluate();
    }

    /// The bound that they show, apart from rounding errors.
    [[nodiscard]] double value() const noexcept { return value_; }

    /// The numbers, by vertex and pair; none if they could not be proven.
    [[nodiscard]] dual_bound proof() const {
        dual_bound result{{}, std::vector<double>(g_->size()), camps_, {}};
        auto const allowed = matrix_of(result);
        for (std::size_t i = 0; i < allowed.size; ++i) {
            result.y[i] = std::max(0.0, mean_ * best_.entries[i * allowed.size + i]);
            for (auto at = i * allowed.size + i + 1; at < (i + 1) * allowed.size; ++at)
                result.z.push_back(std::max(0.0, allowed.entries[at] - mean_ * best_.entries[at]));
        }
        auto const margin = 8 * cholesky_margin(matrix_of(result));
        auto missing = margin;
        for (int tries = 0; tries < 4 && !control_->stop(); ++tries, missing *= 8) {
            for (auto& each : result.y) each += missing;
            if (!is_surely_semidefinite(matrix_of(result))) continue;
            for (auto& each : result.y) each += margin; // so that neither scaling nor rounding weights undoes the proof
            return result;
        }
        return {};
    }

    /// The bound that such numbers prove, in whole weights.
    [[nodiscard]] std::int64_t lower(dual_bound const& numbers) const {
        wide_sum twice_friendly;
        for (auto const w : g_->weight)
            if (w > 0) twice_friendly += 2 * static_cast<double>(w);
        return static_cast<std::int64_t>(std::ceil(cost_shown_by(matrix_of(numbers), twice_friendly, camps_)));
    }

private:
    static constexpr double growth = 1.05; // of the penalty, a turn
    static constexpr double stride = 1.6;  // of the multipliers

    /// Above the diagonal; in a block that was reduced, either end may be the lower one.
    static double& entry(symmetric_matrix& m, std::pair<std::uint32_t, std::uint32_t> ends) {
        return m(std::min(ends.first, ends.second), std::max(ends.first, ends.second));
    }
    [[nodiscard]] symmetric_matrix matrix_of(dual_bound const& numbers) const {
        symmetric_matrix result(g_->size());
        for (std::size_t t = 0; t < g_->ends.size(); ++t)
            entry(result, g_->ends[t]) = -static_cast<double>(g_->weight[t]);
        auto z = numbers.z.begin();
        for (std::size_t i = 0; i < result.size; ++i) {
            result(i, i) = numbers.y[i];
            for (auto j = i + 1; j < result.size && !numbers.z.empty(); ++j) result(i, j) -= *z++;
        }
        return result;
    }

    /// The numbers of vertices and pairs that are best for the others' values, and then the matrix without negative
    /// eigenvalues that is.
    void take_turn() {
        auto const n = moved_.size;
        for (std::size_t i = 0; i < n; ++i) {
            for (auto j = i + 1; j < n; ++j)
                moved_(i, j) = std::min(least_(i, j) - product_(i, j) / penalty_, dual_(i, j) + share_ / penalty_);
            moved_(i, i) = dual_(i, i) - (1 - share_) / penalty_;
        }
        dual_ = moved_;
        part_.take(dual_);
        for (std::size_t i = 0; i < n; ++i)
            for (auto j = i; j < n; ++j)
                product_(i, j) += stride * (penalty_ * (dual_(i, j) - moved_(i, j)) - product_(i, j));
        penalty_ *= growth;
    }

    /// Lowers what is above the ties' weights, and raises the diagonal until no eigenvalue is negative.
    void evaluate() {
        auto const n = moved_.size;
        for (std::size_t i = 0; i < n; ++i) {
            for (auto j = i + 1; j < n; ++j) moved_(i, j) = std::min(least_(i, j), dual_(i, j));
            moved_(i, i) = dual_(i, i);
        }
        part_.find_values(moved_);
        auto const missing = std::max(0.0, -part_.values().front());
        double trace = 0;
        double all = 0;
        for (std::size_t i = 0; i < n; ++i) {
            trace += moved_(i, i) += missing;
            all += moved_(i, i);
            for (auto j = i + 1; j < n; ++j) all += 2 * moved_(i, j);
        }
        double friendly = 0;
        for (auto const w : g_->weight) friendly += w > 0 ? static_cast<double>(w) : 0;
        auto const found = friendly - mean_ * (trace - share_ * all) / 2;
        if (found <= value_) return;
        value_ = found;
        best_ = moved_;
    }

    weighted_ties const* g_;
    std::size_t camps_;
    double share_;
    search_control* control_;
    double mean_ = 1; // weight of a tie: all matrices are in parts of it
    double penalty_ = 1;
    symmetric_matrix least_;   // of the ties, above the diagonal
    symmetric_matrix dual_;    // without negative eigenvalues
    symmetric_matrix product_; // Y - J / k
    symmetric_matrix moved_;
    symmetric_matrix best_;
    positive_part part_{};
    double value_ = -std::numeric_limits<double>::infinity();
};

} // namespace geostance::detail
