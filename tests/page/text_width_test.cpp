// SPDX-License-Identifier: BSL-1.0
// Texts break where they should, and no line is wider than asked for.
#include <geostance/page/detail/text_width.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace page = geostance::page::detail;

TEST_CASE("a text breaks at blanks, and is cut after its last line") {
    CHECK(page::wrapped("North Korea", 10, 200, 3) == std::vector<std::string>{"North Korea"});
    CHECK(page::wrapped("North Korea", 10, 40, 3) == std::vector<std::string>{"North", "Korea"});
    CHECK(page::wrapped("", 10, 40, 3) == std::vector<std::string>{""});
    CHECK(page::wrapped("one two three four", 10, 30, 2).back().ends_with("…"));
}

TEST_CASE("no line is wider than asked for, in any alphabet, however long a word is") {
    std::string const long_word(300, 'W');
    for (std::string const& text :
         {long_word, std::string("the claim that missiles were given"), std::string("ישראל ישראל ישראל"),
          std::string("朝鮮民主主義人民共和国と国際連合安全保障理事会")})
        for (double const width : {40.0, 90.0, 200.0}) {
            auto const lines = page::wrapped(text, 12, width, 3);
            CHECK(lines.size() <= 3);
            for (auto const& line : lines) {
                CHECK(page::text_width(line, 12) <= width);
                CHECK(geostance::safe_text(line) == line); // no character is cut in two
            }
        }
}
