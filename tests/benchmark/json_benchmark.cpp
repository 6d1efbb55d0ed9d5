// SPDX-License-Identifier: BSL-1.0
// JSON Lines of 100,000 nodes and 1,000,000 relations: read_json_lines against nlohmann's own DOM parse of the same
// bytes, line by line. Time is processor time, the median of the runs; memory is what the result holds and what was
// held at most, as counted in operator new. Usage: json_benchmark [RELATIONS [RUNS]]
#include <geostance/io/json_lines.hpp>
#include <geostance/model/geopolitics.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <malloc.h>
#include <new>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::size_t held = 0;
std::size_t most_held = 0;

} // namespace

void* operator new(std::size_t size) {
    void* const block = std::malloc(size);
    if (block == nullptr) throw std::bad_alloc();
    held += malloc_usable_size(block);
    most_held = std::max(most_held, held);
    return block;
}
void operator delete(void* block) noexcept {
    held -= malloc_usable_size(block);
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept { operator delete(block); }

namespace {

namespace gs = geostance;

/// How many nodes of each type there are.
struct population {
    std::size_t actors;
    std::size_t issues;
    std::size_t publications;
};

/// Stances and votes with their provenance.
std::string record(population const& nodes, std::size_t relations) {
    using namespace std::chrono;
    std::mt19937 random(1);
    auto const below = [&](std::size_t n) { return random() % n; };
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> actors;
    std::vector<gs::node<gs::issue>> issues;
    std::vector<gs::node<gs::publication>> publications;
    auto const numbered = [](char const* name, std::size_t i) { return name + std::to_string(i); };
    while (actors.size() < nodes.actors)
        actors.push_back(g.add(gs::actor{.key = numbered("state", actors.size()), .kind = gs::actor_kind::state}));
    while (issues.size() < nodes.issues)
        issues.push_back(g.add(gs::issue{.key = numbered("motion", issues.size()), .kind = gs::issue_kind::motion}));
    while (publications.size() < nodes.publications)
        publications.push_back(g.add(gs::publication{.key = numbered("record", publications.size())}));
    for (std::size_t i = 0; i < relations; ++i) {
        gs::date const day(sys_days(2024y / 1 / 1) + days(below(366)));
        gs::provenance provenance{.publication = publications[below(publications.size())],
                                  .locator = "paragraph " + std::to_string(below(40)),
                                  .valid = gs::during(day)};
        auto const holder = actors[below(actors.size())];
        auto const target = issues[below(issues.size())];
        if (i % 2 == 0) {
            double const value = static_cast<double>(below(200)) / 100 - 1;
            g.relate(holder, target, gs::stance{.value = value}, std::move(provenance));
        } else {
            g.relate(holder, target, gs::casts{.vote = gs::ballot::no}, std::move(provenance));
        }
    }
    std::ostringstream out;
    gs::io::write_json_lines(out, g);
    return out.str();
}

struct cost {
    double seconds = 0;
    std::size_t kept = 0;
    std::size_t most = 0;
};

/// What it costs to read once. The result is dropped outside the measured time.
template <class Read>
cost measure(Read read) {
    auto const before = held;
    most_held = held;
    auto const begin = std::clock();
    auto const result = read();
    auto const end = std::clock();
    return {static_cast<double>(end - begin) / CLOCKS_PER_SEC, held - before, most_held - before};
}

cost median(std::vector<cost> costs) {
    std::sort(costs.begin(), costs.end(), [](cost const& a, cost const& b) { return a.seconds < b.seconds; });
    return costs[costs.size() / 2];
}

std::vector<nlohmann::json> parse_lines(std::string const& text) {
    std::vector<nlohmann::json> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = text.find('\n', begin);
        lines.push_back(nlohmann::json::parse(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                              text.begin() + static_cast<std::ptrdiff_t>(end)));
        begin = end + 1;
    }
    return lines;
}

void print(char const* what, cost const& c) {
    std::printf("%-24s %6.2f s  kept %5zu MB  at most %5zu MB\n", what, c.seconds, c.kept >> 20U, c.most >> 20U);
}

void compare(char const* what, population const& nodes, std::size_t relations, std::size_t runs) {
    auto const text = record(nodes, relations);
    std::printf("%s: %zu nodes, %zu relations, %zu MB\n", what, nodes.actors + nodes.issues + nodes.publications,
                relations, text.size() >> 20U);
    std::vector<cost> ours;
    std::vector<cost> theirs;
    for (std::size_t run = 0; run < runs; ++run) {
        ours.push_back(measure([&] { return gs::io::read_json_lines(gs::io::input::text(text)); }));
        theirs.push_back(measure([&] { return parse_lines(text); }));
    }
    auto const a = median(ours);
    auto const b = median(theirs);
    print("  read_json_lines", a);
    print("  nlohmann DOM", b);
    std::printf("  time %.2f of the peer's; memory kept %.2f, at most %.2f; at most %.2f of the graph's own\n",
                a.seconds / b.seconds, static_cast<double>(a.kept) / static_cast<double>(b.kept),
                static_cast<double>(a.most) / static_cast<double>(b.most),
                static_cast<double>(a.most) / static_cast<double>(a.kept));
}

} // namespace

int main(int argc, char** argv) {
    auto const relations = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
    auto const runs = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 3;
    compare("states that vote", {200, 5'000, 800}, relations, runs);
    compare("random links", {40'000, 50'000, 10'000}, relations, runs);
}
