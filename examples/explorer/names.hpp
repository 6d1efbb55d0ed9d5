// SPDX-License-Identifier: BSL-1.0
/// @file
/// Nodes by any of their names, and names of nodes.
#pragma once

#include <geostance/model/geopolitics.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// The node of whatever type that has a key, a name, an alias, or a code such as `iso3166-1-alpha-3:RUS`.
/// @throws gs::unknown_name with the nearest names; gs::ambiguous_name
geostance::any_node node_named(geostance::stance_graph const& world, std::string_view name);

/// The nodes of several names that are joined by ` + `.
std::vector<geostance::any_node> nodes_named(geostance::stance_graph const& world, std::string_view names);

/// The names of nodes, in their order.
std::vector<std::string> names_of(geostance::stance_graph const& world, std::vector<geostance::any_node> const& nodes);
/// The same in one text: `A, B`; `nobody` if there are none.
std::string listed(geostance::stance_graph const& world, std::vector<geostance::any_node> const& nodes);

/// The type of a node: `actor`.
std::string kind_of(geostance::stance_graph const& world, geostance::any_node n);

} // namespace explorer
