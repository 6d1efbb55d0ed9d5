// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/gzip.hpp>
#include <geostance/io/json.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <iostream>
#include <sstream>

int main() {
    namespace io = geostance::io;
    std::stringstream json;
    io::write_json(json, geostance::seed::panel_veto_2024());
    std::stringstream graphml;
    io::write_graphml(graphml, io::read_json(io::gunzip(io::input::stream(json))).value);
    auto const read = io::read_graphml(io::input::stream(graphml));
    auto const& world = read.value;
    for (auto const& [who, position] : geostance::opponents(world, world.at<geostance::actor>("panel of experts")))
        std::cout << geostance::name_of(world, who) << ' ' << position.attitude << '\n';
}
