// SPDX-License-Identifier: BSL-1.0
#include "io/peer.hpp"
#include "io/random_graph.hpp"
#include "io/small_graph.hpp"
#include <repetitions.hpp>

#include <geostance/io/atomic_file.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <set>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;

namespace {

template <class S>
std::string graphml_of(gs::typed_graph<S> const& g) {
    std::ostringstream out;
    io::write_graphml(out, g);
    return out.str();
}

/// What the reader says of a graph with these elements.
std::string complaint_about_elements(std::string const& elements) {
    auto const text =
        "<graphml><key id='t' attr.name='type'/><key id='k' attr.name='kind'/><key id='v' attr.name='value'/>"
        "<key id='s' attr.name='sign'/><key id='p' attr.name='provenance.valid.from'/>"
        "<key id='c' attr.name='codes'/><graph>\n" +
        elements + "</graph></graphml>";
    try {
        static_cast<void>(io::read_graphml(io::input::text(text, "f")));
        return "none";
    } catch (gs::read_error const& e) {
        return e.what();
    }
}
std::string const an_actor = "<node id='a'><data key='t'>actor</data></node>\n";

} // namespace

TEST_CASE("graphml: defaults cannot fill the memory") {
    std::string const note(100'000, 'x');
    std::string text = "<graphml><key id='t' attr.name='type'><default>actor</default></key>"
                       "<key id='n' attr.name='name'><default>" +
                       note + "</default></key><graph>";
    for (int i = 0; i < 1000; ++i) text += "<node id='" + std::to_string(i) + "'/>";
    text += "</graph></graphml>";
    CHECK_THROWS_WITH_AS(static_cast<void>(io::read_graphml(io::input::text(text))),
                         doctest::Contains("field 'actor.name': got 'a default', expected defaults of at most "),
                         gs::read_error);
    auto const [g, report] =
        io::read_graphml(io::input::text(text), {.bad_rows = io::bad_rows::skip_and_report, .max_row_bytes = 200'000});
    CHECK(g.num_nodes() + report.skipped == 1000);
    std::size_t bytes = 0;
    for (auto const n : gs::nodes_of<gs::actor>(g)) bytes += g[n].name.size();
    CHECK(bytes > 0);
    CHECK(bytes <= 200'000 + 16 * text.size());
}

TEST_CASE("graphml: keys that a type does not have cost its elements nothing, whatever their defaults") {
    std::string text = "<graphml><key id='t' attr.name='type'><default>actor</default></key>";
    for (int i = 0; i < 4000; ++i)
        text +=
            "<key id='k" + std::to_string(i) + "' attr.name='a" + std::to_string(i) + "'><default>d</default></key>";
    text += "<graph>";
    for (int i = 0; i < 4000; ++i) text += "<node id='" + std::to_string(i) + "'/>"; // 16 million pairs
    auto const [g, report] = io::read_graphml(io::input::text(text + "</graph></graphml>"));
    CHECK(g.num_nodes() == 4000);
    CHECK(report.skipped == 0);
}

TEST_CASE("graphml: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(3, gs::testing::texts::without_controls);
    for (auto graphs = gs::testing::repetitions(2'000); graphs > 0; --graphs) {
        auto const g = make(15, 40);
        auto const text = graphml_of(g);
        auto const [h, report] = io::read_graphml<own_schema>(io::input::text(text));
        REQUIRE(report.rows == g.num_nodes() + g.num_relations());
        REQUIRE(gs::same_content(g, h));
        REQUIRE(graphml_of(h) == text);
    }
}

TEST_CASE("graphml: the seed comes back equal, and byte for byte") {
    auto const g = gs::seed::panel_veto_2024();
    auto const text = graphml_of(g);
    auto const h = io::read_graphml(io::input::text(text)).value;
    CHECK(gs::same_content(g, h));
    CHECK(graphml_of(h) == text);
}

TEST_CASE("graphml: errors say line, column, field, value and what was expected") {
    CHECK(complaint_about_elements(an_actor) == "none");
    CHECK(complaint_about_elements("<node id='a'><data key='t'>actr</data></node>") ==
          "f:2:14: field 'type': got 'actr', expected one of actor, alliance, statement, issue, publication; nearest: "
          "actor");
    CHECK(complaint_about_elements("<node id='a'/>") ==
          "f:2:1: field 'type': got 'none', expected an element with data for 'type': one of "
          "actor, alliance, statement, issue, publication");
    CHECK(complaint_about_elements("<node><data key='t'>actor</data></node>") ==
          "f:2:1: field 'actor.id': got 'none', expected an attribute of that name");
    CHECK(complaint_about_elements("<node id=''><data key='t'>actor</data></node>") ==
          "f:2:1: field 'actor.key': got '''', expected a key that is not empty");
    CHECK(complaint_about_elements(an_actor + an_actor) ==
          "f:3:1: field 'actor.id': got 'a', expected a key that no other node has");
    CHECK(complaint_about_elements("<node id='a'><data key='t'>actor</data><data key='t'>actor</data></node>") ==
          "f:2:40: field 'type': got 'actor', expected each name once in an element");
    CHECK(complaint_about_elements("<node id='a'><data key='t'>actor</data><data key='v'>1</data></node>") ==
          "f:2:40: field 'actor.value': got '1', expected an attribute that the type has: one of type, "
          "name, kind, aliases, codes");
    CHECK(complaint_about_elements("<node id='a'><data key='t'>actor</data><data key='k'>stat</data></node>")
              .find("nearest: state") != std::string::npos);
    CHECK(complaint_about_elements("<node id='a'><data key='t'>actor</data><data key='c'>cow</data></node>") ==
          "f:2:40: field 'actor.codes': got 'cow', expected 2 parts with ':' between them");

    auto const edge = [](std::string const& data, std::string const& target = "a") {
        return complaint_about_elements(an_actor + "<edge source='a' target='" + target +
                                        "'><data key='t'>stance</data>" + data + "</edge>");
    };
    CHECK(edge("<data key='v'>-1</data><data key='s'>-1</data>") == "none");
    CHECK(edge("<data key='v'>1</data>", "b") ==
          "f:3:1: field 'stance.target': got 'b', expected the id of a node that comes before");
    CHECK(edge("<data key='v'>x</data>") == "f:3:56: field 'stance.value': got 'x', expected a number");
    CHECK(edge("<data key='v'>inf</data>") == "f:3:56: field 'stance.value': got 'inf', expected a finite number");
    for (auto const* const data : {"", "<data key='v'/>", "<data key='v'>nan</data>", "<data key='v'> </data>"})
        CHECK(edge(data) == "f:3:1: field 'stance.value': got 'none', expected an element with data for 'value'");
    CHECK(edge("<data key='v'>2</data>") == "f:3:1: field 'stance.value': got '2', expected a number in [-1, 1]");
    CHECK(edge("<data key='v'>1</data><data key='p'>2024-13</data>") ==
          "f:3:78: field 'provenance.valid.from': got '2024-13', expected a month of 2024, from 01 to 12");
    CHECK(edge("<data key='v'>1</data><data key='p'>2024-1</data>") ==
          "f:3:78: field 'provenance.valid.from': got '2024-1', expected a date: 2024, 2024-03, 2024-03-29, open or "
          "unknown");
    CHECK(edge("<data key='q'/>") == "f:3:56: got 'q', expected the id of a key that is declared before");
    CHECK(edge("<x/>") == "f:3:56: got 'x', expected an element one of data, desc");
    CHECK(edge("<data key='v'><b/></data>") == "f:3:70: got 'b', expected text, not an element");
    CHECK(edge("words") == "f:3:56: got 'words', expected an element");
}

TEST_CASE("graphml: what is no GraphML is an error: broken, cut off, nested deep, with entities that grow") {
    auto const read = [](std::string const& text) { static_cast<void>(io::read_graphml(io::input::text(text))); };
    auto const text = graphml_of(gs::testing::small_graph());
    CHECK_NOTHROW(read(text));
    for (std::size_t length = 0; length + 2 < text.size(); length += 7)
        CHECK_THROWS_AS(read(text.substr(0, length)), gs::read_error);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<graphml>";
    CHECK_THROWS_AS(read(deep), gs::read_error);
    CHECK_THROWS_AS(read("<!DOCTYPE graphml [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><graphml>&b;</graphml>"),
                    gs::read_error);
    CHECK_THROWS_AS(read("<graphml><key/></graphml>"), gs::read_error);
    CHECK_THROWS_AS(read("<graphml><key id='a' attr.name='b'/><key id='a' attr.name='b'/></graphml>"), gs::read_error);
    CHECK_THROWS_AS(read("<graphml><graph><node id='a'><data/></node></graph></graphml>"), gs::read_error);
    CHECK_THROWS_AS(read("<graphml><key id='a' attr.name='b'><x/></key></graphml>"), gs::read_error);
    CHECK_THROWS_AS(read("<graphml><key id='a' attr.name='b'><default><x/></default></key></graphml>"), gs::read_error);
    CHECK_THROWS_WITH_AS(read("\x1F\x8B\x08"), doctest::Contains("got 'gzip data'"), gs::read_error);
    CHECK_THROWS_WITH_AS(read({"\xFF\xFE\0\0<", 5}), doctest::Contains("got 'UTF-32'"), gs::read_error);
}

TEST_CASE("graphml: what only looks like a value of another tool's making is taken for what it means") {
    auto const read = [](std::string const& text) { return io::read_graphml(io::input::text(text, "f")).value; };
    auto const keys = std::string("<graphml><desc>d</desc><key id='t' for='all' attr.name='type'/>"
                                  "<key id='n' for='node' attr.name='name' attr.type='string'/>"
                                  "<key id='o' for='node' attr.name='id' attr.type='string'/>"
                                  "<key id='k' for='node' attr.name='kind'><desc>d</desc><default>state</default></key>"
                                  "<key id='v' for='edge' attr.name='value' attr.type='double'/>"
                                  "<key id='b' for='edge' attr.name='vote'/>"
                                  "<key id='w' for='edge' attr.name='veto' attr.type='boolean'/>"
                                  "<key id='c' for='edge' attr.name='channel'><default>material</default></key>"
                                  "<key id='g' for='graph' attr.name='title'/>");
    auto const nodes =
        std::string("<node id='n0'><data key='t'>actor</data><data key='n'> x </data><data key='o'>A</data></node>"
                    "<node id='n1'><desc>d</desc><data key='t'>issue</data><data key='n'/><data key='k'>motion</data>"
                    "<data key='o'>m</data></node><node id='n2'><data key='t'>statement</data><data key='n'></data>"
                    "</node>");
    auto const graph = [&](std::string const& edges, std::string const& attributes = {}) {
        return read(keys + "<graph" + attributes + "><data key='g'>a title</data>" + nodes + edges +
                    "</graph></graphml>");
    };
    auto const edge = [](std::string const& data, std::string const& attributes = {}) {
        return "<edge source='n0' target='n1'" + attributes + ">" + data + "</edge>";
    };
    auto const g = graph(edge("<data key='t'>casts</data><data key='b'>no</data><data key='w'>True</data>"
                              "<data key='v'>NaN</data>") +
                         edge("<data key='t'>stance</data><data key='v'>\n -0.5\t</data><data key='b'/>"
                              "<data key='w'>false</data>"));
    CHECK(g[*g.find<gs::actor>("A")].kind == gs::actor_kind::state);
    CHECK(g[*g.find<gs::actor>("A")].name == " x ");
    CHECK(g[*g.find<gs::issue>("m")].kind == gs::issue_kind::motion);
    CHECK(g.find<gs::statement>("n2"));
    CHECK(g[*gs::relations_of<gs::casts>(g).begin()].veto);
    auto const& position = g[*gs::relations_of<gs::stance>(g).begin()];
    CHECK(position.value == -0.5);
    CHECK(position.channel == gs::channel::material);

    CHECK_THROWS_WITH_AS(graph(edge("<data key='t'>stance</data><data key='v'>1</data><data key='w'>true</data>")),
                         doctest::Contains("expected an attribute that the type has"), gs::read_error);
    CHECK_THROWS_WITH_AS(graph("", " edgedefault='undirected'"), doctest::Contains("edgedefault directed"),
                         gs::read_error);
    CHECK_THROWS_WITH_AS(graph(edge("<data key='t'>stance</data><data key='v'>1</data>", " directed='false'")),
                         doctest::Contains("field 'stance.directed'"), gs::read_error);
}

TEST_CASE("graphml: a field that is required is written always, and not read as if its default were said") {
    for (std::string const type : {"casts", "affects", "speaks_for"}) {
        auto const to = type == "speaks_for" ? "a" : "i";
        auto const text = "<graphml><key id='t' attr.name='type'/><graph>" + an_actor +
                          "<node id='i'><data key='t'>issue</data></node><edge source='a' target='" + to +
                          "'><data key='t'>" + type + "</data></edge></graph></graphml>";
        CHECK_THROWS_WITH_AS(static_cast<void>(io::read_graphml(io::input::text(text))),
                             doctest::Contains("got 'none', expected an element with data for '"), gs::read_error);
    }
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    g.relate(a, g.add(gs::issue{.key = "i"}), gs::casts{.vote = gs::ballot::yes});
    CHECK(graphml_of(g).find(">yes</data>") != std::string::npos);
    CHECK(gs::same_content(g, io::read_graphml(io::input::text(graphml_of(g))).value));
}

namespace {

/// Every record on a line of its own, in order of the alphabet: tools change the order.
std::set<std::string> records_of(gs::stance_graph const& g) {
    std::ostringstream out;
    io::write_json_lines(out, g);
    std::istringstream in(out.str());
    std::set<std::string> records;
    for (std::string line; std::getline(in, line);) records.insert(line);
    return records;
}

} // namespace

TEST_CASE("graphml: comes back through networkx and igraph with every node and relation") {
    auto const folder =
        std::filesystem::temp_directory_path() / ("geostance_" + std::to_string(std::random_device()()));
    std::filesystem::create_directory(folder);
    for (auto* const build : {&gs::testing::small_graph, &gs::seed::panel_veto_2024}) {
        auto const g = build();
        io::write_file(folder / "ours.graphml", [&](std::ostream& out) { io::write_graphml(out, g); });
        for (std::string const library : {"networkx", "igraph"}) {
            auto const theirs = folder / (library + ".graphml");
            auto const paths = (folder / "ours.graphml").string() + ' ' + theirs.string();
            if (!gs::testing::run_peer("rewrite_graphml.py", library, paths)) continue;
            CAPTURE(library);
            CHECK(records_of(io::read_graphml(io::input::file(theirs)).value) == records_of(g));
        }
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("graphml: bad elements are skipped and reported, if asked; elements are bounded; cancellation is heard") {
    auto const text = "<graphml><key id='t' attr.name='type'/><graph>" + an_actor + an_actor +
                      "<edge source='a' target='b'><data key='t'>stance</data></edge></graph></graphml>";
    auto const [g, report] = io::read_graphml(io::input::text(text), {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(g.num_nodes() == 1);
    CHECK(report.rows == 1);
    CHECK(report.skipped == 2);
    std::uint64_t done = 0;
    static_cast<void>(io::read_graphml(io::input::text(graphml_of(gs::testing::small_graph())),
                                       {.progress = [&](auto bytes, auto) { done = bytes; }}));
    CHECK(done > 0);
    auto const large = "<graphml><graph><node id='" + std::string(1'000'000, 'a') + "'/>";
    CHECK_THROWS_WITH_AS(static_cast<void>(io::read_graphml(io::input::text(large), {.max_row_bytes = 1000})),
                         doctest::Contains("an element of at most 1000 bytes"), gs::read_error);
    CHECK_THROWS_AS(static_cast<void>(io::read_graphml(io::input::text(text), {.stop = [] { return true; }})),
                    gs::cancelled);
    CHECK_THROWS_AS(static_cast<void>(io::read_graphml(io::input::text(text), {.encoding = io::encoding::latin1})),
                    gs::invalid_value);
}
