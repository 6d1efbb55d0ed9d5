// SPDX-License-Identifier: BSL-1.0
/// @file
/// Alliances as portfolios, to be compared by the measures in similarity/.
#pragma once

#include <geostance/data/alliance/alliances.hpp>
#include <geostance/data/alliance/pledge_policy.hpp>
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/error.hpp>
#include <geostance/similarity/all_pairs.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io {

/// What each member of the state system had pledged to each other member in a year. Each member has a row and a column,
/// by its Correlates of War number. Values come from the policy; the diagonal is 1, as is usual; a pair without a
/// pledge has 0, and a pair whose rows were skipped has no value, as its pledges are unknown.
/// @param table what a file says, its states by number of the Correlates of War
/// @param year the year
/// @param policy makes values of pledges; those without a value count as 0
/// @param levels the values that the policy makes, 0 and 1 among them; the rankings make thirds
/// @return the portfolios
/// @throws invalid_value if the table or the list of members does not cover the year, a value is not among the levels,
///         or the policy has no function
/// @par Complexity
/// O(n log n + m^2) for m members
/// @par Source
/// Signorino, C. S. and Ritter, J. M. (1999). Tau-b or not tau-b: measuring the similarity of foreign policy positions.
/// International Studies Quarterly 43, 115-144, doi:10.1111/0020-8833.00113.
[[nodiscard]] inline portfolio_matrix alliance_portfolios(alliance_table const& table, int year,
                                                          pledge_policy const& policy = cow_ranking(),
                                                          std::vector<double> levels = {0, 1.0 / 3, 2.0 / 3, 1}) {
    validate(policy);
    date const when = std::chrono::year(year);
    std::map<std::string, std::size_t, std::less<>> members;
    std::vector<std::string> names;
    for (auto const& p : crosswalk::all()) {
        auto const member = p.in_state_system(when);
        if (!member) throw invalid_value("alliance_portfolios.year", std::to_string(year), "a year from 1816 to 2016");
        if (*member == certainty::no) continue;
        names.push_back(p.key_code().value);
        members.emplace(names.back(), names.size() - 1);
    }
    auto const size = names.size();
    portfolio_matrix result(std::move(names), size, std::move(levels));
    std::vector<std::uint32_t> listed;
    for (auto const& name : result.names()) listed.push_back(table.states.find({std::string(scheme::cow), name}));
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            if (i == j || !detail::is_incomplete(table, listed[i], listed[j])) result.set(i, j, i == j ? 1 : 0);
    for (auto const& pair : pledged_pairs(table, {year, year})) {
        auto const a = members.find(table.states[pair.a].id.value);
        auto const b = members.find(table.states[pair.b].id.value);
        auto const value = policy.value(pair.pledges);
        if (a == members.end() || b == members.end() || !value) continue;
        result.set(a->second, b->second, *value);
        result.set(b->second, a->second, *value);
    }
    return result;
}

} // namespace geostance::io
