// SPDX-License-Identifier: BSL-1.0
/// @file
/// Why a relation that is recorded does not count in a position.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/model/enum_names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace geostance {

/// Why a lens refuses a relation.
enum class refusal : std::uint8_t {
    channel,     ///< it is of another channel
    facet,       ///< it is about another side, or about one side of a motion only
    credibility, ///< it is not credible enough
    left_out,    ///< its source, statement, speaker or holder is left out
    known_later, ///< it was known, or said, after the day that the lens knows
    account,     ///< it is in an account that the lens does not ask for
    withdrawn,   ///< it was taken back, replaced or corrected by those who may
    disowned,    ///< the holder disowned it before the day asked about
    day,         ///< it does not hold on the day asked about
    uncertain    ///< it may hold, but the lens asks for what is sure
};

template <>
struct enum_names<refusal> {
    static constexpr std::array<std::string_view, 10> of_each{"channel",     "facet",    "credibility", "left_out",
                                                              "known_later", "account",  "withdrawn",   "disowned",
                                                              "day",         "uncertain"};
};

/// A relation that would bear on a position, but that a lens refuses.
struct refused {
    any_relation relation{};                          ///< the relation
    any_relation via{};                               ///< the `would` by which it would carry over; null otherwise
    geostance::refusal why = geostance::refusal::day; ///< why it does not count
    any_relation by{};                                ///< what took it back or disowned it; null otherwise

    friend bool operator==(refused const&, refused const&) = default;
};

} // namespace geostance
