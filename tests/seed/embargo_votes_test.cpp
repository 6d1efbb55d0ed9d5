// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/geostance.hpp>
#include <geostance/seed/embargo_votes.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

gs::stance_graph const& world() {
    static gs::stance_graph const built = gs::seed::embargo_votes();
    return built;
}
gs::node<gs::actor> state(char const* name) { return world().at<gs::actor>(name); }
gs::node<gs::issue> embargo() { return world().at<gs::issue>("the embargo"); }

} // namespace

TEST_CASE("embargo record: nine roll calls, fourteen states, one publication for each roll call, and nothing else") {
    auto const& g = world();
    CHECK(gs::nodes_of<gs::actor>(g).size() == 14);
    CHECK(gs::nodes_of<gs::publication>(g).size() == 9);
    CHECK(gs::nodes_of<gs::issue>(g).size() == 10);
    CHECK(gs::relations_of<gs::casts>(g).size() == 14 * 9 - 2);
    CHECK(gs::relations_of<gs::would>(g).size() == 9);
    CHECK(gs::relations_of<gs::carries_out>(g).size() == 1);
    CHECK(g.num_nodes() == 14 + 9 + 10);
    CHECK(g.num_relations() == 124 + 9 + 1);
}

TEST_CASE("embargo record: each motion would end the embargo; each relation is cited by symbol, in its own roll call") {
    auto const& g = world();
    for (auto const would : gs::relations_of<gs::would>(g)) {
        CHECK(g[would].effect == gs::motion_effect::end);
        CHECK(g.target(gs::any_relation(would)) == gs::any_node(embargo()));
    }
    for (auto const vote : gs::relations_of<gs::casts>(g)) {
        auto const motion = *g.as<gs::issue>(g.target(gs::any_relation(vote)));
        auto const& cited = g.annotation(vote);
        CHECK(cited.locator == g[motion].key);
        CHECK(g[cited.publication].key == "roll-call-" + g[motion].key);
        CHECK(cited.valid == gs::since(g[cited.publication].published));
        CHECK(world().at<gs::issue>(gs::code{"un-document", g[motion].key}) == motion);
    }
}

TEST_CASE("embargo record: of 2018 nothing is recorded, and no vote of Libya and of Sweden in 2011") {
    auto const& g = world();
    auto const voted = [&](char const* who, char const* symbol) {
        for (auto const vote : gs::relations_of<gs::casts>(g))
            if (g.source(vote) == state(who) && g[*g.as<gs::issue>(g.target(gs::any_relation(vote)))].key == symbol)
                return true;
        return false;
    };
    for (auto const who : {"Libya", "Sweden"}) {
        CHECK_FALSE(voted(who, "A/RES/66/6"));
        CHECK(voted(who, "A/RES/67/4"));
    }
    for (auto const paper : gs::nodes_of<gs::publication>(g))
        CHECK(std::chrono::year_month_day(g[paper].published.first_day()).year() != 2018y);
    bool says_so = false;
    for (auto const would : gs::relations_of<gs::would>(g))
        says_so = says_so || g.annotation(would).note.str().find("2018") != std::string::npos;
    CHECK(says_so);
}

TEST_CASE("embargo record: each state has its codes, which the crosswalk knows for the same state") {
    for (auto const who : gs::nodes_of<gs::actor>(world())) {
        CAPTURE(world()[who].name);
        CHECK(world()[who].kind == gs::actor_kind::state);
        auto const& codes = world()[who].codes;
        REQUIRE(codes.size() == 3);
        for (auto const i : {1U, 2U}) CHECK(gs::io::crosswalk::convert(codes[0], codes[i].scheme).match == codes[i]);
    }
    CHECK(state("Micronesia") == state("Micronesia (Federated States of)"));
    CHECK(state("Washington") == state("US"));
}
