// SPDX-License-Identifier: BSL-1.0
/// @file
/// The values and classes of event codes: GDELT's, ICEWS's or POLECAT's.
/// @par Complexity
/// O(1) for each function, and for each event that is read
#pragma once

#include <geostance/data/event/cameo.hpp>
#include <geostance/data/event/cameo_policy.hpp>
#include <geostance/data/event/plover.hpp>
#include <geostance/data/event/quad_class.hpp>
#include <geostance/detail/check_field.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace geostance::io {

/// How the codes of a ledger or a file are read. Make one of your own from parts of these.
struct event_reading {
    cameo_policy policy{};                                             ///< from a code to a value in [-1, 1], or none
    std::function<std::optional<quad_class>(std::string_view)> quad{}; ///< from a code to its class, or none
};

/// Checks that a reading has both of its functions.
/// @param r the reading
/// @throws invalid_value for one that is missing
inline void validate(event_reading const& r) {
    geostance::detail::check_function("cameo_policy.value", r.policy.value != nullptr, "one from codes to values");
    geostance::detail::check_function("event_reading.quad", r.quad != nullptr, "one from codes to classes");
}

/// GDELT's reading.
/// @return the policy `goldstein-gdelt` with GDELT's classes of CAMEO codes
/// @par Source
/// See `goldstein_of_gdelt`; the classes are those of GDELT's column QuadClass, by the root of the code: see
/// `find_cameo`.
[[nodiscard]] inline event_reading reading_of_gdelt() {
    return {goldstein_of_gdelt(), [](std::string_view code) -> std::optional<quad_class> {
                auto const found = find_cameo(code);
                return found ? std::optional(found->quad) : std::nullopt;
            }};
}

/// ICEWS's reading.
/// @return the policy `intensity-icews` with ICEWS's classes of CAMEO codes
/// @par Source
/// See `intensity_of_icews`; for the classes see `find_cameo`.
[[nodiscard]] inline event_reading reading_of_icews() {
    return {intensity_of_icews(), [](std::string_view code) -> std::optional<quad_class> {
                auto const found = find_cameo(code);
                return found ? std::optional(found->icews_quad) : std::nullopt;
            }};
}

namespace detail {

/// The type of a code such as `ACCUSE-allege`.
inline std::optional<plover_type> type_of_plover(std::string_view code) noexcept {
    auto const type = code.substr(0, code.find('-'));
    if (type == "DEMAND") return plover_type::request;
    auto const found = from_string<plover_type>(type);
    return found == plover_type::none ? std::nullopt : found;
}

} // namespace detail

/// The class of a PLOVER type.
/// @param type the event type
/// @return nothing for `plover_type::none`
/// @par Source
/// Open Event Data Alliance (2021). PLOVER Manual. https://github.com/openeventdata/PLOVER: the section of each type.
/// The manual's table of classes calls SANCTION verbal, its section material.
[[nodiscard]] constexpr std::optional<quad_class> quad_of_plover(plover_type type) noexcept {
    switch (type) {
    case plover_type::none: return std::nullopt;
    case plover_type::agree:
    case plover_type::consult:
    case plover_type::support:
    case plover_type::concede: return quad_class::verbal_cooperation;
    case plover_type::cooperate:
    case plover_type::aid:
    case plover_type::retreat: return quad_class::material_cooperation;
    case plover_type::request:
    case plover_type::accuse:
    case plover_type::reject:
    case plover_type::threaten: return quad_class::verbal_conflict;
    default: return quad_class::material_conflict;
    }
}

/// POLECAT's reading: codes are PLOVER types, or types and modes, such as `ACCUSE-allege`.
/// @return the policy `polecat`, a tenth of PLOVER's scores, with PLOVER's classes
/// @par Source
/// See `plover_score` and `quad_of_plover`.
[[nodiscard]] inline event_reading reading_of_polecat() {
    auto const value = [](std::string_view code) -> std::optional<double> {
        constexpr double widest = 10;
        auto const type = detail::type_of_plover(code);
        auto const hyphen = code.find('-');
        auto const mode = hyphen == std::string_view::npos ? std::string_view() : code.substr(hyphen + 1);
        auto const score = type ? plover_score(*type, mode) : std::nullopt;
        return score ? std::optional(*score / widest) : std::nullopt;
    };
    auto const quad = [](std::string_view code) {
        auto const type = detail::type_of_plover(code);
        return type ? quad_of_plover(*type) : std::nullopt;
    };
    return {{"polecat", value}, quad};
}

} // namespace geostance::io
