// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a long search reports while it runs, and why it ended.
#pragma once

#include <cstddef>
#include <cstdint>

namespace geostance {

/// Why a search ended.
enum class stop_reason : std::uint8_t {
    proven,     ///< the bounds met
    exhausted,  ///< every method that applies has been tried
    time_limit, ///< the time was up
    node_limit, ///< the nodes of branch and bound were used up
    cancelled   ///< the caller's `stop` asked for it
};

/// Where a search is.
struct search_progress {
    double lower = 0;      ///< the lower bound so far
    double upper = 0;      ///< the upper bound so far
    std::size_t nodes = 0; ///< nodes of branch and bound so far
    double seconds = 0;    ///< since the start
};

} // namespace geostance
