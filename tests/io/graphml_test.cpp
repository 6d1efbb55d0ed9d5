// SPDX-License-Identifier: BSL-1.0
#include "io/peer.hpp"
#include "io/small_graph.hpp"

#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("write_graphml: keys as ids, typed attributes, the sign of positions, values of 0 included") {
    std::ostringstream out;
    io::write_graphml(out, gs::testing::small_graph());
    auto const text = out.str();
    auto const contains = [&](std::string const& part) { return text.find(part) != std::string::npos; };
    CHECK(contains(R"(<key id="edge.sign.int" for="edge" attr.name="sign" attr.type="int"/>)"));
    CHECK(contains(R"(<key id="edge.value.double" for="edge" attr.name="value" attr.type="double"/>)"));
    CHECK(contains(R"(<key id="edge.veto.boolean" for="edge" attr.name="veto" attr.type="boolean"/>)"));
    CHECK(contains(R"(<node id="A"><data key="node.type.string">actor</data>)"
                   R"(<data key="node.name.string">State &quot;A&quot; &lt;\&gt;</data>)"
                   R"(<data key="node.kind.string">state</data><data key="node.aliases.string">a\|b|é</data>)"
                   R"(<data key="node.codes.string">cow:1</data></node>)"));
    CHECK(contains(R"(<edge id="r1" source="A" target="m,n"><data key="edge.type.string">stance</data>)"
                   R"(<data key="edge.sign.int">0</data><data key="edge.value.double">0</data>)"));
    CHECK(contains(R"(<data key="edge.provenance.claimed_in.string">s</data>)"));
    CHECK(contains(R"(<data key="edge.provenance.valid.to.string">open</data>)"));
}

TEST_CASE("write_graphml: what XML has no way to write is an error, and nothing is written") {
    for (auto const* name : {"\x01", "\x1F", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xFF"}) {
        gs::stance_graph g;
        g.add(gs::actor{.key = "a", .name = name});
        std::ostringstream out;
        CHECK_THROWS_AS(io::write_graphml(out, g), gs::invalid_value);
        CHECK(out.str().empty());
    }
}

TEST_CASE("write_graphml: networkx and igraph read every relation with its sign and value") {
    auto const folder =
        std::filesystem::temp_directory_path() / ("geostance_" + std::to_string(std::random_device()()));
    std::filesystem::create_directory(folder);
    for (auto* const build : {&gs::testing::small_graph, &gs::seed::panel_veto_2024}) {
        auto const g = build();
        {
            std::ofstream document(folder / "graph.graphml");
            io::write_graphml(document, g);
            std::ofstream table(folder / "edges.csv");
            io::write_edge_list(table, g);
        }
        for (auto const* const library : {"networkx", "igraph"})
            gs::testing::run_peer("read_graphml.py", library,
                                  (folder / "graph.graphml").string() + ' ' + (folder / "edges.csv").string());
    }
    std::filesystem::remove_all(folder);
}
