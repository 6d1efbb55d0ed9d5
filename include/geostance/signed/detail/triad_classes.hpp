// SPDX-License-Identifier: BSL-1.0
/// @file
/// The 138 classes of signed triples of a directed network, and the class of each of the 729 patterns of ties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace geostance::detail {

using std::string_view_literals::operator""sv; // cheaper to compile than to count letters

inline constexpr std::array<std::string_view, 138> triad_class_names = {
    "003-000000"sv,  "012-0000P0"sv,  "012-0000N0"sv,  "102-0000PP"sv,  "102-0000NP"sv,  "102-0000NN"sv,
    "021C-0PP000"sv, "021C-0NP000"sv, "021C-0PN000"sv, "021C-0NN000"sv, "021U-0P0P00"sv, "021U-0N0P00"sv,
    "021U-0N0N00"sv, "021D-P0P000"sv, "021D-N0P000"sv, "021D-N0N000"sv, "111U-0P00PP"sv, "111U-0N00PP"sv,
    "111U-0P00NP"sv, "111U-0P00PN"sv, "111U-0N00NP"sv, "111U-0N00PN"sv, "111U-0P00NN"sv, "111U-0N00NN"sv,
    "111D-P000PP"sv, "111D-N000PP"sv, "111D-P000NP"sv, "111D-P000PN"sv, "111D-N000NP"sv, "111D-N000PN"sv,
    "111D-P000NN"sv, "111D-N000NN"sv, "201-00PPPP"sv,  "201-00NPPP"sv,  "201-00PNPP"sv,  "201-00NNPP"sv,
    "201-00NPNP"sv,  "201-00NPPN"sv,  "201-00PNPN"sv,  "201-00NNNP"sv,  "201-00NNPN"sv,  "201-00NNNN"sv,
    "030C-P00PP0"sv, "030C-N00PP0"sv, "030C-N00PN0"sv, "030C-N00NN0"sv, "030T-0P0PP0"sv, "030T-0N0PP0"sv,
    "030T-0P0NP0"sv, "030T-0P0PN0"sv, "030T-0N0NP0"sv, "030T-0N0PN0"sv, "030T-0P0NN0"sv, "030T-0N0NN0"sv,
    "120U-0P0PPP"sv, "120U-0N0PPP"sv, "120U-0P0PNP"sv, "120U-0N0NPP"sv, "120U-0N0PNP"sv, "120U-0N0PPN"sv,
    "120U-0P0PNN"sv, "120U-0N0NNP"sv, "120U-0N0PNN"sv, "120U-0N0NNN"sv, "120D-P0P0PP"sv, "120D-N0P0PP"sv,
    "120D-P0P0NP"sv, "120D-N0N0PP"sv, "120D-N0P0NP"sv, "120D-P0N0NP"sv, "120D-P0P0NN"sv, "120D-N0N0NP"sv,
    "120D-N0P0NN"sv, "120D-N0N0NN"sv, "120C-0PP0PP"sv, "120C-0NP0PP"sv, "120C-0PN0PP"sv, "120C-0PP0NP"sv,
    "120C-0PP0PN"sv, "120C-0NN0PP"sv, "120C-0NP0NP"sv, "120C-0NP0PN"sv, "120C-0PN0NP"sv, "120C-0PN0PN"sv,
    "120C-0PP0NN"sv, "120C-0NN0NP"sv, "120C-0NN0PN"sv, "120C-0NP0NN"sv, "120C-0PN0NN"sv, "120C-0NN0NN"sv,
    "210-PPP0PP"sv,  "210-NPP0PP"sv,  "210-PNP0PP"sv,  "210-PPN0PP"sv,  "210-PPP0NP"sv,  "210-PPP0PN"sv,
    "210-NNP0PP"sv,  "210-NPN0PP"sv,  "210-NPP0NP"sv,  "210-NPP0PN"sv,  "210-PNN0PP"sv,  "210-PNP0NP"sv,
    "210-PNP0PN"sv,  "210-PPN0NP"sv,  "210-PPN0PN"sv,  "210-PPP0NN"sv,  "210-NNN0PP"sv,  "210-NNP0NP"sv,
    "210-NNP0PN"sv,  "210-NPN0NP"sv,  "210-NPN0PN"sv,  "210-NPP0NN"sv,  "210-PNN0NP"sv,  "210-PNN0PN"sv,
    "210-PNP0NN"sv,  "210-PPN0NN"sv,  "210-NNN0NP"sv,  "210-NNN0PN"sv,  "210-NNP0NN"sv,  "210-NPN0NN"sv,
    "210-PNN0NN"sv,  "210-NNN0NN"sv,  "300-PPPPPP"sv,  "300-NPPPPP"sv,  "300-NNPPPP"sv,  "300-NPNPPP"sv,
    "300-PNNPPP"sv,  "300-PPNPNP"sv,  "300-NNNPPP"sv,  "300-NNPNPP"sv,  "300-NPNPNP"sv,  "300-PNNPPN"sv,
    "300-NNNNPP"sv,  "300-NNNPNP"sv,  "300-NNNPPN"sv,  "300-NPNPNN"sv,  "300-NNNNNP"sv,  "300-NNNNNN"sv};

/// The place of the tie between two of the vertices 0, 1, 2 in a pattern: 0-1, 1-0, 0-2, 2-0, 1-2, 2-1.
constexpr std::size_t place_of_tie(std::size_t from, std::size_t to) noexcept {
    auto const pair = from + to - 1;
    return 2 * pair + (from < to ? 0 : 1);
}

/// A pattern as a number in base 3, the first tie lowest: 0 none, 1 friendly, 2 hostile.
constexpr std::size_t code_of_pattern(std::array<std::size_t, 6> const& pattern) noexcept {
    std::size_t code = 0;
    for (std::size_t k = 6; k-- > 0;) code = 3 * code + pattern[k];
    return code;
}

/// The class of each code: each class fills the codes of its pattern under all six orders of the vertices. Not worked
/// out when compiling, which would cost all who include this.
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

} // namespace geostance::detail
