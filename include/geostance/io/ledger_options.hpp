// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/event/ledger_options.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/event/ledger_options.hpp> // IWYU pragma: export
