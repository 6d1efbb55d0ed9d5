// SPDX-License-Identifier: BSL-1.0
#include "everything.hpp"

std::size_t nodes_of_the_other();

int main() { return geostance::seed::panel_veto_2024().num_nodes() == nodes_of_the_other() ? 0 : 1; }
