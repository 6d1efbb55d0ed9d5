// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON Lines that several threads take apart ahead of the one that reads their records.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/detail/ordered_work.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/json_line_parser.hpp>
#include <geostance/io/detail/json_scanner.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/line_reader.hpp>
#include <geostance/io/detail/read_or_note.hpp>
#include <geostance/io/read_report.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// The lines of a block, taken apart as far as that needs no others.
class json_lines_ahead {
public:
    /// Takes the lines of a block apart.
    void look(line_block block, line_reader const& from) {
        if (!parser_) parser_.emplace(from.name());
        count_ = 0;
        lines_before_ = block.lines_before;
        lines_.emplace(std::move(block), from.name(), from.options());
        while (take_line()) continue;
    }
    /// Looks at a place that could not be read.
    void look(read_error problem) {
        count_ = 0;
        lines_.reset();
        entry().problem = std::move(problem);
    }
    /// Passes the lines on.
    /// @param lines counts the lines of the file, here those before
    /// @param records reads a line; see json_line_records
    template <class Records>
    void pass_on(std::size_t& lines, Records& records, read_options const& options, read_report& report) {
        for (std::size_t i = 0; i < count_; ++i)
            read_or_note(options, report, [&] { return pass_on(entries_[i], lines, records); });
        if (lines_) lines += lines_->lines_read() - lines_before_;
        lines_.reset();
    }

private:
    struct line {
        std::string_view text{};
        std::size_t number = 0; // in the block
        json_record tokens{};
        bool is_taken_apart = false;
        std::optional<read_error> problem{};
    };

    template <class Records>
    static bool pass_on(line const& l, std::size_t lines_before, Records& records) {
        if (l.is_taken_apart) return records.read(l.text, lines_before + l.number, l.tokens);
        if (!l.problem) return records.read(l.text, lines_before + l.number); // says what is wrong with it
        auto where = l.problem->where();
        if (where.line != 0) where.line += lines_before;
        throw read_error(std::move(where), l.problem->value(), l.problem->expected());
    }
    /// @return false at the end
    bool take_line() {
        try {
            if (!lines_->next()) return false;
        } catch (read_error const& problem) {
            entry().problem = problem;
            return true;
        }
        auto const text = lines_->row();
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) return true;
        auto& l = entry();
        l.text = text;
        l.number = lines_->number();
        l.is_taken_apart = json_scanner::scan(text, l.tokens) || parse(l);
        return true;
    }
    bool parse(line& l) {
        try {
            l.tokens = *parser_->read(l.text, l.number, "");
            return true;
        } catch (read_error const&) {
            return false;
        }
    }
    /// The next of the entries, whose memory is used again.
    line& entry() {
        if (count_ == entries_.size()) entries_.emplace_back();
        auto& l = entries_[count_++];
        l.is_taken_apart = false;
        l.problem.reset();
        return l;
    }

    std::optional<line_reader> lines_;
    std::size_t lines_before_ = 0;
    std::optional<json_line_parser> parser_;
    std::vector<line> entries_;
    std::size_t count_ = 0; // of the entries
};

/// Reads lines that several threads take apart ahead.
template <class Records>
read_report read_lines_ahead(line_reader& lines, Records& records, std::size_t threads) {
    struct piece {
        std::optional<line_block> rows{};
        std::optional<read_error> problem{};
    };
    auto const next = [&]() -> std::optional<piece> {
        try {
            auto rows = lines.take_block('\0');
            return rows ? std::optional(piece{std::move(rows), {}}) : std::nullopt;
        } catch (read_error const& problem) {
            return piece{{}, problem};
        }
    };
    auto const look = [&](piece& part, json_lines_ahead& ahead) {
        if (part.problem) return ahead.look(std::move(*part.problem));
        ahead.look(std::move(*part.rows), lines);
    };
    read_report report;
    std::size_t lines_before = 0;
    auto const pass_on = [&](json_lines_ahead& ahead) {
        ahead.pass_on(lines_before, records, lines.options(), report);
    };
    geostance::detail::ordered_work<piece, json_lines_ahead>(threads).run(next, look, pass_on);
    return report;
}

/// Reads lines of JSON on as many threads as the options say; what is read does not depend on their number.
/// @param records reads one line after another: `read(line, number)` says whether it was a record, and
///        `read(line, number, tokens)` the same of a line that was taken apart
/// @return what became of the lines
template <class Records>
read_report read_lines_of_json(line_reader& lines, Records& records) {
    auto const threads = geostance::detail::threads_for(lines.options().threads);
    if (threads > 1) return read_lines_ahead(lines, records, threads);
    read_report report;
    bool goes_on = true;
    while (goes_on)
        read_or_note(lines.options(), report, [&] {
            goes_on = lines.next();
            return goes_on && records.read(lines.row(), lines.number());
        });
    return report;
}

} // namespace geostance::io::detail
