// SPDX-License-Identifier: BSL-1.0
// Input never decides how deep the library calls itself: on a stack of 256 kB it takes what is nested or chained as
// deep as one likes.
#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/vote/add_votes.hpp>
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

#include "scenarios/long_files.hpp"
#include "scenarios/small_stack.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;
using scenarios::on_small_stack;

namespace {

constexpr int deep = 5000;

/// A text of so many pieces.
std::string repeated(std::string const& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

} // namespace

namespace {

/// Actors, each of whom is part of the next, speaks for it and was succeeded by it, and an alliance of all; the first
/// has a position.
struct chain_of_offices {
    gs::stance_graph g{};
    gs::node<gs::issue> target = g.add(gs::issue{.key = "target"});
    gs::node<gs::actor> first = g.add(gs::actor{.key = "0"});
    gs::node<gs::actor> last = first;

    explicit chain_of_offices(int length = deep) {
        auto const all = g.add(gs::alliance{.key = "all"});
        for (int i = 1; i <= length; ++i) {
            auto const next = g.add(gs::actor{.key = std::to_string(i)});
            g.relate(last, next, gs::speaks_for{});
            g.relate(last, next, gs::part_of{});
            g.relate(next, last, gs::succeeds{});
            g.relate(next, all, gs::member_of{});
            last = next;
        }
        g.relate(first, target, gs::stance{.value = 1});
    }
};

} // namespace

TEST_CASE("depth: chains of offices, alliances, parts and successors") {
    chain_of_offices const chain;
    std::size_t answers = 0;
    on_small_stack([&, &g = chain.g, target = chain.target, first = chain.first, last = chain.last] {
        answers += position_of(g, last, target).number;
        answers += holders_of_positions(g, target).size();
        answers += explain(g, first, target).because.size();
        answers += connections(g, first, last, {}, {.longest = 2}).size();
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
        answers += position_of(what_if, last, target).number;
    });
    CHECK(answers > 0);
}

TEST_CASE("depth: every other question about both ends of a chain") {
    chain_of_offices const chain;
    std::size_t answers = 0;
    on_small_stack([&, &g = chain.g, target = gs::any_node(chain.target)] {
        for (gs::any_node const who : {gs::any_node(chain.first), gs::any_node(chain.last)}) {
            answers += gs::not_counted(g, who, target).size();
            answers += gs::words_and_deeds(g, who, target).words.number;
            answers += gs::members_of(g, who).size();
            answers += gs::group_position(g, who, target).members.size();
            answers += gs::dissenters(g, who, target).size();
            answers += gs::silent(g, who, target).size();
            answers += gs::statements_of(g, who).size();
            answers += gs::statements_taken_back(g, who).size();
            answers += gs::speakers_for(g, who).size();
            answers += gs::may_commit(g, who, target) ? 1U : 0U;
            answers += gs::implied_sign(g, who, target).value != 0 ? 1U : 0U;
        }
        answers += gs::coverage_of(g).by.size() + gs::votes_on(g, chain.target).size();
    });
    CHECK(answers > 0);
}

TEST_CASE("depth: questions that ask again for each node of a chain") {
    chain_of_offices const chain(deep / 5);
    std::size_t answers = 0;
    on_small_stack([&, &g = chain.g] {
        answers += gs::positions(g).size() + gs::contradictions(g).size();
        answers += gs::changes_without(g, {chain.target}).size();
        answers += gs::foundation_of(g, chain.last, chain.target).carriers.size();
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

TEST_CASE("depth: every reader reads a file whose rows are one chain") {
    for (auto const& file : long_files::all()) {
        INFO(file.name);
        auto const text = file.text(300'000);
        long_files::answer got;
        on_small_stack([&] { got = file.read(io::input::text(text)); });
        CHECK(got.rows > 1000);
        CHECK(got.skipped == 0);
    }
}

TEST_CASE("depth: every reader refuses what is nested deeper than its format is, or passes over it") {
    constexpr std::pair<char const*, char const*> brackets[] = {{"[", "]"},
                                                                {"{\"a\":", "}"},
                                                                {"(", ")"},
                                                                {"\"", "\""},
                                                                {"<a>", "</a>"},
                                                                {"<graph>", "</graph>"},
                                                                {"<node id=\"a\"><graph>", "</graph></node>"}};
    std::size_t inputs = 0;
    for (auto const& reader : readers::all()) {
        auto beginnings = reader.beginnings;
        beginnings.emplace_back();
        for (auto const& beginning : beginnings)
            for (auto const& bracket : brackets) {
                INFO(reader.name, ", after ", beginning, ": ", bracket.first);
                auto const text =
                    beginning + repeated(bracket.first, 4 * deep) + "0" + repeated(bracket.second, 4 * deep);
                on_small_stack([&] {
                    try {
                        reader.read(io::input::text(text), {.bad_rows = io::bad_rows::skip_and_report});
                    } catch (gs::error const&) {
                        // refused
                    }
                });
                ++inputs;
            }
    }
    MESSAGE(inputs << " inputs of " << 4 * deep << " levels");
}

TEST_CASE("depth: records that are made of long files") {
    std::size_t answers = 0;
    for (auto const& file : long_files::tables()) {
        INFO(file.name);
        auto const text = file.text(100'000);
        auto const in = [&] { return io::input::text(text); };
        gs::stance_graph g;
        on_small_stack([&] {
            if (file.name == "votes") io::add_votes(g, io::read_votes(in()).value);
            if (file.name == "vetoes") io::add_votes(g, io::read_vetoes(in()).value);
            if (file.name == "alliances") io::add_alliances(g, io::read_alliances(in()).value);
            if (file.name == "disputes") io::add_disputes(g, io::read_disputes(in()).value);
            if (file.name == "entities") io::add_entities(g, io::read_entities(in()).value);
            if (file.name == "events gdelt_2") io::add_events(g, in(), io::event_format::gdelt_2);
            answers += loose_ends(g).size() + claims(g).size() + gs::project(g).graph.num_vertices();
        });
    }
    CHECK(answers > 0);
}
