// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/loose_ends.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> lines(gs::stance_graph const& g) {
    std::vector<std::string> result;
    for (auto const& end : gs::loose_ends(g)) result.push_back(describe(g, end));
    return result;
}

} // namespace

TEST_CASE("loose_ends: a statement without a speaker, a second vote, a relation without a source") {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper"});
    auto const upland = g.add(gs::actor{.key = "upland", .name = "Upland"});
    auto const lowland = g.add(gs::actor{.key = "lowland", .name = "Lowland"});
    auto const dam = g.add(gs::issue{.key = "dam", .name = "the dam"});
    auto const rumour = g.add(gs::statement{.key = "rumour", .summary = "The dam leaks."});
    gs::provenance const on_monday{.publication = paper, .valid = gs::since(2021y / 5 / 3)};
    gs::provenance const on_tuesday{.publication = paper, .valid = gs::since(2021y / 5 / 4)};

    g.relate(upland, dam, gs::stance{.value = 1}, {.claimed_in = rumour});
    g.relate(upland, dam, gs::casts{gs::ballot::yes}, on_monday);
    g.relate(lowland, dam, gs::casts{gs::ballot::no}, on_monday);
    g.relate(upland, dam, gs::casts{gs::ballot::no}, on_monday);
    g.relate(lowland, dam, gs::casts{gs::ballot::no}, on_monday);       // another report of the same vote
    g.relate(lowland, dam, gs::casts{gs::ballot::abstain}, on_tuesday); // a second ballot
    g.relate(lowland, dam, gs::casts{gs::ballot::yes}, on_monday);      // against the first
    g.relate(lowland, upland, gs::stance{.value = -1});
    CHECK(lines(g) == std::vector<std::string>{"unspoken: The dam leaks.", "two_votes: Upland votes no on the dam",
                                               "two_votes: Lowland votes yes on the dam",
                                               "unsourced: Lowland is against Upland (-1)"});
}

TEST_CASE("loose_ends: the shipped records have none") {
    CHECK(lines(gs::seed::panel_veto_2024()).empty());
    CHECK(lines(gs::seed::council_vote_2024()).empty());
    CHECK(lines(gs::stance_graph()).empty());
}
