// SPDX-License-Identifier: BSL-1.0
// Camps: the holders of a record in two groups, friends within and enemies across, as far as the ties allow.
#pragma once

#include "print.hpp"
#include <geostance/query/network/project.hpp>
#include <geostance/signed/structural_balance.hpp>

/// The members of each of two camps.
inline std::vector<std::vector<gs::any_node>> camps_of(gs::stance_graph const& world, gs::lens const& asked) {
    auto const ties = project(world, asked);
    auto const found = gs::structural_balance(ties.graph);
    std::vector<std::vector<gs::any_node>> members(2);
    for (std::size_t v = 0; v < ties.holders.size(); ++v) members[found.camp[v]].push_back(ties.holders[v]);
    return members;
}

inline void tell_camps(gs::stance_graph const& world, gs::lens const& asked) {
    for (auto const& camp : camps_of(world, asked)) line(world, camp);
    auto const found = gs::structural_balance(project(world, asked).graph);
    line(found.balanced ? "every tie fits: it is within a camp and for, or across and against"
                        : std::to_string(found.against) + " ties do not fit");
}
