// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/merge.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/same_content.hpp>

#include <doctest/doctest.h>

#include <iomanip> // has std::quoted, which must not be taken for the quoting of errors
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// Two towns and a road; `alias` and `length` differ from record to record.
towns two_towns(std::string const& alias, double length) {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha", .aliases = {"First", alias}});
    auto const b = g.add(town{.key = "b", .codes = {{"post", alias}}});
    g.relate(a, b, road{.length = 1}, 1);
    g.relate(b, a, road{.length = length}, 1);
    return g;
}

} // namespace

TEST_CASE("merge: nodes meet by key, gain aliases and codes, and relations that are there are not added again") {
    auto into = two_towns("x", 1);
    auto const report = gs::merge(into, two_towns("y", 2));
    CHECK(report == gs::merge_report{.nodes_met = 2, .nodes_mended = 2, .relations = 1, .relations_repeated = 1});
    CHECK(into.num_nodes() == 2);
    CHECK(into.num_relations() == 3);
    auto const a = into.at<town>("a");
    CHECK(into[a].aliases == std::vector<std::string>{"First", "x", "y"});
    CHECK(into.at<town>("y") == a);
    CHECK(into.at<town>(gs::code{"post", "y"}) == into.at<town>("b"));
    CHECK(gs::merge(into, two_towns("y", 2)) == gs::merge_report{.nodes_met = 2, .relations_repeated = 2});
}

TEST_CASE("merge: an empty graph becomes a copy, and a graph and itself stay one") {
    auto const g = two_towns("x", 1);
    towns into;
    CHECK(gs::merge(into, g) == gs::merge_report{.nodes = 2, .relations = 2});
    CHECK(into.num_relations() == 2);
    CHECK(gs::merge(into, into) == gs::merge_report{.nodes_met = 2, .relations_repeated = 2});
    CHECK(gs::merge(into, g) == gs::merge_report{.nodes_met = 2, .relations_repeated = 2});
}

TEST_CASE("merge: a relation that one graph has twice is there twice") {
    towns one;
    auto const a = one.add(town{.key = "a"});
    one.relate(a, a, road{}, 1);
    auto twice = one.copy();
    twice.relate(a, a, road{}, 1);
    CHECK(gs::merge(one, twice).relations == 1);
    CHECK(one.num_relations() == 2);
    CHECK(gs::merge(twice, one).relations == 0);
}

TEST_CASE("merge: nodes meet by a code only where its scheme is named, and keep the key that is there") {
    auto const with_code = [](char const* key) {
        towns g;
        g.add(town{.key = key, .name = "Same", .codes = {{"post", "1"}}});
        return g;
    };
    auto apart = with_code("a");
    CHECK(gs::merge(apart, with_code("other")).nodes == 1);
    auto together = with_code("a");
    CHECK(gs::merge(together, with_code("other"), {.schemes = {"post"}}).nodes_met == 1);
    CHECK(together.num_nodes() == 1);
    CHECK_FALSE(together.find_key("other"));
}

TEST_CASE("merge: payloads that disagree are an error that names both and changes nothing, or up to a policy") {
    auto into = two_towns("x", 1);
    towns other;
    other.add(town{.key = "new"});
    other.add(town{.key = "a", .name = "Omega", .aliases = {"z"}});
    CHECK(message_of<gs::error>([&] { gs::merge(into, other); }) ==
          "merge: the town 'a' is not the same in both: 'Alpha' and 'Omega' differ; a policy can decide");
    CHECK(into.num_nodes() == 2);
    CHECK_FALSE(into.find<town>("z"));
    auto held = into.copy();
    gs::merge(held, other, {}, gs::keep_held());
    CHECK(held[held.at<town>("z")].name == "Alpha");
    auto taken = into.copy();
    gs::merge(taken, other, {}, gs::take_incoming());
    CHECK(taken[taken.at<town>("z")].name == "Omega");
    CHECK(taken.at<town>("First") == taken.at<town>("Omega"));
    towns another_type;
    another_type.add(district{.key = "a"});
    CHECK(message_of<gs::error>([&] { gs::merge(into, another_type); }) ==
          "merge: 'a' is the key of two things: 'Alpha' and, as another type, 'a'");
}

TEST_CASE("merge: statements and publications that annotations name are those of the graph that grows") {
    auto const make = [](char const* locator) {
        gs::stance_graph g;
        auto const p = g.add(gs::publication{.key = "p", .name = "P"});
        auto const a = g.add(gs::actor{.key = "a"});
        auto const s = g.add(gs::statement{.key = std::string("s of ") + locator});
        g.relate(a, s, gs::makes{}, {.publication = p, .locator = "row 0"});
        g.relate(a, a, gs::stance{.value = 1}, {.claimed_in = s, .publication = p, .locator = locator});
        return g;
    };
    gs::stance_graph into;
    into.add(gs::actor{.key = "somebody else"});
    gs::merge(into, make("row 1"));
    gs::merge(into, make("row 2"));
    CHECK(into.num_nodes() == 5);
    CHECK(into.num_relations() == 4);
    for (auto const r : gs::relations_of<gs::stance>(into)) {
        gs::provenance const p = into.annotation(r);
        CHECK(into[p.publication].key == "p");
        CHECK(into[p.claimed_in].key == "s of " + p.locator);
    }
    CHECK(gs::merge(into, make("row 1")).relations_repeated == 2);
}

TEST_CASE("merge: an alias that the other graph has twice is added once") {
    towns into, from;
    auto const a = into.add(town{.key = "a", .aliases = {"x"}});
    from.add(town{.key = "a", .aliases = {"z", "y", "z", "x"}});
    gs::merge(into, from);
    CHECK(into[a].aliases == std::vector<std::string>{"x", "z", "y"});
}
