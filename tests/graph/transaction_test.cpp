// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/transaction.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace gs = geostance;

TEST_CASE("transaction: what is not committed is undone, also where an exception ends it") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha"});
    auto const r = g.relate(a, a, road{.length = 1}, 1);
    try {
        gs::transaction change(g);
        auto const b = g.add(town{.key = "b", .name = "Alpha"});
        g.relate(a, b, road{});
        g.set(a, town{.key = "a", .name = "Beta"});
        g.set(r, road{.length = 2});
        g.annotate(r, 2);
        throw std::runtime_error("in between");
    } catch (std::runtime_error const&) {
    }
    CHECK(g.num_nodes() == 1);
    CHECK(g.num_relations() == 1);
    CHECK(g.at<town>("Alpha") == a);
    CHECK_FALSE(g.find<town>("Beta"));
    CHECK_FALSE(g.find_key("b"));
    CHECK(g[r].length == 1);
    CHECK(g.annotation(r) == 1);
}

TEST_CASE("transaction: what is committed stays, unless the one around it is undone") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    {
        gs::transaction outer(g);
        {
            gs::transaction inner(g);
            g.set(a, town{.key = "a", .name = "Inner"});
            g.add(town{.key = "b"});
            inner.commit();
        }
        CHECK(g.find<town>("Inner") == a);
        CHECK(g.num_nodes() == 2);
    }
    CHECK_FALSE(g.find<town>("Inner"));
    CHECK(g.num_nodes() == 1);
}

TEST_CASE("roll_back: handles of what is gone belong to no graph, even when others take their places") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const before = g.mark();
    auto const gone = g.add(town{.key = "b"});
    auto const relation_gone = g.relate(a, gone, road{});
    g.roll_back(before);
    CHECK_FALSE(g.owns(gone));
    auto const b = g.add(town{.key = "b"});
    auto const r = g.relate(a, b, road{});
    CHECK(b.index() == gone.index());
    CHECK(b != gone);
    CHECK_THROWS_AS(static_cast<void>(g[gone]), gs::invalid_handle);
    CHECK_FALSE(g.owns(relation_gone));
    CHECK(g.owns(a));
    CHECK(g.owns(r));
    CHECK(*gs::nodes_of<town>(g).begin() == a);
    CHECK(g.at<town>("b") == b);
}

TEST_CASE("roll_back: a mark can be used again, and an empty graph is a place to go back to") {
    towns g;
    auto const empty = g.mark();
    for (int i = 0; i < 3; ++i) {
        auto const a = g.add(town{.key = "a"});
        g.relate(a, a, road{});
        g.roll_back(empty);
        CHECK(g.num_nodes() == 0);
        CHECK(g.num_relations() == 0);
        CHECK_FALSE(g.find<town>("a"));
        CHECK_FALSE(g.owns(a));
    }
}

TEST_CASE("roll_back: the mark of another graph, of a copy, or of what was undone is refused") {
    towns g;
    g.add(town{.key = "a"});
    auto const before = g.mark();
    g.add(town{.key = "b"});
    auto const undone = g.mark();
    g.roll_back(before);
    g.add(town{.key = "c"});
    g.add(town{.key = "d"});
    CHECK_THROWS_AS(g.roll_back(undone), gs::invalid_state);
    auto copy = g.copy();
    CHECK_THROWS_AS(copy.roll_back(before), gs::invalid_state);
    towns other;
    CHECK_THROWS_AS(other.roll_back(before), gs::invalid_state);
    CHECK(g.num_nodes() == 3);
    g.roll_back(before);
    CHECK(g.num_nodes() == 1);
}

TEST_CASE("roll_back: a mark is refused once what it has of payloads and annotations was undone") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{.length = 1}, 1);
    auto const before = g.mark();
    g.set(r, road{.length = 2});
    auto const undone = g.mark();
    g.roll_back(before);
    CHECK_THROWS_AS(g.roll_back(undone), gs::invalid_state);
    g.annotate(r, 3); // as many changes as the mark knew
    CHECK_THROWS_AS(g.roll_back(undone), gs::invalid_state);
    CHECK(g[r].length == 1);
    CHECK(g.annotation(r) == 3);
    auto const again = g.mark();
    g.roll_back(again); // nothing has changed since
    g.roll_back(before);
    CHECK_THROWS_AS(g.roll_back(again), gs::invalid_state);
    CHECK(g.annotation(r) == 1);
}

TEST_CASE("roll_back: marks go along when a graph is moved") {
    towns g;
    g.add(town{.key = "a"});
    auto const before = g.mark();
    g.add(town{.key = "b"});
    towns moved = std::move(g);
    moved.roll_back(before);
    CHECK(moved.num_nodes() == 1);
}

TEST_CASE("roll_back: many nodes of one name and many relations of one pair go as they came") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Same"});
    for (int i = 0; i < 5; ++i) g.relate(a, a, road{});
    auto const before = g.mark();
    for (int i = 0; i < 20'000; ++i) {
        auto const n = g.add(town{.key = std::to_string(i), .name = "Same"});
        g.relate(a, a, road{});
        g.relate(n, a, rail{});
    }
    g.roll_back(before);
    CHECK(g.at<town>("Same") == a);
    int between = 0;
    g.for_each_between(a, a, [&](gs::any_relation) { ++between; });
    CHECK(between == 5);
    CHECK(gs::in<rail>(g, a).empty());
}
