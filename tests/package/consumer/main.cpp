// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <iostream>

int main() {
    auto const world = geostance::seed::panel_veto_2024();
    for (auto const& [who, position] : geostance::opponents(world, world.at<geostance::actor>("panel of experts")))
        std::cout << geostance::name_of(world, who) << ' ' << position.attitude << '\n';
}
