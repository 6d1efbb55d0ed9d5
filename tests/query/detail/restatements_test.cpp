// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/detail/restatements.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

TEST_CASE("a statement says something between two nodes if a relation between them is claimed in it and heard") {
    std::mt19937 random(3);
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> actors;
    std::vector<gs::node<gs::statement>> statements;
    for (int i = 0; i < 4; ++i) actors.push_back(g.add(gs::actor{.key = "a" + std::to_string(i)}));
    for (int i = 0; i < 25; ++i) statements.push_back(g.add(gs::statement{.key = "s" + std::to_string(i)}));
    for (int i = 0; i < 150; ++i) {
        auto const claimed = random() % 5 == 0 ? gs::node<gs::statement>() : statements[random() % statements.size()];
        g.relate(actors[random() % 4], actors[random() % 4], gs::stance{.value = 1}, {.claimed_in = claimed});
    }
    gs::lens const asked{.without = {gs::any_node(statements[7]), gs::any_node(statements[20])}};
    gs::detail::known_record<gs::geopolitics> const record(g, asked);
    gs::detail::restatements<gs::geopolitics> const restated(record);
    int found = 0;
    for (int i = 0; i < 1000; ++i) { // in any order, and again
        auto const said = statements[random() % statements.size()];
        auto const from = gs::any_node(actors[random() % 4]);
        auto const to = gs::any_node(actors[random() % 4]);
        bool expected = false;
        for (auto const r : relations_of<gs::stance>(g))
            expected =
                expected || (g.source(gs::any_relation(r)) == from && g.target(gs::any_relation(r)) == to &&
                             g.annotation(r).claimed_in == said && said != statements[7] && said != statements[20]);
        CHECK(restated.says(said, from, to) == expected);
        found += expected ? 1 : 0;
    }
    CHECK(found > 100);
}
