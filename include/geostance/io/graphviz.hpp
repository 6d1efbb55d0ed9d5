// SPDX-License-Identifier: BSL-1.0
/// @file
/// Graphs as drawings: Graphviz (DOT) with the signs as colours and line styles.
#pragma once

#include <geostance/graph/concepts.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/safe_text.hpp>

#include <boost/graph/properties.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io {

/// How a graph is drawn.
struct graphviz_options {
    std::string title{};      ///< stands above the drawing; empty = none
    bool only_signed = false; ///< leaves out relations that speak neither for nor against, and nodes without relations
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

/// For is blue and solid, against is orange and dashed, neutral is grey: they differ without colours, and for readers
/// who see red and green alike (palette of Okabe and Ito 2008).
inline std::string_view dot_style(std::optional<double> value) {
    if (!value) return "color=\"#999999\", style=dotted";
    if (*value > 0) return "color=\"#0072B2\", style=solid, penwidth=1.5";
    if (*value < 0) return "color=\"#D55E00\", style=dashed, penwidth=1.5, arrowhead=tee";
    return "color=\"#999999\", style=solid";
}

template <class T>
constexpr std::string_view dot_shape() {
    if constexpr (std::same_as<T, alliance>) {
        return "doubleoctagon";
    } else if constexpr (std::same_as<T, statement>) {
        return "note";
    } else if constexpr (std::same_as<T, issue>) {
        return "box";
    } else if constexpr (std::same_as<T, publication>) {
        return "folder";
    } else {
        return "ellipse";
    }
}

inline void put_dot_begin(text_sink& out, bool is_directed, graphviz_options const& options) {
    out << (is_directed ? "digraph" : "graph") << " geostance {\n    rankdir=LR;\n";
    if (!options.title.empty()) {
        out << "    labelloc=t; label=";
        put_dot_text(out, options.title);
        out << ";\n";
    }
}

/// The relation's type and, on lines of their own, its numbers and whatever else is not the default.
template <class R, class S>
std::string dot_label(typed_graph<S> const& g, R const& payload) {
    std::string text(type_name<R>());
    auto const put = [&]<class T>(std::string_view path, T const& value, T const& fallback, bool) {
        const bool always = std::floating_point<T>;
        if (is_unsaid(value) || (!always && same_value(value, fallback))) return;
        text += '\n' + std::string(path) + ": " + leaf_text(g, path, value);
    };
    for_each_leaf(payload, default_of<R>(), "", put);
    return text;
}

} // namespace detail

/// Writes a typed graph for Graphviz (`dot -Tsvg`): nodes with a shape by type, relations with what they say.
///
/// What it cannot carry: annotations (provenance and dates), aliases, codes, and every other field of a node than its
/// name. Use write_json to keep all.
/// @param out gets the whole drawing, or nothing if it cannot be made
/// @param g any typed graph
/// @param options title and choice
/// @throws invalid_value for a text that is not UTF-8; write_error
/// @par Complexity
/// O(V + E)
/// @par Determinism
/// the same graph gives the same bytes; nodes and relations in order of insertion
template <graph_schema S>
void write_graphviz(std::ostream& out, typed_graph<S> const& g, graphviz_options const& options = {}) {
    using detail::dot_text, detail::put_dot_text;
    std::vector<bool> is_shown(g.num_nodes(), !options.only_signed);
    auto const is_drawn = [&](any_relation r) {
        return !options.only_signed ||
               g.visit(r, [](auto const& payload) { return detail::relation_value(payload).has_value(); });
    };
    for (std::size_t i = 0; options.only_signed && i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        if (is_drawn(r)) is_shown[g.source(r).index()] = is_shown[g.target(r).index()] = true;
    }
    detail::write_whole(out, [&](detail::text_sink& sink) {
        detail::put_dot_begin(sink, true, options);
        for (std::size_t i = 0; i < g.num_nodes(); ++i) {
            auto const n = g.node_at(i);
            if (!is_shown[i]) continue;
            sink << "    ";
            put_dot_text(sink, key_of(g, n), dot_text::name);
            sink << " [label=";
            put_dot_text(sink, name_of(g, n));
            sink << ", shape=" << g.visit(n, []<class T>(T const&) { return detail::dot_shape<T>(); }) << "];\n";
            sink.pass_on();
        }
        for (std::size_t i = 0; i < g.num_relations(); ++i) {
            auto const r = g.relation_at(i);
            if (!is_drawn(r)) continue;
            sink << "    ";
            put_dot_text(sink, key_of(g, g.source(r)), dot_text::name);
            sink << " -> ";
            put_dot_text(sink, key_of(g, g.target(r)), dot_text::name);
            sink << " [label=";
            g.visit(r, [&](auto const& payload) {
                put_dot_text(sink, detail::dot_label(g, payload));
                sink << ", " << detail::dot_style(detail::relation_value(payload));
            });
            sink << "];\n";
            sink.pass_on();
        }
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
/// @throws invalid_value for a text that is not UTF-8; write_error
/// @par Complexity
/// O(V + E)
/// @par Determinism
/// the same graph gives the same bytes
template <vertex_and_edge_list_graph G, readable_vertex_map<G> Name, numeric_edge_map<G> Value>
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
            auto const number = static_cast<double>(get(value, *e));
            if (options.only_signed && number == 0) continue;
            sink << "    " << id(source(*e, g)) << (is_directed ? " -> " : " -- ") << id(target(*e, g)) << " [label=\""
                 << geostance::detail::number_text(number) << "\", " << detail::dot_style(number) << "];\n";
            sink.pass_on();
        }
        sink << "}\n";
    });
}

} // namespace geostance::io
