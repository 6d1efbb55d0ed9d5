// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which format a signed network has, told by its first bytes.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/record_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

/// A format, and what its first bytes say beside.
struct recognised {
    signed_format format{};
    char separator = ',';     ///< of a list with commas or semicolons
    bool is_directed = false; ///< of KONECT
};

/// The lines of a text, without blanks around them; the last one may be cut off and is left out if it is not the first.
inline std::vector<std::string_view> lines_of(std::string_view text) {
    constexpr std::size_t enough = 200;
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < enough) {
        auto const end = text.find('\n');
        if (end == std::string_view::npos && !lines.empty() && text.size() > enough) break;
        auto const line = trimmed(text.substr(0, end));
        if (!line.empty()) lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// The fields of a line, between blanks.
inline std::vector<std::string_view> blank_fields(std::string_view line) {
    std::vector<std::string_view> fields;
    for (;;) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (line.empty()) return fields;
        fields.push_back(line.substr(0, line.find_first_of(" \t")));
        line.remove_prefix(fields.back().size());
    }
}

/// The separator of a list with headings: a semicolon, where its first row has more of these than commas.
inline char list_separator(std::string_view beginning) {
    for (auto const line : lines_of(beginning)) {
        if (line.starts_with('#')) continue;
        return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
    }
    return ',';
}

/// `% asym signed` says that the ties have directions, `% bip` that the vertices are of two kinds.
inline recognised recognise_konect(std::string const& file, std::string_view beginning) {
    auto const lines = lines_of(beginning);
    bool const has_heading = !lines.empty() && lines.front().starts_with('%');
    auto const first = has_heading ? lower(lines.front()) : std::string();
    if (first.find("bip") != std::string::npos)
        throw read_error({file, 1}, "a network of two kinds of vertices", "vertices of one kind");
    return {signed_format::konect, ',', first.find("asym") != std::string::npos};
}

/// A list with blanks: SNAP's, a maximum cut, or `.signed-graph`, whose 0 and 1 mean equal and unequal.
inline recognised recognise_blank_list(std::string const& file, std::vector<std::string_view> const& rows,
                                       bool has_comments) {
    auto const fields = blank_fields(rows.front());
    if (fields.size() == 2 && rows.size() > 1 && blank_fields(rows[1]).size() == 3) return {signed_format::max_cut};
    if (fields.size() != 3)
        throw read_error(
            {file, 1}, excerpt(rows.front()),
            "a list of ties, a matrix, Pajek, KONECT, DL, GraphML, GEXF, or a signed_format that is named");
    bool const is_of_bits = std::all_of(rows.begin(), rows.end(), [](std::string_view row) {
        auto const all = blank_fields(row);
        return all.size() == 3 && (all[2] == "0" || all[2] == "1");
    });
    if (is_of_bits && !has_comments)
        throw read_error({file, 1}, "0 and 1 in the third column",
                         "signed_format::signed_graph, where 1 means unequal, or signed_format::snap");
    return {signed_format::snap};
}

/// @throws read_error for what is no signed network, or may be several
inline recognised recognise_signed(std::string const& file, std::string_view beginning) {
    refuse_other_than_utf8(file, beginning);
    if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
    auto const lines = lines_of(beginning);
    if (lines.empty()) throw read_error({file}, "nothing", "a signed network");
    auto const first = lower(lines.front());
    if (first.starts_with('<')) {
        auto const text = lower(beginning);
        if (text.find("<graphml") != std::string::npos) return {signed_format::graphml};
        if (text.find("<gexf") != std::string::npos) return {signed_format::gexf};
        refuse_stand_in(file, beginning);
        throw read_error({file, 1}, excerpt(lines.front()), "GraphML or GEXF");
    }
    if (first.starts_with('{') || first.starts_with('['))
        throw read_error({file, 1}, "JSON", "a network in another format; write it as GraphML");
    if (first == "dl" || first.starts_with("dl ") || first.starts_with("dl,") || first.starts_with("dl\t"))
        return {signed_format::ucinet};
    std::vector<std::string_view> rows;
    for (auto const line : lines) {
        if (line.starts_with('*')) return {signed_format::pajek};
        if (line.starts_with("p qubo")) return {signed_format::qubo};
        if (line.starts_with("p ")) return {signed_format::pace};
        bool const is_comment = line.starts_with('#') || line.starts_with('%') || line == "c" || line.starts_with("c ");
        if (!is_comment || !rows.empty()) rows.push_back(line);
    }
    if (first.starts_with('%')) return recognise_konect(file, beginning);
    if (rows.empty()) throw read_error({file}, "comments alone", "a signed network");
    auto const has = [&](char c) { return rows.front().find(c) != std::string_view::npos; };
    if (has(',') || has(';')) return {signed_format::csv, list_separator(beginning)};
    bool const has_comments = first.starts_with('#');
    if (has('\t') && !has_comments) return {signed_format::tsv};
    return recognise_blank_list(file, rows, has_comments);
}

} // namespace geostance::io::detail
