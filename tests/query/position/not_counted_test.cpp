// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/not_counted.hpp>
#include <geostance/query/position/position.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// A is for B in words that it took back, in words of X, and in a deed that ended in 2020.
struct small_record {
    gs::stance_graph g{};
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a", .name = "A"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b", .name = "B"});
    gs::node<gs::actor> x = g.add(gs::actor{.key = "x", .name = "X"});
    gs::node<gs::statement> first = says(a, "first");
    gs::node<gs::statement> second = says(a, "second");
    gs::node<gs::statement> by_x = says(x, "by X");
    gs::any_relation taken_back{g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = first})};
    gs::any_relation of_x{g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = by_x})};
    gs::any_relation ended{g.relate(a, b, gs::acts_toward{.value = 1}, {.valid = {2010y, 2020y}})};
    gs::any_relation retraction{g.relate(second, first, gs::retracts{})};

private:
    gs::node<gs::statement> says(gs::node<gs::actor> who, char const* key) {
        auto const said = g.add(gs::statement{.key = key});
        g.relate(who, said, gs::makes{});
        return said;
    }
};

} // namespace

TEST_CASE("not_counted: what was taken back, has ended or is in another account, and by what") {
    small_record const r;
    auto const found = gs::not_counted(r.g, r.a, r.b, {.at = 2024y});
    REQUIRE(found.size() == 3);
    CHECK(found[0] == gs::refused{r.taken_back, {}, gs::refusal::withdrawn, r.retraction});
    CHECK(found[1] == gs::refused{r.of_x, {}, gs::refusal::account, {}});
    CHECK(found[2] == gs::refused{r.ended, {}, gs::refusal::day, {}});
    CHECK(gs::not_counted(r.g, r.b, {.at = 2024y}) == found);
    CHECK(gs::not_counted(r.g, r.x, r.b).empty());
    CHECK(gs::not_counted(r.g, r.x).empty());
    CHECK(to_string(gs::refusal::uncertain) == "uncertain");
    CHECK(gs::from_string<gs::refusal>("withdrawn") == gs::refusal::withdrawn);
}

TEST_CASE("not_counted: what counts is not among it") {
    small_record const r;
    auto const found = gs::not_counted(r.g, r.a, r.b, {.at = 2015y, .according_to = gs::everybody()});
    REQUIRE(found.size() == 1);
    CHECK(found[0].relation == r.taken_back);
    CHECK(gs::not_counted(r.g, r.b, {.at = 2015y, .according_to = gs::everybody()}) == found);
}

TEST_CASE("not_counted: a vote that would carry over is among it, with the effect") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    auto const dam = g.add(gs::issue{.key = "dam"});
    auto const effect = g.relate(motion, dam, gs::would{.effect = gs::motion_effect::end});
    auto const vote = g.relate(a, motion, gs::casts{.vote = gs::ballot::yes});
    CHECK(gs::not_counted(g, dam).empty());
    auto const found = gs::not_counted(g, dam, {.channels = gs::channel::verbal});
    REQUIRE(found.size() == 1);
    CHECK(found[0] == gs::refused{gs::any_relation(vote), gs::any_relation(effect), gs::refusal::channel, {}});
    CHECK(gs::not_counted(g, a, dam, {.channels = gs::channel::verbal}) == found);
}

TEST_CASE("not_counted: of random records, explain has the same, and each relation of a holder is counted or refused") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        gs::stance_graph g;
        std::vector<gs::node<gs::actor>> who;
        std::vector<gs::node<gs::statement>> said;
        for (int i = 0; i < 3; ++i) who.push_back(g.add(gs::actor{.key = "a" + std::to_string(i)}));
        for (int i = 0; i < 4; ++i) {
            said.push_back(g.add(gs::statement{.key = "s" + std::to_string(i)}));
            g.relate(who[random() % 3], said.back(), gs::makes{});
        }
        for (int i = 0; i < 2; ++i) g.relate(said[2 + random() % 2], said[random() % 2], gs::retracts{});
        auto const target = g.add(gs::issue{.key = "x"});
        for (int i = 0; i < 6; ++i) {
            gs::provenance from;
            if (random() % 2 == 0) from.claimed_in = said[random() % 4];
            if (random() % 2 == 0) from.valid = {gs::date(2000y), gs::date(random() % 2 == 0 ? 2010y : 2030y)};
            g.relate(who[random() % 3], target, gs::stance{.value = random() % 2 == 0 ? 1.0 : -1.0}, from);
        }
        gs::lens const asked{.at = 2024y, .history = gs::history::all};
        std::size_t of_each = 0;
        for (auto const holder : who) {
            auto const refused = gs::not_counted(g, holder, target, asked);
            auto const explained = gs::explain(g, holder, target, asked).not_counted;
            REQUIRE(refused.size() == explained.size());
            for (std::size_t i = 0; i < refused.size(); ++i) CHECK(refused[i].relation == explained[i].relation);
            auto const counted = gs::position_of(g, holder, target, asked).rests_on.size();
            std::size_t recorded = 0;
            for (auto const r : gs::out<gs::stance>(g, holder))
                recorded += g.target(gs::any_relation(r)) == target ? 1U : 0U;
            CHECK(counted + refused.size() == recorded);
            of_each += refused.size();
        }
        CHECK(gs::not_counted(g, target, asked).size() == of_each);
    }
}
