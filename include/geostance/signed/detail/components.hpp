// SPDX-License-Identifier: BSL-1.0
/// @file
/// The connected components of the compact form, and the graph of one of them.
#pragma once

#include <geostance/signed/detail/flood.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace geostance::detail {

/// The vertices of each component, ascending; components by least vertex. Ties for which `passes` is false are left
/// out.
template <class Passes>
std::vector<std::vector<std::uint32_t>> components(signed_graph const& g, Passes passes) {
    std::vector<std::vector<std::uint32_t>> result;
    std::vector<bool> seen(g.num_vertices());
    auto const begin = [&](std::uint32_t root) {
        if (seen[root]) return false;
        seen[root] = true;
        result.push_back({root});
        return true;
    };
    flood(g.num_vertices(), begin, [&](std::uint32_t u, std::vector<std::uint32_t>& reached) {
        for (auto const word : row_of(g, u)) {
            auto const v = neighbour_in(word);
            if (seen[v] || !passes(u, word)) continue;
            seen[v] = true;
            reached.push_back(v);
            result.back().push_back(v);
        }
    });
    for (auto& members : result) std::sort(members.begin(), members.end());
    return result;
}

inline std::vector<std::vector<std::uint32_t>> components(signed_graph const& g) {
    return components(g, [](auto, auto) { return true; });
}

/// The graph among some vertices, given in ascending order and numbered so.
inline signed_graph induced(signed_graph const& g, std::vector<std::uint32_t> const& members) {
    std::vector<signed_tie> ties;
    auto const number = [&](std::uint32_t v) {
        return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), v) - members.begin());
    };
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        for (auto a = g.first_arc(members[i]); a < g.first_arc(members[i] + 1); ++a) {
            auto const v = g.neighbour(a);
            if (v < members[i] || !std::binary_search(members.begin(), members.end(), v)) continue;
            ties.push_back({i, number(v), g.weight(a)});
        }
    }
    return {members.size(), ties};
}

} // namespace geostance::detail
