// SPDX-License-Identifier: BSL-1.0
// Files of version 0.1, and what 0.2 added to them.
#include "io/record_of_0_1.hpp"

#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("json: a record that 0.1 wrote is read as it was, and answers as it did") {
    auto const g = io::read_json(io::input::file(gs::testing::written_by_0_1("dams.json"))).value;
    CHECK(gs::same_content(g, gs::testing::dams()));
    gs::testing::check_answers_of_0_1(g);
}

TEST_CASE("json lines: a record that 0.1 wrote is read as it was, and answers as it did") {
    auto const g = io::read_json_lines(io::input::file(gs::testing::written_by_0_1("dams.jsonl"))).value;
    CHECK(gs::same_content(g, gs::testing::dams()));
    gs::testing::check_answers_of_0_1(g);
}

TEST_CASE("json, json lines: every field and relation that 0.2 added comes back") {
    std::ostringstream document;
    io::write_json(document, gs::testing::dams_with_what_is_new());
    CHECK(document.str().find("\"geostance\": 2") != std::string::npos); // which 0.1 refuses by name
    gs::testing::check_what_is_new(io::read_json(io::input::text(document.str())).value);
    std::ostringstream lines;
    io::write_json_lines(lines, gs::testing::dams_with_what_is_new());
    gs::testing::check_what_is_new(io::read_json_lines(io::input::text(lines.str())).value);
}
