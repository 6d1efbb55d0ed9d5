// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is near a name that is unknown.
#pragma once

#include <algorithm>
#include <cstddef>
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
        if (edits <= most_edits) enter(edits, known);
    }

    /// At most three, nearest first.
    [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

private:
    /// Puts a name where it belongs: by its edits, then in order of the alphabet. There are too few to sort otherwise.
    void enter(std::size_t edits, std::string_view name) {
        std::size_t at = 0;
        while (at != names_.size() && (edits_[at] < edits || (edits_[at] == edits && names_[at] < name))) ++at;
        if (at == most_names || (at != names_.size() && names_[at] == name)) return;
        if (names_.size() < most_names) names_.emplace_back();
        for (std::size_t i = names_.size() - 1; i > at; --i) {
            names_[i].swap(names_[i - 1]);
            edits_[i] = edits_[i - 1];
        }
        names_[at] = name;
        edits_[at] = edits;
    }

    static constexpr std::size_t most_names = 3;

    std::string_view unknown_;
    std::vector<std::string> names_;
    std::size_t edits_[most_names] = {}; ///< from the unknown name to each of them
};

} // namespace geostance::detail
