// SPDX-License-Identifier: BSL-1.0
/// @file
/// Separate compilation: what one file of a program includes where all others are compiled with
/// `GEOSTANCE_SEPARATE_COMPILATION`. CMake users link `geostance::compiled`, which does both.
#pragma once

#include <geostance/geostance.hpp>

/// `template` while the instantiations are compiled here.
#define GEOSTANCE_INSTANTIATE template
#include <geostance/detail/instantiations.hpp>
#undef GEOSTANCE_INSTANTIATE
