// SPDX-License-Identifier: BSL-1.0
/// @file
/// Graphs as GraphML, lossless, for Gephi, igraph, networkx and other tools that read it.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/detail/type_tags.hpp>

#include <cstddef>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

namespace geostance::io {

namespace detail {

/// Text in XML 1.0.
/// @throws invalid_value for what XML has no way to write: control characters, and text that is not UTF-8
inline void put_xml_text(text_sink& out, std::string_view field, std::string_view text) {
    while (!text.empty()) {
        auto const length = character_length(field, text);
        auto const c = text.front();
        auto const character = text.substr(0, length);
        if (c == '&') {
            out << "&amp;";
        } else if (c == '<') {
            out << "&lt;";
        } else if (c == '>') {
            out << "&gt;";
        } else if (c == '"') {
            out << "&quot;";
        } else if (c == '\n' || c == '\r' || c == '\t') {
            out << (c == '\n' ? "&#10;" : c == '\r' ? "&#13;" : "&#9;"); // else attributes would lose them
        } else if ((length == 1 && c < ' ') || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") {
            throw invalid_value(std::string(field), "character " + std::to_string(static_cast<unsigned char>(c)),
                                "text that XML can carry");
        } else {
            out << character;
        }
        text.remove_prefix(length);
    }
}

/// Writes one graph as GraphML.
template <graph_schema S>
class graphml_writer {
public:
    graphml_writer(text_sink& out, typed_graph<S> const& g) : out_(&out), graph_(&g) {}

    void write() {
        *out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        put_key("node", "type", "string");
        put_keys(typename S::node_types());
        put_key("edge", "type", "string");
        put_key("edge", "sign", "int");
        put_keys(typename S::relation_types());
        *out_ << "  <graph edgedefault=\"directed\">\n";
        for (std::size_t i = 0; i < graph_->num_nodes(); ++i) put_node(graph_->node_at(i));
        for (std::size_t i = 0; i < graph_->num_relations(); ++i) put_relation(i);
        *out_ << "  </graph>\n</graphml>\n";
    }

private:
    using annotation = typename S::annotation;

    template <class... T>
    void put_keys(nodes<T...>) {
        (put_keys_of<T>("node", ""), ...);
    }
    template <class... R>
    void put_keys(relations<R...>) {
        (put_keys_of<R>("edge", ""), ...);
        put_keys_of<annotation>("edge", std::string(type_name<annotation>()) + '.');
    }
    template <class T>
    void put_keys_of(std::string_view domain, std::string const& before) {
        static_assert(leaves_free<T>("type", "sign"), "geostance::write_graphml: a field is called type or sign");
        auto const& object = default_of<T>();
        for_each_leaf(object, object, before, [&]<class L>(std::string_view path, L const&, L const&, bool) {
            if (!is_id(domain, path)) put_key(domain, path, leaf_type<L>::name);
        });
    }
    /// A node's key is its id.
    static bool is_id(std::string_view domain, std::string_view path) { return domain == "node" && path == "key"; }

    static std::string key_id(std::string_view domain, std::string_view path, std::string_view type) {
        return std::string(domain) + '.' + std::string(path) + '.' + std::string(type);
    }
    void put_key(std::string_view domain, std::string_view path, std::string_view type) {
        auto const id = key_id(domain, path, type);
        if (!keys_.insert(id).second) return;
        *out_ << "  <key id=\"";
        put_xml_text(*out_, path, id);
        *out_ << "\" for=\"" << domain << "\" attr.name=\"";
        put_xml_text(*out_, path, path);
        *out_ << "\" attr.type=\"" << type << "\"/>\n";
    }

    void put_data(std::string_view domain, std::string_view path, std::string_view type, std::string_view text) {
        *out_ << "<data key=\"";
        put_xml_text(*out_, path, key_id(domain, path, type));
        *out_ << "\">";
        put_xml_text(*out_, path, text);
        *out_ << "</data>";
    }
    /// What says something: for other tools a value of 0 is not the same as no value.
    template <class T>
    void put_leaves(std::string_view domain, T const& object, std::string const& before) {
        auto const put = [&]<class L>(std::string_view path, L const& value, L const& fallback, bool is_required) {
            if (is_id(domain, path) || (!is_required && is_unsaid(value) && same_value(value, fallback))) return;
            if constexpr (is_optional<L>)
                if (!value)
                    throw invalid_value(std::string(path), "no value", "a value, which a file may not leave out");
            put_data(domain, path, leaf_type<L>::name, leaf_text(*graph_, path, value));
        };
        with_named_fields<T, annotation>([&] { for_each_leaf(object, default_of<T>(), before, put); });
    }

    void put_node(any_node n) {
        *out_ << "    <node id=\"";
        put_xml_text(*out_, "key", key_of(*graph_, n));
        *out_ << "\">";
        graph_->visit(n, [&]<class T>(T const& payload) {
            put_data("node", "type", "string", type_name<T>());
            put_leaves("node", payload, "");
        });
        *out_ << "</node>\n";
        out_->pass_on();
    }
    // Numbered by its place: an overlay's relations have gaps in their indices.
    void put_relation(std::size_t place) {
        auto const r = graph_->relation_at(place);
        *out_ << "    <edge id=\"r" << std::to_string(place) << "\" source=\"";
        put_xml_text(*out_, "source", key_of(*graph_, graph_->source(r)));
        *out_ << "\" target=\"";
        put_xml_text(*out_, "target", key_of(*graph_, graph_->target(r)));
        *out_ << "\">";
        graph_->visit(r, [&]<class R>(R const& payload) {
            put_data("edge", "type", "string", type_name<R>());
            if (auto const value = relation_value(payload)) put_data("edge", "sign", "int", sign_text(*value));
            put_leaves("edge", payload, "");
        });
        auto const& note = graph_->annotation(r);
        if (!same_value(note, default_of<annotation>()))
            put_leaves("edge", note, std::string(type_name<annotation>()) + '.');
        *out_ << "</edge>\n";
        out_->pass_on();
    }

    text_sink* out_;
    typed_graph<S> const* graph_;
    std::set<std::string> keys_;
};

} // namespace detail

/// Writes a graph as GraphML: every node with its key as id, and every field that says something as a typed attribute
/// (`kind`, `value`, `provenance.valid.from` ...). A relation that is a position or an effect also has `sign`: 1, 0,
/// -1. `read_graphml` reads it back without loss.
///
/// What it cannot carry: control characters other than tab and line ends, which XML has no way to write. What other
/// tools make of it: lists are one text (`RF|Russian Federation`, codes `cow:365`); igraph holds whole numbers as
/// doubles, exact up to 2^53; Gephi keeps `sign` as a column and its layouts ignore it; an id with spaces is read by
/// all of them though the XML Schema of GraphML forbids it.
/// @param out gets the whole document, or nothing if a record cannot be written
/// @param g any typed graph
/// @throws invalid_value for a text that XML cannot carry or a number that is not finite
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
/// @par Source
/// Brandes, U., Eiglsperger, M., Herman, I., Himsolt, M. and Marshall, M. S. (2002). GraphML progress report:
/// structural layer proposal. Graph Drawing 2001, 501-512, doi:10.1007/3-540-45848-4_59.
template <graph_schema S>
void write_graphml(std::ostream& out, typed_graph<S> const& g) {
    detail::write_whole(out, [&](detail::text_sink& sink) { detail::graphml_writer<S>(sink, g).write(); });
}

} // namespace geostance::io
