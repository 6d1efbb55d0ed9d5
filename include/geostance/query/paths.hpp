// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/path/paths.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/path/paths.hpp> // IWYU pragma: export
