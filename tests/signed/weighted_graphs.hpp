// SPDX-License-Identifier: BSL-1.0
// Types of Boost.Graph whose edges have a weight.
#pragma once

#include <boost/graph/adjacency_list.hpp>

namespace weighted {

struct weight {
    double value = 0;
};
using undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, weight>;
using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, weight>;

template <class G>
auto weights(G const& g) {
    return get(&weight::value, g);
}

} // namespace weighted
