// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text from outside in a form that a terminal shows and does not obey.
#pragma once

#include <geostance/detail/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace geostance {

namespace detail {

/// The number of the character that a text in UTF-8 begins with.
/// @param text the character's bytes, and nothing else
inline char32_t code_point(std::string_view text) noexcept {
    constexpr unsigned masks[] = {0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = static_cast<unsigned char>(text.front()) & masks[text.size() - 1];
    for (auto const c : text.substr(1)) point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return point;
}

/// True for characters that act instead of being seen: controls (C0, DEL, C1), and those that turn the direction of the
/// text around them, so that it reads other than it is (Unicode's bidirectional embeddings, overrides and isolates).
/// @par Source
/// Boucher, N. and Anderson, R. (2023). Trojan Source: invisible vulnerabilities. USENIX Security 2023.
constexpr bool is_active(char32_t point) noexcept {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

/// The length of what a text begins with that can be shown as it is, in XML too, which has no place for U+FFFE and
/// U+FFFF; 0 if it begins with something else.
inline std::size_t harmless_length(std::string_view text) noexcept {
    auto const length = utf8_length(text);
    if (length == 0) return 0;
    auto const point = code_point(text.substr(0, length));
    return is_active(point) || point == 0xFFFE || point == 0xFFFF ? 0 : length;
}

} // namespace detail

/// Text that can be shown: every byte of a control character, of a character that turns the direction of text, and of
/// what is no UTF-8 becomes `\x1B` and the like. So a NUL does not cut a message short, and a name cannot make a
/// terminal do anything. Everything else stays. Errors, `describe`, `citation`, `explain` and the streamed forms of
/// answers are in this form; fields of a record are as they were read.
/// @param text any bytes
/// @return the same text without any byte that a terminal could take for a command
/// @par Complexity
/// O(length of the text)
[[nodiscard]] inline std::string safe_text(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (auto const length = detail::harmless_length(text)) {
            result += text.substr(0, length);
            text.remove_prefix(length);
            continue;
        }
        for (auto length = std::max(detail::utf8_length(text), std::size_t{1}); length > 0; --length) {
            auto const byte = static_cast<unsigned char>(text.front());
            result += {'\\', 'x', hex[byte >> 4U], hex[byte & 15U]};
            text.remove_prefix(1);
        }
    }
    return result;
}

} // namespace geostance
