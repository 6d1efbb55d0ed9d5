// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/extract.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/same_content.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// A says, in an article, that B is for an issue; B says nothing; a paper calls C an ally.
struct sourced_record {
    gs::stance_graph g{};
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b"});
    gs::node<gs::actor> c = g.add(gs::actor{.key = "c"});
    gs::node<gs::issue> m = g.add(gs::issue{.key = "m"});
    gs::node<gs::statement> s = g.add(gs::statement{.key = "s"});
    gs::node<gs::publication> article = g.add(gs::publication{.key = "article"});
    gs::node<gs::publication> paper = g.add(gs::publication{.key = "paper"});
    gs::relation<gs::makes> said = g.relate(a, s, gs::makes{}, {.publication = paper});
    gs::relation<gs::stance> claim = g.relate(b, m, gs::stance{.value = 1}, {.claimed_in = s, .publication = article});
    gs::relation<gs::stance> ally = g.relate(c, b, gs::stance{.value = 1}, {.publication = paper});
};

std::vector<std::string> keys(gs::stance_graph const& g) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) result.push_back(key_of(g, g.node_at(i)));
    return result;
}

} // namespace

TEST_CASE("extract: has what the relations that are kept need, who made the statements included, and nothing else") {
    sourced_record const r;
    auto const part = gs::extract(r.g, [&](gs::any_relation each) { return each == r.claim; });
    CHECK(keys(part) == std::vector<std::string>{"a", "b", "m", "s", "article", "paper"});
    CHECK(part.num_relations() == 2);
    auto const claim = *gs::relations_of<gs::stance>(part).begin();
    gs::provenance const p = part.annotation(claim);
    CHECK(part[p.claimed_in].key == "s");
    CHECK(part[p.publication].key == "article");
    auto const other = gs::extract(r.g, [&](gs::any_relation each) { return each == r.ally; });
    CHECK(keys(other) == std::vector<std::string>{"b", "c", "paper"});
    CHECK(gs::extract(r.g, [](gs::any_relation) { return false; }).num_nodes() == 0);
    CHECK(same_content(gs::extract(r.g, {}), r.g));
}

TEST_CASE("extract: a source that has to be deleted is not in it, nor is what it alone says") {
    sourced_record const r;
    auto const part = gs::extract(r.g, {.without = gs::any_nodes(r.paper)});
    CHECK(keys(part) == std::vector<std::string>{"b", "m", "s", "article"});
    CHECK(part.num_relations() == 1);
    auto const claim_only =
        gs::extract(r.g, [&](gs::any_relation each) { return each == r.claim; }, {.without = gs::any_nodes(r.paper)});
    CHECK(same_content(claim_only, part));
    CHECK(keys(gs::extract(r.g, {.without = {r.s}})) == std::vector<std::string>{"b", "c", "paper"});
    CHECK_THROWS_AS(static_cast<void>(gs::extract(r.g, {.without = {gs::any_node()}})), gs::invalid_handle);
}

TEST_CASE("extract: of some actors, by what touches them") {
    sourced_record const r;
    auto const part = gs::extract(r.g, gs::touching(r.g, {r.c}));
    CHECK(keys(part) == std::vector<std::string>{"b", "c", "paper"});
    CHECK_THROWS_AS(static_cast<void>(gs::touching(r.g, {gs::any_node()})), gs::invalid_handle);
}

TEST_CASE("extract: a chain of 50,000 statements, each claimed in the next, is no depth") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto before = g.add(gs::statement{.key = "0"});
    for (int i = 1; i < 50'000; ++i) {
        auto const next = g.add(gs::statement{.key = std::to_string(i)});
        g.relate(a, before, gs::makes{}, {.claimed_in = next});
        before = next;
    }
    auto const first = g.relation_at(0);
    CHECK(gs::extract(g, [&](gs::any_relation r) { return r == first; }).num_nodes() == 50'001);
}
