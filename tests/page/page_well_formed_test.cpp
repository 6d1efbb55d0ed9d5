// SPDX-License-Identifier: BSL-1.0
// A page is well-formed XML, so that no element is left open and no attribute is cut: expat reads it to the end.
#include <geostance/page/page.hpp>

#include <geostance/query/whatif/suppose.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <expat.h>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::string fault_in(std::string const& text) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                              &XML_ParserFree);
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK) return {};
    return XML_ErrorString(XML_GetErrorCode(parser.get())) + std::string(" in line ") +
           std::to_string(XML_GetCurrentLineNumber(parser.get()));
}

std::string titled_page_of(gs::stance_graph const& g,
                           std::vector<gs::page::what_if<gs::geopolitics>> const& supposed = {}) {
    std::ostringstream out;
    gs::page::write(out, g, {.title = "<&>"}, supposed);
    return out.str();
}

} // namespace

TEST_CASE("pages of the shipped records are well-formed") {
    CHECK(fault_in(titled_page_of(gs::seed::panel_veto_2024())).empty());
    CHECK(fault_in(titled_page_of(gs::seed::council_vote_2024())).empty());
    CHECK(fault_in(titled_page_of(gs::seed::embargo_votes())).empty());
}

TEST_CASE("pages of hostile names are well-formed") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "]]><script>&\x01\xFF\"'"});
    auto const b = g.add(gs::issue{.key = "b", .name = "${x} \xE2\x80\xAE <!-- --> <![CDATA["});
    auto const p = g.add(gs::publication{.key = "p", .name = "&amp;", .address = "https://example.org/?a=1&b=2"});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = p, .quote = "a < b && c > d", .language = "en"});
    CHECK(fault_in(titled_page_of(g)).empty());
    gs::supposition supposed(g);
    supposed.without(g.relation_at(0));
    supposed.also(a, supposed.add(gs::actor{.key = "n", .name = "<b>&\"]]>"}), gs::stance{.value = -1});
    CHECK(fault_in(titled_page_of(g, {{"]]><script>&\x01\xFF\"'", supposed}})).empty());
}
