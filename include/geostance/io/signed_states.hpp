// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to data/dispute/signed_states.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/data/dispute/signed_states.hpp> // IWYU pragma: export
