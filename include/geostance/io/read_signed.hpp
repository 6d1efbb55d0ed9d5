// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads signed networks in the formats that programs write: lists and matrices, Pajek, KONECT, UCINET, GraphML, GEXF,
/// and problems of optimisation that are signed networks in other words.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/pajek_reader.hpp>
#include <geostance/io/detail/peeked.hpp>
#include <geostance/io/detail/signed_lists.hpp>
#include <geostance/io/detail/signed_problems.hpp>
#include <geostance/io/detail/signed_sniffing.hpp>
#include <geostance/io/detail/signed_ucinet.hpp>
#include <geostance/io/detail/signed_xml.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <string>
#include <utility>

namespace geostance::io {

namespace detail {

inline read_result<signed_network> read_signed_as(input in, recognised const& found,
                                                  signed_read_options const& options) {
    auto const& reading = options.rows;
    auto const blanks = [&](char comment, auto weight, bool is_directed, bool may_have_time) {
        return read_blank_list(std::move(in), comment, weight, options.directed.value_or(is_directed), may_have_time,
                               reading);
    };
    switch (found.format) {
    case signed_format::snap: return blanks('#', weight_in, true, false);
    case signed_format::konect: return blanks('%', weight_in, found.is_directed, true);
    case signed_format::signed_graph: return blanks('#', equality_in, false, false);
    case signed_format::csv: return read_table(std::move(in), {found.separator, '"', '#', true}, options);
    case signed_format::tsv: return read_table(std::move(in), {'\t', '\0', '#', true}, options);
    case signed_format::pajek: return read_pajek(std::move(in), options);
    case signed_format::ucinet: return read_ucinet(std::move(in), options);
    case signed_format::max_cut: return read_max_cut(std::move(in), options);
    case signed_format::qubo: return read_qubo(std::move(in), options);
    case signed_format::pace: return read_pace(std::move(in), options);
    case signed_format::graphml:
    case signed_format::gexf: return read_xml_network(std::move(in), options);
    }
    throw invalid_value("signed_format", std::to_string(static_cast<int>(found.format)), "one of the enumerators");
}

} // namespace detail

/// Reads a signed network of a given format. Nothing is merged: every row is a tie, in the direction and with the
/// weight that it has. Surrounding blanks are trimmed.
///
/// Signs are numbers, `+` and `-`, or words such as `positive`, `negative`, `friend`, `foe`, `ally`, `enemy`. A list
/// with headings goes by them: the columns may stand in any order, and others are passed over. Where a list has a sign
/// and a weight, the tie has the one's sign and the other's size; where it has neither, it is refused. A matrix that is
/// symmetric has ties without direction; its diagonal is left out. Of QUBO, each variable is a spin: its ties are worth
/// minus half the couplings, and a further vertex `spin up` stands for what pulls a single spin.
/// @param in a file, stream or text
/// @param format its layout
/// @param options which columns and relations; whether ties have a direction; what to do with bad rows, limits
/// @return names, ties, and what became of the rows; vertices are numbered in the order in which they come, where the
///         file does not number them. What is left out of a file, such as times, stands in the report's warnings
/// @throws read_error for a file that does not say which column is the sign or which relation is meant, and for the
///         first bad row, if that was chosen
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range, or a format that is no enumerator
/// @par Complexity
/// O(n log n) in the bytes; memory is that of the network, of GraphML and GEXF also that of the text, of PACE that of
/// all pairs of at most 8192 vertices
[[nodiscard]] inline read_result<signed_network> read_signed_network(input in, signed_format format,
                                                                     signed_read_options const& options = {}) {
    if (format != signed_format::csv && format != signed_format::konect)
        return detail::read_signed_as(std::move(in), {format}, options);
    auto [beginning, whole] = detail::peek(std::move(in));
    auto found = format == signed_format::csv ? detail::recognised{format, detail::list_separator(beginning)}
                                              : detail::recognise_konect(whole.name(), beginning);
    return detail::read_signed_as(std::move(whole), found, options);
}

/// Reads a signed network whose format the first bytes tell, whatever the file is called.
/// @param in a file, stream or text
/// @param options which columns and relations; whether ties have a direction; what to do with bad rows, limits
/// @return names, ties, and what became of the rows, as for a given format
/// @throws read_error as for a given format, and for a text that may be of several, such as a list whose signs are 0
///         and 1: the format is then to be named
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// as for a given format
[[nodiscard]] inline read_result<signed_network> read_signed_network(input in,
                                                                     signed_read_options const& options = {}) {
    auto [beginning, whole] = detail::peek(std::move(in));
    auto const found = detail::recognise_signed(whole.name(), beginning);
    return detail::read_signed_as(std::move(whole), found, options);
}

} // namespace geostance::io
