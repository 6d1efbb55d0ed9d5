// SPDX-License-Identifier: BSL-1.0
// Input never decides how deep the library calls itself: on a stack of 256 kB it takes what is nested or chained as
// deep as one likes.
#include <geostance/geostance.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/read_signed.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <sstream>
#include <string>

#include <pthread.h>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

void* call(void* task) {
    (*static_cast<std::function<void()>*>(task))();
    return nullptr;
}

/// Runs a task that throws nothing on a stack of 256 kB; one that needs more ends the program.
void on_small_stack(std::function<void()> task) {
    ::pthread_attr_t attributes;
    REQUIRE(::pthread_attr_init(&attributes) == 0);
    REQUIRE(::pthread_attr_setstacksize(&attributes, std::size_t{256} << 10U) == 0);
    ::pthread_t thread{};
    REQUIRE(::pthread_create(&thread, &attributes, &call, &task) == 0);
    REQUIRE(::pthread_join(thread, nullptr) == 0);
    ::pthread_attr_destroy(&attributes);
}

constexpr int deep = 5000;

} // namespace

TEST_CASE("depth: chains of offices, alliances, parts and successors") {
    gs::stance_graph g;
    auto const target = g.add(gs::issue{.key = "target"});
    std::optional<gs::node<gs::actor>> before;
    auto const first = g.add(gs::actor{.key = "0"});
    before = first;
    for (int i = 1; i <= deep; ++i) {
        auto const next = g.add(gs::actor{.key = std::to_string(i)});
        g.relate(*before, next, gs::speaks_for{});
        g.relate(*before, next, gs::part_of{});
        g.relate(next, *before, gs::succeeds{});
        before = next;
    }
    g.relate(first, target, gs::stance{.value = 1});
    std::size_t answers = 0;
    on_small_stack([&] {
        answers += position_of(g, *before, target).number;
        answers += holders_of_positions(g, target).size();
        answers += explain(g, first, target).because.size();
        answers += connections(g, first, *before, {}, {.longest = 2}).size();
        answers += principals_of(g, first).size();
        answers += timeline(g, first, target).moments.size();
        answers += shifts(g, first, target).size();
        answers += loose_ends(g).size();
        answers += gs::project(g).graph.num_vertices();
        answers += gs::extract(g, [](gs::any_relation) { return true; }).num_nodes();
        gs::stance_graph merged;
        answers += gs::merge(merged, g).nodes;
        gs::supposition<gs::geopolitics> what_if(g);
        what_if.leave_office(first, gs::date(std::chrono::year(2020)));
        answers += position_of(what_if, *before, target).number;
    });
    CHECK(answers > 0);
}

TEST_CASE("depth: a long chain goes through every format") {
    gs::stance_graph g;
    auto before = g.add(gs::statement{.key = "0"});
    for (int i = 1; i <= deep; ++i) {
        auto const next = g.add(gs::statement{.key = std::to_string(i)});
        g.relate(next, before, gs::supersedes{}, {.claimed_in = before});
        before = next;
    }
    int same = 0;
    on_small_stack([&] {
        std::ostringstream json;
        std::ostringstream lines;
        std::ostringstream graphml;
        io::write_json(json, g);
        io::write_json_lines(lines, g);
        io::write_graphml(graphml, g);
        same += gs::same_content(g, io::read_json<gs::geopolitics>(io::input::text(json.view())).value) ? 1 : 0;
        same += gs::same_content(g, io::read_json_lines<gs::geopolitics>(io::input::text(lines.view())).value) ? 1 : 0;
        same += gs::same_content(g, io::read_graphml<gs::geopolitics>(io::input::text(graphml.view())).value) ? 1 : 0;
    });
    CHECK(same == 3);
}

TEST_CASE("depth: statements about statements about statements") {
    gs::stance_graph g;
    auto const speaker = g.add(gs::actor{.key = "a"});
    auto const claim = g.add(gs::issue{.key = "claim"});
    auto said = g.add(gs::statement{.key = "0"});
    g.relate(said, claim, gs::about{.force = gs::force::assert_});
    g.relate(speaker, said, gs::makes{});
    constexpr int replies = 300; // each is followed to the end of the chain
    for (int i = 1; i <= replies; ++i) {
        auto const reply = g.add(gs::statement{.key = std::to_string(i)});
        g.relate(reply, said, gs::about{.force = i % 2 == 0 ? gs::force::assert_ : gs::force::deny});
        said = reply;
    }
    g.relate(speaker, said, gs::makes{});
    std::size_t answers = 0;
    on_small_stack([&] { answers += contested(g).size() + claims(g).size() + loose_ends(g).size(); });
    CHECK(answers > 0);
}

TEST_CASE("depth: a tree of reasons is printed without calling itself") {
    gs::reason root{"leaf", {}, {}};
    for (int i = 0; i < deep; ++i) {
        gs::reason above{"because", {}, {}};
        above.because.push_back(std::move(root));
        root = std::move(above);
    }
    std::ostringstream out;
    on_small_stack([&] { out << root; });
    CHECK(out.str().size() > deep);
    while (!root.because.empty()) { // its end, too, would call itself
        gs::reason below = std::move(root.because.front());
        root = std::move(below);
    }
}

TEST_CASE("depth: long paths and rings of signed ties") {
    std::string text;
    for (int i = 0; i < deep; ++i)
        text += std::to_string(i) + ' ' + std::to_string((i + 1) % deep) + (i == 0 ? " -1\n" : " 1\n");
    bool is_balanced = true;
    double lower = 0;
    double camps_cost = 0;
    on_small_stack([&] {
        auto const g = to_signed_graph(io::read_signed_network(io::input::text(text), io::signed_format::snap).value);
        is_balanced = gs::structural_balance(g).balanced;
        lower = gs::frustration_index(g).lower;
        camps_cost = gs::camps(g).upper;
    });
    CHECK_FALSE(is_balanced);
    CHECK(lower == 1);
    CHECK(camps_cost == 1);
}
