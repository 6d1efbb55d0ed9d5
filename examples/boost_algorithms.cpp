// SPDX-License-Identifier: BSL-1.0
// The typed graph is a Boost.Graph graph: its algorithms and views run on it, without a copy.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <iostream>

namespace gs = geostance;

/// Keeps the relations of one type. Boost.Graph wants predicates that can be default-constructed and assigned.
template <class R>
struct only {
    gs::stance_graph const* graph = nullptr;
    bool operator()(gs::edge_descriptor e) const { return graph->as<R>(graph->relation_at(e.index)).has_value(); }
};

int main() {
    gs::stance_graph const world = gs::seed::panel_veto_2024();
    std::cout << num_vertices(world) << " nodes, " << num_edges(world) << " relations\n";

    // Up the ladder of bodies from the panel: a breadth-first search on a view of one relation type.
    boost::filtered_graph bodies(world, only<gs::part_of>{&world});
    std::vector<int> steps(num_vertices(world), -1);
    auto const panel = world.at<gs::actor>("the panel").index();
    steps[panel] = 0;
    auto const count = boost::make_bfs_visitor(boost::record_distances(steps.data(), boost::on_tree_edge()));
    boost::breadth_first_search(bodies, panel, boost::visitor(count));
    for (auto const a : gs::nodes_of<gs::actor>(world))
        if (steps[a.index()] > 0) std::cout << steps[a.index()] << " up: " << world[a].name << '\n';

    // Circles of stances: who can be reached from whom and back.
    boost::filtered_graph stances(world, only<gs::stance>{&world});
    std::vector<std::size_t> circle(num_vertices(world));
    boost::strong_components(stances,
                             boost::make_iterator_property_map(circle.begin(), get(boost::vertex_index, world)));
    auto const of_russia = circle[world.at<gs::actor>("Russia").index()];
    std::cout << "in one circle with Russia:";
    for (auto const a : gs::nodes_of<gs::actor>(world))
        if (circle[a.index()] == of_russia) std::cout << ' ' << world[a].name << ';';
    std::cout << '\n';

    // Between whom does the record run? Betweenness on the whole graph, and the three highest.
    std::vector<double> between(num_vertices(world));
    boost::brandes_betweenness_centrality(
        world, boost::make_iterator_property_map(between.begin(), get(boost::vertex_index, world)));
    std::vector<std::size_t> order(vertices(world).first, vertices(world).second);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return between[a] > between[b]; });
    for (std::size_t i = 0; i < 3; ++i)
        std::cout << get(boost::vertex_name, world, order[i]) << ' ' << between[order[i]] << '\n';
}
