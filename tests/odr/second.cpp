// SPDX-License-Identifier: BSL-1.0
#include "everything.hpp"

std::size_t nodes_of_the_other();
std::size_t nodes_of_the_other() { return geostance::seed::panel_veto_2024().num_nodes(); }
