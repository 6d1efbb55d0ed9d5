// SPDX-License-Identifier: BSL-1.0
/// @file
/// Renamed in 0.2: `search_options` and `bounds` serve frustration and camps alike; this header goes in 0.3.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/search_options.hpp>

namespace geostance {

using frustration_options = search_options; ///< now search_options
using frustration_result = bounds;          ///< now bounds

} // namespace geostance
