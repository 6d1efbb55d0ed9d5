// SPDX-License-Identifier: BSL-1.0
// The typed graph beside what one would take in its place, with the same million relations of four types: bytes a
// relation, building, and the questions that a record is asked all the time. Each program is built and asked in a
// process of its own, in turns; medians count, and every answer is compared. Build with optimisation.
#include "apart.hpp"
#include "graph_peers/adjacency_list.hpp"
#include "graph_peers/ours.hpp"
#include "graph_peers/world.hpp"
#ifdef GEOSTANCE_HAS_IGRAPH
#include "graph_peers/igraph.hpp"
#endif
#ifdef GEOSTANCE_HAS_LEMON
#include "graph_peers/lemon.hpp"
#endif
#ifdef GEOSTANCE_HAS_SQLITE
#include "graph_peers/sqlite.hpp"
#endif

#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

constexpr std::array questions{"all",         "one type",          "one type at each node",
                               "days: 1/667", "days: half of all", "between 100,000 pairs"};

/// Of one run: what the relations took, and each question.
struct cost {
    double bytes = 0;
    double building = 0;
    std::array<double, questions.size()> asking{};
    std::array<answer, questions.size()> answers{};
};

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double bytes_in_use() {
    auto const now = mallinfo2();
    return static_cast<double>(now.uordblks + now.hblkhd);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <class Graph>
answer ask(Graph& g, world const& w, std::size_t question) {
    switch (question) {
    case 0: return g.all();
    case 1: return g.of_one_type();
    case 2: return g.of_each_node();
    case 3: return g.within(w.month);
    case 4: return g.within(w.half);
    default: return g.between(w.asked);
    }
}

template <class Graph>
cost measure(world const& w) {
    cost result;
    Graph g(w);
    auto const before = bytes_in_use();
    auto start = seconds();
    g.build(w);
    result.building = seconds() - start;
    result.bytes = bytes_in_use() - before;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        std::vector<double> took;
        for (int repetition = 0; repetition < 3; ++repetition) {
            start = seconds();
            result.answers[q] = ask(g, w, q);
            took.push_back(seconds() - start);
        }
        result.asking[q] = median(took);
    }
    return result;
}

/// The same where no earlier graph left memory behind.
template <class Graph>
cost measure_apart(world const& w) {
    return measured_apart([&] { return measure<Graph>(w); });
}

struct program {
    char const* name;
    cost (*run)(world const&);
    std::vector<cost> runs{};

    [[nodiscard]] double middle(auto figure) const {
        std::vector<double> all;
        for (auto const& one : runs) all.push_back(figure(one));
        return median(all);
    }
};
template <class Graph>
program program_of() {
    return {Graph::name, measure_apart<Graph>};
}

void print_row(char const* what, std::vector<program> const& all, int digits, auto figure) {
    std::printf("| %s |", what);
    for (auto const& p : all) std::printf(" %.*f |", digits, p.middle(figure));
    std::puts("");
}

} // namespace

int main() {
    auto const w = make_world(100'000, 1'000'000, 100'000);
    std::vector<program> all{program_of<ours>(), program_of<adjacency_list>()};
#ifdef GEOSTANCE_HAS_LEMON
    all.push_back(program_of<lemon_graph>());
#else
    std::puts("LEMON is absent: not compared");
#endif
#ifdef GEOSTANCE_HAS_IGRAPH
    all.push_back(program_of<igraph_graph>());
#else
    std::puts("igraph is absent: not compared");
#endif
#ifdef GEOSTANCE_HAS_SQLITE
    all.push_back(program_of<sqlite_tables>());
#else
    std::puts("SQLite is absent: not compared");
#endif
    for (int turn = 0; turn < 5; ++turn)
        for (auto& p : all) {
            p.runs.push_back(p.run(w));
            if (p.runs.back().answers == all.front().runs.front().answers) continue;
            std::printf("%s answers otherwise\n", p.name);
            return 1;
        }
    std::printf("%zu nodes, %zu relations; CPU time, medians of %zu runs\n\n|  |", w.nodes, w.rows.size(),
                all.front().runs.size());
    for (auto const& p : all) std::printf(" %s |", p.name);
    std::puts("");
    auto const relations = static_cast<double>(w.rows.size());
    print_row("bytes a relation", all, 0, [=](cost const& c) { return c.bytes / relations; });
    print_row("building, ms", all, 0, [](cost const& c) { return c.building * 1e3; });
    for (std::size_t q = 0; q < questions.size(); ++q)
        print_row(questions[q], all, 2, [=](cost const& c) { return c.asking[q] * 1e3; });
}
