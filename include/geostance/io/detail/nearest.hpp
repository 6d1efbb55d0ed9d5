// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader says of a word that is none of those it knows.
#pragma once

#include <geostance/graph/detail/edit_distance.hpp>
#include <geostance/io/detail/lower.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// `one of a, b, c`.
inline std::string one_of(std::span<std::string_view const> known) {
    std::string text = known.empty() ? "nothing" : known.size() == 1 ? "" : "one of ";
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (i > 0) text += ", ";
        text += known[i];
    }
    return text;
}

/// A word without its case, and with the sign that joins the parts of names here.
inline std::string joined_lower(std::string_view word) {
    auto text = lower(word);
    for (auto& c : text)
        if (c == ' ' || c == '-') c = '_';
    return text;
}

/// `one of a, b, c`, and the nearest of them where one is near: by letters, whatever their case, or as it begins.
inline std::string one_of(std::span<std::string_view const> known, std::string_view word) {
    constexpr std::size_t longest = 100;
    auto text = one_of(known);
    if (word.empty() || word.size() > longest) return text;
    auto const folded = joined_lower(word);
    std::string_view nearest;
    auto least = std::max<std::size_t>(1, word.size() / 2) + 1;
    for (auto const name : known) {
        auto const other = joined_lower(name);
        auto const distance = std::min<std::size_t>(geostance::detail::edit_distance(folded, other),
                                                    other.starts_with(folded) ? 1 : least);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    if (!nearest.empty()) text += "; nearest: " + std::string(nearest);
    return text;
}

} // namespace geostance::io::detail
