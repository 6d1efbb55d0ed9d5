// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/claim/quotes.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

struct record {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::publication> paper = g.add(gs::publication{.key = "paper"});
    gs::node<gs::publication> book = g.add(gs::publication{.key = "book"});

    auto quote(gs::node<gs::publication> in, std::string text) {
        return g.relate(a, a, gs::stance{.value = 1}, {.publication = in, .quote = std::move(text)});
    }
    /// True if the text has the quote.
    static bool stands(std::string const& text, std::string const& quote) {
        record r;
        r.quote(r.paper, quote);
        return gs::check_quotes(r.g, [&](gs::publication const&) { return text; }).empty();
    }
};

} // namespace

TEST_CASE("check_quotes: every quote that its own publication does not have, in order of insertion") {
    record r;
    auto const late = r.quote(r.book, "nobody said this");
    r.quote(r.paper, "as was said");
    auto const wrong_place = r.quote(r.paper, "in the book");
    r.quote(r.book, "in the book");
    r.g.relate(r.a, r.a, gs::stance{.value = 1}, {.publication = r.paper}); // no quote, nothing to check
    std::map<std::string, int> calls;
    auto const found = gs::check_quotes(r.g, [&](gs::publication const& p) {
        ++calls[p.key];
        return std::string(p.key == "paper" ? "It is as was said." : "What stands in the book.");
    });
    CHECK(found == std::vector<gs::unfound_quote>{{gs::any_relation(late), r.book, "nobody said this", true},
                                                  {gs::any_relation(wrong_place), r.paper, "in the book", true}});
    CHECK(calls == std::map<std::string, int>{{"book", 1}, {"paper", 1}});
}

TEST_CASE("check_quotes: the width of white space and the kinds of quotation marks do not matter; letters do") {
    CHECK(record::stands("they said: \xE2\x80\x9Cwe\n reject it\xE2\x80\x9D.", "we reject it"));
    CHECK(record::stands("we\xC2\xA0reject\t it", " we  reject it "));
    CHECK(record::stands("il a dit \xC2\xAB\xC2\xA0non\xC2\xA0\xC2\xBB hier", "il a dit \"non\" hier"));
    CHECK(record::stands("we don\xE2\x80\x99t", "we don't"));
    CHECK(record::stands("pro\xC2\xADgramme", "programme"));
    CHECK_FALSE(record::stands("nowhere", "now here"));
    CHECK_FALSE(record::stands("now here", "nowhere"));
    CHECK_FALSE(record::stands("We reject it", "we reject it"));
    CHECK_FALSE(record::stands("we reject, it", "we reject it"));
    CHECK_FALSE(record::stands("", "we reject it"));
    CHECK(record::stands("\xFF we reject it", "we reject it")); // bytes that are no UTF-8 are passed over
}

TEST_CASE("check_quotes: a quote of which no text is at hand is not taken for found") {
    record r;
    auto const unread = r.quote(r.paper, "read by nobody");
    auto const homeless = r.quote({}, "from nowhere");
    r.quote(r.book, "in the book");
    auto const found = gs::check_quotes(r.g, [](gs::publication const& p) {
        return p.key == "book" ? std::optional<std::string>("in the book") : std::nullopt;
    });
    CHECK(found == std::vector<gs::unfound_quote>{{gs::any_relation(unread), r.paper, "read by nobody", false},
                                                  {gs::any_relation(homeless), {}, "from nowhere", false}});
}
