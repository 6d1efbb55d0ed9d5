// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a node is called, read off the members that its payload has: key, name, summary, aliases, codes.
#pragma once

#include <geostance/graph/names.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

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

/// Every text that finds the node: its key, its name, its aliases.
template <class T>
std::vector<std::string> texts_of(T const& payload) {
    std::vector<std::string> texts{payload.key};
    if constexpr (has_name<T>) texts.push_back(payload.name);
    if constexpr (has_aliases<T>) texts.insert(texts.end(), payload.aliases.begin(), payload.aliases.end());
    std::erase(texts, std::string());
    return texts;
}

/// Every code of the node, as text.
template <class T>
std::vector<std::string> code_texts_of(T const& payload) {
    std::vector<std::string> texts;
    if constexpr (has_codes<T>)
        for (auto const& c : payload.codes) texts.push_back(to_string(c));
    return texts;
}

/// Whether a code is among those of the node. The texts of two codes may be equal where the codes are not.
template <class T>
bool bears(T const& payload, code const& c) {
    if constexpr (has_codes<T>) return std::find(payload.codes.begin(), payload.codes.end(), c) != payload.codes.end();
    return false;
}

} // namespace geostance::detail
