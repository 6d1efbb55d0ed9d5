// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers as text, whatever the locale: the shortest that reads back as the same number, or rounded for a reader.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace geostance::detail {

inline std::string number_text(double value) {
    std::array<char, 32> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return std::string(buffer.data(), end);
}

/// To two decimals, for sentences.
inline std::string rounded_text(double value) { return number_text(std::round(value * 100) / 100 + 0.0); }

} // namespace geostance::detail
