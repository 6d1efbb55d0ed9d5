// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/provenance.hpp>
#include <geostance/model/rare_text.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gs = geostance;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("rare_text: takes the room of a pointer, and every kind of text") {
    static_assert(sizeof(gs::rare_text) == sizeof(void*));
    static_assert(std::is_nothrow_move_constructible_v<gs::rare_text>);
    CHECK(gs::rare_text("said").str() == "said");
    CHECK(gs::rare_text("said"s) == "said");
    CHECK(gs::rare_text("said"sv) == "said"sv);
    CHECK(gs::rare_text("a\0b"s) == "a\0b"s);
    CHECK(gs::rare_text().empty());
    CHECK(gs::rare_text("").empty());
    CHECK(gs::rare_text("") == gs::rare_text());
    CHECK(gs::rare_text("said") != gs::rare_text());
}

TEST_CASE("rare_text: is a value") {
    gs::rare_text a = "one";
    auto b = a;
    b = "two";
    CHECK(a == "one");
    a = b;
    CHECK(a == b);
    auto const& itself = a;
    a = itself;
    CHECK(a == "two");
    auto const c = std::move(b);
    CHECK(c == "two");
    a = {};
    CHECK(a.empty());
    std::string const text = c;
    CHECK(text == "two");
    std::ostringstream out;
    out << c << a;
    CHECK(out.str() == "two");
}

TEST_CASE("provenance: quote, language, judgements and the day of an end take no more room than version 0.1 had") {
    // what a relation carried in 0.1, when a date was two numbers
    struct day {
        std::int32_t first;
        gs::precision known_to;
    };
    struct before {
        gs::node<gs::statement> claimed_in;
        gs::node<gs::publication> publication;
        std::string locator;
        std::string note;
        gs::reliability reliability;
        gs::credibility credibility;
        bool inferred;
        day from;
        day to;
        day recorded;
    };
    CHECK(sizeof(gs::provenance) <= sizeof(before));
    gs::provenance const p{.quote = "word for word", .language = "en", .note = "in the margin"};
    auto const q = p;
    CHECK(p == q);
    CHECK(p != gs::provenance{.quote = "word by word", .language = "en", .note = "in the margin"});
}
