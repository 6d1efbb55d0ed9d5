// SPDX-License-Identifier: BSL-1.0
/// @file
/// Moved to optimum/camps.hpp in 0.2; this header goes in 0.3.
#pragma once

#include <geostance/optimum/camps.hpp> // IWYU pragma: export
