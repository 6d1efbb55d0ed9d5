// SPDX-License-Identifier: BSL-1.0
/// @file
/// The landscape of aggregation of a record's holders: ties from the record, sizes from a policy.
#pragma once

#include <geostance/optimum/landscape.hpp>
#include <geostance/query/network/project.hpp>

#include <concepts>
#include <optional>
#include <vector>

namespace geostance {

/// A policy that says how large an actor is, or nothing where that is unknown: a record does not hold sizes.
///
/// Requires of a constant callable `f`
/// - `f(any_node)`: converts to std::optional<double>.
///
/// Satisfied by `[](any_node) { return std::optional(1.0); }`; not by a callable that takes no node.
template <class F>
concept size_policy = requires(F const& f, any_node who) {
    { f(who) } -> std::convertible_to<std::optional<double>>;
};

/// A landscape whose vertices are the holders of a record.
struct recorded_landscape {
    projection ties{};               ///< the holders and their ties, with the evidence: the propensities
    landscape found{};               ///< its bottom; vertices as in `ties`
    std::vector<any_node> without{}; ///< holders whose size the policy does not know: their ties are left out
};

/// The alignment of a record's holders with the least energy, and its proof; see `landscape_of` of a network for what
/// the model says and what it does not. `local_optima(result.found.network)` lists where else actors may stop.
/// @param g the record
/// @param size node -> its size, finite and at least 0, if known: capabilities, population, the choice of an analyst
/// @param asked the reading
/// @param options limits of the search
/// @return the landscape, and the ties that it rests on
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens, a size below 0 or not finite, or an option out of range
/// @par Complexity
/// that of `project` and `frustration_index`
/// @par Source
/// See `landscape_of`.
template <stance_schema S, size_policy Size>
[[nodiscard]] recorded_landscape landscape_of(typed_graph<S> const& g, Size const& size, lens const& asked = {},
                                              search_options const& options = {}) {
    recorded_landscape result{project(g, asked), {}, {}};
    std::vector<double> sizes;
    for (auto const who : result.ties.holders) {
        std::optional<double> const known = size(who);
        sizes.push_back(known.value_or(0)); // without ties
        if (!known) result.without.push_back(who);
    }
    result.found = landscape_of(result.ties.graph, sizes, options);
    return result;
}

} // namespace geostance
