// SPDX-License-Identifier: BSL-1.0
/// @file
/// How wide a text is, and where it breaks: pictures are laid out before any font is known.
#pragma once

#include <geostance/safe_text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::page::detail {

/// The widths of Helvetica from the blank to the tilde, in thousandths of the size (Adobe's font metrics). Arial and
/// Liberation Sans have the same.
inline constexpr std::array<std::uint16_t, 95> ascii_widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

/// The width of one character in thousandths of the size; an upper estimate for what is not ASCII.
constexpr double character_width(char32_t point) noexcept {
    if (point < 0x20) return 0;
    if (point < 0x7F) return ascii_widths[point - 0x20];
    if (point >= 0x0300 && point <= 0x036F) return 0; // marks above letters
    return point < 0x1100 ? 640 : 1000;
}

/// Calls f(character) for each character of a text in UTF-8.
template <class F>
void for_each_character(std::string_view text, F f) {
    while (!text.empty()) {
        auto const length = std::max<std::size_t>(geostance::detail::utf8_length(text), 1);
        f(text.substr(0, length));
        text.remove_prefix(length);
    }
}

/// The width of a text, so much more than Helvetica takes that it fits in DejaVu Sans as well, the widest of the fonts
/// that stand in for it.
/// @param text UTF-8
/// @param size of the letters, in the unit of the result
[[nodiscard]] inline double text_width(std::string_view text, double size) {
    constexpr double reserve = 1.2;
    double thousandths = 0;
    for_each_character(text,
                       [&](std::string_view c) { thousandths += character_width(geostance::detail::code_point(c)); });
    return thousandths * size * reserve / 1000;
}

/// The beginning of a text that fits a width, with `…` where it is cut.
[[nodiscard]] inline std::string cut_to_width(std::string_view text, double size, double width) {
    if (text_width(text, size) <= width) return std::string(text);
    constexpr std::string_view dots = "…";
    std::string result;
    double used = text_width(dots, size);
    bool is_full = false;
    for_each_character(text, [&](std::string_view c) {
        used += text_width(c, size);
        is_full = is_full || used > width;
        if (!is_full) result += c;
    });
    while (result.ends_with(' ')) result.pop_back();
    return result += dots;
}

/// A text in lines of a width: broken at blanks, within words that are wider than a line, and cut after the last line.
/// @return at least one line
[[nodiscard]] inline std::vector<std::string> wrapped(std::string_view text, double size, double width,
                                                      std::size_t most_lines) {
    std::vector<std::string> lines;
    while (true) {
        while (text.starts_with(' ')) text.remove_prefix(1);
        if (lines.size() + 1 == most_lines || text_width(text, size) <= width) {
            lines.push_back(cut_to_width(text, size, width));
            return lines;
        }
        double used = 0;
        std::size_t at = 0;
        std::size_t fits = 0;
        std::size_t last_blank = 0;
        for_each_character(text, [&](std::string_view c) {
            used += text_width(c, size);
            if (c == " " && fits == at) last_blank = at;
            at += c.size();
            if (used <= width) fits = at;
        });
        if (fits == 0) fits = std::max<std::size_t>(geostance::detail::utf8_length(text), 1);
        auto const length = last_blank > 0 ? last_blank : fits;
        lines.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
}

} // namespace geostance::page::detail
