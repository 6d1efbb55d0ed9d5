// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads alliances: Correlates of War 4.1 by member, dyad or directed dyad-year, and ATOP 5.1 dyad-years, directed or
/// not.
#pragma once

#include <geostance/data/alliance/alliances.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace geostance::io {

/// How a file of alliances is read.
struct read_alliances_options {
    read_options rows{};                 ///< bad rows, limits, progress, cancellation
    char separator = ',';                ///< what separates fields: `,`, `;` or a tab
    std::optional<year_span> coverage{}; ///< the years that the file covers; none = found, see `read_alliances`
};

namespace detail {

/// The columns of an alliance file, whatever its layout.
class alliance_layout {
public:
    explicit alliance_layout(sheet const& s)
        : year(s.find({"year"})), treaty(s.find({"version4id", "atopid", "atop_id"})), version(s.find({"version"})),
          ddyad(s.find({"ddyad"})), allied(s.find({"atopally"})),
          defense(s.at({"defense", "cow_defense", "atop_defense"})), offense(s.find({"offense", "atop_offense"})),
          neutrality(s.at({"neutrality", "neutral", "cow_neutral", "atop_neutral"})),
          nonaggression(s.at({"nonaggression", "nonagg", "cow_nonagg", "atop_nonagg"})),
          consultation(s.at({"entente", "consul", "cow_entente", "atop_consul"})), left(s.find({"left_censor"})),
          right(s.find({"right_censor"})) {
        bool const is_undirected = s.find({"mem1"}).exists();
        if (is_undirected) {
            ddyad = s.find({"dyad"});
            asymmetric = s.find({"asymm"});
        }
        from = s.find({"ccode", "member"});
        is_by_member = from.exists();
        if (is_by_member) {
            from_name = s.find({"state_name", "stateabb"});
            is_atop_by_member = s.find({"yrent"}).exists();
            if (is_atop_by_member)
                find_atop_days(s);
            else
                find_days(s, "mem");
        } else {
            from = ddyad.exists() ? s.find({"statea", "mem1", "ccode1"}) : s.at({"ccode1", "statea", "mem1"});
            to = from.exists() ? s.at({"stateb", "mem2", "ccode2"}) : s.find({"stateb", "mem2", "ccode2"});
            from_name = s.find({"state_name1"});
            to_name = s.find({"state_name2"});
            find_days(s, "dyad");
        }
        if (!year.exists() && !start[2].exists())
            static_cast<void>(s.at({is_by_member ? "mem_st_year" : "dyad_st_year"}));
        if (is_by_member) treaty = s.at({"version4id", "atopid", "atop_id"}); // without it, all would be of one treaty
        lists_all_pairs = defense.name == "atop_defense";
        is_mutual = is_undirected || (!is_by_member && !ddyad.exists() && start[2].exists());
    }

    bool is_by_member = false;
    bool is_atop_by_member = false; // 0 is a date that is not known: a member that never left has 0 as its year of exit
    bool is_mutual = false;
    bool lists_all_pairs = false; // pairs without an alliance have rows too, without pledges
    column year, treaty, version, ddyad, allied, defense, offense, neutrality, nonaggression, consultation, left, right;
    column from, to, from_name, to_name;
    column asymmetric; // of a file without directions: the two pledge unlike things
    column start[3], end[3];

private:
    void find_atop_days(sheet const& s) {
        start[0] = s.find({"dayent"});
        start[1] = s.find({"moent"});
        start[2] = s.at({"yrent"});
        end[0] = s.find({"dayexit"});
        end[1] = s.find({"moexit"});
        end[2] = s.at({"yrexit"});
    }
    void find_days(sheet const& s, std::string const& what) {
        constexpr char const* parts[] = {"day", "month", "year"};
        for (std::size_t i = 0; i < 3; ++i) {
            auto const first = what + "_st_" + parts[i];
            auto const last = what + "_end_" + parts[i];
            start[i] = s.find({first});
            end[i] = s.find({last});
        }
    }
};

/// The two states of a row, which may name them in two ways.
inline std::pair<std::string, std::string> states_of_row(sheet const& s, alliance_layout const& l) {
    std::pair<std::string, std::string> states;
    if (l.ddyad.exists()) {
        auto const both = s.number(l.ddyad, 1001, 999999);
        if (both % 1000 == 0) s.fail(l.ddyad, "two numbers of states: 1000 times the first, and the second");
        states = {std::to_string(both / 1000), std::to_string(both % 1000)};
    }
    if (l.from.exists()) {
        std::pair<std::string, std::string> const named{s.cow_number(l.from),
                                                        l.is_by_member ? std::string_view() : s.cow_number(l.to)};
        if (l.ddyad.exists() && named != states) s.fail(l.ddyad, "the states of the row's other columns");
        states = named;
    }
    if (states.first == states.second) s.fail(l.to, "two states");
    return states;
}

/// True if the year of a yearly row is 0, as in some rows of version 4.1, and the row has the dates of its alliance.
inline bool has_lost_year(sheet const& s, alliance_layout const& l) {
    return l.year.exists() && s.text(l.year) == "0" && !s.text(l.start[2]).empty();
}

inline period period_of_row(sheet const& s, alliance_layout const& l) {
    if (l.year.exists() && !has_lost_year(s, l)) return during(std::chrono::year(s.year(l.year)));
    auto const part = [&](column const& c) { return l.is_atop_by_member && s.text(c) == "0" ? column() : c; };
    auto const day = [&](column const(&at)[3]) { return s.maybe_date(part(at[0]), part(at[1]), part(at[2])); };
    auto const from = day(l.start);
    if (!from) s.fail(l.start[2], "a year");
    period const valid{*from, day(l.end).value_or(date())};
    if (valid.to.is_known() && valid.to.last_day() < valid.from.first_day()) s.fail(l.end[2], "an end after the start");
    return valid;
}

/// What a row says, apart from its states.
inline alliance_record record_of_row(sheet const& s, alliance_layout const& l) {
    alliance_record r;
    r.treaty = unless_missing(s.text(l.treaty));
    if (l.is_by_member && r.treaty.empty()) s.fail(l.treaty, "the number of a treaty");
    r.pledges = {s.flag(l.defense), s.flag(l.offense), s.flag(l.neutrality), s.flag(l.nonaggression),
                 s.flag(l.consultation)};
    if (s.flag(l.asymmetric)) s.fail(l.asymmetric, "0, as the row does not say who pledges what; a directed file does");
    r.valid = period_of_row(s, l);
    r.left_censored = s.flag(l.left);
    r.right_censored = l.is_atop_by_member ? !r.valid.to.is_known() : s.flag(l.right);
    r.mutual = l.is_mutual;
    r.line = s.line();
    return r;
}

/// The pairs of states with skipped rows, by position. States that no other row names are left out: nothing is known of
/// them anyway.
inline std::set<std::pair<std::uint32_t, std::uint32_t>>
positions_of(std::set<std::pair<std::string, std::string>> const& pairs, listed_states const& states) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> result;
    for (auto const& [from, to] : pairs) {
        auto const a = states.find({std::string(scheme::cow), from});
        auto const b = states.find({std::string(scheme::cow), to});
        if (a != listed_states::npos && (to.empty() || b != listed_states::npos)) result.insert(std::minmax(a, b));
    }
    return result;
}

/// The treaty, pledges and time of a record, whichever of its states pledges to the other.
inline auto time_key_of(alliance_record const& row, std::uint32_t from, std::uint32_t to) {
    auto const day = [](date d) { return d.is_known() ? d.first_day() : std::chrono::sys_days::max(); };
    return std::tuple(from, to, row.treaty, day(row.valid.from), day(row.valid.to));
}

/// Unmarks a record as mutual where the file also has the opposite direction.
inline void part_directed(alliance_table& table) {
    std::set<decltype(time_key_of({}, 0, 0))> known;
    for (auto const& r : table.records)
        if (r.mutual) known.insert(time_key_of(r, r.from, r.to));
    for (auto& r : table.records)
        if (r.mutual && known.contains(time_key_of(r, r.to, r.from))) r.mutual = false;
}

} // namespace detail

/// Reads a file of alliances. Its first row says which of these layouts it has:
/// - Correlates of War 4.1 by member (`ccode`, `mem_st_year`), by dyad or directed (`ccode1`, `ccode2`,
///   `dyad_st_year`), each also yearly (`year`);
/// - directed dyad-years with the flags of the Correlates of War (`ccode1`, `ccode2`, `year`, `cow_defense`);
/// - ATOP 5.1 directed dyad-years (`ddyad`, `year`, `atopally`, `consul`), or with the flags of ATOP by the names that
///   peacesciencer gives them (`ccode1`, `ccode2`, `year`, `atop_defense`), in which a row without a pledge says that
///   there is no alliance;
/// - ATOP 5.1 by member (`atopid`, `member`, `yrent`, `yrexit`): 0 is a member that never left;
/// - ATOP dyad-years (`dyad`, `mem1`, `mem2`), which are mutual: a row of asymmetric pledges is a bad one.
///
/// A pledge stays a pledge: see `pledge_policy.hpp` for values. A file that claims to be directed but has each pair
/// only once is read as mutual. A missing end means that the end is unknown, not that the alliance goes on. Year 0 in a
/// yearly row is a lost year: the row is read with the dates of its alliance, and is a bad row if it has none.
/// Coverage, unless given: 1816 to 2012 for Correlates of War 4.1 by spells; for others the years that occur, apart
/// from rows of year 0. The pairs with skipped rows are in `alliance_table::incomplete`.
/// @param in a file, stream or text
/// @param options how to read it
/// @return one record for each row with an alliance. Warnings: the same states, treaty and time again (two states may
///         have several treaties at a time); year 0; an alliance without a pledge; a missing end that is not marked as
///         censored. Rows that say there is no alliance make no record
/// @throws read_error for a heading of no known layout, and for a bad row, if asked to stop
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline read_result<alliance_table> read_alliances(input in, read_alliances_options const& options = {}) {
    detail::sheet s(std::move(in), options.separator, options.rows);
    detail::alliance_layout const l(s);
    read_result<alliance_table> result;
    auto& table = result.value;
    std::set<decltype(detail::time_key_of({}, 0, 0))> seen;
    std::set<std::pair<std::string, std::string>> skipped;
    bool is_version_4_1 = !l.year.exists();
    result.report = s.for_each_row([&] {
        auto const [from, to] = detail::states_of_row(s, l);
        alliance_record r;
        bool is_allied = true;
        try {
            r = detail::record_of_row(s, l);
            is_allied = l.allied.exists() ? s.flag(l.allied) : !l.lists_all_pairs || r.pledges != pledges{};
        } catch (read_error const&) {
            skipped.emplace(from, to);
            throw;
        }
        is_version_4_1 = is_version_4_1 && s.text(l.version).starts_with("4.1");
        bool const has_lost_year = detail::has_lost_year(s, l);
        for (auto const d : {r.valid.from, r.valid.to})
            if (d.is_known() && !has_lost_year) table.coverage = widened(table.coverage, detail::year_of(d));
        r.from = table.states.add(scheme::cow, from, detail::unless_missing(s.text(l.from_name)));
        if (!l.is_by_member) r.to = table.states.add(scheme::cow, to, detail::unless_missing(s.text(l.to_name)));
        if (!is_allied) {
            s.warn(l.allied, "no alliance between these states in this year");
            return;
        }
        if (r.pledges == pledges{}) s.warn({}, "an alliance without a pledge");
        if (has_lost_year) s.warn(l.year, "no year: read with the dates of the alliance");
        if (!l.year.exists() && !r.valid.to.is_known() && !r.right_censored)
            s.warn(l.end[2], "no end, though not said to be in force when the data end");
        if (!seen.insert(detail::time_key_of(r, r.from, r.to)).second)
            s.warn(l.year.exists() ? l.year : l.start[2], "the same states, treaty and time again");
        table.records.push_back(std::move(r));
    });
    table.incomplete = detail::positions_of(skipped, table.states);
    if (is_version_4_1 && result.report.rows > 0) table.coverage = {1816, 2012};
    if (options.coverage) table.coverage = *options.coverage;
    detail::part_directed(table);
    return result;
}

} // namespace geostance::io
