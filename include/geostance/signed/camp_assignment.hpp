// SPDX-License-Identifier: BSL-1.0
/// @file
/// The one type of camps: what every algorithm that divides vertices returns, and what every question about a division
/// takes.
#pragma once

#include <cstdint>
#include <vector>

namespace geostance {

/// The camp of each vertex, by vertex number. Camps found by this library are numbered from 0, in the order of their
/// lowest vertices.
using camp_assignment = std::vector<std::uint32_t>;

} // namespace geostance
