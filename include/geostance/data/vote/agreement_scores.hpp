// SPDX-License-Identifier: BSL-1.0
/// @file
/// Agreement scores of the United Nations: how alike two states voted in a year; and as a signed network.
#pragma once

#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/year_span.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/io/signed_network.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace geostance::io {

/// How alike two states voted in a year.
struct agreement_score {
    std::uint32_t a = 0;              ///< a position in the table's states, less than b
    std::uint32_t b = 0;              ///< a position in the table's states
    int year = 0;                     ///< the year
    double agreement = 0;             ///< in [0, 1]: 1 = always alike
    std::optional<double> distance{}; ///< how far their ideal points are apart, if the file has it
    std::size_t line = 0;             ///< the row's line in the file, the first of two

    friend bool operator==(agreement_score const&, agreement_score const&) = default;
};

/// What a file of agreement scores says.
struct agreement_table {
    listed_states states{};                ///< who is named
    std::vector<agreement_score> scores{}; ///< in the order of the file; at most one of a pair in a year
    year_span coverage{};                  ///< the years that the file has
};

/// The signed network of a year: states that agreed more than is neutral, and states that agreed less. Which score is
/// neutral, no file says: most pairs agree on most votes, so that one half makes nearly everybody friends.
/// @param table what a file says
/// @param year the year
/// @param neutral the score that is neither for nor against, in (0, 1); pairs of just that score get no tie
/// @return the states that have a score in that year by their codes, in the order of the table, and an edge for each
///         pair, of the weight agreement - neutral
/// @throws invalid_value if the table does not cover the year, or for a neutral score out of range
/// @par Complexity
/// O(n log n)
/// @par Source
/// Scores: Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations
/// voting data. Journal of Conflict Resolution 61, 430-456, doi:10.1177/0022002715595700. On agreement that chance
/// alone would give: Macon, K. T., Mucha, P. J. and Porter, M. A. (2012). Community structure in the United Nations
/// General Assembly. Physica A 391, 343-361. To subtract a neutral score is this library's choice.
[[nodiscard]] inline signed_network agreement_network(agreement_table const& table, int year, double neutral) {
    detail::check_covered("agreement_network.year", table.coverage, {year, year});
    if (!(neutral > 0 && neutral < 1))
        throw invalid_value("agreement_network.neutral", geostance::detail::number_text(neutral), "a number in (0, 1)");
    signed_network result;
    std::map<std::uint32_t, std::uint32_t> vertices;
    for (auto const& s : table.scores)
        if (s.year == year)
            for (auto const state : {s.a, s.b}) vertices.try_emplace(state);
    for (auto& [state, vertex] : vertices) {
        vertex = static_cast<std::uint32_t>(result.names.size());
        result.names.push_back(table.states[state].id.value);
    }
    for (auto const& s : table.scores)
        if (s.year == year && s.agreement != neutral)
            result.edges.push_back({vertices.at(s.a), vertices.at(s.b), s.agreement - neutral});
    return result;
}

} // namespace geostance::io
