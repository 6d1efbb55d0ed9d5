// SPDX-License-Identifier: BSL-1.0
// A program of its own, which has GEOSTANCE_ASSERT its own way: it is told what it broke, and goes on or leaves.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace {

std::vector<std::string> broken;
bool leaves = false; // what would read beyond its array is left instead

void note(char const* sentence) {
    broken.emplace_back(sentence);
    if (leaves) throw broken.back();
}

} // namespace

#define GEOSTANCE_ASSERT(condition, sentence) ((condition) ? void() : note(sentence))

#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/signed/streaming_balance.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("assertions: a program is told of each precondition that it breaks, and of no other") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    gs::streaming_balance ties;
    ties.add(0, 1, 1);
    ties.add(2, 3, -1);
    CHECK(g.node_at(0) == gs::any_node(a));
    CHECK(ties.are_together(0, 1));
    CHECK(broken.empty());

    static_cast<void>(gs::date().first_day());
    static_cast<void>(g.node_at(1));
    static_cast<void>(g.relation_at(0));
    static_cast<void>(ties.are_together(0, 2));
    CHECK(broken == std::vector<std::string>{"date::first_day: a date that is known", "node_at: the index of a node",
                                             "relation_at: the index of a relation",
                                             "streaming_balance::are_together: two vertices that ties connect"});
}

TEST_CASE("assertions: numbers beyond their ranges are told of by tallies") {
    broken.clear();
    gs::tally sum;
    sum.add(-1, 1);
    sum.add(1, 1e-6);
    CHECK(broken.empty());
    sum.add(1.5, 1);
    sum.add(-1.5, 1);
    sum.add(0.5, 1.5);
    sum.add(0.5, 0);
    std::string const value = "tally::add: a value in [-1, 1]";
    std::string const weight = "tally::add: a weight in (0, 1]";
    CHECK(broken == std::vector{value, value, weight, weight});
}

TEST_CASE("assertions: vertices and arcs beyond a graph are told of before anything is read") {
    broken.clear();
    leaves = true;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 1});
    auto const projected = gs::project(g);
    auto const told = [&](auto&& asks) {
        broken.clear();
        CHECK_THROWS_AS(asks(), std::string);
        return broken;
    };
    auto const is = [](char const* sentence) { return std::vector<std::string>{sentence}; };
    for (std::size_t const v : {2UL, 99UL}) {
        CHECK(told([&] { static_cast<void>(out_edges(v, g)); }) == is("out_edges: a vertex"));
        CHECK(told([&] { static_cast<void>(adjacent_vertices(v, g)); }) == is("out_edges: a vertex"));
        CHECK(told([&] { static_cast<void>(in_edges(v, g)); }) == is("in_edges: a vertex"));
        CHECK(told([&] { static_cast<void>(out_degree(v, g)); }) == is("out_degree: a vertex"));
        CHECK(told([&] { static_cast<void>(in_degree(v, g)); }) == is("in_degree: a vertex"));
        CHECK(told([&] { static_cast<void>(degree(v, g)); }) == is("in_degree: a vertex"));
        CHECK(told([&] { static_cast<void>(edge(v, 0, g)); }) == is("edge: two vertices"));
        CHECK(told([&] { static_cast<void>(edge(0, v, g)); }) == is("edge: two vertices"));
        auto const arc = static_cast<std::uint32_t>(v);
        CHECK(told([&] { static_cast<void>(projected.tie_of(arc)); }) == is("projection::tie_of: an arc"));
    }
    broken.clear();
    for (std::size_t v = 0; v < 2; ++v) CHECK(out_degree(v, g) + in_degree(v, g) == degree(v, g));
    CHECK(edge(0, 1, g).second);
    CHECK(projected.tie_of(1).from == 0);
    CHECK(broken.empty());
    leaves = false;
}
