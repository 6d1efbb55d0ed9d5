// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/network/position_similarity.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/network/position_similarity.hpp> // IWYU pragma: export
