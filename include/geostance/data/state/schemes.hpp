// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names of the code schemes that the readers and the crosswalk use.
#pragma once

#include <string_view>

/// The names of code schemes, as they stand in `code::scheme`.
namespace geostance::io::scheme {

/// Correlates of War: a state's number, without leading zeros.
inline constexpr std::string_view cow = "cow";
/// Correlates of War: a state's abbreviation; three letters that are not those of ISO 3166-1.
inline constexpr std::string_view cow_abbreviation = "cow-abbreviation";
/// Gleditsch and Ward: a state's number, which is that of the Correlates of War for most.
inline constexpr std::string_view gleditsch_ward = "gleditsch-ward";
/// ISO 3166-1, two letters.
inline constexpr std::string_view iso_alpha_2 = "iso3166-1-alpha-2";
/// ISO 3166-1, three letters.
inline constexpr std::string_view iso_alpha_3 = "iso3166-1-alpha-3";
/// FIPS PUB 10-4, two letters that often name another state than those of ISO 3166-1.
inline constexpr std::string_view fips = "fips10-4";
/// United Nations M49, three digits with leading zeros.
inline constexpr std::string_view m49 = "m49";
/// CAMEO: letters for actors, digits for events, so that one never is the other.
inline constexpr std::string_view cameo = "cameo";
/// PLOVER: an event type, with its mode after a hyphen where it has one: `ACCUSE-allege`.
inline constexpr std::string_view plover = "plover";

} // namespace geostance::io::scheme
