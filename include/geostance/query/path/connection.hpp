// SPDX-License-Identifier: BSL-1.0
/// @file
/// A chain of relations between two nodes, and which chains are sought.
#pragma once

#include <geostance/graph/handle.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace geostance {

/// A chain of relations between two nodes; each may be passed in either direction.
struct connection {
    std::vector<any_node> nodes{};         ///< from the first to the last
    std::vector<any_relation> relations{}; ///< one fewer
    double strength = 1;                   ///< the product of the relations' strengths, in (0, 1]
    int sign = 1; ///< the product of their signs: 1 or -1; relations without a value count as 1
};

/// Which connections are sought.
struct connections_options {
    std::size_t max_connections = 3;       ///< the most that are returned; at least 1
    bool only_signed = false;              ///< only relations with a value other than 0
    std::vector<std::string_view> types{}; ///< only relation types of these names, for example `stance`; empty = all
    std::size_t longest = 8;               ///< the most relations in one connection; at least 1
};

} // namespace geostance
