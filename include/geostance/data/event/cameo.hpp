// SPDX-License-Identifier: BSL-1.0
/// @file
/// The event codes of CAMEO, with what GDELT, ICEWS and PLOVER say about each.
#pragma once

#include <geostance/data/event/detail/cameo_rows.hpp>
#include <geostance/data/event/plover.hpp>
#include <geostance/data/event/quad_class.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace geostance::io {

/// One event code. The values are properties of the code, not of an event: a riot of ten people has the same value as
/// one of ten thousand.
struct cameo_event {
    std::string_view code{};                          ///< two to four digits; "010" is not "10"
    std::string_view name{};                          ///< a short description, in this library's words
    std::optional<double> goldstein{};                ///< GDELT's Goldstein value, in [-10, 10]; it has none for 1213
    double intensity = 0;                             ///< ICEWS's intensity, in [-10, 10]
    quad_class quad = quad_class::verbal_cooperation; ///< GDELT's class
    quad_class icews_quad = quad_class::verbal_cooperation; ///< ICEWS's class: it differs for roots 09 and 14
    plover_type plover = plover_type::none;                 ///< the PLOVER type that it maps to
    std::string_view plover_mode{};                         ///< its mode; empty where there is none
};

namespace detail {

constexpr cameo_event to_event(cameo_table::row const& row) noexcept {
    constexpr double tenths = 10;
    return {row.code,
            row.name,
            row.gdelt_tenths == cameo_table::no_value ? std::optional<double>() : row.gdelt_tenths / tenths,
            row.icews_tenths / tenths,
            *quad_class_of(row.gdelt_quad),
            *quad_class_of(row.icews_quad),
            row.plover,
            row.plover_mode};
}

} // namespace detail

/// What is known of an event code.
/// @param code as event data write it, for example "0231"
/// @return nothing for a code that neither GDELT nor ICEWS has a value for, such as "13y" or "---"
/// @par Complexity
/// O(log n) for n = 312 codes
/// @par Source
/// Codes: Schrodt, P. A. (2012). CAMEO: Conflict and Mediation Event Observations Event and Actor Codebook, version
/// 1.1b3. Pennsylvania State University. Values: GDELT's lookup CAMEO.goldsteinscale.txt, after Goldstein, J. S.
/// (1992). A conflict-cooperation scale for WEIS events data. Journal of Conflict Resolution 36, 369-385,
/// doi:10.1177/0022002792036002007. Intensities and classes: the data of ICEWS, doi:10.7910/DVN/28075. Types and modes:
/// PLOVER's table CAMEO-PLOV.txt, Open Event Data Alliance (2021). PLOVER Manual.
/// https://github.com/openeventdata/PLOVER.
[[nodiscard]] constexpr std::optional<cameo_event> find_cameo(std::string_view code) noexcept {
    auto const& rows = detail::cameo_table::rows;
    auto const at =
        std::lower_bound(rows.begin(), rows.end(), code,
                         [](detail::cameo_table::row const& row, std::string_view c) { return row.code < c; });
    if (at == rows.end() || at->code != code) return std::nullopt;
    return detail::to_event(*at);
}

/// @return the number of codes in the table
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr std::size_t count_cameo_events() noexcept { return detail::cameo_table::rows.size(); }

/// Calls f with every `cameo_event`, in order of the codes as text.
/// @param f takes a `cameo_event const&`; is not copied
/// @par Complexity
/// O(number of codes)
template <class F>
constexpr void for_each_cameo_event(F&& f) {
    for (auto const& row : detail::cameo_table::rows) f(detail::to_event(row));
}

/// The root of an event code: its first two digits.
/// @param code at least two characters long
/// @return the first two characters, or all if there are fewer
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr std::string_view cameo_root(std::string_view code) noexcept { return code.substr(0, 2); }

} // namespace geostance::io
