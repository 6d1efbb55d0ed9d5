// SPDX-License-Identifier: BSL-1.0
/// @file
/// The index from names and codes to the nodes that bear them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance::detail {

/// From hashes of names to the nodes that bear them: a hash table with open addressing that keeps eight bytes an entry,
/// and leaves it to the caller to look the name itself up in the node.
class name_index {
public:
    /// Makes room for further entries.
    void make_room(std::size_t further) {
        if (4 * (used_ + further) <= 3 * entries_.size()) return;
        auto size = std::max<std::size_t>(16, entries_.size());
        while (4 * (used_ + further) > 3 * size) size *= 2;
        std::vector<entry> old(size);
        old.swap(entries_);
        for (auto const& e : old)
            if (e.bearer_plus_1 != 0) entries_[free_place(e.hash)] = e;
    }

    /// Adds an entry, for which room was made.
    void add(std::size_t hash, std::uint32_t bearer) noexcept {
        entries_[free_place(folded(hash))] = {folded(hash), bearer + 1};
        ++used_;
    }

    /// Calls f with each node that may bear the name of that hash, in no particular order and perhaps more than once.
    template <class F>
    void for_each_candidate(std::size_t hash, F f) const {
        if (entries_.empty()) return;
        auto const mask = entries_.size() - 1;
        for (auto at = folded(hash) & mask; entries_[at].bearer_plus_1 != 0; at = (at + 1) & mask)
            if (entries_[at].hash == folded(hash)) f(entries_[at].bearer_plus_1 - 1);
    }

private:
    struct entry {
        std::uint32_t hash = 0;
        std::uint32_t bearer_plus_1 = 0; ///< 0 = the place is free
    };

    static std::uint32_t folded(std::size_t hash) noexcept {
        auto const wide = std::uint64_t{hash};
        return static_cast<std::uint32_t>(wide ^ wide >> 32U);
    }
    [[nodiscard]] std::size_t free_place(std::uint32_t hash) const noexcept {
        auto const mask = entries_.size() - 1;
        auto at = hash & mask;
        while (entries_[at].bearer_plus_1 != 0) at = (at + 1) & mask;
        return at;
    }

    std::vector<entry> entries_;
    std::size_t used_ = 0;
};

} // namespace geostance::detail
