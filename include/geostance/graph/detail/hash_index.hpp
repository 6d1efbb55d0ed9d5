// SPDX-License-Identifier: BSL-1.0
/// @file
/// From hashes to places: what tables whose entries stand in a vector are searched by.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/spread.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace geostance::detail {

/// One hash of two, which tells their order.
[[nodiscard]] inline std::size_t combined(std::size_t first, std::size_t second) noexcept {
    return spread(first) + second;
}

/// From hashes to places in a vector that belongs to somebody else: a hash table with open addressing, one class for
/// entries of all types.
class hash_index {
public:
    /// The place of the entry with that hash for which `is_it(place)` holds, or `none`.
    template <class IsIt>
    [[nodiscard]] std::size_t find(std::size_t hash, IsIt is_it, std::size_t none) const {
        if (slots_.empty()) return none;
        auto const tag = mixed(hash);
        for (auto at = home(tag); slots_[at].place != free; at = next(at))
            if (slots_[at].tag == tag && is_it(slots_[at].place)) return slots_[at].place;
        return none;
    }

    /// Adds an entry that is not there yet.
    /// @param place less than 2^32 - 1
    void add(std::size_t hash, std::size_t place) {
        if (4 * (used_ + 1) > 3 * slots_.size()) grow();
        enter({mixed(hash), static_cast<std::uint32_t>(place)});
        ++used_;
    }

    [[nodiscard]] bool empty() const noexcept { return used_ == 0; }

private:
    static constexpr std::uint32_t free = UINT32_MAX;
    struct slot {
        std::uint32_t tag = 0;
        std::uint32_t place = free;
    };

    static std::uint32_t mixed(std::size_t hash) noexcept { return static_cast<std::uint32_t>(spread(hash) >> 32U); }
    [[nodiscard]] std::size_t home(std::uint32_t tag) const noexcept { return tag & (slots_.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t at) const noexcept { return (at + 1) & (slots_.size() - 1); }

    void enter(slot const& s) noexcept {
        auto at = home(s.tag);
        while (slots_[at].place != free) at = next(at);
        slots_[at] = s;
    }
    [[gnu::noinline]] void grow() {
        lean_vector<slot> old(std::max<std::size_t>(32, 2 * slots_.size()));
        old.swap(slots_);
        for (auto const& s : old)
            if (s.place != free) enter(s);
    }

    lean_vector<slot> slots_;
    std::size_t used_ = 0;
};

} // namespace geostance::detail
