// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/shifts.hpp>
#include <geostance/query/position/timeline.hpp>
#include <geostance/query/position/words_and_deeds.hpp>
#include <geostance/query/vote/votes.hpp>
#include <geostance/query/whatif/if_switched.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

template <class T>
std::string printed_answer(T const& answer) {
    std::ostringstream out;
    out << answer;
    return out.str();
}

} // namespace

TEST_CASE("printed answers: what is asked of a position through time, of two readings, of one vote") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const toll = g.add(gs::issue{.key = "toll"});
    g.relate(a, toll, gs::stance{.value = 1}, {.valid = gs::since(2021y / 5 / 3)});
    g.relate(a, toll, gs::stance{.value = -0.5, .channel = gs::channel::material}, {.valid = gs::since(2021y / 6 / 1)});

    auto const line = gs::timeline(g, a, toll);
    REQUIRE(line.moments.size() == 2);
    CHECK(printed_answer(line.moments[0]) == "2021-05-03: supports 1 (1 piece of evidence, weight 0.5)");
    CHECK(printed_answer(gs::tally()) == "none");
    auto const turns = gs::shifts(g, a, toll);
    REQUIRE(!turns.empty());
    CHECK(printed_answer(turns[0]) ==
          "between 2021-05-03 and 2021-06-01: supports 1 (1 piece of evidence, weight 0.5), "
          "then mixed 0.25 (2 pieces of evidence, weight 1, from -0.5 to 1)");

    gs::lens const words{.channels = {gs::channel::verbal}};
    gs::lens const deeds{.channels = {gs::channel::material}};
    auto const differ = gs::differences(g, words, deeds);
    REQUIRE(differ.size() == 1);
    CHECK(printed_answer(differ[0]) == "node 0 on node 2: supports 1 (1 piece of evidence, weight 0.5), then opposes "
                                       "-0.5 (1 piece of evidence, weight 0.5)");
    CHECK(printed_answer(gs::words_and_deeds(g, a, toll)) ==
          "words supports 1 (1 piece of evidence, weight 0.5); votes none; deeds opposes -0.5 (1 piece of evidence, "
          "weight 0.5); gap -1.5");
    CHECK(printed_answer(gs::holding{b, {}}) == "node 1: none");
    CHECK(printed_answer(gs::held_position{b, toll, {}}) == "node 1 on node 2: none");
    CHECK(printed_answer(gs::pivot{b, gs::ballot::no, gs::ballot::yes}) == "node 1: yes instead of no");
    CHECK(printed_answer(gs::pivot{}) == "no node: abstain instead of abstain");
    CHECK(printed_answer(gs::turn<bool>{{{a, toll, -1}, {b, toll, 0.5}}, true, 2.5}) ==
          "node 0 on node 2: -1, node 1 on node 2: 0.5 -> 1 (distance 2.5)");
    CHECK(printed_answer(gs::turn<gs::holding>{{{a, toll, -1}}, {b, {}}, 2}) ==
          "node 0 on node 2: -1 -> node 1: none (distance 2)");
}
