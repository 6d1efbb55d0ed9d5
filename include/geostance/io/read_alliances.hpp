// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads alliances: Correlates of War 4.1 by member, dyad or directed dyad-year, and ATOP 5.1 directed dyad-years.
#pragma once

#include <geostance/io/alliances.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

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
    char separator = ',';                ///< what separates fields: `,` or a tab
    std::optional<year_span> coverage{}; ///< the years that the file knows of; none = found, see `read_alliances`
};

namespace detail {

/// Where an alliance file of any layout has what.
class alliance_layout {
public:
    explicit alliance_layout(sheet const& s)
        : year(s.find({"year"})), treaty(s.find({"version4id", "atopid", "atop_id"})), version(s.find({"version"})),
          ddyad(s.find({"ddyad"})), allied(s.find({"atopally"})), defense(s.at({"defense", "cow_defense"})),
          offense(s.find({"offense"})), neutrality(s.at({"neutrality", "neutral", "cow_neutral"})),
          nonaggression(s.at({"nonaggression", "nonagg", "cow_nonagg"})),
          consultation(s.at({"entente", "consul", "cow_entente"})), left(s.find({"left_censor"})),
          right(s.find({"right_censor"})) {
        from = s.find({"ccode", "member"});
        is_by_member = from.exists();
        if (is_by_member) {
            from_name = s.find({"state_name", "stateabb"});
            find_days(s, "mem");
        } else {
            from = ddyad.exists() ? s.find({"statea", "ccode1"}) : s.at({"ccode1", "statea"});
            to = ddyad.exists() ? s.find({"stateb", "ccode2"}) : s.at({"ccode2", "stateb"});
            from_name = s.find({"state_name1"});
            to_name = s.find({"state_name2"});
            find_days(s, "dyad");
        }
        if (!year.exists() && !start[2].exists())
            static_cast<void>(s.at({is_by_member ? "mem_st_year" : "dyad_st_year"}));
        is_mutual = !is_by_member && !ddyad.exists() && start[2].exists();
    }

    bool is_by_member = false;
    bool is_mutual = false;
    column year, treaty, version, ddyad, allied, defense, offense, neutrality, nonaggression, consultation, left, right;
    column from, to, from_name, to_name;
    column start[3], end[3];

private:
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

/// The two states of a row.
inline std::pair<std::string, std::string> states_of_row(sheet const& s, alliance_layout const& l) {
    if (l.from.exists())
        return {std::string(s.cow_number(l.from)), l.is_by_member ? std::string() : std::string(s.cow_number(l.to))};
    auto const both = s.number(l.ddyad, 1001, 999999);
    if (both % 1000 == 0) s.fail(l.ddyad, "two numbers of states: 1000 times the first, and the second");
    return {std::to_string(both / 1000), std::to_string(both % 1000)};
}

inline period period_of_row(sheet const& s, alliance_layout const& l) {
    if (l.year.exists()) return during(std::chrono::year(s.year(l.year)));
    auto const from = s.maybe_date(l.start[0], l.start[1], l.start[2]);
    if (!from) s.fail(l.start[2], "a year");
    period const valid{*from, s.maybe_date(l.end[0], l.end[1], l.end[2]).value_or(date())};
    if (valid.to.is_known() && valid.to.last_day() < valid.from.first_day()) s.fail(l.end[2], "an end after the start");
    return valid;
}

/// Takes back that a record is mutual where the file also has it the other way round.
inline void part_directed(alliance_table& table) {
    auto const key = [](alliance_record const& r, std::uint32_t from, std::uint32_t to) {
        auto const day = [](date d) { return d.is_known() ? d.first_day() : std::chrono::sys_days::max(); };
        return std::tuple(from, to, std::string_view(r.treaty), day(r.valid.from), day(r.valid.to));
    };
    std::set<decltype(key({}, 0, 0))> known;
    for (auto const& r : table.records)
        if (r.mutual) known.insert(key(r, r.from, r.to));
    for (auto& r : table.records)
        if (r.mutual && known.contains(key(r, r.to, r.from))) r.mutual = false;
}

} // namespace detail

/// Reads a file of alliances. Its first row says which of these layouts it has:
/// - Correlates of War 4.1 by member (`ccode`, `mem_st_year`), by dyad or directed (`ccode1`, `ccode2`,
///   `dyad_st_year`), each also yearly (`year`);
/// - directed dyad-years with the flags of the Correlates of War (`ccode1`, `ccode2`, `year`, `cow_defense`);
/// - ATOP 5.1 directed dyad-years (`ddyad`, `year`, `atopally`, `consul`).
///
/// A pledge stays a pledge: see `pledge_policy.hpp` for values. A file that says it is directed though it has each pair
/// once is read as mutual. A missing end is an end that is not known, not an end that has not come. Year 0 is a bad
/// row. Coverage, unless given: for Correlates of War 4.1 by spells 1816 to 2012; else the years that occur.
/// @param in a file, stream or text
/// @param options how to read it
/// @return one record for each row with an alliance. Doubtful: a pair and year that occurs twice, an alliance without a
///         pledge, a missing end that is not said to be censored; rows that say there is no alliance make no record
/// @throws read_error for a heading of no known layout; for a bad row, if asked to stop; cancelled; invalid_value for
///         options out of range
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline read_result<alliance_table> read_alliances(input in, read_alliances_options const& options = {}) {
    detail::sheet s(std::move(in), options.separator, options.rows);
    const detail::alliance_layout l(s);
    read_result<alliance_table> result;
    auto& table = result.table;
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::string, int>> seen;
    bool is_version_4_1 = !l.year.exists();
    result.report = s.for_each_row([&] {
        auto const [from, to] = detail::states_of_row(s, l);
        if (from == to) s.fail(l.to, "two states");
        alliance_record r;
        r.treaty = s.text(l.treaty);
        r.pledges = {s.flag(l.defense), s.flag(l.offense), s.flag(l.neutrality), s.flag(l.nonaggression),
                     s.flag(l.consultation)};
        r.valid = detail::period_of_row(s, l);
        r.left_censored = s.flag(l.left);
        r.right_censored = s.flag(l.right);
        r.mutual = l.is_mutual;
        r.line = s.line();
        bool const is_allied = !l.allied.exists() || s.flag(l.allied);
        is_version_4_1 = is_version_4_1 && s.text(l.version).starts_with("4.1");
        auto const first_year = static_cast<int>(std::chrono::year_month_day(r.valid.from.first_day()).year());
        table.coverage = widened(table.coverage, first_year);
        if (r.valid.to.is_known())
            table.coverage =
                widened(table.coverage, static_cast<int>(std::chrono::year_month_day(r.valid.to.first_day()).year()));
        r.from = table.states.add(scheme::cow, from, s.text(l.from_name));
        if (!l.is_by_member) r.to = table.states.add(scheme::cow, to, s.text(l.to_name));
        if (!is_allied) {
            s.doubt(l.allied, "no alliance between these states in this year");
            return;
        }
        if (r.pledges == pledges{}) s.doubt({}, "an alliance without a pledge");
        if (!l.year.exists() && !r.valid.to.is_known() && !r.right_censored)
            s.doubt(l.end[2], "no end, though not said to be in force when the data end");
        if (l.year.exists() && !seen.emplace(r.from, r.to, r.treaty, first_year).second)
            s.doubt(l.year, "the same states, treaty and year again");
        table.records.push_back(std::move(r));
    });
    result.doubts = std::move(s).take_doubts();
    if (is_version_4_1 && result.report.rows > 0) table.coverage = {1816, 2012};
    if (options.coverage) table.coverage = *options.coverage;
    detail::part_directed(table);
    return result;
}

} // namespace geostance::io
