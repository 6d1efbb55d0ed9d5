// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <boost/graph/breadth_first_search.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

std::string explained(gs::stance_graph const& g, gs::node<gs::actor> who, gs::node<gs::issue> target) {
    std::ostringstream out;
    out << gs::explain(g, who, target);
    return out.str();
}

/// Two states, a ministry's speaker, a motion, two papers.
struct two_states_record {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a", .name = "Alba", .kind = gs::actor_kind::state});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b", .name = "Borduria", .kind = gs::actor_kind::state});
    gs::node<gs::actor> speaker = g.add(gs::actor{.key = "s", .name = "Speaker", .kind = gs::actor_kind::person});
    gs::node<gs::issue> motion = g.add(gs::issue{.key = "m", .name = "the motion"});
    gs::node<gs::publication> post = g.add(gs::publication{.key = "post", .published = 2024y / 3 / 1});
    gs::node<gs::publication> herald = g.add(gs::publication{.key = "herald", .published = 2024y / 3 / 2});
    gs::relation<gs::stance> stance_of_a =
        g.relate(a, motion, gs::stance{.value = 1},
                 {.publication = post, .valid = gs::since(2024y / 3 / 1), .recorded = 2024y / 3 / 3});
    gs::relation<gs::stance> stance_of_b = g.relate(b, motion, gs::stance{.value = -1}, {.publication = herald});
    gs::relation<gs::speaks_for> office =
        g.relate(speaker, b, gs::speaks_for{.role = "speaker"}, {.valid = gs::since(2020y)});
};

} // namespace

TEST_CASE_FIXTURE(two_states_record,
                  "supposition: an algorithm of Boost.Graph goes where relations are supposed to lead") {
    gs::supposition what_if(g);
    what_if.without(stance_of_b);
    what_if.relate(a, b, gs::stance{.value = 1});
    auto const steps_from = [](auto const& graph, auto from) {
        std::vector<std::size_t> steps(num_vertices(graph));
        auto const visitor = boost::make_bfs_visitor(boost::record_distances(steps.data(), boost::on_tree_edge()));
        boost::breadth_first_search(graph, from.index(), boost::visitor(visitor));
        return steps;
    };
    auto const supposed = steps_from(what_if, speaker);
    CHECK(supposed[b.index()] == 1);
    CHECK(supposed[motion.index()] == 0);
    CHECK(steps_from(what_if, a)[b.index()] == 1);
    CHECK(steps_from(g, speaker)[motion.index()] == 2);
    CHECK(steps_from(g, a)[b.index()] == 0);
}

TEST_CASE("supposition: the Council's vote of March 2024, had Russia abstained; the record stays as it is") {
    auto const world = gs::seed::council_vote_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const motion = world.at<gs::issue>("S/2024/255");
    auto const rule = gs::security_council_rule(gs::any_nodes(russia));
    gs::supposition what_if(world);
    auto const supposed = what_if.relate(russia, motion, gs::casts{gs::ballot::abstain});
    CHECK_FALSE(gs::outcome(world, motion, rule).carried);
    CHECK(gs::outcome(what_if, motion, rule).carried);
    CHECK(gs::position_of(what_if, russia, motion).attitude == gs::attitude::neutral);
    CHECK(gs::position_of(world, russia, motion).attitude == gs::attitude::opposes);
    CHECK(gs::is_supposed(what_if, supposed));
    CHECK(gs::describe(what_if, supposed) ==
          gs::name_of(world, russia) + " abstains on " + gs::name_of(world, motion) + " [supposed]");
    CHECK(explained(what_if, russia, motion).find("[supposed]") != std::string::npos);
    CHECK(explained(world, russia, motion).find("[supposed]") == std::string::npos);
    auto const changes = gs::differences(world, what_if);
    REQUIRE_FALSE(changes.empty());
    for (auto const& change : changes) CHECK(change.who == russia);
}

TEST_CASE("supposition: relate takes the place of what is recorded and its days, also adds beside it") {
    two_states_record r;
    gs::supposition what_if(r.g);
    auto const against = what_if.relate(r.a, r.motion, gs::stance{.value = -1});
    CHECK(gs::position_of(what_if, r.a, r.motion).value == -1);
    CHECK(gs::position_of(what_if, r.a, r.motion, {.at = 2024y / 2 / 1}).attitude == gs::attitude::none);
    CHECK(what_if.annotation(against).valid == gs::since(2024y / 3 / 1));
    CHECK(what_if.annotation(against).recorded == gs::date(2024y / 3 / 3));
    CHECK(what_if.annotation(against).publication.is_null());
    what_if.also(r.a, r.motion, gs::stance{.value = 1}, {.valid = gs::since(2024y / 3 / 1)});
    CHECK(gs::position_of(what_if, r.a, r.motion).attitude == gs::attitude::mixed);
    auto const with_days = what_if.relate(r.a, r.motion, gs::stance{.value = 0.5}, {.valid = gs::since(2025y)});
    CHECK(gs::position_of(what_if, r.a, r.motion).value == 0.5);
    CHECK(gs::position_of(what_if, r.a, r.motion).rests_on.size() == 1);
    CHECK(gs::position_of(what_if, r.a, r.motion).rests_on.front().relation == gs::any_relation(with_days));
    CHECK(gs::position_of(r.g, r.a, r.motion).value == 1);
    CHECK(r.g.num_relations() == 3);
}

TEST_CASE("supposition: relations and sources are left out") {
    two_states_record r;
    gs::supposition without_one(r.g);
    without_one.without(r.stance_of_a);
    CHECK(gs::position_of(without_one, r.a, r.motion).attitude == gs::attitude::none);
    CHECK(gs::position_of(without_one, r.b, r.motion).attitude == gs::attitude::opposes);
    gs::supposition without_herald(r.g);
    without_herald.without_source(r.herald);
    CHECK(gs::position_of(without_herald, r.a, r.motion).attitude == gs::attitude::supports);
    CHECK(gs::position_of(without_herald, r.b, r.motion).attitude == gs::attitude::none);
    CHECK(without_herald.num_relations() == 2);
    CHECK_THROWS_AS(without_one.without(r.stance_of_a), gs::invalid_handle);
}

TEST_CASE("supposition: who leaves office no longer binds afterwards") {
    two_states_record r;
    auto const said = r.g.add(gs::statement{.key = "said", .said = 2024y / 5 / 1});
    r.g.relate(r.speaker, said, gs::makes{});
    r.g.relate(r.speaker, r.a, gs::stance{.value = -1}, {.claimed_in = said, .valid = gs::since(2024y / 5 / 1)});
    REQUIRE(gs::position_of(r.g, r.b, r.a).attitude == gs::attitude::opposes);
    gs::supposition left_before(r.g);
    left_before.leave_office(r.speaker, 2024y / 4);
    CHECK(gs::position_of(left_before, r.b, r.a).attitude == gs::attitude::none);
    CHECK(gs::is_supposed(left_before, r.office));
    CHECK(left_before.annotation(r.office).valid.to == gs::date(2024y / 4));
    CHECK(r.g.annotation(r.office).valid.to == gs::date::open());
    gs::supposition left_after(r.g);
    left_after.leave_office(r.speaker, r.b, 2024y / 6 / 1);
    CHECK(gs::position_of(left_after, r.b, r.a).attitude == gs::attitude::opposes);
    gs::supposition never(r.g);
    never.leave_office(r.speaker, 2019y);
    CHECK(gs::out<gs::speaks_for>(never, r.speaker).empty());
    gs::supposition other(r.g);
    other.leave_office(r.speaker, r.a, 2019y);
    CHECK(gs::out<gs::speaks_for>(other, r.speaker).size() == 1);
    CHECK_THROWS_AS(other.leave_office(r.speaker, gs::date()), gs::invalid_value);
}

TEST_CASE("supposition: a relation ends, and new actors and motions take part") {
    two_states_record r;
    gs::supposition what_if(r.g);
    what_if.end(r.stance_of_a, 2024y / 6 / 1);
    CHECK(gs::position_of(what_if, r.a, r.motion, {.at = 2024y / 7 / 1}).attitude == gs::attitude::none);
    auto const newcomer = what_if.add(gs::actor{.key = "c", .name = "Syldavia", .kind = gs::actor_kind::state});
    auto const counter_motion = what_if.add(gs::issue{.key = "n", .name = "another motion"});
    what_if.also(newcomer, counter_motion, gs::stance{.value = 1});
    what_if.also(counter_motion, r.motion, gs::would{gs::motion_effect::end});
    CHECK(gs::position_of(what_if, newcomer, r.motion).attitude == gs::attitude::opposes);
    CHECK(gs::opponents(what_if, r.motion).size() == 2);
    CHECK(gs::opponents(r.g, r.motion).size() == 1);
}

TEST_CASE("supposition: suppositions stack, and what is dropped is gone") {
    two_states_record r;
    gs::supposition first(r.g);
    first.relate(r.a, r.motion, gs::stance{.value = -1});
    {
        auto second = gs::suppose(first);
        second.relate(r.b, r.motion, gs::stance{.value = 1});
        CHECK(gs::position_of(second, r.a, r.motion).attitude == gs::attitude::opposes);
        CHECK(gs::position_of(second, r.b, r.motion).attitude == gs::attitude::supports);
        CHECK(gs::differences(first, second).size() == 1);
        CHECK(gs::differences(r.g, second).size() == 2);
        for (auto const& change : gs::differences(first, second)) {
            CHECK(change.who == gs::any_node(r.b));
            CHECK(change.first.attitude == gs::attitude::opposes);
            CHECK(change.second.attitude == gs::attitude::supports);
        }
    }
    CHECK(gs::position_of(first, r.b, r.motion).attitude == gs::attitude::opposes);
    CHECK(gs::differences(r.g, first).size() == 1);
}

TEST_CASE("supposition: a record that changed beneath is an error of use, and so are suppositions of other records") {
    two_states_record r;
    gs::supposition what_if(r.g);
    auto const over_it = gs::suppose(what_if);
    r.g.annotate(r.stance_of_a, {});
    CHECK_THROWS_AS(static_cast<void>(gs::position_of(what_if, r.a, r.motion)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::position_of(over_it, r.a, r.motion)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::positions(what_if)), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::suppose(what_if)), gs::invalid_handle);
    two_states_record other;
    gs::supposition const of_another(other.g);
    CHECK_THROWS_AS(static_cast<void>(gs::differences(r.g, of_another)), gs::error);
}

TEST_CASE("supposition: a relation in the place of several has the days of the one that begins last") {
    two_states_record r;
    r.g.relate(r.b, r.a, gs::stance{.value = 1}, {.valid = gs::since(2024y / 1), .recorded = 2025y});
    r.g.relate(r.b, r.a, gs::stance{.value = 0}, {.valid = gs::since(2022y), .recorded = 2026y});
    r.g.relate(r.b, r.a, gs::stance{.value = 0}, {.recorded = 2027y});
    gs::supposition what_if(r.g);
    auto const supposed = what_if.relate(r.b, r.a, gs::stance{.value = -1});
    CHECK(what_if.annotation(supposed).valid == gs::since(2024y / 1));
    CHECK(what_if.annotation(supposed).recorded == gs::date(2025y));
    CHECK(gs::out<gs::stance>(what_if, r.b).size() == 2);
}

template <class T>
concept can_be_supposed = requires(T&& record) {
    gs::suppose(std::forward<T>(record));
};

TEST_CASE("supposition: lies over no record that ends before it") {
    static_assert(can_be_supposed<gs::stance_graph const&>);
    static_assert(can_be_supposed<gs::supposition<gs::geopolitics>&>);
    static_assert(!can_be_supposed<gs::stance_graph>);
    static_assert(!can_be_supposed<gs::supposition<gs::geopolitics>>);
    static_assert(!std::is_constructible_v<gs::supposition<gs::geopolitics>, gs::stance_graph>);
    static_assert(std::is_nothrow_move_constructible_v<gs::supposition<gs::geopolitics>>);
}

TEST_CASE("supposition: does not take over one that lies over it") {
    gs::stance_graph const world = gs::seed::council_vote_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const motion = world.at<gs::issue>("extension");
    auto what = gs::if_switched(world, russia, motion, 0);
    CHECK_THROWS_AS(what = gs::suppose(what), gs::error);
    CHECK_THROWS_AS(what = gs::if_switched(what, russia, motion, 1), gs::error);
    CHECK(gs::position_of(what, russia, motion).value == 0);
    auto further = gs::if_switched(what, russia, motion, 1);
    CHECK_THROWS_AS(swap(what, further), gs::error);
    CHECK_THROWS_AS(std::ranges::swap(what, further), gs::error);
    CHECK(gs::position_of(what, russia, motion).value == 0);
    CHECK(gs::position_of(further, russia, motion).value == 1);
    what = gs::suppose(world);
    CHECK(gs::position_of(what, russia, motion).value == -1);
}

TEST_CASE("supposition: what takes the place of a row has the day that it has from its statement or publication") {
    using namespace std::chrono_literals;
    gs::stance_graph world;
    auto const who = world.add(gs::actor{.key = "who"});
    auto const what = world.add(gs::issue{.key = "what"});
    auto const said = world.add(gs::statement{.key = "said", .said = 2020y / 1 / 5});
    world.relate(who, said, gs::makes{});
    world.relate(who, what, gs::stance{.value = -1}, {.claimed_in = said});
    auto const switched = gs::if_switched(world, who, what, 1);
    CHECK(gs::position_of(switched, who, what, {.at = 2010y}).attitude == gs::attitude::none);
    CHECK(gs::position_of(switched, who, what, {.known_by = 2010y}).attitude == gs::attitude::none);
    CHECK(gs::position_of(switched, who, what, {.at = 2021y}).attitude == gs::attitude::supports);
    CHECK(gs::differences(world, switched, {.at = 2010y}).empty());
}
