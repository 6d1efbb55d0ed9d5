// SPDX-License-Identifier: BSL-1.0
// What a page of a large record takes: seconds and megabytes by the number of relations. With a folder as its word it
// writes the pages there, to be looked at.
#include <geostance/page/page.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// States in two blocs, which hold stances of each other over ten years, a third of them in statements of their own.
gs::stance_graph record(std::size_t actors, std::size_t relations) {
    std::mt19937 random(1);
    auto const below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> states;
    std::vector<gs::node<gs::statement>> said;
    for (std::size_t i = 0; i < actors; ++i) {
        states.push_back(g.add(gs::actor{
            .key = "s" + std::to_string(i), .name = "State " + std::to_string(i), .kind = gs::actor_kind::state}));
        said.push_back(g.add(gs::statement{.key = "w" + std::to_string(i), .said = std::chrono::year(2020)}));
        g.relate(states[i], said[i], gs::makes{});
    }
    std::vector<gs::node<gs::publication>> papers;
    for (int i = 0; i < 20; ++i)
        papers.push_back(g.add(gs::publication{.key = "p" + std::to_string(i), .published = std::chrono::year(2024)}));
    while (g.num_relations() < relations + actors) {
        auto const from = below(actors);
        auto const to = below(actors);
        if (from == to) continue;
        auto const day = std::chrono::year(2015 + static_cast<int>(below(10))) /
                         std::chrono::month(1 + static_cast<unsigned>(below(12))) /
                         std::chrono::day(1 + static_cast<unsigned>(below(28)));
        gs::provenance from_paper{.publication = papers[below(papers.size())],
                                  .locator = "row " + std::to_string(g.num_relations()),
                                  .valid = {day, {}}};
        if (below(3) == 0) from_paper.claimed_in = said[from];
        double const sign = (from % 2 == to % 2) == (below(5) != 0) ? 1 : -1;
        g.relate(states[from], states[to], gs::stance{.value = sign * static_cast<double>(1 + below(10)) / 10},
                 from_paper);
    }
    return g;
}

} // namespace

int main(int count, char** words) {
    std::printf("relations   actors   seconds        MB\n");
    for (std::size_t const relations : {100, 1'000, 10'000, 100'000}) {
        auto const actors = std::min<std::size_t>(2'000, relations / 10);
        auto const g = record(actors, relations);
        std::ostringstream out;
        auto const start = std::chrono::steady_clock::now();
        gs::page::write(out, g, {.title = "A record of " + std::to_string(relations) + " relations"});
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
        auto const text = out.str();
        std::printf("%9zu %8zu %9.2f %9.2f\n", relations, actors, took.count(), static_cast<double>(text.size()) / 1e6);
        if (count > 1) std::ofstream(std::string(words[1]) + "/page_" + std::to_string(relations) + ".html") << text;
    }
}
