// SPDX-License-Identifier: BSL-1.0
// A sign or weight is a number of each edge.
#include <geostance/signed/compressed.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <string>

int main() {
    using named = boost::property<boost::edge_name_t, std::string>;
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, named>;
    [[maybe_unused]] graph const g(3);
    // fault-begin
    static_cast<void>(geostance::compress(g, get(boost::edge_name, g)));
    // fault-end
}
// expect-error: compress
// expect-error: edge_weights
