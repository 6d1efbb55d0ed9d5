// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text in UTF-8: where its characters end.
#pragma once

#include <cstddef>
#include <string_view>

namespace geostance::detail {

/// The length of the UTF-8 sequence that the text begins with, or 0 if it begins with none (RFC 3629: no surrogates,
/// no overlong forms, nothing beyond U+10FFFF).
inline std::size_t utf8_length(std::string_view text) noexcept {
    auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    auto const follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    auto const first = byte(0);
    auto const second = byte(1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF && follows(1)) return 2;
    if (first >= 0xE0 && first <= 0xEF && follows(1) && follows(2) && (first != 0xE0 || second >= 0xA0) &&
        (first != 0xED || second < 0xA0))
        return 3;
    if (first >= 0xF0 && first <= 0xF4 && follows(1) && follows(2) && follows(3) && (first != 0xF0 || second >= 0x90) &&
        (first != 0xF4 || second < 0x90))
        return 4;
    return 0;
}

} // namespace geostance::detail
