// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#ifndef GEOSTANCE_PYTHON
#define GEOSTANCE_PYTHON "python3"
#endif

namespace geostance::testing {

/// Runs tests/io/SCRIPT with a Python library and further arguments.
/// @return whether it ran; false, and said so, where the library is not installed
inline bool run_peer(std::string const& script, std::string const& library, std::string const& arguments) {
    constexpr int library_missing = 77;
    constexpr int no_such_command = 127;
    auto const command =
        GEOSTANCE_PYTHON " " GEOSTANCE_SOURCE_DIR "/tests/io/" + script + ' ' + library + ' ' + arguments;
    auto const status = std::system(command.c_str()); // NOLINT(concurrency-mt-unsafe)
    if (status == library_missing * 256 || status == no_such_command * 256) {
        MESSAGE("skipped: python3 or " << library << " is not installed");
        return false;
    }
    CAPTURE(command);
    REQUIRE(status == 0);
    return true;
}

} // namespace geostance::testing
