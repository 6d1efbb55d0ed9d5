// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a node is called, read off the members that its payload has: key, name, summary, aliases, codes.
#pragma once

#include <geostance/graph/detail/fold.hpp>
#include <geostance/graph/names.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace geostance::detail {

template <class T>
concept has_name = requires(T const& payload) {
    std::string_view(payload.name);
};
template <class T>
concept has_summary = requires(T const& payload) {
    std::string_view(payload.summary);
};
template <class T>
concept has_aliases = requires(T const& payload) {
    std::string_view(*payload.aliases.begin());
};
template <class T>
concept has_codes = requires(T const& payload) {
    to_string(*payload.codes.begin());
};

/// What the library calls a node when it prints one: its name or summary where it has one, or else its key.
template <class T>
std::string const& label(T const& payload) {
    if constexpr (has_name<T>) {
        if (!payload.name.empty()) return payload.name;
    } else if constexpr (has_summary<T>) {
        if (!payload.summary.empty()) return payload.summary;
    }
    return payload.key;
}

/// Calls f with every text beside the key that finds the node: its name, its aliases.
template <class T, class F>
void for_each_name(T const& payload, F f) {
    if constexpr (has_name<T>)
        if (!payload.name.empty()) f(std::string_view(payload.name));
    if constexpr (has_aliases<T>)
        for (auto const& alias : payload.aliases) f(std::string_view(alias));
}

/// Calls f with every code of the node.
template <class T, class F>
void for_each_code(T const& payload, F f) {
    if constexpr (has_codes<T>)
        for (auto const& c : payload.codes) f(c);
}

/// Whether a text is the name of the node or one of its aliases, and not its key as well.
template <class T>
bool bears(T const& payload, std::string_view name) {
    if (payload.key == name) return false;
    if constexpr (has_name<T>)
        if (std::string_view(payload.name) == name) return !name.empty();
    if constexpr (has_aliases<T>)
        for (auto const& alias : payload.aliases)
            if (std::string_view(alias) == name) return true;
    return false;
}
/// Whether a code is among those of the node.
template <class T>
bool bears(T const& payload, code const& c) {
    bool found = false;
    for_each_code(payload, [&](code const& known) { found = found || known == c; });
    return found;
}

/// Whether a text has case or marks.
inline bool has_case_or_marks(std::string_view name) noexcept {
    bool has_capital = false;
    for (char const c : name) {
        if (static_cast<unsigned char>(c) >= 0x80) return !folds_to(name, name);
        has_capital = has_capital || (c >= 'A' && c <= 'Z');
    }
    return has_capital;
}
template <class First, class Second>
bool same_texts(First const& one, Second const& other) noexcept {
    return std::equal(one.begin(), one.end(), other.begin(), other.end());
}
/// Whether two payloads have the same names and codes, in the same order.
template <class T>
bool same_names(T const& a, T const& b) noexcept {
    bool same = true;
    if constexpr (has_name<T>) same = same && std::string_view(a.name) == std::string_view(b.name);
    if constexpr (has_aliases<T>) same = same && same_texts(a.aliases, b.aliases);
    if constexpr (has_codes<T>) same = same && same_texts(a.codes, b.codes);
    return same;
}

inline std::size_t hash_of(std::string_view name) noexcept { return std::hash<std::string_view>{}(name); }
inline std::size_t hash_of(code const& c) noexcept { return hash_of(c.scheme) * 31 + hash_of(c.value); }

} // namespace geostance::detail
