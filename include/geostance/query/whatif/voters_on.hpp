// SPDX-License-Identifier: BSL-1.0
/// @file
/// From a record to voters: who holds which position on a target, and with which power under a policy.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/whatif/voters.hpp>

#include <concepts>
#include <optional>
#include <utility>
#include <vector>

namespace geostance {

/// What a policy says about somebody's power on a question.
struct voter_power {
    double influence = 1; ///< as in `voter`
    double salience = 1;  ///< as in `voter`
};

/// A policy that says which power somebody has, or nothing where that is unknown: a record does not hold power.
///
/// Requires of a constant callable `f`
/// - `f(any_node)`: converts to std::optional<voter_power>.
///
/// Satisfied by `[](any_node) { return std::optional(voter_power{}); }`; not by a callable that returns a number, which
/// could not say that it does not know.
template <class F>
concept power_policy = requires(F const& f, any_node who) {
    { f(who) } -> std::convertible_to<std::optional<voter_power>>;
};

/// Voters of a record.
struct recorded_voters {
    std::vector<voter> voters{};    ///< as the models take them; positions from -1 to 1
    std::vector<holding> behind{};  ///< who each of them is, and its position with the evidence, in the same order
    std::vector<holding> without{}; ///< who has a position, but no power that the policy knows: left out
};

/// Everybody with a position on a target as voters, for `weighted_mean`, `weighted_median`, `pairwise_winner` and
/// `condorcet_election`. Power comes from the policy alone: capabilities, votes, expert judgement. Who is silent is no
/// voter, and neither is one whose power is unknown.
/// @param g the record
/// @param power node -> its power, if known
/// @param target any node but a publication
/// @param asked the reading
/// @return the voters in order of insertion, with what they rest on
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, a node that cannot take part in a position, or a power out of range
/// @par Complexity
/// that of `holders_of_positions`, and one call of the policy for each holder
template <stance_schema S, power_policy Power>
[[nodiscard]] recorded_voters voters_on(typed_graph<S> const& g, Power const& power, position_target<S> auto target,
                                        lens const& asked = {}) {
    auto held = holders_of_positions(g, target, asked);
    detail::sort(held, [](holding const& a, holding const& b) { return a.who < b.who; });
    recorded_voters result;
    for (auto& h : held) {
        std::optional<voter_power> const known = power(h.who);
        if (known) result.voters.push_back({h.position.value, known->influence, known->salience});
        (known ? result.behind : result.without).push_back(std::move(h));
    }
    validate(result.voters);
    return result;
}

} // namespace geostance
