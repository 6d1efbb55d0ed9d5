// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/read_report.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("read_report: the summary has a line for each reason, without bytes that cannot be shown") {
    CHECK(summary(io::read_report{}) == "0 rows read, 0 skipped\n");
    io::read_report const report{.rows = 3, .skipped = 3, .reasons = {{"year: a number", 1}, {"vote\x01: 1 to 5", 2}}};
    CHECK(summary(report) == "3 rows read, 3 skipped\n  2: vote\\x01: 1 to 5\n  1: year: a number\n");
}
