// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ledgers as tab-separated text; equal ledgers give equal bytes.
#pragma once

#include <geostance/data/event/ledger.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/enum_names.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace geostance::io {

namespace detail {

inline constexpr std::string_view ledger_mark = "# geostance ledger 1";
inline constexpr std::string_view ledger_end = "# end";
inline constexpr std::string_view all_time = "all";

/// `3,4,27` for the days of a month.
inline void put_days(text_sink& out, std::uint32_t days) {
    char const* separator = "";
    for (unsigned day = 1; day <= 31; ++day) {
        if ((days >> (day - 1) & 1U) == 0) continue;
        out << separator << std::to_string(day);
        separator = ",";
    }
}

/// A number as a ledger file writes it, without leading zeros.
inline std::uint64_t read_count(table_row const& row, std::size_t column) {
    auto const value = row.integer<std::uint64_t>(column);
    if (row[column] != std::to_string(value)) row.fail(column, std::to_string(value));
    return value;
}

/// Reads the heading of a ledger line by line, in the order in which it is written.
class ledger_heading {
public:
    explicit ledger_heading(table_reader& table) : table_(&table) {}

    template <class E>
    E word(std::string_view key) {
        auto const row = next(key);
        auto const found = from_string<E>(row[1]);
        if (!found) row.fail(1, "one of " + words<E>());
        return *found;
    }
    bool yes(std::string_view key) {
        auto const row = next(key);
        if (row[1] != "0" && row[1] != "1") row.fail(1, "0 or 1");
        return row[1] == "1";
    }
    /// @param can_be whether there can be such events
    std::uint64_t count(std::string_view key, bool can_be) {
        auto const row = next(key);
        auto const value = read_count(row, 1);
        if (value != 0 && !can_be) row.fail(1, "0, as the ledger keeps such events");
        return value;
    }

private:
    table_row next(std::string_view key) {
        auto const row = table_->read_row("a further row");
        if (row.size() != 2 || row[0] != "# " + std::string(key))
            row.fail_row(excerpt(row[0]), "'# " + std::string(key) + "' and a value");
        return row;
    }
    template <class E>
    static std::string words() {
        auto const& names = enum_names<E>::of_each;
        return geostance::detail::join({names.begin(), names.end()});
    }

    table_reader* table_;
};

inline std::uint32_t read_days(table_row const& row, std::size_t column) {
    auto text = row[column];
    std::uint32_t days = 0;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        unsigned day = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + comma, day);
        if (error != std::errc() || end != text.data() + comma || text.front() == '0' || day > 31 ||
            days >> (day - 1) != 0 || comma + 1 == text.size())
            row.fail(column, "days of a month in order, such as 3,4,27");
        days |= 1U << (day - 1);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return days;
}

/// Reads the period of an entry, as it is written.
inline date read_period(table_row const& row, std::size_t column) {
    if (row[column] == all_time) return {};
    auto const when = date_from_string(row[column]);
    if (!when || !when->is_known() || to_string(*when) != row[column]) row.fail(column, "a date or 'all'");
    return *when;
}

/// Checks that the entries of a ledger come in its order, each once.
class ledger_order {
public:
    void check(table_row const& row, ledger_entry const& entry) {
        auto const day = entry.period.is_known() ? entry.period.first_day() : std::chrono::sys_days();
        key now(entry.source, entry.target, day, entry.code);
        if (last_ && !(*last_ < now)) {
            auto const place =
                std::string(entry.source) + ' ' + std::string(entry.target) + ' ' + std::string(entry.code);
            row.fail_row(excerpt(place), "entries in order of source, target, period and code, each once");
        }
        last_ = std::move(now);
    }

private:
    using key = std::tuple<std::string, std::string, std::chrono::sys_days, std::string>;
    std::optional<key> last_;
};

} // namespace detail

/// Writes a ledger: a heading of lines that begin with `#`, a table with headings, and `# end`.
/// @param out gets the text
/// @param l the ledger
/// @throws write_error if the stream does not take it
/// @par Complexity
/// O(n log n) for n entries
/// @par Determinism
/// the same ledger gives the same bytes, in whatever order and parts it was added up
/// @par Guarantee
/// After a `write_error` the stream may have a part, which `read_ledger` refuses: its last line is missing.
inline void write_ledger(std::ostream& out, ledger const& l) {
    detail::text_sink sink(out);
    auto const put = [&](std::string_view key, std::string_view value) {
        sink << "# " << key << '\t' << value << '\n';
    };
    auto const put_yes = [&](std::string_view key, bool value) { put(key, value ? "1" : "0"); };
    sink << detail::ledger_mark << '\n';
    auto const& options = l.options();
    put("sides", to_string(options.sides));
    put("period", to_string(options.period));
    put("weight", to_string(options.weight));
    put_yes("tells_repeats", options.tells_repeats);
    put_yes("keeps_unknown", options.keeps_unknown);
    put_yes("keeps_internal", options.keeps_internal);
    put("no_source", std::to_string(l.left_out().no_source));
    put("no_target", std::to_string(l.left_out().no_target));
    put("internal", std::to_string(l.left_out().internal));
    sink << "source\ttarget\tperiod\tcode\treports\tweight\tdays\n";
    l.for_each_entry([&](ledger_entry const& e) {
        sink << e.source << '\t' << e.target << '\t';
        sink << (e.period.is_known() ? to_string(e.period) : std::string(detail::all_time)) << '\t' << e.code << '\t';
        sink << std::to_string(e.reports) << '\t' << std::to_string(e.weight) << '\t';
        detail::put_days(sink, e.days);
        sink << '\n';
        sink.pass_on();
    });
    sink << detail::ledger_end << '\n';
    sink.flush();
}

/// Reads only what `write_ledger` writes: entries in its order, each once; numbers without leading zeros; no side or
/// weight that the options in the heading rule out.
/// @param in a file, stream or text
/// @param options limits, progress, cancellation; a bad row always stops, since a ledger is whole or wrong
/// @return the ledger
/// @throws read_error for anything else
/// @throws cancelled if `stop` asked for it
/// @par Complexity
/// O(bytes)
[[nodiscard]] inline ledger read_ledger(input in, read_options options = {}) {
    options.bad_rows = bad_rows::stop;
    detail::table_reader table(std::move(in), detail::tab_separated, options);
    if (auto const row = table.read_row("a further row"); row.size() != 1 || row[0] != detail::ledger_mark)
        row.fail_row(detail::excerpt(row[0]), "'" + std::string(detail::ledger_mark) + "'");
    detail::ledger_heading heading(table);
    ledger_options kept;
    kept.sides = heading.word<ledger_sides>("sides");
    kept.period = heading.word<ledger_period>("period");
    kept.weight = heading.word<ledger_weight>("weight");
    kept.tells_repeats = heading.yes("tells_repeats");
    kept.keeps_unknown = heading.yes("keeps_unknown");
    kept.keeps_internal = heading.yes("keeps_internal");
    events_left_out left_out;
    left_out.no_source = heading.count("no_source", !kept.keeps_unknown);
    left_out.no_target = heading.count("no_target", !kept.keeps_unknown);
    left_out.internal = heading.count("internal", !kept.keeps_internal);
    ledger result(kept, left_out);
    table.read_headings();
    auto const column = [&](std::string_view name) { return table.column(name); };
    auto const source = column("source"), target = column("target"), period = column("period"), code = column("code"),
               reports = column("reports"), weight = column("weight"), days = column("days");
    table.allow_sizes({1});
    detail::ledger_order order;
    bool is_ended = false;
    table.for_each_row([&](detail::table_row const& row) {
        bool const is_end = row.size() == 1 && row[0] == detail::ledger_end;
        if (is_ended || (row.size() == 1 && !is_end)) row.fail_row(detail::excerpt(row[0]), "7 columns, or the end");
        is_ended = is_end;
        if (is_end) return;
        ledger_entry const e{row[source],
                             row[target],
                             detail::read_period(row, period),
                             row[code],
                             detail::read_count(row, reports),
                             detail::read_count(row, weight),
                             detail::read_days(row, days)};
        try {
            result.add(e);
            order.check(row, e);
        } catch (invalid_value const& problem) {
            row.fail_row(problem.field() + ' ' + problem.value(), problem.expected());
        }
    });
    if (!is_ended) throw read_error({table.file()}, "the end of the file", "'" + std::string(detail::ledger_end) + "'");
    return result;
}

} // namespace geostance::io
