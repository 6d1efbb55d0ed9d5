// SPDX-License-Identifier: BSL-1.0
/// @file
/// Renamed in 0.2: `search_options` and `bounds` serve frustration and camps alike, and the number of camps is an
/// argument of `camps`; this header goes in 0.3.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/search_options.hpp>

namespace geostance {

using camps_result = bounds; ///< now bounds

} // namespace geostance
