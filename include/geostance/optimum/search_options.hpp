// SPDX-License-Identifier: BSL-1.0
/// @file
/// How hard to search for camps.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/optimum/search_progress.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>

namespace geostance {

/// How hard to search for camps. Every limit leaves valid bounds.
struct search_options {
    double time_limit = 60;         ///< seconds, above 0; infinity for none
    std::size_t node_limit = 10000; ///< nodes of branch and bound; 0 for none of it
    std::size_t rounds = 30;        ///< rounds of local search, at least 1; more while time and nodes are left
    std::uint64_t seed = 1;         ///< of the random choices
    /// how many threads search. They share three steps: improving two camps made out of good ones; finding cycles for
    /// the linear program; and, for camps of any number, packing cycles beside improving the camps, on two threads. All
    /// other steps use one thread. 0 = as many as the machine has, at most 1024. The result does not depend on it,
    /// unless the time limit ends the search or a step of it: each has a share of the time
    std::size_t threads = 1;
    /// Asked from time to time whether to stop, by any of the threads, but by one at a time, and not while progress is
    /// reported. Empty: never.
    std::function<bool()> stop{};
    /// Called from time to time with the bounds so far, by the caller's thread alone. Empty: nothing is reported.
    std::function<void(search_progress const&)> progress{};
};

/// Checks the limits.
/// @param options the options
/// @throws invalid_value for a time limit that is not above 0, or for no rounds
/// @par Complexity
/// O(1)
inline void validate(search_options const& options) {
    if (!(options.time_limit > 0))
        throw invalid_value("search_options.time_limit", detail::number_text(options.time_limit),
                            "a number of seconds above 0");
    if (options.rounds == 0) throw invalid_value("search_options.rounds", "0", "at least 1");
}

} // namespace geostance
