// SPDX-License-Identifier: BSL-1.0
/// @file
/// The least value of a smooth function of numbers of which some must not be negative.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/positive_part.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A quasi-Newton method of limited memory, in which numbers that are 0 and would become negative stay as they are:
/// Byrd, R. H., Lu, P., Nocedal, J. and Zhu, C. (1995). A limited memory algorithm for bound constrained optimization.
/// SIAM Journal on Scientific Computing 16, 1190-1208, simplified.
///
/// `Function` is called with the numbers and a vector for the derivatives, and returns the value.
template <class Function>
class projected_descent {
public:
    /// The first `free` numbers may be negative. The first step is so many times the derivatives.
    projected_descent(Function const& f, std::vector<double>& x, std::size_t free, double first_step)
        : f_(&f), x_(&x), free_(free), first_step_(first_step), gradient_(x.size()), value_(f(x, gradient_)) {}

    /// One step; false where there is none that pays, or where the function asks to stop by a value that is not finite.
    bool step() {
        mark_those_that_move();
        auto direction = quasi_newton();
        auto slope = dot(direction.data(), gradient_.data(), direction.size());
        if (!(slope < 0)) {
            pairs_.clear();
            direction = steepest();
            slope = dot(direction.data(), gradient_.data(), direction.size());
            if (!(slope < 0)) return false;
        }
        auto length = pairs_.empty() ? first_step_ : 1.0;
        std::vector<double> next(x_->size());
        std::vector<double> gradient(x_->size());
        for (int tries = 0; tries < most_tries; ++tries, length *= 0.3) {
            double expected = 0;
            for (std::size_t i = 0; i < next.size(); ++i) {
                next[i] = (*x_)[i] + length * direction[i];
                if (i >= free_) next[i] = std::max(0.0, next[i]);
                expected += gradient_[i] * (next[i] - (*x_)[i]);
            }
            auto const value = (*f_)(next, gradient);
            if (!std::isfinite(value)) return false;
            if (value > value_ + 1e-4 * expected) continue;
            remember(next, gradient);
            *x_ = std::move(next);
            gradient_ = std::move(gradient);
            value_ = value;
            return true;
        }
        return false;
    }
    /// How far the numbers are from a minimum: the greatest derivative along which they can move.
    [[nodiscard]] double slope() const {
        double result = 0;
        for (std::size_t i = 0; i < x_->size(); ++i) {
            auto const d = gradient_[i];
            result = std::max(result, i < free_ || d < 0 ? std::abs(d) : std::min(d, (*x_)[i]));
        }
        return result;
    }
    [[nodiscard]] double value() const noexcept { return value_; }

private:
    static constexpr int most_tries = 12;
    static constexpr std::size_t most_pairs = 12;
    struct change {
        std::vector<double> x{};
        std::vector<double> gradient{};
        double product = 0; // of the two
    };

    void mark_those_that_move() {
        moves_.resize(x_->size());
        for (std::size_t i = 0; i < moves_.size(); ++i) {
            moves_[i] = i < free_ || (*x_)[i] > 0 || gradient_[i] < 0 ? 1.0 : 0.0;
        }
    }
    [[nodiscard]] std::vector<double> steepest() const {
        std::vector<double> result(x_->size());
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = -moves_[i] * gradient_[i];
        return result;
    }
    [[nodiscard]] std::vector<double> quasi_newton() const {
        auto result = steepest();
        auto const n = result.size();
        std::vector<double> factor(pairs_.size());
        for (auto k = pairs_.size(); k-- > 0;) {
            factor[k] = dot(pairs_[k].x.data(), result.data(), n) / pairs_[k].product;
            add_multiple(result.data(), -factor[k], pairs_[k].gradient.data(), n);
        }
        if (!pairs_.empty()) {
            auto const& last = pairs_.back();
            auto const scale = last.product / dot(last.gradient.data(), last.gradient.data(), n);
            for (auto& each : result) each *= scale;
        }
        for (std::size_t k = 0; k < pairs_.size(); ++k) {
            auto const back = dot(pairs_[k].gradient.data(), result.data(), n) / pairs_[k].product;
            add_multiple(result.data(), factor[k] - back, pairs_[k].x.data(), n);
        }
        for (std::size_t i = 0; i < n; ++i) result[i] *= moves_[i];
        return result;
    }
    void remember(std::vector<double> const& next, std::vector<double> const& gradient) {
        change c{next, gradient, 0};
        add_multiple(c.x.data(), -1, x_->data(), next.size());
        add_multiple(c.gradient.data(), -1, gradient_.data(), next.size());
        c.product = dot(c.x.data(), c.gradient.data(), next.size());
        auto const square = dot(c.gradient.data(), c.gradient.data(), next.size());
        if (!(c.product > 1e-12 * square) || square == 0) {
            first_step_ *= 4; // the function is straight
            return;
        }
        pairs_.push_back(std::move(c));
        if (pairs_.size() > most_pairs) pairs_.erase(pairs_.begin());
    }

    Function const* f_;
    std::vector<double>* x_;
    std::size_t free_;
    double first_step_;
    std::vector<double> gradient_;
    double value_;
    std::vector<double> moves_{}; // 1 or 0
    lean_vector<change> pairs_{};
};

} // namespace geostance::detail
