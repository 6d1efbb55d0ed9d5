// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tables whose first row names their columns: fields by name, as text, numbers and dates.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/day_text.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/missing.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/read_report.hpp>
#include <geostance/model/date.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// A column of a sheet; none where the sheet has no such column.
struct column {
    std::size_t at = std::numeric_limits<std::size_t>::max();
    std::string name{};

    [[nodiscard]] bool exists() const noexcept { return at != std::numeric_limits<std::size_t>::max(); }
};

/// A table with headings in several layouts: a column goes by any of several names, in capitals or small letters, and
/// may be missing.
class sheet {
public:
    sheet(input in, char separator, read_options const& options)
        : table_(std::move(in), table_format{checked(separator), '"', '\0'}, options),
          max_problems_(options.max_problems) {
        table_.read_headings();
        for (auto const& name : table_.names()) names_.push_back(lower(trimmed(name)));
    }

    /// The first column that has one of the names.
    /// @throws read_error if several have it
    [[nodiscard]] column find(std::initializer_list<std::string_view> names) const {
        for (auto const name : names) {
            auto const found = std::find(names_.begin(), names_.end(), name);
            if (found == names_.end()) continue;
            if (std::find(found + 1, names_.end(), name) != names_.end())
                throw read_error(table_.heading(), "several", "one column '" + *found + "'");
            return {static_cast<std::size_t>(found - names_.begin()), *found};
        }
        return {};
    }
    /// The first column that has one of the names; there must be one.
    [[nodiscard]] column at(std::initializer_list<std::string_view> names) const {
        auto found = find(names);
        if (!found.exists()) table_.fail_column(*names.begin());
        return found;
    }

    /// Calls f() for every row. A row for which it throws a `read_error` is a bad row: f must change nothing before,
    /// and its warnings for that row are dropped.
    template <class F>
    read_report for_each_row(F f) {
        return with_warnings([&](auto const& read) { return table_.for_each_row(read); }, f);
    }
    /// The same where several threads look at the rows ahead; see `table_reader::for_each_row_ahead`.
    template <class Look, class Done, class F>
    read_report for_each_row_ahead(std::size_t threads, Look const& look, Done done, F f) {
        return with_warnings([&](auto const& read) { return table_.for_each_row_ahead(threads, look, done, read); }, f);
    }

    /// A field; empty where the sheet has no such column.
    [[nodiscard]] std::string_view text(column const& c) const { return text_in(*row_, c); }
    /// A field of a row that is looked at ahead.
    [[nodiscard]] static std::string_view text_in(table_row const& row, column const& c) {
        return c.exists() ? trimmed(row[c.at]) : "";
    }
    /// The line of the row.
    [[nodiscard]] std::size_t line() const { return row_->place().line; }

    /// Refuses the whole sheet for its headings.
    [[noreturn]] void fail_headings(std::string what, std::string expected) const {
        throw read_error(table_.heading(), std::move(what), std::move(expected));
    }
    /// Refuses a field.
    [[noreturn]] void fail(column const& c, std::string expected) const {
        if (c.exists()) row_->fail(c.at, std::move(expected));
        row_->fail_row("no such column", std::move(expected));
    }
    /// Says what is odd about the row; the same once.
    void warn(column const& c, std::string what) { warn(c, std::move(what), text(c)); }
    void warn(column const& c, std::string what, std::string_view value) {
        for (auto const& one : of_row_)
            if (one.expected == what) return;
        auto where = row_->place();
        where.field = c.name;
        of_row_.push_back({std::move(where), excerpt(value), std::move(what)});
    }

    /// A whole number, written without a sign in front or zeros: "010" is none.
    [[nodiscard]] int number(column const& c, int least, int most) const {
        auto const digits = without_decimals(text(c));
        int value = 0;
        auto const [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        bool const is_whole = failure == std::errc() && end == digits.data() + digits.size();
        bool const has_zeros = digits.size() > 1 && (digits.front() == '0' || digits.starts_with("-0"));
        if (!is_whole || has_zeros || value < least || value > most)
            fail(c, "a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                        (is_whole && has_zeros ? ", without zeros in front" : ""));
        return value;
    }
    /// A whole number, or nothing where the field is empty, NA, a point or -9.
    [[nodiscard]] std::optional<int> maybe_number(column const& c, int least, int most) const {
        auto const digits = without_decimals(unless_missing(text(c)));
        if (digits.empty() || digits == "-9") return std::nullopt;
        return number(c, least, most);
    }
    /// A number with or without decimals, or nothing where the field is empty or stands for a missing value.
    [[nodiscard]] std::optional<double> maybe_real(column const& c, double least, double most) const {
        auto const written = unless_missing(text(c));
        if (written.empty()) return std::nullopt;
        auto const value = finite_number(written);
        if (!value || *value < least || *value > most)
            fail(c, "a number from " + geostance::detail::number_text(least) + " to " +
                        geostance::detail::number_text(most));
        return value;
    }
    /// 1 or 0.
    [[nodiscard]] bool flag(column const& c) const { return c.exists() && number(c, 0, 1) == 1; }
    /// A number of the Correlates of War.
    [[nodiscard]] std::string_view cow_number(column const& c) const {
        static_cast<void>(number(c, 1, 999));
        return without_decimals(text(c));
    }
    [[nodiscard]] int year(column const& c) const { return number(c, 1800, 2200); }

    /// A date in three columns. A day or month that is missing leaves the month or the year; nothing where the year is
    /// missing.
    [[nodiscard]] std::optional<date> maybe_date(column const& day, column const& month, column const& year) const {
        auto const y = maybe_number(year, 1500, 2200);
        if (!y) return std::nullopt;
        auto const m = maybe_number(month, 1, 12);
        if (!m) return date(std::chrono::year(*y));
        auto const year_month = std::chrono::year(*y) / *m;
        auto const d = maybe_number(day, 1, 31);
        if (!d) return date(year_month);
        auto const whole = year_month / *d;
        if (!whole.ok()) fail(day, "a day of that month");
        return date(whole);
    }
    /// A date written YYYY-MM-DD, M/D/YYYY or D Month YYYY.
    [[nodiscard]] date day(column const& c) const {
        auto const found = day_in(text(c));
        if (!found) fail(c, "a day, as 2024-03-28 or 3/28/2024");
        return *found;
    }

private:
    /// @param pass calls for_each_row of the table with what it is given
    template <class Pass, class F>
    read_report with_warnings(Pass pass, F& f) {
        read_report warned;
        auto report = pass([&](table_row const& row) {
            row_ = &row;
            of_row_.clear();
            if (row.may_hold_rows()) warn({}, "a line inside a quoted field has as many fields as a row");
            f();
            for (auto& one : of_row_) detail::warn(warned, std::move(one), max_problems_);
        });
        report.warnings = std::move(warned.warnings);
        return report;
    }
    static char checked(char separator) {
        if (std::string_view(",;\t|").find(separator) == std::string_view::npos)
            throw invalid_value("options.separator", geostance::detail::quoted(std::string(1, separator)),
                                "`,`, `;`, `|` or a tab");
        return separator;
    }
    table_reader table_;
    std::size_t max_problems_;
    std::vector<std::string> names_;
    table_row const* row_ = nullptr;
    std::vector<read_problem> of_row_; // what is odd about the row
};

} // namespace geostance::io::detail
