// SPDX-License-Identifier: BSL-1.0
#include <iomanip> // its std::quoted must not be taken for one of ours

#include "everything.hpp"

#include <cstddef>

std::size_t nodes_counted_elsewhere();

int main() { return geostance::seed::panel_veto_2024().num_nodes() == nodes_counted_elsewhere() ? 0 : 1; }
