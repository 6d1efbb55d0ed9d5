// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/event/ledger.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/event/ledger.hpp> // IWYU pragma: export
