// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text without the blanks around it.
#pragma once

#include <algorithm>
#include <string_view>

namespace geostance::io::detail {

/// The text without the spaces, tabs and ends of lines around it.
inline std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

} // namespace geostance::io::detail
