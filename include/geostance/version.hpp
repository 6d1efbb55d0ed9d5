// SPDX-License-Identifier: BSL-1.0
/// @file
/// The version of the library: the only place where it is written.
#pragma once

/// The major version; see semver.org.
#define GEOSTANCE_VERSION_MAJOR 0
/// The minor version.
#define GEOSTANCE_VERSION_MINOR 2
/// The patch version.
#define GEOSTANCE_VERSION_PATCH 0
