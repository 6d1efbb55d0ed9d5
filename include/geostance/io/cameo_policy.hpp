// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/event/cameo_policy.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/event/cameo_policy.hpp> // IWYU pragma: export
