// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the searches for camps are asked, and what they answer.
#pragma once

#include <geostance/error.hpp>
#include <geostance/optimum/packed_cycle.hpp>
#include <geostance/optimum/search_progress.hpp>
#include <geostance/signed/tie_report.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace geostance {

/// How hard to look. Every limit leaves valid bounds.
struct frustration_options {
    double time_limit = 60;         ///< seconds, above 0; infinity for none
    std::size_t node_limit = 10000; ///< nodes of branch and bound; 0 for none of it
    std::size_t rounds = 30;        ///< rounds of local search at most, at least 1
    std::uint64_t seed = 1;         ///< of the random choices
    tie_options ties{};             ///< what to do with multi-edges, opposite edges and self-loops
    /// Called from time to time with the bounds so far; false cancels. Empty for none.
    std::function<bool(search_progress const&)> progress{};
};

/// Bounds of the frustration index with their proofs.
struct frustration_result {
    double lower = 0;                          ///< no two camps leave less weight against them
    double upper = 0;                          ///< what `camp` leaves against it
    bool exact = false;                        ///< whether the bounds meet: `upper` is the index
    std::vector<std::uint8_t> camp{};          ///< by vertex number: 0 or 1, the lowest of each component in 0
    std::vector<packed_cycle> packing{};       ///< negative cycles that share no more of a tie than it weighs
    double packed = 0;                         ///< their sum: what of `lower` is proven by them alone
    std::size_t nodes = 0;                     ///< nodes of branch and bound
    double seconds = 0;                        ///< how long it took
    stop_reason stopped = stop_reason::proven; ///< why it ended
    tie_report ties{};                         ///< what was merged and dropped
};

namespace detail {

template <class Options>
void check_search_options(Options const& options) {
    if (!(options.time_limit > 0)) {
        throw invalid_value("options.time_limit", std::to_string(options.time_limit), "a number of seconds above 0");
    }
    if (options.rounds == 0) throw invalid_value("options.rounds", "0", "at least 1");
}

} // namespace detail

} // namespace geostance
