// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/network/balance_through_time.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("balance_through_time: a triangle that turns from balance to strain, and a year without a tie") {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> n;
    for (char const* key : {"a", "b", "c"}) n.push_back(g.add(gs::actor{.key = key}));
    g.add(gs::publication{.key = "data", .coverage = {1990y, 2010y}});
    g.relate(n[0], n[1], gs::stance{.value = 1}, {.valid = {1995y, 2005y}});
    g.relate(n[1], n[2], gs::stance{.value = 1}, {.valid = {1995y, 2005y}});
    g.relate(n[0], n[2], gs::stance{.value = 1}, {.valid = {1995y, 1999y}});
    g.relate(n[0], n[2], gs::stance{.value = -1}, {.valid = {2001y, 2005y}});
    std::vector<gs::date> const years{1997y, 2003y, 2008y, 2020y};
    auto const found = gs::balance_through_time(g, years);
    REQUIRE(found.size() == 4);
    CHECK(found[0].balance == 1);
    CHECK(found[0].frustration.upper == 0);
    CHECK(found[1].frustration.upper == 1);
    CHECK(found[1].frustration.exact);
    CHECK(found[1].balance == doctest::Approx(1.0 / 3));
    CHECK(found[1].ties.ties.size() == 3);
    CHECK(std::isnan(found[2].balance)); // nothing recorded, within what the data cover
    CHECK(found[2].covered == gs::certainty::yes);
    CHECK(std::isnan(found[3].balance)); // nobody looked
    CHECK(found[3].covered == gs::certainty::no);
    std::vector<gs::date> const bad{gs::date()};
    CHECK_THROWS_AS(static_cast<void>(gs::balance_through_time(g, bad)), gs::invalid_value);
}
