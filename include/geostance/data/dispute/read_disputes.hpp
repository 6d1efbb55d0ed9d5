// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads militarized disputes of the Correlates of War: participants (MIDB) and dyads.
#pragma once

#include <geostance/data/dispute/disputes.hpp>
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace geostance::io {

/// How a file of disputes is read.
struct read_disputes_options {
    read_options rows{};                 ///< bad rows, limits, progress, cancellation
    char separator = ',';                ///< what separates fields: `,`, `;` or a tab
    std::optional<year_span> coverage{}; ///< the years that the file covers; none = those that occur
};

namespace detail {

/// The columns of a file of disputes; those of other layouts are absent.
struct dispute_layout {
    explicit dispute_layout(sheet const& s) : dispute_layout(s, s.find({"side_a_id"}).exists()) {}

    bool is_ucdp = false;
    bool is_by_dyad = false;
    column dispute, older_dispute, start_day, start_month, start_year, end_day, end_month, end_year;
    column state_a, state_b, name_a, name_b, hostility_a, hostility_b, year;
    column is_first_on_side_a; // of a directed file, which has each pair both ways
    column state, name, side_a, originator, revisionist, fatality, action;
    column side_id_a, side_id_b, intensity; // of UCDP

private:
    /// UCDP's conflicts by dyad and year: the numbers of its actors, and of those that are states.
    dispute_layout(sheet const& s, bool is_of_ucdp) : is_ucdp(is_of_ucdp) {
        if (!is_ucdp) {
            find_columns(s);
            return;
        }
        dispute = s.at({"conflict_id"});
        year = s.at({"year"});
        name_a = s.at({"side_a"});
        name_b = s.at({"side_b"});
        side_id_a = s.at({"side_a_id"});
        side_id_b = s.at({"side_b_id"});
        state_a = s.find({"gwno_a"});
        state_b = s.find({"gwno_b"});
        intensity = s.at({"intensity_level"});
    }
    void find_columns(sheet const& s) {
        dispute = dispute_column(s);
        older_dispute = s.find({"dispnum3"});
        start_day = s.find({"stday", "strtday"});
        start_month = s.find({"stmon", "strtmnth", "strtmon"});
        start_year = s.find({"styear", "strtyr"});
        end_day = s.find({"endday"});
        end_month = s.find({"endmon", "endmnth"});
        end_year = s.find({"endyear", "endyr"});
        state_a = s.find({"ccode1", "statea"});
        is_by_dyad = state_a.exists();
        if (is_by_dyad) {
            state_b = s.at({"ccode2", "stateb"});
            name_a = s.find({"namea", "stabb1"});
            name_b = s.find({"nameb", "stabb2"});
            hostility_a = s.at({"hihosta", "hostlev1", "hosta"});
            hostility_b = s.at({"hihostb", "hostlev2", "hostb"});
            year = s.find({"year"});
            is_first_on_side_a = s.find({"sidea1"});
        } else {
            state = s.at({"ccode"});
            name = s.find({"stabb"});
            side_a = s.at({"sidea"});
            originator = s.find({"orig"});
            revisionist = s.find({"revstate"});
            fatality = s.find({"fatality"});
            action = s.find({"hiact"});
            hostility_a = s.at({"hostlev"});
        }
        if (start_year.exists() || !year.exists()) {
            start_year = s.at({"styear", "strtyr"});
            end_year = s.at({"endyear", "endyr"});
        }
    }

    /// The number of the dispute, in a file that has the participants of disputes or their dyads.
    static column dispute_column(sheet const& s) {
        if (s.find({"incidnum"}).exists() || s.find({"insidea"}).exists())
            s.fail_headings("a file of incidents, as MIDI and MIDIP",
                            "a file of disputes, as MIDB; an incident is a part of a dispute");
        auto found = s.at({"dispnum", "dispnum5", "dispnum4", "dispnum3", "disno"});
        bool const has_states = s.find({"ccode", "ccode1", "statea"}).exists();
        if (!has_states && s.find({"outcome"}).exists())
            s.fail_headings("a file of the outcomes of disputes, as MIDA", "a file with their participants, as MIDB");
        return found;
    }
};

inline period whole_period_of_row(sheet const& s, dispute_layout const& l) {
    auto const from = s.maybe_date(l.start_day, l.start_month, l.start_year);
    if (!from) s.fail(l.start_year, "a year");
    period const valid{*from, s.maybe_date(l.end_day, l.end_month, l.end_year).value_or(date())};
    if (valid.to.is_known() && valid.to.last_day() < valid.from.first_day())
        s.fail(l.end_year, "an end after the start");
    return valid;
}

/// The period of a row. A row by year has the part that lies in that year, or the whole year if the file has no dates.
inline period period_of_row(sheet const& s, dispute_layout const& l) {
    if (!l.start_year.exists()) return during(std::chrono::year(s.year(l.year)));
    auto valid = whole_period_of_row(s, l);
    if (!l.year.exists()) return valid;
    date const year = std::chrono::year(s.year(l.year));
    if (valid.from.first_day() > year.last_day() || (valid.to.is_known() && valid.to.last_day() < year.first_day()))
        s.fail(l.year, "a year of the dispute");
    if (valid.from.first_day() < year.first_day()) valid.from = year;
    if (!valid.to.is_known() || valid.to.last_day() > year.last_day()) valid.to = year;
    return valid;
}

/// The number of a dispute. Where version 4 has no number of its own, it is that of version 3.
inline std::uint32_t dispute_of_row(sheet& s, dispute_layout const& l) {
    auto const written = unless_missing(s.text(l.dispute));
    bool const is_missing = written.empty() || written == "-9";
    if (is_missing && l.older_dispute.exists() && l.older_dispute.at != l.dispute.at) {
        s.warn(l.dispute, "no number of the dispute: that of version 3 stands for it");
        return static_cast<std::uint32_t>(s.number(l.older_dispute, 1, 999999));
    }
    return static_cast<std::uint32_t>(s.number(l.dispute, 1, 999999));
}

/// A level of hostility; nothing where it is missing or 0.
inline std::optional<hostility> hostility_of(sheet const& s, column const& c) {
    auto const level = s.text(c) == "0" ? std::nullopt : s.maybe_number(c, 1, 5);
    return level ? std::optional(static_cast<hostility>(*level - 1)) : std::nullopt;
}

inline std::optional<bool> maybe_flag(sheet const& s, column const& c) {
    auto const value = s.maybe_number(c, 0, 1);
    return value ? std::optional(*value == 1) : std::nullopt;
}

/// Reads the rows of a file of disputes into a table.
class dispute_rows {
public:
    dispute_rows(sheet& s, dispute_table& table) : sheet_(&s), layout_(s), table_(&table) {}

    /// Takes the row that the sheet is at.
    void take() {
        auto const number = dispute_of_row(*sheet_, layout_);
        auto const valid = period_of_row(*sheet_, layout_);
        if (layout_.is_ucdp)
            take_conflict(number, valid);
        else if (layout_.is_by_dyad)
            take_dyad(number, valid);
        else
            take_participant(number, valid);
        if (valid.from.precision() != precision::day && !layout_.year.exists())
            sheet_->warn(layout_.start_day, "a first day that is missing");
        for (date const d : {valid.from, valid.to})
            if (d.is_known())
                table_->coverage =
                    widened(table_->coverage, static_cast<int>(std::chrono::year_month_day(d.first_day()).year()));
    }

private:
    void take_dyad(std::uint32_t number, period const& valid) {
        auto& s = *sheet_;
        auto const& l = layout_;
        dispute_dyad d;
        d.dispute = number;
        d.hostility_a = hostility_of(s, l.hostility_a);
        d.hostility_b = hostility_of(s, l.hostility_b);
        d.valid = valid;
        d.line = s.line();
        if (s.cow_number(l.state_a) == s.cow_number(l.state_b)) s.fail(l.state_b, "two states");
        bool const is_directed = l.is_first_on_side_a.exists();
        bool const is_turned = is_directed && !s.flag(l.is_first_on_side_a);
        if (!d.hostility_a) s.warn(l.hostility_a, "hostility is missing");
        if (!d.hostility_b) s.warn(l.hostility_b, "hostility is missing");
        d.a = add_state(l.state_a, l.name_a);
        d.b = add_state(l.state_b, l.name_b);
        if (is_turned) {
            std::swap(d.a, d.b);
            std::swap(d.hostility_a, d.hostility_b);
        }
        if (!is_directed || !is_other_way(d, is_turned)) table_->dyads.push_back(d);
    }

    /// A year of a conflict between two of UCDP's actors: intensity 1 is use of force, 2 is war.
    void take_conflict(std::uint32_t number, period const& valid) {
        auto& s = *sheet_;
        auto const& l = layout_;
        dispute_dyad d;
        d.dispute = number;
        d.hostility_a = d.hostility_b = s.number(l.intensity, 1, 2) == 1 ? hostility::use : hostility::war;
        d.valid = valid;
        d.line = s.line();
        auto const sides = std::pair(side_of(l.side_id_a, l.state_a), side_of(l.side_id_b, l.state_b));
        if (sides.first == sides.second) s.fail(l.side_id_b, "two sides");
        d.a = table_->states.add(sides.first.scheme, sides.first.value, s.text(l.name_a));
        d.b = table_->states.add(sides.second.scheme, sides.second.value, s.text(l.name_b));
        table_->scheme = "ucdp-conflict";
        table_->dyads.push_back(d);
    }
    /// A state by its number of Gleditsch and Ward, another actor by UCDP's own.
    [[nodiscard]] code side_of(column const& id, column const& state) const {
        auto const gleditsch_ward = sheet_->maybe_number(state, 1, 999);
        if (gleditsch_ward) return {std::string(scheme::gleditsch_ward), std::to_string(*gleditsch_ward)};
        return {"ucdp-actor", std::to_string(sheet_->number(id, 1, 999'999))};
    }

    /// Whether a row of a directed file is the opposite direction of an earlier one; warns where the two disagree.
    bool is_other_way(dispute_dyad const& dyad, bool is_turned) {
        auto const [known, is_new] = directed_.try_emplace({dyad.dispute, dyad.a, dyad.b, dyad.valid.from.first_day()},
                                                           direction{table_->dyads.size(), is_turned});
        if (is_new) return false;
        auto const& first = table_->dyads[known->second.dyad];
        if (known->second.is_turned == is_turned) {
            sheet_->warn(layout_.state_a, "the same dyad again");
            return false;
        }
        if (first.hostility_a != dyad.hostility_a || first.hostility_b != dyad.hostility_b)
            sheet_->warn(layout_.hostility_a, "the two directions of a dyad disagree: the first one counts");
        return true;
    }

    void take_participant(std::uint32_t number, period const& valid) {
        auto& s = *sheet_;
        auto const& l = layout_;
        dispute_participant p;
        p.dispute = number;
        p.side_a = s.number(l.side_a, 0, 1) == 1;
        p.originator = maybe_flag(s, l.originator);
        p.revisionist = maybe_flag(s, l.revisionist);
        p.fatality = s.maybe_number(l.fatality, 0, 6);
        p.action = s.maybe_number(l.action, 0, 21);
        p.hostility = hostility_of(s, l.hostility_a);
        p.valid = valid;
        p.line = s.line();
        p.state = add_state(l.state, l.name);
        if (!p.hostility) s.warn(l.hostility_a, "hostility is missing");
        if (p.action == 0) s.warn(l.action, "a participant without any militarized action");
        table_->participants.push_back(p);
    }

    std::uint32_t add_state(column const& number, column const& name) {
        auto const id = sheet_->cow_number(number);
        auto const abbreviation = unless_missing(sheet_->text(name));
        auto const owner = crosswalk::find({std::string(scheme::cow_abbreviation), std::string(abbreviation)});
        if (!abbreviation.empty() && owner.match != crosswalk::find({std::string(scheme::cow), std::string(id)}).match)
            sheet_->warn(name, "an abbreviation that is not that of the number");
        return table_->states.add(scheme::cow, id, abbreviation);
    }

    /// The place of the first row of each pair that comes in both directions.
    struct direction {
        std::size_t dyad;
        bool is_turned;
    };

    sheet* sheet_;
    dispute_layout layout_;
    dispute_table* table_;
    /// by dispute, side A, side B and first day
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::chrono::sys_days>, direction> directed_{};
};

} // namespace detail

/// Reads a file of disputes. Its first row says which layout it has: participants (`dispnum`, `ccode`, `sidea`,
/// `hiact`, `hostlev`, as MIDB 5.0) or dyads (`disno`, `statea`, `stateb`, `hihosta`, `hihostb`, `strtyr`), by dispute
/// or by year. A directed file (`ccode1`, `ccode2`, `year`, `sidea1`, `hostlev1`, in the layout of Gibler, Miller and
/// Little) has each pair in both directions; it gives each pair once, the state on side A first.
///
/// UCDP's dyadic data (`conflict_id`, `side_a`, `side_a_id`, `year`, `intensity_level`) give a dyad for each year: the
/// conflict is the dispute, of the scheme `ucdp-conflict`; a side is a state, by its Gleditsch and Ward number, or an
/// actor of the scheme `ucdp-actor`; intensity 1 is read as use of force, 2 as war.
///
/// -9, NA, a point and empty fields are missing. A date without a day is read as its month; a missing figure is never
/// 0; hostility 0 is missing, too. A row by year has the part of the dispute that lies in that year. States differ by
/// number; of two abbreviations for one number the first is kept.
/// @param in a file, stream or text
/// @param options how to read it
/// @return one participant or dyad for each row, or for two rows of a directed file. Warnings: an abbreviation that is
///         not the number's, a day that is missing, a participant without any militarized action, hostility that is
///         missing, a dispute that has only the number of an older version, two directions of a dyad that disagree, a
///         direction that is repeated
/// @throws read_error for a heading of no known layout (the message recognises files of incidents and of outcomes), and
///         for a bad row, if asked to stop
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline read_result<dispute_table> read_disputes(input in, read_disputes_options const& options = {}) {
    detail::sheet s(std::move(in), options.separator, options.rows);
    read_result<dispute_table> result;
    detail::dispute_rows rows(s, result.value);
    result.report = s.for_each_row([&] { rows.take(); });
    if (options.coverage) result.value.coverage = *options.coverage;
    return result;
}

} // namespace geostance::io
