// SPDX-License-Identifier: BSL-1.0
/// @file
/// A cycle in a packing: what lower bounds are proven with.
#pragma once

#include <cstdint>
#include <vector>

namespace geostance {

/// Some vertices in a circle and what the cycle takes of the weight of each of its ties. One vertex: a negative
/// self-loop. Two: opposite edges between them.
struct packed_cycle {
    std::vector<std::uint32_t> vertices{}; ///< the numbers of its vertices, in order
    double weight = 1;                     ///< above 0

    friend bool operator==(packed_cycle const&, packed_cycle const&) = default;
};

} // namespace geostance
