// SPDX-License-Identifier: BSL-1.0
/// @file
/// A graph as tables for databases: one CSV file for each type of node and of relation.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/atomic_file.hpp>
#include <geostance/io/detail/csv_text.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/relation_value.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/detail/type_tags.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace geostance::io {

/// How the columns of tables are headed.
enum class table_headings : std::uint8_t {
    plain, ///< names that SQL takes without quotes: `key`, `source`, `provenance_valid_from`
    neo4j ///< those that Neo4j's importer asks for: `key:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`, `veto:boolean`
};

/// How tables are written.
struct table_options {
    table_headings headings = table_headings::plain; ///< for SQL or for Neo4j
    /// for spreadsheets, which run a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return: it gets an
    /// apostrophe in front, which databases take for part of it. Numbers stay
    bool disarmed = false;
};

namespace detail {

/// Writes the tables of one graph, each to its own sink: those of nodes first, in the order of the schema.
template <graph_schema S>
class table_writer {
public:
    table_writer(typed_graph<S> const& g, table_options const& options) : graph_(&g), options_(options) {
        geostance::detail::check_enumerator("table_options.headings", options.headings, table_headings::neo4j);
    }

    /// The names of the files.
    static std::vector<std::string> names() {
        using tags = type_tags<typename S::node_types, typename S::relation_types>;
        std::vector<std::string> result;
        for (auto const name : tags::of_nodes) result.push_back(file_name(name));
        for (auto const name : tags::of_relations) result.push_back(file_name(name));
        return result;
    }

    /// @param out as many sinks as there are names
    void write(std::span<text_sink> out) const {
        put_headings(out, typename S::node_types(), typename S::relation_types());
        for (std::size_t i = 0; i < graph_->num_nodes(); ++i) put_node(out, graph_->node_at(i));
        for (std::size_t i = 0; i < graph_->num_relations(); ++i) put_relation(out, i);
        for (auto& sink : out) sink.flush();
    }

private:
    using annotation = typename S::annotation;
    static constexpr std::size_t num_node_types = geostance::detail::length<typename S::node_types>;
    template <class T>
    static constexpr std::size_t place = geostance::detail::position_in<T, typename S::node_types>;
    template <class R>
    static constexpr std::size_t relation_place =
        num_node_types + geostance::detail::position_in<R, typename S::relation_types>;
    /// Whether relations of type R have a column that says for or against.
    template <class R>
    static constexpr bool has_sign = signalling<R> || std::same_as<R, affects>;

    static std::string file_name(std::string_view type) {
        auto const is_plain = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        };
        if (!std::all_of(type.begin(), type.end(), is_plain))
            throw invalid_value("type_name", std::string(type), "letters, digits, '_' and '-', as it names a file");
        return std::string(type) + ".csv";
    }
    static std::string annotation_prefix() { return std::string(type_name<annotation>()) + '_'; }

    template <class... T, class... R>
    void put_headings(std::span<text_sink> out, nodes<T...>, relations<R...>) const {
        (put_headings_in(out[place<T>], headings_of_node<T>()), ...);
        (put_headings_in(out[relation_place<R>], headings_of_relation<R>()), ...);
    }
    void put_headings_in(text_sink& out, std::vector<std::string> const& headings) const {
        auto sorted = headings;
        std::sort(sorted.begin(), sorted.end());
        auto const twice = std::adjacent_find(sorted.begin(), sorted.end());
        if (twice != sorted.end()) throw invalid_value("write_tables.heading", *twice, "one column of that name");
        std::string_view before;
        for (auto const& heading : headings) {
            out << before;
            put_csv_field(out, heading, options_.disarmed);
            before = ",";
        }
        out << '\n';
    }
    [[nodiscard]] bool is_for_neo4j() const noexcept { return options_.headings == table_headings::neo4j; }

    template <class T>
    [[nodiscard]] std::vector<std::string> headings_of_node() const {
        std::vector<std::string> result{is_for_neo4j() ? "key:ID" : "key"};
        if (is_for_neo4j()) result.emplace_back(":LABEL");
        add_leaf_headings<T>("", result);
        return result;
    }
    template <class R>
    [[nodiscard]] std::vector<std::string> headings_of_relation() const {
        auto result = is_for_neo4j() ? std::vector<std::string>{"id:long", ":START_ID", ":END_ID", ":TYPE"}
                                     : std::vector<std::string>{"id", "source", "target"};
        if (has_sign<R>) result.emplace_back(is_for_neo4j() ? "sign:long" : "sign");
        add_leaf_headings<R>("", result);
        add_leaf_headings<annotation>(annotation_prefix(), result);
        return result;
    }
    template <class T>
    void add_leaf_headings(std::string const& before, std::vector<std::string>& result) const {
        auto const& object = default_of<T>();
        for_each_leaf(object, object, before, [&]<class Leaf>(std::string_view path, Leaf const&, Leaf const&, bool) {
            if (is_key<T>(path)) return;
            std::string heading(path);
            std::replace(heading.begin(), heading.end(), '.', '_');
            if (is_for_neo4j() && !is_text<Leaf>) (heading += ':') += leaf_type<Leaf>::name;
            result.push_back(std::move(heading));
        });
    }
    /// Whether a field is the key of a node, which stands first.
    template <class T>
    static bool is_key(std::string_view path) {
        return geostance::detail::lists<T, typename S::node_types> && path == "key";
    }
    template <class Leaf>
    static constexpr bool is_text = leaf_type<Leaf>::name == "string";

    /// @throws invalid_value for a text that databases refuse or cut off
    void put_text(text_sink& out, std::string_view field, std::string_view text) const {
        for (auto rest = text; !rest.empty(); rest.remove_prefix(character_length(field, rest)))
            if (rest.front() == '\0') throw invalid_value(std::string(field), "character 0", "text without it");
        put_csv_field(out, text, options_.disarmed);
    }
    /// The fields, each after a comma; what is not said stays empty: missing is not zero.
    template <class T>
    void put_leaves(text_sink& out, T const& object) const {
        auto const put = [&]<class Leaf>(std::string_view path, Leaf const& value, Leaf const&, bool) {
            if (is_key<T>(path)) return;
            out << ',';
            if (is_unsaid(value)) return;
            auto const text = leaf_text(*graph_, path, value);
            if constexpr (is_text<Leaf>)
                put_text(out, path, text);
            else
                out << text;
        };
        with_named_fields<T, annotation>([&] { for_each_leaf(object, default_of<T>(), "", put); });
    }

    void put_node(std::span<text_sink> out, any_node n) const {
        graph_->visit(n, [&]<class T>(T const& payload) {
            auto& sink = out[place<T>];
            put_text(sink, "key", key_of(*graph_, n));
            if (is_for_neo4j()) sink << ',' << type_name<T>();
            put_leaves(sink, payload);
            sink << '\n';
            sink.pass_on();
        });
    }
    void put_relation(std::span<text_sink> out, std::size_t number) const {
        auto const r = graph_->relation_at(number);
        graph_->visit(r, [&]<class R>(R const& payload) {
            auto& sink = out[relation_place<R>];
            sink << std::to_string(number) << ',';
            put_text(sink, "source", key_of(*graph_, graph_->source(r)));
            sink << ',';
            put_text(sink, "target", key_of(*graph_, graph_->target(r)));
            if (is_for_neo4j()) sink << ',' << type_name<R>();
            if constexpr (has_sign<R>) {
                auto const value = relation_value(payload);
                sink << ',' << (value ? sign_text(*value) : std::string_view());
            }
            put_leaves(sink, payload);
            put_leaves(sink, graph_->annotation(r));
            sink << '\n';
            sink.pass_on();
        });
    }

    typed_graph<S> const* graph_;
    table_options options_;
};

} // namespace detail

/// Writes a graph as tables into a folder, one CSV file (RFC 4180, UTF-8, lines end in `\n`) for each type of node and
/// of relation of the schema, named after the type: `actor.csv`, `stance.csv`. A type of which there is nothing has a
/// file with headings alone. SQLite and DuckDB import them as they are:
/// @code{.sh}
/// sqlite3 record.db '.import --csv actor.csv actor' '.import --csv stance.csv stance'
/// duckdb record.duckdb "create table actor as select * from 'actor.csv'"
/// @endcode
/// Columns follow `fields`; those of fields within fields are joined by `_`:
/// - a node: `key`, which is unique over all files of nodes, then its fields;
/// - a relation: `id`, its place in the graph from 0, unique over all files of relations; `source` and `target`, keys
///   of nodes; `sign` (1, 0, -1) where the type is a position or an effect; its fields; and those of the annotation
///   with its name in front, such as `provenance_publication` (a key), `provenance_locator`, `provenance_valid_from`.
///
/// What is not said is an empty field. Dates have the precision that is known (`2024`, `2024-03`, `2024-03-29`,
/// `open`). A list is one text: elements joined by `|`, a code as `scheme:value`, with `\` before a `|`, `:` or `\`
/// that belongs to an element.
///
/// For Neo4j, `table_headings::neo4j` writes the headings and the columns `:LABEL` and `:TYPE` that its importer asks
/// for:
/// @code{.sh}
/// neo4j-admin database import full --multiline-fields=true --nodes=actor.csv --relationships=stance.csv neo4j
/// @endcode
/// @param folder where the files are to be; made if it is not there
/// @param g any typed graph whose types are `described`
/// @param options headings, and whether texts are disarmed
/// @return the paths of the files: those of nodes, then those of relations, in the order of the schema
/// @throws invalid_value for a text that is not UTF-8 or has the character 0, a number that is not finite, names of
///         types or fields that no table can have, or headings that are no enumerator
/// @throws write_error if it cannot be written
/// @par Guarantee
/// If anything is thrown before all tables have been written to the disk, the files that were there before stay. They
/// are then put in their places one after another.
/// @par Complexity
/// O(V + E); memory does not depend on the graph
/// @par Determinism
/// the same graph gives the same bytes
template <graph_schema S>
std::vector<std::filesystem::path> write_tables(std::filesystem::path const& folder, typed_graph<S> const& g,
                                                table_options const& options = {}) {
    detail::table_writer<S> const writer(g, options);
    auto const names = detail::table_writer<S>::names();
    std::vector<detail::text_sink> trial(names.size());
    writer.write(trial);
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!std::filesystem::is_directory(folder))
        throw write_error(folder.string() + ": the folder cannot be made: " + failure.message());
    std::vector<std::filesystem::path> paths;
    std::deque<atomic_file> files;
    std::vector<detail::text_sink> sinks;
    for (auto const& name : names) {
        paths.push_back(folder / name);
        sinks.emplace_back(files.emplace_back(paths.back()).stream());
    }
    try {
        writer.write(sinks);
    } catch (write_error const&) {
        for (auto const& file : files) file.check(); // knows the file and the reason
        throw;
    }
    for (auto& file : files) file.commit();
    return paths;
}

} // namespace geostance::io
