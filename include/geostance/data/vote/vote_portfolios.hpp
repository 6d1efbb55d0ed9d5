// SPDX-License-Identifier: BSL-1.0
/// @file
/// Votes as portfolios, to be compared by the measures in similarity/.
#pragma once

#include <geostance/data/vote/votes.hpp>
#include <geostance/error.hpp>
#include <geostance/similarity/all_pairs.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io {

/// The votes in some roll calls: a row for each voter, by the value of its code, and a column for each roll call;
/// levels no 0, abstain 0.5, yes 1. A voter that took no part, or is not in the file, has no value.
/// @param table what a file says
/// @param calls positions of roll calls, as `roll_calls_in` gives them
/// @return the portfolios
/// @throws invalid_value for a position without a roll call
/// @par Complexity
/// O(number of votes + number of voters * number of roll calls / 64)
[[nodiscard]] inline portfolio_matrix vote_portfolios(voting_table const& table,
                                                      std::vector<std::uint32_t> const& calls) {
    constexpr auto unasked = static_cast<std::size_t>(-1);
    std::vector<std::size_t> columns(table.roll_calls.size(), unasked);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (calls[i] >= columns.size())
            throw invalid_value("calls", std::to_string(calls[i]), "the position of a roll call");
        columns[calls[i]] = i;
    }
    std::vector<std::string> names;
    for (auto const& voter : table.voters) names.push_back(voter.id.value);
    portfolio_matrix result(std::move(names), calls.size(), {0, 0.5, 1});
    for (auto const& v : table.votes)
        if (auto const level = level_of(v.vote); level && columns[v.roll_call] != unasked)
            result.set(v.voter, columns[v.roll_call], *level);
    return result;
}

} // namespace geostance::io
