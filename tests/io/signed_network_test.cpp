// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/signed_network.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

io::signed_network const network{.names = {"a", "b", "c"}, .arcs = {{0, 1, 1}}, .edges = {{1, 2, -1}}};

} // namespace

TEST_CASE("signed_network: an edge without a direction is two with one") {
    auto const undirected = io::to_undirected(network);
    CHECK(num_edges(undirected) == 2);
    CHECK(get(boost::vertex_name, undirected, 2) == "c");
    auto const directed = io::to_directed(network);
    CHECK(num_edges(directed) == 3);
    CHECK(edge(1, 2, directed).second);
    CHECK(edge(2, 1, directed).second);
    CHECK_FALSE(edge(1, 0, directed).second);
}

TEST_CASE("signed_network: its compact form has the same numbers") {
    CHECK(io::ties_of(network).size() == 2);
    auto const compact = io::to_signed_graph(network);
    CHECK(compact.num_vertices() == 3);
    CHECK(compact.weight(compact.find_arc(2, 1)) == -1);
    CHECK(compact.weight(compact.find_arc(1, 0)) == 1);
}
