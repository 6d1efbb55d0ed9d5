// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a sanction says about its authority's position: nothing, until somebody chooses a policy.
#pragma once

#include <geostance/data/entity/entities.hpp>
#include <geostance/detail/check_field.hpp>

#include <functional>
#include <optional>
#include <string>

namespace geostance::io {

/// From a sanction to a value.
struct sanction_policy {
    std::string name{}; ///< says which policy it was
    /// from an entity of the schema `Sanction` to a value in [-1, 1] toward whom it hits, or to nothing
    std::function<std::optional<double>(entity const&)> value{};
};

/// Checks that a policy has its function.
/// @param p the policy
/// @throws invalid_value for one that has none
/// @par Complexity
/// O(1)
inline void validate(sanction_policy const& p) {
    geostance::detail::check_function("sanction_policy.value", p.value != nullptr, "one from sanctions to values");
}

/// Every sanction counts as one and the same value.
/// @param value in [-1, 1]; whoever reads by the policy checks it
/// @return the policy named `every-sanction`
/// @par Complexity
/// O(1)
[[nodiscard]] inline sanction_policy every_sanction(double value = -1) {
    return {"every-sanction", [value](entity const&) { return std::optional(value); }};
}

} // namespace geostance::io
