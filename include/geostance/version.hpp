// SPDX-License-Identifier: BSL-1.0
/// @file
/// The version of the library: the only place where it is written.
#pragma once

#define GEOSTANCE_VERSION_MAJOR 0
#define GEOSTANCE_VERSION_MINOR 1
#define GEOSTANCE_VERSION_PATCH 0
