// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads event data row by row: GDELT 2.0 and 1.0, ICEWS, POLECAT, UCDP and ACLED.
#pragma once

#include <geostance/data/event/cameo.hpp>
#include <geostance/data/event/detail/gdelt_columns.hpp>
#include <geostance/data/event/detail/icews_texts.hpp>
#include <geostance/data/event/detail/text_memo.hpp>
#include <geostance/data/event/event.hpp>
#include <geostance/io/detail/day_text.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/missing.hpp>
#include <geostance/io/detail/peeked.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// A field; empty where another program wrote its sign for a missing value.
inline std::string_view known(std::string_view text) noexcept { return unless_missing(unquoted(text)); }

inline std::optional<std::uint64_t> count_in(table_row const& row, std::size_t column) {
    if (unless_missing(row[column]).empty() && !row[column].empty()) return std::nullopt;
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

/// Remembers how fields of GDELT were read before.
struct gdelt_memo {
    text_memo<std::chrono::sys_days> day{};
    text_memo<std::optional<double>> value{};
    text_memo<std::optional<std::uint64_t>> count{};
};

/// Fills an event from a row of GDELT.
inline void read_gdelt_row(table_row const& row, gdelt::places const& at, event& read, gdelt_memo& memo) {
    auto const count = [&](std::size_t column) {
        return memo.count(row[column], row.end(), [&] { return count_in(row, column); });
    };
    read.id = row.word(at.id);
    read.day = memo.day(row[at.day], row.end(), [&] { return row.day(at.day, '\0'); });
    read.source = {known(row[at.source_code]), known(row[at.source_name]), known(row[at.source_country]), {}};
    read.target = {known(row[at.target_code]), known(row[at.target_name]), known(row[at.target_country]), {}};
    read.code = row.word(at.event_code);
    if (row[at.root_code] != cameo_root(read.code))
        row.fail(at.root_code, "the first two digits of the event's code; are leading zeros lost?");
    read.quad = quad_class_of(row.integer<int>(at.quad, 1, 4));
    read.value = memo.value(row[at.goldstein], row.end(), [&] { return optional_value(row, at.goldstein); });
    read.mentions = count(at.mentions);
    read.sources = count(at.sources);
    read.articles = count(at.articles);
}

/// Finds columns by their headings; capitals and quotes around them do not matter.
class headings {
public:
    explicit headings(table_reader const& table) : table_(&table) {
        for (auto const& name : table.names()) names_.push_back(lower(trimmed(unquoted(name))));
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
        auto const found = std::find(names_.begin(), names_.end(), lower(name));
        if (found == names_.end()) return std::nullopt;
        if (std::find(found + 1, names_.end(), *found) != names_.end())
            throw read_error(table_->heading(), "several", "one column '" + std::string(name) + "'");
        return static_cast<std::size_t>(found - names_.begin());
    }
    [[nodiscard]] std::size_t at(std::string_view name) const {
        if (auto const found = find(name)) return *found;
        table_->fail_column(name);
    }

private:
    table_reader const* table_;
    std::vector<std::string> names_;
};

/// Whether the first line of a table of GDELT names its columns.
/// @param line in small letters
inline bool names_gdelt_columns(std::string_view line) noexcept {
    return line.find("globaleventid") != std::string_view::npos;
}
/// Whether the first line of a table of events may be headings.
/// @param line in small letters
inline bool looks_headed(std::string_view line) noexcept {
    return names_gdelt_columns(line) || line.find("event id") != std::string_view::npos;
}

/// The first line of a table of events, and how its fields are separated.
struct event_table {
    std::string first_line;
    table_format format;
    input in;
};

/// @param is_headed true if the first line holds headings in any case
inline event_table begin_event_table(input in, bool is_headed = false) {
    auto [beginning, whole] = peek(std::move(in));
    auto line = lower(std::string_view(beginning).substr(0, beginning.find('\n')));
    auto const times = [&](char separator) { return std::count(line.begin(), line.end(), separator); };
    bool const has_commas = times(',') > times('\t') && times(',') >= times(';');
    bool const has_semicolons = times(';') > times('\t') && !has_commas;
    is_headed = is_headed || looks_headed(line);
    auto const format = !is_headed || (!has_commas && !has_semicolons) ? tab_separated
                        : has_commas                                   ? comma_separated
                                                                       : table_format{';', '"', '\0'};
    return {std::move(line), format, std::move(whole)};
}

/// Calls f with an event. Quotes may hold tabs and line ends, which no text of a ledger may have.
/// @throws read_error for such a row
template <class F>
void pass_on(table_row const& row, event const& read, bool has_quotes, F& f) {
    if (has_quotes)
        for (auto const text : {read.source.code, read.source.name, read.source.country, read.target.code,
                                read.target.name, read.target.country, read.code})
            if (text.find_first_of("\t\r\n") != std::string_view::npos)
                row.fail_row(excerpt(text), "actors and codes without tabs and line ends");
    f(read);
}

/// Passes the events of a file on, one after another: calls read(row, f) with each row.
template <class F>
class one_by_one {
public:
    explicit one_by_one(F& f) : f_(&f) {}

    template <class Read>
    read_report operator()(table_reader& table, Read read) const {
        return table.for_each_row([&](table_row const& row) { return read(row, *f_); });
    }

private:
    F* f_;
};

/// Passes events on from several threads, where the rows can be read apart: each has an f and a copy of `read` to
/// itself.
template <class F>
class on_threads {
public:
    /// @param of_each_thread at least one
    explicit on_threads(std::vector<F>& of_each_thread) : of_each_thread_(&of_each_thread) {}

    template <class Read>
    read_report operator()(table_reader& table, Read read) const {
        auto const bound = [&](F& f) { return [read, &f](table_row const& row) mutable { return read(row, f); }; };
        std::vector<std::invoke_result_t<decltype(bound) const&, F&>> reads;
        reads.reserve(of_each_thread_->size());
        for (auto& f : *of_each_thread_) reads.push_back(bound(f));
        return table.for_each_row(std::span(reads));
    }

private:
    std::vector<F>* of_each_thread_;
};

/// Passes the events of a table of GDELT on, whose columns are known.
template <class Pass>
read_report for_each_gdelt_row(table_reader& table, gdelt::places const& places, gdelt_record_columns const& record,
                               bool wants_record, bool is_version_2, bool has_quotes, Pass const& pass) {
    table.explain_sizes(gdelt::known_sizes);
    return pass(table, [=, e = event(), memo = gdelt_memo()](table_row const& row, auto& f) mutable {
        if (row[places.id].size() == gdelt::columns[0].size() && lower(row[places.id]) == "globaleventid")
            return false; // files that were put together have their headings again
        read_gdelt_row(row, places, e, memo);
        if (wants_record) {
            e.added = row.day(record.added, '\0', is_version_2 ? 6 : 0);
            e.publication = record.address < row.size() ? known(row[record.address]) : std::string_view();
        }
        pass_on(row, e, has_quotes, f);
        return true;
    });
}

template <class Pass>
read_report for_each_gdelt_event(input in, bool is_version_2, bool wants_record, Pass const& pass,
                                 read_options const& options) {
    constexpr std::size_t without_address = 57;
    auto begun = begin_event_table(std::move(in));
    if (names_gdelt_columns(begun.first_line)) {
        table_reader table(std::move(begun.in), begun.format, options);
        table.read_headings();
        headings const names(table);
        gdelt_record_columns const record{names.at("DATEADDED"),
                                          names.find("SOURCEURL").value_or(table.names().size())};
        return for_each_gdelt_row(table, gdelt::places_by([&](std::string_view name) { return names.at(name); }),
                                  record, wants_record, is_version_2, begun.format.quote != '\0', pass);
    }
    table_reader table(std::move(begun.in), tab_separated, options, gdelt::names(is_version_2));
    gdelt_record_columns const record{table.column("DATEADDED"), table.column("SOURCEURL")};
    if (!is_version_2) table.allow_sizes({without_address});
    table.keep(wants_record ? record.address + 1 : gdelt::last_before_places);
    return for_each_gdelt_row(table, {}, record, wants_record, is_version_2, false, pass);
}

/// True if the value in the file is that of this code with a zero before it: another code, whose zero was lost.
inline bool has_lost_zero(std::string_view code, double value) {
    auto const scores = [value](std::string_view c) {
        auto const found = find_cameo(c);
        return found && found->intensity == value;
    };
    return !scores(code) && scores('0' + std::string(code));
}

/// A day as ICEWS and POLECAT write it.
inline std::chrono::sys_days event_day(table_row const& row, std::size_t column) {
    if (auto const day = day_in(unquoted(row[column]))) return *day;
    row.fail(column, "a day as YYYY-MM-DD or M/D/YYYY");
}

template <class Pass>
read_report for_each_icews_event(input in, Pass const& pass, read_options const& options) {
    auto begun = begin_event_table(std::move(in));
    table_reader table(std::move(begun.in), begun.format, options);
    table.read_headings();
    headings const names(table);
    auto const id = names.at("Event ID"), day = names.at("Event Date"), value = names.at("Intensity"),
               publisher = names.at("Publisher"), source = names.at("Source Name"),
               source_country = names.at("Source Country"), target = names.at("Target Name"),
               target_country = names.at("Target Country");
    auto const code = names.find("CAMEO Code");
    auto const text = code ? names.find("Event Text") : names.at("Event Text");
    bool const has_quotes = begun.format.quote != '\0';
    std::atomic<std::uint64_t> by_text = 0;
    std::atomic<std::uint64_t> without_code = 0;
    auto report = pass(table, [=, &by_text, &without_code, e = event()](table_row const& row, auto& f) mutable {
        e.id = unquoted(row.word(id));
        e.day = event_day(row, day);
        e.source = {{}, known(row[source]), known(row[source_country]), {}};
        e.target = {{}, known(row[target]), known(row[target_country]), {}};
        e.code = code ? known(row[*code]) : std::string_view();
        e.value = optional_value(row, value);
        bool const has_code = !e.code.empty();
        if (has_code && e.value && has_lost_zero(e.code, *e.value))
            row.fail(*code, "a code of the intensity in its row; are leading zeros lost?");
        auto const said = !has_code && text ? known(row[*text]) : std::string_view();
        if (!has_code) e.code = code_of_icews_text(said);
        bool const has_known_text = !has_code && !e.code.empty();
        if (e.code.empty()) e.code = said;
        if (e.code.empty()) row.fail(code ? *code : *text, "a code or the text of an event");
        e.publication = known(row[publisher]);
        pass_on(row, e, has_quotes, f);
        if (!has_code) ++(has_known_text ? by_text : without_code);
    });
    if (by_text > 0) report.warnings.reasons["no code: that of the event's text"] = by_text;
    if (without_code > 0) report.warnings.reasons["no code: the event's text stands for it"] = without_code;
    return report;
}

/// A side in POLECAT, whose countries are a list with semicolons between them.
inline event_actor polecat_actor(std::string_view name, std::string_view written) noexcept {
    auto const countries = known(written);
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

template <class Pass>
read_report for_each_polecat_event(input in, bool wants_record, Pass const& pass, read_options const& options) {
    auto begun = begin_event_table(std::move(in));
    table_reader table(std::move(begun.in), begun.format, options);
    table.read_headings();
    headings const names(table);
    auto const id = names.at("Event ID"), day = names.at("Event Date"), type = names.at("Event Type"),
               mode = names.at("Event Mode"), value = names.at("Intensity"), source = names.at("Actor Name"),
               source_country = names.at("Actor Country"), target = names.at("Recipient Name"),
               target_country = names.at("Recipient Country");
    auto const publisher = wants_record ? names.at("Source") : 0;
    auto const published = wants_record ? names.at("Publication Date") : 0;
    bool const has_quotes = begun.format.quote != '\0';
    return pass(table, [=, e = event(), code = std::string()](table_row const& row, auto& f) mutable {
        e.id = unquoted(row.word(id));
        e.day = event_day(row, day);
        e.source = polecat_actor(row[source], row[source_country]);
        e.target = polecat_actor(row[target], row[target_country]);
        code = unquoted(row.word(type));
        if (known(code).empty()) row.fail(type, "a type of event");
        if (!known(row[mode]).empty()) (code += '-') += known(row[mode]);
        e.code = code;
        e.value = optional_value(row, value);
        if (wants_record) {
            e.added = known(row[published]).empty() ? std::nullopt : std::optional(event_day(row, published));
            e.publication = known(row[publisher]);
        }
        pass_on(row, e, has_quotes, f);
    });
}

/// Passes the events of UCDP or ACLED on: violence, which has a code and no value. Neither says to which country an
/// actor belongs, only where the event happened.
template <class Pass>
read_report for_each_violent_event(input in, bool is_ucdp, Pass const& pass, read_options const& options) {
    auto begun = begin_event_table(std::move(in), true);
    table_reader table(std::move(begun.in), begun.format, options);
    table.read_headings();
    headings const names(table);
    auto const id = names.at(is_ucdp ? "id" : "event_id_cnty"), day = names.at(is_ucdp ? "date_start" : "event_date"),
               type = names.at(is_ucdp ? "type_of_violence" : "event_type"),
               source = names.at(is_ucdp ? "side_a" : "actor1"), target = names.at(is_ucdp ? "side_b" : "actor2");
    auto const kind = is_ucdp ? std::nullopt : names.find("sub_event_type");
    auto const publisher = is_ucdp ? names.find("source_office") : names.find("source");
    auto const last_day = is_ucdp ? names.find("date_end") : std::nullopt;
    bool const has_quotes = begun.format.quote != '\0';
    return pass(table, [=, e = event(), code = std::string()](table_row const& row, auto& f) mutable {
        e.id = row.word(id);
        e.day = event_day(row, day);
        e.last_day =
            last_day && !known(row[*last_day]).empty() ? std::optional(event_day(row, *last_day)) : std::nullopt;
        if (e.last_day && *e.last_day < e.day) row.fail(*last_day, "a day that is not before the first");
        if (e.last_day == e.day) e.last_day.reset();
        e.source = {{}, known(row[source]), {}, {}};
        e.target = {{}, known(row[target]), {}, {}};
        code = row.word(type);
        if (kind && !known(row[*kind]).empty()) (code += '-') += row[*kind];
        e.code = code;
        e.publication = publisher ? known(row[*publisher]) : std::string_view();
        pass_on(row, e, has_quotes, f);
    });
}

/// @param pass passes the events on: `one_by_one` or `on_threads`
template <class Pass>
read_report for_each_event(input in, event_format format, bool wants_record, Pass const& pass,
                           read_options const& options) {
    switch (format) {
    case event_format::gdelt_2: return for_each_gdelt_event(std::move(in), true, wants_record, pass, options);
    case event_format::gdelt_1: return for_each_gdelt_event(std::move(in), false, wants_record, pass, options);
    case event_format::icews: return for_each_icews_event(std::move(in), pass, options);
    case event_format::polecat: return for_each_polecat_event(std::move(in), wants_record, pass, options);
    case event_format::ucdp: return for_each_violent_event(std::move(in), true, pass, options);
    case event_format::acled: return for_each_violent_event(std::move(in), false, pass, options);
    }
    throw invalid_value("event_format", std::to_string(static_cast<int>(format)), "one of the enumerators");
}

} // namespace detail

/// Reads event data, one row after another.
///
/// Codes are texts and stay as they are: `010` is not `10`. A file whose codes lost their leading zeros is refused when
/// a row contradicts itself: its code does not fit GDELT's root code or ICEWS's intensity. Only the columns that an
/// `event` has are read. NA, nan, None and NULL are missing values, never an actor or country. In a table with
/// headings, columns are found by them, in any order and among others, with tabs or commas between fields: ICEWS,
/// POLECAT, and copies of GDELT with headings, such as BigQuery's. Days are written 2017-12-31 or 12/31/2017. Where
/// ICEWS has the text of an event but no code, the text is looked up; a text that is not known becomes the code itself.
/// The report warns of both.
///
/// A side with several countries in POLECAT (`USA; GBR`) has an empty country; the list is in `event_actor::countries`.
/// Such an event is counted for no dyad; a ledger of countries counts it among those without source or target.
/// @param in a file, stream or text
/// @param format its layout. Tabs separate, and quotes around a whole field are dropped; in a CSV with headings
///        quotes are as in RFC 4180; it may have semicolons in place of commas
/// @param f called, never copied, with an `event const&` for each row; a `read_error` that it throws makes the row a
///        bad one
/// @param options what to do with bad rows, limits, progress, cancellation
/// @return what became of the rows
/// @throws read_error for a file that is not of that layout, and for the first bad row if that was chosen
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range, or a format that is no enumerator
/// @par Complexity
/// O(bytes); memory is that of one row
template <class F>
read_report for_each_event(input in, event_format format, F&& f, read_options const& options = {}) {
    return detail::for_each_event(std::move(in), format, true, detail::one_by_one(f), options);
}

} // namespace geostance::io
