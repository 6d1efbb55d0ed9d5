// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/sources.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("sources_of: each publication behind a position, the weightiest first, and what has none last") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const weak = g.add(gs::publication{.key = "weak"});
    auto const good = g.add(gs::publication{.key = "good"});
    auto const old = g.add(gs::publication{.key = "old"});
    auto const say = [&](gs::node<gs::publication> paper, gs::reliability letter, gs::date from) {
        g.relate(a, b, gs::stance{.value = 1}, {.publication = paper, .reliability = letter, .valid = gs::since(from)});
    };
    say(old, gs::reliability::reliable, 2001y);
    say(weak, gs::reliability::unreliable, 2020y);
    say(good, gs::reliability::reliable, 2020y); // tells the same event better
    g.relate(a, b, gs::stance{.value = 0.5}, {.valid = gs::since(2020y)});
    auto const found = gs::sources_of(g, gs::position_of(g, a, b));
    REQUIRE(found.size() == 4);
    CHECK(found[0].what == good);
    CHECK(found[0].weight == 1);
    CHECK(found[0].carries.size() == 1);
    CHECK(found[1].what == weak); // of equal ones in order of insertion
    CHECK(found[2].what == old);
    CHECK(found[3].what.is_null());
    CHECK(found[3].weight == 0.5);
    for (auto const& share : {found[1], found[2]}) CHECK(share.weight == 0); // one repeats, one was replaced
    CHECK(gs::sources_of(g, gs::position()).empty());
}
