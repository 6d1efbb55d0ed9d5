// SPDX-License-Identifier: BSL-1.0
/// @file
/// Boost.Graph's edge descriptor of a signed graph.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace geostance {

/// A tie of a signed_graph as Boost.Graph sees it from one end. Equal are those that join the same two vertices.
struct signed_edge {
    std::uint32_t source = 0; ///< the end from which it is seen
    std::uint32_t target = 0; ///< the other end
    std::uint32_t arc = 0;    ///< its place in the row of `source`

    /// @return both ends, the lower first
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> ends() const noexcept {
        return {std::min(source, target), std::max(source, target)};
    }
    friend bool operator==(signed_edge a, signed_edge b) noexcept { return a.ends() == b.ends(); }
    friend bool operator<(signed_edge a, signed_edge b) noexcept { return a.ends() < b.ends(); }
};

} // namespace geostance

/// @cond
template <>
struct std::hash<geostance::signed_edge> {
    std::size_t operator()(geostance::signed_edge e) const noexcept {
        auto const [u, v] = e.ends();
        return std::hash<std::uint64_t>{}(std::uint64_t{u} << 32U | v);
    }
};
/// @endcond
