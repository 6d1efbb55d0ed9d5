// SPDX-License-Identifier: BSL-1.0
/// @file
/// Named policies that turn an event code into a value of a stance; the code itself is always kept beside it.
/// @par Complexity
/// O(1) for each function, and for each call of a policy
#pragma once

#include <geostance/data/event/cameo.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace geostance::io {

/// How an event code becomes a value in [-1, 1]. Make one of your own from a name and a function.
struct cameo_policy {
    std::string name{}; ///< says in a report which policy it was
    /// from a code to a value in [-1, 1], or to nothing if the policy knows none: such codes are reported, never
    /// guessed
    std::function<std::optional<double>(std::string_view)> value{};
};

namespace detail {

template <class Score>
std::optional<double> tenth_of(std::string_view code, Score score) {
    constexpr double widest = 10;
    auto const event = find_cameo(code);
    std::optional<double> const scored = event ? score(*event) : std::nullopt;
    if (!scored) return std::nullopt;
    return *scored / widest;
}

} // namespace detail

/// A tenth of the Goldstein value that GDELT has for the code.
/// @return the policy named `goldstein-gdelt`
/// @par Source
/// Goldstein, J. S. (1992). A conflict-cooperation scale for WEIS events data. Journal of Conflict Resolution 36,
/// 369-385, doi:10.1177/0022002792036002007, as in the lookup table of GDELT: see `find_cameo`.
[[nodiscard]] inline cameo_policy goldstein_of_gdelt() {
    return {"goldstein-gdelt", [](std::string_view code) {
                return detail::tenth_of(code, [](cameo_event const& e) { return e.goldstein; });
            }};
}

/// A tenth of the intensity that ICEWS has for the code.
/// @return the policy named `intensity-icews`
/// @par Source
/// The intensities in the data of ICEWS, doi:10.7910/DVN/28075: see `find_cameo`.
[[nodiscard]] inline cameo_policy intensity_of_icews() {
    return {"intensity-icews", [](std::string_view code) {
                return detail::tenth_of(code, [](cameo_event const& e) { return std::optional<double>(e.intensity); });
            }};
}

/// A tenth of the score of the PLOVER type and mode that the code has.
/// @return the policy named `plover`; it knows no value for statements and appeals, which PLOVER does not code
/// @par Source
/// The scores: see `plover_score`. Which type and mode a code of CAMEO is: see `find_cameo`.
[[nodiscard]] inline cameo_policy score_of_plover() {
    return {"plover", [](std::string_view code) {
                return detail::tenth_of(code,
                                        [](cameo_event const& e) { return plover_score(e.plover, e.plover_mode); });
            }};
}

} // namespace geostance::io
