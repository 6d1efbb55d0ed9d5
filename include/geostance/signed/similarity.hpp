// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to similarity/similarity.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/similarity/similarity.hpp> // IWYU pragma: export
