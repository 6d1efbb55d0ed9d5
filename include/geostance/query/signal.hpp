// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which relations say something of a position, and what: their value and channel.
#pragma once

#include <geostance/model/geopolitics.hpp>
#include <geostance/model/relations.hpp>

#include <concepts>
#include <optional>

namespace geostance {

/// What one relation says of its source's position on its target.
struct signal {
    double value = 0;                                        ///< in [-1, 1]
    geostance::channel channel = geostance::channel::verbal; ///< words, votes or deeds
};

/// A stance speaks for itself.
[[nodiscard]] inline std::optional<signal> signal_of(stance const& s) { return signal{s.value, s.channel}; }

/// Yes is 1, abstaining 0, no -1. Who was absent, or no member, or took no part, has taken no position.
[[nodiscard]] inline std::optional<signal> signal_of(casts const& c) {
    switch (c.vote) {
    case ballot::yes: return signal{1, channel::vote};
    case ballot::abstain: return signal{0, channel::vote};
    case ballot::no: return signal{-1, channel::vote};
    default: return std::nullopt;
    }
}

/// Who puts a motion forward is for it.
[[nodiscard]] inline std::optional<signal> signal_of(sponsors const&) { return signal{1, channel::verbal}; }

/// A coded event counts with the value that a policy gave it, if any.
[[nodiscard]] inline std::optional<signal> signal_of(acts_toward const& a) {
    if (!a.value) return std::nullopt;
    return signal{*a.value, a.channel};
}

/// Relation types that may say something of a position: those with a function `signal_of(R const&)` that returns a
/// `std::optional<signal>`. Write one beside a relation type of your own and queries count it.
template <class R>
concept signalling = requires(R const& payload) {
    { signal_of(payload) } -> std::same_as<std::optional<signal>>;
};

} // namespace geostance
