// SPDX-License-Identifier: BSL-1.0
/// @file
/// UCINET's DL files: a heading of words, labels, and data as a matrix or a list.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/signed_lists.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/tie_columns.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Reads a DL file line by line.
class ucinet_reader {
public:
    explicit ucinet_reader(signed_read_options const& options) : options_(&options) {}

    [[nodiscard]] bool is_at_data() const noexcept { return part_ == part::data; }
    /// A line up to that of DATA.
    void read_heading(table_row const& row) {
        auto words = words_of(row[0]);
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto const word = lower(words[i]);
            if (word == "data") {
                begin_data(row);
                words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i + 1));
                if (!words.empty()) read_data(row, words);
                return;
            }
            if (word == "labels") {
                part_ = part::labels;
            } else if (word == "embedded") {
                are_embedded_ = true;
                part_ = part::heading;
            } else if (part_ == part::labels) {
                labels_.emplace_back(words[i]);
            } else {
                read_word(row, word);
            }
        }
    }
    /// A line behind that of DATA.
    void read_data(table_row const& row) { read_data(row, words_of(row[0])); }
    /// Checks that nothing is missing at the end.
    void finish(std::string const& file) const {
        if (format_ == "fullmatrix" && cell_ != count_ * count_)
            throw read_error({file}, std::to_string(cell_) + " cells", std::to_string(count_ * count_) + " cells");
    }
    signed_network take() && {
        auto names = std::move(numbers_).take();
        if (!are_embedded_) {
            names = labels_;
            for (auto i = names.size(); i < count_; ++i) names.push_back(std::to_string(i + 1));
        }
        network_.names = std::move(names);
        if (format_ == "fullmatrix") join_edges();
        return std::move(network_);
    }

private:
    enum class part { heading, labels, data };

    /// The words of a line: between blanks, commas, colons and equal signs, or in quotes.
    static std::vector<std::string_view> words_of(std::string_view line) {
        constexpr std::string_view between = " \t,:=\r";
        std::vector<std::string_view> words;
        for (;;) {
            line.remove_prefix(std::min(line.find_first_not_of(between), line.size()));
            if (line.empty()) return words;
            bool const is_quoted = line.front() == '"' && line.find('"', 1) != std::string_view::npos;
            auto const word =
                is_quoted ? line.substr(1, line.find('"', 1) - 1) : line.substr(0, line.find_first_of(between));
            words.push_back(word);
            line.remove_prefix(word.size() + (is_quoted ? 2 : 0));
        }
    }
    void read_word(table_row const& row, std::string const& word) {
        if (awaits_ == "n") {
            std::size_t count = 0;
            auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
            if (error != std::errc() || end != word.data() + word.size() || count > options_->max_vertices)
                row.fail_row(excerpt(word), "a number of vertices up to " + std::to_string(options_->max_vertices));
            count_ = count;
        } else if (awaits_ == "format") {
            if (word != "fullmatrix" && word != "edgelist1" && word != "nodelist1")
                row.fail_row(excerpt(word), "fullmatrix, edgelist1 or nodelist1");
            format_ = word;
        } else if (awaits_ == "diagonal") {
            if (word == "absent") row.fail_row("a matrix without its diagonal", "DIAGONAL PRESENT");
        } else if (word == "nr" || word == "nc" || word == "nm") {
            row.fail_row(excerpt(word), "N=: one matrix of one set of vertices");
        } else if (word == "n" || word == "format" || word == "diagonal") {
            awaits_ = word;
            return;
        } else if (word != "dl") {
            row.fail_row(excerpt(word), "DL, N=, FORMAT=, LABELS: or DATA:");
        }
        awaits_.clear();
    }
    void begin_data(table_row const& row) {
        part_ = part::data;
        if (!are_embedded_ && labels_.size() > count_)
            row.fail_row(std::to_string(labels_.size()) + " labels", std::to_string(count_) + " labels at most");
        if (are_embedded_ && format_ == "fullmatrix")
            row.fail_row("labels inside a matrix", "LABELS: before DATA:, or edgelist1");
    }
    void read_data(table_row const& row, std::vector<std::string_view> const& words) {
        if (words.empty()) return;
        if (format_ == "fullmatrix") return read_cells(row, words);
        if (format_ == "nodelist1") {
            auto const from = vertex(row, words[0]);
            std::vector<std::uint32_t> others;
            for (std::size_t i = 1; i < words.size(); ++i) others.push_back(vertex(row, words[i]));
            for (auto const to : others) network_.arcs.push_back({from, to, 1});
            return;
        }
        if (words.size() != 2 && words.size() != 3)
            row.fail_row(std::to_string(words.size()) + " fields", "two vertices and a sign or weight");
        auto const weight = words.size() == 3 ? number(row, words[2]) : 1;
        auto const from = vertex(row, words[0]);
        add(from, vertex(row, words[1]), weight);
    }
    void read_cells(table_row const& row, std::vector<std::string_view> const& words) {
        if (cell_ + words.size() > count_ * count_)
            row.fail_row("more", std::to_string(count_) + " rows of " + std::to_string(count_) + " cells");
        auto at = std::exchange(cell_, cell_ + words.size()); // bad cells, too, have their places
        std::vector<double> cells;
        cells.reserve(words.size());
        for (auto const word : words) cells.push_back(number(row, word));
        for (auto const value : cells) {
            auto const here = at++;
            if (value != 0)
                network_.arcs.push_back(
                    {static_cast<std::uint32_t>(here / count_), static_cast<std::uint32_t>(here % count_), value});
        }
    }
    void add(std::uint32_t from, std::uint32_t to, double weight) {
        (options_->directed.value_or(true) ? network_.arcs : network_.edges).push_back({from, to, weight});
    }
    static double number(table_row const& row, std::string_view word) {
        if (auto const value = sign_in(word)) return *value;
        row.fail_row(excerpt(word), "a sign or a finite number");
    }
    std::uint32_t vertex(table_row const& row, std::string_view word) {
        if (are_embedded_) return numbers_[word];
        std::size_t number = 0;
        auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || end != word.data() + word.size() || number == 0 || number > count_)
            row.fail_row(excerpt(word), "the number of a vertex from 1 to " + std::to_string(count_));
        return static_cast<std::uint32_t>(number - 1);
    }
    /// A symmetric matrix has each tie twice: its ties have no direction.
    void join_edges() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> cells;
        for (auto const& t : network_.arcs) cells.emplace(std::pair(t.from, t.to), t.weight);
        bool is_symmetric = true;
        for (auto const& [at, weight] : cells) {
            auto const other = cells.find({at.second, at.first});
            is_symmetric = is_symmetric && other != cells.end() && other->second == weight;
        }
        if (options_->directed.value_or(!is_symmetric)) return;
        network_.edges = std::exchange(network_.arcs, {});
        if (is_symmetric) std::erase_if(network_.edges, [](signed_tie const& t) { return t.from > t.to; });
    }

    signed_read_options const* options_;
    part part_ = part::heading;
    std::string awaits_; // the word whose value comes next
    std::size_t count_ = 0;
    std::string format_ = "fullmatrix";
    bool are_embedded_ = false;
    std::vector<std::string> labels_;
    std::size_t cell_ = 0;
    name_numbers numbers_;
    signed_network network_;
};

inline read_result<signed_network> read_ucinet(input in, signed_read_options const& options) {
    constexpr table_format whole_lines{'\n', '\0', '\0'};
    auto const file = in.name();
    table_reader table(std::move(in), whole_lines, options.rows);
    ucinet_reader reader(options);
    while (!reader.is_at_data()) reader.read_heading(table.read_row("DATA: and the ties behind it"));
    auto report = table.for_each_row([&](table_row const& row) { reader.read_data(row); });
    try {
        reader.finish(file);
    } catch (read_error const& problem) {
        if (options.rows.bad_rows == bad_rows::stop) throw;
        note(report, problem, options.rows.max_problems);
    }
    return {std::move(reader).take(), std::move(report)};
}

} // namespace geostance::io::detail
