// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows of a table whose columns have names; bad rows are thrown or reported, as the caller chose.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/detail/ordered_work.hpp>
#include <geostance/detail/parse_number.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/record_reader.hpp>
#include <geostance/io/read_report.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <deque>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// A number of at most four digits, point and sign not counted: the quotient of two small numbers is exact.
inline std::optional<double> short_number(std::string_view text) noexcept {
    constexpr std::array powers{1.0, 10.0, 100.0, 1000.0, 10000.0};
    bool const is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    int digits = 0;
    std::size_t count = 0;
    std::size_t decimals = 0;
    bool has_point = false;
    for (char const c : text) {
        if (c == '.' && !has_point) {
            has_point = true;
        } else if (c >= '0' && c <= '9' && ++count < powers.size()) {
            digits = digits * 10 + (c - '0');
            decimals += has_point ? 1U : 0U;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0) return std::nullopt;
    auto const value = digits / powers[decimals];
    return is_negative ? -value : value;
}

/// A finite number, with or without a sign.
inline std::optional<double> finite_number(std::string_view text) noexcept {
    if (auto const value = short_number(text)) return value;
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
    double value = 0;
    auto const [end, error] = geostance::detail::parse_number(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// What a row of one field suggests: `; its fields seem to be separated by commas`, or nothing.
inline std::string other_separator(std::string_view field) {
    constexpr std::array<std::pair<char, char const*>, 3> separators{
        {{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}}};
    auto const times = [&](auto const& one) { return std::count(field.begin(), field.end(), one.first); };
    auto const most = std::max_element(separators.begin(), separators.end(),
                                       [&](auto const& x, auto const& y) { return times(x) < times(y); });
    return times(*most) == 0 ? std::string() : std::string("; its fields seem to be separated by ") + most->second;
}

/// One row. Columns are counted from 0; what a field cannot be read as is thrown with its place.
class table_row {
public:
    table_row(record_reader const& records, std::vector<std::string> const& names)
        : records_(&records), names_(&names) {}

    [[nodiscard]] std::size_t size() const noexcept { return records_->count(); }
    [[nodiscard]] std::string_view operator[](std::size_t column) const noexcept { return records_->field(column); }
    /// The end of the memory that all fields are in.
    [[nodiscard]] char const* end() const noexcept { return records_->end(); }
    [[nodiscard]] text_place place() const { return records_->place(); }
    /// True if a line inside the row has as many fields as the row: a stray quote may have swallowed it.
    [[nodiscard]] bool may_hold_rows() const noexcept { return records_->may_hold_rows(); }

    /// A whole number: digits with at most a minus sign, nothing else.
    template <std::integral T>
    [[nodiscard]] T integer(std::size_t column, T least = std::numeric_limits<T>::min(),
                            T greatest = std::numeric_limits<T>::max()) const {
        auto const text = (*this)[column];
        T value{};
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < least || value > greatest)
            fail(column, "a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
        return value;
    }
    /// A finite number.
    [[nodiscard]] double number(std::size_t column) const {
        if (auto const value = finite_number((*this)[column])) return *value;
        fail(column, "a finite number");
    }
    /// A text that is not empty.
    [[nodiscard]] std::string_view word(std::size_t column) const {
        auto const text = (*this)[column];
        if (text.empty()) fail(column, "a text that is not empty");
        return text;
    }
    /// A day of the calendar: year, month and day with a mark between them, or with none if that is 0; digits behind
    /// it are a time of the day, which is passed over.
    [[nodiscard]] std::chrono::sys_days day(std::size_t column, char mark = '-', std::size_t digits_behind = 0) const {
        auto text = (*this)[column];
        if (digits_behind != 0 && text.size() > digits_behind &&
            text.find_first_not_of("0123456789", text.size() - digits_behind) == std::string_view::npos)
            text.remove_suffix(digits_behind);
        std::size_t const gap = mark == '\0' ? 0 : 1;
        auto const digits = [&](std::size_t from, std::size_t count) {
            int value = 0;
            for (auto at = from; at < from + count; ++at) {
                if (text[at] < '0' || text[at] > '9') return -1;
                value = value * 10 + (text[at] - '0');
            }
            return value;
        };
        if (text.size() == 8 + 2 * gap && (gap == 0 || (text[4] == mark && text[7] == mark))) {
            auto const [y, m, d] = std::array{digits(0, 4), digits(4 + gap, 2), digits(6 + 2 * gap, 2)};
            std::chrono::year_month_day const day(std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                                                  std::chrono::day(static_cast<unsigned>(d)));
            if (y >= 0 && m >= 0 && d >= 0 && day.ok()) return day;
        }
        fail(column, gap == 0 ? "a day as YYYYMMDD" : std::string("a day as YYYY") + mark + "MM" + mark + "DD");
    }

    /// Throws what is wrong with a field.
    [[noreturn]] void fail(std::size_t column, std::string expected) const {
        auto where = records_->place(column);
        where.field = column < names_->size() ? (*names_)[column] : "column " + std::to_string(column + 1);
        throw read_error(std::move(where), excerpt((*this)[column]), std::move(expected));
    }
    /// Throws what is wrong with a part of a field.
    /// @param offset where the part begins in the field
    [[noreturn]] void fail_inside(std::size_t column, std::size_t offset, std::string name, std::string value,
                                  std::string expected) const {
        auto where = records_->place(column);
        where.column += offset;
        where.field = std::move(name);
        throw read_error(std::move(where), std::move(value), std::move(expected));
    }
    /// Throws what is wrong with the row as a whole.
    [[noreturn]] void fail_row(std::string value, std::string expected) const {
        throw read_error(place(), std::move(value), std::move(expected));
    }

private:
    record_reader const* records_;
    std::vector<std::string> const* names_;
};

/// Reads a table from its first row to its last, once.
class table_reader {
public:
    /// A table without headings, with the names that its columns have in errors.
    /// @param names may be empty: rows may then have any number of columns
    table_reader(input in, table_format format, read_options const& options, std::vector<std::string> names = {})
        : records_(std::move(in), format, options), names_(std::move(names)) {
        expected_sizes_.assign(names_.empty() ? 0 : 1, names_.size());
    }

    /// Reads the headings: every row must then have as many columns as there are.
    /// @throws read_error if there are none
    void read_headings() {
        if (!read_first()) throw read_error({records_.name()}, "nothing", "a row of headings");
        take_headings();
    }
    /// Reads the first row, which is then either taken as headings or the first that `for_each_row` gives.
    /// @return false if there is none
    bool read_first() { return has_first_ = records_.next(); }
    /// The row that `read_first` read.
    [[nodiscard]] table_row first() const { return {records_, names_}; }
    /// Throws if the first row has not as many columns as every row must have.
    void check_first() const { check_size(first()); }
    /// Takes the first row as headings: every row must then have as many columns.
    void take_headings() {
        has_first_ = false;
        heading_ = records_.place();
        for (std::size_t i = 0; i < records_.count(); ++i) names_.emplace_back(records_.field(i));
        expected_sizes_ = {names_.size()};
        records_.keep(names_.size());
    }
    /// Reads one row that stands before the headings or the table.
    /// @param expected what an error says is missing
    /// @return the row, good until the next is read
    /// @throws read_error if there is none
    table_row read_row(char const* expected) {
        if (!records_.next()) throw read_error({records_.name()}, "the end", expected);
        return {records_, names_};
    }
    /// Names the columns of a table without headings: every row must then have as many columns.
    void name_columns(std::vector<std::string> names) {
        names_ = std::move(names);
        expected_sizes_ = {names_.size()};
    }
    /// Allows further numbers of columns.
    void allow_sizes(std::initializer_list<std::size_t> sizes) { expected_sizes_.insert(expected_sizes_.end(), sizes); }
    /// Has an error for a wrong number of columns say what that many are: `those of ...`.
    /// @param sizes must outlive the reader
    void explain_sizes(std::span<std::pair<std::size_t, std::string_view> const> sizes) { explained_sizes_ = sizes; }
    /// Has only the first columns kept: the others are counted but not to be looked at.
    void keep(std::size_t columns) { records_.keep(columns); }

    /// The column with that heading.
    /// @throws read_error if there is none, or more than one
    [[nodiscard]] std::size_t column(std::string_view name) const {
        if (auto const found = find_column(name)) return *found;
        fail_column(name);
    }
    /// Throws that there is no such column.
    [[noreturn]] void fail_column(std::string_view name) const {
        auto expected = "a column '" + std::string(name) + "'";
        if (names_.size() == 1) expected += other_separator(names_[0]);
        if (names_[0].starts_with('"')) expected += "; quotes mean nothing in this format";
        throw read_error(heading_, excerpt(geostance::detail::join(names_)), std::move(expected));
    }
    /// The column with that heading, if there is one.
    /// @throws read_error if there is more than one
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const {
        auto const found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) return std::nullopt;
        if (std::find(found + 1, names_.end(), name) != names_.end())
            throw read_error(heading_, "several", "one column '" + std::string(name) + "'");
        return static_cast<std::size_t>(found - names_.begin());
    }
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
    [[nodiscard]] std::string const& file() const noexcept { return records_.name(); }
    /// Where the headings stand.
    [[nodiscard]] text_place const& heading() const noexcept { return heading_; }

    /// Calls f with every row. A row for which it throws a `read_error` is a bad row: f must change nothing before.
    /// @param f takes a `table_row const&`; may return false for a row that is no data, such as headings
    /// @return what became of the rows
    /// @throws read_error for the first bad row, if that was chosen
    /// @throws cancelled if `stop` asked for it
    template <class F>
    read_report for_each_row(F f) {
        read_report report;
        pass_rows(records_, std::exchange(has_first_, false), f, report);
        return report;
    }
    /// The same on several threads, which read blocks of the file at once. A file of rows that may go on over several
    /// lines is read by one thread from where quotes stand too close to tell the ends of rows.
    /// @param of_each_thread for each thread the function that it calls; one of them gets any row
    /// @return what became of the rows, in the order of the file
    /// @throws read_error as on one thread; other rows may have been passed on before
    /// @throws cancelled as on one thread
    template <class F>
    read_report for_each_row(std::span<F> of_each_thread) {
        if (of_each_thread.size() == 1 || has_first_ || !records_.can_be_taken_apart())
            return for_each_row(std::ref(of_each_thread.front()));
        std::deque<part> parts; // of the file, in order
        bool has_rest = false;  // one thread reads all that is left
        auto const next = [&] { return has_rest ? std::nullopt : next_part(parts, has_rest); };
        try {
            geostance::detail::in_parallel(of_each_thread.size(), next, [&](std::size_t thread, part* each) {
                read_part(*each, of_each_thread[thread]);
            });
        } catch (read_error const& problem) {
            throw_at_its_line(parts, problem);
        }
        read_report all;
        std::size_t lines = 0; // of the parts before
        for (auto& p : parts) {
            count_lines_from(p.report, lines);
            add_behind(all, std::move(p.report), records_.options().max_problems);
            lines += p.lines;
        }
        return all;
    }
    /// The same where f needs the rows in their order, while several threads look at them ahead. What they do not see
    /// to the end is read again, in order: so errors and reports are those of one thread.
    /// @param threads how many look, > 1
    /// @param look copied for each block; look(row) is what it found out, as an optional `Look::found`
    /// @param done done(look, found) is true if that was all, and false if f has to be called with the row
    template <class Look, class Done, class F>
    read_report for_each_row_ahead(std::size_t threads, Look const& look, Done done, F f) {
        if (has_first_ || !records_.can_be_taken_apart()) return for_each_row(std::ref(f));
        read_report report;
        std::size_t lines = 0; // of the blocks before
        bool has_rest = false;
        auto const next = [&]() -> std::optional<piece> {
            if (has_rest) return std::nullopt;
            try {
                auto rows = records_.take_block();
                has_rest = !rows && !records_.is_at_end();
                return rows || has_rest ? std::optional(piece{std::move(rows), {}}) : std::nullopt;
            } catch (read_error const& problem) {
                return piece{{}, problem};
            }
        };
        auto const look_at = [&](piece& each, rows_ahead<Look>& ahead) { ahead.look_at(each, look, *this); };
        auto const pass_on = [&](rows_ahead<Look>& ahead) {
            if (ahead.problem) {
                note_or_throw(report, *ahead.problem);
            } else if (!ahead.records) {
                records_.count_lines(lines);
                pass_rows(records_, false, f, report);
            } else {
                pass_on_ahead(ahead, lines, done, f, report);
            }
        };
        geostance::detail::ordered_work<piece, rows_ahead<Look>>(threads).run(next, look_at, pass_on);
        return report;
    }

private:
    /// A block of rows; all that is left, if there is neither.
    struct piece {
        std::optional<line_block> rows{};
        std::optional<read_error> problem{}; // that they could not be read
    };
    /// What was found out about the rows of a block.
    template <class Look>
    struct rows_ahead {
        struct row_ahead {
            row_place where;
            std::optional<typename Look::found> found;
        };
        std::optional<read_error> problem{};
        std::optional<record_reader> records{};
        std::size_t lines_before = 0;
        std::optional<Look> look{};
        std::vector<row_ahead> rows{};

        void look_at(piece& given, Look const& how, table_reader const& table) {
            rows.clear();
            records.reset();
            problem = std::move(given.problem);
            if (!given.rows) return;
            look.emplace(how);
            lines_before = given.rows->lines_before;
            records.emplace(std::move(*given.rows), table.records_);
            table_row const row(*records, table.names_);
            while (look_at_next(row, table)) continue;
        }
        /// @return false at the end
        bool look_at_next(table_row const& row, table_reader const& table) {
            rows.push_back({records->next_place(), std::nullopt});
            try {
                if (!records->next()) return rows.pop_back(), false;
                table.check_size(row);
                rows.back().found = (*look)(row);
                return true;
            } catch (read_error const&) {
                return true; // is read again, and said then
            }
        }
    };
    template <class Look, class Done, class F>
    void pass_on_ahead(rows_ahead<Look>& ahead, std::size_t& lines, Done& done, F& f, read_report& report) const {
        auto& records = *ahead.records;
        auto const in_all = records.lines_read() - ahead.lines_before;
        table_row const row(records, names_);
        for (auto const& [where, found] : ahead.rows) {
            try {
                if (!found || !done(*ahead.look, *found)) {
                    records.go_to({where.begin, where.lines_before + lines});
                    static_cast<void>(records.next());
                    check_size(row);
                    f(row);
                }
                ++report.rows;
            } catch (read_error const& problem) {
                note_or_throw(report, problem);
            }
        }
        lines += in_all;
        ahead.records.reset();
    }
    /// Rows that one thread reads. Its lines are counted as if no part came before.
    struct part {
        std::optional<line_block> rows{}; // none for all that is left
        read_report report{};
        std::size_t lines = 0;
        bool has_failed = false;
    };
    std::optional<part*> next_part(std::deque<part>& parts, bool& is_rest) {
        for (;;) {
            auto& p = parts.emplace_back();
            try {
                p.rows = records_.take_block();
                is_rest = !p.rows && !records_.is_at_end();
                return p.rows || is_rest ? std::optional(&p) : std::nullopt;
            } catch (read_error const& problem) {
                note_or_throw(p.report, problem);
            }
        }
    }
    template <class F>
    void read_part(part& given, F& f) {
        try {
            if (!given.rows) return pass_rows(records_, false, f, given.report);
            auto const lines_before = given.rows->lines_before;
            record_reader records(std::move(*given.rows), records_);
            pass_rows(records, false, f, given.report);
            given.lines = records.lines_read() - lines_before;
        } catch (read_error const&) {
            given.has_failed = true;
            throw;
        }
    }
    /// To be called where an error is caught that one of the parts, or taking the next of them, has thrown.
    [[noreturn]] static void throw_at_its_line(std::deque<part> const& parts, read_error const& problem) {
        auto where = problem.where();
        std::size_t lines = 0;
        for (auto const& p : parts) {
            if (p.has_failed && where.line != 0) {
                where.line += lines;
                throw read_error(std::move(where), problem.value(), problem.expected());
            }
            lines += p.lines;
        }
        throw;
    }
    template <class F>
    void pass_rows(record_reader& records, bool has_first, F& f, read_report& report) const {
        table_row const row(records, names_);
        for (;;) {
            try {
                if (!std::exchange(has_first, false) && !records.next()) return;
                check_size(row);
                if constexpr (std::is_same_v<std::invoke_result_t<F&, table_row const&>, bool>) {
                    report.rows += f(row) ? 1U : 0U;
                } else {
                    f(row);
                    ++report.rows;
                }
            } catch (read_error const& problem) {
                note_or_throw(report, problem);
            }
        }
    }
    void note_or_throw(read_report& report, read_error const& problem) const {
        if (records_.options().bad_rows == bad_rows::stop) throw read_error(problem);
        note(report, problem, records_.options().max_problems);
    }
    void check_size(table_row const& row) const {
        auto const is_expected = [&](std::size_t size) { return size == row.size(); };
        if (expected_sizes_.empty() || std::any_of(expected_sizes_.begin(), expected_sizes_.end(), is_expected)) return;
        std::string sizes;
        for (auto const size : expected_sizes_) sizes += (sizes.empty() ? "" : " or ") + std::to_string(size);
        auto const found = std::to_string(row.size());
        auto expected = sizes + " columns";
        for (auto const& [size, what] : explained_sizes_)
            if (size == row.size()) expected += "; " + found + " are " + std::string(what);
        if (row.size() == 1) expected += other_separator(row[0]);
        row.fail_row(found + " columns", std::move(expected));
    }

    record_reader records_;
    std::vector<std::string> names_;
    text_place heading_{};
    bool has_first_ = false; // a row was read and not passed on
    std::vector<std::size_t> expected_sizes_;
    std::span<std::pair<std::size_t, std::string_view> const> explained_sizes_;
};

} // namespace geostance::io::detail
