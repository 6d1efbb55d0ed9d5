// SPDX-License-Identifier: BSL-1.0
// Every change of a typed_graph is all or nothing, wherever an allocation or a payload's move fails.
#include "allocations.hpp"
#include "graph/towns.hpp"

#include <geostance/graph/merge.hpp>
#include <geostance/graph/overlay.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

/// Everything that can be seen of a graph from outside.
struct seen {
    std::size_t nodes, relations, towns_, roads, out, in, between;
    std::vector<bool> found;
    friend bool operator==(seen const&, seen const&) = default;
};

seen look_at(towns const& g, gs::node<town> a) {
    seen s{g.num_nodes(),
           g.num_relations(),
           gs::nodes_of<town>(g).size(),
           gs::relations_of<road>(g).size(),
           gs::out<road>(g, a).size(),
           gs::in<road>(g, a).size(),
           0,
           {}};
    g.for_each_between(a, a, [&](gs::any_relation) { ++s.between; });
    for (char const* const name : {"a new town with a long key", "New", "an alias that is too long for a short string"})
        s.found.push_back(g.find<town>(name).has_value());
    for (char const* const value : {"1", "a value that is too long for a short string"})
        s.found.push_back(g.find<town>(gs::code{"post", value}).has_value());
    return s;
}

/// Lets each allocation of a change fail in turn, and checks that nothing is left of a change that failed.
template <class Change>
int count_failures(towns& g, gs::node<town> a, Change change) {
    auto const before = look_at(g, a);
    return failing_memory::count_failures(change, [&] { CHECK(look_at(g, a) == before); });
}

} // namespace

TEST_CASE("all or nothing: a node whose insertion runs out of memory leaves no trace, and can be added after") {
    for (int filled = 1; filled < 40; ++filled) { // at different fillings different arrays grow
        towns g;
        auto const a = g.add(town{.key = "a"});
        for (int i = 1; i < filled; ++i) g.add(town{.key = std::to_string(i)});
        town const added{.key = "a new town with a long key",
                         .name = "New",
                         .aliases = {"an alias that is too long for a short string", "a"},
                         .codes = {{"post", "1"}, {"post", "a value that is too long for a short string"}}};
        CHECK(count_failures(g, a, [&] { g.add(added); }) > 5);
        auto const n = g.at<town>("New");
        CHECK(g.at<town>(gs::code{"post", "a value that is too long for a short string"}) == n);
        CHECK(g.at<town>("a") == a);
        CHECK(n.index() == static_cast<std::size_t>(filled));
        g.relate(n, a, road{});
    }
}

TEST_CASE("all or nothing: a relation whose insertion runs out of memory leaves no trace, and can be added after") {
    for (int filled = 0; filled < 40; ++filled) {
        towns g;
        auto const a = g.add(town{.key = "a"});
        auto const b = g.add(town{.key = "b"});
        for (int i = 0; i < filled; ++i) g.relate(i % 3 == 0 ? a : b, i % 2 == 0 ? a : b, road{}, i);
        count_failures(g, a, [&] { g.relate(a, a, road{.length = 9}, -1); });
        auto const r = gs::out<road>(g, a).end()[-1];
        CHECK(g[r].length == 9);
        CHECK(g.annotation(r) == -1);
        CHECK(r.index() == static_cast<std::size_t>(filled));
        CHECK(count_failures(g, a, [&] { g.relate(b, a, rail{}); }) > 0); // the first rail: its column has to be made
    }
}

TEST_CASE("all or nothing: a payload or annotation whose replacement runs out of memory is as it was") {
    for (int filled = 1; filled < 40; ++filled) {
        for (bool const is_marked : {false, true}) {
            towns g;
            auto const a = g.add(town{.key = "a", .name = "an old name that is too long for a short string"});
            for (int i = 1; i < filled; ++i) g.add(town{.key = std::to_string(i), .name = std::to_string(i % 3)});
            auto const r = g.relate(a, a, road{}, 4);
            std::optional<towns::mark_type> mark;
            if (is_marked) mark = g.mark();
            town const mended{.key = "a",
                              .name = "New",
                              .aliases = {"an alias that is too long for a short string", "0", "1"},
                              .codes = {{"post", "1"}, {"post", "a value that is too long for a short string"}}};
            CHECK(count_failures(g, a, [&] { g.set(a, mended); }) > 5);
            CHECK(g.at<town>("New") == a);
            CHECK_FALSE(g.find<town>("an old name that is too long for a short string"));
            count_failures(g, a, [&] { g.annotate(r, 5); });
            count_failures(g, a, [&] { g.set(r, road{.length = 7}); });
            CHECK(g.annotation(r) == 5);
            CHECK(g[r].length == 7);
            if (!mark) continue;
            g.roll_back(*mark);
            CHECK(g.at<town>("an old name that is too long for a short string") == a);
            CHECK_FALSE(g.find<town>("New"));
            CHECK(g.annotation(r) == 4);
            CHECK(g[r].length == 1);
        }
    }
}

TEST_CASE("all or nothing: a transaction that runs out of memory anywhere leaves the graph as it was") {
    for (int filled = 1; filled < 20; ++filled) {
        towns g;
        auto const a = g.add(town{.key = "a", .name = "Old"});
        for (int i = 1; i < filled; ++i) g.relate(a, g.add(town{.key = std::to_string(i), .name = "Old"}), road{}, i);
        auto const failures = count_failures(g, a, [&] {
            gs::transaction change(g);
            auto const n = g.add(town{.key = "a new town with a long key", .aliases = {"Old", "New"}});
            g.relate(n, a, road{});
            g.relate(a, a, rail{}, 7);
            g.set(a, town{.key = "a", .name = "New"});
            g.relate(a, n, road{}, 8);
            change.commit();
        });
        CHECK(failures > 5);
        CHECK(g[a].name == "New");
        CHECK(gs::in<road>(g, a).size() == 1);
    }
}

TEST_CASE("all or nothing: a merge that runs out of memory anywhere leaves the graph as it was") {
    auto const make = [](std::string const& name) {
        towns g;
        auto const a = g.add(town{.key = "a", .name = "Old", .aliases = {name}});
        auto const b = g.add(town{.key = "the town of " + name, .codes = {{"post", "1"}}});
        g.relate(a, b, road{}, 1);
        g.relate(b, a, road{}, 2);
        return g;
    };
    auto g = make("an alias that is too long for a short string");
    auto const a = g.at<town>("a");
    auto const other = make("New");
    auto const failures = count_failures(g, a, [&] { gs::merge(g, other, {.schemes = {"post"}}); });
    CHECK(failures > 10);
    CHECK(g.num_nodes() == 2);
    CHECK(g.num_relations() == 2);
    CHECK(g.at<town>("New") == a);
}

TEST_CASE("all or nothing: a copy that runs out of memory is none") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    g.relate(a, a, road{});
    CHECK(count_failures(g, a, [&] { static_cast<void>(g.copy()); }) > 5);
}

namespace {

/// A payload and an annotation whose moves fail when told to.
struct fragile {
    static inline int moves_left = std::numeric_limits<int>::max();
    int value = 0;

    fragile() = default;
    explicit fragile(int v) : value(v) {}
    fragile(fragile const&) = default;
    fragile(fragile&& other) : value(other.value) {
        if (moves_left-- == 0) throw std::runtime_error("the move fails");
    }
    fragile& operator=(fragile const&) = default;
    fragile& operator=(fragile&&) = default;
    ~fragile() = default;
    friend bool operator==(fragile const&, fragile const&) = default;
};
struct place {
    std::string key{};
    fragile what{};
};
struct way {
    fragile what{};
    template <class From, class To>
    static constexpr bool links = true;
};
using fragile_graph = gs::typed_graph<gs::schema<gs::nodes<place>, gs::relations<way>, fragile>>;

template <class Change>
int count_failed_moves(Change change) {
    for (int failures = 0;; ++failures) {
        fragile::moves_left = failures;
        bool failed = false;
        try {
            change();
        } catch (std::runtime_error const&) {
            failed = true;
        }
        fragile::moves_left = std::numeric_limits<int>::max();
        if (!failed) return failures;
    }
}

} // namespace

TEST_CASE("all or nothing: a payload or annotation whose move throws leaves no trace") {
    fragile_graph g;
    auto const a = g.add(place{.key = "a"});
    for (int i = 0; i < 20; ++i) {
        auto const key = "p" + std::to_string(i);
        CHECK(count_failed_moves([&] {
                  CHECK(g.find<place>(key) == std::nullopt);
                  CHECK(g.num_nodes() == static_cast<std::size_t>(i + 1));
                  g.add(place{.key = key, .what = fragile(i)});
              }) > 0);
        CHECK(g[g.at<place>(key)].what.value == i);
        CHECK(count_failed_moves([&] {
                  CHECK(g.num_relations() == static_cast<std::size_t>(i));
                  CHECK(gs::out<way>(g, a).size() == static_cast<std::size_t>(i));
                  g.relate(a, a, way{.what = fragile(-i)}, fragile(i));
              }) > 0);
    }
    for (auto const r : gs::relations_of<way>(g)) {
        CHECK(g[r].what.value == -static_cast<int>(r.index()));
        CHECK(g.annotation(r).value == static_cast<int>(r.index()));
    }
}

TEST_CASE("all or nothing: a change of an overlay that runs out of memory leaves no trace, and can be made after") {
    for (int filled = 0; filled < 20; ++filled) {
        towns g;
        auto const a = g.add(town{.key = "a"});
        auto const b = g.add(town{.key = "b"});
        for (int i = 0; i < filled; ++i) g.relate(a, i % 2 == 0 ? b : a, road{}, i);
        auto const r = g.relate(a, b, road{7}, 1);
        gs::overlay<country> over(g);
        CHECK(count_failures(over, a, [&] { over.annotate(r, 4); }) > 0);
        CHECK(over.annotation(r) == 4);
        CHECK(count_failures(over, a, [&] { over.set(r, road{9}); }) > 0);
        CHECK(over[r].length == 9);
        auto const replaced = static_cast<std::size_t>(filled + 1) / 2 + 1;
        CHECK(count_failures(over, a, [&] { over.relate_instead(a, b, road{3}, 0); }) > 0);
        CHECK(over.num_relations() == static_cast<std::size_t>(filled) + 2 - replaced);
        CHECK(count_failures(over, a, [&] { over.take_away(over.relation_at(0)); }) > 0);
        CHECK(over.num_relations() == static_cast<std::size_t>(filled) + 1 - replaced);
        CHECK(g.annotation(r) == 1);
        CHECK(g[r].length == 7);
    }
}

TEST_CASE("an overlay takes memory for what is changed in it, and not for the graph below") {
    towns g;
    std::vector<gs::node<town>> all;
    for (int i = 0; i < 100; ++i) all.push_back(g.add(town{.key = std::to_string(i)}));
    for (std::size_t i = 0; i < 20'000; ++i) g.relate(all[i % 100], all[(i * 7 + i / 100) % 100], road{});
    constexpr std::size_t number = 1'000;
    std::vector<gs::overlay<country>> overlays;
    overlays.reserve(number);
    auto const before = failing_memory::allocated;
    for (std::size_t i = 0; i < number; ++i) {
        overlays.emplace_back(g);
        overlays.back().relate_instead(all[i % 100], all[(i + 1) % 100], road{2});
    }
    auto const bytes_each = (failing_memory::allocated - before) / number;
    MESSAGE(bytes_each << " bytes allocated for an overlay with one relation replaced");
    CHECK(bytes_each < 6'000); // 200 relations at each of its ends, and a few short vectors
#ifndef _GLIBCXX_DEBUG         // its containers are larger
    CHECK(sizeof(gs::overlay<country>) < 2'500);
#endif
}
