// SPDX-License-Identifier: BSL-1.0
/// @file
/// The native format for large and growing graphs: the records of the JSON document, one a line.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/json_binder.hpp>
#include <geostance/io/detail/json_format_version.hpp>
#include <geostance/io/detail/json_line_parser.hpp>
#include <geostance/io/detail/json_lines_ahead.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/line_reader.hpp>
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
#include <string_view>
#include <utility>

namespace geostance::io {

/// From where on a graph is written.
struct json_lines_options {
    std::size_t first_node = 0;     ///< in [0, V]: nodes before are left out
    std::size_t first_relation = 0; ///< in [0, E]: relations before are left out
};

/// Writes a graph as JSON Lines: the records of `write_json`, one a line, every node before the relations. The first
/// line is `{"geostance": 2}`, unless records are left out: what a graph has gained since it was written can be
/// appended to the file.
/// @param out gets all lines, or nothing if a record cannot be written
/// @param g any typed graph
/// @param options where to begin
/// @throws invalid_value for a text that is not UTF-8, a number that is not finite or an option out of range
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
template <graph_schema S>
void write_json_lines(std::ostream& out, typed_graph<S> const& g, json_lines_options const& options = {}) {
    auto const check = [](char const* field, std::size_t value, std::size_t most) {
        if (value > most)
            throw invalid_value(field, std::to_string(value), "a number from 0 to " + std::to_string(most));
    };
    check("json_lines_options.first_node", options.first_node, g.num_nodes());
    check("json_lines_options.first_relation", options.first_relation, g.num_relations());
    detail::write_whole(out, [&](detail::text_sink& sink) {
        if (options.first_node == 0 && options.first_relation == 0)
            sink << "{\"geostance\": " << std::to_string(detail::format_version) << "}\n";
        for (auto i = options.first_node; i < g.num_nodes(); ++i) {
            detail::put_json_node(sink, g, g.node_at(i));
            sink << '\n';
            sink.pass_on();
        }
        for (auto i = options.first_relation; i < g.num_relations(); ++i) {
            detail::put_json_relation(sink, g, g.relation_at(i));
            sink << '\n';
            sink.pass_on();
        }
    });
}

namespace detail {

/// The records of lines; a line with the version may stand among them.
template <graph_schema S>
class json_line_records {
public:
    explicit json_line_records(std::string const& name) : lines_(name), binder_(lines_.window()) {}

    /// @return true if the line was a record
    bool read(std::string_view line, std::size_t number) {
        is_record_ = false;
        if (auto const* const r = lines_.read(line, number, "; `read_json` reads a document of several lines")) add(*r);
        return is_record_;
    }

    /// The same for a line that was taken apart.
    bool read(std::string_view line, std::size_t number, json_record const& tokens) {
        lines_.show(line, number);
        add(tokens);
        return is_record_;
    }

    typed_graph<S> graph() && { return binder_.take_graph(); }

private:
    void add(json_record const& r) {
        json_cursor in(r, lines_.window());
        is_record_ = in.find("type") || !in.find("geostance");
        if (is_record_) return binder_.add(r);
        if (!is_format_version(in.token())) in.fail(expected_version());
        in.next();
        if (in.kind() != json_kind::end_object)
            in.fail("no other member beside 'geostance'; `read_json` reads a whole document");
    }

    json_line_parser lines_;
    json_binder<S> binder_;
    bool is_record_ = false;
};

} // namespace detail

/// Reads a graph from JSON Lines, as `write_json_lines` writes them. Nodes and relations may be mixed, each node before
/// the records that refer to it; empty lines are passed over.
/// @tparam S the schema; every payload type is `described`
/// @param in a file, stream or text in UTF-8
/// @param options what to do with lines that cannot be read, limits, progress, cancellation; no line may be longer than
///        `max_row_bytes`, nor hold more than 64 levels of objects and arrays. With several `threads`, lines are taken
///        apart by all of them, and put into the graph by one at a time
/// @return the graph and what became of the records
/// @throws read_error if bad rows are to stop it, for the first bad line: with line, column, field, and what was
///         expected
/// @throws invalid_value for options that are wrong
/// @throws cancelled if `stop` asked for it
/// @par Complexity
/// O(V + E) on average; beside the graph, memory for the longest line, and with several threads for two blocks of some
/// 1 MiB a thread, taken apart
/// @par Determinism
/// graph, report and errors are the same, whatever the number of threads
template <graph_schema S = geopolitics>
[[nodiscard]] read_result<typed_graph<S>> read_json_lines(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    detail::line_reader lines(std::move(in), options);
    detail::json_line_records<S> records(lines.name());
    auto report = detail::read_lines_of_json(lines, records);
    return {std::move(records).graph(), std::move(report)};
}

} // namespace geostance::io
