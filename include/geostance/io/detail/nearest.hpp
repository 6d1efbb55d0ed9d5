// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader says of a word that is none of those it knows.
#pragma once

#include <geostance/graph/detail/edit_distance.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// `one of a, b, c`, and the nearest of them where one is near.
inline std::string one_of(std::span<std::string_view const> known, std::string_view word) {
    using geostance::detail::edit_distance;
    constexpr std::size_t longest = 100;
    std::string text = known.empty() ? "nothing" : known.size() == 1 ? "" : "one of ";
    std::string_view nearest;
    auto least = std::max<std::size_t>(1, word.size() / 2) + 1;
    for (auto const name : known) {
        if (name.data() != known.front().data()) text += ", ";
        text += name;
        auto const distance = word.size() > longest ? least : edit_distance(word, name);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    if (!nearest.empty()) text += "; nearest: " + std::string(nearest);
    return text;
}

} // namespace geostance::io::detail
