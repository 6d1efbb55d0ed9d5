// SPDX-License-Identifier: BSL-1.0
/// @file
/// A sum of doubles without any rounding, whatever their sizes.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace geostance::detail {

/// A whole number of 2^-1074, of which every double is a multiple, wide enough for 2^31 of the largest.
/// @par Source
/// Kulisch, U. (2011). Very fast and exact accumulation of products. Computing 91, 397-405.
class wide_sum {
public:
    wide_sum() = default;
    explicit wide_sum(double x) { *this += x; }

    wide_sum& operator+=(double x) {
        int exponent = 0;
        auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(std::abs(x), &exponent), 53));
        auto position = exponent - 53 + 1074;
        if (position < 0) { // the lowest bits of a subnormal number are 0
            mantissa >>= static_cast<unsigned>(-position);
            position = 0;
        }
        add_at(static_cast<std::size_t>(position), mantissa, x < 0);
        return *this;
    }
    wide_sum& operator-=(double x) { return *this += -x; }

    wide_sum& operator+=(wide_sum const& other) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < limbs; ++i) {
            carry += std::uint64_t{limb_[i]} + other.limb_[i];
            limb_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32U;
        }
        return *this;
    }
    wide_sum& operator-=(wide_sum const& other) { return *this += -other; }
    [[nodiscard]] wide_sum operator-() const {
        wide_sum result;
        std::uint64_t carry = 1;
        for (std::size_t i = 0; i < limbs; ++i) {
            carry += ~limb_[i];
            result.limb_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32U;
        }
        return result;
    }
    [[nodiscard]] friend wide_sum operator+(wide_sum a, wide_sum const& b) { return a += b; }
    [[nodiscard]] friend wide_sum operator-(wide_sum a, wide_sum const& b) { return a -= b; }

    [[nodiscard]] bool is_negative() const noexcept { return (limb_[limbs - 1] >> 31U) != 0; }
    friend bool operator==(wide_sum const&, wide_sum const&) = default;
    friend bool operator<(wide_sum const& a, wide_sum const& b) noexcept {
        if (a.is_negative() != b.is_negative()) return a.is_negative();
        for (auto i = limbs; i-- > 0;)
            if (a.limb_[i] != b.limb_[i]) return a.limb_[i] < b.limb_[i];
        return false;
    }
    friend bool operator>=(wide_sum const& a, wide_sum const& b) noexcept { return !(a < b); }

    /// The double nearest to the sum; of two, the one whose last bit is 0.
    [[nodiscard]] double nearest() const { return is_negative() ? -(-*this).magnitude(true) : magnitude(true); }
    /// The greatest double that is not above the sum, which is not negative.
    [[nodiscard]] double below() const { return std::min(magnitude(false), std::numeric_limits<double>::max()); }

private:
    static constexpr std::size_t limbs = 68;

    /// Adds or takes away a number of up to 53 bits, moved by so many bits.
    void add_at(std::size_t position, std::uint64_t number, bool is_taken) {
        auto const shift = position % 32;
        auto const low = number << shift;
        std::array<std::uint64_t, 3> const pieces = {low & UINT32_MAX, low >> 32U,
                                                     shift == 0 ? 0 : number >> (64 - shift)};
        std::uint64_t carry = 0;
        for (auto i = position / 32, piece = std::size_t{0}; i < limbs && (piece < 3 || carry != 0); ++i, ++piece) {
            auto const part = (piece < 3 ? pieces[piece] : 0) + carry;
            auto const whole = is_taken ? limb_[i] - part : limb_[i] + part;
            limb_[i] = static_cast<std::uint32_t>(whole);
            carry = is_taken ? (whole >> 63U) : whole >> 32U;
        }
    }

    [[nodiscard]] bool bit(std::size_t i) const noexcept { return (limb_[i / 32] >> (i % 32) & 1U) != 0; }
    [[nodiscard]] bool has_bits_below(std::size_t i) const noexcept {
        for (std::size_t j = 0; j < i / 32; ++j)
            if (limb_[j] != 0) return true;
        return (limb_[i / 32] & ((std::uint32_t{1} << (i % 32)) - 1)) != 0;
    }
    [[nodiscard]] double magnitude(bool to_nearest) const {
        auto top = limbs * 32;
        while (top > 0 && !bit(top - 1)) --top;
        auto const lowest = top > 53 ? top - 53 : 0;
        std::uint64_t mantissa = 0;
        for (auto i = top; i-- > lowest;) mantissa = mantissa << 1U | (bit(i) ? 1U : 0U);
        if (to_nearest && lowest > 0 && bit(lowest - 1) && (has_bits_below(lowest - 1) || (mantissa & 1U) != 0))
            ++mantissa;
        return std::ldexp(static_cast<double>(mantissa), static_cast<int>(lowest) - 1074);
    }

    std::array<std::uint32_t, limbs> limb_{}; // the lowest first; a negative sum is its complement
};

[[nodiscard]] inline wide_sum abs(wide_sum const& x) { return x.is_negative() ? -x : x; }

} // namespace geostance::detail
