// SPDX-License-Identifier: BSL-1.0
// A file is added to a record whole or not at all: whatever is wrong in it, whatever a policy does, and wherever memory
// ends.
#include "allocations.hpp"
#include "data/event/event_rows.hpp"

#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/model/same_content.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono_literals;

namespace {

/// A record that has one of the states, and something to say about it.
gs::stance_graph record_with_one_state() {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "us", .name = "United States", .codes = {{"cow", "2"}, {"cameo", "USA"}}});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    g.relate(a, b, gs::stance{.value = 1}, {.locator = "line 1"});
    return g;
}

io::alliance_table alliances(gs::period last_valid = gs::since(1950y)) {
    io::alliance_table t;
    auto const usa = t.states.add("cow", "2");
    auto const uk = t.states.add("cow", "200", "United Kingdom");
    auto const nowhere = t.states.add("cow", "9999", "Nowhere");
    gs::pledges const defense{.defense = true};
    t.records.push_back({.from = usa, .to = uk, .pledges = defense, .valid = gs::since(1949y), .mutual = true});
    t.records.push_back({.from = uk, .treaty = "7", .pledges = defense, .valid = gs::since(1949y)});
    t.records.push_back({.from = nowhere, .to = usa, .pledges = defense, .valid = last_valid});
    return t;
}
io::voting_table votes(std::string const& second_call = "2") {
    io::voting_table t;
    auto const usa = t.voters.add("cow", "2");
    auto const uk = t.voters.add("cow", "200");
    t.roll_calls.push_back({.id = "1", .day = 2000y / 1 / 2, .draft = "S/2000/1"});
    t.roll_calls.push_back({.id = second_call, .day = 2000y / 1 / 3});
    t.votes.push_back({.roll_call = 0, .voter = usa, .vote = gs::ballot::no});
    t.votes.push_back({.roll_call = 1, .voter = uk, .vote = gs::ballot::yes});
    return t;
}
io::dispute_table disputes(gs::period last_valid = gs::during(1962y)) {
    io::dispute_table t;
    auto const usa = t.states.add("cow", "2");
    auto const russia = t.states.add("cow", "365");
    t.participants.push_back(
        {.dispute = 61, .state = usa, .side_a = true, .hostility = io::hostility::display, .valid = gs::during(1962y)});
    t.participants.push_back({.dispute = 61, .state = russia, .hostility = io::hostility::use, .valid = last_valid});
    return t;
}
io::entity_table entities() {
    return {{{.id = "p", .schema = "Person", .properties = {{"name", {"P", "Q"}}, {"birthDate", {"1960"}}}},
             {.id = "o", .schema = "PublicBody", .properties = {{"name", {"O"}}, {"country", {"us"}}}},
             {.id = "m", .schema = "Membership", .properties = {{"member", {"p"}}, {"organization", {"o"}}}},
             {.id = "s",
              .schema = "Sanction",
              .properties = {{"entity", {"p"}}, {"authority", {"A"}}, {"reason", {"R"}}},
              .datasets = {"list"}}}};
}

/// Adds to a record something that fails, and checks that the record is as it was.
template <class Error, class Add>
void check_refused(Add add) {
    auto g = record_with_one_state();
    auto const before = g.copy();
    CHECK_THROWS_AS(add(g), Error);
    CHECK(same_content(g, before));
    CHECK_FALSE(g.find_key("cow:200"));
    g.add(gs::actor{.key = "cow:200"}); // nothing is in its way
}
/// Adds the same to a record wherever memory ends, and checks that the record is as it was until that succeeds.
template <class Add>
void check_out_of_memory(Add add) {
    auto g = record_with_one_state();
    auto const before = g.copy();
    auto expected = record_with_one_state();
    add(expected);
    auto const failures = failing_memory::count_failures([&] { add(g); }, [&] { CHECK(same_content(g, before)); });
    CHECK(failures > 20);
    CHECK(same_content(g, expected));
}

} // namespace

TEST_CASE("all or nothing: a period that is reversed in the last row leaves nothing of the rows before it") {
    check_refused<gs::invalid_value>([](auto& g) { io::add_alliances(g, alliances({2000y, 1999y})); });
    check_refused<gs::invalid_value>([](auto& g) { io::add_disputes(g, disputes({2000y, 1999y})); });
}

TEST_CASE("all or nothing: a roll call that comes twice leaves no motion, no voter and no vote") {
    check_refused<gs::duplicate_key>([](auto& g) { io::add_votes(g, votes("1")); });
}

TEST_CASE("all or nothing: a policy that throws, or whose value is none, leaves nothing") {
    io::pledge_policy const seven{"seven", [](gs::pledges const&) { return 7; }};
    io::pledge_policy const failing{
        "failing", [](gs::pledges const&) -> std::optional<double> { throw std::runtime_error("no value"); }};
    check_refused<gs::invalid_value>([&](auto& g) { io::add_alliances(g, alliances(), {.policy = seven}); });
    check_refused<std::runtime_error>([&](auto& g) { io::add_alliances(g, alliances(), {.policy = failing}); });
}

TEST_CASE("all or nothing: a bad row, or a key that is taken, leaves nothing of the events before it") {
    auto const two = event_rows::row({.id = "1"}) + event_rows::row({.source = "FRA", .id = "2"});
    check_refused<gs::read_error>(
        [&](auto& g) { io::add_events(g, io::input::text(two + "no event\n"), io::event_format::gdelt_2); });
    check_refused<gs::duplicate_key>([&](auto& g) {
        gs::transaction change(g);
        g.add(gs::issue{.key = "cameo:FRA"});
        io::add_events(g, io::input::text(two), io::event_format::gdelt_2);
        change.commit();
    });
}

TEST_CASE("all or nothing: what could not be added is not reported as unmapped either") {
    auto g = record_with_one_state();
    g.add(gs::issue{.key = "cow:200"});
    auto const table = alliances();
    std::map<gs::code, io::crosswalk_status> unmapped;
    CHECK_THROWS_AS(io::add_states(g, table.states, gs::date(1950y), unmapped), gs::duplicate_key);
    CHECK(unmapped.empty());
    CHECK(g.num_nodes() == 3);
}

TEST_CASE("all or nothing: wherever memory ends, a record is as it was, and the same can be added after") {
    check_out_of_memory([](auto& g) { io::add_alliances(g, alliances(), {.policy = io::commitment()}); });
    check_out_of_memory([](auto& g) { io::add_votes(g, votes()); });
    check_out_of_memory([](auto& g) { io::add_disputes(g, disputes()); });
    check_out_of_memory([](auto& g) { io::add_entities(g, entities(), {.policy = io::every_sanction()}); });
    check_out_of_memory([](auto& g) {
        std::map<gs::code, io::crosswalk_status> unmapped;
        io::add_states(g, alliances().states, gs::date(1950y), unmapped);
    });
    auto const two = event_rows::row({.id = "1"}) + event_rows::row({.source = "FRA", .id = "2"});
    check_out_of_memory([&](auto& g) { io::add_events(g, io::input::text(two), io::event_format::gdelt_2); });
}
