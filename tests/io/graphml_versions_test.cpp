// SPDX-License-Identifier: BSL-1.0
// Files of version 0.1, and what 0.2 added to them.
#include "io/record_of_0_1.hpp"

#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("graphml: a record that 0.1 wrote is read as it was, and answers as it did") {
    auto const g = io::read_graphml(io::input::file(gs::testing::written_by_0_1("dams.graphml"))).value;
    CHECK(gs::same_content(g, gs::testing::dams()));
    gs::testing::check_answers_of_0_1(g);
}

TEST_CASE("graphml: every field and relation that 0.2 added comes back") {
    std::ostringstream document;
    io::write_graphml(document, gs::testing::dams_with_what_is_new());
    gs::testing::check_what_is_new(io::read_graphml(io::input::text(document.str())).value);
}
