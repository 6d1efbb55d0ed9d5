// SPDX-License-Identifier: BSL-1.0
/// @file
/// A sort that takes little to compile.
#pragma once

#include <geostance/detail/lean_vector.hpp>

#include <algorithm>
#include <cstddef>

namespace geostance::detail {

/// Sorts; what is equal stays in order. Each `std::sort` has some forty functions compiled, this one and a comparison:
/// short runs are sorted by insertion and then merged, unless they are in order already.
/// @par Complexity
/// O(n log n); linear if all is in order
template <class T, class Less>
[[gnu::noinline]] void sort(T* first, T* last, Less less) {
    constexpr std::size_t run = 16;
    auto const size = static_cast<std::size_t>(last - first);
    for (std::size_t i = 1; i < size; ++i) {
        if (i % run == 0 || !less(first[i], first[i - 1])) continue;
        T moved = static_cast<T&&>(first[i]);
        auto to = i;
        for (; to % run != 0 && less(moved, first[to - 1]); --to) first[to] = static_cast<T&&>(first[to - 1]);
        first[to] = static_cast<T&&>(moved);
    }
    lean_vector<T> left;
    for (auto width = run; width < size; width *= 2)
        for (auto middle = width; middle < size; middle += 2 * width) {
            if (!less(first[middle], first[middle - 1])) continue;
            auto to = middle - width;
            auto const end = std::min(middle + width, size);
            left.clear();
            left.reserve(width);
            for (auto i = to; i < middle; ++i) left.push_back(static_cast<T&&>(first[i]));
            auto right = middle;
            for (std::size_t i = 0; i < left.size();) {
                bool const takes_right = right < end && less(first[right], left[i]);
                first[to++] = static_cast<T&&>(takes_right ? first[right++] : left[i++]);
            }
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
