// SPDX-License-Identifier: BSL-1.0
/// @file
/// The version of the library. Packages that repeat it are held to it by a test.
#pragma once

/// The major version; see semver.org.
#define GEOSTANCE_VERSION_MAJOR 0
/// The minor version.
#define GEOSTANCE_VERSION_MINOR 2
/// The patch version.
#define GEOSTANCE_VERSION_PATCH 0
