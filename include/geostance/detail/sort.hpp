// SPDX-License-Identifier: BSL-1.0
/// @file
/// A sort that takes little to compile.
#pragma once

#include <geostance/detail/lean_vector.hpp>

#include <cstddef>

namespace geostance::detail {

/// Sorts; what is equal stays in order. Each `std::sort` has some forty functions compiled, this one and a comparison:
/// runs that are in order already are found, short ones are lengthened by insertion, and neighbours are merged.
/// @par Complexity
/// O(n log n); O(n log r) for r runs in order
template <class T, class Less>
[[gnu::noinline]] void sort(T* first, T* last, Less less) {
    constexpr std::size_t least_run = 16;
    auto const size = static_cast<std::size_t>(last - first);
    lean_vector<std::size_t> ends; // of runs, where there are several
    for (std::size_t i = 0; i < size;) {
        auto const begin = i++;
        while (i < size && !less(first[i], first[i - 1])) ++i;
        for (; i < size && i - begin < least_run; ++i) {
            T moved = static_cast<T&&>(first[i]);
            auto to = i;
            for (; to > begin && less(moved, first[to - 1]); --to) first[to] = static_cast<T&&>(first[to - 1]);
            first[to] = static_cast<T&&>(moved);
        }
        if (i < size || !ends.empty()) ends.push_back(i);
    }
    lean_vector<T> left;
    while (ends.size() > 1) {
        std::size_t merged = 0, to = 0;
        for (std::size_t run = 0; run < ends.size(); run += 2) {
            auto right = ends[run];
            auto const end = run + 1 < ends.size() ? ends[run + 1] : right;
            left.clear();
            if (right < end && less(first[right], first[right - 1]))
                for (auto i = to; i < right; ++i) left.push_back(static_cast<T&&>(first[i]));
            for (std::size_t i = 0; i < left.size();) {
                bool const takes_right = right < end && less(first[right], left[i]);
                first[to++] = static_cast<T&&>(takes_right ? first[right++] : left[i++]);
            }
            ends[merged++] = to = end;
        }
        ends.truncate(ends.begin() + merged);
    }
}
struct ascending {
    template <class T>
    bool operator()(T const& a, T const& b) const {
        return a < b;
    }
};
template <class List, class Less = ascending>
void sort(List& list, Less less = {}) {
    sort(list.data(), list.data() + list.size(), less);
}

} // namespace geostance::detail
