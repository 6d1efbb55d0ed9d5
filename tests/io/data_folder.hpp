// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>

/// The folder of real data, if there is one; says so if not.
inline std::optional<std::string> data_folder() {
    if (char const* const path = std::getenv("GEOSTANCE_DATA")) return path;
    MESSAGE("skipped: GEOSTANCE_DATA is not set");
    return std::nullopt;
}
