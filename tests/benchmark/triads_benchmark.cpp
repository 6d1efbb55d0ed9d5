// SPDX-License-Identifier: BSL-1.0
// Triangles by sign: growth from 10^4 to 10^7 ties, and a real network. User time of one thread, the least of up to
// five runs. For other libraries, see signed_peers.py.
//   triads_benchmark [NETWORK]
// NETWORK has lines `u v sign` and is symmetrised by the sum of signs.
#include <geostance/signed/triad_census.hpp>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class F>
double least_time(F f) {
    auto least = HUGE_VAL;
    auto spent = 0.0;
    for (int k = 0; k < 5 && spent < 5; ++k, spent += least) {
        auto const start = now();
        f();
        least = std::min(least, now() - start);
    }
    return least;
}

// Each vertex comes with ten ties, half of their ends chosen in proportion to degree.
std::vector<gs::signed_tie> grown(std::uint32_t n) {
    std::mt19937 random(n);
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t v = 10; v < n; ++v) {
        for (int k = 0; k < 10; ++k) {
            auto const uniform = ties.empty() || random() % 2 == 0;
            auto const u = uniform ? static_cast<std::uint32_t>(random() % v) : ties[random() % ties.size()].to;
            if (u != v) ties.push_back({v, u, random() % 4 == 0 ? -1.0 : 1.0});
        }
    }
    return ties;
}

std::vector<gs::signed_tie> read_pairs(std::string const& file, std::uint32_t& n) {
    std::ifstream in(file);
    std::vector<gs::signed_tie> ties;
    n = 0;
    for (std::string line; std::getline(in, line);) {
        gs::signed_tie t;
        if (std::sscanf(line.c_str(), "%u %u %lf", &t.from, &t.to, &t.weight) != 3) continue;
        n = std::max(n, std::max(t.from, t.to) + 1);
        ties.push_back(t);
    }
    return ties;
}

void measure(std::string const& name, std::uint32_t n, std::vector<gs::signed_tie> const& ties,
             std::vector<std::pair<double, double>>& points) {
    gs::signed_graph g;
    auto const compress = least_time([&] { g = gs::signed_graph(n, ties); });
    gs::triad_census_result census;
    auto const count = least_time([&] { census = gs::triad_census(g); });
    auto const full = least_time([&] { (void)gs::triad_census(g, {.per_vertex = true, .per_edge = true}); });
    auto const& c = census.total.by_negatives;
    std::cout << name << '\t' << g.num_ties() << '\t' << c[0] << ' ' << c[1] << ' ' << c[2] << ' ' << c[3] << '\t'
              << compress << '\t' << count << '\t' << full << std::endl;
    points.push_back({std::log(static_cast<double>(g.num_ties())), std::log(count)});
}

} // namespace

int main(int argc, char** argv) {
    std::cout << "graph\tties\t+++ ++- +-- ---\tcompress s\tcount s\tper vertex and edge s" << std::endl;
    std::vector<std::pair<double, double>> points;
    for (auto const n : {1000U, 10000U, 100000U, 1000000U}) {
        measure(std::to_string(10 * n), n, grown(n), points);
    }
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (auto const& [a, b] : points) {
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
    }
    auto const k = static_cast<double>(points.size());
    std::cout << "time grows as ties to the power " << (k * xy - x * y) / (k * xx - x * x) << std::endl;
    if (argc > 1) {
        std::uint32_t n = 0;
        auto const ties = read_pairs(argv[1], n);
        measure("real", n, ties, points);
    }
}
