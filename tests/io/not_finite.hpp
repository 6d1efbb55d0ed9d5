// SPDX-License-Identifier: BSL-1.0
// What tests of writers share that take a graph of the caller's with names and signs.
#pragma once

#include <geostance/error.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>

namespace geostance::testing {

struct tie {
    double sign = 1;
};
struct person {
    std::string name{};
};

/// Checks that a number that is not finite is refused, and nothing written.
/// @param write called as write(out, g, names, sign of an edge)
template <class Write>
void check_refuses_not_finite(Write write) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, person, tie> g(2);
    add_edge(0, 1, tie{1}, g);
    using limits = std::numeric_limits<double>;
    for (double const bad : {limits::quiet_NaN(), limits::infinity(), -limits::infinity()}) {
        std::ostringstream out;
        CHECK_THROWS_AS(write(out, g, get(&person::name, g), [&](auto) { return bad; }), invalid_value);
        CHECK(out.str().empty());
    }
}

} // namespace geostance::testing
