// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/vote/vote_portfolios.hpp and data/alliance/alliance_portfolios.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/alliance/alliance_portfolios.hpp> // IWYU pragma: export
#include <geostance/data/vote/vote_portfolios.hpp>         // IWYU pragma: export
