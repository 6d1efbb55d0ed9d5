// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/position/differences.hpp and query/position/words_and_deeds.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/position/differences.hpp>     // IWYU pragma: export
#include <geostance/query/position/words_and_deeds.hpp> // IWYU pragma: export
