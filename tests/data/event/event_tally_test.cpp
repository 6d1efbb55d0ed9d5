// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/event_tally.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("event_tally: adding nothing changes nothing, and a mean of nothing is none") {
    io::event_tally const one{.reports = 2,
                              .events = 1,
                              .weight = 5,
                              .counted = 1,
                              .valued = 1,
                              .sum = -0.5,
                              .least = -0.5,
                              .greatest = -0.5};
    auto sum = io::event_tally{};
    CHECK_FALSE(sum.mean());
    sum += one;
    CHECK(sum == one);
    sum += io::event_tally{};
    CHECK(sum == one);
    sum += {.reports = 1, .events = 1, .weight = 1, .counted = 1, .valued = 1, .sum = 1, .least = 1, .greatest = 1};
    CHECK(sum.mean() == 0.25);
    CHECK(sum.least == -0.5);
    CHECK(sum.greatest == 1.0);
    CHECK(sum.events == 2);
}

TEST_CASE("event_tally: what does not tell repeats apart takes the number of events from the sum") {
    io::event_tally sum{.reports = 1, .events = 1};
    sum += {.reports = 1};
    CHECK_FALSE(sum.events);
    CHECK(sum.reports == 2);
}

TEST_CASE("dyad_tally: words and deeds are added up apart, and no event is a vote") {
    io::dyad_tally dyad;
    dyad.by_quad[0].reports = 1; // verbal cooperation
    dyad.by_quad[2].reports = 2; // verbal conflict
    dyad.by_quad[3].reports = 4; // material conflict
    CHECK(dyad.in(gs::channel::verbal).reports == 3);
    CHECK(dyad.in(gs::channel::material).reports == 4);
    CHECK(dyad.in(gs::channel::vote).reports == 0);
}
