// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/state/year_span.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/state/year_span.hpp> // IWYU pragma: export
