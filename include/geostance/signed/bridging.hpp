// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who stands between camps: ties within each vertex's camp and across, and who has friends in more than one.
#pragma once

#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/check_camps.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace geostance {

/// How a vertex is tied to its own camp and to others.
struct bridge {
    std::uint32_t friends_within = 0;   ///< friendly ties in its own camp
    std::uint32_t friends_across = 0;   ///< friendly ties to other camps
    std::uint32_t enemies_within = 0;   ///< hostile ties in its own camp
    std::uint32_t enemies_across = 0;   ///< hostile ties to other camps
    std::uint32_t camps_of_friends = 0; ///< camps in which it has friends, its own included
    /// How evenly its friends are spread over camps: 1 - sum of squared shares, 0 where all are in one camp; empty
    /// without friends.
    std::optional<double> participation{};

    /// @return whether it has friends in more than one camp, and so could mediate
    [[nodiscard]] bool mediates() const noexcept { return camps_of_friends > 1; }
};

/// How each vertex of a compact graph is tied to some camps.
/// @param g the graph
/// @param camp the camp of each vertex, any numbers
/// @return one element a vertex
/// @throws invalid_value where there are not as many camps as vertices
/// @par Complexity
/// O(V + E log of the number of camps)
/// @par Source
/// Participation, here on friendly ties: Guimera, R. and Amaral, L. A. N. (2005). Functional cartography of complex
/// metabolic networks. Nature 433, 895-900, doi:10.1038/nature03288.
[[nodiscard]] inline std::vector<bridge> bridging(signed_graph const& g, camp_assignment const& camp) {
    detail::check_camps(g, camp);
    std::vector<bridge> result(g.num_vertices());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        auto& b = result[v];
        std::map<std::uint32_t, double> friends; // by camp
        for (auto const word : detail::row_of(g, v)) {
            auto const other = camp[detail::neighbour_in(word)];
            auto const within = other == camp[v];
            if (detail::negative_in(word)) {
                ++(within ? b.enemies_within : b.enemies_across);
            } else {
                ++(within ? b.friends_within : b.friends_across);
                ++friends[other];
            }
        }
        b.camps_of_friends = static_cast<std::uint32_t>(friends.size());
        if (friends.empty()) continue;
        double squares = 0;
        for (auto const& [number, count] : friends) squares += count * count;
        auto const all = static_cast<double>(b.friends_within) + b.friends_across;
        b.participation = 1 - squares / (all * all);
    }
    return result;
}

/// How each vertex of an undirected Boost.Graph graph is tied to some camps.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param camp the camp of each vertex, as get(boost::vertex_index, g) numbers them
/// @return one element a vertex
/// @throws invalid_value where there are not as many camps as vertices, and as for compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] std::vector<bridge> bridging(G const& g, Weight const& weight, camp_assignment const& camp) {
    return bridging(compress(g, weight), camp);
}

} // namespace geostance
