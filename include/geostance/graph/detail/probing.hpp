// SPDX-License-Identifier: BSL-1.0
/// @file
/// How an entry leaves a hash table with linear probing.
#pragma once

#include <cstddef>

namespace geostance::detail {

/// Takes an entry out of a table with linear probing, and moves those that it kept from their homes.
/// @param mask the table's size less one; the size is a power of two
/// @param gap where the entry is
/// @param table says `is_free_at(at)` and `home_of(at)`, does `move(from, to)` and `clear(at)`
/// @par Source
/// Knuth, D. E. (1973). The Art of Computer Programming, volume 3. Addison-Wesley, section 6.4, algorithm R.
template <class Table>
void close_gap(std::size_t mask, std::size_t gap, Table& table) noexcept {
    for (auto at = (gap + 1) & mask; !table.is_free_at(at); at = (at + 1) & mask) {
        auto const steps_from_home = (at - table.home_of(at)) & mask;
        auto const steps_from_gap = (at - gap) & mask;
        if (steps_from_home < steps_from_gap) continue;
        table.move(at, gap);
        gap = at;
    }
    table.clear(gap);
}

} // namespace geostance::detail
