// SPDX-License-Identifier: BSL-1.0
/// @file
/// Named policies that turn pledges into a value. An alliance is not support: a value is made only when asked for.
/// @par Complexity
/// O(1) for each function, and for each call of a policy
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/model/relations.hpp>

#include <functional>
#include <optional>
#include <string>

namespace geostance::io {

/// How a set of pledges becomes a value in [0, 1]. Make one of your own from a name and a function.
struct pledge_policy {
    std::string name{}; ///< says in a report which policy it was
    /// from pledges to a value in [0, 1], or to nothing if these pledges say nothing about support
    std::function<std::optional<double>(pledges const&)> value{};
};

/// Checks that a policy has its function.
/// @param p the policy
/// @throws invalid_value for one that has none
inline void validate(pledge_policy const& p) {
    geostance::detail::check_function("pledge_policy.value", p.value != nullptr, "one from pledges to values");
}

namespace detail {

inline std::optional<double> third(int step) {
    constexpr double steps = 3;
    return step / steps;
}

} // namespace detail

/// Defence or offence 1, consultation or neutrality a third; a promise not to attack says nothing about support.
/// @return the policy named `commitment`
[[nodiscard]] inline pledge_policy commitment() {
    return {"commitment", [](pledges const& p) -> std::optional<double> {
                if (p.defense || p.offense) return 1;
                if (p.consultation || p.neutrality) return detail::third(1);
                return std::nullopt;
            }};
}

/// The ranking of the Correlates of War: defence 3, neutrality or nonaggression 2, entente 1, none 0; thirds.
/// @return the policy named `cow-ranking`
/// @par Source
/// Signorino, C. S. and Ritter, J. M. (1999). Tau-b or not tau-b: measuring the similarity of foreign policy positions.
/// International Studies Quarterly 43, 115-144, doi:10.1111/0020-8833.00113: the section on alliance portfolios.
[[nodiscard]] inline pledge_policy cow_ranking() {
    return {"cow-ranking", [](pledges const& p) {
                return detail::third(p.defense || p.offense            ? 3
                                     : p.neutrality || p.nonaggression ? 2
                                     : p.consultation                  ? 1
                                                                       : 0);
            }};
}

/// The ranking made for ATOP: defence or offence 3, neutrality or consultation 2, nonaggression 1, none 0; thirds.
/// @return the policy named `atop-ranking`
/// @par Source
/// Chiba, D., Johnson, J. C. and Leeds, B. A. (2015). Careful commitments: democratic states and alliance design.
/// Journal of Politics 77, 968-982, doi:10.1086/682074. Häge, F. M. (2011). Choice or circumstance? Adjusting measures
/// of foreign policy similarity for chance agreement. Political Analysis 19, 287-305, doi:10.1093/pan/mpr023.
[[nodiscard]] inline pledge_policy atop_ranking() {
    return {"atop-ranking", [](pledges const& p) {
                return detail::third(p.defense || p.offense           ? 3
                                     : p.neutrality || p.consultation ? 2
                                     : p.nonaggression                ? 1
                                                                      : 0);
            }};
}

/// 1 if anything was pledged, 0 if not: rankings of pledges are disputed.
/// @return the policy named `any-pledge`
/// @par Source
/// Häge, F. M. (2011). Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement.
/// Political Analysis 19, 287-305, doi:10.1093/pan/mpr023.
[[nodiscard]] inline pledge_policy any_pledge() {
    return {"any-pledge", [](pledges const& p) -> std::optional<double> { return p == pledges{} ? 0 : 1; }};
}

} // namespace geostance::io
