// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("coverage_of: outside what the sources cover, silence says nothing") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    CHECK(gs::coverage_of(g, {.at = 2020y}).covered == gs::certainty::maybe); // nobody says what he covers
    auto const data = g.add(gs::publication{.key = "data", .coverage = {1816y, 2012y}});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = data, .valid = gs::during(2000y)});
    CHECK(gs::coverage_of(g, {.at = 2005y}).covered == gs::certainty::yes);
    CHECK(gs::coverage_of(g, {.at = 2005y}).by.size() == 1);
    CHECK(gs::coverage_of(g, {.at = 2012y / 6}).covered == gs::certainty::maybe);
    CHECK(gs::coverage_of(g, {.at = 2019y}).covered == gs::certainty::no);
    CHECK(gs::coverage_of(g).covered == gs::certainty::yes);
    CHECK(gs::coverage_of(g, {.at = 2005y, .without = {gs::any_node(data)}}).covered == gs::certainty::maybe);
    // Within the coverage nothing is recorded for 2005; outside it nobody looked. Neither is a position of zero.
    CHECK(gs::position_of(g, a, b, {.at = 2005y}).attitude == gs::attitude::none);
    CHECK(gs::position_of(g, a, b, {.at = 2019y}).attitude == gs::attitude::none);
    CHECK_THROWS_AS(g.add(gs::publication{.key = "bad", .coverage = {2012y, 1816y}}), gs::invalid_value);
}
