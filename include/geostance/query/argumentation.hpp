// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/claim/argumentation.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/claim/argumentation.hpp> // IWYU pragma: export
