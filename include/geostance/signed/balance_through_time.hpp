// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to query/network/balance_through_time.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/query/network/balance_through_time.hpp> // IWYU pragma: export
