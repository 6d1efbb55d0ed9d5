// SPDX-License-Identifier: BSL-1.0
/// @file
/// Relations as a table: a CSV edge list with signs and periods, for spreadsheets and data frames.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/detail/finite_weight.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/csv_text.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/model/provenance.hpp>

#include <boost/graph/graph_traits.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

namespace geostance::io {

/// What an edge list has, and for whom.
struct edge_list_options {
    bool only_signed = false; ///< leaves out relations that speak neither for nor against
    /// For spreadsheets, which take a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
    /// formula and run it: such a text gets an apostrophe in front, which other readers take for part of it. Numbers
    /// stay.
    bool disarmed = false;
};

namespace detail {

/// The sign and value of a relation, or two empty fields: missing is not zero.
inline void put_csv_value(text_sink& out, std::optional<double> value) {
    out << ',';
    if (value) out << sign_text(*value);
    out << ',';
    if (value) out << geostance::detail::number_text(*value);
}

template <class S>
void put_csv_provenance(text_sink& out, typed_graph<S> const& g, provenance const& p,
                        edge_list_options const& options) {
    auto const put = [&](std::string_view field, auto const& value) {
        out << ',';
        if (!is_unsaid(value)) put_csv_field(out, scalar_text(g, field, value), options.disarmed);
    };
    put("valid_from", p.valid.from);
    put("valid_to", p.valid.to);
    put("recorded", p.recorded);
    put("claimed_in", p.claimed_in);
    put("publication", p.publication);
    put("locator", p.locator);
}

} // namespace detail

/// Writes the relations of a typed graph as CSV, one a row, in order of insertion. The columns are `from`, `to` (keys),
/// `relation` (its type), `sign` (1, 0, -1) and `value` of positions and effects, empty for others; and for relations
/// with provenance `valid_from`, `valid_to` (ISO 8601 to the precision that is known, `open`, empty = unknown),
/// `recorded`, `claimed_in` (a row that has one is a claim of that statement's speaker), `publication` and `locator`.
///
/// What it cannot carry: nodes without relations, what nodes are called, and the other fields of relations and
/// provenance. Use write_json to keep all.
/// @param out gets the whole table
/// @param g any typed graph
/// @param options which relations, and for whom
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
template <graph_schema S>
void write_edge_list(std::ostream& out, typed_graph<S> const& g, edge_list_options const& options = {}) {
    constexpr bool has_provenance = std::same_as<typename S::annotation, provenance>;
    detail::write_whole(out, [&](detail::text_sink& sink) {
        sink << "from,to,relation,sign,value";
        if (has_provenance) sink << ",valid_from,valid_to,recorded,claimed_in,publication,locator";
        sink << '\n';
        for (std::size_t i = 0; i < g.num_relations(); ++i) {
            auto const r = g.relation_at(i);
            auto const value = g.visit(r, [](auto const& payload) { return detail::relation_value(payload); });
            if (options.only_signed && !value) continue;
            detail::put_csv_field(sink, key_of(g, g.source(r)), options.disarmed);
            sink << ',';
            detail::put_csv_field(sink, key_of(g, g.target(r)), options.disarmed);
            sink << ',' << g.visit(r, []<class R>(R const&) { return detail::type_name<R>(); });
            detail::put_csv_value(sink, value);
            if constexpr (has_provenance) detail::put_csv_provenance(sink, g, g.annotation(r), options);
            sink << '\n';
            sink.pass_on();
        }
    });
}

/// Writes the edges of a signed graph as CSV with the columns `from`, `to`, `sign` and `value`.
///
/// What it cannot carry: vertices without edges, and whether the graph is directed.
/// @param out gets the whole table
/// @param g a Boost.Graph graph, directed or not
/// @param name vertex -> text
/// @param value edge -> a number: above 0 for, below 0 against; finite
/// @param options which edges, and for whom; with `only_signed`, edges of value 0 are left out
/// @throws invalid_value for a number that is not finite
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// edges in the order of `edges(g)`
/// @par Guarantee
/// If a name or a number cannot be written, nothing is. After a `write_error` the stream may have a part.
template <edge_list_graph G, readable_vertex_map<G> Name, edge_weights<G> Value>
void write_edge_list(std::ostream& out, G const& g, Name const& name, Value const& value,
                     edge_list_options const& options = {}) {
    detail::write_whole(out, [&](detail::text_sink& sink) {
        sink << "from,to,sign,value\n";
        for (auto [e, end] = edges(g); e != end; ++e) {
            auto const number = geostance::detail::finite_weight_of(value, *e, "value");
            if (options.only_signed && number == 0) continue;
            detail::put_csv_field(sink, get(name, source(*e, g)), options.disarmed);
            sink << ',';
            detail::put_csv_field(sink, get(name, target(*e, g)), options.disarmed);
            detail::put_csv_value(sink, number);
            sink << '\n';
            sink.pass_on();
        }
    });
}

} // namespace geostance::io
