// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/directed_triad_census.hpp>

#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace gs = geostance;
using weighted::directed;
using weighted::undirected;
using weighted::weight;

namespace {

template <class G>
concept counts_directed_triads = requires(G const& g) {
    gs::directed_triad_census(g, get(&weight::value, g));
};
static_assert(counts_directed_triads<directed> && !counts_directed_triads<undirected>);
constexpr auto class_of_code = gs::detail::classify_codes();
static_assert(std::find(class_of_code.begin(), class_of_code.end(), UINT8_MAX) == class_of_code.end(),
              "every pattern of ties has a class");

using sign_matrix = std::vector<std::vector<int>>;

// The signs of the six ties of three vertices in some order, as in the name of a class.
std::string pattern(sign_matrix const& m, std::array<std::size_t, 3> const& x) {
    std::string result;
    for (auto const& [from, to] : {std::pair(0, 1), {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}}) {
        result += "N0P"[m[x[static_cast<std::size_t>(from)]][x[static_cast<std::size_t>(to)]] + 1];
    }
    return result;
}

// By looking for each triple's name among the classes, under all orders.
std::map<std::string, std::uint64_t> directed_triads_by_definition(sign_matrix const& m) {
    std::map<std::string, std::string> names; // by pattern
    for (auto const name : gs::directed_triad_classes()) names[std::string(name.substr(name.size() - 6))] = name;
    std::map<std::string, std::uint64_t> result;
    for (std::size_t u = 0; u < m.size(); ++u) {
        for (std::size_t v = 0; v < u; ++v) {
            for (std::size_t w = 0; w < v; ++w) {
                std::array<std::size_t, 3> x = {w, v, u};
                std::set<std::string> found;
                do {
                    auto const name = names.find(pattern(m, x));
                    if (name != names.end()) found.insert(name->second);
                } while (std::next_permutation(x.begin(), x.end()));
                REQUIRE(found.size() == 1);
                ++result[*found.begin()];
            }
        }
    }
    return result;
}

} // namespace

TEST_CASE("directed_triad_census: agrees with looking at all triples, on random graphs of every density") {
    std::mt19937 random(5);
    for (int repetition = 0; repetition < 60; ++repetition) {
        auto const n = random() % 13;
        auto const density = 1 + random() % 10;
        sign_matrix m(n, std::vector<int>(n));
        directed g(n);
        for (std::size_t u = 0; u < n; ++u) {
            for (std::size_t v = 0; v < n; ++v) {
                if (u == v || random() % 10 >= density) continue;
                m[u][v] = random() % 2 == 0 ? 1 : -1;
                add_edge(u, v, weight{m[u][v] * 2.5}, g);
            }
        }
        auto const census = gs::directed_triad_census(g, get(&weight::value, g));
        auto const expected = directed_triads_by_definition(m);
        std::uint64_t total = 0;
        for (auto const name : gs::directed_triad_classes()) {
            auto const at = expected.find(std::string(name));
            CHECK(census.at(name) == (at == expected.end() ? 0 : at->second));
            total += census.at(name);
        }
        CHECK(total == (n < 3 ? 0 : n * (n - 1) * (n - 2) / 6));
    }
}

TEST_CASE("directed_triad_census: the class of a pattern is that of Holland and Leinhardt") {
    directed g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{-1}, g);
    add_edge(0, 2, weight{1}, g);
    CHECK(gs::directed_triad_census(g, get(&weight::value, g)).counts[0] == 0);
    std::uint64_t transitive = 0;
    auto const census = gs::directed_triad_census(g, get(&weight::value, g));
    for (auto const name : gs::directed_triad_classes()) {
        if (name.starts_with("030T")) transitive += census.at(name);
    }
    CHECK(transitive == 1);
    CHECK_THROWS_AS((void)census.at("030T"), gs::unknown_name);
}

TEST_CASE("directed_triad_census: a weight of 0, a self-loop and opposite edges one way make no tie") {
    directed g(3);
    add_edge(0, 1, weight{0}, g);
    add_edge(1, 1, weight{-1}, g);
    add_edge(1, 2, weight{1}, g);
    add_edge(1, 2, weight{-1}, g);
    auto const census = gs::directed_triad_census(g, get(&weight::value, g));
    CHECK(census.at("003-000000") == 1);
    CHECK(census.ties.zero_edges == 1);
    CHECK(census.ties.self_loops == 1);
    CHECK(census.ties.cancelled_pairs == 1);
}
