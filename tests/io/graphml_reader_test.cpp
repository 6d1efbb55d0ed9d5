// SPDX-License-Identifier: BSL-1.0
#include "random_graph.hpp"

#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;

TEST_CASE("graphml: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(3, gs::testing::texts::without_controls);
    for (std::size_t records = gs::testing::scaled(1000); records > 0; records -= std::min<std::size_t>(records, 100)) {
        auto const g = make(30, 70);
        std::ostringstream out;
        io::write_graphml(out, g);
        std::istringstream in(out.str());
        auto const h = io::read_graphml<own_schema>(in);
        REQUIRE(gs::same_content(g, h));
        std::ostringstream again;
        io::write_graphml(again, h);
        REQUIRE(again.str() == out.str());
    }
}
