// SPDX-License-Identifier: BSL-1.0
/// @file
/// Pajek's `.net` and `.paj` files, section by section.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Takes the words of a line one by one: separated by blanks, or in double quotes.
class line_words {
public:
    explicit line_words(table_row const& row) : row_(&row), rest_(row[0]) {}

    /// The next word; none at the end.
    std::optional<std::string_view> next() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size()));
        if (rest_.empty()) return std::nullopt;
        if (rest_.front() == '"') return quoted();
        auto const word = rest_.substr(0, rest_.find_first_of(" \t"));
        rest_.remove_prefix(word.size());
        return word;
    }
    /// The next word as a whole number.
    /// @param field what errors call it
    std::int64_t integer(char const* field, std::int64_t least, std::int64_t greatest) {
        auto const word = next().value_or(rest_);
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc() || end != word.data() + word.size() || value < least || value > greatest)
            fail(field, word, "a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
        return value;
    }
    [[nodiscard]] bool is_at_end() const noexcept { return rest_.find_first_not_of(" \t") == std::string_view::npos; }
    /// @param word a part of the line
    [[noreturn]] void fail(char const* field, std::string_view word, std::string expected) const {
        auto const offset = static_cast<std::size_t>(word.data() - (*row_)[0].data());
        row_->fail_inside(0, offset, field, excerpt(word), std::move(expected));
    }
    /// What of the line was not taken yet.
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }
    [[nodiscard]] text_place place() const { return row_->place(); }

private:
    std::string_view quoted() {
        auto const end = rest_.find('"', 1);
        if (end == std::string_view::npos) fail("label", rest_, "a closing quote");
        auto const word = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        return word;
    }

    table_row const* row_;
    std::string_view rest_;
};

class pajek_reader {
public:
    explicit pajek_reader(signed_read_options const& options) : options_(&options) {}

    void read_line(table_row const& row) {
        line_words words(row);
        if (words.is_at_end()) return;
        auto const text = row[0].substr(row[0].find_first_not_of(" \t"));
        if (text.front() == '*') return begin_section(words);
        if (text.front() == '%') return;
        switch (section_) {
        case section::vertices: return read_vertex(words);
        case section::arcs: return read_tie(words, true);
        case section::edges: return read_tie(words, false);
        case section::arcs_list: return read_list(words, true);
        case section::edges_list: return read_list(words, false);
        case section::matrix: return read_matrix_row(words);
        case section::other: return;
        case section::none: words.fail("section", text, "a section before it, such as *Vertices");
        }
    }
    /// Throws what was wrong with the line of sizes, without which nothing can be told.
    void check_sizes() const {
        if (bad_sizes_) throw read_error(*bad_sizes_);
    }
    /// Checks that nothing is missing at the end.
    void finish() const {
        if (!matrix_ || next_row_ >= num_matrix_rows()) return;
        auto where = *matrix_;
        where.field = "matrix";
        throw read_error(std::move(where), std::to_string(next_row_) + " rows",
                         std::to_string(num_matrix_rows()) + " rows");
    }
    /// The sections that are no part of a network, and were passed over.
    [[nodiscard]] std::map<std::string, std::uint64_t> const& left_out() const noexcept { return left_out_; }

    /// The network of the relations that were asked for.
    /// @throws read_error if the file has several and none was chosen, or has none that was chosen
    signed_network take(std::string const& file) && {
        choose_relations(file);
        network_.names.reserve(count_);
        for (std::size_t i = 0; i < count_; ++i) {
            auto const found = labels_.find(i);
            network_.names.push_back(found == labels_.end() ? std::to_string(i + 1) : std::move(found->second));
        }
        return std::move(network_);
    }

private:
    enum class section { none, vertices, arcs, edges, arcs_list, edges_list, matrix, other };
    struct related_tie {
        std::uint32_t relation = 0;
        bool is_arc = false;
        signed_tie tie{};
    };

    /// Keeps the ties of the relations that were chosen, with the sign that the caller gives the relation.
    void choose_relations(std::string const& file) {
        std::map<std::uint32_t, double> factors;
        std::vector<std::string> all;
        for (auto const& t : ties_) factors.emplace(t.relation, 1);
        all.reserve(factors.size());
        for (auto const& [number, factor] : factors)
            all.push_back(std::to_string(number) + (names_.contains(number) ? " '" + names_[number] + "'" : ""));
        auto const& chosen = options_->relations;
        if (chosen.empty() && factors.size() > 1)
            throw read_error({file}, std::to_string(all.size()) + " relations: " + geostance::detail::join(all),
                             "one relation, or a choice of relations");
        if (!chosen.empty()) {
            std::map<std::uint32_t, double> kept;
            for (auto const& relation : chosen) {
                auto const& wanted = relation.first;
                auto const found = std::find_if(factors.begin(), factors.end(), [&](auto const& one) {
                    return wanted == std::to_string(one.first) ||
                           (names_.contains(one.first) && names_[one.first] == wanted);
                });
                if (found == factors.end())
                    throw read_error({file}, geostance::detail::join(all), "a relation '" + wanted + "'");
                kept.emplace(found->first, relation.second);
            }
            factors = std::move(kept);
        }
        for (auto const& t : ties_)
            if (auto const found = factors.find(t.relation); found != factors.end())
                (t.is_arc ? network_.arcs : network_.edges)
                    .push_back({t.tie.from, t.tie.to, t.tie.weight * found->second});
    }

    /// The number behind a section's name, `*Arcs :2 "likes"`, and the name behind that.
    void begin_relation(std::string_view heading, line_words& words) {
        relation_ = 1;
        auto const colon = heading.find(':');
        auto ahead = words;
        auto const next = colon == std::string_view::npos ? ahead.next() : std::nullopt;
        auto number = colon != std::string_view::npos ? heading.substr(colon + 1) : next.value_or("");
        if (colon == std::string_view::npos) {
            if (!number.starts_with(':')) return;
            number.remove_prefix(1);
            words = ahead;
        }
        relation_ = relation_number(words, number);
        if (auto const name = words.next()) names_.insert_or_assign(relation_, std::string(*name));
    }
    static std::uint32_t relation_number(line_words const& words, std::string_view text) {
        std::uint32_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || number == 0)
            words.fail("relation", text, "the number of a relation");
        return number;
    }

    void begin_section(line_words& words) {
        auto const text = *words.next();
        std::string name;
        for (char const c : text.substr(0, text.find(':')))
            name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        static std::map<std::string, section, std::less<>> const known{
            {"*network", section::none}, {"*vertices", section::vertices},  {"*arcs", section::arcs},
            {"*edges", section::edges},  {"*arcslist", section::arcs_list}, {"*edgeslist", section::edges_list},
            {"*matrix", section::matrix}};
        auto const found = known.find(name);
        section_ = section::none;
        if (found == known.end()) return begin_other(name, words, text);
        if (is_other_ && found->second == section::vertices) return void(section_ = section::other);
        is_other_ = false;
        if (found->second == section::vertices) return begin_vertices(text, words);
        if (name != "*network" && !has_vertices_) words.fail("section", text, "*Vertices before it");
        if (found->second == section::matrix) {
            if (matrix_) words.fail("section", text, "one *Matrix");
            matrix_ = words.place();
        }
        if (found->second != section::none) begin_relation(text, words);
        section_ = found->second;
    }
    /// A project has partitions, vectors and more, each perhaps with *Vertices of its own.
    void begin_other(std::string const& name, line_words const& words, std::string_view text) {
        static constexpr std::array<std::string_view, 7> others{"*partition", "*vector",    "*cluster", "*permutation",
                                                                "*hierarchy", "*influence", "*events"};
        if (std::find(others.begin(), others.end(), name) == others.end())
            words.fail("section", text, "a section of a network or project, such as *Arcs or *Partition");
        is_other_ = true;
        section_ = section::other;
        ++left_out_["the section " + std::string(text) + " is left out"];
    }
    void begin_vertices(std::string_view heading, line_words& words) {
        if (has_vertices_) words.fail("section", heading, "one network");
        auto const number = [&](std::size_t most) {
            return static_cast<std::size_t>(words.integer("vertices", 0, static_cast<std::int64_t>(most)));
        };
        try {
            count_ = number(options_->max_vertices);
            first_mode_ = words.is_at_end() ? 0 : number(count_);
        } catch (read_error const& problem) {
            bad_sizes_ = problem;
            throw;
        }
        has_vertices_ = true;
        section_ = section::vertices;
    }
    [[nodiscard]] std::uint32_t vertex(line_words& words) const {
        return static_cast<std::uint32_t>(words.integer("vertex", 1, static_cast<std::int64_t>(count_)) - 1);
    }
    [[nodiscard]] std::size_t num_matrix_rows() const noexcept { return first_mode_ == 0 ? count_ : first_mode_; }

    void read_vertex(line_words& words) {
        auto const line = words.rest();
        auto const number = vertex(words);
        auto const label = words.next();
        if (!label) return;
        if (!labels_.emplace(number, *label).second) words.fail("vertex", line, "each vertex once");
    }
    void read_tie(line_words& words, bool is_arc) {
        auto ahead = words;
        auto relation = relation_;
        if (auto const number = ahead.next(); number && number->ends_with(':')) {
            words = ahead;
            relation = relation_number(words, number->substr(0, number->size() - 1));
        }
        auto const from = vertex(words);
        auto const to = vertex(words);
        ties_.push_back({relation, is_arc, {from, to, weight(words)}});
    }
    /// A number; 1 where there is none, or only words that say how the line is drawn.
    static double weight(line_words& words) {
        auto const word = words.next();
        if (!word) return 1;
        auto const value = finite_number(*word);
        if (value) return *value;
        auto const first = word->empty() ? '\0' : word->front();
        bool const is_letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '[';
        if (!is_letter || *word == "nan" || *word == "inf") words.fail("weight", *word, "a finite number");
        return 1;
    }
    void read_list(line_words& words, bool is_arc) {
        auto const before = ties_.size();
        try {
            auto const from = vertex(words);
            auto const most = static_cast<std::int64_t>(count_);
            while (!words.is_at_end()) {
                auto const rest = words.rest();
                auto const to = words.integer("vertex", -most, most);
                if (to == 0) words.fail("vertex", trimmed(rest), "the number of a vertex");
                ties_.push_back({relation_,
                                 is_arc,
                                 {from, static_cast<std::uint32_t>((to < 0 ? -to : to) - 1), to < 0 ? -1.0 : 1.0}});
            }
        } catch (...) {
            ties_.resize(before);
            throw;
        }
    }
    /// A row of the matrix: of all vertices, or of the first mode toward the second.
    void read_matrix_row(line_words& words) {
        auto const from = next_row_++;
        if (from >= num_matrix_rows()) words.fail("matrix", words.rest(), std::to_string(num_matrix_rows()) + " rows");
        auto const before = ties_.size();
        try {
            for (auto to = first_mode_; to < count_; ++to) {
                auto const word = words.next().value_or(words.rest());
                auto const value = finite_number(word);
                if (!value) words.fail("weight", word, std::to_string(count_ - first_mode_) + " finite numbers");
                if (*value != 0)
                    ties_.push_back({relation_,
                                     first_mode_ == 0,
                                     {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), *value}});
            }
            if (auto const word = words.next())
                words.fail("weight", *word, std::to_string(count_ - first_mode_) + " finite numbers");
        } catch (...) {
            ties_.resize(before);
            throw;
        }
    }

    signed_read_options const* options_;
    section section_ = section::none;
    bool has_vertices_ = false;
    std::optional<read_error> bad_sizes_;
    std::size_t count_ = 0;
    std::size_t first_mode_ = 0;       // vertices of the first mode of a network of two; 0 = it has one
    std::optional<text_place> matrix_; // where it begins
    std::size_t next_row_ = 0;         // of the matrix
    std::map<std::size_t, std::string> labels_;
    std::uint32_t relation_ = 1;
    std::map<std::uint32_t, std::string> names_; // of relations
    std::vector<related_tie> ties_;
    bool is_other_ = false; // inside a partition or the like
    std::map<std::string, std::uint64_t> left_out_;
    signed_network network_;
};

inline read_result<signed_network> read_pajek(input in, signed_read_options const& options) {
    constexpr table_format whole_lines{'\n', '\0', '%'};
    auto const file = in.name();
    table_reader table(std::move(in), whole_lines, options.rows);
    pajek_reader reader(options);
    auto report = table.for_each_row([&](table_row const& row) { reader.read_line(row); });
    reader.check_sizes();
    try {
        reader.finish();
    } catch (read_error const& problem) {
        if (options.rows.bad_rows == bad_rows::stop) throw;
        note(report, problem, options.rows.max_problems);
    }
    report.warnings.reasons = reader.left_out();
    return {std::move(reader).take(file), std::move(report)};
}

} // namespace geostance::io::detail
