// SPDX-License-Identifier: BSL-1.0
/// @file
/// The CAMEO codes of the event texts that ICEWS writes most: some of its files have the text and no code.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace geostance::io::detail {

/// The code of an event text of ICEWS; empty for a text that is not in the table.
/// @par Source
/// Schrodt, P. A. (2012). CAMEO: Conflict and Mediation Event Observations Event and Actor Codebook, version 1.1b3.
/// Pennsylvania State University: the names of its codes.
constexpr std::string_view code_of_icews_text(std::string_view text) noexcept {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 48> known{{
        {"Accuse", "112"},
        {"Appeal for diplomatic cooperation (such as policy support)", "022"},
        {"Arrest, detain, or charge with legal action", "173"},
        {"Attempt to assassinate", "185"},
        {"Conduct strike or boycott", "143"},
        {"Conduct suicide, car, or other non-military bombing", "183"},
        {"Consider policy option", "014"},
        {"Consult", "040"},
        {"Cooperate economically", "061"},
        {"Cooperate militarily", "062"},
        {"Criticize or denounce", "111"},
        {"Decline comment", "011"},
        {"Defend verbally", "052"},
        {"Demand", "100"},
        {"Demonstrate or rally", "141"},
        {"Deny responsibility", "016"},
        {"Discuss by telephone", "041"},
        {"Engage in diplomatic cooperation", "050"},
        {"Engage in material cooperation", "060"},
        {"Engage in negotiation", "046"},
        {"Express accord", "019"},
        {"Express intent to cooperate", "030"},
        {"Express intent to engage in diplomatic cooperation (such as policy support)", "032"},
        {"Express intent to meet or negotiate", "036"},
        {"Fight with small arms and light weapons", "193"},
        {"Host a visit", "043"},
        {"Impose embargo, boycott, or sanctions", "163"},
        {"Investigate", "090"},
        {"Kill by physical assault", "1823"},
        {"Make a visit", "042"},
        {"Make an appeal or request", "020"},
        {"Make empathetic comment", "018"},
        {"Make optimistic comment", "013"},
        {"Make pessimistic comment", "012"},
        {"Make statement", "010"},
        {"Meet at a 'third' location", "044"},
        {"Praise or endorse", "051"},
        {"Provide aid", "070"},
        {"Provide economic aid", "071"},
        {"Provide humanitarian aid", "073"},
        {"Provide military aid", "072"},
        {"Reduce or break diplomatic relations", "161"},
        {"Reject", "120"},
        {"Sign formal agreement", "057"},
        {"Threaten", "130"},
        {"Use conventional military force", "190"},
        {"Use unconventional violence", "180"},
        {"fight with small arms and light weapons", "193"},
    }};
    auto const at = std::lower_bound(known.begin(), known.end(), text,
                                     [](auto const& one, std::string_view wanted) { return one.first < wanted; });
    return at != known.end() && at->first == text ? at->second : std::string_view();
}

} // namespace geostance::io::detail
