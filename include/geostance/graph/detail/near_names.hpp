// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is near a name that is unknown.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other,
/// letters of either case being equal (Damerau 1964, restricted form). O(|a| |b|).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            bool const same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

/// Collects the names most like one that is unknown.
class near_names {
public:
    explicit near_names(std::string_view unknown) : unknown_(unknown) {}

    void consider(std::string_view known) {
        constexpr std::size_t longest = 200; // a longer text is no slip of the pen, and would cost its square
        if (unknown_.size() > longest) return;
        const std::size_t most_edits = std::max<std::size_t>(1, (unknown_.size() + 1) / 3);
        auto const gap = std::max(known.size(), unknown_.size()) - std::min(known.size(), unknown_.size());
        if (gap > most_edits) return;
        auto const edits = edit_distance(unknown_, known);
        if (edits <= most_edits) close_.emplace_back(edits, known);
    }

    /// At most three, nearest first.
    [[nodiscard]] std::vector<std::string> take() {
        constexpr std::size_t most_names = 3;
        std::sort(close_.begin(), close_.end());
        close_.erase(std::unique(close_.begin(), close_.end()), close_.end());
        if (close_.size() > most_names) close_.resize(most_names);
        std::vector<std::string> names;
        for (auto& entry : close_) names.push_back(std::move(entry.second));
        return names;
    }

private:
    std::string_view unknown_;
    std::vector<std::pair<std::size_t, std::string>> close_;
};

} // namespace geostance::detail
