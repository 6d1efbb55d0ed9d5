// SPDX-License-Identifier: BSL-1.0
/// @file
/// Shifts: when a position changed, from what to what, and which records mark the change.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/error.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ostream>
#include <span>
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

/// Checks how changes are sought.
/// @param options the options
/// @throws invalid_value that names the field: a negative penalty, a least length of 0
/// @par Complexity
/// O(1)
inline void validate(change_options const& options) {
    if (options.penalty < 0)
        throw invalid_value("change_options.penalty", detail::number_text(options.penalty), "a number of at least 0");
    if (options.least_length == 0) throw invalid_value("change_options.least_length", "0", "at least 1");
}

namespace detail {

/// A robust estimate of the noise variance that changes of level hardly disturb: from the median absolute successive
/// difference (0.6745 is the third quartile of the standard normal distribution).
/// @par Source
/// Successive differences: von Neumann, J., Kent, R. H., Bellinson, H. R. and Hart, B. I. (1941). The mean square
/// successive difference. Annals of Mathematical Statistics 12, 153-162. The median in place of the mean: Hampel, F. R.
/// (1974). The influence curve and its role in robust estimation. Journal of the American Statistical Association 69,
/// 383-393.
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
/// PELT: Killick, R., Fearnhead, P. and Eckley, I. A. (2012). Optimal detection of changepoints with a linear
/// computational cost. Journal of the American Statistical Association 107, 1590-1598,
/// doi:10.1080/01621459.2012.737745.
[[nodiscard]] inline std::vector<std::size_t> change_points(std::span<double const> values,
                                                            change_options const& options = {}) {
    for (auto const v : values)
        if (!std::isfinite(v)) throw invalid_value("values", detail::number_text(v), "a finite number");
    validate(options);
    std::size_t const n = values.size();
    std::size_t const least = options.least_length;
    if (n < 2 * least) return {};
    double const penalty = std::isnan(options.penalty)
                               ? 2 * detail::noise_variance(values) * std::log(static_cast<double>(n))
                               : options.penalty;
    detail::stretch_costs const cost(values);
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
        // A change at u is possible for every later end, so a candidate worse than that can never win again.
        if (std::size_t const u = t + 1 - least; u >= least)
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
    date last_before{};              ///< the last moment of the old position
    date first_after{};              ///< the first moment of the new one
    tally before{};                  ///< the old position: what was in force at any moment since the shift before
    tally after{};                   ///< the new position: what was in force at any moment until the next shift
    std::vector<evidence> between{}; ///< what went out of force between the two, or came into it
    /// the attitude at every moment of the old position, with values near 0 neutral as in the lens
    attitude attitude_before = attitude::none;
    attitude attitude_after = attitude::none; ///< the same of the new position
};

/// Writes `between 2021-05-03 and 2021-05-04: supports 1 (1 piece of evidence, weight 1), then opposes -1 (...)`.
/// @param out gets the text
/// @param s the shift
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, shift const& s) {
    out << "between " << s.last_before << " and " << s.first_after << ": ";
    detail::put_tally(out, s.attitude_before, s.before);
    out << ", then ";
    detail::put_tally(out, s.attitude_after, s.after);
    return out;
}

namespace detail {

/// A position as it was in force at one moment.
struct phase {
    date when{};
    std::vector<evidence> in_force{};
    geostance::attitude attitude = geostance::attitude::none;
    double value = 0;
};

/// The moments of a position: when a piece of evidence begins, and the day after it ends; in order of time, one for
/// each day.
template <class S>
std::vector<date> moments_of(reading<S> const& record, holders_candidates const& all) {
    std::vector<date> result;
    for (auto const* const c : all) {
        if (date const from = record.begin_of(c->found.relation); from.is_known()) result.push_back(from);
        if (auto const after = day_after(c->time.to)) result.push_back(*after);
    }
    detail::sort(result, [](date a, date b) {
        return std::pair(a.first_day(), a.precision()) < std::pair(b.first_day(), b.precision());
    });
    auto const same_day = [](date a, date b) { return a.first_day() == b.first_day(); };
    result.erase(std::unique(result.begin(), result.end(), same_day), result.end());
    return result;
}

template <class S>
lean_vector<phase> phases_of(reading<S> const& record, candidate_list made) {
    auto const all = in_order_of_insertion(made);
    strands<S> found(record, all);
    lean_vector<phase> result;
    for (auto const when : moments_of(record, all)) {
        found.mark_on(during(when.first_day()));
        phase now{when, evidence_from(all), attitude::none, 0};
        std::erase_if(now.in_force, [](evidence const& e) { return e.replaced; });
        mark_repeats(record, now.in_force);
        auto const there = position::from(now.in_force, record.asked().neutral_within);
        now.attitude = there.attitude;
        now.value = there.value;
        result.push_back(std::move(now));
    }
    return result;
}

/// The phases at which a position changes: where its attitude changes, and, within a stretch of one attitude that is
/// long enough for statistics, where its mean does.
inline std::vector<std::size_t> changes_of(lean_vector<phase> const& phases, change_options const& options) {
    constexpr std::size_t enough_for_statistics = 8;
    std::vector<std::size_t> result;
    for (std::size_t from = 0; from < phases.size();) {
        auto to = from;
        std::vector<double> values;
        for (; to < phases.size() && phases[to].attitude == phases[from].attitude; ++to)
            values.push_back(phases[to].value);
        if (from > 0) result.push_back(from);
        if (values.size() >= enough_for_statistics && phases[from].attitude != attitude::none)
            for (auto const at : change_points(values, options)) result.push_back(from + at);
        from = to;
    }
    return result;
}

/// What was in force at any of some phases, each relation once.
inline tally in_force(lean_vector<phase> const& phases, std::size_t from, std::size_t to) {
    std::vector<evidence> all;
    for (auto i = from; i < to; ++i)
        std::copy_if(phases[i].in_force.begin(), phases[i].in_force.end(), std::back_inserter(all),
                     [](evidence const& e) { return e.counts(); });
    detail::sort(all);
    auto const same = [](evidence const& a, evidence const& b) { return !(a < b) && !(b < a); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    tally sum;
    for (auto const& e : all) sum.add(e.value, e.weight);
    return sum;
}

template <stance_schema S>
std::vector<shift> shifts_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked,
                              change_options const& options) {
    validate(options);
    reading<S> const record(g, asked);
    auto const phases = phases_of(record, candidates_or_inherited(record, who, target));
    auto bounds = changes_of(phases, options);
    bounds.insert(bounds.begin(), 0);
    bounds.push_back(phases.size());
    std::vector<shift> result;
    for (std::size_t i = 1; i + 1 < bounds.size(); ++i) {
        auto const& old = phases[bounds[i] - 1];
        auto const& fresh = phases[bounds[i]];
        shift s{old.when,
                fresh.when,
                in_force(phases, bounds[i - 1], bounds[i]),
                in_force(phases, bounds[i], bounds[i + 1]),
                {},
                old.attitude,
                fresh.attitude};
        std::set_symmetric_difference(old.in_force.begin(), old.in_force.end(), fresh.in_force.begin(),
                                      fresh.in_force.end(), std::back_inserter(s.between));
        result.push_back(std::move(s));
    }
    return result;
}

} // namespace detail

/// When a position changed: every change of attitude between moments of the position in force. The end of evidence is a
/// moment, too. Within eight or more moments of one attitude, statistics find further changes.
///
/// An opponent since 2001 and supporter since 2020 made one shift, however often the support was said again.
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading; `at` restricts to what holds then
/// @param options how changes within one attitude are sought
/// @return in order of time; empty if it did not change as far as is recorded
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options, or a node that cannot take part in a position
/// @par Complexity
/// O(d r log r) for r relations between those concerned and d moments, and that of `change_points` over them
template <stance_schema S>
[[nodiscard]] std::vector<shift> shifts(typed_graph<S> const& g, position_holder<S> auto who,
                                        position_target<S> auto target, lens const& asked = {},
                                        change_options const& options = {}) {
    return detail::shifts_any(g, any_node(who), any_node(target), asked, options);
}

} // namespace geostance
