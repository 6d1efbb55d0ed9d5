// SPDX-License-Identifier: BSL-1.0
/// @file
/// Looking at text many bytes at a time.
#pragma once

#include <geostance/io/detail/text_sink.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

/// The number of bits that are set. (Without a flag for it, std::popcount is a call.)
constexpr std::size_t count_bits(std::uint64_t bits) noexcept {
    bits -= bits >> 1U & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + (bits >> 2U & 0x3333333333333333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<std::size_t>((bits * low_bits) >> 56U);
}

/// What is in 64 bytes: bit i is for byte i.
struct block_marks {
    std::uint64_t separators = 0; ///< where it is the separator
    bool has_nul = false;         ///< one is 0
    bool has_high = false;        ///< one is not ASCII
};

inline constexpr std::size_t block_size = 64;

#if defined(__SSE2__) // every x86-64
inline block_marks marks_of_block(char const* block, char separator) noexcept {
    auto const pattern = _mm_set1_epi8(separator);
    auto zeros = _mm_setzero_si128();
    auto any = zeros;
    block_marks result;
    for (unsigned part = 0; part < 4; ++part) {
        __m128i bytes;
        std::memcpy(&bytes, block + std::size_t(16) * part, sizeof bytes);
        auto const found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern)));
        result.separators |= std::uint64_t(found) << (16 * part);
        zeros = _mm_or_si128(zeros, _mm_cmpeq_epi8(bytes, _mm_setzero_si128()));
        any = _mm_or_si128(any, bytes);
    }
    result.has_nul = _mm_movemask_epi8(zeros) != 0;
    result.has_high = _mm_movemask_epi8(any) != 0;
    return result;
}
#else
inline block_marks marks_of_block(char const* block, char separator) noexcept {
    constexpr std::uint64_t gather = 0x0102040810204080U; // brings the lowest bits of eight bytes together
    auto const pattern = static_cast<unsigned char>(separator) * low_bits;
    std::uint64_t zeros = 0;
    std::uint64_t any = 0;
    block_marks result;
    for (unsigned part = 0; part < 8; ++part) {
        auto const bytes = load_bytes(block + std::size_t(8) * part);
        auto const found = (zero_bytes(bytes ^ pattern) >> 7U) * gather >> 56U;
        result.separators |= found << (8 * part);
        zeros |= zero_bytes(bytes);
        any |= bytes;
    }
    result.has_nul = zeros != 0;
    result.has_high = (any & high_bits) != 0;
    return result;
}
#endif

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

/// What `split` found.
struct split_text {
    std::size_t count = 0; ///< fields in all
    bool has_nul = false;  ///< a byte is 0
    bool has_high = false; ///< a byte is not ASCII
};

/// Splits at a separator, and tells whether some bytes need a closer look.
/// @param fields the first of them are put here
/// @param most room there; further fields are only counted
inline split_text split(std::string_view text, char separator, std::string_view* fields, std::size_t most) noexcept {
    split_text result;
    auto const* begin = text.data();
    auto const look_at = [&](block_marks const& marks, char const* block) {
        auto separators = marks.separators;
        for (; separators != 0 && result.count < most; separators &= separators - 1) {
            auto const* const end = block + std::countr_zero(separators);
            fields[result.count++] = {begin, static_cast<std::size_t>(end - begin)};
            begin = end + 1;
        }
        result.count += count_bits(separators);
        result.has_nul |= marks.has_nul;
        result.has_high |= marks.has_high;
    };
    auto const* block = text.data();
    auto const* const end = block + text.size();
    for (; end - block >= static_cast<std::ptrdiff_t>(block_size); block += block_size)
        look_at(marks_of_block(block, separator), block);
    if (block != end) {
        std::array<char, block_size> rest;
        rest.fill(static_cast<char>(separator + 1));
        std::memcpy(rest.data(), block, static_cast<std::size_t>(end - block));
        look_at(marks_of_block(rest.data(), separator), block);
    }
    if (result.count < most) fields[result.count] = {begin, static_cast<std::size_t>(end - begin)};
    ++result.count;
    return result;
}

} // namespace geostance::io::detail
