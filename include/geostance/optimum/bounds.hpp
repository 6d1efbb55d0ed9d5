// SPDX-License-Identifier: BSL-1.0
/// @file
/// The result of a search for camps: bounds of the least weight against any camps, with their proofs.
#pragma once

#include <geostance/optimum/dual_bound.hpp>
#include <geostance/optimum/packed_cycle.hpp>
#include <geostance/optimum/search_progress.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/tie_report.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance {

/// Bounds of the least weight that camps leave against them, with the camps and cycles that prove them.
struct bounds {
    double lower = 0; ///< all such camps leave at least this much weight against them
    double upper = 0; ///< the weight that `camp` leaves against it
    /// Whether the bounds meet, so that no camps are better. This is exact in small networks, and where the weights are
    /// multiples of a power of two and add up to at most 2^60 of it; otherwise, and for decimal fractions, it holds
    /// within 1e-9 of the cost of the best camps, apart from loops and opposite edges.
    bool exact = false;
    camp_assignment camp{};               ///< the best camps found
    std::size_t camps = 0;                ///< how many there are
    std::vector<std::uint32_t> against{}; ///< ties against the camps: positions of their edges among those given
    /// Cycles that together use no tie beyond its weight; their amounts may be fractions. For two camps each has an odd
    /// number of hostile ties, for more camps exactly one.
    std::vector<packed_cycle> packing{};
    double packed = 0;                         ///< their sum: the part of `lower` that they prove alone
    std::vector<dual_bound> dual{};            ///< dense parts in which a matrix proves more: check_dual()
    std::size_t nodes = 0;                     ///< nodes of branch and bound
    double seconds = 0;                        ///< how long it took
    stop_reason stopped = stop_reason::proven; ///< why it ended
    tie_report ties{};                         ///< what was merged and dropped
};

} // namespace geostance
