// SPDX-License-Identifier: BSL-1.0
/// @file
/// Looking at text eight bytes at a time.
#pragma once

#include <geostance/io/detail/text_sink.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace geostance::io::detail {

inline constexpr std::uint64_t low_bits = 0x0101010101010101U;
inline constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// Up to eight bytes, the first of them lowest; zeros behind the last.
inline std::uint64_t load_bytes(char const* from, std::size_t count = 8) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, from, count);
    if constexpr (std::endian::native == std::endian::big) {
        std::uint64_t reversed = 0;
        for (int i = 0; i < 8; ++i) reversed |= (word >> (8 * i) & 0xFFU) << (56 - 8 * i);
        return reversed;
    }
    return word;
}

/// The high bit of each byte that is zero, and no other.
constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept {
    return ~(((word & ~high_bits) + ~high_bits) | word) & high_bits;
}

/// How many bytes have their high bit, and nothing else, set.
constexpr std::size_t count_marks(std::uint64_t marks) noexcept {
    return static_cast<std::size_t>(((marks >> 7U) * low_bits) >> 56U);
}

/// Whether a text has bytes that need a closer look.
struct byte_kinds {
    bool has_nul = false;  ///< one is 0
    bool has_high = false; ///< one is not ASCII
};

inline byte_kinds kinds_of_bytes(std::string_view text) noexcept {
    std::uint64_t high = 0;
    std::uint64_t borrowed = 0; // has the high bit of some byte if, and unless a byte is not ASCII only if, one is 0
    auto const* at = text.data();
    auto const look_at = [&](std::uint64_t word) {
        high |= word;
        borrowed |= word - low_bits;
    };
    auto left = text.size();
    for (; left >= 8; at += 8, left -= 8) look_at(load_bytes(at));
    if (left != 0) look_at(load_bytes(at, left) | low_bits << (8 * left));
    bool const has_high = (high & high_bits) != 0;
    bool const has_nul = ((borrowed & high_bits) != 0) && text.find('\0') != std::string_view::npos;
    return {has_nul, has_high};
}

/// The place of the first byte that does not belong to UTF-8.
inline std::optional<std::size_t> find_not_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        auto const length = utf8_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

/// ISO 8859-1 as UTF-8.
inline void append_latin1(std::string& to, std::string_view text) {
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            to += c;
        } else {
            to += static_cast<char>(0xC0U | byte >> 6U);
            to += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
}

/// Splits at a separator.
/// @param fields the first of them are put here
/// @param most room there
/// @return the number of fields in all, of which those beyond `most` are only counted
inline std::size_t split(std::string_view text, char separator, std::string_view* fields, std::size_t most) noexcept {
    auto const pattern = static_cast<unsigned char>(separator) * low_bits;
    std::size_t count = 0;
    std::size_t begin = 0;
    auto const look_at = [&](std::uint64_t word, std::size_t offset) {
        auto marks = zero_bytes(word ^ pattern);
        for (; marks != 0 && count < most; marks &= marks - 1) {
            auto const end = offset + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
            fields[count++] = text.substr(begin, end - begin);
            begin = end + 1;
        }
        count += count_marks(marks);
    };
    std::size_t offset = 0;
    for (; offset + 8 <= text.size(); offset += 8) look_at(load_bytes(text.data() + offset), offset);
    if (offset < text.size()) look_at(load_bytes(text.data() + offset, text.size() - offset), offset);
    if (count < most) fields[count] = text.substr(begin);
    return count + 1;
}

} // namespace geostance::io::detail
