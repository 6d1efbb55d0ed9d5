// SPDX-License-Identifier: BSL-1.0
// How often tests with random input repeat.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace geostance::testing {

/// How many random cases to try: the full number, times GEOSTANCE_TEST_SCALE where that is set, as it is for builds
/// that run slowly; one at least, and at most the full number a hundred times.
inline std::size_t repetitions(std::size_t full) {
    auto const* const scale = std::getenv("GEOSTANCE_TEST_SCALE");
    auto const share = scale == nullptr ? 1 : std::clamp(std::atof(scale), 0.0, 100.0);
    return std::max(std::size_t{1}, static_cast<std::size_t>(static_cast<double>(full) * share));
}

} // namespace geostance::testing
