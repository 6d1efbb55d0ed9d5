// SPDX-License-Identifier: BSL-1.0
/// @file
/// The number that exports show for a relation: what it says for or against its target.
#pragma once

#include <geostance/model/relations.hpp>
#include <geostance/query/position/signal.hpp>

#include <concepts>
#include <optional>
#include <string_view>

namespace geostance::io::detail {

/// The value of a position (see `signal_of`) or of an effect, in [-1, 1]; none for what is neither.
template <class R>
std::optional<double> relation_value(R const& payload) {
    if constexpr (signalling<R>) {
        auto const found = signal_of(payload);
        return found ? std::optional(found->value) : std::nullopt;
    } else if constexpr (std::same_as<R, affects>) {
        return payload.value;
    } else {
        return std::nullopt;
    }
}

inline std::string_view sign_text(double value) { return value > 0 ? "1" : value < 0 ? "-1" : "0"; }

} // namespace geostance::io::detail
