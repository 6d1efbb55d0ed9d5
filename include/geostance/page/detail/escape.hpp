// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text of a record inside a page: as content, as an attribute, in the data of the script, as a link.
#pragma once

#include <geostance/safe_text.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::page::detail {

/// Text as the content of an element or of an attribute in double quotes, in HTML and in XML alike.
/// @param text UTF-8 without control characters, as `safe_text` gives it
[[nodiscard]] inline std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (auto const c : text) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        case '\'': result += "&#39;"; break;
        default: result += c;
        }
    }
    return result;
}

/// A JSON string that cannot end the element in which it stands: `<`, `>` and `&` are spelt out.
/// @param text UTF-8 without control characters, as `safe_text` gives it
[[nodiscard]] inline std::string json_string(std::string_view text) {
    std::string result = "\"";
    for (auto const c : text) {
        switch (c) {
        case '"': result += "\\\""; break;
        case '\\': result += "\\\\"; break;
        case '<': result += "\\u003c"; break;
        case '>': result += "\\u003e"; break;
        case '&': result += "\\u0026"; break;
        default: result += c;
        }
    }
    return result += '"';
}

/// Where an address leads, if it is one that a page may link: `http`, `https`, or a DOI; else an empty text.
/// @param address as a publication has it
[[nodiscard]] inline std::string link_of(std::string_view address) {
    auto const begins_with = [](std::string_view text, std::string_view wanted) {
        return text.size() > wanted.size() &&
               std::equal(wanted.begin(), wanted.end(), text.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
               });
    };
    // What is no character of an address (RFC 3986) ends the matter.
    bool const is_plain = std::all_of(address.begin(), address.end(), [](char c) {
        return c > ' ' && c < '\x7F' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    });
    if (!is_plain) return {};
    if (begins_with(address, "http://") || begins_with(address, "https://")) return std::string(address);
    if (begins_with(address, "doi:10.")) return "https://doi.org/" + std::string(address.substr(4));
    if (begins_with(address, "10.") && address.find('/') != std::string_view::npos)
        return "https://doi.org/" + std::string(address);
    return {};
}

/// The language that the letters of a text give away: those of one alphabet that one language, or nearly, uses. Latin,
/// Cyrillic and Han letters give nothing away.
/// @return a tag of BCP 47, or an empty text
[[nodiscard]] inline std::string_view language_of(std::string_view text) {
    constexpr std::u32string_view persian = U"پچژگکی";
    bool is_arabic = false;
    while (!text.empty()) {
        auto const length = std::max<std::size_t>(geostance::detail::utf8_length(text), 1);
        auto const point = geostance::detail::code_point(text.substr(0, length));
        if (persian.find(point) != std::u32string_view::npos) return "fa";
        if (point >= 0x0590 && point <= 0x05FF) return "he";
        if (point >= 0x0600 && point <= 0x06FF) is_arabic = true;
        if (point >= 0x0370 && point <= 0x03FF) return "el";
        if (point >= 0x3040 && point <= 0x30FF) return "ja";
        if (point >= 0xAC00 && point <= 0xD7A3) return "ko";
        text.remove_prefix(length);
    }
    return is_arabic ? "ar" : "";
}

/// The attributes of an element that holds a text of the record: its direction, and its language where the letters
/// tell.
[[nodiscard]] inline std::string text_attributes(std::string_view text) {
    auto const language = language_of(text);
    return language.empty() ? " dir=\"auto\"" : " dir=\"auto\" lang=\"" + std::string(language) + '"';
}

} // namespace geostance::page::detail
