// SPDX-License-Identifier: BSL-1.0
/// @file
/// Texts in small letters.
#pragma once

#include <geostance/graph/detail/edit_distance.hpp>

#include <string>
#include <string_view>

namespace geostance::io::detail {

/// A text with A to Z as small letters; other letters stay.
inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = geostance::detail::lower(c);
    return result;
}

} // namespace geostance::io::detail
