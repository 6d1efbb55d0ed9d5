// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record small enough to be compared as text.
#pragma once

#include <geostance/model/geopolitics.hpp>

namespace geostance::testing {

/// Three nodes and five relations: a vote with its provenance, a neutral stance, an event, a pledge, a claimed stance.
inline stance_graph small_graph() {
    using namespace std::chrono;
    stance_graph g;
    auto const act = g.add(statement{.key = "s", .summary = "said"});
    auto const state = g.add(actor{.key = "A",
                                   .name = "State \"A\" <\\>",
                                   .kind = actor_kind::state,
                                   .aliases = {"a|b", "é"},
                                   .codes = {{"cow", "1"}}});
    auto const motion = g.add(issue{.key = "m,n", .kind = issue_kind::motion});
    g.relate(state, motion, casts{.vote = ballot::no, .veto = true},
             {.locator = "row \"1\"", .valid = during(date(2024y / 3 / 28))});
    g.relate(state, motion, stance{.value = 0});
    g.relate(state, state, acts_toward{.event = {"cameo", "010"}, .value = 0.5}, {.valid = since(date(1999y))});
    g.relate(state, state, allied_with{.pledges = {.defense = true}});
    g.relate(state, state, stance{.value = -0.25}, {.claimed_in = act});
    return g;
}

} // namespace geostance::testing
