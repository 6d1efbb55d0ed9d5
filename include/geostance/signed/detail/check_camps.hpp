// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a division into camps is one of a graph's vertices.
#pragma once

#include <geostance/error.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <string>

namespace geostance::detail {

/// @throws invalid_value unless there is one camp for each vertex
inline void check_camps(signed_graph const& g, camp_assignment const& camp) {
    if (camp.size() != g.num_vertices())
        throw invalid_value("camp", std::to_string(camp.size()) + " elements",
                            "one for each of " + std::to_string(g.num_vertices()) + " vertices");
}

} // namespace geostance::detail
