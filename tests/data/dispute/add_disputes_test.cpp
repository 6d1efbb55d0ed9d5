// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/dispute/add_disputes.hpp>

#include "data/dispute/dispute_texts.hpp"

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

using dispute_texts::participants;
using dispute_texts::read;

} // namespace

TEST_CASE("add_disputes: participants take part; only those who surely met act toward each other, without a value") {
    gs::stance_graph g;
    auto const table = read(participants).value;
    auto const added = io::add_disputes(g, table);
    CHECK(added.nodes == 4 + 2);
    CHECK(gs::relations_of<gs::carries_out>(g).size() == 6);
    REQUIRE(gs::relations_of<gs::acts_toward>(g).size() == 1); // Britain took no action
    auto const act = *gs::relations_of<gs::acts_toward>(g).begin();
    CHECK(g[act].event == gs::code{"mid-hostility", "3"});
    CHECK_FALSE(g[act].value);
    CHECK(gs::key_of(g, g.source(act)) == "cow:2");

    gs::stance_graph all;
    (void)io::add_disputes(all, table, {.opponents = io::opponent_pairs::all, .values = true});
    CHECK(gs::relations_of<gs::acts_toward>(all).size() == 1 + 3 * 2);
    for (auto const r : gs::relations_of<gs::acts_toward>(all)) CHECK(*all[r].value < 0);
    gs::stance_graph none;
    (void)io::add_disputes(none, table, {.opponents = io::opponent_pairs::none});
    CHECK(gs::relations_of<gs::acts_toward>(none).empty());
}
