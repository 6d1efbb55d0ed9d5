// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads event data row by row: GDELT 2.0 and 1.0, ICEWS and POLECAT.
#pragma once

#include <geostance/data/event/cameo.hpp>
#include <geostance/data/event/detail/gdelt_columns.hpp>
#include <geostance/data/event/detail/text_memo.hpp>
#include <geostance/data/event/event.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// Files written by R have NA for what is missing, those written by Python None, by a database NULL.
inline std::string_view known(std::string_view text) noexcept {
    return text == "NA" || text == "None" || text == "NULL" ? std::string_view() : text;
}

inline std::uint64_t count_in(table_row const& row, std::size_t column) {
    return row.integer<std::uint64_t>(column, 0, std::uint64_t(1) << 32U);
}

inline std::optional<double> optional_value(table_row const& row, std::size_t column) {
    constexpr double widest = 10;
    if (known(row[column]).empty()) return std::nullopt;
    auto const value = row.number(column);
    if (value < -widest || value > widest) row.fail(column, "a number from -10 to 10");
    return value;
}

/// Where GDELT says when an event was added, and where it was published.
struct gdelt_record_columns {
    std::size_t added;
    std::size_t address; ///< missing in the older files of version 1
};

/// What fields of GDELT were read as before.
struct gdelt_memo {
    text_memo<std::chrono::sys_days> day{};
    text_memo<std::optional<double>> value{};
    text_memo<std::uint64_t> count{};
};

/// True for a row of headings, which some copies of GDELT have.
/// @param columns how many of the headings are looked at
/// @throws read_error if they are in another order
inline bool is_gdelt_heading(table_row const& row, std::vector<std::string> const& names, std::size_t columns) {
    auto const is_named = [&](std::size_t column) { return lower(row[column]) == lower(names[column]); };
    if (row[gdelt::id].size() != names[gdelt::id].size() || !is_named(gdelt::id)) return false;
    for (std::size_t i = 0; i < std::min(columns, row.size()); ++i)
        if (!is_named(i)) row.fail(i, "the heading '" + names[i] + "'");
    return true;
}

/// Fills an event from a row of GDELT.
inline void read_gdelt_row(table_row const& row, event& e, gdelt_memo& memo) {
    auto const count = [&](std::size_t column) {
        return memo.count(row[column], row.end(), [&] { return count_in(row, column); });
    };
    e.id = row.word(gdelt::id);
    e.day = memo.day(row[gdelt::day], row.end(), [&] { return row.day(gdelt::day, '\0'); });
    e.source = {row[gdelt::source_code], row[gdelt::source_name], row[gdelt::source_country], {}};
    e.target = {row[gdelt::target_code], row[gdelt::target_name], row[gdelt::target_country], {}};
    e.code = row.word(gdelt::event_code);
    if (row[gdelt::root_code] != cameo_root(e.code))
        row.fail(gdelt::root_code, "the first two digits of the event's code; are leading zeros lost?");
    e.quad = quad_class_of(row.integer<int>(gdelt::quad, 1, 4));
    e.value = memo.value(row[gdelt::goldstein], row.end(), [&] { return optional_value(row, gdelt::goldstein); });
    e.mentions = count(gdelt::mentions);
    e.sources = count(gdelt::sources);
    e.articles = count(gdelt::articles);
}

template <class F>
read_report for_each_gdelt_event(input in, bool is_version_2, bool wants_record, F& f, read_options const& options) {
    constexpr std::size_t without_address = 57;
    table_reader table(std::move(in), tab_separated, options, gdelt::names(is_version_2));
    table.explain_sizes(gdelt::known_sizes);
    const gdelt_record_columns record{table.column("DATEADDED"), table.column("SOURCEURL")};
    if (!is_version_2) table.allow_sizes({without_address});
    auto const kept = wants_record ? record.address + 1 : gdelt::last_before_places;
    table.keep(kept);
    event e;
    gdelt_memo memo;
    return table.for_each_row([&](table_row const& row) {
        if (is_gdelt_heading(row, table.names(), kept)) return false;
        read_gdelt_row(row, e, memo);
        if (wants_record) {
            e.added = row.day(record.added, '\0', is_version_2 ? 6 : 0);
            e.publication = record.address < row.size() ? row[record.address] : std::string_view();
        }
        f(std::as_const(e));
        return true;
    });
}

/// True if the value in the file belongs to another code, which has a zero before this one.
inline bool has_lost_zero(std::string_view code, double value) {
    auto const scores = [value](std::string_view c) {
        auto const found = find_cameo(c);
        return found && found->intensity == value;
    };
    return !scores(code) && scores('0' + std::string(code));
}

template <class F>
read_report for_each_icews_event(input in, F& f, read_options const& options) {
    table_reader table(std::move(in), tab_separated, options);
    table.read_headings();
    auto const column = [&](std::string_view name) { return table.column(name); };
    auto const id = column("Event ID"), day = column("Event Date"), code = column("CAMEO Code"),
               value = column("Intensity"), publisher = column("Publisher"), source = column("Source Name"),
               source_country = column("Source Country"), target = column("Target Name"),
               target_country = column("Target Country");
    event e;
    return table.for_each_row([&](table_row const& row) {
        e.id = row.word(id);
        e.day = row.day(day);
        e.source = {{}, known(row[source]), known(row[source_country]), {}};
        e.target = {{}, known(row[target]), known(row[target_country]), {}};
        e.code = row.word(code);
        e.value = optional_value(row, value);
        if (e.value && has_lost_zero(e.code, *e.value))
            row.fail(code, "a code of the intensity in its row; are leading zeros lost?");
        e.publication = known(row[publisher]);
        f(std::as_const(e));
    });
}

/// A side in POLECAT, whose countries are a list with semicolons between them.
inline event_actor polecat_actor(std::string_view name, std::string_view countries) noexcept {
    event_actor side{{}, known(name), known(trimmed(countries)), {}};
    auto const first = trimmed(countries.substr(0, countries.find(';')));
    for (auto rest = countries; rest.find(';') != std::string_view::npos;) {
        rest.remove_prefix(rest.find(';') + 1);
        auto const part = trimmed(rest.substr(0, rest.find(';')));
        if (!part.empty() && part != first) return {{}, side.name, {}, countries};
        side.country = known(first);
    }
    return side;
}

template <class F>
read_report for_each_polecat_event(input in, F& f, read_options const& options) {
    table_reader table(std::move(in), tab_separated, options);
    table.read_headings();
    auto const column = [&](std::string_view name) { return table.column(name); };
    auto const id = column("Event ID"), day = column("Event Date"), type = column("Event Type"),
               mode = column("Event Mode"), value = column("Intensity"), source = column("Actor Name"),
               source_country = column("Actor Country"), target = column("Recipient Name"),
               target_country = column("Recipient Country"), publisher = column("Source"),
               published = column("Publication Date");
    event e;
    std::string code;
    return table.for_each_row([&](table_row const& row) {
        e.id = row.word(id);
        e.day = row.day(day);
        e.source = polecat_actor(row[source], row[source_country]);
        e.target = polecat_actor(row[target], row[target_country]);
        code = row.word(type);
        if (known(code).empty()) row.fail(type, "a type of event");
        if (!known(row[mode]).empty()) (code += '-') += row[mode];
        e.code = code;
        e.value = optional_value(row, value);
        e.added = known(row[published]).empty() ? std::nullopt : std::optional(row.day(published));
        e.publication = known(row[publisher]);
        f(std::as_const(e));
    });
}

template <class F>
read_report for_each_event(input in, event_format format, bool wants_record, F&& f, read_options const& options) {
    switch (format) {
    case event_format::gdelt_2: return for_each_gdelt_event(std::move(in), true, wants_record, f, options);
    case event_format::gdelt_1: return for_each_gdelt_event(std::move(in), false, wants_record, f, options);
    case event_format::icews: return for_each_icews_event(std::move(in), f, options);
    case event_format::polecat: return for_each_polecat_event(std::move(in), f, options);
    }
    throw invalid_value("event_format", std::to_string(static_cast<int>(format)), "one of the enumerators");
}

} // namespace detail

/// Reads event data, one row after another.
///
/// Codes are texts and stay as they are: `010` is not `10`. A file whose codes lost their leading zeros is refused
/// where its rows contradict themselves: GDELT's root codes and ICEWS's intensities tell. Only the columns that an
/// `event` has are looked at. In ICEWS and POLECAT, NA, None and NULL are missing, and no country. A row of headings,
/// which some copies of GDELT have, is no event.
///
/// A side that is several countries in POLECAT (`USA; GBR`) is none of them: its country is empty, and the list is in
/// `event_actor::countries`. So an event of no single dyad is counted for none; a ledger of countries tells it among
/// those without source or target.
/// @param in a file, stream or text
/// @param format its layout; tabs separate, and quotes mean nothing
/// @param f called, never copied, with an `event const&` for each row; a `read_error` that it throws makes the row a
/// bad one
/// @param options what to do with bad rows, limits, progress, cancellation
/// @return what became of the rows
/// @throws read_error for a file that is not of that layout, and for the first bad row if that was chosen; cancelled;
///         invalid_value for options out of range; and what f throws
/// @par Complexity
/// O(bytes); memory is that of one row
template <class F>
read_report for_each_event(input in, event_format format, F&& f, read_options const& options = {}) {
    return detail::for_each_event(std::move(in), format, true, f, options);
}

} // namespace geostance::io
