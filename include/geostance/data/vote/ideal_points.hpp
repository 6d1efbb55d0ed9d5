// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ideal points of the United Nations: where a state stands by its votes, estimated for each year.
#pragma once

#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/year_span.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace geostance::io {

/// Where a state stood in a year.
struct ideal_point {
    std::uint32_t state = 0;      ///< a position in the table's states
    int year = 0;                 ///< the year; in a file by session that in which it began, session 1 being of 1946
    double value = 0;             ///< the estimate, mostly in [-3, 3]; only differences mean something
    std::optional<double> low{};  ///< the 5th percentile of the estimate, if the file has it
    std::optional<double> high{}; ///< the 95th percentile of the estimate, if the file has it
    std::optional<int> votes{};   ///< how many votes it rests on, if the file has it
    std::size_t line = 0;         ///< the row's line in the file

    friend bool operator==(ideal_point const&, ideal_point const&) = default;
};

/// What a file of ideal points says.
struct ideal_point_table {
    listed_states states{};            ///< who is named
    std::vector<ideal_point> points{}; ///< in the order of the file; at most one of a state in a year
    year_span coverage{};              ///< the years that the file has
};

/// How far two states were apart in a year.
/// @param table what a file says
/// @param a a position in the table's states
/// @param b a position in the table's states
/// @param year the year
/// @return the absolute difference of their ideal points; nothing where either has none in that year
/// @throws invalid_value if the table does not cover the year
/// @par Complexity
/// O(number of points)
/// @par Source
/// Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting
/// data. Journal of Conflict Resolution 61, 430-456, doi:10.1177/0022002715595700.
[[nodiscard]] inline std::optional<double> ideal_point_distance(ideal_point_table const& table, std::uint32_t a,
                                                                std::uint32_t b, int year) {
    detail::check_covered("ideal_point_distance.year", table.coverage, {year, year});
    std::optional<double> of_a;
    std::optional<double> of_b;
    for (auto const& p : table.points) {
        if (p.year != year) continue;
        if (p.state == a) of_a = p.value;
        if (p.state == b) of_b = p.value;
    }
    return of_a && of_b ? std::optional(std::abs(*of_a - *of_b)) : std::nullopt;
}

} // namespace geostance::io
