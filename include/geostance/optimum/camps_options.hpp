// SPDX-License-Identifier: BSL-1.0
/// @file
/// What camps() is asked, and what it answers.
#pragma once

#include <geostance/optimum/packed_cycle.hpp>
#include <geostance/optimum/search_progress.hpp>
#include <geostance/signed/tie_report.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace geostance {

/// How many camps, and how hard to look for them. Every limit leaves valid bounds.
struct camps_options {
    std::optional<std::size_t> k{}; ///< camps at most, from 1 to the number of vertices; empty: as many as are best
    double time_limit = 60;         ///< seconds, above 0; infinity for none
    std::size_t node_limit = 10000; ///< nodes of branch and bound; 0 for none of it
    std::size_t rounds = 30;        ///< rounds of local search at most, at least 1
    std::uint64_t seed = 1;         ///< of the random choices
    tie_options ties{};             ///< what to do with multi-edges, opposite edges and self-loops
    /// Called from time to time with the bounds so far; false cancels. Empty for none.
    std::function<bool(search_progress const&)> progress{};
};

/// Camps, with bounds of what the best ones leave against them.
struct camps_result {
    double lower = 0;                     ///< no such camps leave less weight against them
    double upper = 0;                     ///< what `camp` leaves against it
    bool exact = false;                   ///< whether the bounds meet: no camps are better
    std::vector<std::uint32_t> camp{};    ///< by vertex number: camps numbered from 0 by their lowest vertex
    std::size_t camps = 0;                ///< how many there are
    std::vector<std::uint32_t> against{}; ///< ties against the camps: positions of their edges among those given
    /// Cycles that share no more of a tie than it weighs: with one negative tie; where k is 2, with an odd number.
    std::vector<packed_cycle> packing{};
    double packed = 0;                         ///< their sum: what of `lower` is proven by them alone
    std::size_t nodes = 0;                     ///< nodes of branch and bound
    double seconds = 0;                        ///< how long it took
    stop_reason stopped = stop_reason::proven; ///< why it ended
    tie_report ties{};                         ///< what was merged and dropped
};

} // namespace geostance
