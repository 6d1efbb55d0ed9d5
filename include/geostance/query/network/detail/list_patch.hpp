// SPDX-License-Identifier: BSL-1.0
/// @file
/// What comes and goes in a sorted list, done in place.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace geostance::detail {

/// Which places of a list are left, and which are taken by something new. Lists that go side by side are patched alike.
/// @par Complexity
/// O(n) moves for n elements behind the first place concerned; none if nothing comes or goes
struct list_patch {
    std::vector<std::size_t> erased{};   ///< places in the list as it was, ascending
    std::vector<std::size_t> inserted{}; ///< places in the list as it will be, ascending

    [[nodiscard]] bool empty() const noexcept { return erased.empty() && inserted.empty(); }

    /// Makes room, so that `apply` needs no memory.
    template <class T>
    void make_room_in(std::vector<T>& list) const {
        auto const needed = list.size() - erased.size() + inserted.size();
        if (needed > list.capacity()) list.reserve(std::max(needed, list.size() + list.size() / 2));
    }
    /// Patches a list that has room.
    /// @param list the list
    /// @param make called with 0, 1 and so on for what is inserted, last first
    template <class T, class Make>
    void apply(std::vector<T>& list, Make make) const {
        if (!erased.empty()) erase_from(list);
        auto unmoved = list.size();
        list.resize(list.size() + inserted.size());
        auto const at = [&](std::size_t place) { return list.begin() + static_cast<std::ptrdiff_t>(place); };
        auto free = list.size();
        for (auto k = inserted.size(); k-- > 0;) {
            auto const moved = free - inserted[k] - 1;
            std::move_backward(at(unmoved - moved), at(unmoved), at(free));
            unmoved -= moved;
            free = inserted[k];
            list[free] = make(k);
        }
    }

private:
    template <class T>
    void erase_from(std::vector<T>& list) const {
        auto const at = [&](std::size_t place) { return list.begin() + static_cast<std::ptrdiff_t>(place); };
        auto end = at(erased.front());
        for (std::size_t k = 0; k < erased.size(); ++k) {
            auto const last = k + 1 < erased.size() ? erased[k + 1] : list.size();
            end = std::move(at(erased[k] + 1), at(last), end);
        }
        list.erase(end, list.end());
    }
};

} // namespace geostance::detail
