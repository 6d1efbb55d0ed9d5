// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

struct plain_tie {
    std::size_t a;
    std::size_t b;
    double strength;
    gs::any_relation relation;
};

/// The strengths of all simple paths of at most `longest` ties, strongest first.
std::vector<double> all_paths(std::vector<plain_tie> const& ties, std::size_t from, std::size_t to,
                              std::size_t longest) {
    std::vector<double> found;
    std::vector<std::size_t> visited{from};
    std::function<void(std::size_t, double)> walk = [&](std::size_t at, double strength) {
        if (at == to) {
            found.push_back(strength);
            return;
        }
        if (visited.size() > longest) return;
        for (auto const& t : ties) {
            if (t.a == t.b || (t.a != at && t.b != at)) continue;
            auto const next = t.a == at ? t.b : t.a;
            if (std::find(visited.begin(), visited.end(), next) != visited.end()) continue;
            visited.push_back(next);
            walk(next, strength * t.strength);
            visited.pop_back();
        }
    };
    walk(from, 1);
    std::sort(found.rbegin(), found.rend());
    return found;
}

} // namespace

TEST_CASE("connections: the k strongest simple paths, as exhaustive search finds them") {
    std::mt19937 random(21);
    for (int round = 0; round < 500; ++round) {
        gs::stance_graph g;
        std::vector<gs::node<gs::actor>> actors;
        for (int i = 0; i < 6; ++i) actors.push_back(g.add(gs::actor{.key = std::to_string(i)}));
        std::vector<plain_tie> ties;
        for (int e = 0; e < 10; ++e) {
            auto const a = random() % 6;
            auto const b = random() % 6;
            double const value = static_cast<double>(random() % 9 + 1) / 10 * (random() % 2 == 0 ? 1 : -1);
            auto const r = g.relate(actors[a], actors[b], gs::stance{.value = value});
            ties.push_back({a, b, std::abs(value) * 0.5, gs::any_relation(r)});
        }
        std::size_t const longest = 1 + random() % 5;
        std::size_t const most = 1 + random() % 6;
        auto const wanted = all_paths(ties, 0, 1, longest);
        auto const found = gs::connections(g, actors[0], actors[1], {}, {.max_connections = most, .longest = longest});
        INFO("round ", round, " longest ", longest, " most ", most);
        REQUIRE(found.size() == std::min(most, wanted.size()));
        for (std::size_t i = 0; i < found.size(); ++i) {
            REQUIRE(found[i].strength == doctest::Approx(wanted[i]));
            REQUIRE(found[i].nodes.size() == found[i].relations.size() + 1);
            int sign = 1;
            for (auto const r : found[i].relations)
                if (g[*g.as<gs::stance>(r)].value < 0) sign = -sign;
            CHECK(found[i].sign == sign);
            for (std::size_t j = 0; j < i; ++j) CHECK(found[j].relations != found[i].relations);
        }
    }
}

TEST_CASE("connections: by the types asked for, and none to oneself") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const c = g.add(gs::alliance{.key = "c"});
    g.relate(a, c, gs::member_of{});
    g.relate(b, c, gs::member_of{});
    g.relate(a, b, gs::stance{.value = -0.1});
    CHECK(gs::connections(g, a, b).size() == 2);
    auto const by_membership = gs::connections(g, a, b, {}, {.types = {"member_of"}});
    CHECK(gs::connections<gs::member_of>(g, a, b).size() == by_membership.size());
    REQUIRE(by_membership.size() == 1);
    CHECK(by_membership[0].nodes[1] == gs::any_node(c));
    CHECK(gs::connections(g, a, b, {}, {.only_signed = true}).size() == 1);
    CHECK(gs::connections(g, a, a).empty());
    CHECK_THROWS_AS(static_cast<void>(gs::connections(g, a, b, {}, {.max_connections = 0})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::connections(g, a, b, {}, {.longest = 0})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::connections(g, a, gs::node<gs::actor>{})), gs::invalid_handle);
}

TEST_CASE("for_each_connection: those of connections, one by one, until the visitor has seen enough") {
    std::mt19937 random(22);
    for (unsigned round = 0; round < 50; ++round) {
        auto const world = test::random_record(round);
        auto const& g = world.graph;
        auto const from = g.node_at(random() % g.num_nodes());
        auto const to = g.node_at(random() % g.num_nodes());
        auto const wanted = gs::connections(g, from, to, {}, {.max_connections = 12, .longest = 4});
        std::size_t seen = 0;
        auto const same = [&](gs::connection const& c) {
            return seen < wanted.size() && c.nodes == wanted[seen].nodes && c.relations == wanted[seen].relations &&
                   c.strength == wanted[seen].strength && c.sign == wanted[seen].sign;
        };
        auto const visit = [&](gs::connection const& c) {
            CHECK(same(c));
            return ++seen < 12;
        };
        INFO("round ", round);
        gs::for_each_connection(g, from, to, visit, {},
                                {.max_connections = 1, .longest = 4}); // `max_connections` does not count
        CHECK(seen == wanted.size());
    }
}

TEST_CASE("for_each_connection: all paths where the visitor says nothing; what it throws ends the search") {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> at;
    for (auto const* key : {"a", "b", "c", "d"}) at.push_back(g.add(gs::actor{.key = key}));
    for (std::size_t i = 0; i < at.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) g.relate(at[i], at[j], gs::stance{.value = 1});
    std::vector<std::size_t> lengths;
    auto const remember = [&](gs::connection const& c) { lengths.push_back(c.relations.size()); };
    gs::for_each_connection(g, at[0], at[1], remember);
    CHECK(lengths == std::vector<std::size_t>{1, 2, 2, 3, 3}); // the complete graph of four: all simple paths
    lengths.clear();
    gs::for_each_connection(g, at[0], at[0], remember);
    CHECK(lengths.empty());
    auto const refuse = [](gs::connection const&) { throw gs::error("enough"); };
    CHECK_THROWS_WITH_AS(gs::for_each_connection(g, at[0], at[1], refuse), "enough", gs::error);
    CHECK_THROWS_AS(gs::for_each_connection(g, at[0], gs::node<gs::actor>{}, remember), gs::invalid_handle);
    CHECK_THROWS_AS(gs::for_each_connection(g, at[0], at[1], remember, {}, {.longest = 0}), gs::invalid_value);
}

TEST_CASE("connections and implied_sign: by the positions that the lens's channels and facet let pass") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const c = g.add(gs::actor{.key = "c"});
    auto const club = g.add(gs::alliance{.key = "club"});
    auto const motion = g.add(gs::issue{.key = "motion"});
    g.relate(a, b, gs::stance{.value = 1, .facet = "trade"});
    g.relate(b, c, gs::stance{.value = -1, .facet = "trade", .channel = gs::channel::material});
    gs::lens const words{.channels = gs::channel::verbal};
    CHECK(gs::implied_sign(g, a, c).value == -1);
    CHECK(gs::implied_sign(g, a, c, {.facet = "trade"}).value == -1);
    CHECK(std::isnan(gs::implied_sign(g, a, c, words).value));
    CHECK(std::isnan(gs::implied_sign(g, a, c, {.facet = "borders"}).value));
    CHECK(gs::connections(g, a, c, words).empty());
    g.relate(a, club, gs::member_of{}); // what is no position has no channel
    g.relate(c, club, gs::member_of{});
    g.relate(a, motion, gs::casts{gs::ballot::absent});
    CHECK(gs::connections(g, a, c, words).size() == 1);
    CHECK(gs::connections(g, a, motion, words).size() == 1);
}

TEST_CASE("implied_sign: the enemy of a friend is an enemy, with the paths it comes from") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const friend_of_a = g.add(gs::actor{.key = "f"});
    auto const enemy = g.add(gs::actor{.key = "e"});
    g.relate(a, friend_of_a, gs::stance{.value = 1});
    g.relate(friend_of_a, enemy, gs::stance{.value = -1});
    auto const implied = gs::implied_sign(g, a, enemy);
    CHECK(implied.value == -1);
    REQUIRE(implied.rests_on.size() == 1);
    CHECK(implied.rests_on[0].relations.size() == 2);
    CHECK(std::isnan(gs::implied_sign(g, a, friend_of_a).value));
    g.relate(a, enemy, gs::stance{.value = 1}); // a recorded tie does not speak for itself
    CHECK(gs::implied_sign(g, a, enemy).value == -1);
    auto const all = std::numeric_limits<std::size_t>::max(); // however many paths there are
    CHECK(gs::implied_sign(g, a, enemy, {}, {.max_connections = all}).value == -1);
}

TEST_CASE("mediators: who stands well with both camps") {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> n;
    for (char const* key : {"a", "b", "m", "x"}) n.push_back(g.add(gs::actor{.key = key}));
    g.relate(n[0], n[1], gs::stance{.value = -1});
    g.relate(n[2], n[0], gs::stance{.value = 0.5});
    g.relate(n[1], n[2], gs::stance{.value = 1});
    g.relate(n[3], n[0], gs::stance{.value = 1});
    auto const found = gs::mediators(g, {gs::any_node(n[0])}, {gs::any_node(n[1])});
    REQUIRE(found.size() == 1);
    CHECK(found[0].who == gs::any_node(n[2]));
    CHECK(found[0].with_first == 0.5);
    CHECK(found[0].with_second == 1);
    CHECK(found[0].rests_on.size() == 2);
    CHECK(gs::mediators(g, gs::any_nodes(n[0], n[2]), gs::any_nodes(n[1])).empty());     // one of a camp is no mediator
    CHECK(gs::mediators(g, gs::any_nodes(n[0]), gs::any_nodes(n[0], n[1])).size() == 1); // in both: one of the first
    auto const stranger = gs::stance_graph().add(gs::actor{.key = "elsewhere"});
    CHECK_THROWS_AS(static_cast<void>(gs::mediators(g, {gs::any_node(n[0])}, {gs::any_node(stranger)})),
                    gs::invalid_handle);
}

TEST_CASE("connections: a type of relation that there is not is refused by name") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::connections(g, a, b, {}, {.types = {"stnace"}})),
                         "connections_options.types: got stnace, expected the name of a type of relation",
                         gs::invalid_value);
}
