// SPDX-License-Identifier: BSL-1.0
/// @file
/// The native format for large and growing graphs: the records of the JSON document, one a line.

/// @page lines The lines of a record, by hand
///
/// A record in JSON Lines is a text in UTF-8 with one JSON object a line. The first says the version, each other is a
/// node or a relation: `type` says which. Members stand in any order. What is in bold has to be there; what is left out
/// is not known, or has the first of its words (but the channel of an act is `material`). A name that is not in these
/// tables is an error, and so is a key that no line before has. `read_json_lines` says of each line that it refuses
/// where and why; geostance.schema.json, which is installed, describes them to other programs (`#/$defs/line`).
///
/// A node has a `key`, which no other has. Names, codes and days beside it are for finding it and for the reader:
///
/// | node | fields |
/// |---|---|
/// | `actor` | **key**, `name`, `kind`, `aliases`, `codes` |
/// | `alliance` | **key**, `name`, `kind`, `aliases`, `codes` |
/// | `statement` | **key**, `summary`, `said`, `wording`, `venue` |
/// | `issue` | **key**, `name`, `kind`, `aliases`, `codes` |
/// | `publication` | **key**, `name`, `publisher`, `published`, `address`, `aliases`, `coverage` |
///
/// A relation has **from** and **to**, the keys of two nodes, and `provenance`: where it is reported. A `value` is a
/// number from -1, against, to 1, for. What each means, the class of its name says.
///
/// | relation | from > to | fields |
/// |---|---|---|
/// | `stance` | actor, alliance > actor, alliance, statement, issue | **value**, `facet`, `channel` |
/// | `casts` | actor, alliance > issue | **vote**, `veto` |
/// | `sponsors` | actor, alliance > issue | none |
/// | `acts_toward` | actor > actor | `event`, `value`, `channel` |
/// | `affects` | actor, alliance, issue > actor, alliance, statement, issue | **value** |
/// | `member_of` | actor, alliance > actor, alliance | `role` |
/// | `part_of` | actor > actor; issue > actor, issue | none |
/// | `succeeds` | actor > actor; alliance > alliance; issue > issue | none |
/// | `speaks_for` | actor > actor, alliance | `role`, **authority** |
/// | `makes` | actor, alliance > statement | `capacity`, `attribution` |
/// | `about` | statement > actor, alliance, statement, issue | **force** |
/// | `would` | issue > actor, alliance, statement, issue | **effect** |
/// | `allied_with` | actor > actor, alliance | `pledges`, `treaty` |
/// | `carries_out` | actor, alliance > issue | `role` |
/// | `follows` | issue > issue | none |
/// | `supersedes` | statement > statement | none |
/// | `retracts` | statement > statement; publication > publication | none |
/// | `corrects` | statement > statement | none |
/// | `disowns` | statement > statement | none |
/// | `derives_from` | publication > publication | none |
/// | `addresses` | statement > actor, alliance | none |
///
/// Some fields are objects, or lists of them (`codes`; `aliases` is a list of texts). Days are written as far as they
/// are known: `"2024"`, `"2024-03"`, `"2024-03-29"` or `"unknown"`; the `to` of a period may be `"open"`. `claimed_in`
/// is the key of a statement, `publication` that of a publication; `valid` and `coverage` are periods. What is not
/// pledged is false.
///
/// | object | fields |
/// |---|---|
/// | `provenance` | `claimed_in`, `publication`, `locator`, `quote`, `language`, `likelihood`, `confidence`, `note`, `reliability`, `credibility`, `inferred`, `valid`, `recorded`, `ended_recorded` |
/// | `period` | `from`, `to` |
/// | `code` | `scheme`, `value` |
/// | `pledges` | `defense`, `offense`, `neutrality`, `nonaggression`, `consultation` |
///
/// The words of fields, the default first but where the field is in bold:
///
/// | field | words |
/// |---|---|
/// | `actor.kind` | `other`, `state`, `intergovernmental_organization`, `organ`, `ministry`, `person`, `population`, `armed_group`, `media_outlet`, `organization` |
/// | `alliance.kind` | `bloc`, `treaty` |
/// | `issue.kind` | `other`, `motion`, `instrument`, `claim`, `policy`, `event` |
/// | `stance.channel` | `verbal`, `vote`, `material` |
/// | `casts.vote` | `yes`, `no`, `abstain`, `present_not_voting`, `absent`, `not_a_member` |
/// | `acts_toward.channel` | `verbal`, `vote`, `material` |
/// | `speaks_for.authority` | `official`, `delegated`, `personal` |
/// | `makes.capacity` | `official`, `personal` |
/// | `makes.attribution` | `on_record`, `background`, `anonymous`, `leaked` |
/// | `about.force` | `mention`, `assert`, `allege`, `confirm`, `report`, `doubt`, `deny`, `demand`, `propose`, `promise`, `threaten`, `warn`, `praise`, `condemn`, `accuse`, `apologise`, `ask` |
/// | `would.effect` | `keep`, `create`, `end`, `amend` |
/// | `provenance.likelihood` | `not_judged`, `remote`, `very_unlikely`, `unlikely`, `roughly_even`, `likely`, `very_likely`, `almost_certain` |
/// | `provenance.confidence` | `not_judged`, `low`, `moderate`, `high` |
/// | `provenance.reliability` | `F`, `A`, `B`, `C`, `D`, `E` |
/// | `provenance.credibility` | `6`, `1`, `2`, `3`, `4`, `5` |
///
/// One record with every type:
///
/// @code{.json}
/// {"geostance": 2}
/// {"type": "actor", "key": "kenya", "name": "Kenya", "kind": "state", "codes": [{"scheme": "cow", "value": "501"}]}
/// {"type": "actor", "key": "mali", "kind": "state"}
/// {"type": "actor", "key": "ministry", "name": "Foreign Ministry", "kind": "ministry", "aliases": ["MFA"]}
/// {"type": "actor", "key": "spokesman", "kind": "person"}
/// {"type": "actor", "key": "former_mali", "kind": "state"}
/// {"type": "alliance", "key": "lake_pact", "name": "Lake Pact", "kind": "treaty"}
/// {"type": "statement", "key": "answer", "summary": "No toll", "said": "2024-03-28", "venue": "press briefing"}
/// {"type": "statement", "key": "second_answer", "said": "2024-03-29", "wording": "That was not what we said"}
/// {"type": "issue", "key": "toll", "name": "the ferry toll", "kind": "policy"}
/// {"type": "issue", "key": "draft_7", "name": "Draft 7", "kind": "motion"}
/// {"type": "publication", "key": "herald", "name": "The Herald", "publisher": "Herald", "published": "2024-03-29"}
/// {"type": "publication", "key": "agency", "published": "2024-03-28", "coverage": {"from": "2024", "to": "2024"}}
/// {"type": "stance", "from": "kenya", "to": "toll", "value": -0.8, "provenance": {"claimed_in": "answer"}}
/// {"type": "casts", "from": "kenya", "to": "draft_7", "vote": "no", "provenance": {"valid": {"from": "2024-04-02"}}}
/// {"type": "sponsors", "from": "mali", "to": "draft_7", "provenance": {"publication": "herald", "locator": "page 2"}}
/// {"type": "acts_toward", "from": "mali", "to": "kenya", "event": {"scheme": "cameo", "value": "111"}, "value": -0.2}
/// {"type": "affects", "from": "draft_7", "to": "toll", "value": -1}
/// {"type": "member_of", "from": "mali", "to": "lake_pact", "role": "founder"}
/// {"type": "part_of", "from": "ministry", "to": "kenya"}
/// {"type": "succeeds", "from": "mali", "to": "former_mali"}
/// {"type": "speaks_for", "from": "spokesman", "to": "ministry", "authority": "official", "role": "spokesman"}
/// {"type": "makes", "from": "spokesman", "to": "second_answer", "attribution": "background"}
/// {"type": "makes", "from": "spokesman", "to": "answer", "provenance": {"publication": "herald"}}
/// {"type": "about", "from": "answer", "to": "toll", "force": "condemn"}
/// {"type": "would", "from": "draft_7", "to": "toll", "effect": "end"}
/// {"type": "allied_with", "from": "kenya", "to": "lake_pact", "pledges": {"defense": true, "consultation": true}}
/// {"type": "carries_out", "from": "kenya", "to": "toll", "role": "collects it"}
/// {"type": "follows", "from": "toll", "to": "draft_7"}
/// {"type": "supersedes", "from": "second_answer", "to": "answer"}
/// {"type": "retracts", "from": "second_answer", "to": "answer"}
/// {"type": "corrects", "from": "second_answer", "to": "answer"}
/// {"type": "disowns", "from": "second_answer", "to": "answer"}
/// {"type": "derives_from", "from": "herald", "to": "agency"}
/// {"type": "addresses", "from": "answer", "to": "mali", "provenance": {"quote": "Mali, too", "language": "en"}}
/// @endcode
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
/// @par Guarantee
/// If a record cannot be written, nothing is. After a `write_error` the stream may have a part.
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
    explicit json_line_records(std::string const& name)
        : lines_(name, type_name<typename S::annotation>()), binder_(lines_.window()) {}

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

/// Reads a graph from JSON Lines, as `write_json_lines` writes them; the page @ref lines says what stands in each.
/// Nodes and relations may be mixed, each node before the records that refer to it; empty lines are passed over.
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
