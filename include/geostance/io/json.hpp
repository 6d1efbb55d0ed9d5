// SPDX-License-Identifier: BSL-1.0
/// @file
/// The native format: a graph as one JSON document that people can read and write, lossless both ways.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/json_binder.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/graph_and_report.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace geostance::io {

/// Writes a graph as one JSON document:
/// @code{.json}
/// {
///   "geostance": 1,
///   "nodes": [
///     {"type": "actor", "key": "RUS", "name": "Russia", "kind": "state"},
///     {"type": "issue", "key": "S/2024/255", "kind": "motion"}
///   ],
///   "relations": [
///     {"type": "casts", "from": "RUS", "to": "S/2024/255", "vote": "no", "veto": true,
///      "provenance": {"locator": "row 17", "valid": {"from": "2024-03-28", "to": "2024-03-28"}}}
///   ]
/// }
/// @endcode
/// Nodes are named by their keys and dates are written to the precision that is known (`2024`, `2024-03`, `2024-03-28`,
/// `open`); a field that has its default value is left out, unless it is required. Every payload type has to be
/// `described`: see `geostance::fields` for types of your own. The format is described by a JSON Schema,
/// geostance.schema.json.
/// @param out gets the whole document, or nothing if a record cannot be written
/// @param g any typed graph
/// @throws invalid_value for a text that is not UTF-8 or a number that is not finite; write_error
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
template <graph_schema S>
void write_json(std::ostream& out, typed_graph<S> const& g) {
    detail::write_whole(out, [&](detail::text_sink& sink) {
        sink << "{\n  \"geostance\": 1";
        detail::put_json_list(sink, "nodes", g.num_nodes(),
                              [&](std::size_t i) { detail::put_json_node(sink, g, g.node_at(i)); });
        detail::put_json_list(sink, "relations", g.num_relations(),
                              [&](std::size_t i) { detail::put_json_relation(sink, g, g.relation_at(i)); });
        sink << "\n}\n";
    });
}

namespace detail {

/// The members around the records of a document.
template <graph_schema S>
class json_document {
public:
    json_document(json_window const& window, read_options const& options) : binder_(window), options_(&options) {}

    void record(json_record const& r) {
        read_or_note(*options_, report_, [&] { return binder_.add(r, section_), true; });
    }

    std::string outside(json_token const& t, std::string const& text) {
        switch (t.kind) {
        case json_kind::begin_object: return is_open_ ? wrong_value() : (is_open_ = true, std::string());
        case json_kind::end_object: return has_version_ ? std::string() : "a member 'geostance'";
        case json_kind::name: return enter(text);
        case json_kind::begin_array: return is_open_ && expects_array() ? std::string() : wrong_value();
        case json_kind::end_array: return {};
        case json_kind::natural:
            return is_open_ && member_ == "geostance" && t.natural() == 1 ? std::string() : wrong_value();
        default: return wrong_value();
        }
    }

    graph_and_report<S> result() && { return {binder_.take_graph(), std::move(report_)}; }

private:
    std::string enter(std::string const& name) {
        bool& seen = name == "geostance" ? has_version_ : name == "nodes" ? has_nodes_ : has_relations_;
        if (name != "geostance" && name != "nodes" && name != "relations") return "one of geostance, nodes, relations";
        if (std::exchange(seen, true)) return "each name once";
        if (name == "nodes" && has_relations_) return "nodes before the relations that use them";
        member_ = name;
        section_ = name == "nodes" ? json_section::nodes : json_section::relations;
        return {};
    }
    [[nodiscard]] bool expects_array() const { return member_ == "nodes" || member_ == "relations"; }
    [[nodiscard]] std::string wrong_value() const {
        if (!is_open_) return "an object with the members geostance, nodes and relations";
        return expects_array() ? "an array of records" : "1, the version of the format";
    }

    json_binder<S> binder_;
    read_options const* options_;
    read_report report_;
    json_section section_ = json_section::nodes;
    std::string member_;
    bool is_open_ = false;
    bool has_version_ = false;
    bool has_nodes_ = false;
    bool has_relations_ = false;
};

} // namespace detail

/// Reads a graph from one JSON document, as `write_json` writes it. Members may stand in any order, but the nodes
/// before the relations, and each node before those that refer to it.
/// @tparam S the schema; every payload type is `described`
/// @param in a file, stream or text in UTF-8
/// @param options what to do with records that cannot be read (wrong type, unknown name, unknown node, value out of
///        range ...), limits, progress, cancellation; no record may be longer than `max_row_bytes`, nor hold more than
///        64 levels of objects and arrays
/// @return the graph and what became of the records
/// @throws read_error for text that is no JSON document of this form and, if bad rows are to stop it, for the first bad
///         record: with line, column, field, and what was expected
/// @throws invalid_value for options that are wrong; cancelled
/// @par Complexity
/// O(V + E) on average; beside the graph, memory for the longest record
template <graph_schema S = geopolitics>
[[nodiscard]] graph_and_report<S> read_json(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    detail::json_window window(std::move(in), options);
    detail::json_document<S> document(window, options);
    detail::json_events events(window, document, 2);
    nlohmann::json::sax_parse(detail::json_iterator(window), detail::json_iterator(), &events);
    return std::move(document).result();
}

} // namespace geostance::io
