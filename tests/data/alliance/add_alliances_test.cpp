// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/add_alliances.hpp>

#include "data/alliance/alliance_texts.hpp"

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

using alliance_texts::by_member;
using alliance_texts::dyad_years;
using alliance_texts::read;

} // namespace

TEST_CASE(
    "add_alliances: members pledge to a treaty; a censored end stays unknown; a value is made only when asked for") {
    gs::stance_graph g;
    auto const table = read(by_member).value;
    auto const source = g.add(gs::publication{.key = "cow"});
    auto const added = io::add_alliances(g, table, {.source = source});
    CHECK(added.nodes == 6);
    CHECK(added.relations == 4);
    CHECK(added.unmapped.empty());
    CHECK(gs::relations_of<gs::stance>(g).empty());
    auto const canada = g.at<gs::actor>(gs::code{"iso3166-1-alpha-3", "CAN"});
    CHECK(g[canada].key == "cow:20");
    CHECK(g[canada].kind == gs::actor_kind::state);
    auto const pledged = *gs::out<gs::allied_with>(g, canada).begin();
    CHECK(g[pledged] == gs::allied_with{{.consultation = true}, "2"});
    CHECK(g.target(pledged) == gs::any_node(g.at<gs::alliance>("cow-alliance:2")));
    CHECK(g.annotation(pledged).valid.to == gs::date());
    CHECK(g.annotation(pledged).publication == source);
    CHECK(g.annotation(pledged).locator == "line 5");

    CHECK_THROWS_WITH_AS(io::add_alliances(g, table, {.policy = io::pledge_policy{"empty"}}),
                         "pledge_policy.value: got no function, expected one from pledges to values",
                         gs::invalid_value);
    auto const valued = io::add_alliances(g, table, {.policy = io::commitment()});
    CHECK(valued.nodes == 0);
    CHECK(valued.relations == 8);
    CHECK(g[*gs::out<gs::stance>(g, canada).begin()].value == doctest::Approx(1.0 / 3));
}

TEST_CASE(
    "add_alliances: a state that the graph has under another code is that state, and a taken key changes nothing") {
    gs::stance_graph g;
    auto const own = g.add(gs::actor{.key = "us", .codes = {{"iso3166-1-alpha-2", "US"}}});
    CHECK(io::add_alliances(g, io::spells_of(read(dyad_years).value)).nodes == 2);
    CHECK(gs::out<gs::allied_with>(g, own).size() == 3);
    gs::stance_graph other;
    other.add(gs::issue{.key = "cow:365"});
    CHECK_THROWS_AS((void)io::add_alliances(other, read(dyad_years).value), gs::duplicate_key);
    CHECK(other.num_nodes() == 1);
    CHECK(other.num_relations() == 0);
}
