// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/event/read_events.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/event/read_events.hpp> // IWYU pragma: export
