// SPDX-License-Identifier: BSL-1.0
/// @file
/// Signed networks that were read, as a short text to compare.
#pragma once

#include <geostance/io/signed_network.hpp>

#include <string>

/// Arcs as `a>b+1`, edges as `a-b+1`.
inline std::string ties(geostance::io::signed_network const& network) {
    std::string text;
    auto const put = [&](geostance::signed_tie const& t, char mark) {
        text += network.names[t.from] + mark + network.names[t.to] + (t.weight < 0 ? "" : "+");
        text += geostance::detail::number_text(t.weight) + ' ';
    };
    for (auto const& t : network.arcs) put(t, '>');
    for (auto const& t : network.edges) put(t, '-');
    return text;
}
