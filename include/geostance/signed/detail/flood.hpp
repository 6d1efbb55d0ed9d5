// SPDX-License-Identifier: BSL-1.0
/// @file
/// Walks a graph part by part.
#pragma once

#include <cstdint>
#include <vector>

namespace geostance::detail {

/// Calls begin(root) for each vertex in ascending order; where that is true, calls expand(v, reached) for the root and
/// for every vertex that is put into `reached` on the way. Both keep track of what they have seen.
template <class Begin, class Expand>
void flood(std::uint32_t vertices, Begin begin, Expand expand) {
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t root = 0; root < vertices; ++root) {
        if (!begin(root)) continue;
        waiting.push_back(root);
        while (!waiting.empty()) {
            auto const v = waiting.back();
            waiting.pop_back();
            expand(v, waiting);
        }
    }
}

} // namespace geostance::detail
