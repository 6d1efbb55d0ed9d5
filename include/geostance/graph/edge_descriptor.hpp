// SPDX-License-Identifier: BSL-1.0
/// @file
/// Boost.Graph's edge descriptor of a typed graph.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <typeindex> // std::hash, at a tenth of what <functional> costs

namespace geostance {

/// Boost.Graph's edge descriptor of a typed_graph: the ends as vertex descriptors, and the relation's index.
struct edge_descriptor {
    std::uint32_t source = 0; ///< where it begins
    std::uint32_t target = 0; ///< where it ends
    std::uint32_t index = 0;  ///< the relation's place in order of insertion: `g.relation_at(index)`

    friend auto operator<=>(edge_descriptor const&, edge_descriptor const&) = default;
};

} // namespace geostance

/// @cond
template <>
struct std::hash<geostance::edge_descriptor> {
    std::size_t operator()(geostance::edge_descriptor e) const noexcept { return e.index; }
};
/// @endcond
