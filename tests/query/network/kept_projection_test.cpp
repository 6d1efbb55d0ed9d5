// SPDX-License-Identifier: BSL-1.0
#include "query/random_record.hpp"

#include <geostance/geostance.hpp>
#include <geostance/query/network/kept_projection.hpp>
#include <geostance/query/whatif/suppose.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

bool is_same(gs::projection const& a, gs::projection const& b) {
    bool same = a.holders == b.holders && a.ties.size() == b.ties.size() &&
                a.positions_on_others == b.positions_on_others && a.positions_on_self == b.positions_on_self &&
                a.graph.num_vertices() == b.graph.num_vertices() && a.graph.num_arcs() == b.graph.num_arcs();
    for (std::size_t i = 0; same && i < a.ties.size(); ++i) {
        auto const& x = a.ties[i];
        auto const& y = b.ties[i];
        same = x.from == y.from && x.to == y.to && x.rests_on == y.rests_on && x.sum.number() == y.sum.number() &&
               (x.sum.mean() == y.sum.mean() || x.sum.number() == 0);
    }
    for (std::uint32_t arc = 0; same && arc < a.graph.num_arcs(); ++arc)
        same = a.graph.neighbour(arc) == b.graph.neighbour(arc) && a.graph.weight(arc) == b.graph.weight(arc) &&
               a.graph.edge_of(arc) == b.graph.edge_of(arc);
    return same;
}

using weights = std::map<std::pair<gs::any_node, gs::any_node>, double>;

weights weights_of(gs::projection const& p) {
    weights result;
    for (std::uint32_t v = 0; v < p.graph.num_vertices(); ++v)
        for (auto arc = p.graph.first_arc(v); arc < p.graph.first_arc(v + 1); ++arc)
            if (auto const u = p.graph.neighbour(arc); v < u)
                result[{p.holders[v], p.holders[u]}] = p.graph.weight(arc);
    return result;
}

// Changes one row or node of a record in place, and reports it.
template <class Kept>
void mend(test::random_record& record, Kept& kept) {
    auto& g = record.graph;
    auto const r = g.relation_at(static_cast<std::size_t>(record.below(static_cast<int>(g.num_relations()))));
    switch (record.below(6)) {
    case 0: {
        auto const day = record.any_date(100);
        auto const valid = g.annotation(r).valid;
        if (valid.to.is_known() || (valid.from.is_known() && valid.from.first_day() > day.last_day())) return;
        g.end(r, day, {.recorded = record.any_date(50)});
        return kept.changed(r);
    }
    case 1: g.annotate(r, record.any_provenance()); return kept.changed(r);
    case 2:
        if (auto const said = g.as<gs::stance>(r)) {
            auto payload = g[*said];
            payload.value = record.chance(50) ? -1.0 : 1.0;
            g.set(*said, payload);
            return kept.changed(*said);
        }
        if (auto const made = g.as<gs::makes>(r)) {
            auto payload = g[*made];
            payload.capacity = record.chance(50) ? gs::capacity::personal : gs::capacity::official;
            g.set(*made, payload);
            return kept.changed(*made);
        }
        return;
    case 3: {
        auto const who = record.any_of(record.actors);
        auto payload = g[who];
        payload.kind = record.chance(50) ? gs::actor_kind::state : gs::actor_kind::ministry;
        g.set(who, payload);
        return kept.changed(who);
    }
    case 4: {
        auto const said = record.any_of(record.statements);
        auto payload = g[said];
        payload.said = record.any_date();
        g.set(said, payload);
        return kept.changed(said);
    }
    default: {
        auto const paper = record.any_of(record.publications);
        auto payload = g[paper];
        payload.published = record.any_date();
        payload.publisher = record.chance(50) ? "Post" : "Herald";
        g.set(paper, payload);
        return kept.changed(paper);
    }
    }
}

} // namespace

TEST_CASE("kept_projection: equals a projection from nothing after each of 10,000 random steps, under random lenses") {
    constexpr std::size_t steps = 25;
    auto const records = gs::testing::repetitions(10'000) / steps + 1;
    std::size_t wrong = 0;
    for (unsigned seed = 0; seed < records; ++seed) {
        test::random_record record(seed);
        auto const asked = record.any_lens();
        gs::project_options const options{.every_speaker = record.chance(30)};
        gs::kept_projection kept(record.graph, asked, options);
        auto before = weights_of(kept.current());
        for (std::size_t step = 0; step < steps; ++step) {
            for (auto changes = 1 + record.below(2); changes > 0; --changes)
                record.chance(60) ? record.grow() : mend(record, kept);
            auto const changes = kept.update();
            if (!is_same(kept.current(), gs::project(record.graph, asked, options))) {
                ++wrong;
                MESSAGE("seed " << seed << ", step " << step);
                break;
            }
            auto const after = weights_of(kept.current());
            for (auto const& c : changes) {
                auto const at = before.find({c.first, c.second});
                CHECK(c.before == (at == before.end() ? 0 : at->second));
                if (c.after == 0)
                    before.erase({c.first, c.second});
                else
                    before[{c.first, c.second}] = c.after;
            }
            CHECK(before == after);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("kept_projection: new holders come between old ones, and go again") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const c = g.add(gs::actor{.key = "c"});
    gs::kept_projection kept(g);
    CHECK(kept.current().ties.empty());
    CHECK(kept.update().empty());
    g.relate(a, c, gs::stance{.value = 1});
    auto changes = kept.update();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].first == gs::any_node(a));
    CHECK(changes[0].second == gs::any_node(c));
    CHECK(changes[0].before == 0);
    CHECK(changes[0].after == 1);
    auto const said = g.relate(c, b, gs::stance{.value = -1}, {.valid = gs::since(2020y)});
    changes = kept.update();
    CHECK(kept.current().holders == std::vector<gs::any_node>{gs::any_node(a), gs::any_node(b), gs::any_node(c)});
    CHECK(changes.size() == 1);
    g.set(said, gs::stance{.value = 0});
    kept.changed(said);
    changes = kept.update();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].before == -1);
    CHECK(changes[0].after == 0); // neutral: a tie of the list, not of the graph
    CHECK(kept.current().ties.size() == 2);
    CHECK(kept.current().graph.num_ties() == 1);
}

TEST_CASE("kept_projection: nodes that come later, roll-backs, and a lens that is refused") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    gs::kept_projection kept(g);
    auto const mark = g.mark();
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 1});
    CHECK(kept.update().size() == 1);
    g.roll_back(mark);
    CHECK_THROWS_AS(kept.update(), gs::error);
    auto const other = g.add(gs::actor{.key = "other"});
    g.relate(other, a, gs::stance{.value = 1});
    CHECK_THROWS_AS(kept.update(), gs::error); // as many rows as before, but not the same
    kept.restart();
    CHECK(is_same(kept.current(), gs::project(g)));
    CHECK_THROWS_AS(gs::kept_projection(g, {.neutral_within = 2}), gs::invalid_value);
    gs::stance_graph const elsewhere;
    gs::stance_graph foreign;
    CHECK_THROWS_AS(kept.changed(foreign.add(gs::actor{.key = "x"})), gs::invalid_handle);
}

TEST_CASE("kept_projection: a correction reaches what leads between the same two, whatever corrects it") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const early = g.add(gs::statement{.key = "early", .said = 2020y});
    auto const late = g.add(gs::statement{.key = "late", .said = 2021y});
    g.relate(a, early, gs::makes{});
    g.relate(a, late, gs::makes{});
    g.relate(late, early, gs::corrects{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = early});
    gs::kept_projection kept(g);
    CHECK(kept.current().ties.size() == 1);
    auto const instead = g.relate(a, b, gs::allied_with{}, {.claimed_in = late}); // no position, but it corrects one
    kept.update();
    CHECK(kept.current().ties.empty());
    CHECK(is_same(kept.current(), gs::project(g)));
    g.annotate(instead, {});
    kept.changed(instead);
    kept.update();
    CHECK(kept.current().ties.size() == 1);
    CHECK(is_same(kept.current(), gs::project(g)));
}

TEST_CASE("kept_projection: papers that turn out to have one origin, over papers in between") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    std::vector<gs::node<gs::publication>> papers;
    for (auto const* key : {"x", "o", "p", "y", "u", "q"}) papers.push_back(g.add(gs::publication{.key = key}));
    auto const [x, o, p, y, u, q] = std::array{papers[0], papers[1], papers[2], papers[3], papers[4], papers[5]};
    for (auto const& [from, to] : {std::pair(x, o), {p, o}, {y, u}, {q, u}}) g.relate(from, to, gs::derives_from{});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = x});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = y});
    gs::kept_projection kept(g);
    REQUIRE(kept.current().ties.size() == 1);
    CHECK(kept.current().ties[0].sum.number() == 2);
    g.relate(p, q, gs::derives_from{});
    kept.update();
    CHECK(kept.current().ties[0].sum.number() == 1);
    CHECK(is_same(kept.current(), gs::project(g)));
}

TEST_CASE("kept_projection: over a supposition, what is added is taken in, and what is taken away asks for a restart") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const first = g.relate(a, b, gs::stance{.value = 1});
    g.relate(b, a, gs::stance{.value = 1});
    gs::supposition what_if(g);
    gs::kept_projection<gs::geopolitics> kept(what_if);
    auto const c = what_if.add(gs::actor{.key = "c"});
    what_if.also(a, c, gs::stance{.value = 1});
    kept.update();
    CHECK(is_same(kept.current(), gs::project(what_if)));
    what_if.without(first);
    what_if.also(b, c, gs::stance{.value = 1}); // so there are as many as before
    CHECK_THROWS_AS(kept.update(), gs::error);
    kept.restart();
    CHECK(is_same(kept.current(), gs::project(what_if)));
}
