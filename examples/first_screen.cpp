// SPDX-License-Identifier: BSL-1.0
// Who is against the panel, on what evidence, and who stood by North Korea in two different years.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <iostream>

namespace gs = geostance;
using namespace std::chrono_literals;

int main() {
    gs::stance_graph const world = gs::seed::panel_veto_2024();
    auto const panel = world.at<gs::actor>("Group of Experts"); // by any name that a source uses
    for (auto const& [who, position] : opponents(world, panel))
        std::cout << name_of(world, who) << ' ' << position << '\n';

    auto const north_korea = world.at<gs::actor>("Pyongyang");
    for (auto const year : {1948y, 2024y})
        for (auto const& [who, position] : supporters(world, north_korea, {.at = year}))
            std::cout << static_cast<int>(year) << ": " << name_of(world, who) << '\n';

    std::cout << explain(world, world.at<gs::actor>("Moscow"), panel);

    // auto mine = world.copy();
    // mine.relate(panel, panel, gs::makes{}); does not compile: `makes` links a holder to a statement
}
