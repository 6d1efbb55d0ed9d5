// SPDX-License-Identifier: BSL-1.0
// Whether searches in large networks keep to their time limits, and what time and memory grow to.
// limits_benchmark [--only TEXT] [LIMIT ...]
//   of each kind of network, the frustration index and camps of any number under each limit, in seconds (1 2 5 10)
// limits_benchmark growth [MOST]
//   compressing, the balance check, triads and the first bounds of random networks of 10^5 to MOST (10^7) ties
#include "apart.hpp"

#include <geostance/signed.hpp>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

struct network {
    std::string name;
    std::uint32_t vertices;
    std::function<std::vector<gs::signed_tie>()> ties;
};

struct signs {
    std::mt19937_64 random{7};
    double operator()() { return random() % 2 == 0 ? 1 : -1; }
};

std::vector<gs::signed_tie> path(std::uint32_t n) {
    signs sign;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 1; v < n; ++v) ties.push_back({v - 1, v, sign()});
    return ties;
}
std::vector<gs::signed_tie> hubs(std::uint32_t count, std::uint32_t n) {
    signs sign;
    std::vector<gs::signed_tie> ties;
    for (auto v = count; v < n; ++v)
        for (std::uint32_t hub = 0; hub < count; ++hub) ties.push_back({hub, v, sign()});
    return ties;
}
std::vector<gs::signed_tie> grid(std::uint32_t side) {
    signs sign;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 0; v < side * side; ++v) {
        if (v % side + 1 < side) ties.push_back({v, v + 1, sign()});
        if (v + side < side * side) ties.push_back({v, v + side, sign()});
    }
    return ties;
}
std::vector<gs::signed_tie> clique(std::uint32_t n) {
    signs sign;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t u = 0; u < n; ++u)
        for (auto v = u + 1; v < n; ++v) ties.push_back({u, v, sign()});
    return ties;
}
// Two hidden camps, and one tie in twenty against them.
std::vector<gs::signed_tie> hidden_camps(std::uint32_t vertices, std::size_t count) {
    std::mt19937_64 random(7);
    std::vector<gs::signed_tie> ties(count);
    for (auto& t : ties) {
        t.from = static_cast<std::uint32_t>(random() % vertices);
        t.to = static_cast<std::uint32_t>(random() % vertices);
        auto const across = (t.from ^ t.to) % 2 != 0;
        t.weight = across != (random() % 20 == 0) ? -1 : 1;
    }
    return ties;
}
std::vector<gs::signed_tie> random_signs(std::uint32_t vertices, std::size_t count) {
    auto ties = hidden_camps(vertices, count);
    signs sign;
    for (auto& t : ties) t.weight = sign();
    return ties;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}
template <class Run>
double seconds_of(Run run) {
    auto const start = std::chrono::steady_clock::now();
    run();
    return seconds_since(start);
}

// Forgets the most memory so far, where the system allows it.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

struct outcome {
    std::size_t ties = 0;
    double lower = 0;
    double upper = 0;
    bool exact = false;
    double seconds = 0;
    double bytes = 0; // for each tie, above the graph
};

gs::signed_graph graph_of(network const& n) { return {n.vertices, n.ties()}; }

outcome search(network const& n, bool any_number, double limit) {
    return measured_apart([&] {
        auto const g = graph_of(n);
        forget_peak();
        auto const before = peak_memory();
        auto const start = std::chrono::steady_clock::now();
        gs::search_options const options{.time_limit = limit};
        auto const found = any_number ? gs::camps(g, {}, options) : gs::frustration_index(g, options);
        auto const took = seconds_since(start);
        auto const bytes = 1024 * static_cast<double>(peak_memory() - before) / static_cast<double>(g.num_ties());
        return outcome{g.num_ties(), found.lower, found.upper, found.exact, took, bytes};
    });
}

void limits(std::string const& only, std::vector<double> const& of) {
    std::vector<network> const networks{{"path 3,000,000", 3000000, [] { return path(3000000); }},
                                        {"star 1,000,000", 1000000, [] { return hubs(1, 1000000); }},
                                        {"two hubs 1,000,000", 1000000, [] { return hubs(2, 1000000); }},
                                        {"grid 1000 x 1000", 1000000, [] { return grid(1000); }},
                                        {"clique 3,000", 3000, [] { return clique(3000); }},
                                        {"hidden camps 10^6", 100000, [] { return hidden_camps(100000, 1000000); }},
                                        {"hidden camps 10^7", 1000000, [] { return hidden_camps(1000000, 10000000); }},
                                        {"random signs 10^6", 200000, [] { return random_signs(200000, 1000000); }},
                                        {"random signs 10^7", 2000000, [] { return random_signs(2000000, 10000000); }}};
    std::printf("%-20s %-9s %9s %6s %8s %6s %10s %10s %6s %10s\n", "network", "camps", "ties", "limit", "seconds",
                "ratio", "lower", "upper", "proven", "bytes/tie");
    for (auto const& n : networks) {
        if (n.name.find(only) == std::string::npos) continue;
        for (auto const any_number : {false, true})
            for (auto const limit : of) {
                auto const o = search(n, any_number, limit);
                std::printf("%-20s %-9s %9zu %6g %8.2f %6.2f %10.9g %10.9g %6s %10.0f\n", n.name.c_str(),
                            any_number ? "any" : "two", o.ties, limit, o.seconds, o.seconds / limit, o.lower, o.upper,
                            o.exact ? "yes" : "no", o.bytes);
                std::fflush(stdout);
            }
    }
}

struct sizes {
    double compress = 0;
    double balance = 0;
    double triads = 0;
    double bounds = 0;
    double graph = 0; // bytes for each tie given, above the ties
    double peak = 0;  // bytes for each tie while bounds are sought, above the graph
};

sizes measure(std::size_t count) {
    return measured_apart([&] {
        sizes result;
        auto const n = static_cast<std::uint32_t>(count / 10);
        auto ties = hidden_camps(n, count);
        auto const size = static_cast<double>(count);
        gs::signed_graph g;
        auto before = peak_memory();
        result.compress = seconds_of([&] { g = gs::signed_graph(n, ties); });
        result.graph = 1024 * static_cast<double>(peak_memory() - before) / size;
        std::vector<gs::signed_tie>().swap(ties);
        result.balance = seconds_of([&] { (void)gs::structural_balance(g); });
        result.triads = seconds_of([&] { (void)gs::triad_census(g); });
        forget_peak();
        before = peak_memory();
        result.bounds = seconds_of([&] { (void)gs::frustration_index(g, {.node_limit = 0, .rounds = 1}); });
        result.peak = 1024 * static_cast<double>(peak_memory() - before) / static_cast<double>(g.num_ties());
        return result;
    });
}

void growth(std::size_t most) {
    std::printf("%10s %10s %10s %10s %10s %14s %14s\n", "ties", "compress", "balance", "triads", "bounds",
                "compress B/tie", "bounds B/tie");
    for (std::size_t count = 100000; count <= most; count *= 10) {
        auto const s = measure(count);
        std::printf("%10zu %9.3fs %9.4fs %9.3fs %9.2fs %14.0f %14.0f\n", count, s.compress, s.balance, s.triads,
                    s.bounds, s.graph, s.peak);
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> const words(argv + 1, argv + argc);
    if (!words.empty() && words[0] == "growth") {
        growth(words.size() > 1 ? static_cast<std::size_t>(std::stod(words[1])) : 10000000);
        return 0;
    }
    std::string only;
    std::vector<double> of;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--only" && i + 1 < words.size())
            only = words[++i];
        else
            of.push_back(std::stod(words[i]));
    }
    if (of.empty()) of = {1, 2, 5, 10};
    limits(only, of);
}
