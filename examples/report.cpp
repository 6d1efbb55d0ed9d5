// SPDX-License-Identifier: BSL-1.0
// A record, from a JSON file, as one web page: `report river.json river.html`.
//! [report]
#include <geostance/geostance.hpp>
#include <geostance/io/atomic_file.hpp>
#include <geostance/io/json.hpp>
#include <geostance/page/page.hpp>
#include <iostream>

namespace gs = geostance;

int main(int argc, char** argv) try {
    if (argc != 3) {
        std::cerr << "usage: report RECORD.json PAGE.html\n";
        return 2;
    }
    auto const world = gs::io::read_json(gs::io::input::file(argv[1])).value;
    gs::io::write_file(argv[2], [&](std::ostream& out) { gs::page::write(out, world, {.title = argv[1]}); });
    std::cout << "a page of " << world.num_nodes() << " nodes and " << world.num_relations() << " relations\n";
} catch (gs::error const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
//! [report]
