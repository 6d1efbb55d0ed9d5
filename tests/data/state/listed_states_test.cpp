// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/state/listed_states.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <map>

namespace gs = geostance;
namespace io = geostance::io;
using std::chrono::year;

TEST_CASE(
    "listed_states: one place for each code; the first name is kept; the same letters in two schemes are two states") {
    io::listed_states states;
    CHECK(states.add("cow", "2") == 0);
    CHECK(states.add("fips10-4", "RS", "Russia") == 1);
    CHECK(states.add("iso3166-1-alpha-2", "RS", "Serbia") == 2);
    CHECK(states.add("cow", "2", "USA") == 0);
    CHECK(states.add("cow", "2", "United States") == 0);
    CHECK(states[0].name == "USA");
    CHECK(states.size() == 3);
    CHECK(states.find({"iso3166-1-alpha-2", "RS"}) == 2);
    CHECK(states.find({"cow", "02"}) == io::listed_states::npos);
}

TEST_CASE("add_states: two codes of one polity are one actor, an unknown code is an actor of its own, and is told") {
    io::listed_states states;
    states.add("cow", "365");
    states.add("iso3166-1-alpha-3", "SUN");
    states.add("cow", "999", "Ruritania");
    states.add("name", "Soviet Union");
    gs::stance_graph g;
    std::map<gs::code, io::crosswalk_status> unmapped;
    auto const actors = io::add_states(g, states, year(1980), unmapped);
    CHECK(g.num_nodes() == 2);
    CHECK(actors[0] == actors[1]);
    CHECK(actors[0] == actors[3]);
    CHECK(g[actors[2]] == gs::actor{"cow:999", "Ruritania", gs::actor_kind::state, {}, {{"cow", "999"}}});
    CHECK(unmapped == std::map<gs::code, io::crosswalk_status>{{{"cow", "999"}, io::crosswalk_status::unknown_code}});
    CHECK(g.find<gs::actor>(gs::code{"iso3166-1-alpha-3", "RUS"}) == actors[0]);
    // DEU was another state's too, so neither Germany has it as its own.
    io::listed_states germanies;
    germanies.add("cow", "255");
    germanies.add("cow", "260");
    (void)io::add_states(g, germanies, {}, unmapped);
    CHECK_FALSE(g.find<gs::actor>(gs::code{"iso3166-1-alpha-3", "DEU"}));
}

TEST_CASE("add_states: an actor that has the state's code by another name is found; two that have it are an error") {
    io::listed_states states;
    states.add("cow", "2");
    std::map<gs::code, io::crosswalk_status> unmapped;
    gs::stance_graph g;
    auto const own = g.add(gs::actor{.key = "us", .codes = {{"iso3166-1-alpha-3", "USA"}}});
    CHECK(io::add_states(g, states, {}, unmapped).front() == own);
    g.add(gs::actor{.key = "us too", .codes = {{"iso3166-1-alpha-3", "USA"}}});
    CHECK_THROWS_AS((void)io::add_states(g, states, {}, unmapped), gs::ambiguous_name);
    CHECK(g.num_nodes() == 2);
}
