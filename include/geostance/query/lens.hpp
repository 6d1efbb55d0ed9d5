// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/position/lens.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/position/lens.hpp> // IWYU pragma: export
