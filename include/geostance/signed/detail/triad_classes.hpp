// SPDX-License-Identifier: BSL-1.0
/// @file
/// The 138 classes of signed triples of a directed network, and the class of each of the 729 patterns of ties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace geostance::detail {

inline constexpr std::array<std::string_view, 138> triad_class_names = {
    "003-000000",  "012-0000P0",  "012-0000N0",  "102-0000PP",  "102-0000NP",  "102-0000NN",  "021C-0PP000",
    "021C-0NP000", "021C-0PN000", "021C-0NN000", "021U-0P0P00", "021U-0N0P00", "021U-0N0N00", "021D-P0P000",
    "021D-N0P000", "021D-N0N000", "111U-0P00PP", "111U-0N00PP", "111U-0P00NP", "111U-0P00PN", "111U-0N00NP",
    "111U-0N00PN", "111U-0P00NN", "111U-0N00NN", "111D-P000PP", "111D-N000PP", "111D-P000NP", "111D-P000PN",
    "111D-N000NP", "111D-N000PN", "111D-P000NN", "111D-N000NN", "201-00PPPP",  "201-00NPPP",  "201-00PNPP",
    "201-00NNPP",  "201-00NPNP",  "201-00NPPN",  "201-00PNPN",  "201-00NNNP",  "201-00NNPN",  "201-00NNNN",
    "030C-P00PP0", "030C-N00PP0", "030C-N00PN0", "030C-N00NN0", "030T-0P0PP0", "030T-0N0PP0", "030T-0P0NP0",
    "030T-0P0PN0", "030T-0N0NP0", "030T-0N0PN0", "030T-0P0NN0", "030T-0N0NN0", "120U-0P0PPP", "120U-0N0PPP",
    "120U-0P0PNP", "120U-0N0NPP", "120U-0N0PNP", "120U-0N0PPN", "120U-0P0PNN", "120U-0N0NNP", "120U-0N0PNN",
    "120U-0N0NNN", "120D-P0P0PP", "120D-N0P0PP", "120D-P0P0NP", "120D-N0N0PP", "120D-N0P0NP", "120D-P0N0NP",
    "120D-P0P0NN", "120D-N0N0NP", "120D-N0P0NN", "120D-N0N0NN", "120C-0PP0PP", "120C-0NP0PP", "120C-0PN0PP",
    "120C-0PP0NP", "120C-0PP0PN", "120C-0NN0PP", "120C-0NP0NP", "120C-0NP0PN", "120C-0PN0NP", "120C-0PN0PN",
    "120C-0PP0NN", "120C-0NN0NP", "120C-0NN0PN", "120C-0NP0NN", "120C-0PN0NN", "120C-0NN0NN", "210-PPP0PP",
    "210-NPP0PP",  "210-PNP0PP",  "210-PPN0PP",  "210-PPP0NP",  "210-PPP0PN",  "210-NNP0PP",  "210-NPN0PP",
    "210-NPP0NP",  "210-NPP0PN",  "210-PNN0PP",  "210-PNP0NP",  "210-PNP0PN",  "210-PPN0NP",  "210-PPN0PN",
    "210-PPP0NN",  "210-NNN0PP",  "210-NNP0NP",  "210-NNP0PN",  "210-NPN0NP",  "210-NPN0PN",  "210-NPP0NN",
    "210-PNN0NP",  "210-PNN0PN",  "210-PNP0NN",  "210-PPN0NN",  "210-NNN0NP",  "210-NNN0PN",  "210-NNP0NN",
    "210-NPN0NN",  "210-PNN0NN",  "210-NNN0NN",  "300-PPPPPP",  "300-NPPPPP",  "300-NNPPPP",  "300-NPNPPP",
    "300-PNNPPP",  "300-PPNPNP",  "300-NNNPPP",  "300-NNPNPP",  "300-NPNPNP",  "300-PNNPPN",  "300-NNNNPP",
    "300-NNNPNP",  "300-NNNPPN",  "300-NPNPNN",  "300-NNNNNP",  "300-NNNNNN"};

// The place of the tie between two of the vertices 0, 1, 2 in a pattern: 0-1, 1-0, 0-2, 2-0, 1-2, 2-1.
constexpr std::size_t place_of_tie(std::size_t from, std::size_t to) noexcept {
    auto const pair = from + to - 1;
    return 2 * pair + (from < to ? 0 : 1);
}

// A pattern as a number in base 3, the first tie lowest: 0 none, 1 friendly, 2 hostile.
constexpr std::size_t code_of_pattern(std::array<std::size_t, 6> const& pattern) noexcept {
    std::size_t code = 0;
    for (std::size_t k = 6; k-- > 0;) code = 3 * code + pattern[k];
    return code;
}

// Each class fills the codes of its pattern under all six orders of the vertices.
constexpr std::array<std::uint8_t, 729> classify_codes() {
    std::array<std::uint8_t, 729> result{};
    for (auto& c : result) c = UINT8_MAX;
    for (std::size_t c = 0; c < triad_class_names.size(); ++c) {
        auto const signs = triad_class_names[c].substr(triad_class_names[c].size() - 6);
        for (std::size_t first = 0; first < 3; ++first) {
            for (std::size_t step = 1; step < 3; ++step) {
                std::array<std::size_t, 3> const order = {first, (first + step) % 3, (first + 2 * step) % 3};
                std::array<std::size_t, 6> pattern{};
                for (std::size_t i = 0; i < 3; ++i) {
                    for (std::size_t j = 0; j < 3; ++j) {
                        if (i == j) continue;
                        auto const sign = signs[place_of_tie(i, j)];
                        pattern[place_of_tie(order[i], order[j])] = sign == 'P' ? 1U : (sign == 'N' ? 2U : 0U);
                    }
                }
                result[code_of_pattern(pattern)] = static_cast<std::uint8_t>(c);
            }
        }
    }
    return result;
}

inline constexpr std::array<std::uint8_t, 729> triad_class_of_code = classify_codes();

} // namespace geostance::detail
