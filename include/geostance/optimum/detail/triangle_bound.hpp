// SPDX-License-Identifier: BSL-1.0
/// @file
/// An upper bound of s'As over sides s of 1 and -1: unit vectors in place of sides, held together by triangles.
#pragma once

#include <geostance/optimum/detail/positive_part.hpp>
#include <geostance/optimum/detail/projected_descent.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/triangle_inequality.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A number for each vertex, and one that is not negative for each of some triangle inequalities B x <= 1. Where
/// Diag(y) - A + B'z has no negative eigenvalue, s'As <= sum y + sum z, as s'(B'z)s <= sum z.
struct triangle_dual {
    std::vector<double> y{};
    lean_vector<triangle_inequality> triangles{};
    std::vector<double> z{};

    [[nodiscard]] double sum() const {
        double result = 0;
        for (auto const each : y) result += each;
        for (auto const each : z) result += each;
        return result;
    }
};

/// Diag(y) - A + B'z; of A the upper triangle counts.
inline symmetric_matrix matrix_of(symmetric_matrix const& m, triangle_dual const& dual) {
    symmetric_matrix result(m.size);
    for (std::size_t i = 0; i < m.entries.size(); ++i) result.entries[i] = -m.entries[i];
    for (std::size_t i = 0; i < m.size; ++i) result(i, i) += dual.y[i];
    for (std::size_t k = 0; k < dual.z.size(); ++k) {
        auto const half = dual.z[k] / 2;
        if (half == 0) continue;
        auto const& t = dual.triangles[k];
        result(t.a, t.b) += t.sign_ab() * half;
        result(t.a, t.c) += t.sign_ac() * half;
        result(t.b, t.c) += t.sign_bc() * half;
    }
    return result;
}

/// What the numbers surely prove: they are raised until the matrix has no negative eigenvalue, and are rounded so that
/// it is computed without any error. None where they would have to be raised by much more than `missing` each, or A has
/// entries that are not whole or too large.
inline std::optional<wide_sum> proven_bound(symmetric_matrix const& m, triangle_dual dual, double missing) {
    double largest = 0;
    for (auto const each : m.entries) largest = std::max(largest, std::abs(each));
    for (auto const each : dual.z) largest += each;
    constexpr auto most = 0x1p51;
    if (!(largest < most)) return {};
    // Entries are multiples of half of this, and below 2^53 times as much.
    auto const step = std::ldexp(1.0, std::ilogb(std::max(largest, 1.0)) - 50);
    for (auto& each : dual.z) each = std::floor(each / step) * step;
    missing = std::max(missing, 0.0);
    auto raised = dual;
    for (auto& each : raised.y) each += missing;
    missing += 2 * cholesky_margin(matrix_of(m, raised));
    for (int tries = 0; tries < 3; ++tries, missing *= 4) {
        for (std::size_t i = 0; i < m.size; ++i) raised.y[i] = dual.y[i] + missing;
        if (!is_surely_semidefinite(matrix_of(m, raised))) continue;
        wide_sum result;
        for (auto const each : raised.y) result += each;
        for (auto const each : raised.z) result += each;
        return result;
    }
    return {};
}

/// The bound by a regularised dual program, whose smooth function bounds for any numbers: the more its weight alpha is
/// lowered, the better. Violated triangles are added, and those without effect dropped, in rounds. Krislock, N.,
/// Malick, J. and Roupin, F. (2014). Improved semidefinite bounding procedure for solving Max-Cut problems to
/// optimality. Mathematical Programming 143, 61-86.
class triangle_bound {
public:
    /// `m` with zeros on its diagonal.
    triangle_bound(symmetric_matrix const& m, triangle_dual start, search_control& control)
        : a_(&m), dual_(std::move(start)), control_(&control), products_(m.size) {}

    /// Goes on until the bound is below `enough`, will hardly be so soon, or the search must stop.
    void improve(double enough) {
        enough_ = enough;
        (void)evaluate();
        for (auto& each : dual_.y) each += missing_;
        int slow = 0;
        for (int round = 0; round < most_rounds && slow < 2 && !is_over(); ++round) {
            auto const n = static_cast<double>(a_->size);
            auto const before = value_;
            alpha_ = std::max(share_of_gap * (value_ - enough_), 1e-7 * std::abs(value_)) * 2 / (n * n);
            descend(round == 0 ? first_steps : steps_a_round);
            if (is_over()) return;
            separate();
            auto const is_slow = round >= fewest_rounds && patience * (before - value_) < value_ - enough_;
            slow = is_slow ? slow + 1 : 0;
        }
    }

    /// What the numbers bound, but for rounding errors.
    [[nodiscard]] double value() const noexcept { return value_; }
    /// The numbers; those of vertices have to be raised by missing().
    [[nodiscard]] triangle_dual const& dual() const noexcept { return best_; }
    [[nodiscard]] double missing() const noexcept { return missing_; }
    /// Nearly the products of the unit vectors: the upper triangle.
    [[nodiscard]] symmetric_matrix const& products() const noexcept { return products_; }

private:
    // Measured on instances of 60 to 121 vertices. The smaller the share, the nearer to the bound without alpha that of
    // each round is, and the more steps each takes.
    static constexpr double share_of_gap = 2.5;
    static constexpr double patience = 2; // rounds like the last in which the gap should close
    static constexpr int most_rounds = 100;
    static constexpr int fewest_rounds = 3;
    static constexpr std::size_t first_steps = 30;
    static constexpr std::size_t steps_a_round = 15;
    static constexpr std::size_t triangles_per_vertex = 4; // that are added in a round
    static constexpr double least_violation = 0.01;
    static constexpr double nearly_flat = 1e-3;

    [[nodiscard]] bool is_over() { return value_ < enough_ || control_->stop(); }

    /// The value of the smooth function; keeps the numbers where their bound is the best so far.
    double evaluate() {
        auto const n = static_cast<double>(a_->size);
        products_ = matrix_of(*a_, dual_);
        for (auto& each : products_.entries) each = -each;
        part_.take(products_);
        auto const sum = dual_.sum();
        auto const greatest = part_.values().back();
        if (sum + n * greatest < value_) {
            value_ = sum + n * greatest;
            best_ = dual_;
            missing_ = greatest;
        }
        if (alpha_ == 0) return value_;
        for (auto& each : products_.entries) each /= alpha_;
        double squares = 0;
        for (auto const each : part_.values()) squares += each > 0 ? each * each : 0;
        return sum + squares / (2 * alpha_) + alpha_ * n * n / 2;
    }

    void descend(std::size_t steps) {
        auto const n = a_->size;
        auto numbers = dual_.y;
        numbers.insert(numbers.end(), dual_.z.begin(), dual_.z.end());
        auto const take = [&](std::vector<double> const& those) {
            auto const middle = those.begin() + static_cast<std::ptrdiff_t>(n);
            std::copy(those.begin(), middle, dual_.y.begin());
            std::copy(middle, those.end(), dual_.z.begin());
        };
        auto const function = [&](std::vector<double> const& at, std::vector<double>& gradient) {
            if (control_->stop()) return std::numeric_limits<double>::infinity();
            take(at);
            auto const result = evaluate();
            for (std::size_t i = 0; i < n; ++i) gradient[i] = 1 - products_(i, i);
            for (std::size_t k = 0; k < dual_.z.size(); ++k) {
                gradient[n + k] = 1 - dual_.triangles[k].value(products_);
            }
            return result;
        };
        projected_descent descent(function, numbers, n, alpha_);
        while (steps-- > 0 && value_ >= enough_ && descent.slope() > nearly_flat && descent.step()) {
        }
        take(numbers);
    }

    /// Drops the triangles that have no effect, and adds those that are violated.
    void separate() {
        std::size_t kept = 0;
        for (std::size_t k = 0; k < dual_.z.size(); ++k) {
            if (dual_.z[k] == 0) continue;
            dual_.triangles[kept] = dual_.triangles[k];
            dual_.z[kept++] = dual_.z[k];
        }
        dual_.triangles.resize(kept);
        auto known = dual_.triangles;
        sort(known);
        for (auto const& each : violated_triangles(products_, least_violation, triangles_per_vertex * a_->size)) {
            if (!std::binary_search(known.begin(), known.end(), each)) dual_.triangles.push_back(each);
        }
        dual_.z.resize(kept);
        dual_.z.resize(dual_.triangles.size());
    }

    symmetric_matrix const* a_;
    triangle_dual dual_;
    search_control* control_;
    double alpha_ = 0;
    double enough_ = -std::numeric_limits<double>::infinity();
    positive_part part_{};
    symmetric_matrix products_;
    triangle_dual best_{};
    double value_ = std::numeric_limits<double>::infinity();
    double missing_ = 0;
};

} // namespace geostance::detail
