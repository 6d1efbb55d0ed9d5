// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads signed networks: lists of ties as SNAP, CSV and others have them, `.signed-graph`, and Pajek.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/pajek_reader.hpp>
#include <geostance/io/detail/string_pool.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/model/enum_names.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance {

namespace io {

/// A layout of signed networks.
enum class signed_format : std::uint8_t {
    snap, ///< two names and a sign or weight, with blanks or tabs between them; comments begin with `#`
    csv,  ///< two names and a sign or weight, with commas; a fourth column, such as a time, is not kept. Comments
          ///< begin with `#` and stand before the first row
    tsv,  ///< the same, with tabs
    signed_graph, ///< `.signed-graph`: two names, then 0 for equal or 1 for unequal; blanks between them
    pajek         ///< `.net` of Pajek, with signs in every section; negative numbers in a list are negative ties.
                  ///< The ties of all its relations are read; which relation and which time are not kept
};

} // namespace io

template <>
struct enum_names<io::signed_format> {
    static constexpr std::array<std::string_view, 5> of_each{"snap", "csv", "tsv", "signed_graph", "pajek"};
};

namespace io {

/// How a signed network is read.
struct signed_read_options {
    /// whether the ties of a list have a direction; where it is not said, those of SNAP have one. Pajek's say it
    /// themselves.
    std::optional<bool> directed{};
    std::size_t max_vertices = std::size_t(1) << 20U; ///< most vertices that a file of Pajek may announce
    read_options reading{};                           ///< what to do with bad rows, limits, progress, cancellation
};

namespace detail {

/// The weight of a tie: `+` and `-` stand for 1 and -1.
inline double weight_in(table_row const& row, std::size_t column) {
    auto const text = trimmed(row[column]);
    if (text == "+") return 1;
    if (text == "-") return -1;
    if (auto const value = finite_number(text)) return *value;
    row.fail(column, "a sign or a finite number");
}

/// The weight of a tie in a `.signed-graph`.
inline double equality_in(table_row const& row, std::size_t column) {
    return row.integer<int>(column, 0, 1) == 0 ? 1 : -1;
}

/// Whether a first row holds headings: its third field is a word, whatever that is, and no number gone wrong.
inline bool is_heading(table_row const& row) {
    auto const text = lower(trimmed(row[2]));
    if (text.empty() || text == "nan" || text == "inf" || text == "na") return false;
    // the minus sign and the dashes that word processors put in its place
    for (auto const* const dash : {"\xE2\x88\x92", "\xE2\x80\x93", "\xE2\x80\x94"})
        if (text.starts_with(dash)) return false;
    return std::string_view("+-.0123456789").find(text.front()) == std::string_view::npos;
}

/// The name of a vertex, without the blanks around it.
inline std::string_view name_in(table_row const& row, std::size_t column) {
    auto const name = trimmed(row[column]);
    if (name.empty()) row.fail(column, "a text that is not empty");
    return name;
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

template <class Weight>
read_result<signed_network> read_list(input in, table_format format, Weight weight, bool is_directed,
                                      bool may_have_headings, read_options const& options) {
    read_result<signed_network> result;
    auto& network = result.value;
    auto& ties = is_directed ? network.arcs : network.edges;
    table_reader table(std::move(in), format, options, {"from", "to", "sign"});
    if (may_have_headings) table.allow_sizes({4});
    name_numbers numbers;
    bool is_first = may_have_headings;
    table.keep(3);
    result.report = table.for_each_row([&](table_row const& row) {
        if (std::exchange(is_first, false) && is_heading(row)) return false;
        auto const w = weight(row, 2);
        auto const from = name_in(row, 0);
        auto const to = name_in(row, 1);
        if (row.may_hold_rows()) row.fail_row("a line that has as many fields as a row", "a closing quote before it");
        ties.push_back({numbers[from], numbers[to], w});
        return true;
    });
    network.names = std::move(numbers).take();
    return result;
}

} // namespace detail

/// Reads a signed network. Nothing is merged: every row is a tie, in the direction and with the weight that it has.
/// Blanks around names and signs are none of them. A first row of a CSV whose third field is a word has headings.
/// @param in a file, stream or text
/// @param format its layout
/// @param options whether ties have a direction; what to do with bad rows, limits, progress, cancellation
/// @return names, ties, and what became of the rows; vertices are numbered in the order in which they come, by Pajek as
///         it numbers them
/// @throws read_error for the first bad row, if that was chosen; cancelled; invalid_value for options out of range
/// @par Complexity
/// O(bytes); memory is that of the network
[[nodiscard]] inline read_result<signed_network> read_signed_network(input in, signed_format format,
                                                                     signed_read_options const& options = {}) {
    constexpr detail::table_format blanks{' ', '\0', '#'};
    bool const directed = options.directed.value_or(format == signed_format::snap);
    auto const& reading = options.reading;
    switch (format) {
    case signed_format::snap:
        return detail::read_list(std::move(in), blanks, detail::weight_in, directed, false, reading);
    case signed_format::csv:
        return detail::read_list(std::move(in), {',', '"', '#', true}, detail::weight_in, directed, true, reading);
    case signed_format::tsv:
        return detail::read_list(std::move(in), {'\t', '\0', '#', true}, detail::weight_in, directed, true, reading);
    case signed_format::signed_graph:
        return detail::read_list(std::move(in), blanks, detail::equality_in, directed, false, reading);
    case signed_format::pajek: return detail::read_pajek(std::move(in), options.max_vertices, reading);
    }
    throw invalid_value("signed_format", std::to_string(static_cast<int>(format)), "one of the enumerators");
}

} // namespace io

} // namespace geostance
