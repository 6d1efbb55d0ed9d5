// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a ledger of event data keeps: its sides, periods and weights.
#pragma once

#include <geostance/model/enum_names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace geostance {

namespace io {

/// Who the two sides of a dyad are.
enum class ledger_sides : std::uint8_t {
    countries, ///< the countries of the actors
    actors     ///< the actors: their codes, or their names where they have none
};

/// How long the periods of a ledger are.
enum class ledger_period : std::uint8_t {
    day,   ///< each day for itself
    month, ///< calendar months
    year,  ///< calendar years
    all    ///< all time
};

/// What a report weighs.
enum class ledger_weight : std::uint8_t {
    reports,  ///< 1
    mentions, ///< its number of mentions, which GDELT has
    sources,  ///< its number of sources, likewise
    articles  ///< its number of articles, likewise
};

} // namespace io

template <>
struct enum_names<io::ledger_sides> {
    static constexpr std::array<std::string_view, 2> of_each{"countries", "actors"};
};
template <>
struct enum_names<io::ledger_period> {
    static constexpr std::array<std::string_view, 4> of_each{"day", "month", "year", "all"};
};
template <>
struct enum_names<io::ledger_weight> {
    static constexpr std::array<std::string_view, 4> of_each{"reports", "mentions", "sources", "articles"};
};

namespace io {

/// What a ledger keeps. Ledgers merge only if these are the same.
struct ledger_options {
    ledger_sides sides = ledger_sides::countries;  ///< who the sides are
    ledger_period period = ledger_period::month;   ///< how long the periods are
    ledger_weight weight = ledger_weight::reports; ///< what a report weighs
    /// whether repeats are distinguished from new events; reports with the same sides, code and day are one event. If
    /// false, memory does not grow with the number of days; if true, years and all time are kept as months with their
    /// days.
    bool tells_repeats = true;
    bool keeps_unknown = false;  ///< whether events with a side missing count; it then is the empty text
    bool keeps_internal = false; ///< whether events whose sides are the same count

    friend bool operator==(ledger_options const&, ledger_options const&) = default;
};

/// Checks the options.
/// @param options the options
/// @throws invalid_value that names the field whose value is no enumerator
/// @par Complexity
/// O(1)
inline void validate(ledger_options const& options) {
    geostance::detail::check_enumerator("ledger_options.sides", options.sides);
    geostance::detail::check_enumerator("ledger_options.period", options.period);
    geostance::detail::check_enumerator("ledger_options.weight", options.weight);
}

} // namespace io

} // namespace geostance
