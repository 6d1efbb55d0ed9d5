// SPDX-License-Identifier: BSL-1.0
/// @file
/// How far a record is from balance, period by period: one figure each, with its bounds and its ties.
#pragma once

#include <geostance/optimum/frustration_index.hpp>
#include <geostance/optimum/line_index.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/position/coverage.hpp>

#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace geostance {

/// The balance of one day, month or year.
struct balance_moment {
    date when{};                          ///< the day, month or year
    projection ties{};                    ///< the signed graph of that time, with the way back to the record
    bounds frustration{};                 ///< the bounds of its frustration index, and the camps
    certainty covered = certainty::maybe; ///< whether the sources cover that time; see `coverage_of`
    /// F = 1 - 2 L / m at the upper bound of L: 1 if balanced; NaN without ties, as nothing recorded is not harmony
    double balance = std::numeric_limits<double>::quiet_NaN();
};

/// How balanced the signed graph of a record's holders is at each of some times.
/// @param g the record
/// @param times days, months or years, in any order
/// @param asked the reading; its `at` is replaced by each of the times
/// @param options limits of each search
/// @return one moment for each time, in the order given
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for an unknown or open date, a field of the lens, or an option out of range
/// @par Complexity
/// for each time that of `project` and `frustration_index`
/// @par Source
/// One figure for each period: Doreian, P. and Mrvar, A. (2015). Structural balance and signed international relations.
/// Journal of Social Structure 16, 1-49. The normalisation: see `normalised_frustration`.
template <stance_schema S>
[[nodiscard]] std::vector<balance_moment> balance_through_time(typed_graph<S> const& g, std::span<date const> times,
                                                               lens asked = {}, search_options const& options = {}) {
    std::vector<balance_moment> result;
    result.reserve(times.size());
    for (auto const when : times) {
        asked.at = when;
        balance_moment now{when, project(g, asked), {}, coverage_of(g, asked).covered};
        now.frustration = frustration_index(now.ties.graph, options);
        if (double const total = now.ties.graph.total_weight(); total > 0)
            now.balance = normalised_frustration(now.frustration.upper, total);
        result.push_back(std::move(now));
    }
    return result;
}

} // namespace geostance
