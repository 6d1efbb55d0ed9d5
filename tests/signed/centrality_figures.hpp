// SPDX-License-Identifier: BSL-1.0
// A network of ten vertices that signed degree cannot tell apart (Everett and Borgatti 2014), which signnet's pages
// print centralities for.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <vector>

inline std::vector<geostance::signed_tie> const everett_borgatti = {
    {0, 1, 1}, {0, 3, 1},  {0, 7, -1}, {0, 8, -1}, {1, 2, 1},  {1, 3, -1}, {1, 4, 1}, {1, 5, -1}, {1, 6, -1},
    {2, 3, 1}, {2, 4, -1}, {2, 8, -1}, {3, 4, 1},  {3, 5, -1}, {3, 6, -1}, {4, 5, 1}, {4, 7, -1}, {4, 9, -1},
    {5, 6, 1}, {5, 8, 1},  {5, 9, -1}, {6, 7, 1},  {6, 8, -1}, {6, 9, 1},  {7, 8, 1}, {8, 9, 1}};
