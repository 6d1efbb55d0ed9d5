// SPDX-License-Identifier: BSL-1.0
/// @file
/// Signed networks as lists of ties, one a row, and as matrices with names.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/string_pool.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/tie_columns.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// The weight of a tie.
inline double weight_in(table_row const& row, std::size_t column) {
    if (auto const value = sign_in(row[column])) return *value;
    row.fail(column, "a sign or a finite number");
}

/// The weight of a tie in a `.signed-graph`.
inline double equality_in(table_row const& row, std::size_t column) {
    return row.integer<int>(column, 0, 1) == 0 ? 1 : -1;
}

/// The name of a vertex, without the blanks around it.
inline std::string_view name_in(table_row const& row, std::size_t column) {
    auto const name = trimmed(row[column]);
    if (name.empty()) row.fail(column, "a text that is not empty");
    return name;
}

/// Refuses a row that a stray quote may have put together.
inline void check_quotes(table_row const& row) {
    if (row.may_hold_rows()) row.fail_row("a line that has as many fields as a row", "a closing quote before it");
}

/// Numbers names in the order in which they come.
class name_numbers {
public:
    std::uint32_t operator[](std::string_view name) {
        auto const found = pool_.find(name);
        return found == hash_index::none ? pool_.add(name) : found;
    }
    [[nodiscard]] std::vector<std::string> take() && { return std::move(pool_).take(); }

private:
    string_pool pool_;
};

/// Whether a first row holds headings: its third field is a word that is no sign, and no number gone wrong.
inline bool is_heading(table_row const& row) {
    if (row.size() < 3) return false;
    auto const text = lower(trimmed(row[2]));
    if (is_missing_text(text) || text == "inf" || sign_in(text)) return false;
    // the minus sign and the dashes that word processors put in its place
    for (auto const* const dash : {"\xE2\x88\x92", "\xE2\x80\x93", "\xE2\x80\x94"})
        if (text.starts_with(dash)) return false;
    return std::string_view("+-.0123456789").find(text.front()) == std::string_view::npos;
}

/// Where a list with headings has what.
class list_columns {
public:
    list_columns(table_reader const& table, signed_read_options const& options) {
        std::vector<std::string> names;
        for (auto const& name : table.names()) names.push_back(folded(name));
        signs_ = find_sign_columns(names, options.sign);
        if (!signs_.exists())
            fail(table, options.sign.empty() ? "a column 'sign', 'weight', 'value', 'rating' or 'polarity', or "
                                               "signed_read_options.sign with the heading of another"
                                             : "a column '" + options.sign + "'");
        if (options.sign.empty() && signs_.weight && signs_.sign && names[*signs_.sign] != "sign" &&
            !is_one_of(names[*signs_.sign], std::span(sign_headings).first(6)))
            signs_.sign.reset(); // a column such as `relation` says what kind of tie it is, if another has the weight
        from_ = end_column(table, names, options.from, source_headings, 0, "source");
        to_ = end_column(table, names, options.to, target_headings, 1, "target");
        if (from_ == to_) fail(table, "two columns for the two ends of a tie");
        static constexpr std::array<std::string_view, 2> kinds{"type", "directed"};
        kind_ = find_heading(names, kinds);
    }

    [[nodiscard]] std::size_t from() const noexcept { return from_; }
    [[nodiscard]] std::size_t to() const noexcept { return to_; }

    /// The weight of a row's tie; nothing where the row has none.
    [[nodiscard]] std::optional<double> weight(table_row const& row) const {
        auto const in = [&](std::optional<std::size_t> column) {
            return column && !is_missing_text(row[*column]) ? std::optional(weight_in(row, *column)) : std::nullopt;
        };
        auto const sign = in(signs_.sign);
        auto const size = in(signs_.weight);
        if (!sign || !size) return sign ? sign : size;
        if (auto const weight = joined_weight(*sign, *size)) return weight;
        row.fail(*signs_.weight, "a weight that does not contradict the sign");
    }
    /// Whether a row says that its tie has a direction, as Gephi's do.
    [[nodiscard]] std::optional<bool> is_directed(table_row const& row) const {
        auto const text = kind_ ? lower(trimmed(row[*kind_])) : std::string();
        if (text == "directed" || text == "true") return true;
        if (text == "undirected" || text == "false") return false;
        return std::nullopt;
    }

private:
    [[noreturn]] static void fail(table_reader const& table, std::string expected) {
        throw read_error(table.heading(), excerpt(geostance::detail::join(table.names())), std::move(expected));
    }
    /// @param place of the end among the columns that are no sign, where a list has three columns
    std::size_t end_column(table_reader const& table, std::vector<std::string> const& names, std::string const& chosen,
                           std::span<std::string_view const> known, std::size_t place, char const* what) const {
        auto const wanted = folded(chosen);
        std::array<std::string_view, 1> const one{wanted};
        auto const found = find_heading(names, chosen.empty() ? known : one);
        if (found) return *found;
        if (!chosen.empty()) fail(table, "a column '" + chosen + "'");
        if (names.size() == 3 && signs_.sign.has_value() != signs_.weight.has_value()) {
            auto const sign = signs_.sign ? *signs_.sign : *signs_.weight;
            return place < sign ? place : place + 1;
        }
        fail(table, "a column '" + std::string(what) + "', or signed_read_options." + (place == 0 ? "from" : "to") +
                        " with the heading of another");
    }

    sign_columns signs_;
    std::size_t from_ = 0;
    std::size_t to_ = 0;
    std::optional<std::size_t> kind_;
};

/// Reads the rows of a list with headings.
inline read_report read_headed_rows(table_reader& table, signed_network& network, signed_read_options const& options) {
    list_columns const columns(table, options);
    name_numbers numbers;
    std::uint64_t without_sign = 0;
    auto report = table.for_each_row([&](table_row const& row) {
        auto const weight = columns.weight(row);
        auto const from = name_in(row, columns.from());
        auto const to = name_in(row, columns.to());
        check_quotes(row);
        if (!weight) return void(++without_sign);
        bool const is_arc = options.directed.value_or(columns.is_directed(row).value_or(false));
        auto const a = numbers[from];
        (is_arc ? network.arcs : network.edges).push_back({a, numbers[to], *weight});
    });
    if (without_sign > 0) report.warnings.reasons["no sign: left out"] = without_sign;
    network.names = std::move(numbers).take();
    return report;
}

/// Reads the rows of a list without headings: two names, then a sign or weight.
template <class Weight>
read_report read_bare_rows(table_reader& table, signed_network& network, Weight weight, bool is_directed) {
    auto& ties = is_directed ? network.arcs : network.edges;
    name_numbers numbers;
    std::uint64_t with_more = 0;
    auto report = table.for_each_row([&](table_row const& row) {
        auto const w = weight(row, 2);
        auto const from = name_in(row, 0);
        auto const to = name_in(row, 1);
        check_quotes(row);
        auto const a = numbers[from];
        ties.push_back({a, numbers[to], w});
        with_more += row.size() > 3 ? 1U : 0U;
    });
    if (with_more > 0) report.warnings.reasons["the fourth column, such as a time, is left out"] = with_more;
    network.names = std::move(numbers).take();
    return report;
}

/// A matrix whose first row and first column have the names of the vertices.
class named_matrix {
public:
    explicit named_matrix(table_reader& table) : table_(&table) {
        for (std::size_t i = 1; i < table.names().size(); ++i) {
            auto const name = trimmed(table.names()[i]);
            if (!places_.emplace(name, i - 1).second)
                throw read_error(table.heading(), excerpt(name), "each name once in the first row");
            names_.emplace_back(name);
        }
    }
    read_report read(signed_network& network, std::optional<bool> directed) {
        std::map<std::pair<std::size_t, std::size_t>, double> cells;
        std::uint64_t on_diagonal = 0;
        auto report = table_->for_each_row([&](table_row const& row) { take(row, cells, on_diagonal); });
        if (on_diagonal > 0) report.warnings.reasons["a cell of the diagonal is left out"] = on_diagonal;
        // A row that was skipped, or is not there, says nothing against it.
        auto const has_row = [&](std::size_t row) { return seen_.contains(row); };
        bool const is_symmetric = std::all_of(cells.begin(), cells.end(), [&](auto const& cell) {
            auto const other = cells.find({cell.first.second, cell.first.first});
            return other != cells.end() ? other->second == cell.second : !has_row(cell.first.second);
        });
        bool const has_arcs = directed.value_or(!is_symmetric);
        for (auto const& [at, weight] : cells)
            if (has_arcs || at.first < at.second || !is_symmetric || !has_row(at.second))
                (has_arcs ? network.arcs : network.edges)
                    .push_back({static_cast<std::uint32_t>(at.first), static_cast<std::uint32_t>(at.second), weight});
        network.names = std::move(names_);
        return report;
    }

private:
    void take(table_row const& row, std::map<std::pair<std::size_t, std::size_t>, double>& cells,
              std::uint64_t& on_diagonal) {
        auto const found = places_.find(trimmed(row[0]));
        if (found == places_.end()) row.fail(0, "a name of the first row");
        auto const from = found->second;
        if (seen_.contains(from)) row.fail(0, "each name once in the first column");
        std::vector<double> weights;
        for (std::size_t i = 1; i < row.size(); ++i) weights.push_back(is_missing_text(row[i]) ? 0 : weight_in(row, i));
        seen_.emplace(from, true);
        for (std::size_t to = 0; to < weights.size(); ++to) {
            if (weights[to] == 0) continue;
            if (to == from)
                ++on_diagonal;
            else
                cells.emplace(std::pair(from, to), weights[to]);
        }
    }

    table_reader* table_;
    std::vector<std::string> names_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::map<std::size_t, bool> seen_;
};

/// Whether a row has headings for both ends and the sign of a tie.
inline bool names_ties(table_row const& row) {
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < row.size(); ++i) headings.push_back(folded(row[i]));
    return find_heading(headings, source_headings) && find_heading(headings, target_headings) &&
           find_sign_columns(headings, {}).exists();
}

/// True for the first row of a matrix: the cell over the names is empty. So it is over the numbers of rows that pandas
/// and R put before a list, whose headings tell it.
inline bool begins_matrix(table_row const& row) {
    return row.size() > 1 && trimmed(row[0]).empty() && !names_ties(row);
}

/// Reads a list with separators, with headings or without, or a matrix.
inline read_result<signed_network> read_table(input in, table_format format, signed_read_options const& options) {
    read_result<signed_network> result;
    table_reader table(std::move(in), format, options.rows);
    if (!table.read_first()) return result;
    bool const are_named = !options.from.empty() || !options.to.empty() || !options.sign.empty();
    if (!are_named && begins_matrix(table.first())) {
        table.take_headings();
        result.report = named_matrix(table).read(result.value, options.directed);
    } else if (are_named || is_heading(table.first()) || names_ties(table.first())) {
        table.take_headings();
        result.report = read_headed_rows(table, result.value, options);
    } else {
        table.name_columns({"from", "to", "sign"});
        table.allow_sizes({4});
        table.check_first(); // it may be headings that went wrong, which are no row to be skipped
        result.report = read_bare_rows(table, result.value, weight_in, options.directed.value_or(false));
    }
    return result;
}

/// Reads a list with blanks between the fields.
/// @param may_have_time true if a fourth column may follow, which is left out
template <class Weight>
read_result<signed_network> read_blank_list(input in, char comment, Weight weight, bool is_directed, bool may_have_time,
                                            read_options const& options) {
    read_result<signed_network> result;
    table_reader table(std::move(in), {' ', '\0', comment}, options, {"from", "to", "sign"});
    if (may_have_time) table.allow_sizes({4});
    result.report = read_bare_rows(table, result.value, weight, is_directed);
    return result;
}

} // namespace geostance::io::detail
