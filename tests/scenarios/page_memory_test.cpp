// SPDX-License-Identifier: BSL-1.0
// The file of a page is replaced by a whole page or left alone, whichever allocation fails.
#include <geostance/io/atomic_file.hpp>
#include <geostance/page/page.hpp>

#include "scenarios/fail_each.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

namespace io = geostance::io;

TEST_CASE("memory: a page or picture that runs out of memory leaves its file alone") {
    scenarios::record_of_each const record;
    auto const file = std::filesystem::temp_directory_path() / "geostance-page-memory-test.html";
    auto const content = [&] {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    auto const check = [&](auto write) {
        io::write_file(file, write);
        auto const whole = content();
        io::write_file(file, [](std::ostream& out) { out << "kept"; });
        scenarios::fail_each([&] { io::write_file(file, write); },
                             [&] {
                                 auto const found = content(); // sorting does without some allocations
                                 bool const is_old_or_new = found == "kept" || found == whole;
                                 REQUIRE(is_old_or_new);
                             });
        CHECK(content() == whole);
    };
    check([&](std::ostream& out) { geostance::page::write(out, record.g); });
    check([&](std::ostream& out) { geostance::page::write_picture(out, record.g); });
    std::filesystem::remove(file);
}
