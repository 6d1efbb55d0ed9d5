// SPDX-License-Identifier: BSL-1.0
#include <geostance/safe_text.hpp>

#include <doctest/doctest.h>

#include <string>

using geostance::safe_text;

TEST_CASE("safe_text: what can be seen stays") {
    for (std::string const text :
         {"", "plain", "Côte d'Ivoire", "Россия", "北京", "שלום عربي", "\xF0\x9F\x95\x8A", "a\xC2\xA0 b"})
        CHECK(safe_text(text) == text);
}

TEST_CASE("safe_text: what a terminal would obey is spelt out") {
    CHECK(safe_text("\x1B[31mred") == "\\x1B[31mred");
    CHECK(safe_text("\xEF\xBF\xBF") == "\\xEF\\xBF\\xBF"); // U+FFFF: XML has no place for it
    CHECK(safe_text("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
    CHECK(safe_text("\xC2\x9B"
                    "31mred") == "\\xC2\\x9B31mred"); // U+009B, the same in one character
    CHECK(safe_text("\xC2\x80\xC2\x9F") == "\\xC2\\x80\\xC2\\x9F");
    CHECK(safe_text("a\tb\r\nc\x7F") == "a\\x09b\\x0D\\x0Ac\\x7F");
    CHECK(safe_text(std::string("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("safe_text: what turns the direction of text is spelt out, letters that run from right to left are not") {
    for (std::string const turn : {"\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9"})
        CHECK(safe_text("a" + turn + "b").find(turn) == std::string::npos);
    for (std::string const near : {"\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\xA5", "\xE2\x81\xAA"})
        CHECK(safe_text(near) == near);
    CHECK(safe_text("\xE2\x80\xAE") == "\\xE2\\x80\\xAE");
}

TEST_CASE("safe_text: bytes that are no UTF-8 are spelt out, each") {
    CHECK(safe_text("\xFF\xC3") == "\\xFF\\xC3");
    CHECK(safe_text("\x9B") == "\\x9B");
    CHECK(safe_text("\xED\xA0\x80") == "\\xED\\xA0\\x80"); // a surrogate
}

TEST_CASE("safe_text: text that is safe stays as it is") {
    std::string const hostile = "\x1B]0;\xE2\x80\xAE\xFF";
    CHECK(safe_text(safe_text(hostile)) == safe_text(hostile));
}
