// SPDX-License-Identifier: BSL-1.0
/// @file
/// The fusion of evidence: a weighted mean with its number, weight and range, the same in any order of the evidence.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/model/enum_names.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string_view>

namespace geostance {

/// The five attitudes. The last three are different answers: `none` says that nothing is recorded.
enum class attitude : std::uint8_t {
    none,     ///< no position is recorded
    supports, ///< for
    opposes,  ///< against
    neutral,  ///< recorded as neither for nor against
    mixed     ///< both signs carry a quarter of the weight or more
};

template <>
struct enum_names<attitude> {
    static constexpr std::array<std::string_view, 5> of_each{"none", "supports", "opposes", "neutral", "mixed"};
};

namespace detail {

/// A sum of numbers in [-1, 1], kept as an integer multiple of 2^-62 in 128 bits, so that order and grouping of the
/// terms do not change it. Terms below 2^-62 are rounded.
class exact_sum {
public:
    void add(double term) noexcept {
        auto const scaled = static_cast<std::int64_t>(term * scale);
        add_limbs(static_cast<std::uint64_t>(scaled), scaled < 0 ? -1 : 0);
    }
    void add(exact_sum const& other) noexcept { add_limbs(other.low_, other.high_); }
    [[nodiscard]] double value() const noexcept {
        if (high_ >= 0) return magnitude(static_cast<std::uint64_t>(high_), low_);
        std::uint64_t const low = ~low_ + 1; // the two's complement of both limbs
        return -magnitude(~static_cast<std::uint64_t>(high_) + (low == 0 ? 1 : 0), low);
    }
    friend bool operator==(exact_sum const&, exact_sum const&) = default;

private:
    static constexpr int fraction_bits = 62;
    static constexpr double scale = static_cast<double>(std::int64_t{1} << fraction_bits);
    static double magnitude(std::uint64_t high, std::uint64_t low) noexcept {
        constexpr double unit_of_high = 4; // 2^64 / scale
        return static_cast<double>(high) * unit_of_high + static_cast<double>(low) / scale;
    }
    void add_limbs(std::uint64_t low, std::int64_t high) noexcept {
        low_ += low;
        high_ += high + (low_ < low ? 1 : 0);
    }
    std::int64_t high_ = 0;
    std::uint64_t low_ = 0;
};

} // namespace detail

/// An accumulator of values with weights. Merging is exact, associative and commutative: partial tallies from many
/// files or machines give the same result as one pass over everything, bit by bit.
/// @par Complexity
/// O(1) for each function, merging included
class tally {
public:
    /// Adds one observation.
    /// @param value in [-1, 1]
    /// @param weight in (0, 1]
    /// @pre both are numbers in these ranges
    void add(double value, double weight) noexcept {
        GEOSTANCE_ASSERT(value >= -1 && value <= 1, "tally::add: a value in [-1, 1]");
        GEOSTANCE_ASSERT(weight > 0 && weight <= 1, "tally::add: a weight in (0, 1]");
        ++number_;
        weight_.add(weight);
        weighted_.add(value * weight);
        if (value > 0) weight_for_.add(weight);
        if (value < 0) weight_against_.add(weight);
        least_ = std::min(least_, value);
        greatest_ = std::max(greatest_, value);
    }

    /// Adds all observations of another tally.
    /// @param other the other one
    void merge(tally const& other) noexcept {
        number_ += other.number_;
        weight_.add(other.weight_);
        weighted_.add(other.weighted_);
        weight_for_.add(other.weight_for_);
        weight_against_.add(other.weight_against_);
        least_ = std::min(least_, other.least_);
        greatest_ = std::max(greatest_, other.greatest_);
    }

    /// @return the number of observations
    [[nodiscard]] std::size_t number() const noexcept { return number_; }
    /// @return the sum of the weights
    [[nodiscard]] double weight() const noexcept { return weight_.value(); }
    /// @return the weighted mean in [-1, 1]; NaN where there is nothing, as missing is never zero
    [[nodiscard]] double mean() const noexcept {
        if (number_ == 0) return std::numeric_limits<double>::quiet_NaN();
        return std::clamp(weighted_.value() / weight_.value(), least_, greatest_);
    }
    /// @return the least value; NaN where there is nothing
    [[nodiscard]] double least() const noexcept { return or_nan(least_); }
    /// @return the greatest value; NaN where there is nothing
    [[nodiscard]] double greatest() const noexcept { return or_nan(greatest_); }

    /// @return the weight of the values above 0
    [[nodiscard]] double weight_for() const noexcept { return weight_for_.value(); }
    /// @return the weight of the values below 0
    [[nodiscard]] double weight_against() const noexcept { return weight_against_.value(); }

    /// The attitude that the values amount to: mixed where both signs carry a quarter of the weight or more, the sign
    /// of the mean otherwise. That it is a quarter is a choice of this library; no method prescribes it.
    /// @return the attitude; none where there is nothing
    [[nodiscard]] geostance::attitude attitude() const noexcept { return attitude(*this, 0); }

    /// The same where small values are neutral.
    /// @param decided the tally of those values alone that are farther from 0 than `neutral_within`
    /// @param neutral_within a mean at most this far from 0 is neutral, in [0, 1]
    /// @return the attitude; none where there is nothing
    [[nodiscard]] geostance::attitude attitude(tally const& decided, double neutral_within) const noexcept {
        if (weight() == 0) return geostance::attitude::none; // nothing, or weights that are too small to be added
        // Weights like 0.7 * 0.8 are rounded, and what that leaves must not decide.
        double const rounding = 1e-12 * weight();
        double const quarter = weight() / 4 - rounding;
        if (decided.weight_for() >= quarter && decided.weight_against() >= quarter) return geostance::attitude::mixed;
        double const sum = weighted_.value();
        if (std::abs(sum) <= neutral_within * weight() + rounding) return geostance::attitude::neutral;
        return sum > 0 ? geostance::attitude::supports : geostance::attitude::opposes;
    }

    /// Equal if they would give the same answers, bit by bit.
    friend bool operator==(tally const&, tally const&) = default;

private:
    [[nodiscard]] double or_nan(double value) const noexcept {
        return number_ == 0 ? std::numeric_limits<double>::quiet_NaN() : value;
    }

    std::size_t number_ = 0;
    detail::exact_sum weight_;
    detail::exact_sum weighted_;
    detail::exact_sum weight_for_;
    detail::exact_sum weight_against_;
    double least_ = std::numeric_limits<double>::infinity();
    double greatest_ = -std::numeric_limits<double>::infinity();
};

namespace detail {

/// Writes `opposes -1 (2 pieces of evidence, weight 1`, of a position or a tally; the bracket stays open.
inline void put_sum(std::ostream& out, attitude side, double value, std::size_t number, double weight, double least,
                    double greatest) {
    out << side << ' ' << value << " (" << number << (number == 1 ? " piece" : " pieces") << " of evidence, weight "
        << weight;
    if (least != greatest) out << ", from " << least << " to " << greatest;
}
inline void put_tally(std::ostream& out, attitude side, tally const& counted) {
    if (side == attitude::none) {
        out << side;
        return;
    }
    put_sum(out, side, counted.mean(), counted.number(), counted.weight(), counted.least(), counted.greatest());
    out << ')';
}

} // namespace detail

/// Writes `opposes -1 (2 pieces of evidence, weight 1)`; `none` where there is nothing.
/// @param out gets the text
/// @param t the tally
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, tally const& t) {
    detail::put_tally(out, t.attitude(), t);
    return out;
}

} // namespace geostance
