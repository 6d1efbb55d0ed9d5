// SPDX-License-Identifier: BSL-1.0
/// @file
/// Graphs as drawings: Graphviz (DOT) with the signs as colours and line styles.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/detail/finite_weight.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/safe_text.hpp>

#include <boost/graph/properties.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace geostance::io {

/// How a graph is drawn.
struct graphviz_options {
    std::string title{};      ///< stands above the drawing; empty = none
    bool only_signed = false; ///< leaves out relations that speak neither for nor against, and nodes without relations
    /// nodes that are drawn in a frame together, for example the members of each camp; of a typed graph alone
    std::vector<std::vector<any_node>> frames{};
    bool legend = false; ///< tells what lines and signs mean; of a typed graph alone
};

namespace detail {

enum class dot_text : std::uint8_t { label, name };

/// A quoted DOT text. In labels a backslash begins an escape, so it is doubled, and `&` begins an entity, so it becomes
/// one; a line break becomes `\n`. What `safe_text` spells out is spelt out here, too: in the names of nodes with one
/// backslash, so that no two keys get one name.
inline void put_dot_text(text_sink& out, std::string_view text, dot_text use = dot_text::label) {
    out << '"';
    while (!text.empty()) {
        auto const length = character_length("text", text);
        auto const character = text.substr(0, length);
        if (character == "\n") {
            out << "\\n";
        } else if (character == "&") {
            out << "&amp;";
        } else if (character == "\"" || character == "\\") {
            out << '\\' << character;
        } else if (geostance::detail::harmless_length(character) != 0) {
            out << character;
        } else {
            for (auto const c : safe_text(character)) {
                if (c == '\\' && use == dot_text::label) out << '\\';
                out << c;
            }
        }
        text.remove_prefix(length);
    }
    out << '"';
}

/// Which side a line takes.
enum class dot_side : std::uint8_t { none, against, neutral, favour };

inline dot_side side_of(std::optional<double> value) {
    if (!value) return dot_side::none;
    return *value > 0 ? dot_side::favour : *value < 0 ? dot_side::against : dot_side::neutral;
}

/// For is blue and solid, against is orange and dashed, neutral is grey: they differ without colours, and for readers
/// who see red and green alike. A line for several relations is wider.
/// @par Source
/// The palette: Okabe, M. and Ito, K. (2008). Color universal design: how to make figures and presentations that are
/// friendly to colorblind people.
inline std::string dot_style(dot_side side, std::size_t count) {
    auto const width = geostance::detail::number_text(1 + 0.5 * static_cast<double>(std::min<std::size_t>(count, 8)));
    switch (side) {
    case dot_side::favour: return "color=\"#0072B2\", fontcolor=\"#0072B2\", style=solid, penwidth=" + width;
    case dot_side::against:
        return "color=\"#D55E00\", fontcolor=\"#D55E00\", style=dashed, arrowhead=tee, penwidth=" + width;
    case dot_side::neutral: return "color=\"#777777\", fontcolor=\"#777777\", style=solid";
    case dot_side::none: break;
    }
    return "color=\"#AAAAAA\", style=dotted";
}

/// The sign at a line, and how many relations it stands for if they are several.
inline std::string dot_sign(dot_side side, std::size_t count) {
    std::string text = side == dot_side::favour ? "+" : side == dot_side::against ? "−" : "";
    if (side == dot_side::neutral) text = "0";
    if (count > 1) text += (text.empty() ? "" : " ") + ("×" + std::to_string(count));
    return text;
}

/// The shape and the fill of a node.
template <class T>
constexpr std::string_view dot_shape() {
    if constexpr (std::same_as<T, alliance>) {
        return "shape=box, style=\"filled,rounded\", peripheries=2, fillcolor=\"#E7F1DE\"";
    } else if constexpr (std::same_as<T, statement>) {
        return "shape=note, fillcolor=\"#FFF6D6\"";
    } else if constexpr (std::same_as<T, issue>) {
        return "shape=box, fillcolor=\"#F1F1F1\"";
    } else if constexpr (std::same_as<T, publication>) {
        return "shape=folder, fillcolor=\"#F4E8F5\"";
    } else {
        return "shape=box, style=\"filled,rounded\", fillcolor=\"#E3F0F8\"";
    }
}

inline void put_dot_begin(text_sink& out, bool is_directed, graphviz_options const& options) {
    out << (is_directed ? "digraph" : "graph") << R"( geostance {
    graph [rankdir=LR, fontname="Helvetica", nodesep=0.12, ranksep=1.1];
    node [fontname="Helvetica", fontsize=11, style=filled, color="#888888", fillcolor="#F1F1F1", margin="0.09,0.04"];
    edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
)";
    if (!options.title.empty()) {
        out << "    labelloc=t; label=";
        put_dot_text(out, options.title);
        out << ";\n";
    }
}

/// A name in lines of about so many bytes, broken at blanks.
inline std::string dot_lines(std::string name, std::size_t length = 24) {
    std::size_t begin = 0;
    std::size_t blank = std::string::npos;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ') blank = i;
        if (i - begin < length || blank == std::string::npos || blank < begin) continue;
        name[blank] = '\n';
        begin = blank + 1;
    }
    return name;
}

/// The relation's type and, on lines of their own, its numbers and whatever else is not the default.
template <class R, class S>
std::string dot_label(typed_graph<S> const& g, R const& payload) {
    std::string text(type_name<R>());
    auto const put = [&]<class T>(std::string_view path, T const& value, T const& fallback, bool) {
        bool const always = std::floating_point<T>;
        if (is_unsaid(value) || (!always && same_value(value, fallback))) return;
        text += '\n' + std::string(path) + ": " + leaf_text(g, path, value);
    };
    for_each_leaf(payload, default_of<R>(), "", put);
    return text;
}

/// The relations of one pair that take one side.
struct dot_line {
    std::size_t from = 0;
    std::size_t to = 0;
    dot_side side = dot_side::none;
    std::vector<any_relation> relations{};
};

/// One line for each pair and side, in the order of their first relations.
template <class S>
std::vector<dot_line> dot_lines_of(typed_graph<S> const& g, bool only_signed) {
    std::vector<dot_line> lines;
    std::map<std::tuple<std::size_t, std::size_t, dot_side>, std::size_t> places;
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        auto const side = side_of(g.visit(r, [](auto const& payload) { return relation_value(payload); }));
        if (only_signed && side == dot_side::none) continue;
        auto const from = g.source(r).index();
        auto const to = g.target(r).index();
        auto const [at, is_new] = places.try_emplace(std::tuple(from, to, side), lines.size());
        if (is_new) lines.push_back({from, to, side, {}});
        lines[at->second].relations.push_back(r);
    }
    return lines;
}

template <class S>
void put_dot_node(text_sink& out, typed_graph<S> const& g, any_node n) {
    out << "    ";
    put_dot_text(out, key_of(g, n), dot_text::name);
    out << " [label=";
    put_dot_text(out, dot_lines(name_of(g, n)));
    out << ", " << g.visit(n, []<class T>(T const&) { return dot_shape<T>(); }) << "];\n";
    out.pass_on();
}

template <class S>
void put_dot_line(text_sink& out, typed_graph<S> const& g, dot_line const& line) {
    out << "    ";
    put_dot_text(out, key_of(g, g.node_at(line.from)), dot_text::name);
    out << " -> ";
    put_dot_text(out, key_of(g, g.node_at(line.to)), dot_text::name);
    auto const sign = dot_sign(line.side, line.relations.size());
    out << " [" << (sign.empty() ? "" : "label=\"" + sign + "\", ") << dot_style(line.side, line.relations.size())
        << ", tooltip=";
    std::string told;
    for (auto const r : line.relations)
        told += (told.empty() ? "" : "\n") + g.visit(r, [&](auto const& payload) { return dot_label(g, payload); });
    put_dot_text(out, told);
    out << "];\n";
    out.pass_on();
}

/// No other node has this name: in the names of those, `&` is an entity.
inline constexpr std::string_view dot_legend =
    R"(    "&legend" [shape=plaintext, style="", label=<<TABLE BORDER="0" CELLSPACING="0">
      <TR><TD ALIGN="LEFT"><FONT COLOR="#0072B2">+ solid, arrow: for</FONT></TD></TR>
      <TR><TD ALIGN="LEFT"><FONT COLOR="#D55E00">− dashed, bar: against</FONT></TD></TR>
      <TR><TD ALIGN="LEFT"><FONT COLOR="#777777">0 grey: neither</FONT></TD></TR>
      <TR><TD ALIGN="LEFT">×3, wider: three relations</TD></TR></TABLE>>];
)";

} // namespace detail

/// Writes a typed graph for Graphviz (`dot -Tsvg`): nodes with a shape and a fill by type, one line for each pair and
/// side, with its sign, a count and a width. What the relations say is shown where the pointer rests.
///
/// What it cannot carry: annotations (provenance and dates), aliases, codes, and every other field of a node than its
/// name. Use write_json to keep all.
/// @param out gets the whole drawing, or nothing if it cannot be made
/// @param g any typed graph
/// @param options title, choice, frames
/// @throws invalid_value for a text that is not UTF-8
/// @throws invalid_handle for a frame of nodes that are not the graph's
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E log E)
/// @par Determinism
/// the same graph gives the same bytes; nodes and lines in order of insertion
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
template <graph_schema S>
void write_graphviz(std::ostream& out, typed_graph<S> const& g, graphviz_options const& options = {}) {
    auto const lines = detail::dot_lines_of(g, options.only_signed);
    std::vector<bool> is_shown(g.num_nodes(), !options.only_signed);
    for (auto const& line : lines) is_shown[line.from] = is_shown[line.to] = true;
    for (auto const& frame : options.frames)
        for (auto const n : frame) g.require(n);
    detail::write_whole(out, [&](detail::text_sink& sink) {
        detail::put_dot_begin(sink, true, options);
        auto waiting = is_shown;
        for (std::size_t i = 0; i < options.frames.size(); ++i) {
            sink << "    subgraph cluster_" << std::to_string(i) << " { style=\"rounded,filled\"; color=\"#CCCCCC\"; "
                 << "fillcolor=\"#FAFAFA\";\n";
            for (auto const n : options.frames[i])
                if (waiting[n.index()]) {
                    detail::put_dot_node(sink, g, n);
                    waiting[n.index()] = false;
                }
            sink << "    }\n";
        }
        for (std::size_t i = 0; i < g.num_nodes(); ++i)
            if (waiting[i]) detail::put_dot_node(sink, g, g.node_at(i));
        for (auto const& line : lines) detail::put_dot_line(sink, g, line);
        if (options.legend) sink << detail::dot_legend;
        sink << "}\n";
    });
}

/// Writes a signed graph for Graphviz.
///
/// What it cannot carry: any other property than the names and values.
/// @param out gets the whole drawing, or nothing if it cannot be made
/// @param g a Boost.Graph graph with a vertex index; directed or not
/// @param name vertex -> text
/// @param value edge -> a number: above 0 for, below 0 against; finite
/// @param options title; with `only_signed`, edges of value 0 are left out
/// @throws invalid_value for a text that is not UTF-8, or a number that is not finite
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E)
/// @par Determinism
/// the same graph gives the same bytes
/// @par Guarantee
/// If a name or a number cannot be written, nothing is. After a `write_error` the stream may have a part.
template <vertex_and_edge_list_graph G, readable_vertex_map<G> Name, edge_weights<G> Value>
    requires vertex_indexed_graph<G>
void write_graphviz(std::ostream& out, G const& g, Name const& name, Value const& value,
                    graphviz_options const& options = {}) {
    constexpr bool is_directed = directed_graph<G>;
    auto const index = get(boost::vertex_index, g);
    auto const id = [&](auto v) { return 'n' + std::to_string(get(index, v)); };
    detail::write_whole(out, [&](detail::text_sink& sink) {
        detail::put_dot_begin(sink, is_directed, options);
        for (auto [v, end] = vertices(g); v != end; ++v) {
            sink << "    " << id(*v) << " [label=";
            detail::put_dot_text(sink, get(name, *v));
            sink << "];\n";
            sink.pass_on();
        }
        for (auto [e, end] = edges(g); e != end; ++e) {
            auto const number = geostance::detail::finite_weight_of(value, *e, "value");
            if (options.only_signed && number == 0) continue;
            sink << "    " << id(source(*e, g)) << (is_directed ? " -> " : " -- ") << id(target(*e, g)) << " [label=\""
                 << geostance::detail::number_text(number) << "\", " << detail::dot_style(detail::side_of(number), 1)
                 << "];\n";
            sink.pass_on();
        }
        sink << "}\n";
    });
}

} // namespace geostance::io
