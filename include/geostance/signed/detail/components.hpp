// SPDX-License-Identifier: BSL-1.0
/// @file
/// The connected components of the compact form, and the graph of one of them.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

// The vertices of each component, ascending; components by least vertex. Ties for which `passes` is false are left out.
template <class Passes>
std::vector<std::vector<std::uint32_t>> components(signed_graph const& g, Passes passes) {
    std::vector<std::vector<std::uint32_t>> result;
    std::vector<std::uint8_t> seen(g.num_vertices());
    for (std::uint32_t root = 0; root < g.num_vertices(); ++root) {
        if (seen[root] != 0) continue;
        seen[root] = 1;
        std::vector<std::uint32_t> members(1, root);
        for (std::size_t head = 0; head < members.size(); ++head) {
            for (auto const word : row_of(g, members[head])) {
                auto const v = neighbour_in(word);
                if (seen[v] != 0 || !passes(members[head], word)) continue;
                seen[v] = 1;
                members.push_back(v);
            }
        }
        std::sort(members.begin(), members.end());
        result.push_back(std::move(members));
    }
    return result;
}

inline std::vector<std::vector<std::uint32_t>> components(signed_graph const& g) {
    return components(g, [](auto, auto) { return true; });
}

// The graph among some vertices, given in ascending order and numbered so.
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
