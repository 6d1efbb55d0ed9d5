// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/words_and_deeds.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace gs = geostance;

TEST_CASE("words_and_deeds: the gap is deeds minus words, and none where one is missing") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 0.5});
    CHECK(std::isnan(gs::words_and_deeds(g, a, b).gap));
    g.relate(a, b, gs::stance{.value = -1, .channel = gs::channel::material});
    auto const found = gs::words_and_deeds(g, a, b);
    CHECK(found.words.attitude == gs::attitude::supports);
    CHECK(found.votes.attitude == gs::attitude::none);
    CHECK(found.deeds.attitude == gs::attitude::opposes);
    CHECK(found.gap == -1.5);
}
