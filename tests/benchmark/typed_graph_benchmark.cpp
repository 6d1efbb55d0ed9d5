// SPDX-License-Identifier: BSL-1.0
// Building a graph, and its memory, beside boost::adjacency_list with variant bundles in the same run. Ratios count:
// geostance / peer. Build with optimisation.
#include "apart.hpp"
#include "peer_graph.hpp"

#include <geostance/geostance.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <malloc.h>
#include <new>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace {

std::size_t bytes_in_use = 0; // as the allocator sees it, its rounding included

} // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
    void* const memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    bytes_in_use += malloc_usable_size(memory) + sizeof(std::size_t);
    return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    if (memory != nullptr) bytes_in_use -= malloc_usable_size(memory) + sizeof(std::size_t);
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

/// What both graphs are built of.
struct row {
    std::size_t source, target;
    peer_relation content;
};
struct world {
    std::vector<node_payload> nodes;
    std::vector<row> rows;
};

/// @param quoted every so many relations are quoted; 0 = none
void build(world const& w, gs::stance_graph& g, std::size_t quoted = 0) {
    for (auto const& payload : w.nodes) std::visit([&](auto const& p) { g.add(p); }, payload);
    std::size_t number = 0;
    for (auto const& r : w.rows) {
        auto const& p = r.content.from;
        gs::provenance from{.claimed_in = p.claimed_in == no_vertex ? gs::node<gs::statement>()
                                                                    : *g.as<gs::statement>(g.node_at(p.claimed_in)),
                            .publication = p.publication == no_vertex
                                               ? gs::node<gs::publication>()
                                               : *g.as<gs::publication>(g.node_at(p.publication)),
                            .locator = p.locator,
                            .note = p.note,
                            .reliability = p.reliability,
                            .credibility = p.credibility,
                            .inferred = p.inferred,
                            .valid = p.valid,
                            .recorded = p.recorded};
        if (quoted != 0 && number++ % quoted == 0) {
            from.quote = "The words of a sentence as it stands in the source, some eighty letters and blanks.";
            from.language = "en";
        }
        std::visit(
            [&](auto const& payload) {
                g.relate_any(g.node_at(r.source), g.node_at(r.target), payload, std::move(from));
            },
            r.content.payload);
    }
}

/// The library's graph, a tenth of whose relations are quoted.
struct quoting {
    gs::stance_graph graph;
};
void build(world const& w, quoting& q) { build(w, q.graph, 10); }

void build(world const& w, peer_graph& g) {
    for (auto const& payload : w.nodes) add_vertex(payload, g);
    for (auto const& r : w.rows) add_edge(r.source, r.target, r.content, g);
}

/// The peer with what a user needs to find a node by name.
struct named_peer {
    peer_graph graph;
    std::unordered_multimap<std::string, std::size_t> by_name;
};
void build(world const& w, named_peer& peer) {
    build(w, peer.graph);
    for (std::size_t v = 0; v < w.nodes.size(); ++v)
        std::visit(
            [&](auto const& p) {
                peer.by_name.emplace(p.key, v);
                if constexpr (requires { p.name; }) peer.by_name.emplace(p.name, v);
            },
            w.nodes[v]);
}

double user_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct cost {
    double seconds = 0;
    double bytes = 0;
};

template <class Graph>
cost cost_of_building(world const& w) {
    return measured_apart([&] {
        auto const bytes_before = bytes_in_use;
        auto const start = user_seconds();
        Graph g;
        build(w, g);
        return cost{user_seconds() - start, static_cast<double>(bytes_in_use - bytes_before)};
    });
}

// ------------------------------------------------------------------------------------------------- the content

/// How often a relation has the provenance of the one before it.
enum class sharing { runs_of_ten, none };

world make_world(std::size_t nodes, std::size_t relations, sharing shares) {
    std::mt19937 random(1);
    auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    world w;
    auto const actors = nodes * 6 / 10, alliances = nodes / 100, statements = nodes / 4, publications = nodes / 100;
    auto const issues = nodes - actors - alliances - statements - publications;
    auto const first_alliance = actors, first_statement = first_alliance + alliances;
    auto const first_issue = first_statement + statements, first_publication = first_issue + issues;
    for (std::size_t i = 0; i < nodes; ++i) {
        auto const number = std::to_string(i);
        if (i < first_alliance)
            w.nodes.push_back(gs::actor{.key = "a" + number, .name = "Actor " + number});
        else if (i < first_statement)
            w.nodes.push_back(gs::alliance{.key = "b" + number, .name = "Bloc " + number});
        else if (i < first_issue)
            w.nodes.push_back(gs::statement{.key = "s" + number, .summary = "Said " + number});
        else if (i < first_publication)
            w.nodes.push_back(gs::issue{.key = "i" + number, .name = "Issue " + number});
        else
            w.nodes.push_back(gs::publication{.key = "p" + number, .name = "Page " + number});
    }
    auto const any_actor = [&] { return below(actors); };
    auto const any_statement = [&] { return first_statement + below(statements); };
    auto const any_issue = [&] { return first_issue + below(issues); };
    peer_provenance from;
    for (std::size_t i = 0; i < relations; ++i) {
        if (shares == sharing::none || i % 10 == 0) {
            from = {};
            if (below(3) == 0) from.claimed_in = any_statement();
            from.publication = first_publication + below(publications);
            from.locator = "row " + std::to_string(i);
            from.reliability = gs::reliability::usually_reliable;
            from.valid = gs::during(std::chrono::sys_days(std::chrono::days(below(20000))));
        }
        auto const kind = below(100);
        auto const value = static_cast<double>(below(21)) / 10 - 1;
        if (kind < 40)
            w.rows.push_back({any_actor(), any_issue(), {gs::stance{.value = value}, from}});
        else if (kind < 65)
            w.rows.push_back({any_actor(), any_issue(), {gs::casts{gs::ballot::yes}, from}});
        else if (kind < 80)
            w.rows.push_back({any_actor(), any_actor(), {gs::acts_toward{{"cameo", "112"}, value}, from}});
        else if (kind < 85)
            w.rows.push_back({any_actor(), any_statement(), {gs::makes{}, from}});
        else if (kind < 95)
            w.rows.push_back({any_statement(), any_issue(), {gs::about{}, from}});
        else
            w.rows.push_back({any_actor(), first_alliance + below(alliances), {gs::member_of{}, from}});
    }
    return w;
}

void compare_building(char const* title, world const& w) {
    std::vector<double> ours, peers, named;
    cost our_cost, peer_cost, named_cost;
    for (int repetition = 0; repetition < 5; ++repetition) {
        our_cost = cost_of_building<gs::stance_graph>(w);
        peer_cost = cost_of_building<peer_graph>(w);
        named_cost = cost_of_building<named_peer>(w);
        ours.push_back(our_cost.seconds);
        peers.push_back(peer_cost.seconds);
        named.push_back(named_cost.seconds);
    }
    auto const per_relation = [&](double bytes) { return bytes / static_cast<double>(w.rows.size()); };
    std::printf("%s: %zu nodes, %zu relations\n", title, w.nodes.size(), w.rows.size());
    std::printf("  %-34s %8.3f s %8.1f B per relation\n", "geostance", median(ours), per_relation(our_cost.bytes));
    auto const line = [&](char const* name, double seconds, double bytes) {
        std::printf("  %-34s %8.3f s %8.1f B per relation   ratios: time %.2f, memory %.2f\n", name, seconds,
                    per_relation(bytes), median(ours) / seconds, our_cost.bytes / bytes);
    };
    std::printf("  %-34s %8s   %8.1f B per relation\n", "geostance, a tenth quoted", "",
                per_relation(cost_of_building<quoting>(w).bytes));
    line("adjacency_list", median(peers), peer_cost.bytes);
    line("adjacency_list and a map of names", median(named), named_cost.bytes);
}

} // namespace

int main() {
    compare_building("build, ten neighbouring relations share a provenance",
                     make_world(100'000, 1'000'000, sharing::runs_of_ten));
    compare_building("build, no two neighbours share a provenance", make_world(100'000, 1'000'000, sharing::none));
    compare_building("build, no two share; 700,000", make_world(100'000, 700'000, sharing::none));
}
