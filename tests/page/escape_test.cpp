// SPDX-License-Identifier: BSL-1.0
// Text of a record cannot become markup, a script or a dangerous link.
#include <geostance/page/detail/escape.hpp>

#include <doctest/doctest.h>

namespace page = geostance::page::detail;

TEST_CASE("escaped text ends neither an element nor an attribute") {
    CHECK(page::escaped("\"><script>alert('1')</script>&") ==
          "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;");
}

TEST_CASE("a JSON string ends neither itself nor its script element") {
    CHECK(page::json_string("</script><!--\"\\ & ]]>") ==
          "\"\\u003c/script\\u003e\\u003c!--\\\"\\\\ \\u0026 ]]\\u003e\"");
}

TEST_CASE("only http, https and DOIs are links") {
    CHECK(page::link_of("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c");
    CHECK(page::link_of("HTTP://example.org") == "HTTP://example.org");
    CHECK(page::link_of("doi:10.1000/182") == "https://doi.org/10.1000/182");
    CHECK(page::link_of("10.1000/182") == "https://doi.org/10.1000/182");
    for (auto const* bad : {"javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", "ftp://a", "//a", "https://",
                            "https://a\" onclick=\"x", "https://a b", "java\nscript:1", "", "http:/a", "paragraph 6"})
        CHECK_MESSAGE(page::link_of(bad).empty(), bad);
}

TEST_CASE("the letters of a text give its language away, where only one language uses them") {
    CHECK(page::language_of("Russia").empty());
    CHECK(page::language_of("Россия").empty());
    CHECK(page::language_of("ישראל") == "he");
    CHECK(page::language_of("مصر") == "ar");
    CHECK(page::language_of("پاکستان") == "fa");
    CHECK(page::language_of("Ελλάδα") == "el");
    CHECK(page::text_attributes("ישראל") == " dir=\"auto\" lang=\"he\"");
    CHECK(page::text_attributes("Israel") == " dir=\"auto\"");
}
