// SPDX-License-Identifier: BSL-1.0
/// @file
/// Graphs as node-link JSON, which D3, networkx and most web libraries read.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/detail/type_tags.hpp>

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>

namespace geostance::io {

/// What the list of relations is called in node-link JSON.
enum class node_link_edges : std::uint8_t {
    edges, ///< `edges`, as networkx reads it since 3.6 unless told otherwise
    links  ///< `links`, as D3 and networkx before 3.6 read it
};

/// Writes a graph as node-link JSON: `{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": ...}],
/// "edges": [{"source": ..., "target": ..., "key": ...}]}`. A node's id is its key, a link's key is its place in order
/// of insertion; both have their `type`, a node its `label`, a position or effect its `sign` (1, 0, -1), and all the
/// fields that say something, a value of 0 included.
///
/// What it cannot carry: all fields are there, but no reader takes them back; write_json is the format for that.
/// @param out gets the whole document, or nothing if a record cannot be written
/// @param g any typed graph
/// @param called what the list of relations is called
/// @throws invalid_value for a text that is not UTF-8, a number that is not finite, or a list that is no enumerator
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
template <graph_schema S>
void write_node_link(std::ostream& out, typed_graph<S> const& g, node_link_edges called = node_link_edges::edges) {
    geostance::detail::check_enumerator("called", called, node_link_edges::links);
    using detail::put_json_fields;
    using detail::put_json_list;
    using detail::put_json_member;
    using detail::shown;
    using detail::text_sink;
    using detail::type_name;
    auto const put_node = [&](text_sink& sink, any_node n) {
        bool is_first = true;
        sink << '{';
        g.visit(n, [&]<class T>(T const& payload) {
            static_assert(detail::leaves_free<T>("id", "type", "label"),
                          "geostance::write_node_link: a node's field is called id, type or label");
            put_json_member(sink, "id", payload.key, is_first);
            put_json_member(sink, "type", type_name<T>(), is_first);
            put_json_member(sink, "label", name_of(g, n), is_first);
            put_json_fields(sink, g, payload, shown::said, is_first);
        });
        sink << '}';
    };
    auto const put_link = [&](text_sink& sink, std::size_t place) {
        auto const r = g.relation_at(place);
        bool is_first = true;
        sink << '{';
        put_json_member(sink, "source", key_of(g, g.source(r)), is_first);
        put_json_member(sink, "target", key_of(g, g.target(r)), is_first);
        sink << ", \"key\": " << std::to_string(place);
        g.visit(r, [&]<class R>(R const& payload) {
            static_assert(detail::leaves_free<R>("source", "target", "key", "type", "sign"),
                          "geostance::write_node_link: a relation's field is called source, target, key, type or sign");
            put_json_member(sink, "type", type_name<R>(), is_first);
            if (auto const value = detail::relation_value(payload)) sink << ", \"sign\": " << detail::sign_text(*value);
            put_json_fields(sink, g, payload, shown::said, is_first);
        });
        detail::put_json_annotation(sink, g, r, shown::said, is_first);
        sink << '}';
    };
    detail::write_whole(out, [&](text_sink& sink) {
        sink << "{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": {}";
        put_json_list(sink, "nodes", g.num_nodes(), [&](std::size_t i) { put_node(sink, g.node_at(i)); });
        put_json_list(sink, called == node_link_edges::edges ? "edges" : "links", g.num_relations(),
                      [&](std::size_t i) { put_link(sink, i); });
        sink << "\n}\n";
    });
}

} // namespace geostance::io
