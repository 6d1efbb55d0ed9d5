// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/alliance/alliances.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/alliance/alliances.hpp> // IWYU pragma: export
