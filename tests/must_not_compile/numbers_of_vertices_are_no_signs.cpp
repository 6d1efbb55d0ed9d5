// SPDX-License-Identifier: BSL-1.0
// Signs are of edges: a property map of vertices is none.
#include <geostance/signed/structural_balance.hpp>

#include <boost/graph/adjacency_list.hpp>

int main() {
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    [[maybe_unused]] graph const g(3);
    // fault-begin
    static_cast<void>(geostance::structural_balance(g, get(boost::vertex_index, g)));
    // fault-end
}
// expect-error: structural_balance
// expect-error: edge_weights
