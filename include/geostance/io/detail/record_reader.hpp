// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows of fields from an input: separated by tabs, commas or blanks, quoted or not.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/bytes.hpp>
#include <geostance/io/detail/line_reader.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// How a row is made up of fields.
struct table_format {
    char separator = '\t'; ///< ' ' = one or more blanks or tabs
    char quote = '\0';     ///< as in RFC 4180, with line ends inside quotes; 0 = none, as in the tables of event data.
                           ///< It opens a field only at its beginning
    char comment = '\0';   ///< lines that begin with it are passed over; 0 = none
    bool comments_lead = false; ///< true: such a line behind the first row is a row
};

inline constexpr table_format tab_separated{};
inline constexpr table_format comma_separated{',', '"'};

/// A text cut down to what an error shows of it.
inline std::string excerpt(std::string_view text) {
    constexpr std::size_t most = 80;
    if (text.size() <= most) return std::string(text);
    auto end = most;
    while (end > most - 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "...";
}

/// Gives one row after another. Empty lines and comments are passed over.
class record_reader {
public:
    record_reader(input in, table_format format, read_options const& options)
        : lines_(std::move(in), options), format_(format) {
        keep(options.max_columns);
    }
    /// Reads rows that were taken from another reader.
    record_reader(line_block block, record_reader const& from)
        : lines_(std::move(block), from.name(), from.options()), format_(from.format_) {
        keep(from.kept_);
    }

    /// True if what a row is does not depend on those before it, so that others may read blocks of them.
    [[nodiscard]] bool can_be_taken_apart() const noexcept { return format_.comment == '\0'; }
    /// Takes rows to be read elsewhere, as `line_reader::take_block` does.
    std::optional<line_block> take_block() { return lines_.take_block(format_.quote); }
    /// As `line_reader` has them.
    [[nodiscard]] row_place next_place() const noexcept { return lines_.next_place(); }
    void go_to(row_place where) noexcept { lines_.go_to(where); }
    void count_lines(std::size_t lines) noexcept { lines_.count_lines(lines); }
    /// How many lines were read so far; those of blocks that were taken are counted by who reads them.
    [[nodiscard]] std::size_t lines_read() const noexcept { return lines_.lines_read(); }
    /// True if nothing stands behind the row.
    [[nodiscard]] bool is_at_end() const noexcept { return lines_.is_at_end(); }

    /// Goes on to the next row.
    /// @return false at the end
    /// @throws read_error for a row that is no text or has too many fields; the next call goes on behind it
    bool next() {
        do {
            count_ = 0;
            if (!lines_.next()) return false;
            row_ = lines_.row();
        } while (is_passed_over());
        if (format_.comments_lead) format_.comment = '\0';
        if (format_.separator == ' ') {
            check_bytes(true, true);
            split_at_blanks();
        } else if (format_.quote != '\0' && row_.find(format_.quote) != std::string_view::npos) {
            close_quotes();
            check_bytes(true, true);
            split_quoted();
        } else {
            split_plain();
        }
        return true;
    }

    /// Has only the first fields of each row kept; the others are counted.
    void keep(std::size_t count) {
        kept_ = std::min(count, options().max_columns);
        fields_.resize(kept_);
    }

    /// The number of fields of the row.
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    /// True if a line inside the row has as many fields as the row: a stray quote may have swallowed it.
    [[nodiscard]] bool may_hold_rows() const noexcept {
        if (lines_.count() < 3) return false;
        auto const last = row_.rfind('\n');
        for (auto begin = row_.find('\n') + 1; begin < last;) {
            auto const end = row_.find('\n', begin);
            auto const line = row_.substr(begin, end - begin);
            auto const separators = std::count(line.begin(), line.end(), format_.separator);
            if (static_cast<std::size_t>(separators) + 1 == count_) return true;
            begin = end + 1;
        }
        return false;
    }
    /// One field, without quotes.
    [[nodiscard]] std::string_view field(std::size_t column) const noexcept { return fields_[column]; }
    /// The end of the memory that all fields are in.
    [[nodiscard]] char const* end() const noexcept {
        auto const& text = is_quoted_ ? std::string_view(unquoted_) : row_;
        return text.data() + text.size();
    }
    /// Where the row stands.
    [[nodiscard]] text_place place() const { return {lines_.name(), lines_.number()}; }
    /// Where a field stands. Its line and column are those of the row's text.
    [[nodiscard]] text_place place(std::size_t column) const { return place_at(offset_of(column)); }
    [[nodiscard]] std::string const& name() const noexcept { return lines_.name(); }
    [[nodiscard]] read_options const& options() const noexcept { return lines_.options(); }

private:
    static constexpr std::string_view blanks = " \t";

    [[nodiscard]] bool is_passed_over() const noexcept {
        auto const begin = format_.separator == ' ' ? row_.find_first_not_of(blanks) : 0;
        if (begin >= row_.size()) return true;
        return format_.comment != '\0' && row_[begin] == format_.comment;
    }
    /// Adds lines until every field that begins with a quote is closed. Elsewhere a quote is a letter like others.
    void close_quotes() {
        for (std::size_t begin = 0; begin < row_.size();) {
            auto const end = row_[begin] == format_.quote ? close_field(begin) : row_.find(format_.separator, begin);
            begin = std::min(end, row_.size()) + 1;
        }
    }
    /// Adds lines until a field is closed: by a quote with a separator or line end behind it.
    /// @return the place behind its closing quote
    std::size_t close_field(std::size_t begin) {
        for (auto at = begin + 1;; ++at) {
            auto quote = row_.find(format_.quote, at);
            while (quote == std::string_view::npos) {
                at = row_.size();
                if (!lines_.extend()) fail_unclosed(begin);
                row_ = lines_.row();
                quote = row_.find(format_.quote, at);
            }
            at = quote + 1;
            if (at == row_.size() || row_[at] == format_.separator) return at;
            if (row_[at] == format_.quote) continue;
            if (lines_.count() > 1) fail_unclosed(begin);
            fail_at(at, excerpt(row_.substr(at, 1)), "a separator behind the quote");
        }
    }
    /// Reports only the line with the unclosed quote; the lines after it are read as rows again.
    [[noreturn]] void fail_unclosed(std::size_t begin) {
        auto where = place_at(begin);
        lines_.shorten();
        throw read_error(std::move(where), "a quote without its pair", "a closing quote");
    }
    /// Checks that the row is text, where it may not be; makes UTF-8 of it, if it is said to be something else.
    /// @return true if the row was changed
    bool check_bytes(bool may_have_nul, bool may_have_high) {
        auto const nul = may_have_nul ? row_.find('\0') : std::string_view::npos;
        if (nul != std::string_view::npos) fail_at(nul, "a NUL byte", "text");
        if (!may_have_high) return false;
        if (options().encoding == encoding::latin1) {
            text_.clear();
            append_latin1(text_, row_);
            row_ = text_;
            return true;
        }
        if (auto const at = find_not_utf8(row_)) {
            auto const byte = static_cast<unsigned char>(row_[*at]);
            fail_at(*at, "byte " + std::to_string(byte),
                    "text in UTF-8; encoding::latin1 reads ISO 8859-1 and Windows-1252");
        }
        return false;
    }

    void split_plain() {
        is_quoted_ = false;
        auto found = split(row_, format_.separator, fields_.data(), kept_);
        if ((found.has_nul || found.has_high) && check_bytes(found.has_nul, found.has_high))
            found = split(row_, format_.separator, fields_.data(), kept_);
        count_ = found.count;
        if (count_ > options().max_columns) fail_too_many();
    }
    void split_at_blanks() {
        is_quoted_ = false;
        for (auto begin = row_.find_first_not_of(blanks); begin != std::string_view::npos;) {
            auto const end = std::min(row_.find_first_of(blanks, begin), row_.size());
            add_field(row_.substr(begin, end - begin));
            begin = row_.find_first_not_of(blanks, end);
        }
    }
    void split_quoted() {
        is_quoted_ = true;
        offsets_.clear();
        unquoted_.clear();
        unquoted_.reserve(row_.size()); // fields are views of it
        for (std::size_t begin = 0;;) {
            offsets_.push_back(begin);
            auto const end = begin < row_.size() && row_[begin] == format_.quote ? add_quoted(begin) : add_plain(begin);
            if (end == row_.size()) return;
            begin = end + 1;
        }
    }
    std::size_t add_plain(std::size_t begin) {
        auto const end = std::min(row_.find(format_.separator, begin), row_.size());
        add_field(row_.substr(begin, end - begin));
        return end;
    }
    std::size_t add_quoted(std::size_t begin) {
        auto const from = unquoted_.size();
        for (auto at = begin + 1;; ++at) {
            auto const quote = row_.find(format_.quote, at);
            unquoted_ += row_.substr(at, quote - at);
            at = quote + 1;
            if (at == row_.size() || row_[at] == format_.separator) {
                add_field(std::string_view(unquoted_).substr(from));
                return at;
            }
            unquoted_ += format_.quote;
        }
    }
    void add_field(std::string_view text) {
        if (count_ == options().max_columns) fail_too_many();
        if (count_ < kept_) fields_[count_] = text;
        ++count_;
    }

    [[nodiscard]] std::size_t offset_of(std::size_t column) const noexcept {
        return is_quoted_ ? offsets_[column] : static_cast<std::size_t>(fields_[column].data() - row_.data());
    }
    [[nodiscard]] text_place place_at(std::size_t offset) const {
        auto where = place();
        auto const before = row_.substr(0, offset);
        where.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        where.column = before.size() - (before.rfind('\n') + 1) + 1;
        return where;
    }
    [[noreturn]] void fail_too_many() const {
        auto const most = std::to_string(options().max_columns);
        throw read_error(place(), "more", "at most " + most + " columns");
    }
    [[noreturn]] void fail_at(std::size_t offset, std::string value, std::string expected) const {
        throw read_error(place_at(offset), std::move(value), std::move(expected));
    }

    line_reader lines_;
    table_format format_;
    std::string_view row_;
    std::size_t kept_ = 0;
    std::vector<std::string_view> fields_;
    std::size_t count_ = 0;
    bool is_quoted_ = false;
    std::vector<std::size_t> offsets_; // of each field of a quoted row
    std::string unquoted_;             // the fields of a quoted row
    std::string text_;                 // the row, if it was not UTF-8
};

} // namespace geostance::io::detail
