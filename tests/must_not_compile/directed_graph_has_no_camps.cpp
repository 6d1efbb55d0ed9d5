// SPDX-License-Identifier: BSL-1.0
// Who is hostile to whom is not who is hostile with whom: directions are never given up without being asked.
#include <geostance/optimum/frustration_index.hpp>

#include <boost/graph/adjacency_list.hpp>

int main() {
    using weighted = boost::property<boost::edge_weight_t, double>;
    using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, weighted>;
    [[maybe_unused]] directed const g(3);
    // fault-begin
    static_cast<void>(geostance::frustration_index(g, get(boost::edge_weight, g)));
    // fault-end
}
// expect-error: frustration_index
// expect-error: undirected_graph
