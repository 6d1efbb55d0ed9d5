// SPDX-License-Identifier: BSL-1.0
// Camps: the holders of a record in two groups, friends within and enemies across, as far as the ties allow.
#pragma once

#include "print.hpp"
#include <geostance/query/network/project.hpp>
#include <geostance/signed/structural_balance.hpp>

inline void tell_camps(gs::stance_graph const& world, gs::lens const& asked) {
    auto const ties = project(world, asked);
    auto const found = gs::structural_balance(ties.graph);
    for (auto const camp : {0U, 1U}) {
        std::vector<gs::any_node> members;
        for (std::size_t v = 0; v < ties.holders.size(); ++v)
            if (found.camp[v] == camp) members.push_back(ties.holders[v]);
        line(world, members);
    }
    line(found.balanced ? "every tie fits: it is within a camp and for, or across and against"
                        : std::to_string(found.against) + " ties do not fit");
}
