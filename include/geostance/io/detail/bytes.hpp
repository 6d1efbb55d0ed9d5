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
    return (bits * low_bits) >> 56U;
}

inline constexpr std::size_t block_size = 64;

/// Looks at one block of 64 bytes after another.
#if defined(__SSE2__) // every x86-64
class block_scanner {
public:
    explicit block_scanner(char separator) noexcept : pattern_(_mm_set1_epi8(separator)) {}

    /// Where in a block the separator is: bit i is for byte i.
    std::uint64_t separators_in(char const* block) noexcept {
        std::uint64_t result = 0;
        for (unsigned part = 0; part < 4; ++part) {
            __m128i bytes;
            std::memcpy(&bytes, block + std::size_t(16) * part, sizeof bytes);
            auto const found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern_)));
            result |= std::uint64_t(found) << (16 * part);
            least_ = _mm_min_epu8(least_, bytes);
            any_ = _mm_or_si128(any_, bytes);
        }
        return result;
    }
    /// Whether some byte was 0.
    [[nodiscard]] bool has_nul() const noexcept {
        return _mm_movemask_epi8(_mm_cmpeq_epi8(least_, _mm_setzero_si128())) != 0;
    }
    /// Whether some byte was not ASCII.
    [[nodiscard]] bool has_high() const noexcept { return _mm_movemask_epi8(any_) != 0; }

private:
    __m128i pattern_;
    __m128i least_ = _mm_set1_epi8(-1);
    __m128i any_ = _mm_setzero_si128();
};
#else
class block_scanner {
public:
    explicit block_scanner(char separator) noexcept : pattern_(static_cast<unsigned char>(separator) * low_bits) {}

    /// Where in a block the separator is: bit i is for byte i.
    std::uint64_t separators_in(char const* block) noexcept {
        constexpr std::uint64_t gather = 0x0102040810204080U; // brings the lowest bits of eight bytes together
        std::uint64_t result = 0;
        for (unsigned part = 0; part < 8; ++part) {
            auto const bytes = load_bytes(block + std::size_t(8) * part);
            result |= ((zero_bytes(bytes ^ pattern_) >> 7U) * gather >> 56U) << (8 * part);
            zeros_ |= zero_bytes(bytes);
            any_ |= bytes;
        }
        return result;
    }
    /// Whether some byte was 0.
    [[nodiscard]] bool has_nul() const noexcept { return zeros_ != 0; }
    /// Whether some byte was not ASCII.
    [[nodiscard]] bool has_high() const noexcept { return (any_ & high_bits) != 0; }

private:
    std::uint64_t pattern_;
    std::uint64_t zeros_ = 0;
    std::uint64_t any_ = 0;
};
#endif

/// The place of the first byte that does not belong to UTF-8.
inline std::optional<std::size_t> find_not_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        if (text.size() - at >= 8 && (load_bytes(text.data() + at) & high_bits) == 0) {
            at += 8;
            continue;
        }
        auto const length = utf8_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

/// ISO 8859-1 as UTF-8; the bytes of its control characters are letters of Windows-1252.
inline void append_latin1(std::string& to, std::string_view text) {
    static constexpr std::array<std::uint16_t, 32> windows{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        unsigned const letter = byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80U] : byte;
        if (letter < 0x80) {
            to += c;
        } else if (letter < 0x800) {
            to += static_cast<char>(0xC0U | letter >> 6U);
            to += static_cast<char>(0x80U | (letter & 0x3FU));
        } else {
            to += static_cast<char>(0xE0U | letter >> 12U);
            to += static_cast<char>(0x80U | (letter >> 6U & 0x3FU));
            to += static_cast<char>(0x80U | (letter & 0x3FU));
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
    block_scanner scanner(separator);
    auto const* begin = text.data();
    auto const take = [&](std::uint64_t separators, char const* block) {
        for (; separators != 0 && result.count < most; separators &= separators - 1) {
            auto const* const end = block + std::countr_zero(separators);
            fields[result.count++] = {begin, static_cast<std::size_t>(end - begin)};
            begin = end + 1;
        }
        result.count += count_bits(separators);
    };
    auto const* block = text.data();
    auto const* const end = block + text.size();
    for (; end - block >= static_cast<std::ptrdiff_t>(block_size); block += block_size)
        take(scanner.separators_in(block), block);
    if (block != end) {
        std::array<char, block_size> rest{};
        rest.fill(static_cast<char>(separator + 1));
        std::memcpy(rest.data(), block, static_cast<std::size_t>(end - block));
        take(scanner.separators_in(rest.data()), block);
    }
    result.has_nul = scanner.has_nul();
    result.has_high = scanner.has_high();
    if (result.count < most) fields[result.count] = {begin, static_cast<std::size_t>(end - begin)};
    ++result.count;
    return result;
}

} // namespace geostance::io::detail
