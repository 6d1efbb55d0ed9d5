// SPDX-License-Identifier: BSL-1.0
/// @file
/// A small generator of random numbers whose sequence is fixed for a seed on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance::detail {

/// A small generator whose sequence is fixed for a seed on every platform: splitmix64.
/// @par Source
/// Steele, G. L., Lea, D. and Flood, C. H. (2014). Fast splittable pseudorandom number generators. OOPSLA 2014,
/// 453-472, doi:10.1145/2660193.2660195.
class random_source {
public:
    explicit random_source(std::uint64_t seed) : state_(seed) {}
    std::uint64_t operator()() noexcept {
        state_ += 0x9e3779b97f4a7c15ULL;
        auto z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// Below n.
    std::uint32_t below(std::size_t n) noexcept { return static_cast<std::uint32_t>(((*this)() >> 32U) * n >> 32U); }
    template <class Container>
    void shuffle(Container& items) noexcept {
        for (auto i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::uint64_t state_;
};

} // namespace geostance::detail
