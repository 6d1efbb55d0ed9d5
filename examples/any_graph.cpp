// SPDX-License-Identifier: BSL-1.0
// The signed algorithms on a Boost.Graph graph of your own; no record of stances in sight.
#include <geostance/signed.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <iostream>

namespace gs = geostance;

struct club {
    char const* name = "";
};
struct tie {
    int sign = 0;
};
using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, club, tie>;

void look_at(graph const& g) {
    auto const sign = get(&tie::sign, g);
    auto const found = gs::structural_balance(g, sign);
    std::cout << (found.balanced ? "two camps:" : "no two camps; this circle is at odds with itself:");
    if (found.balanced)
        for (auto const v : boost::make_iterator_range(vertices(g)))
            std::cout << ' ' << g[v].name << (found.camp[v] == 0 ? " (one)" : " (other)");
    else
        for (auto const v : found.negative_cycle_vertices) std::cout << ' ' << g[v].name;
    std::cout << '\n';

    auto const two = gs::frustration_index(g, sign, {.time_limit = 10});
    std::cout << "  ties against the best two camps: from " << two.lower << " to " << two.upper
              << (two.exact ? ", proven\n" : "\n");
    auto const any = gs::camps(g, sign);
    std::cout << "  with any number of camps: " << any.upper << ", in " << any.camps << " camps\n";
    auto const triads = gs::triad_census(g, sign).total;
    std::cout << "  triangles: " << triads.total() << ", in balance: " << triads.balanced() << '\n';
}

int main() {
    graph g;
    auto const rovers = add_vertex(club{"Rovers"}, g), united = add_vertex(club{"United"}, g);
    auto const city = add_vertex(club{"City"}, g), albion = add_vertex(club{"Albion"}, g);
    add_edge(rovers, united, tie{+1}, g);
    add_edge(united, city, tie{-1}, g);
    add_edge(city, albion, tie{+1}, g);
    add_edge(albion, rovers, tie{-1}, g);
    look_at(g);
    add_edge(rovers, city, tie{+1}, g);
    look_at(g);
}
