// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to optimum/search_progress.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/optimum/search_progress.hpp> // IWYU pragma: export
