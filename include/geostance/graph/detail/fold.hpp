// SPDX-License-Identifier: BSL-1.0
/// @file
/// Names as people type them: texts without case and marks.
#pragma once

#include <geostance/detail/utf8.hpp>
#include <geostance/graph/detail/edit_distance.hpp>
#include <geostance/graph/detail/fold_table.hpp>
#include <geostance/safe_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace geostance::detail {

constexpr bool is_combining_mark(char32_t c) noexcept { return c >= 0x300 && c <= 0x36F; }
/// U+2018, U+2019, U+2032, U+02BB and U+02BC: what stands for an apostrophe in print.
constexpr bool is_apostrophe(char32_t c) noexcept {
    return c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0x2BB || c == 0x2BC;
}

/// What is left of a letter, as fold_table.hpp writes it; other characters stay.
constexpr char32_t folded_letter(char32_t c) noexcept {
    auto const in = [c](std::u16string_view letters, char32_t first) {
        return c >= first && c - first < letters.size();
    };
    if (in(folded_latin, 0xC0)) return folded_latin[c - 0xC0];
    if (in(folded_greek_and_cyrillic, 0x370)) return folded_greek_and_cyrillic[c - 0x370];
    if (in(folded_extended, 0x1E00)) return folded_extended[c - 0x1E00];
    return is_apostrophe(c) ? U'\'' : c;
}

/// The two letters for which a capital stands in fold_table.hpp.
constexpr std::string_view folded_pair(char32_t capital) noexcept {
    switch (capital) {
    case 'A': return "ae";
    case 'D': return "dz";
    case 'I': return "ij";
    case 'J': return "nj";
    case 'L': return "lj";
    case 'N': return "'n";
    case 'O': return "oe";
    case 'S': return "ss";
    default: return "th"; // T
    }
}

/// Reads a text byte by byte as it is without case and marks, and allocates nothing. Bytes that are no UTF-8 stay.
class folded_bytes {
public:
    static constexpr int end = -1;

    explicit folded_bytes(std::string_view text) noexcept : rest_(text) {}

    /// The next byte, or `end`.
    int next() noexcept {
        if (at_ == size_ && !rest_.empty() && static_cast<unsigned char>(rest_.front()) < 0x80) { // most bytes
            auto const byte = static_cast<unsigned char>(lower(rest_.front()));
            rest_.remove_prefix(1);
            return byte;
        }
        while (at_ == size_ && !rest_.empty()) read_character();
        return at_ == size_ ? end : static_cast<unsigned char>(pending_[at_++]);
    }

private:
    void read_character() noexcept {
        at_ = size_ = 0;
        auto const length = utf8_length(rest_);
        auto const sequence = rest_.substr(0, length == 0 ? 1 : length);
        rest_.remove_prefix(sequence.size());
        if (length == 1) return push(lower(sequence.front()));
        if (length == 0 || length == longest) return push(sequence);
        auto const c = code_point(sequence);
        if (is_combining_mark(c)) return;
        auto const letter = folded_letter(c);
        if (letter >= 'A' && letter <= 'Z') return push(folded_pair(letter));
        push_code_point(letter);
    }
    void push_code_point(char32_t c) noexcept {
        if (c < 0x80) return push(static_cast<char>(c));
        if (c < 0x800) {
            push(static_cast<char>(0xC0U | c >> 6U));
        } else {
            push(static_cast<char>(0xE0U | c >> 12U));
            push(static_cast<char>(0x80U | (c >> 6U & 0x3FU)));
        }
        push(static_cast<char>(0x80U | (c & 0x3FU)));
    }
    void push(char byte) noexcept { pending_[size_++] = byte; }
    void push(std::string_view bytes) noexcept {
        for (char const byte : bytes) push(byte);
    }

    static constexpr std::size_t longest = 4; ///< bytes of a character

    std::string_view rest_;
    char pending_[longest] = {};
    std::size_t at_ = 0;
    std::size_t size_ = 0;
};

/// A text without case and marks of Latin, Greek and Cyrillic letters.
inline std::string folded(std::string_view text) {
    std::string result;
    folded_bytes bytes(text);
    for (auto byte = bytes.next(); byte != folded_bytes::end; byte = bytes.next()) result += static_cast<char>(byte);
    return result;
}
/// The same for two texts that are equal apart from case and marks.
inline std::size_t folded_hash(std::string_view text) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325U; // Fowler, Noll and Vo's, variant 1a
    folded_bytes bytes(text);
    for (auto byte = bytes.next(); byte != folded_bytes::end; byte = bytes.next())
        hash = (hash ^ static_cast<unsigned>(byte)) * 0x100000001B3U;
    return hash;
}
/// Whether two texts are equal apart from case and marks.
inline bool same_folded(std::string_view a, std::string_view b) noexcept {
    folded_bytes of_a(a), of_b(b);
    for (;;) {
        auto const byte = of_a.next();
        if (byte != of_b.next()) return false;
        if (byte == folded_bytes::end) return true;
    }
}
/// Whether `text` is what is left of a name without case and marks.
inline bool folds_to(std::string_view name, std::string_view text) noexcept {
    folded_bytes bytes(name);
    for (char const c : text)
        if (bytes.next() != static_cast<unsigned char>(c)) return false;
    return bytes.next() == folded_bytes::end;
}

} // namespace geostance::detail
