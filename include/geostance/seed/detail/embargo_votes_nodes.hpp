// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who and what the third record names: fourteen members of the General Assembly and the embargo that they vote on.
#pragma once

#include <geostance/seed/detail/record_nodes.hpp>

namespace geostance::seed::detail {

/// The nodes of the record that are there from the beginning, in the graph `g` that they are added to. Each roll call
/// adds its own motion and publication.
struct embargo_votes_nodes : record_nodes {
    node<issue> embargo =
        matter("embargo", "embargo imposed by the United States on Cuba", issue_kind::policy,
               {"the embargo", "US embargo", "the US embargo", "embargo against Cuba", "the embargo against Cuba",
                "economic, commercial and financial embargo imposed by the United States on Cuba"});

    node<actor> united_states = state(
        "united-states", "United States",
        {"Washington", "US", "the US", "U.S.", "the U.S.", "USA", "the United States", "United States of America"},
        "USA", "2");
    node<actor> israel = state("israel", "Israel", {}, "ISR", "666");
    node<actor> brazil = state("brazil", "Brazil", {}, "BRA", "140");
    node<actor> colombia = state("colombia", "Colombia", {}, "COL", "100");
    node<actor> ukraine = state("ukraine", "Ukraine", {}, "UKR", "369");
    node<actor> palau = state("palau", "Palau", {}, "PLW", "986");
    node<actor> libya = state("libya", "Libya", {}, "LBY", "620");
    node<actor> marshall_islands =
        state("marshall-islands", "Marshall Islands", {"the Marshall Islands"}, "MHL", "983");
    node<actor> micronesia = state("micronesia", "Micronesia (Federated States of)",
                                   {"Micronesia", "Federated States of Micronesia"}, "FSM", "987");
    node<actor> cuba = state("cuba", "Cuba", {}, "CUB", "40");
    node<actor> russia = state("russia", "Russia", {"Russian Federation", "the Russian Federation"}, "RUS", "365");
    node<actor> united_kingdom =
        state("united-kingdom", "United Kingdom", {"UK", "the UK", "U.K.", "Britain", "Great Britain"}, "GBR", "200");
    node<actor> canada = state("canada", "Canada", {}, "CAN", "20");
    node<actor> sweden = state("sweden", "Sweden", {}, "SWE", "380");
};

} // namespace geostance::seed::detail
