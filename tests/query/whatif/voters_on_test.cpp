// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/whatif/condorcet_election.hpp>
#include <geostance/query/whatif/voters_on.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("voters_on: positions come from the record, power from the policy; who has none is listed apart") {
    gs::stance_graph g;
    auto const large = g.add(gs::actor{.key = "large"});
    auto const middle = g.add(gs::actor{.key = "middle"});
    auto const small = g.add(gs::actor{.key = "small"});
    auto const unknown = g.add(gs::actor{.key = "unknown"});
    g.add(gs::actor{.key = "silent"});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const said = g.relate(large, plan, gs::stance{.value = -1});
    g.relate(small, plan, gs::stance{.value = 1});
    g.relate(middle, plan, gs::stance{.value = 0.5});
    g.relate(unknown, plan, gs::stance{.value = 1});
    auto const power = [&](gs::any_node who) -> std::optional<gs::voter_power> {
        if (who == gs::any_node(unknown)) return std::nullopt;
        return gs::voter_power{who == gs::any_node(large) ? 4.0 : 1.0, who == gs::any_node(large) ? 0.5 : 1.0};
    };
    auto const found = gs::voters_on(g, power, plan);
    REQUIRE(found.voters.size() == 3);
    CHECK(found.voters[0] == gs::voter{-1, 4, 0.5});
    CHECK(found.behind[0].who == gs::any_node(large));
    CHECK(found.behind[0].position.rests_on[0].relation == gs::any_relation(said));
    CHECK(found.behind[1].who == gs::any_node(middle)); // in order of insertion
    REQUIRE(found.without.size() == 1);
    CHECK(found.without[0].who == gs::any_node(unknown));
    CHECK(gs::weighted_mean(found.voters) == -0.125);
    auto const median = gs::weighted_median(found.voters);
    CHECK(median.least == -1); // two against two: all between them
    CHECK(median.greatest == 0.5);
    auto const wrong = [](gs::any_node) { return std::optional(gs::voter_power{-1}); };
    CHECK_THROWS_AS(static_cast<void>(gs::voters_on(g, wrong, plan)), gs::invalid_value);
}

TEST_CASE("voters_on: the Council on the panel in March 2024, each member weighing the same") {
    auto const world = gs::seed::council_vote_2024();
    auto const motion = world.at<gs::issue>("extension");
    auto const same = [](gs::any_node) { return std::optional(gs::voter_power{}); };
    auto const found = gs::voters_on(world, same, motion, {.channels = gs::channel::vote});
    CHECK(found.voters.size() == 15);
    CHECK(gs::weighted_mean(found.voters) == 0.8); // 13 for, 1 against, 1 abstaining
    CHECK(gs::weighted_median(found.voters).least == 1);
    std::vector<double> const options{-1, 0, 1};
    CHECK(gs::pairwise_winner(found.voters, options).winner == 2); // and yet vetoed: weight is not the Council's rule
    CHECK(gs::condorcet_election(found.voters, options).chance[2] > 0.8);
}
