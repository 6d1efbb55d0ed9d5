// SPDX-License-Identifier: BSL-1.0
/// @file
/// From one scheme's code for a state to another's, on a day; what does not map is reported, never guessed.
#pragma once

#include <geostance/data/state/detail/crosswalk_index.hpp>
#include <geostance/graph/detail/fold.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/period.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance {

namespace io {

/// How a look-up in the crosswalk ended.
enum class crosswalk_status : std::uint8_t {
    found,          ///< one answer
    unknown_scheme, ///< the crosswalk has no such scheme
    unknown_code,   ///< the code was never in the scheme, or no polity has the name
    not_in_force,   ///< the code was in the scheme, but on other days
    ambiguous,      ///< several states, or several codes, would do
    no_code         ///< the state has no code in the scheme asked for
};

} // namespace io

template <>
struct enum_names<io::crosswalk_status> {
    static constexpr std::array<std::string_view, 6> of_each{"found",        "unknown_scheme", "unknown_code",
                                                             "not_in_force", "ambiguous",      "no_code"};
};

namespace io {

/// A code and the days on which it is in force; an unknown date sets no limit.
struct dated_code {
    geostance::code code{}; ///< the code
    period valid{};         ///< both days included; an unknown `from` or `to` sets no limit

    friend bool operator==(dated_code const&, dated_code const&) = default;
};

/// A state or territory of the crosswalk. One for each number of the Correlates of War, so West Germany is not
/// Germany, and Russia is the Soviet Union; and one for each further entry of ISO 3166-1.
/// @par Complexity
/// O(1) for a function that says nothing else
class polity {
public:
    /// @return its usual name today, or on its last day
    [[nodiscard]] std::string_view name() const noexcept { return row().name; }
    /// Its usual name at a time: the Soviet Union, for Russia in 1980.
    /// @param when a day, or a month or year in the whole of which the name was in use
    /// @return the name of that time, or today's
    /// @par Complexity
    /// O(number of all former names)
    [[nodiscard]] std::string_view name_on(date when) const {
        return detail::crosswalk_index::get().name_on(at_, when);
    }
    /// @return a text that no other polity has: `cow:365`, or `iso3166-1-alpha-3:HKG` where it has no COW number
    [[nodiscard]] std::string key() const { return to_string(key_code()); }
    /// @return the code that the key is made of
    [[nodiscard]] code key_code() const {
        if (!row().cow.empty()) return {std::string(scheme::cow), std::string(row().cow)};
        return {std::string(scheme::iso_alpha_3), std::string(row().iso_alpha_3)};
    }
    /// @return all its codes, former ones included, in order of scheme and value
    /// @par Complexity
    /// O(log n + number of the codes)
    [[nodiscard]] std::vector<dated_code> codes() const {
        std::vector<dated_code> result;
        for (auto const& e : detail::crosswalk_index::get().of_polity(at_))
            if (e.scheme != detail::name_scheme)
                result.push_back({{std::string(e.scheme), std::string(e.value)}, {e.from, e.to}});
        return result;
    }
    /// Whether it was a member of the state system of the Correlates of War.
    /// @param when a day; of a month or year, `yes` says throughout and `maybe` in part
    /// @return nothing outside what the list covers, 1816 to 2016
    /// @par Complexity
    /// O(number of memberships in the list)
    /// @par Source
    /// Correlates of War Project (2017). State System Membership List, version 2016. https://correlatesofwar.org.
    [[nodiscard]] std::optional<certainty> in_state_system(date when) const {
        return detail::crosswalk_index::membership(at_, when);
    }

    friend auto operator<=>(polity, polity) = default;

private:
    friend struct crosswalk;
    explicit polity(std::uint16_t at) : at_(at) {}
    [[nodiscard]] detail::crosswalk_table::polity_row const& row() const noexcept {
        return detail::crosswalk_table::polities[at_];
    }

    std::uint16_t at_;
};

/// What a look-up found.
struct polity_match {
    crosswalk_status status = crosswalk_status::unknown_code; ///< how it ended
    /// the polity if `found`; also if `not_in_force` and only one ever had the code: whether to take it is up to the
    /// caller
    std::optional<polity> match{};

    /// True if the look-up ended with `found`.
    explicit operator bool() const noexcept { return status == crosswalk_status::found; }
};

/// What a conversion found.
struct code_match {
    crosswalk_status status = crosswalk_status::unknown_code; ///< how it ended
    std::optional<code> match{};                              ///< the code if `found`

    /// True if the conversion ended with `found`.
    explicit operator bool() const noexcept { return status == crosswalk_status::found; }
};

/// States and territories and their codes in the schemes of `schemes.hpp`, with the days on which each code was in
/// force. The table is compiled in; the first look-up sorts it.
///
/// A year is not a day: in 1990 DEU was first West Germany's code and then Germany's, so for the year it is ambiguous,
/// while on 1 January it was West Germany's. A look-up without a date covers all time.
/// @par Source
/// Codes: Correlates of War, State System Membership List, version 2016; ISO 3166-1 and ISO 3166-3 (withdrawn codes and
/// their days); FIPS PUB 10-4 and its successor GEC; United Nations M49; the CAMEO manual 1.1b3, whose states have the
/// ISO alpha-3 codes of its time. Where a register's own day is not known, the day on which the state changed stands
/// for it; FIPS codes of Serbia between 1992 and 2001 are not recorded.
/// @par Thread safety
/// All functions can be called from several threads.
struct crosswalk {
    /// The polity that has a code.
    /// @param c scheme and value; "010" is not "10", and the same letters differ between schemes
    /// @param when the day, month or year it is dated; unknown = whenever
    /// @return the polity, or why there is none
    /// @par Complexity
    /// O(log n)
    [[nodiscard]] static polity_match find(code const& c, date when = {}) {
        if (!detail::crosswalk_index::has_scheme(c.scheme)) return {crosswalk_status::unknown_scheme, {}};
        return look_up(c.scheme, c.value, when);
    }

    /// The polity that has a name, apart from case and marks: `COTE D'IVOIRE` finds Côte d’Ivoire, as in a graph.
    /// @param name as a source writes it
    /// @param when the day, month or year it is dated; unknown = whenever
    /// @return the polity, or why there is none
    /// @par Complexity
    /// O(log n)
    [[nodiscard]] static polity_match find_name(std::string_view name, date when = {}) {
        return look_up(detail::name_scheme, geostance::detail::folded(name), when);
    }

    /// The code of a polity in a scheme.
    /// @param state the polity
    /// @param to_scheme one of `schemes.hpp`
    /// @param when the day, month or year; unknown = whenever
    /// @return the code, or why there is none
    /// @par Complexity
    /// O(log n + number of its codes)
    [[nodiscard]] static code_match code_of(polity state, std::string_view to_scheme, date when = {}) {
        if (!detail::crosswalk_index::has_scheme(to_scheme)) return {crosswalk_status::unknown_scheme, {}};
        std::vector<detail::crosswalk_entry> candidates;
        for (auto const& e : detail::crosswalk_index::get().of_polity(state.at_))
            if (e.scheme == to_scheme) candidates.push_back(e);
        if (candidates.empty()) return {crosswalk_status::no_code, {}};
        auto const best = detail::in_force(candidates, when, [](auto const& e) { return e.value; });
        if (best.empty()) return {crosswalk_status::not_in_force, {}};
        if (best.size() > 1) return {crosswalk_status::ambiguous, {}};
        return {crosswalk_status::found, code{std::string(to_scheme), std::string(best.front())}};
    }

    /// The code of the same polity in another scheme.
    /// @param c scheme and value
    /// @param to_scheme one of `schemes.hpp`
    /// @param when the day, month or year; unknown = whenever
    /// @return the code, or why there is none
    /// @par Complexity
    /// O(log n + number of the polity's codes)
    [[nodiscard]] static code_match convert(code const& c, std::string_view to_scheme, date when = {}) {
        auto const from = find(c, when);
        if (!from) return {from.status, {}};
        return code_of(*from.match, to_scheme, when);
    }

    /// @return all polities, in the order of the table: states by COW number, then territories
    /// @par Complexity
    /// O(number of polities)
    [[nodiscard]] static std::vector<polity> all() {
        std::vector<polity> result;
        for (std::size_t i = 0; i < detail::crosswalk_table::polities.size(); ++i)
            result.push_back(polity(static_cast<std::uint16_t>(i)));
        return result;
    }

private:
    static polity_match look_up(std::string_view in_scheme, std::string_view value, date when) {
        auto const candidates = detail::crosswalk_index::get().with_value(in_scheme, value);
        if (candidates.empty()) return {crosswalk_status::unknown_code, {}};
        auto const polity_of = [](auto const& e) { return e.polity; };
        auto const best = detail::in_force(candidates, when, polity_of);
        if (best.size() > 1) return {crosswalk_status::ambiguous, {}};
        if (best.size() == 1) return {crosswalk_status::found, polity(best.front())};
        auto const ever = detail::in_force(candidates, date(), polity_of);
        if (ever.size() > 1) return {crosswalk_status::not_in_force, {}};
        return {crosswalk_status::not_in_force, polity(ever.front())};
    }
};

} // namespace io

} // namespace geostance
