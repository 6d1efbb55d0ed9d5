// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <query/random_record.hpp>
#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// A relation type of somebody's own that says where its source stands.
struct insults {
    template <class From, class To>
    static constexpr bool links = gs::stance::links<From, To>;
};
std::optional<gs::position_signal> signal_of(insults const&) { return gs::position_signal{-1, gs::channel::verbal}; }

bool has_office(gs::stance_graph const& g, gs::any_node who) {
    return !gs::out<gs::part_of>(g, who).empty() || !gs::out<gs::speaks_for>(g, who).empty();
}

double value_of(gs::ballot b) { return b == gs::ballot::yes ? 1 : b == gs::ballot::no ? -1 : 0; }

} // namespace

TEST_CASE("if_switched: somebody's own positions give way to one, as a vote where it voted") {
    auto const world = gs::seed::council_vote_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const motion = world.at<gs::issue>("extension");
    auto const panel = world.at<gs::actor>("panel");
    auto const abstaining = gs::if_switched(world, russia, motion, 0);
    CHECK(gs::position_of(abstaining, russia, motion).attitude == gs::attitude::neutral);
    auto const votes = gs::votes_on(abstaining, motion);
    REQUIRE(votes.size() == 15);
    for (auto const& v : votes) CHECK((v.who == gs::any_node(russia)) == gs::is_supposed(abstaining, v.recorded));
    // No vote is half in favour.
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::if_switched(world, russia, motion, 0.5)),
                         "switch_to.value: got 0.5, expected 1, 0 or -1 for one who voted on it", gs::invalid_value);
    CHECK(gs::switches_on(world, motion, {}, {0.5}).empty());
    CHECK_THROWS_AS(static_cast<void>(gs::switches_on(world, motion, {}, {1, 7})), gs::invalid_value);
    auto const half = gs::if_switched(world, world.at<gs::actor>("Malta"), world.at<gs::actor>("China"), 0.5);
    CHECK(gs::position_of(half, world.at<gs::actor>("Malta"), world.at<gs::actor>("China")).value == 0.5);
    auto const friendly = gs::if_switched(world, world.at<gs::actor>("Malta"), world.at<gs::actor>("China"), 1);
    CHECK(gs::supporters(friendly, world.at<gs::actor>("China")).size() ==
          gs::supporters(world, world.at<gs::actor>("China")).size() + 1);
    CHECK_THROWS_AS(static_cast<void>(gs::if_switched(world, russia, panel, 2)), gs::invalid_value);
}

TEST_CASE("what_turns: of votes, what pivotal finds") {
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= gs::testing::repetitions(60); ++seed) {
        test::random_record record(seed);
        for (auto const motion : record.issues) {
            auto const rule = gs::simple_majority();
            auto const voted = gs::outcome(record.graph, motion, rule);
            // What was done for a voter gives way together with its own vote.
            auto const may_bind = [&](gs::voter_ballot const& v) { return has_office(record.graph, v.who); };
            if (std::any_of(voted.votes.begin(), voted.votes.end(), may_bind)) continue;
            std::vector<gs::switch_to> wanted;
            for (auto const& p : gs::pivotal(voted, rule)) wanted.push_back({p.who, motion, value_of(p.instead)});
            std::vector<gs::switch_to> candidates;
            for (auto const& v : voted.votes)
                if (v.vote != gs::ballot::not_a_member)
                    for (double const value : {1., -1., 0.}) candidates.push_back({v.who, motion, value});
            auto const turns = gs::what_turns(record.graph, candidates,
                                              [&](auto const& g) { return gs::outcome(g, motion, rule).carried; });
            INFO("seed ", seed, " motion ", motion.index());
            CHECK(turns.size() == wanted.size());
            for (auto const& t : turns)
                CHECK(std::find(wanted.begin(), wanted.end(), t.switches.front()) != wanted.end());
            found += turns.size();
        }
    }
    CHECK(found > 0);
}

TEST_CASE("what_turns: the smallest change comes first, pairs only where neither turns the answer alone") {
    gs::stance_graph g;
    auto const motion = g.add(gs::issue{.key = "m"});
    std::vector<gs::node<gs::actor>> who;
    for (char const* key : {"a", "b", "c", "d"}) who.push_back(g.add(gs::actor{.key = key}));
    for (std::size_t i = 0; i < who.size(); ++i) g.relate(who[i], motion, gs::stance{.value = i == 3 ? -0.5 : 1.0});
    auto const majority = [&](auto const& record) {
        return gs::supporters(record, motion).size() > gs::opponents(record, motion).size();
    };
    auto const candidates = gs::switches_on(g, motion);
    CHECK(candidates.size() == 9);                              // 1 is held by three, -0.5 is none of the values
    CHECK(gs::what_turns(g, candidates, majority).size() == 3); // each supporter to -1
    auto const turns = gs::what_turns(g, candidates, majority, {.max_together = 2});
    REQUIRE(turns.size() == 6); // and each two supporters to 0
    CHECK(turns.front().distance == 2);
    CHECK(turns.front().switches == std::vector<gs::switch_to>{{who[0], motion, -1}});
    CHECK_FALSE(turns.front().answer);
    CHECK(turns.front().differences.size() == 1);
    CHECK(turns[3].switches == std::vector<gs::switch_to>{{who[0], motion, 0}, {who[1], motion, 0}});
    CHECK(turns[3].differences.size() == 2);
    for (std::size_t i = 1; i < turns.size(); ++i) CHECK(turns[i - 1].distance <= turns[i].distance);
    CHECK_THROWS_AS(static_cast<void>(gs::what_turns(g, candidates, majority, {.max_together = 3})), gs::invalid_value);
}

TEST_CASE("what_turns: any answer that can be compared, here whether two stand alike") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 1});
    g.relate(b, a, gs::stance{.value = -1});
    auto const turns = gs::what_turns(g, {{a, b, -1}, {b, a, 1}}, [&](auto const& record) {
        return gs::position_of(record, a, b).attitude == gs::position_of(record, b, a).attitude;
    });
    REQUIRE(turns.size() == 2);
    CHECK(turns[0].answer);
}

TEST_CASE("what_turns: whose change moves somebody to the other camp") {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> who;
    for (char const* key : {"a", "b", "c", "d"}) who.push_back(g.add(gs::actor{.key = key}));
    g.relate(who[0], who[1], gs::stance{.value = 1});  // a and b against c and d
    g.relate(who[0], who[2], gs::stance{.value = -1}); // by one row
    g.relate(who[1], who[3], gs::stance{.value = -1}); // b and c have the last word on d
    g.relate(who[2], who[3], gs::stance{.value = 1});
    auto const is_with_a = [&](gs::stance_graph const& record) {
        auto const ties = gs::project(record);
        auto const camp = gs::structural_balance(ties.graph).camp;
        auto const number = [&](gs::any_node n) {
            return std::find(ties.holders.begin(), ties.holders.end(), n) - ties.holders.begin();
        };
        return camp[static_cast<std::size_t>(number(who[0]))] == camp[static_cast<std::size_t>(number(who[2]))];
    };
    REQUIRE_FALSE(is_with_a(g));
    std::vector<gs::switch_to> candidates;
    for (auto const target : who)
        for (auto const& to : gs::switches_on(g, target, {}, {1, -1})) candidates.push_back(to);
    CHECK(candidates.size() == 4);
    auto const turns = gs::what_turns(g, candidates, is_with_a);
    REQUIRE(turns.size() == 1); // c is a's enemy by a's own row first; the others leave a circle that fits nobody
    CHECK(turns[0].switches == std::vector<gs::switch_to>{{who[0], who[2], 1}});
    CHECK(turns[0].answer);
    CHECK(turns[0].differences.size() == 1);
}

TEST_CASE("if_switched: a vote keeps the day of the newest vote, and its veto if it stays what it was") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const motion = g.add(gs::issue{.key = "m"});
    g.relate(a, motion, gs::casts{.vote = gs::ballot::no, .veto = true}, {.valid = gs::since(2024y / 3 / 2)});
    g.relate(a, motion, gs::casts{.vote = gs::ballot::yes}, {.valid = gs::since(2024y / 3 / 1)});
    g.relate(a, motion, gs::stance{.value = -1}, {.valid = gs::since(2025y)});
    auto const vote_if = [&](double value) {
        auto const switched = gs::if_switched(g, a, motion, value);
        REQUIRE(switched.num_relations() == 1);
        auto const vote = gs::relations_of<gs::casts>(switched).begin()[0];
        CHECK(switched.annotation(vote).valid == gs::since(2024y / 3 / 2));
        return switched[vote];
    };
    CHECK(vote_if(-1) == gs::casts{.vote = gs::ballot::no, .veto = true});
    CHECK(vote_if(1) == gs::casts{.vote = gs::ballot::yes});
    CHECK(vote_if(0) == gs::casts{.vote = gs::ballot::abstain});
    CHECK_THROWS_AS(static_cast<void>(gs::if_switched(g, a, motion, 0.5)), gs::invalid_value);
}

TEST_CASE("if_switched: relations of one's own that say where somebody stands give way too, and others stay") {
    using own = gs::extend<gs::geopolitics, gs::nodes<>, gs::relations<insults>>;
    gs::typed_graph<own> g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, insults{});
    g.relate(a, b, gs::affects{.value = -1});
    auto const friendly = gs::if_switched(g, a, b, 1);
    CHECK(friendly.num_relations() == 2);
    CHECK(gs::relations_of<insults>(friendly).empty());
    CHECK(gs::position_of(friendly, a, b).value == 1);
}

TEST_CASE("if_switched: what is said in its name binds its speakers alone, and what its organs did gives way") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const ministry = g.add(gs::actor{.key = "ministry", .kind = gs::actor_kind::ministry});
    auto const envoy = g.add(gs::actor{.key = "envoy", .kind = gs::actor_kind::person});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const other = g.add(gs::issue{.key = "other"});
    auto const speech = g.add(gs::statement{.key = "speech", .said = 2020y / 5 / 1});
    g.relate(envoy, state, gs::speaks_for{});
    g.relate(ministry, state, gs::part_of{});
    g.relate(envoy, speech, gs::makes{});
    g.relate(envoy, plan, gs::stance{.value = -1}, {.claimed_in = speech});
    g.relate(envoy, other, gs::stance{.value = -1}, {.claimed_in = speech});
    g.relate(ministry, plan, gs::stance{.value = -1, .channel = gs::channel::material});
    REQUIRE(gs::position_of(g, state, plan).attitude == gs::attitude::opposes);
    auto const friendly = gs::if_switched(g, state, plan, 1);
    for (gs::lens const& lens : {gs::lens{}, gs::lens{.at = 2020y / 5 / 1}, gs::lens{.history = gs::history::all}}) {
        auto const held = gs::position_of(friendly, state, plan, lens);
        CHECK(held.value == 1);
        CHECK(held.rests_on.size() == 1);
    }
    CHECK(gs::position_of(friendly, envoy, plan).value == -1);
    CHECK(gs::position_of(friendly, state, other).value == -1); // the rest of the speech binds it
    CHECK(gs::position_of(friendly, ministry, plan).attitude == gs::attitude::none);
    auto const back = gs::if_switched(friendly, state, plan, -1); // over a supposition, too
    CHECK(gs::position_of(back, state, plan).value == -1);
}

TEST_CASE("if_switched: of random records, the holder stands there, but for what carries over and what it inherits") {
    std::size_t switched = 0;
    for (unsigned seed = 1; seed <= gs::testing::repetitions(300); ++seed) {
        test::random_record record(seed);
        auto const asked = record.any_question(); // clang 14 captures no structured bindings
        auto const who = asked.first;
        auto const target = asked.second;
        auto const& g = record.graph;
        auto const holder = g.as<gs::actor>(who);
        if (!holder || g.as<gs::publication>(target)) continue;
        double const value = record.any_of(std::vector<double>{1, -1, 0});
        INFO("seed ", seed);
        auto const world = g.visit(target, [&]<class T>(T const&) {
            if constexpr (gs::position_target<gs::node<T>, gs::geopolitics>)
                return gs::if_switched(g, *holder, *g.as<T>(target), value);
            else
                return gs::suppose(g);
        });
        auto const held = gs::position_of(world, who, target);
        for (auto const& e : held.rests_on) {
            if (!e.via.is_null()) continue;
            CHECK(gs::is_supposed(world, e.relation));
            CHECK(e.value == value);
            ++switched;
        }
    }
    CHECK(switched > gs::testing::repetitions(300) / 6);
}
