// SPDX-License-Identifier: BSL-1.0
// Balance is of ties without a direction: symmetrise_by_sum() says how directions are given up.
#include <geostance/signed/structural_balance.hpp>

#include <boost/graph/adjacency_list.hpp>

int main() {
    using weighted = boost::property<boost::edge_weight_t, double>;
    using directed =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, weighted>;
    [[maybe_unused]] directed const g(3);
    // fault-begin
    static_cast<void>(geostance::structural_balance(g, get(boost::edge_weight, g)));
    // fault-end
}
// expect-error: structural_balance
// expect-error: undirected_graph
