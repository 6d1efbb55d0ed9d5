// SPDX-License-Identifier: BSL-1.0
/// @file
/// How many letters two texts are apart.
#pragma once

#include <geostance/detail/lean_vector.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace geostance::detail {

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other,
/// letters of either case being equal; no letter is changed twice. O(|a| |b|).
/// @par Source
/// Damerau, F. J. (1964). A technique for computer detection and correction of spelling errors. Communications of the
/// ACM 7, 171-176.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    lean_vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            bool const same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = std::min(std::min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0U : 1U));
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

} // namespace geostance::detail
