// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/group/obligations.hpp and query/position/contradictions.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/group/obligations.hpp>       // IWYU pragma: export
#include <geostance/query/position/contradictions.hpp> // IWYU pragma: export
