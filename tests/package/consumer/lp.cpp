// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed.hpp>

#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    std::vector<geostance::signed_tie> ties;
    for (std::uint32_t u = 0; u < 9; ++u)
        for (std::uint32_t v = 0; v < u; ++v) ties.push_back({u, v, -1});
    auto const found = geostance::frustration_index(geostance::signed_graph(9, ties));
    if (found.exact && found.upper == 16) std::cout << "Russia opposes: nine enemies of each other, 16 against\n";
}
