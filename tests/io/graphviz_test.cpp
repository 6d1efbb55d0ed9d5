// SPDX-License-Identifier: BSL-1.0
#include "io/not_finite.hpp"
#include "io/small_graph.hpp"

#include <geostance/io/graphviz.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <array>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("write_graphviz: nodes by key, a line for each pair and side, signs as colours and line styles") {
    std::ostringstream out;
    io::write_graphviz(out, gs::testing::small_graph(), {.title = "T"});
    CHECK(out.str() == R"(digraph geostance {
    graph [rankdir=LR, fontname="Helvetica", nodesep=0.12, ranksep=1.1];
    node [fontname="Helvetica", fontsize=11, style=filled, color="#888888", fillcolor="#F1F1F1", margin="0.09,0.04"];
    edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
    labelloc=t; label="T";
    "s" [label="said", shape=note, fillcolor="#FFF6D6"];
    "A" [label="State \"A\" <\\>", shape=box, style="filled,rounded", fillcolor="#E3F0F8"];
    "m,n" [label="m,n", shape=box, fillcolor="#F1F1F1"];
    "A" -> "m,n" [label="−", color="#D55E00", fontcolor="#D55E00", style=dashed, arrowhead=tee, penwidth=1.5, tooltip="casts\nvote: no\nveto: true"];
    "A" -> "m,n" [label="0", color="#777777", fontcolor="#777777", style=solid, tooltip="stance\nvalue: 0"];
    "A" -> "A" [label="+", color="#0072B2", fontcolor="#0072B2", style=solid, penwidth=1.5, tooltip="acts_toward\nevent.scheme: cameo\nevent.value: 010\nvalue: 0.5"];
    "A" -> "A" [color="#AAAAAA", style=dotted, tooltip="allied_with\npledges.defense: true"];
    "A" -> "A" [label="−", color="#D55E00", fontcolor="#D55E00", style=dashed, arrowhead=tee, penwidth=1.5, tooltip="stance\nvalue: -0.25"];
}
)");
}

TEST_CASE("write_graphviz: only_signed leaves out what takes no side, and nodes that then stand alone") {
    std::ostringstream out;
    io::write_graphviz(out, gs::testing::small_graph(), {.only_signed = true});
    CHECK(out.str().find("allied_with") == std::string::npos);
    CHECK(out.str().find("\"s\"") == std::string::npos);
    CHECK(out.str().find("\"m,n\" [") != std::string::npos);
}

TEST_CASE("write_graphviz: any Boost graph with names and signs, undirected or directed") {
    using gs::testing::person;
    using gs::testing::tie;
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, person, tie>;
    graph g(2);
    g[0].name = "a\nb";
    g[1].name = "c";
    add_edge(0, 1, tie{-1}, g);
    add_edge(1, 1, tie{0}, g);
    std::ostringstream out;
    io::write_graphviz(out, g, get(&person::name, g), get(&tie::sign, g), {.only_signed = true});
    CHECK(out.str() == R"(graph geostance {
    graph [rankdir=LR, fontname="Helvetica", nodesep=0.12, ranksep=1.1];
    node [fontname="Helvetica", fontsize=11, style=filled, color="#888888", fillcolor="#F1F1F1", margin="0.09,0.04"];
    edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
    n0 [label="a\nb"];
    n1 [label="c"];
    n0 -- n1 [label="-1", color="#D55E00", fontcolor="#D55E00", style=dashed, arrowhead=tee, penwidth=1.5];
}
)");
    std::ostringstream called;
    io::write_graphviz(called, g, get(&person::name, g), [&](auto e) { return g[e].sign; }, {.only_signed = true});
    CHECK(called.str() == out.str());
}

TEST_CASE("write_graphviz: a text that cannot be carried is an error, and nothing is written") {
    gs::stance_graph g;
    g.add(gs::actor{.key = "a", .name = "\xFF"});
    std::ostringstream out;
    CHECK_THROWS_AS(io::write_graphviz(out, g), gs::invalid_value);
    CHECK(out.str().empty());
}

TEST_CASE("write_graphviz: what Graphviz or a terminal would obey is shown instead") {
    gs::stance_graph g;
    g.add(gs::actor{.key = "a&b", .name = "A&lt;B"});
    g.add(gs::actor{.key = "c\x1B", .name = "C\x1B[31m\xE2\x80\xAE\xC2\x9B"});
    g.add(gs::actor{.key = "c\\x1B", .name = std::string("D\0", 2)});
    std::ostringstream out;
    io::write_graphviz(out, g);
    CHECK(out.str() == R"(digraph geostance {
    graph [rankdir=LR, fontname="Helvetica", nodesep=0.12, ranksep=1.1];
    node [fontname="Helvetica", fontsize=11, style=filled, color="#888888", fillcolor="#F1F1F1", margin="0.09,0.04"];
    edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
    "a&amp;b" [label="A&amp;lt;B", shape=box, style="filled,rounded", fillcolor="#E3F0F8"];
    "c\x1B" [label="C\\x1B[31m\\xE2\\x80\\xAE\\xC2\\x9B", shape=box, style="filled,rounded", fillcolor="#E3F0F8"];
    "c\\x1B" [label="D\\x00", shape=box, style="filled,rounded", fillcolor="#E3F0F8"];
}
)");
}

TEST_CASE("write_graphviz: several relations of one pair and side are one line, with their number") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "a name of more than two dozen letters"});
    auto const b = g.add(gs::alliance{.key = "b", .name = "b"});
    for (int i = 0; i < 3; ++i) g.relate(a, b, gs::stance{.value = 1});
    std::ostringstream out;
    io::write_graphviz(out, g, {.frames = {{a, b}, {a}}, .legend = true});
    auto const text = out.str();
    CHECK(text.find("label=\"+ ×3\", color=\"#0072B2\", fontcolor=\"#0072B2\", style=solid, penwidth=2.5") !=
          std::string::npos);
    CHECK(text.find("->") == text.rfind("->"));
    CHECK(text.find("a name of more than two\\ndozen letters") != std::string::npos);
    CHECK(text.find("subgraph cluster_0") < text.find("\"a\" [label"));
    CHECK(text.find("\"&legend\" [shape=plaintext") != std::string::npos);
    gs::stance_graph named_alike;
    named_alike.add(gs::actor{.key = "&legend", .name = "a key like the legend's"});
    std::ostringstream apart;
    io::write_graphviz(apart, named_alike, {.legend = true});
    CHECK(apart.str().find("\"&legend\" [") == apart.str().rfind("\"&legend\" ["));
    gs::stance_graph other;
    auto const stranger = other.add(gs::actor{.key = "x", .name = "x"});
    CHECK_THROWS_AS(io::write_graphviz(out, g, {.frames = {{stranger}}}), gs::invalid_handle);
}

TEST_CASE("write_graphviz: a number that is not finite is refused, and nothing written") {
    gs::testing::check_refuses_not_finite(
        [](auto& out, auto const& g, auto names, auto sign) { io::write_graphviz(out, g, names, sign); });
}
