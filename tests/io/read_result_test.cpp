// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/read_result.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("read_result: what is odd is told apart from what is skipped") {
    io::read_result<int> result;
    result.report.rows = 214;
    CHECK(summary(result) == "214 rows read, 0 skipped\n");
    result.report.warnings.reasons["the two encodings disagree"] = 26;
    CHECK(summary(result) == "214 rows read, 0 skipped\n  26 with a warning: the two encodings disagree\n");
}
