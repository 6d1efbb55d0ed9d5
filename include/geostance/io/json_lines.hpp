// SPDX-License-Identifier: BSL-1.0
/// @file
/// The native format for large and growing graphs: the records of the JSON document, one a line.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/json_binder.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/text_sink.hpp>

#include <cstddef>
#include <istream>
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
/// line is `{"geostance": 1}`, unless records are left out: what a graph has gained since it was written can be
/// appended to the file.
/// @param out gets all lines, or nothing if a record cannot be written
/// @param g any typed graph
/// @param options where to begin
/// @throws invalid_value for a text that is not UTF-8, a number that is not finite or an option out of range;
///         write_error
/// @par Complexity O(V + E); memory does not depend on the graph
/// @par Determinism the same graph gives the same bytes
template <graph_schema S>
void write_json_lines(std::ostream& out, typed_graph<S> const& g, json_lines_options const& options = {}) {
    auto const check = [](char const* field, std::size_t value, std::size_t most) {
        if (value > most)
            throw invalid_value(field, std::to_string(value), "a number from 0 to " + std::to_string(most));
    };
    check("json_lines_options.first_node", options.first_node, g.num_nodes());
    check("json_lines_options.first_relation", options.first_relation, g.num_relations());
    detail::write_whole(out, [&](detail::text_sink& sink) {
        if (options.first_node == 0 && options.first_relation == 0) sink << "{\"geostance\": 1}\n";
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
    explicit json_line_records(json_window& window) : window_(&window), binder_(window), events_(window, *this, 0) {}

    void read(std::string_view line, std::size_t number) {
        window_->show_line(line, number);
        events_.restart();
        nlohmann::json::sax_parse(json_iterator(*window_), json_iterator(), &events_);
    }
    void record(json_record const& r) {
        json_cursor in(r, *window_);
        if (in.find("type") || !in.find("geostance")) return binder_.add(r);
        if (in.kind() != json_kind::natural || in.token().natural != 1) in.fail("1, the version of the format");
        in.next();
        if (in.kind() != json_kind::end_object) in.fail("no other member beside 'geostance'");
    }
    std::string outside(json_token const&, std::string const&) { return {}; }

    typed_graph<S> graph() && { return std::move(binder_.graph); }

private:
    json_window* window_;
    json_binder<S> binder_;
    json_events<json_line_records> events_;
};

} // namespace detail

template <graph_schema S>
typed_graph<S> read_json_lines(std::istream& in, std::string file = {}) {
    detail::json_window window(std::move(file));
    detail::json_line_records<S> records(window);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") != std::string::npos) records.read(line, number);
    }
    return std::move(records).graph();
}

} // namespace geostance::io
