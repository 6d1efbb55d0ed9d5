// SPDX-License-Identifier: BSL-1.0
/// @file
/// A signed network as a file has it: names and ties, nothing merged; and on to graphs.
#pragma once

#include <geostance/signed/boost_graph.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace geostance::io {

/// The names and ties of a file, in its order. Repeats, opposite ties, self-loops and ties of weight 0 are kept;
/// what becomes of them later is in `signed_graph::report()`.
struct signed_network {
    std::vector<std::string> names{}; ///< of the vertices, which are numbered from 0
    std::vector<signed_tie> arcs{};   ///< ties that have a direction
    std::vector<signed_tie> edges{};  ///< ties that have none
};

/// All ties of a network: its arcs, then its edges.
/// @param network the network
/// @return the ties
/// @par Complexity
/// O(E)
[[nodiscard]] inline std::vector<signed_tie> ties_of(signed_network const& network) {
    auto ties = network.arcs;
    ties.insert(ties.end(), network.edges.begin(), network.edges.end());
    return ties;
}

/// The undirected signed graph for the algorithms of signed/, in which the ties between two vertices are added up.
/// @param network the network
/// @param options what to do with several ties between two vertices, opposite ties and self-loops
/// @return the graph, whose vertices have the network's numbers, with the report of what was merged and dropped
/// @throws invalid_value as `signed_graph` says
/// @par Complexity
/// that of the constructor of `signed_graph`
[[nodiscard]] inline signed_graph to_signed_graph(signed_network const& network, tie_options const& options = {}) {
    return signed_graph(network.names.size(), ties_of(network), options);
}

/// An undirected Boost.Graph graph with names and weights.
using undirected_network = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                                 boost::property<boost::vertex_name_t, std::string>,
                                                 boost::property<boost::edge_weight_t, double>>;
/// A directed Boost.Graph graph with names and weights.
using directed_network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                               boost::property<boost::vertex_name_t, std::string>,
                                               boost::property<boost::edge_weight_t, double>>;

namespace detail {

template <class G>
G with_names(std::vector<std::string> const& names) {
    G g(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) put(boost::vertex_name, g, i, names[i]);
    return g;
}

} // namespace detail

/// The network as a graph of Boost.Graph without directions: an edge for every tie.
/// @param network the network
/// @return the graph; multi-edges and self-loops are kept
/// @par Complexity
/// O(V + E)
[[nodiscard]] inline undirected_network to_undirected(signed_network const& network) {
    auto g = detail::with_names<undirected_network>(network.names);
    for (auto const& t : ties_of(network)) add_edge(t.from, t.to, t.weight, g);
    return g;
}

/// The network as a graph of Boost.Graph with directions: an edge for every arc, two for every edge without a
/// direction.
/// @param network the network
/// @return the graph; multi-edges and self-loops are kept
/// @par Complexity
/// O(V + E)
[[nodiscard]] inline directed_network to_directed(signed_network const& network) {
    auto g = detail::with_names<directed_network>(network.names);
    for (auto const& t : network.arcs) add_edge(t.from, t.to, t.weight, g);
    for (auto const& t : network.edges) {
        add_edge(t.from, t.to, t.weight, g);
        add_edge(t.to, t.from, t.weight, g);
    }
    return g;
}

} // namespace geostance::io
