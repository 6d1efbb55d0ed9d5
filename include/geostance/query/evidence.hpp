// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/position/evidence.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/position/evidence.hpp> // IWYU pragma: export
