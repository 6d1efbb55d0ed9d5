// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/group/obligations.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/group/obligations.hpp> // IWYU pragma: export
