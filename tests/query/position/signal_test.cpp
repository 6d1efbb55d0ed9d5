// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/position/signal.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;

TEST_CASE("signal: abstaining is a position of 0, being absent is none") {
    CHECK(signal_of(gs::casts{.vote = gs::ballot::yes})->value == 1);
    CHECK(signal_of(gs::casts{.vote = gs::ballot::abstain})->value == 0);
    CHECK(signal_of(gs::casts{.vote = gs::ballot::no})->value == -1);
    CHECK_FALSE(signal_of(gs::casts{.vote = gs::ballot::absent}));
    CHECK_FALSE(signal_of(gs::casts{.vote = gs::ballot::not_a_member}));
}

TEST_CASE("signal: an event without a value says nothing; one with a value is of its channel") {
    CHECK_FALSE(signal_of(gs::acts_toward{}));
    auto const deed = signal_of(gs::acts_toward{.value = -0.5, .channel = gs::channel::material});
    REQUIRE(deed);
    CHECK(deed->value == -0.5);
    CHECK(deed->channel == gs::channel::material);
    static_assert(!gs::signalling<gs::member_of> && gs::signalling<gs::sponsors>);
}
