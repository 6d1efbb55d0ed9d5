// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/claim/remarks.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// Who says what about the dam.
struct words_on_a_dam {
    gs::stance_graph g;
    gs::node<gs::actor> speaker = g.add(gs::actor{.key = "speaker"});
    gs::node<gs::actor> state = g.add(gs::actor{.key = "state"});
    gs::node<gs::issue> dam = g.add(gs::issue{.key = "dam"});

    gs::relation<gs::about> say(std::string key, gs::force how, gs::date day) {
        auto const said = g.add(gs::statement{.key = std::move(key), .said = day});
        g.relate(speaker, said, gs::makes{});
        return g.relate(said, dam, gs::about{how});
    }
    std::vector<gs::remark> remarks(gs::lens const& asked = {}) const {
        return gs::detail::remarks_on(gs::detail::reading<gs::geopolitics>(g, asked), dam);
    }
};

} // namespace

TEST_CASE("remarks: praise, condemnation and demands show a side; to accuse or to report does not") {
    static_assert(gs::shows_side(gs::force::praise) && gs::shows_side(gs::force::condemn));
    static_assert(gs::shows_side(gs::force::demand) && !gs::shows_side(gs::force::accuse));
    words_on_a_dam t;
    t.say("accusation", gs::force::accuse, 2020y / 1 / 1);
    auto const praise = t.say("praise", gs::force::praise, 2020y / 1 / 2);
    CHECK(t.remarks() == std::vector{gs::remark{t.speaker, praise}});
}

TEST_CASE("remarks: one in office speaks for the other, too; one that was not made yet, or was retracted, is none") {
    words_on_a_dam t;
    auto const demand = t.say("demand", gs::force::demand, 2020y / 1 / 2);
    CHECK(t.remarks({.at = 2019y}).empty());
    CHECK(t.remarks({.at = 2021y}).size() == 1);
    t.g.relate(t.speaker, t.state, gs::speaks_for{}, {.valid = gs::since(2010y)});
    auto const both = t.remarks();
    REQUIRE(both.size() == 2);
    for (auto const& r : both) CHECK(r.recorded == demand);
    auto const back = t.g.add(gs::statement{.key = "back", .said = 2020y / 2 / 1});
    t.g.relate(t.speaker, back, gs::makes{});
    t.g.relate(back, t.g.source(demand), gs::retracts{});
    CHECK(t.remarks().empty());
}
