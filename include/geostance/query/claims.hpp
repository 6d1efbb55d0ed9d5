// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/claim/claims.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/claim/claims.hpp> // IWYU pragma: export
