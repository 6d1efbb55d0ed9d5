// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <query/by_definition.hpp>
#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("differences: random records agree with comparing every listed pair under both readings") {
    for (unsigned seed = 1; seed <= geostance::testing::repetitions(1'000); ++seed) {
        test::random_record record(seed);
        auto const first = record.any_lens();
        auto const second = record.any_lens();
        std::set<std::pair<gs::any_node, gs::any_node>> pairs;
        for (auto const* lens : {&first, &second})
            for (auto const& p : gs::positions(record.graph, *lens)) pairs.emplace(p.target, p.who);
        std::map<std::pair<gs::any_node, gs::any_node>, gs::difference const*> found;
        auto const all = gs::differences(record.graph, first, second);
        for (auto const& d : all) found.emplace(std::pair(d.target, d.who), &d);
        REQUIRE(found.size() == all.size());
        test::by_definition const before(record.graph, first);
        test::by_definition const after(record.graph, second);
        std::size_t differing = 0;
        for (auto const& pair : pairs) {
            auto const target = pair.first;
            auto const who = pair.second;
            auto const a = before.position(who, target);
            auto const b = after.position(who, target);
            auto const at = found.find({target, who});
            INFO("seed ", seed, " who ", who.index(), " target ", target.index());
            bool const differ = a.attitude != b.attitude || (a.number > 0 && std::abs(a.mean - b.mean) > 1e-9);
            // A list leaves out the offices in between, so under one reading somebody may be listed and not be under
            // the other; whoever is listed under both is compared.
            if (at == found.end()) {
                CHECK_FALSE(differ);
                continue;
            }
            ++differing;
            if (at->second->first.attitude != gs::attitude::none) CHECK(at->second->first.attitude == a.attitude);
            if (at->second->second.attitude != gs::attitude::none) CHECK(at->second->second.attitude == b.attitude);
        }
        CHECK(differing == found.size());
    }
}

TEST_CASE("differences: two days, two speakers, words and deeds, on the shipped record") {
    auto const world = gs::seed::panel_veto_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const north_korea = world.at<gs::actor>("North Korea");
    auto const soviet_union = world.at<gs::actor>("Soviet Union");
    auto const has = [&](std::vector<gs::difference> const& all, gs::any_node who, gs::any_node target) {
        return std::any_of(all.begin(), all.end(), [&](auto const& d) { return d.who == who && d.target == target; });
    };
    auto const days = gs::differences(world, {.at = 1948y}, {.at = 2024y / 3 / 29});
    CHECK(has(days, gs::any_node(soviet_union), gs::any_node(north_korea)));
    CHECK(has(days, gs::any_node(russia), gs::any_node(north_korea)));

    auto const us = world.at<gs::actor>("United States");
    auto const speakers = gs::differences(world, {.according_to = russia}, {.according_to = us});
    CHECK(has(speakers, gs::any_node(us), gs::any_node(north_korea)));

    auto const without = gs::changes_without(world, {gs::any_node(world.at<gs::actor>("Zakharova"))});
    REQUIRE_FALSE(without.empty());
    for (auto const& d : without) CHECK(d.first.rests_on.size() > d.second.rests_on.size());

    CHECK(gs::differences(world, {}, {}).empty());
    CHECK_THROWS_AS(static_cast<void>(gs::differences(world, {}, {}, {.tolerance = -1})), gs::invalid_value);
}

TEST_CASE("differences: an office in between that is not listed any more may still have its position") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const ministry = g.add(gs::actor{.key = "ministry", .kind = gs::actor_kind::ministry});
    auto const spokesman = g.add(gs::actor{.key = "spokesman", .kind = gs::actor_kind::person});
    auto const what = g.add(gs::issue{.key = "what"});
    auto const paper = g.add(gs::publication{.key = "paper"});
    g.relate(spokesman, ministry, gs::speaks_for{});
    g.relate(ministry, state, gs::part_of{});
    auto const said = g.add(gs::statement{.key = "said"});
    g.relate(spokesman, said, gs::makes{});
    g.relate(spokesman, what, gs::stance{.value = -1}, {.claimed_in = said});
    g.relate(ministry, what, gs::stance{.value = -1}, {.publication = paper});
    CHECK(gs::position_of(g, ministry, what, {.without = {paper}}).value == -1);
    CHECK(gs::changes_without(g, {gs::any_node(paper)}).empty());
}
