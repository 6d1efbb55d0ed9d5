// SPDX-License-Identifier: BSL-1.0
// One record, several readings: the article's, each speaker's, and what is in dispute between them.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <iostream>

namespace gs = geostance;

int main() {
    gs::stance_graph const world = gs::seed::panel_veto_2024();
    auto const us = world.at<gs::actor>("Washington");
    auto const north_korea = world.at<gs::actor>("North Korea");
    auto const russia = world.at<gs::actor>("Russia");

    std::cout << "United States on North Korea\n"
              << "  by the article:         " << position_of(world, us, north_korea).attitude << '\n'
              << "  by Russia's account:    " << position_of(world, us, north_korea, {.according_to = russia}).attitude
              << '\n'
              << "  by its own account:     " << position_of(world, us, north_korea, {.according_to = us}).attitude
              << "\nNorth Korea on Russia\n"
              << "  by the article:         " << position_of(world, north_korea, russia).attitude << '\n'
              << "  by the US's account:    " << position_of(world, north_korea, russia, {.according_to = us}).attitude
              << '\n';

    for (auto const& dispute : contested(world)) {
        std::cout << "contested: " << dispute.claim << '\n';
        for (auto const who : dispute.asserted_by) std::cout << "  asserted by " << name_of(world, who) << '\n';
        for (auto const who : dispute.denied_by) std::cout << "  denied by " << name_of(world, who) << '\n';
    }

    // A lookup that fails says what it looked for and what is near.
    try {
        static_cast<void>(world.at<gs::actor>("Pyongyong"));
    } catch (gs::unknown_name const& e) {
        std::cout << e.what() << '\n';
    }
}
