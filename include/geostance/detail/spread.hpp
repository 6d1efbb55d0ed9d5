// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers that differ little are made to differ much: for hash tables and fingerprints.
#pragma once

#include <cstdint>

namespace geostance::detail {

/// Fibonacci hashing: times 2^64 over the golden ratio. The upper bits of the product depend on all bits.
/// @par Source
/// Knuth, D. E. (1973). The Art of Computer Programming, volume 3. Addison-Wesley, section 6.4.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t number) noexcept { return number * 0x9E3779B97F4A7C15U; }

/// A hash with one more number in it; their order matters.
[[nodiscard]] constexpr std::uint64_t mixed_in(std::uint64_t hash, std::uint64_t number) noexcept {
    hash = spread(hash ^ number);
    return hash ^ hash >> 32U;
}

} // namespace geostance::detail
