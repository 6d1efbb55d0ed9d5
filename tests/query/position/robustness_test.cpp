// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// The size of the smallest set of things whose loss leaves no evidence: by trying all sets; 0 if no set does.
std::size_t least_cut_by_trying(gs::stance_graph const& g, gs::any_node who, gs::any_node target, gs::lens const& lens,
                                std::vector<gs::any_node> const& things) {
    std::size_t best = 0;
    for (unsigned set = 0; set < 1U << things.size(); ++set) {
        auto without = lens;
        std::size_t size = 0;
        for (std::size_t i = 0; i < things.size(); ++i)
            if ((set >> i & 1U) != 0) {
                without.without.push_back(things[i]);
                ++size;
            }
        if (best != 0 && size >= best) continue;
        if (gs::position_of(g, who, target, without).attitude == gs::attitude::none) best = size;
    }
    return best;
}

} // namespace

TEST_CASE("foundation_of: carriers and least cut on random records agree with leaving things out") {
    int cuts = 0;
    int exact = 0;
    for (unsigned seed = 1; seed <= geostance::testing::repetitions(400); ++seed) {
        test::random_record record(seed);
        auto const& g = record.graph;
        auto const lens = seed % 2 == 0 ? gs::lens() : record.any_lens();
        std::vector<gs::any_node> things;
        for (auto const p : record.publications) things.emplace_back(p);
        for (auto const s : record.statements) things.emplace_back(s);
        for (auto const a : record.alliances) things.emplace_back(a);
        for (auto const a : record.actors)
            if (a != record.actors[0]) things.emplace_back(a); // the holder is no part of its own foundation
        if (things.size() > 9 || !gs::relations_of<gs::derives_from>(g).empty()) continue;
        for (auto const target : record.issues) {
            gs::any_node const who(record.actors[0]);
            auto const found = gs::foundation_of(g, who, target, lens);
            if (found.position.attitude == gs::attitude::none) continue;
            INFO("seed ", seed, " target ", target.index());
            for (auto const one : things) {
                auto without = lens;
                without.without.push_back(one);
                auto const left = gs::position_of(g, who, target, without);
                bool const carries = std::any_of(found.carriers.begin(), found.carriers.end(),
                                                 [&](auto const& c) { return c.what == one; });
                CHECK(carries == (left.attitude != found.position.attitude));
            }
            auto const least = least_cut_by_trying(g, who, gs::any_node(target), lens, things);
            if (found.least_cut_is_exact) CHECK(found.least_cut.size() == least);
            if (!found.least_cut.empty()) {
                auto without = lens;
                without.without.insert(without.without.end(), found.least_cut.begin(), found.least_cut.end());
                CHECK(gs::position_of(g, who, target, without).attitude == gs::attitude::none);
            }
            exact += found.least_cut_is_exact ? 1 : 0;
            cuts += least > 1 ? 1 : 0;
        }
    }
    CHECK(cuts > 0);
    CHECK(exact > 3);
}

TEST_CASE("foundation_of: the shipped record hangs on its one article; a second source would carry it") {
    auto world = gs::seed::panel_veto_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const panel = world.at<gs::actor>("Group of Experts");
    auto const found = gs::foundation_of(world, russia, panel);
    REQUIRE(found.least_cut.size() == 1);
    REQUIRE(found.carriers.size() == 1);
    CHECK(found.carriers[0].carries_everything);
    CHECK(found.least_cut[0] == found.carriers[0].what);

    auto const other = world.add(gs::publication{.key = "second source"});
    world.relate(russia, panel, gs::stance{.value = -1}, {.publication = other});
    auto const now = gs::foundation_of(world, russia, panel);
    CHECK(now.carriers.empty());
    CHECK(now.least_cut.size() == 2);
    CHECK_THROWS_AS(static_cast<void>(gs::foundation_of(world, russia, panel, {}, {.max_steps = 0})),
                    gs::invalid_value);
}

TEST_CASE("foundation_of: nothing recorded hangs on nothing") {
    auto const world = gs::seed::council_vote_2024();
    auto const found = gs::foundation_of(world, world.at<gs::actor>("Malta"), world.at<gs::actor>("Guyana"));
    CHECK(found.position.attitude == gs::attitude::none);
    CHECK(found.carriers.empty());
    CHECK(found.least_cut.empty());
}

TEST_CASE("foundation_of: the loss of a retraction brings back what it took away, and is no cut") {
    gs::stance_graph g;
    auto const u = g.add(gs::actor{.key = "u"});
    auto const t = g.add(gs::issue{.key = "t"});
    auto const first = g.add(gs::statement{.key = "first"});
    auto const second = g.add(gs::statement{.key = "second"});
    for (auto const said : {first, second}) g.relate(u, said, gs::makes{});
    g.relate(u, t, gs::stance{.value = 1}, {.claimed_in = first});
    g.relate(u, t, gs::stance{.value = -1}, {.claimed_in = second});
    g.relate(second, first, gs::retracts{});
    auto const found = gs::foundation_of(g, u, t);
    CHECK(found.least_cut == std::vector{gs::any_node(first), gs::any_node(second)});
    REQUIRE(found.carriers.size() == 1); // without the second statement the first stands
    CHECK(found.carriers[0].what == gs::any_node(second));
    CHECK(found.carriers[0].without.attitude == gs::attitude::supports);
}

TEST_CASE("foundation_of: what carries over through two motions hangs on the effects of both") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const t = g.add(gs::issue{.key = "t"});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const last = g.add(gs::publication{.key = "last"});
    g.relate(plan, t, gs::would{gs::motion_effect::keep}, {.publication = last});
    for (auto const* const key : {"first", "second"}) {
        auto const motion = g.add(gs::issue{.key = key});
        auto const paper = g.add(gs::publication{.key = std::string("paper, ") + key});
        g.relate(motion, plan, gs::would{gs::motion_effect::keep}, {.publication = paper});
        g.relate(a, motion, gs::stance{.value = 1}, {.publication = paper});
    }
    auto const found = gs::foundation_of(g, a, t);
    CHECK(found.position.number == 2);
    CHECK(found.least_cut == std::vector{gs::any_node(last)});
    CHECK(found.least_cut_is_exact);
}

TEST_CASE("foundation_of: an effect whose loss ends a contradiction may bring a position back") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const t = g.add(gs::issue{.key = "t"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const deed = g.add(gs::publication{.key = "deed"});
    g.relate(motion, t, gs::would{gs::motion_effect::keep});
    g.relate(motion, t, gs::would{gs::motion_effect::end}, {.publication = paper});
    g.relate(a, motion, gs::stance{.value = 1});
    g.relate(a, t, gs::stance{.value = -1}, {.publication = deed});
    auto const found = gs::foundation_of(g, a, t);
    CHECK(found.least_cut == std::vector{gs::any_node(deed)});
    auto const mixed = gs::position_of(g, a, t, {.without = {gs::any_node(paper)}});
    CHECK(mixed.number == 2);
    CHECK(gs::foundation_of(g, a, t, {.without = {gs::any_node(paper)}}).least_cut.empty());
}

TEST_CASE("foundation_of: nine ministries that are part of each other, and a paper that copies an agency") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const t = g.add(gs::issue{.key = "t"});
    std::vector<gs::node<gs::actor>> ministries;
    for (int i = 0; i < 9; ++i)
        ministries.push_back(g.add(gs::actor{.key = std::to_string(i), .kind = gs::actor_kind::ministry}));
    for (auto const a : ministries) {
        for (auto const b : ministries)
            if (a != b) g.relate(a, b, gs::part_of{});
        g.relate(a, state, gs::part_of{});
    }
    auto const agency = g.add(gs::publication{.key = "agency"});
    auto const paper = g.add(gs::publication{.key = "paper"});
    g.relate(paper, agency, gs::derives_from{});
    g.relate(ministries[0], t, gs::stance{.value = -1, .channel = gs::channel::material}, {.publication = paper});
    auto const found = gs::foundation_of(g, state, t);
    CHECK(found.position.attitude == gs::attitude::opposes);
    CHECK(found.least_cut.size() == 1);
    CHECK(std::any_of(found.carriers.begin(), found.carriers.end(),
                      [&](auto const& c) { return c.what == gs::any_node(agency) && c.carries_everything; }));
}

TEST_CASE("foundation_of: who tells of the one who speaks carries, and so does whom that one took it from") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const said = g.add(gs::statement{.key = "said"});
    auto const report = g.add(gs::statement{.key = "report"});
    g.relate(b, report, gs::makes{});
    g.relate(a, plan, gs::stance{.value = 1}, {.claimed_in = said});
    SUBCASE("in a statement") {
        g.relate(a, said, gs::makes{}, {.claimed_in = report});
        std::vector<gs::any_node> names;
        for (auto const& c : gs::foundation_of(g, a, plan).carriers) names.push_back(c.what);
        CHECK(std::find(names.begin(), names.end(), gs::any_node(report)) != names.end());
        CHECK(std::find(names.begin(), names.end(), gs::any_node(b)) != names.end());
    }
    SUBCASE("in a paper that copied it") {
        auto const paper = g.add(gs::publication{.key = "paper"});
        auto const agency = g.add(gs::publication{.key = "agency"});
        g.relate(paper, agency, gs::derives_from{});
        g.relate(a, said, gs::makes{}, {.publication = paper});
        std::vector<gs::any_node> names;
        for (auto const& c : gs::foundation_of(g, a, plan).carriers) names.push_back(c.what);
        CHECK(std::find(names.begin(), names.end(), gs::any_node(agency)) != names.end());
    }
}
