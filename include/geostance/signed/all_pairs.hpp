// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to similarity/all_pairs.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/similarity/all_pairs.hpp> // IWYU pragma: export
