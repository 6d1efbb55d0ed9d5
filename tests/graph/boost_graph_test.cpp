// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/boost_graph.hpp>
#include <geostance/model/geopolitics.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace gs = geostance;

namespace {

/// a -> b -> c -> a, and d apart.
struct ring {
    gs::stance_graph g{};
    std::vector<gs::node<gs::actor>> at{};

    ring() {
        for (auto const* key : {"a", "b", "c", "d"}) at.push_back(g.add(gs::actor{.key = key}));
        for (std::size_t i = 0; i < 3; ++i) g.relate(at[i], at[(i + 1) % 3], gs::stance{.value = 1});
    }
};

} // namespace

TEST_CASE_FIXTURE(ring, "boost_graph: algorithms of Boost.Graph run on the typed graph") {
    std::vector<std::size_t> component(num_vertices(g));
    auto const index = get(boost::vertex_index, g);
    CHECK(boost::strong_components(g, boost::make_iterator_property_map(component.begin(), index)) == 2);
    CHECK(component[at[0].index()] == component[at[2].index()]);
    CHECK(component[at[0].index()] != component[at[3].index()]);
}

TEST_CASE_FIXTURE(ring, "boost_graph: edges lead where relations do, both ways") {
    auto const [first, last] = edges(g);
    std::size_t seen = 0;
    for (auto e = first; e != last; ++e, ++seen) {
        CHECK(source(*e, g) == at[seen].index());
        CHECK(target(*e, g) == at[(seen + 1) % 3].index());
        CHECK(in_degree(target(*e, g), g) == 1);
    }
    CHECK(seen == num_edges(g));
    CHECK(out_degree(at[3].index(), g) == 0);
}
