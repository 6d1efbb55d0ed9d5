// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/io/json.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <iostream>
#include <sstream>

int main() {
    std::stringstream text;
    geostance::io::write_json(text, geostance::seed::panel_veto_2024());
    auto const read = geostance::io::read_json(geostance::io::input::stream(text, "text"));
    auto const& world = read.graph;
    for (auto const& [who, position] : geostance::opponents(world, world.at<geostance::actor>("panel of experts")))
        std::cout << geostance::name_of(world, who) << ' ' << position.attitude << '\n';
}
