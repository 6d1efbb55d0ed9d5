// SPDX-License-Identifier: BSL-1.0
// Balance and triangles of one graph, for signed_peers.py, which runs the same with other libraries.
//   signed_peers_benchmark make TIES FILE     writes a balanced graph, half of its ends chosen in proportion to degree
//   signed_peers_benchmark balance FILE       the least of up to nine runs: seconds, ties that fit no camp, peak memory
//   in kB signed_peers_benchmark triangles FILE     the same with the number of triangles
#include "apart.hpp"

#include <geostance/signed/structural_balance.hpp>
#include <geostance/signed/triad_census.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

void make(std::size_t ties, std::string const& path) {
    constexpr std::uint32_t each = 10;
    auto const n = static_cast<std::uint32_t>(ties / each);
    std::mt19937 random(n);
    std::vector<std::uint32_t> ends;
    std::vector<std::uint8_t> side(n);
    for (auto& s : side) s = random() % 2;
    std::ofstream out(path);
    for (std::uint32_t v = each; v < n; ++v) {
        std::vector<std::uint32_t> chosen;
        while (chosen.size() < each) {
            auto const any = ends.empty() || random() % 2 == 0;
            auto const u = any ? static_cast<std::uint32_t>(random() % v) : ends[random() % ends.size()];
            if (u != v && std::find(chosen.begin(), chosen.end(), u) == chosen.end()) chosen.push_back(u);
        }
        for (auto const u : chosen) out << v << ' ' << u << ' ' << (side[u] == side[v] ? 1 : -1) << '\n';
        ends.insert(ends.end(), chosen.begin(), chosen.end());
    }
}

gs::signed_graph read(std::string const& path) {
    std::ifstream in(path);
    std::vector<gs::signed_tie> ties;
    std::uint32_t n = 0;
    for (gs::signed_tie t; in >> t.from >> t.to >> t.weight;) {
        n = std::max(n, std::max(t.from, t.to) + 1);
        ties.push_back(t);
    }
    return {n, ties};
}

template <class Run>
void least_of(Run run) {
    auto least = HUGE_VAL;
    std::size_t result = 0;
    auto spent = 0.0;
    for (int i = 0; i < 9 && spent < 5; ++i, spent += least) {
        auto const start = std::chrono::steady_clock::now();
        result = run();
        least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::printf("%.9f %zu %zu\n", least, result, peak_memory());
}

} // namespace

int main(int argc, char** argv) {
    std::string const what = argc > 2 ? argv[1] : "";
    if (what == "make" && argc > 3) {
        make(std::strtoull(argv[2], nullptr, 10), argv[3]);
    } else if (what == "balance") {
        auto const g = read(argv[2]);
        least_of([&] { return gs::structural_balance(g).against; });
    } else if (what == "triangles") {
        auto const g = read(argv[2]);
        least_of([&] { return gs::triad_census(g).total.total(); });
    } else {
        std::fputs("signed_peers_benchmark make TIES FILE | balance FILE | triangles FILE\n", stderr);
        return 2;
    }
}
