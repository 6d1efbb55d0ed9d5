// SPDX-License-Identifier: BSL-1.0
#include "io/json_text.hpp"
#include "io/random_graph.hpp"
#include "io/small_graph.hpp"
#include <repetitions.hpp>
#include <scenarios/reading_on_threads.hpp>

#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <clocale>
#include <cstddef>
#include <limits>
#include <memory>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;
using json_text::json_lines_of;
using json_text::json_of;

namespace {

/// What the reader says of a document with these nodes and relations.
std::string complaint_about_document(std::string const& text) {
    try {
        static_cast<void>(io::read_json<own_schema>(io::input::text(text, "f")));
        return "none";
    } catch (gs::read_error const& e) {
        return e.what();
    }
}
std::string complaint_of(std::string const& nodes, std::string const& relations = {}) {
    return complaint_about_document("{\"geostance\": 1,\n\"nodes\": [\n" + nodes + "],\n\"relations\": [\n" +
                                    relations + "]}");
}
bool contains(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("json: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(1);
    for (auto graphs = gs::testing::repetitions(10'000); graphs > 0; --graphs) {
        auto const g = make(15, 40);
        auto const text = json_of(g);
        auto const [h, report] = io::read_json<own_schema>(io::input::text(text));
        REQUIRE(report.rows == g.num_nodes() + g.num_relations());
        REQUIRE(gs::same_content(g, h));
        REQUIRE(json_of(h) == text);
    }
}

TEST_CASE("json: the seed comes back equal, and byte for byte; a schema that extends its own reads it too") {
    auto const g = gs::seed::panel_veto_2024();
    auto const text = json_of(g);
    auto const h = io::read_json(io::input::text(text)).value;
    CHECK(gs::same_content(g, h));
    CHECK(json_of(h) == text);
    CHECK(json_of(io::read_json<own_schema>(io::input::text(text)).value) == text);
    auto const lines = json_lines_of(g);
    auto const k = io::read_json_lines(io::input::text(lines)).value;
    CHECK(gs::same_content(g, k));
    CHECK(json_lines_of(k) == lines);
}

TEST_CASE("json: people can read it, and fields that have their default are left out") {
    CHECK(json_of(gs::testing::small_graph()) == R"({
  "geostance": 2,
  "nodes": [
    {"type": "statement", "key": "s", "summary": "said"},
    {"type": "actor", "key": "A", "name": "State \"A\" <\\>", "kind": "state", "aliases": ["a|b", "é"], "codes": [{"scheme": "cow", "value": "1"}]},
    {"type": "issue", "key": "m,n", "kind": "motion"}
  ],
  "relations": [
    {"type": "casts", "from": "A", "to": "m,n", "vote": "no", "veto": true, "provenance": {"locator": "row \"1\"", "valid": {"from": "2024-03-28", "to": "2024-03-28"}}},
    {"type": "stance", "from": "A", "to": "m,n", "value": 0},
    {"type": "acts_toward", "from": "A", "to": "A", "event": {"scheme": "cameo", "value": "010"}, "value": 0.5, "provenance": {"valid": {"from": "1999", "to": "open"}}},
    {"type": "allied_with", "from": "A", "to": "A", "pledges": {"defense": true}},
    {"type": "stance", "from": "A", "to": "A", "value": -0.25, "provenance": {"claimed_in": "s"}}
  ]
}
)");
}

TEST_CASE("json: people can write it: members in any order, spaces, escapes, a byte-order mark") {
    auto const [g, report] = io::read_json(io::input::text(
        "\xEF\xBB\xBF "
        "\n{\"nodes\":[{\"codes\":[{\"value\":\"365\",\"scheme\":\"cow\"}],\"key\":\"\\u0052US\",\"type\":\"actor\"}],"
        "\r\n\t\"relations\" : [ "
        "{\"provenance\":{\"valid\":{\"from\":\"unknown\"}},\"value\":1,\"to\":\"RUS\",\"from\":\"RUS\","
        "\"type\":\"stance\"} ], \"geostance\":1}"));
    CHECK(g.at<gs::actor>(gs::code{"cow", "365"}) == g.at<gs::actor>("RUS"));
    CHECK(g[*gs::relations_of<gs::stance>(g).begin()].value == 1);
    CHECK(report.rows == 2);
}

TEST_CASE("json: what a terminal would obey is written as numbers, and read as it was") {
    gs::stance_graph g;
    std::string const name = "\x1B[2J\x7F\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6 \xC3\xBC \xE2\x80\xA8 \xF0\x9F\x8C\x8D";
    g.add(gs::actor{.key = "a", .name = name});
    auto const text = json_of(g);
    CHECK(text.find(R"("\u001b[2J\u007f\u009b\u202e\u2066 )"
                    "\xC3\xBC \xE2\x80\xA8 \xF0\x9F\x8C\x8D\"") != std::string::npos);
    auto const back = io::read_json<gs::geopolitics>(io::input::text(text)).value;
    CHECK(back[back.at<gs::actor>("a")].name == name);
}

TEST_CASE("json: errors say line, column, field, value and what was expected") {
    std::string const node = R"({"type": "actor", "key": "a"})";
    auto const relation = [&](std::string const& text) { return complaint_of(node, "{\"type\": " + text + "}"); };
    auto const in_node = [&](std::string const& text) { return complaint_of("{\"type\": \"actor\", " + text + "}"); };

    CHECK(complaint_of(R"({"type": "actr", "key": "a"})") ==
          "f:3:10: field 'type': got '\"actr\"', expected one of actor, alliance, statement, issue, publication, "
          "pipeline; "
          "nearest: actor");
    CHECK(in_node(R"("key": "a", "knd": "state")") == "f:3:31: field 'actor.knd': got '\"knd\"', expected one of type, "
                                                      "key, name, kind, aliases, codes; nearest: kind");
    CHECK(contains(in_node(R"("key": "a", "kind": "stat")"),
                   "f:3:39: field 'actor.kind': got '\"stat\"', expected one of other, "));
    CHECK(contains(in_node(R"("key": "a", "kind": "stat")"), "; nearest: state"));
    CHECK(in_node(R"("key": 01)") == "f:3:26: field 'actor.key': got '01', expected a number without leading zeros");
    CHECK(in_node(R"("key": "a", "aliases": [-007.5)") ==
          "f:3:43: field 'actor.aliases': got '-007', expected a number without leading zeros");
    CHECK(complaint_about_document("{\"geostance\": 01}") ==
          "f:1:15: got '01', expected a number without leading zeros");
    CHECK(in_node(R"("key": 7)") == "f:3:26: field 'actor.key': got '7', expected text");
    CHECK(in_node(R"("key": "a", "aliases": "b")") == "f:3:42: field 'actor.aliases': got '\"b\"', expected an array");
    CHECK(in_node(R"("key": "a", "aliases": [null])") == "f:3:43: field 'actor.aliases': got 'null', expected text");
    CHECK(in_node(R"("key": "a", "codes": [{"scheme": "x", "vlue": "y"}])") ==
          "f:3:57: field 'actor.codes.vlue': got '\"vlue\"', expected one of scheme, value; nearest: value");
    CHECK(in_node(R"("key": "a", "key": "b")") == "f:3:31: field 'actor.key': got '\"key\"', expected each name once");
    CHECK(in_node(R"("name": "b")") == "f:3:1: field 'actor.key': got 'none', expected an object with a member 'key'");
    CHECK(in_node(R"("key": "")") == "f:3:26: field 'actor.key': got '\"\"', expected a text that is not empty");
    CHECK(complaint_of(node + ",\n" + node) ==
          "f:4:26: field 'actor.key': got '\"a\"', expected a key that no other node has");
    CHECK(complaint_of(R"({"key": "a"})") == "f:3:1: got '{', expected an object with a member 'type', a text");
    CHECK(complaint_of("7") == "f:3:1: got '7', expected an object with a member 'type', a text");
    CHECK(complaint_of("[1]") == "f:3:1: got '[', expected an object with a member 'type', a text");
    CHECK(complaint_of(R"({"type": "stance", "from": "a", "to": "a"})") ==
          "f:3:10: field 'type': got '\"stance\"', expected one of actor, alliance, statement, issue, publication, "
          "pipeline");

    CHECK(relation(R"("stance", "from": "a")") ==
          "f:5:1: field 'stance.to': got 'none', expected an object with a member 'to'");
    CHECK(relation(R"("stance", "from": "a", "to": "b")") ==
          "f:5:39: field 'stance.to': got '\"b\"', expected the key of a node that comes before");
    CHECK(relation(R"("stance", "from": 1, "to": "b")") ==
          "f:5:28: field 'stance.from': got '1', expected the key of a node, as text");
    CHECK(relation(R"("stance", "from": "a", "to": "a", "value": -1.5)") ==
          "f:5:53: field 'stance.value': got '-1.5', expected a number in [-1, 1]");
    CHECK(relation(R"("stance", "from": "a", "to": "a", "value": "1")") ==
          "f:5:53: field 'stance.value': got '\"1\"', expected a number");
    CHECK(relation(R"("stance", "from": "a", "to": "a", "value": 1e999)") ==
          "f:5:53: field 'stance.value': got '1e999', expected a number that a double can hold");
    CHECK(relation(R"("casts", "from": "a", "to": "a", "vote": "yes")") ==
          "f:5:1: field 'casts': got 'actor to actor', expected a link from actor or alliance to issue");
    CHECK(
        relation(R"("stance", "from": "a", "to": "a", "value": 1, "provenance": {"valid": {"from": "2023-02-29"}})") ==
        "f:5:89: field 'provenance.valid.from': got '\"2023-02-29\"', expected a day of 2023-02, from 01 to 28");
    CHECK(
        relation(
            R"("stance", "from": "a", "to": "a", "value": 1, "provenance": {"valid": {"from": "2024", "to": "2023"}})") ==
        "f:5:70: field 'provenance.valid': got '2024 to 2023', expected an end that is not before its beginning");
    CHECK(relation(R"("stance", "from": "a", "to": "a", "provenance": {"claimed_in": "a"})") ==
          "f:5:73: field 'provenance.claimed_in': got '\"a\"', expected the key of a node of type statement that comes "
          "before");

    auto const pipeline = [&](std::string const& text) {
        return complaint_of(R"({"type": "pipeline", "key": "p", )" + text + "}");
    };
    CHECK(pipeline(R"("strings": 2147483648)") ==
          "f:3:45: field 'pipeline.strings': got '2147483648', expected an integer from -2147483648 to 2147483647");
    CHECK(contains(pipeline(R"("strings": 1.0)"), "field 'pipeline.strings': got '1.0', expected an integer from"));
    CHECK(contains(pipeline(R"("is_built": 1)"), "field 'pipeline.is_built': got '1', expected true or false"));
    CHECK(contains(pipeline(R"("starts": [])"), "field 'pipeline.starts': got '[', expected an object"));
}

namespace {

/// A user's type with a part that has to be said.
struct weighs {
    template <class From, class To>
    static constexpr bool links = true;
    gs::testing::place where{};
    std::string unit{};
};
using weighing_schema = gs::extend<gs::geopolitics, gs::nodes<>, gs::relations<weighs>>;

} // namespace

template <>
struct geostance::fields<weighs> {
    static constexpr std::tuple of_each{field("where", &weighs::where, presence::required),
                                        field("unit", &weighs::unit)};
};

TEST_CASE("json: a field that is required is written always, and not read as if its default were said") {
    std::string const nodes = R"({"type": "actor", "key": "a"}
{"type": "issue", "key": "i"}
{"type": "statement", "key": "s"}
)";
    auto const complaint_about = [&](std::string const& line) {
        std::string first;
        // the line as it is goes the fast way, with an escape the slow way
        for (std::string const& text : {line, "{\"\\u0074ype\"" + line.substr(7)}) {
            try {
                static_cast<void>(io::read_json_lines<weighing_schema>(io::input::text(nodes + text, "f")));
                return std::string("none");
            } catch (gs::read_error const& e) {
                if (!first.empty()) CHECK(first == e.what());
                first = e.what();
            }
        }
        return first;
    };
    auto const missing = [](std::string const& type, std::string const& name, std::string const& words = "") {
        return "f:4:1: field '" + type + '.' + name + "': got 'none', expected an object with a member '" + name + "'" +
               words;
    };
    CHECK(complaint_about(R"({"type": "stance", "from": "a", "to": "i"})") == missing("stance", "value"));
    CHECK(complaint_about(R"({"type": "casts", "from": "a", "to": "i"})") ==
          missing("casts", "vote", ": one of yes, no, abstain, present_not_voting, absent, not_a_member"));
    CHECK(complaint_about(R"({"type": "affects", "from": "a", "to": "i"})") == missing("affects", "value"));
    CHECK(complaint_about(R"({"type": "would", "from": "i", "to": "a"})") ==
          missing("would", "effect", ": one of keep, create, end, amend"));
    CHECK(complaint_about(R"({"type": "about", "from": "s", "to": "i"})")
              .starts_with(missing("about", "force", ": one of mention, assert, ")));
    CHECK(complaint_about(R"({"type": "speaks_for", "from": "a", "to": "a"})") ==
          missing("speaks_for", "authority", ": one of official, delegated, personal"));
    CHECK(complaint_about(R"({"type": "weighs", "from": "a", "to": "i"})") == missing("weighs", "where"));
    CHECK(contains(complaint_about_document(R"({"geostance": 1, "nodes": [{"type": "actor", "key": "a"}], "relations": [
{"type": "stance", "from": "a", "to": "a"}]})"),
                   "f:2:1: field 'stance.value'"));

    gs::typed_graph<weighing_schema> g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const i = g.add(gs::issue{.key = "i"});
    g.relate(a, i, gs::casts{.vote = gs::ballot::yes});
    g.relate(a, i, gs::stance{.value = 0});
    g.relate(a, i, weighs{});
    CHECK(contains(json_lines_of(g), "{\"type\": \"casts\", \"from\": \"a\", \"to\": \"i\", \"vote\": \"yes\"}\n"
                                     "{\"type\": \"stance\", \"from\": \"a\", \"to\": \"i\", \"value\": 0}\n"
                                     "{\"type\": \"weighs\", \"from\": \"a\", \"to\": \"i\", \"where\": {}}\n"));
    CHECK(gs::same_content(g, io::read_json_lines<weighing_schema>(io::input::text(json_lines_of(g))).value));
}

TEST_CASE("json: what is no document of the form is an error with its place") {
    CHECK(complaint_about_document("") ==
          "f:1:1: got 'the end of the text', expected an object with the members geostance, nodes and relations");
    CHECK(complaint_about_document("[]") ==
          "f:1:1: got '[', expected an object with the members geostance, nodes and relations");
    CHECK(complaint_about_document("{}") == "f:1:2: got '}', expected a member 'geostance'");
    CHECK(complaint_about_document("{\"geostance\": 3}") ==
          "f:1:15: got '3', expected the version of the format, from 1 to 2");
    CHECK(complaint_about_document("{\"geostance\": []}") ==
          "f:1:15: got '[', expected the version of the format, from 1 to 2");
    CHECK(complaint_about_document("{\"geostance\": 1, \"geostance\": 1}") ==
          "f:1:18: got '\"geostance\"', expected each name once");
    CHECK(complaint_about_document("{\"edges\": []}") ==
          "f:1:2: got '\"edges\"', expected one of geostance, nodes, relations");
    CHECK(complaint_about_document("{\"nodes\": {}}") == "f:1:11: got '{', expected an array of records");
    CHECK(complaint_about_document("{\"nodes\": 1}") == "f:1:11: got '1', expected an array of records");
    CHECK(complaint_about_document("{\"relations\": [], \"nodes\": []}") ==
          "f:1:19: got '\"nodes\"', expected nodes before the relations that use them");
    CHECK(complaint_about_document("{\"geostance\": 1}\n x") == "f:2:2: got 'x', expected end of input");
    CHECK(complaint_about_document("{\"geostance\": 1} {}") ==
          "f:1:18: got '{', expected end of input; `read_json_lines` reads one record a line");
}

TEST_CASE("json: a document that is cut off anywhere is an error") {
    auto const text = json_of(gs::testing::small_graph());
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        auto const cut = text.substr(0, length);
        REQUIRE_THROWS_AS(static_cast<void>(io::read_json(io::input::text(cut))), gs::read_error);
    }
}

TEST_CASE("json: nesting 100,000 deep is an error, in a record and outside, and no overflow of the stack") {
    std::string const deep(100'000, '[');
    CHECK(contains(complaint_about_document(deep), "expected an object with the members"));
    CHECK(complaint_about_document("{\"geostance\": 1, \"nodes\": [{\"type\": " + deep) ==
          "f:1:100: field 'type': got '[', expected at most 64 levels of objects and arrays");
    CHECK_THROWS_AS(static_cast<void>(io::read_json_lines(io::input::text(deep))), gs::read_error);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"key\":";
    CHECK_THROWS_AS(static_cast<void>(io::read_json_lines(io::input::text(objects))), gs::read_error);
}

TEST_CASE("json: text that is not UTF-8 can neither be read nor written") {
    CHECK(
        contains(complaint_about_document("{\"geostance\": 1, \"nodes\": [{\"type\": \"actor\", \"key\": \"\xE9\"}]}"),
                 "expected text in UTF-8"));
    for (auto const* text :
         {"\x80", "\xC1\x81", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xE9"}) {
        gs::stance_graph g;
        g.add(gs::actor{.key = text});
        std::ostringstream out;
        CHECK_THROWS_AS(io::write_json(out, g), gs::invalid_value);
        CHECK_THROWS_AS(io::write_json_lines(out, g), gs::invalid_value);
        CHECK(out.str().empty());
    }
}

TEST_CASE("json: a number that is not finite, and a value that is no enumerator, cannot be written") {
    gs::typed_graph<own_schema> g;
    g.add(gs::testing::pipeline{.key = "p", .capacity = std::numeric_limits<double>::infinity()});
    CHECK_THROWS_WITH_AS(json_of(g), "pipeline.capacity: got inf, expected a finite number", gs::invalid_value);
    gs::typed_graph<own_schema> h;
    h.add(gs::testing::pipeline{.key = "p", .carries = static_cast<gs::testing::fluid>(9)});
    CHECK_THROWS_WITH_AS(json_of(h), "pipeline.carries: got 9, expected an enumerator", gs::invalid_value);
}

TEST_CASE("json: bad records are skipped and reported, if asked, and the others are read") {
    std::string const text = R"({"geostance": 1, "nodes": [
        {"type": "actor", "key": "a"},
        {"type": "actor", "key": "a"},
        {"type": "nobody", "key": "b"}], "relations": [
        {"type": "stance", "from": "a", "to": "b", "value": 1},
        {"type": "stance", "from": "a", "to": "a", "value": 1}]})";
    auto const [g, report] = io::read_json(io::input::text(text, "f"), {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(g.num_nodes() == 1);
    CHECK(g.num_relations() == 1);
    CHECK(report.rows == 2);
    CHECK(report.skipped == 3);
    REQUIRE(report.problems.size() == 3);
    CHECK(report.problems[0].where == gs::text_place{"f", 3, 34, "actor.key"});
    CHECK(report.problems[2].value == "\"b\"");
}

TEST_CASE("json: a number next to zero is zero and one next to infinity refused, whatever the locale") {
    std::string const before = std::setlocale(LC_NUMERIC, nullptr);
    for (auto const* const name : {"C", "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"}) {
        if (std::setlocale(LC_NUMERIC, name) == nullptr) continue;
        auto const read = [](std::string const& value) {
            return io::read_json(io::input::text(R"({"geostance": 2, "nodes": [{"type": "actor", "key": "a"}],
                "relations": [{"type": "stance", "from": "a", "to": "a", "value": )" +
                                                 value + "}]}"));
        };
        for (auto const& tiny : {"1.5e-400", "-0.5e-400"}) {
            auto const [g, report] = read(tiny);
            for (auto const r : gs::relations_of<gs::stance>(g)) CHECK(g[r].value == 0);
        }
        CHECK_THROWS_AS(read("-1.5e400"), gs::read_error);
        CHECK_THROWS_AS(read("2.5e999"), gs::read_error);
    }
    std::setlocale(LC_NUMERIC, before.c_str());
}

TEST_CASE("json: to tell of many bad records takes no longer for each than to tell of few") {
    constexpr std::size_t many = 300'000; // each place was counted from the beginning of a block, which took minutes
    std::string text = R"({"geostance": 2, "nodes": [)"
                       "\n1";
    for (std::size_t i = 1; i < many; ++i) text += ",\n1";
    text += "], \"relations\": []}";
    auto const report =
        io::read_json(io::input::text(text), {.bad_rows = io::bad_rows::skip_and_report, .max_problems = many}).report;
    CHECK(report.skipped == many);
    REQUIRE(report.problems.size() == many);
    CHECK(report.problems.back().where.line == many + 1);
    CHECK(report.problems.back().where.column == 1);
}

TEST_CASE("json: where the source fails, reading ends with what it throws, though bad records are skipped") {
    std::string text = R"({"geostance": 2, "nodes": [)";
    for (int i = 0; text.size() < 700'000; ++i)
        text += (i == 0 ? "" : ",") + std::string(R"({"type": "actor", "key": "a)") + std::to_string(i) + "\"}";
    text += "]}";
    for (std::size_t at = 100'000; at < 700'000; at += 200'000) {
        io::input in(std::make_unique<gs::testing::failing_source>(text, at), "rows");
        CHECK_THROWS_WITH_AS(
            static_cast<void>(io::read_json(std::move(in), {.bad_rows = io::bad_rows::skip_and_report})),
            "rows: got 'a broken line', expected a whole file", gs::read_error);
    }
}

TEST_CASE("json: what separates values is named where it is what is wrong") {
    auto const value_of = [](std::string const& nodes) {
        try {
            static_cast<void>(io::read_json(io::input::text(R"({"geostance": 2, "nodes": [)" + nodes)));
        } catch (gs::read_error const& e) {
            return e.value();
        }
        return std::string("none");
    };
    CHECK(value_of(R"({"type": "actor",, "key": "a"}]})") == ",");
    CHECK(value_of(R"({"type":: "actor", "key": "a"}]})") == ":");
    CHECK(value_of(R"({"type", "actor"}]})") == ",");
    CHECK(value_of(R"(["type": "actor"]]})") == ":");
    CHECK(value_of(R"({"type": "actor", "key": "a"},, ]})") == ",");
    CHECK(value_of(R"({"type": "actor", )") == "the end of the text");
    CHECK(value_of(R"({"type": )") == "the end of the text");
}

TEST_CASE("json: a record that is JSON and no more is skipped, if asked, however long or deep it is") {
    auto const good = [](std::string const& key) { return "{\"type\": \"actor\", \"key\": \"" + key + "\"}"; };
    std::string const deep(1000, '[');
    std::string const undeep(1000, ']');
    io::read_options const options{.bad_rows = io::bad_rows::skip_and_report, .max_row_bytes = 300'000};
    for (std::string const& bad :
         {std::string("[1]"), std::string("1e400"), std::string("1"), std::string("-0.5 "), std::string("null"),
          std::string("\"a]}\\\"\\\\\""), std::string("[]"), std::string("{}"),
          std::string(R"({"type": "actor", "key": "x", "name": [1e400, "]}"]})"),
          "{\"type\": \"actor\", \"key\": " + deep + undeep + "}", good(std::string(1'000'000, 'x')),
          std::string(1'000'000, '1'), "[\"" + std::string(1'000'000, '\\') + "\"]"}) {
        auto const text = "{\"geostance\": 1, \"nodes\": [" + good("a") + ", " + bad + ",\n" + good("b") + "]}";
        auto const [g, report] = io::read_json(io::input::text(text, "f"), options);
        CAPTURE(bad.substr(0, 60));
        CHECK(g.num_nodes() == 2);
        CHECK(report.rows == 2);
        CHECK(report.skipped == 1);
        CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(text), {.max_row_bytes = 300'000})),
                        gs::read_error);
        auto const last = text.find(bad) + bad.size();
        CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(text.substr(0, last)), options)),
                        gs::read_error);
    }
    auto const problem = "{\"geostance\": 1, \"nodes\": [1e400,\n1e400]}";
    CHECK(io::read_json(io::input::text(problem), options).report.problems[1].where.line == 2);
    for (auto const* const broken : {"[1", "{\"type\" \"actor\"}", "nul", "[1}", "010",
                                     "\xEF\xBB\xBF"
                                     "{}"}) {
        auto const text = "{\"geostance\": 1, \"nodes\": [" + std::string(broken) + ", " + good("b") + "]}";
        CAPTURE(std::string(broken));
        CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(text), options)), gs::read_error);
    }
}

TEST_CASE("json: what breaks a text or a name is said in plain words, behind the type of the record") {
    auto const line = [](std::string const& text) -> std::string {
        try {
            static_cast<void>(io::read_json_lines(io::input::text("{\"geostance\": 2}\n" + text, "f")));
        } catch (gs::read_error const& e) {
            return e.what();
        }
        return "none";
    };
    CHECK(line(R"({"type": "actor", "key": "a", "name": "Ken)") ==
          "f:2:39: field 'actor.name': got '\"Ken', expected a closing quote on the same line");
    CHECK(line(R"({"type": "stance", "provenance": {"quote": "he)") ==
          "f:2:44: field 'provenance.quote': got '\"he', expected a closing quote on the same line");
    CHECK(line(R"({"key": "a)") == "f:2:9: field 'key': got '\"a', expected a closing quote on the same line");
    CHECK(line(R"({"type": "actor" "key": "a"})") == "f:2:18: got '\"key\"', expected ',' or '}'");
    CHECK(line(R"({'type': "actor"})") == "f:2:2: got ''', expected a name in double quotes");
    CHECK(line(R"({"type": "actor", "key": "a\q"})") ==
          "f:2:26: field 'actor.key': got '\"a\\q', expected a text of JSON: forbidden character after backslash");
    CHECK(line("{\"type\": \"actor\", \"key\": \"a\xFF\"}") ==
          "f:2:26: field 'actor.key': got '\"a\\xFF', expected text in UTF-8");
    CHECK(line(R"({"type": "statement", "key": "a", "said": "2022-13-05"})") ==
          "f:2:43: field 'statement.said': got '\"2022-13-05\"', expected a month of 2022, from 01 to 12");
    CHECK(line(R"({"type": "statement", "key": "a", "said": 2022})") ==
          "f:2:43: field 'statement.said': got '2022', expected a date: 2024, 2024-03, 2024-03-29, open or unknown, as "
          "text");
    CHECK(line(R"({"type": "issue", "key": "a", "kind": 1})").ends_with("policy, event, as text"));
    CHECK(line(R"({"type": "issue", "key": "a", "kind": "POL"})").ends_with("; nearest: policy"));
    CHECK(line(R"({"type": "actor", "key": "a", "kind": "Armed Group"})").ends_with("; nearest: armed_group"));
}

TEST_CASE("json: what is broken within a field names it") {
    CHECK(complaint_of(R"({"type": "actor", "key": "a", "codes": [{"scheme": +1}]})") ==
          "f:3:52: field 'actor.codes.scheme': got '+', expected a value: a text in double quotes, a number, true, "
          "false, null, an array or an object");
    CHECK(complaint_of(R"({"type": "actor", "key": "a", "aliases": [x]})")
              .starts_with("f:3:43: field 'actor.aliases': got 'x'"));
}

TEST_CASE("json: other encodings and compressed files are named; bytes that cannot be shown do not get into messages") {
    CHECK(complaint_about_document({"\xFF\xFE{\0", 4}) == "f:1:1: got 'UTF-16', expected text in UTF-8");
    CHECK(complaint_about_document("\x1F\x8B\x08").starts_with("f:1:1: got 'gzip data'"));
    CHECK(complaint_about_document({"{\"geostance\": 1, \"nodes\": [\0]}", 30})
              .starts_with("f:1:28: got '\\x00', expected "));
    CHECK(complaint_about_document({"{\"geostance\": 1}\0", 17}) == "f:1:17: got '\\x00', expected end of input");
    auto const line = std::string("{\"geostance\": 1}") + '\0';
    CHECK_THROWS_WITH_AS(static_cast<void>(io::read_json_lines(io::input::text(line))),
                         "text:1:17: got '\\x00', expected end of input", gs::read_error);
    CHECK(complaint_of("{\"type\": \"actor\", \"key\": \"\xE9\"}")
              .starts_with("f:3:26: field 'actor.key': got '\"\\xE9"));
    CHECK(complaint_of(R"({"type": "actor", "key": "a", "a\u0000b": 1})").find("expected one of type, key") !=
          std::string::npos);
    auto const lines = io::read_json_lines(io::input::text(R"({"type": "actor", "key": "a", "a\u0000\u001bb": 1})"),
                                           {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(summary(lines.report).find("a\\x00\\x1Bb: one of") != std::string::npos);
}

TEST_CASE("json: a document given as lines, or lines as a document, is told") {
    auto const g = gs::testing::small_graph();
    auto const of_lines = [](std::string const& text) {
        try {
            static_cast<void>(io::read_json_lines(io::input::text(text, "f")));
        } catch (gs::read_error const& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    CHECK(complaint_about_document(json_lines_of(g)).ends_with("`read_json_lines` reads one record a line"));
    CHECK(complaint_about_document("{\"type\": \"actor\", \"key\": \"a\"}\n") ==
          "f:1:2: got '\"type\"', expected one of geostance, nodes, relations; `read_json_lines` reads one record a "
          "line");
    CHECK(of_lines(json_of(g)).ends_with("`read_json` reads a document of several lines"));
    CHECK(of_lines("{\"geostance\": 1, \"nodes\": []}").ends_with("`read_json` reads a whole document"));
    CHECK(complaint_about_document("<!DOCTYPE html>\n<html>") ==
          "f:1:1: got 'a page of the web', expected the file itself; was it "
          "downloaded?");
    CHECK(of_lines("<?xml version=\"1.0\"?><graphml/>").ends_with("`read_graphml` reads GraphML"));
}

TEST_CASE("json: records are bounded, progress is told, cancellation is heard, other encodings are refused") {
    auto const text = json_of(gs::seed::panel_veto_2024());
    std::string large =
        "{\"geostance\": 1, \"nodes\": [{\"type\": \"actor\", \"key\": \"" + std::string(1'000'000, 'a') + "\"}]}";
    CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(large), {.max_row_bytes = 1000})), gs::read_error);
    CHECK(io::read_json(io::input::text(large)).value.num_nodes() == 1);

    std::uint64_t done = 0;
    static_cast<void>(io::read_json(io::input::text(text), {.progress = [&](auto bytes, auto) { done = bytes; }}));
    CHECK(done == text.size());
    CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(text), {.stop = [] { return true; }})),
                    gs::cancelled);
    CHECK_THROWS_AS(static_cast<void>(io::read_json(io::input::text(text), {.encoding = io::encoding::latin1})),
                    gs::invalid_value);
}
