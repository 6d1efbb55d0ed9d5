// SPDX-License-Identifier: BSL-1.0
/// @file
/// Shifts: when a position changed, from what to what, and which records mark the change.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/query/position/timeline.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// How changes in a series are sought.
struct change_options {
    /// what a further change must gain, in units of the residual sum of squares; NaN = 2 s^2 ln n, the Bayesian
    /// information criterion with the noise variance s^2 estimated from successive differences
    double penalty = std::numeric_limits<double>::quiet_NaN();
    /// the least number of values between two changes, at least 1
    std::size_t least_length = 1;
};

namespace detail {

/// A robust estimate of the noise variance that changes of level hardly disturb: from the median absolute successive
/// difference (0.6745 is the third quartile of the standard normal distribution).
inline double noise_variance(std::span<double const> values) {
    if (values.size() < 2) return 0;
    std::vector<double> steps;
    steps.reserve(values.size() - 1);
    for (std::size_t i = 1; i < values.size(); ++i) steps.push_back(std::abs(values[i] - values[i - 1]));
    auto const middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    double const deviation = *middle / (0.6745 * std::sqrt(2.0));
    return deviation * deviation;
}

/// Sums from which the residual sum of squares of any stretch follows in constant time.
class stretch_costs {
public:
    explicit stretch_costs(std::span<double const> values) : sums_(values.size() + 1), squares_(values.size() + 1) {
        // Around the first value, so that large levels do not swamp small changes.
        for (std::size_t i = 0; i < values.size(); ++i) {
            double const centred = values[i] - values[0];
            sums_[i + 1] = sums_[i] + centred;
            squares_[i + 1] = squares_[i] + centred * centred;
        }
    }
    [[nodiscard]] double operator()(std::size_t from, std::size_t to) const noexcept {
        double const sum = sums_[to] - sums_[from];
        return std::max(0.0, squares_[to] - squares_[from] - sum * sum / static_cast<double>(to - from));
    }

private:
    std::vector<double> sums_;
    std::vector<double> squares_;
};

} // namespace detail

/// Where the mean of a series changes: the segmentation with the least residual sum of squares plus a penalty for
/// each change, found exactly.
///
/// @param values finite numbers in order of time
/// @param options penalty and least length
/// @return the indices of the first value after each change, ascending
/// @throws invalid_value for a value that is not finite, a negative penalty, a least length of 0
/// @par Complexity
/// O(n^2) at worst, O(n) expected where changes are spread over the series; memory O(n)
/// @par Source
/// PELT: R. Killick, P. Fearnhead and I. A. Eckley (2012), Optimal detection of changepoints with a linear
/// computational cost, J. Am. Stat. Assoc. 107, doi:10.1080/01621459.2012.737745
[[nodiscard]] inline std::vector<std::size_t> change_points(std::span<double const> values,
                                                            change_options const& options = {}) {
    for (auto const v : values)
        if (!std::isfinite(v)) throw invalid_value("values", detail::number_text(v), "a finite number");
    if (options.penalty < 0)
        throw invalid_value("change_options.penalty", detail::number_text(options.penalty), "a number of at least 0");
    if (options.least_length == 0) throw invalid_value("change_options.least_length", "0", "at least 1");
    const std::size_t n = values.size();
    const std::size_t least = options.least_length;
    if (n < 2 * least) return {};
    double const penalty = std::isnan(options.penalty)
                               ? 2 * detail::noise_variance(values) * std::log(static_cast<double>(n))
                               : options.penalty;
    const detail::stretch_costs cost(values);
    // A change of rounding size is none, also where the values have no noise and the penalty is zero.
    double const slack = 1e-12 * (1 + cost(0, n));
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> last_change(n + 1, 0);
    std::vector<std::size_t> candidates{0};
    best[0] = -penalty;
    for (std::size_t t = least; t <= n; ++t) {
        if (t >= 2 * least) candidates.push_back(t - least);
        for (auto const s : candidates) {
            double const total = best[s] + cost(s, t) + penalty;
            if (total < best[t] - slack) {
                best[t] = total;
                last_change[t] = s;
            }
        }
        // A change at u is open to every later end, so what is worse than that can never win again.
        if (const std::size_t u = t + 1 - least; u >= least)
            std::erase_if(candidates,
                          [&](std::size_t s) { return s + least <= u && best[s] + cost(s, u) > best[u] + slack; });
    }
    std::vector<std::size_t> changes;
    for (std::size_t t = last_change[n]; t > 0; t = last_change[t]) changes.push_back(t);
    std::reverse(changes.begin(), changes.end());
    return changes;
}

/// A change of a position.
struct shift {
    date last_before{};              ///< the last date of the old position
    date first_after{};              ///< the first date of the new one
    tally before{};                  ///< the old position: all evidence since the shift before
    tally after{};                   ///< the new position: all evidence until the next shift
    std::vector<evidence> between{}; ///< the records of these two dates, which mark the change
};

/// When a position changed. The dates of the timeline are taken in order, each with its weighted mean.
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @param options how changes are sought
/// @return in order of time; empty if it did not change as far as is recorded
/// @throws invalid_handle, invalid_value
/// @par Complexity
/// that of `timeline` and of `change_points` over its dates
template <stance_schema S>
[[nodiscard]] std::vector<shift> shifts(typed_graph<S> const& g, position_holder<S> auto who,
                                        position_target<S> auto target, lens const& asked = {},
                                        change_options const& options = {}) {
    auto const& moments = timeline(g, who, target, asked).moments;
    std::vector<double> means;
    means.reserve(moments.size());
    for (auto const& m : moments) means.push_back(m.sum.mean());
    auto bounds = change_points(means, options);
    std::vector<shift> result;
    bounds.insert(bounds.begin(), 0);
    bounds.push_back(moments.size());
    auto const sum_of = [&](std::size_t from, std::size_t to) {
        tally sum;
        for (auto i = from; i < to; ++i) sum.merge(moments[i].sum);
        return sum;
    };
    for (std::size_t i = 1; i + 1 < bounds.size(); ++i) {
        auto const& old = moments[bounds[i] - 1];
        auto const& fresh = moments[bounds[i]];
        shift s{old.when, fresh.when, sum_of(bounds[i - 1], bounds[i]), sum_of(bounds[i], bounds[i + 1]), old.rests_on};
        s.between.insert(s.between.end(), fresh.rests_on.begin(), fresh.rests_on.end());
        result.push_back(std::move(s));
    }
    return result;
}

} // namespace geostance
