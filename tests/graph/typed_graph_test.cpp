// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/typed_graph.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

template <class Range>
auto listed(Range const& range) {
    return std::vector(range.begin(), range.end());
}

std::vector<std::size_t> between(towns const& g, gs::node<town> from, gs::node<town> to) {
    std::vector<std::size_t> found;
    g.for_each_between(from, to, [&](gs::any_relation r) { found.push_back(r.index()); });
    return found;
}

/// A payload whose type seems to be one that can be copied, and cannot.
struct crate {
    std::string key{};
    std::vector<std::unique_ptr<int>> parts{};
};

} // namespace

TEST_CASE("typed_graph: payloads, ends and annotations are read back as they were given") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha"});
    auto const b = g.add(town{.key = "b"});
    auto const d = g.add(district{.key = "d"});
    auto const r = g.relate(a, b, road{.length = 3}, 7);
    auto const in_d = g.relate(a, d, lies_in{});

    CHECK(g.num_nodes() == 3);
    CHECK(g.num_relations() == 2);
    CHECK(g[a].name == "Alpha");
    CHECK(g[d].key == "d");
    CHECK(g[r].length == 3);
    CHECK(g.annotation(r) == 7);
    CHECK(g.annotation(in_d) == 0);
    CHECK(g.source(r) == a);
    CHECK(g.target(r) == b);
    CHECK(g.target(in_d) == d);
    CHECK(g.source(in_d) == gs::any_node(a));
    CHECK(g.source(gs::any_relation(r)) == gs::any_node(a));
    CHECK(a.index() == 0);
    CHECK(in_d.index() == 1);
    CHECK(name_of(g, a) == "Alpha");
    CHECK(name_of(g, b) == "b");
    CHECK(key_of(g, gs::any_node(d)) == "d");
}

TEST_CASE("typed_graph: as and visit give a node and a relation their types back") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const d = g.add(district{.key = "d"});
    auto const r = g.relate(a, d, lies_in{});
    auto const type = []<class T>(T const&) { return std::string(gs::detail::type_name<T>()); };
    CHECK(g.visit(gs::any_node(a), type) == "town");
    CHECK(g.visit(gs::any_node(d), type) == "district");
    CHECK(g.visit(gs::any_relation(r), type) == "lies_in");
    CHECK(g.as<town>(gs::any_node(a)) == a);
    CHECK(g.as<town>(gs::any_node(d)) == std::nullopt);
    CHECK(g.as<lies_in>(gs::any_relation(r)) == r);
    CHECK(g.as<road>(gs::any_relation(r)) == std::nullopt);
    CHECK(g.as<district>(g.node_at(1)) == d);
    CHECK(g.relation_at(0) == gs::any_relation(r));
}

TEST_CASE("typed_graph: ranges are random access and in order of insertion") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const d = g.add(district{.key = "d"});
    auto const b = g.add(town{.key = "b"});
    CHECK(nodes_of<town>(g).empty() == false);
    CHECK(listed(gs::nodes_of<town>(g)) == std::vector{a, b});
    CHECK(listed(gs::nodes_of<district>(g)) == std::vector{d});
    CHECK(gs::relations_of<road>(g).empty());
    auto const first = g.relate(a, b, road{});
    auto const rails = g.relate(a, b, rail{});
    auto const second = g.relate(a, a, road{});
    CHECK(listed(gs::relations_of<road>(g)) == std::vector{first, second});
    CHECK(listed(gs::out<road>(g, a)) == std::vector{first, second});
    CHECK(listed(gs::in<road>(g, a)) == std::vector{second});
    CHECK(listed(gs::in<rail>(g, gs::any_node(b))) == std::vector{rails});
    CHECK(gs::out<lies_in>(g, a).empty());

    auto const roads = gs::relations_of<road>(g);
    auto at = roads.begin();
    CHECK(roads.size() == 2);
    CHECK(roads.end() - at == 2);
    CHECK(at[1] == second);
    CHECK(*(1 + at) == second);
    CHECK(*at++ == first);
    CHECK(*at-- == second);
    CHECK(*(at + 1 - 1) == first);
    CHECK(*--(at += 1) == first);
    CHECK(at < roads.end());
    static_assert(std::random_access_iterator<decltype(at)>);
}

TEST_CASE("typed_graph: a node is found by key, name and alias, of its own type only, and a key goes before a name") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha", .aliases = {"First", "Alpha"}});
    auto const b = g.add(town{.key = "Alpha", .name = "Beta"});
    auto const d = g.add(district{.key = "First"});
    CHECK(g.find<town>("a") == a);
    CHECK(g.find<town>("Alpha") == b);
    CHECK(g.find<town>("First") == a);
    CHECK(g.find<district>("First") == d);
    CHECK(g.find<town>("Beta") == b);
    CHECK(g.find<town>("bet") == std::nullopt);
    CHECK(g.find<town>("") == std::nullopt);
    CHECK(g.find<district>("a") == std::nullopt);
    CHECK(g.find_key("Beta") == std::nullopt);
    CHECK(g.at<town>("First") == a);
}

TEST_CASE("typed_graph: an unknown name is an error that says what was looked up and what is near") {
    towns g;
    g.add(town{.key = "paris", .name = "Paris", .codes = {{"post", "75000"}}});
    g.add(town{.key = "pars"});
    g.add(district{.key = "parish"});
    try {
        static_cast<void>(g.at<town>("Pariss"));
        FAIL("found");
    } catch (gs::unknown_name const& e) {
        CHECK(e.name() == "Pariss");
        CHECK(e.nearest() == std::vector<std::string>{"Paris", "pars"});
        CHECK(std::string(e.what()) == "no town is called 'Pariss'; nearest: Paris, pars");
    }
    CHECK(message_of<gs::unknown_name>([&] { static_cast<void>(g.at<town>("zzzzzzzz")); }) ==
          "no town is called 'zzzzzzzz'");
    CHECK(message_of<gs::unknown_name>([&] {
              static_cast<void>(g.at<town>(gs::code{"post", "75001"}));
          }) == "no town is called 'post:75001'; nearest: post:75000");
    CHECK_THROWS_AS(static_cast<void>(g.at<town>(std::string(100000, 'p'))), gs::unknown_name);
}

TEST_CASE("typed_graph: near an unknown name is what has its words, its letters apart from case and marks, or nearly") {
    towns g;
    g.add(town{.key = "toll", .name = "the ferry toll"});
    g.add(town{.key = "bridge", .name = "the bridge toll of the northern shore"});
    g.add(town{.key = "us", .name = "United Shores", .codes = {{"post", "1"}, {"post", "2"}}});
    g.add(town{.key = "sao", .name = "S\u00E3o Tom\u00E9"});
    auto const near = [&](std::string const& name) {
        try {
            static_cast<void>(g.at<town>(name));
        } catch (gs::unknown_name const& e) {
            return e.nearest();
        }
        return std::vector<std::string>{"found"};
    };
    using names = std::vector<std::string>;
    CHECK(near("ferry toll") == names{"the ferry toll", "the bridge toll of the northern shore"});
    CHECK(near("The  FERRY-toll") == names{"the ferry toll", "the bridge toll of the northern shore"});
    CHECK(near("the US") == names{"us"});
    CHECK(near("Shores, United") == names{"United Shores"});
    CHECK(near("Sao Tom") == names{"S\u00E3o Tom\u00E9"});
    CHECK(near("the of and").empty());
    CHECK(near("post office").empty());
    CHECK_THROWS_WITH_AS(static_cast<void>(g.at<town>(gs::code{"post", "twelve"})), "no town is called 'post:twelve'",
                         gs::unknown_name);
    for (char const* const key : {"t1", "t2", "t3", "t4", "t5", "t6"}) g.add(town{.key = key});
    CHECK(near("t7") == names{"t1", "t2", "t3", "t4", "t5"});
}

TEST_CASE("typed_graph: an unknown name that another type bears is an error that says so") {
    towns g;
    g.add(district{.key = "Old Town"});
    try {
        static_cast<void>(g.at<town>("Old Town"));
        FAIL("found");
    } catch (gs::unknown_name const& e) {
        CHECK(e.other_types() == std::vector<std::string>{"district"});
        CHECK(std::string(e.what()) == "no town is called 'Old Town'; a district has this name");
    }
}

TEST_CASE("typed_graph: empty aliases and codes are refused, and leave nothing behind") {
    towns g;
    CHECK(message_of<gs::invalid_value>([&] { g.add(town{.key = "a", .aliases = {""}}); }) ==
          "town.aliases: got '', expected a name that is not empty");
    CHECK(message_of<gs::invalid_value>([&] {
              g.add(town{.key = "a", .codes = {{"", "75000"}}});
          }) == "town.codes: got ':75000', expected a scheme and a value that are not empty");
    CHECK(message_of<gs::invalid_value>([&] {
              g.add(town{.key = "a", .codes = {{"post", ""}}});
          }) == "town.codes: got 'post:', expected a scheme and a value that are not empty");
    CHECK(g.num_nodes() == 0);
}

TEST_CASE("any_nodes: typed handles as a list of nodes of whatever type") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const b = g.add(district{.key = "b"});
    CHECK(gs::any_nodes(a, b) == std::vector{gs::any_node(a), gs::any_node(b)});
    CHECK(gs::any_nodes(std::vector{a}) == std::vector{gs::any_node(a)});
}

TEST_CASE("typed_graph: a name that several nodes bear is an error that names them") {
    towns g;
    g.add(town{.key = "n1", .name = "Newtown"});
    g.add(district{.key = "other"});
    g.add(town{.key = "n2", .aliases = {"Newtown"}});
    try {
        static_cast<void>(g.find<town>("Newtown"));
        FAIL("found");
    } catch (gs::ambiguous_name const& e) {
        CHECK(e.name() == "Newtown");
        CHECK(e.candidates() == std::vector<std::string>{"n1", "n2"});
        CHECK(std::string(e.what()) == "'Newtown' is ambiguous; it names: n1, n2");
    }
    auto const keyed = g.add(town{.key = "Newtown"});
    CHECK(g.at<town>("Newtown") == keyed);
}

TEST_CASE("typed_graph: a code is found by scheme and value, and never by letters that only look alike") {
    towns g;
    auto const a = g.add(town{.key = "a", .codes = {{"x", "AU"}, {"p:q", "r"}}});
    auto const b = g.add(town{.key = "b", .codes = {{"y", "AU"}, {"p", "q:r"}}});
    CHECK(g.find<town>(gs::code{"x", "AU"}) == a);
    CHECK(g.find<town>(gs::code{"y", "AU"}) == b);
    CHECK(g.find<town>(gs::code{"p:q", "r"}) == a);
    CHECK(g.find<town>(gs::code{"p", "q:r"}) == b);
    CHECK(g.find<town>(gs::code{"z", "AU"}) == std::nullopt);
    CHECK(g.find<town>("AU") == std::nullopt);
    CHECK(g.find<district>(gs::code{"x", "AU"}) == std::nullopt);
    g.add(town{.key = "c", .codes = {{"x", "AU"}}});
    CHECK(message_of<gs::ambiguous_name>([&] {
              static_cast<void>(g.find<town>(gs::code{"x", "AU"}));
          }) == "'x:AU' is ambiguous; it names: a, c");
}

TEST_CASE("typed_graph: a key that is empty or taken is refused, whatever the type, and nothing is added") {
    towns g;
    g.add(town{.key = "a"});
    CHECK(message_of<gs::duplicate_key>([&] { g.add(district{.key = "a"}); }) ==
          "the key 'a' is already taken; a key is unique in its graph");
    CHECK(message_of<gs::invalid_value>([&] { g.add(town{.key = "", .name = "x"}); }) ==
          "town.key: got '', expected a key that is not empty");
    CHECK(g.num_nodes() == 1);
    CHECK(g.find<town>("x") == std::nullopt);
    CHECK(gs::nodes_of<district>(g).empty());
}

TEST_CASE("typed_graph: null handles and handles of another graph are refused by every function that takes one") {
    towns g, other;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    auto const foreign = other.add(town{.key = "a"});
    auto const foreign_road = other.relate(foreign, foreign, road{});
    auto const nothing = [](gs::any_relation) {};

    CHECK(message_of<gs::invalid_handle>([&] { g.relate(a, foreign, road{}); }) ==
          "node handle 0 belongs to another graph");
    CHECK(message_of<gs::invalid_handle>([&] { g.relate(gs::node<town>(), a, road{}); }) ==
          "a null node handle refers to nothing");
    CHECK(message_of<gs::invalid_handle>([&] { static_cast<void>(g[foreign_road]); }) ==
          "relation handle 0 belongs to another graph");
    CHECK_THROWS_AS(static_cast<void>(g[foreign]), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(g[gs::relation<road>()]), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(g.source(foreign_road)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(g.target(gs::any_relation(foreign_road))), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(g.annotation(foreign_road)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::out<road>(g, foreign)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::in<road>(g, gs::any_node())), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(name_of(g, foreign)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(g.as<town>(gs::any_node(foreign))), gs::invalid_handle);
    CHECK_THROWS_AS(g.for_each_between(a, foreign, nothing), gs::invalid_handle);
    CHECK(g.num_relations() == 1);
    CHECK(g.owns(a));
    CHECK(g.owns(r));
    CHECK_FALSE(g.owns(foreign));
    CHECK_FALSE(g.owns(gs::any_relation(foreign_road)));
    CHECK_FALSE(g.owns(gs::node<town>()));
}

TEST_CASE("typed_graph: a copy knows the handles of before, and neither knows what the other gains") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha"});
    auto const r = g.relate(a, a, road{.length = 2}, 5);
    auto copy = g.copy();
    auto const in_g = g.add(town{.key = "b"});
    auto const in_copy = copy.add(town{.key = "b"});
    auto const road_g = g.relate(a, in_g, road{});
    auto const road_copy = copy.relate(a, in_copy, road{});

    CHECK(copy[a].name == "Alpha");
    CHECK(copy[r].length == 2);
    CHECK(copy.annotation(r) == 5);
    CHECK(copy.at<town>("Alpha") == a);
    CHECK(in_g.index() == in_copy.index());
    CHECK(in_g != in_copy);
    CHECK(road_g != road_copy);
    CHECK_FALSE(copy.owns(in_g));
    CHECK_FALSE(g.owns(in_copy));
    CHECK_FALSE(copy.owns(road_g));
    CHECK_FALSE(g.owns(road_copy));
    CHECK(copy.at<town>("b") == in_copy);
    CHECK(listed(gs::nodes_of<town>(copy)) == std::vector{a, in_copy});
}

TEST_CASE("typed_graph: copies of copies know exactly the handles of their line of descent") {
    towns g;
    std::vector<gs::node<town>> line;
    auto const grow = [&](towns& at, int generation) {
        line.push_back(at.add(town{.key = "t" + std::to_string(generation)}));
    };
    auto const empty = g.copy();
    grow(g, 0);
    CHECK_FALSE(empty.owns(line[0]));
    std::vector<gs::node<town>> strangers;
    for (int generation = 1; generation < 20; ++generation) {
        towns next = g.copy().copy();
        strangers.push_back(g.add(town{.key = "stranger"}));
        if (generation % 3 != 0) grow(next, generation);
        next.relate(line.back(), line.front(), road{});
        g = std::move(next);
    }
    CHECK(listed(gs::nodes_of<town>(g)) == line);
    for (auto const n : line) CHECK(g.owns(n));
    for (auto const n : strangers) CHECK_FALSE(g.owns(n));
    for (auto const r : gs::relations_of<road>(g)) CHECK(g.owns(r));
}

TEST_CASE("typed_graph: moving takes the handles along and leaves an empty graph that can be used") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    towns moved(std::move(g));
    CHECK(moved.owns(a));
    CHECK(moved.owns(r));
    for (int time = 0; time < 2; ++time) {
        // NOLINTNEXTLINE(bugprone-use-after-move): what is moved from is empty
        CHECK(g.num_nodes() == 0);
        CHECK(g.num_relations() == 0);
        CHECK_FALSE(g.owns(a));
        CHECK(g.find<town>("a") == std::nullopt);
        CHECK(gs::nodes_of<town>(g).empty());
        auto const again = g.add(town{.key = "a"});
        CHECK(again != a);
        g.relate(again, again, road{});
        CHECK(between(g, again, again).size() == 1);
        moved = std::move(g);
        CHECK(moved.owns(again));
        CHECK_FALSE(moved.owns(a));
    }
    auto& self = moved;
    moved = std::move(self);
    CHECK(moved.num_nodes() == 1);
    CHECK(moved.find<town>("a").has_value());
}

TEST_CASE("typed_graph: relations between a pair are found whichever way they lead, also from a node to itself") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const b = g.add(town{.key = "b"});
    CHECK(between(g, a, b).empty());
    g.relate(a, b, road{});
    g.relate(b, a, road{});
    g.relate(a, a, rail{});
    g.relate(a, b, rail{});
    g.relate(a, a, road{});
    g.relate(a, b, road{});
    CHECK(between(g, a, b) == std::vector<std::size_t>{0, 3, 5});
    CHECK(between(g, b, a) == std::vector<std::size_t>{1});
    CHECK(between(g, a, a) == std::vector<std::size_t>{2, 4});
    CHECK(between(g, b, b).empty());
}

namespace {

/// What a typed_graph should hold, in the plainest form.
/// Names in fours that are equal apart from case and marks.
std::vector<std::string> const letters = {
    "a", "A", "\xC3\xA1", "\xC3\x84",  "b",        "B",        "\xE1\xB8\x83", "\xC6\x81",
    "o", "O", "\xC3\xB8", "O\xCC\x88", "\xD0\xB8", "\xD0\x98", "\xD0\xB9",     "\xD0\x99"};

struct plain_model {
    struct a_node {
        bool is_town;
        std::vector<std::string> names;
    };
    struct a_relation {
        std::size_t source, target;
        int type; // 0 road, 1 rail, 2 lies_in
        double length;
        int annotation;
    };
    std::vector<a_node> nodes;
    std::vector<a_relation> relations;

    template <class Condition>
    [[nodiscard]] std::vector<std::size_t> relations_where(Condition condition) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < relations.size(); ++i)
            if (condition(relations[i])) found.push_back(i);
        return found;
    }
    /// Index by key or name; -1 unknown, -2 ambiguous.
    [[nodiscard]] int find(bool is_town, std::string const& name) const {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].is_town == is_town && nodes[i].names.front() == name) return static_cast<int>(i);
        auto const exact = find_if(is_town, [&](std::string const& known) { return known == name; });
        if (exact != -1) return exact;
        return find_if(is_town, [&](std::string const& known) { return plain(known) == plain(name); });
    }

private:
    static std::string plain(std::string const& name) {
        if (name.empty()) return "";
        auto const at = std::find(letters.begin(), letters.end(), name) - letters.begin();
        return letters[static_cast<std::size_t>(at) / 4 * 4];
    }
    template <class Condition>
    [[nodiscard]] int find_if(bool is_town, Condition condition) const {
        int found = -1;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].is_town == is_town && std::any_of(nodes[i].names.begin(), nodes[i].names.end(), condition))
                found = found == -1 ? static_cast<int>(i) : -2;
        return found;
    }
};

template <class Range>
std::vector<std::size_t> indices(Range const& range) {
    std::vector<std::size_t> result;
    for (auto const h : range) result.push_back(h.index());
    return result;
}

template <class T>
int found_in(towns const& g, std::string const& name) {
    try {
        auto const n = g.find<T>(name);
        return n ? static_cast<int>(n->index()) : -1;
    } catch (gs::ambiguous_name const&) {
        return -2;
    }
}

void check_equal(towns const& g, plain_model const& m) {
    REQUIRE(g.num_nodes() == m.nodes.size());
    REQUIRE(g.num_relations() == m.relations.size());
    for (std::size_t v = 0; v < m.nodes.size(); ++v) {
        auto const n = g.node_at(v);
        CHECK(g.as<town>(n).has_value() == m.nodes[v].is_town);
        CHECK(key_of(g, n) == m.nodes[v].names.front());
        auto const leaving = [v](int type) { return [=](auto const& r) { return r.source == v && r.type == type; }; };
        auto const entering = [v](int type) { return [=](auto const& r) { return r.target == v && r.type == type; }; };
        CHECK(indices(gs::out<road>(g, n)) == m.relations_where(leaving(0)));
        CHECK(indices(gs::out<rail>(g, n)) == m.relations_where(leaving(1)));
        CHECK(indices(gs::out<lies_in>(g, n)) == m.relations_where(leaving(2)));
        CHECK(indices(gs::in<road>(g, n)) == m.relations_where(entering(0)));
        CHECK(indices(gs::in<rail>(g, n)) == m.relations_where(entering(1)));
        CHECK(indices(gs::in<lies_in>(g, n)) == m.relations_where(entering(2)));
        for (std::size_t u = 0; u < m.nodes.size(); ++u) {
            std::vector<std::size_t> found;
            g.for_each_between(n, g.node_at(u), [&](gs::any_relation r) { found.push_back(r.index()); });
            CHECK(found == m.relations_where([=](auto const& r) { return r.source == v && r.target == u; }));
        }
    }
    for (std::size_t i = 0; i < m.relations.size(); ++i) {
        auto const r = g.relation_at(i);
        CHECK(g.source(r).index() == m.relations[i].source);
        CHECK(g.target(r).index() == m.relations[i].target);
        CHECK(g.annotation(r) == m.relations[i].annotation);
        if (auto const as_road = g.as<road>(r)) CHECK(g[*as_road].length == m.relations[i].length);
    }
    for (auto const& name : letters) {
        CHECK(found_in<town>(g, name) == m.find(true, name));
        CHECK(found_in<district>(g, name) == m.find(false, name));
    }
}

} // namespace

TEST_CASE("typed_graph: ten thousand annotations are each their own, and a copy goes on where it was made") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const b = g.add(town{.key = "b"});
    auto const check = [](towns const& built, int n) {
        REQUIRE(built.num_relations() == static_cast<std::size_t>(n));
        int differing = 0;
        for (int i = 0; i < n; ++i) differing += built.annotation(built.relation_at(static_cast<std::size_t>(i))) != i;
        CHECK(differing == 0);
    };
    for (int i = 0; i < 10'000; ++i) g.relate(a, b, road{}, int{i});
    check(g, 10'000);
    auto longer = g.copy();
    for (int i = 10'000; i < 15'000; ++i) longer.relate(a, b, road{}, int{i});
    check(longer, 15'000);
    check(g, 10'000);
}

TEST_CASE("typed_graph: does what a plain list of nodes and relations does, for random graphs, also where these are "
          "copied, mended and rolled back") {
    std::mt19937 random(20240329);
    auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    auto const letter = [&] { return letters[below(16)]; };
    for (int repetition = 0; repetition < 60; ++repetition) {
        towns g;
        plain_model m;
        std::vector<std::pair<towns::mark_type, plain_model>> marks;
        for (int step = 0; step < 80; ++step) {
            auto const what = below(14);
            if (what < 3 || m.nodes.empty()) {
                town t{.key = letter(), .name = below(2) == 0 ? letter() : "", .aliases = {letter()}};
                auto const taken = std::any_of(m.nodes.begin(), m.nodes.end(),
                                               [&](auto const& n) { return n.names.front() == t.key; });
                bool const is_town = below(3) != 0;
                if (taken) {
                    CHECK_THROWS_AS(g.add(t), gs::duplicate_key);
                } else if (is_town) {
                    g.add(t);
                    m.nodes.push_back({true, {t.key, t.name, t.aliases.front()}});
                } else {
                    g.add(district{.key = t.key});
                    m.nodes.push_back({false, {t.key}});
                }
            } else if (what < 9) {
                auto const u = g.node_at(below(m.nodes.size()));
                auto const v = g.node_at(below(m.nodes.size()));
                auto const from = g.as<town>(u);
                auto const to = g.as<town>(v);
                auto const annotation = static_cast<int>(below(3));
                auto const length = static_cast<double>(below(100));
                if (from && to && below(2) == 0) {
                    g.relate(*from, *to, road{length}, annotation);
                    m.relations.push_back({u.index(), v.index(), 0, length, annotation});
                } else if (from && to) {
                    g.relate(*from, *to, rail{}, annotation);
                    m.relations.push_back({u.index(), v.index(), 1, 0, annotation});
                } else if (!to) {
                    g.relate_any(u, v, lies_in{}, annotation);
                    m.relations.push_back({u.index(), v.index(), 2, 0, annotation});
                } else {
                    CHECK_THROWS_AS(g.relate_any(u, v, road{}, annotation), gs::invalid_value);
                }
            } else if (what == 9) {
                marks.clear();
                g = g.copy();
            } else if (what == 10) {
                marks.emplace_back(g.mark(), m);
            } else if (what == 11 && !marks.empty()) {
                auto const at = below(marks.size());
                auto const is_gone =
                    g.num_nodes() == m.nodes.size() ? g.num_nodes() - marks[at].second.nodes.size() : 0;
                auto const newest = g.node_at(g.num_nodes() - 1);
                g.roll_back(marks[at].first);
                m = marks[at].second;
                CHECK(g.owns(newest) == (is_gone == 0));
                for (auto later = at + 1; later < marks.size(); ++later)
                    if (marks[later].second.nodes.size() > m.nodes.size())
                        CHECK_THROWS_AS(g.roll_back(marks[later].first), gs::invalid_state);
                marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(at) + 1, marks.end());
            } else if (what == 12) {
                auto const at = below(m.nodes.size());
                auto const t = g.as<town>(g.node_at(at));
                if (!t) continue;
                town mended{.key = g[*t].key, .name = letter(), .aliases = {letter(), letter()}};
                m.nodes[at].names = {mended.key, mended.name, mended.aliases[0], mended.aliases[1]};
                g.set(*t, std::move(mended));
            } else if (!m.relations.empty()) {
                auto const at = below(m.relations.size());
                auto const r = g.relation_at(at);
                g.annotate(r, m.relations[at].annotation = static_cast<int>(below(3)));
                if (auto const as_road = g.as<road>(r)) {
                    m.relations[at].length = static_cast<double>(below(100));
                    g.set(*as_road, road{m.relations[at].length});
                }
            }
            if (step % 8 == 0) check_equal(g, m);
        }
        check_equal(g, m);
    }
}

TEST_CASE("typed_graph: payloads that cannot be copied are no error as long as no graph is") {
    gs::typed_graph<gs::schema<gs::nodes<crate>, gs::relations<>, int>> g;
    for (auto const* key : {"a", "b", "c", "d", "e"}) {
        crate c{.key = key};
        c.parts.push_back(std::make_unique<int>(1));
        g.add(std::move(c));
    }
    CHECK(g[g.at<crate>("a")].parts.size() == 1);
}
