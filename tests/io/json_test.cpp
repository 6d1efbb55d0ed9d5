// SPDX-License-Identifier: BSL-1.0
#include "random_graph.hpp"

#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;

TEST_CASE("json: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(1);
    for (std::size_t records = gs::testing::scaled(1000); records > 0; records -= std::min<std::size_t>(records, 100)) {
        auto const g = make(30, 70);
        std::ostringstream out;
        io::write_json(out, g);
        std::istringstream in(out.str());
        auto const h = io::read_json<own_schema>(in);
        REQUIRE(gs::same_content(g, h));
        std::ostringstream again;
        io::write_json(again, h);
        REQUIRE(again.str() == out.str());
    }
}

TEST_CASE("json lines: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(2);
    for (std::size_t records = gs::testing::scaled(1000); records > 0; records -= std::min<std::size_t>(records, 100)) {
        auto const g = make(30, 70);
        std::ostringstream out;
        io::write_json_lines(out, g);
        std::istringstream in(out.str());
        auto const h = io::read_json_lines<own_schema>(in);
        REQUIRE(gs::same_content(g, h));
        std::ostringstream again;
        io::write_json_lines(again, h);
        REQUIRE(again.str() == out.str());
    }
}
