// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to optimum/camps_options.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/optimum/camps_options.hpp> // IWYU pragma: export
