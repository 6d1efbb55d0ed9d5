// SPDX-License-Identifier: BSL-1.0
#include "io/small_graph.hpp"

#include <geostance/io/graphviz.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <array>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

struct tie {
    double sign = 1;
};
struct person {
    std::string name{};
};

} // namespace

TEST_CASE("write_graphviz: nodes by key, relations with what they say, signs as colours and line styles") {
    std::ostringstream out;
    io::write_graphviz(out, gs::testing::small_graph(), {.title = "T"});
    CHECK(out.str() == R"(digraph geostance {
    rankdir=LR;
    labelloc=t; label="T";
    "s" [label="said", shape=note];
    "A" [label="State \"A\" <\\>", shape=ellipse];
    "m,n" [label="m,n", shape=box];
    "A" -> "m,n" [label="casts\nvote: no\nveto: true", color="#D55E00", style=dashed, penwidth=1.5, arrowhead=tee];
    "A" -> "m,n" [label="stance\nvalue: 0", color="#999999", style=solid];
    "A" -> "A" [label="acts_toward\nevent.scheme: cameo\nevent.value: 010\nvalue: 0.5", color="#0072B2", style=solid, penwidth=1.5];
    "A" -> "A" [label="allied_with\npledges.defense: true", color="#999999", style=dotted];
    "A" -> "A" [label="stance\nvalue: -0.25", color="#D55E00", style=dashed, penwidth=1.5, arrowhead=tee];
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
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, person, tie>;
    graph g(2);
    g[0].name = "a\nb";
    g[1].name = "c";
    add_edge(0, 1, tie{-1}, g);
    add_edge(1, 1, tie{0}, g);
    std::ostringstream out;
    io::write_graphviz(out, g, get(&person::name, g), get(&tie::sign, g), {.only_signed = true});
    CHECK(out.str() == R"(graph geostance {
    rankdir=LR;
    n0 [label="a\nb"];
    n1 [label="c"];
    n0 -- n1 [label="-1", color="#D55E00", style=dashed, penwidth=1.5, arrowhead=tee];
}
)");
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
    rankdir=LR;
    "a&amp;b" [label="A&amp;lt;B", shape=ellipse];
    "c\x1B" [label="C\\x1B[31m\\xE2\\x80\\xAE\\xC2\\x9B", shape=ellipse];
    "c\\x1B" [label="D\\x00", shape=ellipse];
}
)");
}
