// SPDX-License-Identifier: BSL-1.0
/// @file
/// Positions as rows: every question that answers with positions has these columns.
#pragma once

#include "evidence.hpp"

#include <geostance/query/position/position.hpp>

#include <string>
#include <vector>

namespace explorer {

/// A number with two digits after the point, without closing zeros.
std::string rounded(double value);
/// `opposes Panel of Experts: -0.83`; `has no recorded position on Panel of Experts`.
std::string stand(gs::stance_graph const& world, gs::any_node target, gs::position const& held);

/// `who target attitude value weight ...`
std::vector<std::string> position_columns();
/// A position as a row with these columns.
row row_of(gs::stance_graph const& world, gs::any_node who, gs::any_node target, gs::position const& held);

} // namespace explorer
