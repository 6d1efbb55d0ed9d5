// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/read_options.hpp>

#include <doctest/doctest.h>

#include <cstddef>

namespace io = geostance::io;

TEST_CASE("read_options: a limit of zero is refused by its field") {
    io::read_options options;
    CHECK_NOTHROW(validate(options));
    auto const refuses = [&options](std::size_t io::read_options::*limit, char const* said) {
        auto const kept = options.*limit;
        options.*limit = 0;
        CHECK_THROWS_WITH_AS(validate(options), said, geostance::invalid_value);
        options.*limit = kept;
    };
    refuses(&io::read_options::max_row_bytes, "read_options.max_row_bytes: got 0, expected a number above 0");
    refuses(&io::read_options::max_row_lines, "read_options.max_row_lines: got 0, expected a number above 0");
    refuses(&io::read_options::max_columns, "read_options.max_columns: got 0, expected a number above 0");
}
