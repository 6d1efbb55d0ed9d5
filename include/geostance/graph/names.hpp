// SPDX-License-Identifier: BSL-1.0
/// @file
/// Names and codes: how nodes are found by what a source calls them, and what is near a name that is unknown.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance {

/// An external code: a value that means something only within its scheme. The same letters name different states in
/// different schemes, so the two never travel apart.
struct code {
    std::string scheme{}; ///< for example `iso3166-1-alpha-3`, `cow`, `cameo`
    std::string value{};  ///< as the scheme writes it; "010" is not "10"

    friend auto operator<=>(code const&, code const&) = default;
};

/// `scheme:value`.
inline std::string to_string(code const& c) { return c.scheme + ':' + c.value; }

namespace detail {

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

/// From names to the nodes that bear them. A name may be borne by several nodes, a node bears a name once.
class name_index {
public:
    /// Adds a bearer under each of its names. If it throws, the index is as it was.
    void add(std::vector<std::string> names, std::uint32_t bearer) {
        std::size_t added = 0;
        try {
            for (; added < names.size(); ++added) add_one(names[added], bearer);
        } catch (...) {
            names.resize(added + 1);
            remove(names, bearer);
            throw;
        }
    }

    /// Takes a bearer back.
    void remove(std::vector<std::string> const& names, std::uint32_t bearer) noexcept {
        for (auto const& name : names) {
            auto const found = bearers_.find(name);
            if (found == bearers_.end()) continue;
            std::erase(found->second, bearer);
            if (found->second.empty()) bearers_.erase(found);
        }
    }

    /// The nodes of that name in order of insertion.
    [[nodiscard]] std::vector<std::uint32_t> const& find(std::string_view name) const {
        static std::vector<std::uint32_t> const none;
        auto const found = bearers_.find(name);
        return found == bearers_.end() ? none : found->second;
    }

    /// The names most like the one given among those for which `accept(bearer)` holds: at most three, nearest first.
    template <class Accept>
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name, Accept accept) const {
        constexpr std::size_t most_names = 3;
        constexpr std::size_t longest = 200; // a longer text is no slip of the pen, and would cost its square
        if (name.size() > longest) return {};
        const std::size_t most_edits = std::max<std::size_t>(1, (name.size() + 1) / 3);
        std::vector<std::pair<std::size_t, std::string_view>> close;
        for (auto const& [known, bearers] : bearers_) {
            auto const gap = std::max(known.size(), name.size()) - std::min(known.size(), name.size());
            if (gap > most_edits || std::none_of(bearers.begin(), bearers.end(), accept)) continue;
            auto const edits = edit_distance(name, known);
            if (edits <= most_edits) close.emplace_back(edits, known);
        }
        std::sort(close.begin(), close.end());
        if (close.size() > most_names) close.resize(most_names);
        std::vector<std::string> names;
        for (auto const& entry : close) names.emplace_back(entry.second);
        return names;
    }

private:
    void add_one(std::string const& name, std::uint32_t bearer) {
        auto& bearers = bearers_[name];
        if (bearers.empty() || bearers.back() != bearer) bearers.push_back(bearer);
    }

    struct hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::vector<std::uint32_t>, hash, std::equal_to<>> bearers_;
};

} // namespace detail

} // namespace geostance
