// SPDX-License-Identifier: BSL-1.0
/// @file
/// Brings weights near 1, so that products of very small or very large ones neither vanish nor overflow.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>

namespace geostance::detail {

/// A power of two, which multiplies without rounding, that brings the total weight to some number from 1 to 2; the
/// smallest numbers of all only somewhere near. 1 for a graph without ties.
inline double unit_scale(signed_graph const& g) {
    constexpr int most = 1000;
    return g.total_weight() == 0 ? 1 : std::ldexp(1.0, std::min(most, -std::ilogb(g.total_weight())));
}

} // namespace geostance::detail
