// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers as the shortest text that reads back as the same number, whatever the locale.
#pragma once

#include <array>
#include <charconv>
#include <string>

namespace geostance::detail {

inline std::string number_text(double value) {
    std::array<char, 32> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return std::string(buffer.data(), end);
}

} // namespace geostance::detail
