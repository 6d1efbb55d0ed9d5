// SPDX-License-Identifier: BSL-1.0
/// @file
/// The native format: a graph as one JSON document that people can read and write, lossless both ways.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/json_binder.hpp>
#include <geostance/io/detail/json_format_version.hpp>
#include <geostance/io/detail/json_parser.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/read_or_note.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>

namespace geostance::io {

/// Writes a graph as one JSON document:
/// @code{.json}
/// {
///   "geostance": 2,
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
/// `geostance` is the version of the format: 2 is written; 1, which version 0.1 of the library wrote, is read too.
/// Nodes are named by their keys and dates are written to the precision that is known (`2024`, `2024-03`, `2024-03-28`,
/// `open`); a field that has its default value is left out, unless it is required. Every payload type has to be
/// `described`: see `geostance::fields` for types of your own. The format is described by a JSON Schema,
/// geostance.schema.json.
/// @param out gets the whole document, or nothing if a record cannot be written
/// @param g any typed graph
/// @throws invalid_value for a text that is not UTF-8 or a number that is not finite
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
template <graph_schema S>
void write_json(std::ostream& out, typed_graph<S> const& g) {
    detail::write_whole(out, [&](detail::text_sink& sink) {
        sink << "{\n  \"geostance\": " << std::to_string(detail::format_version);
        detail::put_json_list(sink, "nodes", g.num_nodes(),
                              [&](std::size_t i) { detail::put_json_node(sink, g, g.node_at(i)); });
        detail::put_json_list(sink, "relations", g.num_relations(),
                              [&](std::size_t i) { detail::put_json_relation(sink, g, g.relation_at(i)); });
        sink << "\n}\n";
    });
}

namespace detail {

/// Reads a document: the members around the records itself, each record on its own, so that one can be passed over.
template <graph_schema S>
class json_document {
public:
    json_document(input in, read_options const& options)
        : window_(std::move(in), options), parser_(window_, type_name<typename S::annotation>()), binder_(window_),
          options_(&options) {}
    json_document(json_document const&) = delete;
    json_document& operator=(json_document const&) = delete;
    ~json_document() = default;

    read_result<typed_graph<S>> read() && {
        if (!take('{')) parser_.fail_here("an object with the members geostance, nodes and relations");
        if (!comes('}')) {
            do {
                read_member();
            } while (take(','));
        }
        if (comes('}') && !has_version_) parser_.fail_here("a member 'geostance'");
        if (!take('}')) parser_.fail_here("',' or '}'");
        check_end();
        return {binder_.take_graph(), std::move(report_)};
    }

private:
    /// True if that character follows, blanks aside.
    bool comes(char c) {
        skip_json_space(window_);
        return window_.has_more() && window_.current() == c;
    }
    /// Moves past it if it follows.
    bool take(char c) {
        if (!comes(c)) return false;
        window_.advance();
        window_.forget();
        return true;
    }

    void check_end() {
        if (comes('{')) parser_.fail_here("end of input; `read_json_lines` reads one record a line");
        parser_.check_end();
    }
    void read_member() {
        if (!comes('"')) parser_.fail_here("a name, as text");
        auto const& name = parser_.read();
        auto const section = enter(name);
        window_.forget();
        if (!take(':')) parser_.fail_here("':'");
        if (section == json_section::any)
            read_version();
        else
            read_records(section);
    }
    /// @return which records the member of that name has; any for the version
    json_section enter(json_record const& token) {
        auto const name = token.text(token.tokens.front());
        if (name == "type")
            fail(token, "one of geostance, nodes, relations; `read_json_lines` reads one record a line");
        if (name != "geostance" && name != "nodes" && name != "relations")
            fail(token, "one of geostance, nodes, relations");
        bool& seen = name == "geostance" ? has_version_ : name == "nodes" ? has_nodes_ : has_relations_;
        if (std::exchange(seen, true)) fail(token, "each name once");
        if (name == "nodes" && has_relations_) fail(token, "nodes before the relations that use them");
        return name == "geostance" ? json_section::any
               : name == "nodes"   ? json_section::nodes
                                   : json_section::relations;
    }
    void read_version() {
        auto const& value = parser_.read();
        auto const& t = value.tokens.front();
        if (!is_format_version(t)) fail(value, expected_version());
        window_.forget();
    }
    void read_records(json_section section) {
        if (!take('[')) parser_.fail_here("an array of records");
        if (take(']')) return;
        do {
            read_record(section);
        } while (take(','));
        if (!take(']')) parser_.fail_here("',' or ']'");
    }
    void read_record(json_section section) {
        skip_json_space(window_);
        window_.forget();
        auto const begin = window_.position();
        bool is_read = false;
        try {
            auto const& record = parser_.read();
            is_read = true;
            binder_.add(record, section);
            ++report_.rows;
        } catch (read_error const& problem) {
            if (options_->bad_rows == bad_rows::stop || parser_.is_broken() || window_.has_failed()) throw;
            note(report_, problem, options_->max_problems);
            if (!is_read) drop_json_value(window_, begin);
        }
        window_.forget();
    }
    [[noreturn]] void fail(json_record const& value, std::string expected) const {
        json_failure const at(window_, value.begin, value.tokens.front().end);
        throw read_error(at.where, at.value, std::move(expected));
    }

    json_window window_;
    json_parser parser_;
    json_binder<S> binder_;
    read_options const* options_;
    read_report report_;
    bool has_version_ = false;
    bool has_nodes_ = false;
    bool has_relations_ = false;
};

} // namespace detail

/// Reads a graph from one JSON document, as `write_json` writes it, or as version 1 of the format had it. Members may
/// stand in any order, but the nodes before the relations, and each node before those that refer to it.
/// @tparam S the schema; every payload type is `described`
/// @param in a file, stream or text in UTF-8
/// @param options what to do with records that cannot be read (wrong type, unknown name, unknown node, value out of
///        range, a required field that is missing ...), limits, progress, cancellation; no record may be longer than
///        `max_row_bytes`, nor hold more than 64 levels of objects and arrays
/// @return the graph and what became of the records
/// @throws read_error for text that is no JSON document of this form, and if bad rows are to stop it, for the first bad
///         record: with line, column, field, and what was expected. A record that is too long, or has a number that
///         is too large, is a bad one; nothing can be read after a record that is not JSON
/// @throws invalid_value for options that are wrong
/// @throws cancelled if `stop` asked for it
/// @par Complexity
/// O(V + E) on average; beside the graph, memory for the longest record
template <graph_schema S = geopolitics>
[[nodiscard]] read_result<typed_graph<S>> read_json(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    return detail::json_document<S>(std::move(in), options).read();
}

} // namespace geostance::io
