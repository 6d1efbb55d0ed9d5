// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a graph gained from a table, and what did not map.
#pragma once

#include <geostance/data/state/crosswalk.hpp>
#include <geostance/graph/names.hpp>

#include <cstddef>
#include <map>

namespace geostance::io {

/// What a graph gained from a table.
struct add_report {
    std::size_t nodes = 0;     ///< how many nodes were added
    std::size_t relations = 0; ///< how many relations were added
    /// the codes and names that neither the crosswalk nor the graph knows, and why; their states are in the graph under
    /// the table's own codes. A withdrawn code is taken for the only polity that ever had it
    std::map<code, crosswalk_status> unmapped{};
};

} // namespace geostance::io
