// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/triad_census.hpp>

#include "signed/data.hpp"
#include "signed/weighted_graphs.hpp"

#include <doctest/doctest.h>

#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <array>
#include <random>
#include <vector>

namespace gs = geostance;
using weighted::directed;
using weighted::undirected;
using weighted::weight;

namespace {

using matrix = boost::adjacency_matrix<boost::undirectedS, boost::no_property, weight>;

struct positive {
    undirected const* g = nullptr;
    bool operator()(undirected::edge_descriptor e) const { return (*g)[e].value > 0; }
};

template <class G>
concept counts_triads = requires(G const& g) {
    gs::triad_census(g, get(&weight::value, g));
};
static_assert(counts_triads<undirected> && counts_triads<matrix> &&
              counts_triads<boost::filtered_graph<undirected, positive>>);
static_assert(!counts_triads<directed>, "a directed graph has a census of its own");

// By looking at all triples of vertices.
gs::triad_census_result triads_by_definition(gs::signed_graph const& g) {
    gs::triad_census_result result;
    result.vertex.resize(g.num_vertices());
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        for (std::uint32_t v = 0; v < u; ++v) {
            for (std::uint32_t w = 0; w < v; ++w) {
                std::array const arcs = {g.find_arc(u, v), g.find_arc(u, w), g.find_arc(v, w)};
                std::size_t negatives = 0;
                auto closed = true;
                for (auto const a : arcs) {
                    closed = closed && a != g.num_arcs();
                    if (closed) negatives += g.weight(a) < 0 ? 1U : 0U;
                }
                if (!closed) continue;
                for (auto* const c : {&result.total, &result.vertex[u], &result.vertex[v], &result.vertex[w]}) {
                    ++c->by_negatives[negatives];
                }
            }
        }
    }
    return result;
}

void agrees(gs::signed_graph const& g) {
    auto const expected = triads_by_definition(g);
    auto const fast = gs::triad_census(g);
    auto const full = gs::triad_census(g, {.per_vertex = true, .per_edge = true});
    CHECK(fast.total == expected.total);
    CHECK(full.total == expected.total);
    CHECK(full.vertex == expected.vertex);
    CHECK(full.edge.size() == g.num_ties());
    std::vector<gs::triad_counts> twice(g.num_vertices());
    for (auto const& e : full.edge) {
        auto const arc = g.find_arc(e.u, e.v);
        CHECK(e.edge == g.edge_of(arc));
        for (std::size_t k = 0; k < 4; ++k) {
            twice[e.u].by_negatives[k] += e.counts.by_negatives[k];
            twice[e.v].by_negatives[k] += e.counts.by_negatives[k];
        }
        CHECK((e.counts.ppp() == 0 || g.weight(arc) > 0));
        CHECK((e.counts.nnn() == 0 || g.weight(arc) < 0));
    }
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (std::size_t k = 0; k < 4; ++k) {
            CHECK(twice[v].by_negatives[k] == 2 * expected.vertex[v].by_negatives[k]);
        }
    }
}

} // namespace

TEST_CASE("triad_census: agrees with its definition on every signed graph of up to five vertices") {
    for (std::uint32_t n = 0; n <= 5; ++n) {
        std::vector<gs::signed_tie> ties;
        std::uint32_t graphs = 1;
        for (std::uint32_t u = 0; u < n; ++u) {
            for (std::uint32_t v = 0; v < u; ++v, graphs *= 3) ties.push_back({u, v, 0});
        }
        for (std::uint32_t code = 0; code < graphs; ++code) {
            auto rest = code;
            for (auto& t : ties) {
                t.weight = static_cast<double>(rest % 3) - 1;
                rest /= 3;
            }
            gs::signed_graph const g(n, ties);
            auto const expected = triads_by_definition(g);
            auto const found = gs::triad_census(g, {.per_vertex = true});
            REQUIRE(found.total == expected.total);
            REQUIRE(found.vertex == expected.vertex);
            REQUIRE(gs::triad_census(g).total == expected.total);
        }
    }
}

TEST_CASE("triad_census: agrees with its definition on random graphs, at vertices and on edges") {
    std::mt19937 random(7);
    for (int repetition = 0; repetition < 60; ++repetition) {
        auto const n = static_cast<std::uint32_t>(3 + random() % 12);
        std::vector<gs::signed_tie> ties;
        for (auto m = random() % (n * n); m > 0; --m) {
            ties.push_back({static_cast<std::uint32_t>(random() % n), static_cast<std::uint32_t>(random() % n),
                            static_cast<double>(random() % 5) - 2});
        }
        agrees({n, ties});
    }
}

TEST_CASE("triad_census: a tie of weight 0 makes no triangle, several edges make one tie, a self-loop none") {
    undirected g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{0}, g);
    add_edge(2, 0, weight{-1}, g);
    add_edge(0, 0, weight{-1}, g);
    CHECK(gs::triad_census(g, get(&weight::value, g)).total.total() == 0);
    add_edge(1, 2, weight{2}, g);
    add_edge(1, 2, weight{-3}, g);
    auto const census = gs::triad_census(g, get(&weight::value, g));
    CHECK(census.total.pnn() == 1);
    CHECK(census.total.total() == 1);
    CHECK(census.ties.self_loops == 1);
    CHECK(census.ties.merged_edges == 1);
    boost::filtered_graph<undirected, positive> const friends(g, positive{&g});
    CHECK(gs::triad_census(friends, get(&weight::value, friends)).total.total() == 0);
}

TEST_CASE("triad_census: without a triangle no index is defined") {
    matrix g(3);
    add_edge(0, 1, weight{1}, g);
    add_edge(1, 2, weight{1}, g);
    auto const indices = gs::triangle_indices_of(gs::triad_census(g, get(&weight::value, g)));
    CHECK_FALSE(indices.triangle_index);
    CHECK_FALSE(indices.weak_index);
    CHECK_FALSE(indices.relative_signed_clustering);
    CHECK(indices.signed_clustering == 0);
    CHECK_FALSE(gs::triangle_indices_of(gs::triad_census(gs::signed_graph())).signed_clustering);
}

TEST_CASE("triad_census: the tribes of the highlands (Read 1954)") {
    auto const g = test_data::network("highlandtribes.csv");
    if (g.num_vertices() == 0) return;
    auto const census = gs::triad_census(g);
    CHECK(census.total.by_negatives == std::array<std::uint64_t, 4>{19, 2, 40, 7});
    auto const indices = gs::triangle_indices_of(census);
    CHECK(indices.triangle_index.value() == doctest::Approx(.8676471).epsilon(1e-7));
    CHECK(indices.weak_index.value() == doctest::Approx(66.0 / 68));
    CHECK(indices.relative_signed_clustering.value() == doctest::Approx(50.0 / 68));
    agrees(g);
}

TEST_CASE("triad_census: elections of administrators of Wikipedia") {
    auto const g = test_data::network("wikielections.csv");
    if (g.num_vertices() == 0) return;
    auto const expected = std::array<std::uint64_t, 4>{400303, 139769, 58294, 8913};
    CHECK(gs::triad_census(g).total.by_negatives == expected);
    CHECK(gs::triad_census(g, {.per_vertex = true}).total.by_negatives == expected);
}
