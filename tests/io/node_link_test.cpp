// SPDX-License-Identifier: BSL-1.0
#include "io/peer.hpp"
#include "io/small_graph.hpp"

#include <geostance/io/edge_list.hpp>
#include <geostance/io/node_link.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("write_node_link: every field that says something, values of 0 included") {
    std::ostringstream out;
    io::write_node_link(out, gs::testing::small_graph());
    CHECK(out.str() == R"({
  "directed": true,
  "multigraph": true,
  "graph": {},
  "nodes": [
    {"id": "s", "type": "statement", "label": "said", "key": "s", "summary": "said"},
    {"id": "A", "type": "actor", "label": "State \"A\" <\\>", "key": "A", "name": "State \"A\" <\\>", "kind": "state", "aliases": ["a|b", "é"], "codes": [{"scheme": "cow", "value": "1"}]},
    {"id": "m,n", "type": "issue", "label": "m,n", "key": "m,n", "kind": "motion"}
  ],
  "edges": [
    {"source": "A", "target": "m,n", "key": 0, "type": "casts", "sign": -1, "vote": "no", "veto": true, "provenance": {"locator": "row \"1\"", "reliability": "F", "credibility": "6", "inferred": false, "valid": {"from": "2024-03-28", "to": "2024-03-28"}}},
    {"source": "A", "target": "m,n", "key": 1, "type": "stance", "sign": 0, "value": 0, "channel": "verbal"},
    {"source": "A", "target": "A", "key": 2, "type": "acts_toward", "sign": 1, "event": {"scheme": "cameo", "value": "010"}, "value": 0.5, "channel": "material", "provenance": {"reliability": "F", "credibility": "6", "inferred": false, "valid": {"from": "1999", "to": "open"}}},
    {"source": "A", "target": "A", "key": 3, "type": "allied_with", "pledges": {"defense": true, "offense": false, "neutrality": false, "nonaggression": false, "consultation": false}},
    {"source": "A", "target": "A", "key": 4, "type": "stance", "sign": -1, "value": -0.25, "channel": "verbal", "provenance": {"claimed_in": "s", "reliability": "F", "credibility": "6", "inferred": false}}
  ]
}
)");
}

TEST_CASE("write_node_link: an empty graph is a document too") {
    std::ostringstream out;
    io::write_node_link(out, gs::stance_graph());
    CHECK(out.str() == "{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": {},\n  \"nodes\": [],\n"
                       "  \"edges\": []\n}\n");
    std::ostringstream for_d3;
    io::write_node_link(for_d3, gs::stance_graph(), io::node_link_edges::links);
    CHECK(for_d3.str().find("\"links\": []") != std::string::npos);
}

TEST_CASE("write_node_link: networkx reads every relation with its sign and value, by either name of the list") {
    auto const folder =
        std::filesystem::temp_directory_path() / ("geostance_" + std::to_string(std::random_device()()));
    std::filesystem::create_directory(folder);
    for (auto* const build : {&gs::testing::small_graph, &gs::seed::panel_veto_2024})
        for (auto const called : {io::node_link_edges::edges, io::node_link_edges::links}) {
            auto const g = build();
            {
                std::ofstream document(folder / "graph.json");
                io::write_node_link(document, g, called);
                std::ofstream table(folder / "edges.csv");
                io::write_edge_list(table, g);
            }
            gs::testing::run_peer("read_graphml.py", "node_link",
                                  (folder / "graph.json").string() + ' ' + (folder / "edges.csv").string());
        }
    std::filesystem::remove_all(folder);
}
