// SPDX-License-Identifier: BSL-1.0
/// @file
/// The direction in which the ties of a directed graph are looked at.
#pragma once

#include <cstdint>

namespace geostance {

/// From whose side the ties of a directed graph are looked at.
enum class tie_direction : std::uint8_t {
    in, ///< the ties that reach a vertex
    out ///< the ties that leave a vertex
};

} // namespace geostance
