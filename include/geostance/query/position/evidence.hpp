// SPDX-License-Identifier: BSL-1.0
/// @file
/// Pieces of evidence: the relations that an answer rests on, and how each bears on it.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/model/period.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace geostance {

/// How a relation bears on a position.
enum class derivation : std::uint8_t {
    direct,       ///< it is the holder's own relation to the target
    spoken_for,   ///< an organ's act or an official spokesperson's words bind the holder
    carried_over, ///< it is a position on a motion that would keep, create or end the target
    inherited     ///< it is the position of a group of which the holder is a member
};

template <>
struct enum_names<derivation> {
    static constexpr std::array<std::string_view, 4> of_each{"direct", "spoken for", "carried over", "inherited"};
};

/// One relation that a position rests on.
struct evidence {
    any_relation relation{};   ///< the relation
    double value = 0;          ///< what it contributes, in [-1, 1]
    double weight = 0;         ///< how much it weighs, in (0, 1]
    any_relation via{};        ///< the `would` by which a position on a motion is carried over; null otherwise
    any_relation membership{}; ///< the `member_of` by which it is inherited; null otherwise
    any_node whose{};          ///< the node whose own relation it is: the spokesperson, the group
    geostance::derivation how = derivation::direct; ///< how it bears
    certainty holds = certainty::yes;               ///< whether it held on the day asked about
    bool repeats = false;                           ///< it reports an event that is counted already: it weighs nothing
    bool replaced = false; ///< something newer took its place: it is what was before, and weighs nothing

    /// @return true unless it is the holder's own relation to the target
    [[nodiscard]] bool is_derived() const noexcept { return how != derivation::direct; }

    /// @return true if it is part of the position's value and weight
    [[nodiscard]] bool counts() const noexcept { return !repeats && !replaced; }

    friend bool operator==(evidence const&, evidence const&) = default;
    /// In order of insertion.
    friend bool operator<(evidence const& a, evidence const& b) noexcept {
        return std::tie(a.relation, a.via, a.membership) < std::tie(b.relation, b.via, b.membership);
    }
};

} // namespace geostance
