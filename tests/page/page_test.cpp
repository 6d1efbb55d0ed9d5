// SPDX-License-Identifier: BSL-1.0
// A page is one safe file: its policy names its own script, no name becomes markup, and the same record gives the same
// bytes.
#include <geostance/page/page.hpp>

#include "page/boxes.hpp"
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::string page_of(gs::stance_graph const& g, gs::page::options const& options = {}) {
    std::ostringstream out;
    gs::page::write(out, g, options);
    return out.str();
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(std::string const& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// What stands between two texts, the first of which is unique.
std::string between(std::string const& text, std::string const& begin, std::string const& end) {
    auto const from = text.find(begin) + begin.size();
    return text.substr(from, text.find(end, from) - from);
}

std::vector<std::string> hostile_names() {
    return {"\"><script>alert(1)</script>",
            "]]>",
            "${x}",
            "a\xE2\x80\xAE"
            "b",
            std::string(300, 'W'),
            "<!--",
            "' onload='x",
            "\x01\xFF",
            "ישראל",
            "پاکستان",
            "مصر"};
}

/// Each of them holds a position on the next one.
gs::stance_graph hostile_record() {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> actors;
    for (auto const& name : hostile_names()) {
        auto const key = std::to_string(actors.size());
        actors.push_back(g.add(gs::actor{.key = key, .name = name}));
    }
    auto const source = g.add(gs::publication{.key = "p", .name = "</script>", .address = "javascript:alert(1)"});
    for (std::size_t i = 0; i < actors.size(); ++i)
        g.relate(actors[i], actors[(i + 1) % actors.size()], gs::stance{.value = i % 2 == 0 ? 1.0 : -1.0},
                 {.publication = source, .locator = "]]>", .quote = "<b>\"&</b>", .language = "\"x", .note = "${x}"});
    return g;
}

} // namespace

TEST_CASE("a page holds its evidence, fetches nothing and runs nothing but its own script") {
    auto const page = page_of(gs::seed::panel_veto_2024(), {.title = "Russia & a panel"});
    CHECK(page.starts_with("<!DOCTYPE html>\n"));
    CHECK(has(page, "<title>Russia &amp; a panel</title>"));
    CHECK(has(page, "paragraph 6"));
    CHECK(has(page, "default-src 'none'"));
    for (auto const* banned : {"style=\"", "onclick=", "onload=", "onerror=", "<img", "<link", "<iframe", "@import",
                               "url(", "innerHTML", "eval(", "src="})
        CHECK_MESSAGE(!has(page, banned), banned);
}

TEST_CASE("the policy names the script and the style by their hashes") {
    auto const page = page_of(gs::seed::council_vote_2024());
    auto const hash = [](std::string const& text) {
        return "'sha256-" + gs::page::detail::base64(gs::page::detail::sha256(text)) + "'";
    };
    CHECK(has(page, "script-src " + hash(between(page, "<script>", "</script>"))));
    CHECK(has(page, "style-src " + hash(between(page, "<style>", "</style>"))));
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script") == 2);
    CHECK(count(page, "<style") == 1);
}

TEST_CASE("hostile names stay texts") {
    auto const page = page_of(hostile_record(), {.title = "</title><script>alert(1)</script>"});
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script") == 2);
    CHECK(!has(page, "alert(1)</script>"));
    CHECK(!has(page, "href=\"javascript"));
    CHECK(!has(page, "\xE2\x80\xAE"));
    CHECK(!has(page, "\x01"));
    CHECK(!has(page, "<b>"));
    CHECK(has(page, "lang=\"he\""));
    CHECK(has(page, "lang=\"fa\""));
    CHECK(has(page, "lang=\"ar\""));
    CHECK(count(page, "]]>") == 1); // the end of the script's section
}

TEST_CASE("the same record gives the same bytes") {
    CHECK(page_of(gs::seed::panel_veto_2024()) == page_of(gs::seed::panel_veto_2024()));
}

TEST_CASE("an empty record gives a page") {
    auto const page = page_of(gs::stance_graph());
    CHECK(has(page, "0 positions"));
}

TEST_CASE("what exceeds a limit is left out, and the page says so") {
    auto const page = page_of(gs::seed::panel_veto_2024(), {.drawn = 6, .rows = 3, .readings = 9, .explained = 2});
    CHECK(has(page, "The picture shows the weightiest"));
    CHECK(has(page, "What this page leaves out"));
    CHECK(has(page, "accounts the first 1 can be chosen"));
    CHECK(has(page, "Evidence is told for 2 relations"));
    CHECK(has(page, "No change is recorded of the weightiest 3 of 44 positions"));
    auto const held = positions(gs::seed::panel_veto_2024()).size();
    CHECK(has(page, "3 of " + std::to_string(held) + " positions can be read"));
    CHECK(has(page, "<p class=\"lead\">" + std::to_string(held) + " positions, "));
    CHECK(has(page, "of " + std::to_string(held) + " positions; the table has 3, and with the page's script all."));
    CHECK(has(page, "\"channels\":[\"verbal\""));
    CHECK(!has(page, "cannot be chosen apart"));
}

TEST_CASE("channels are offered only where they are answered") {
    auto const page = page_of(gs::seed::panel_veto_2024(), {.readings = 3});
    CHECK(has(page, "\"channels\":[]"));
    CHECK(has(page, "Words, votes and deeds cannot be chosen apart."));
}

TEST_CASE("camps that are not proven are said to be so, and readings with other values have camps of their own") {
    gs::page::detail::content all;
    all.nodes = {{"A", "state"}, {"B", "state"}};
    gs::page::detail::shown_camps camps{{{0, 1}}, {{0, 1, 0.5}}, {}, false};
    CHECK(has(camps_list(all, camps), "It is not proven that no camps fit better."));
    CHECK(has(gs::page::detail::json_of(camps), "\"proven\":false"));
    camps.is_proven = true;
    CHECK(!has(camps_list(all, camps), "not proven"));
    CHECK(has(gs::page::detail::json_of(camps), "\"proven\":true"));

    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    g.relate(a, b, gs::stance{.value = 0.5}, {.valid = gs::since(std::chrono::year(2001))});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(std::chrono::year(2002))});
    auto const of_two_days = gs::page::detail::collector<gs::geopolitics>(g, gs::page::options()).collect();
    std::set<double> values;
    for (auto const& each : of_two_days.camps)
        for (auto const& tie : each.ties) values.insert(tie.value);
    CHECK(values == std::set<double>{0.5, 1});
}

TEST_CASE("a grid says how many of its columns each picture has") {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> actors;
    for (int i = 0; i < 24; ++i) actors.push_back(g.add(gs::actor{.key = std::to_string(i)}));
    for (auto const who : actors)
        for (auto const target : actors)
            if (who != target) g.relate(who, target, gs::stance{.value = 1});
    auto const page = page_of(g, {.rows = 2, .readings = 1});
    CHECK(has(page, " columns, the narrow one "));
}

TEST_CASE("no label lies on another, on a sign or on a node's name, in either width") {
    std::vector<gs::stance_graph> records;
    records.push_back(gs::seed::panel_veto_2024());
    records.push_back(gs::seed::council_vote_2024());
    records.push_back(gs::seed::embargo_votes());
    records.push_back(hostile_record());
    for (auto const& g : records) {
        auto const all = gs::page::detail::collector<gs::geopolitics>(g, gs::page::options()).collect();
        auto const shown = gs::page::detail::select(all, 48);
        for (auto const& size : {gs::page::detail::wide_picture, gs::page::detail::narrow_picture}) {
            CHECK(boxes::overlap(boxes::of(stands_picture(all, shown, size), size.text)).empty());
            for (auto const& camps : all.camps)
                CHECK(boxes::overlap(boxes::of(camps_picture(all, camps, size, 48), size.text)).empty());
        }
    }
}

TEST_CASE("a statement that was taken back, replaced or corrected says so among what was said") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "Alpha"});
    auto const b = g.add(gs::actor{.key = "b", .name = "Beta"});
    auto const said = g.add(gs::statement{.key = "s1", .summary = "first words", .said = std::chrono::year(2023)});
    auto const later = g.add(gs::statement{.key = "s2", .summary = "second words", .said = std::chrono::year(2024)});
    g.relate(a, said, gs::makes{});
    g.relate(a, later, gs::makes{});
    g.relate(later, said, gs::retracts{});
    g.relate(a, b, gs::stance{.value = -1}, {.claimed_in = said});
    auto const page = page_of(g);
    CHECK(has(page, "first words (taken back)"));
    CHECK(has(page, "second words"));
    CHECK_FALSE(has(page, "second words (taken back)"));
    auto const third = g.add(gs::statement{.key = "s3", .summary = "third words", .said = std::chrono::year(2025)});
    g.relate(a, third, gs::makes{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = later});
    g.relate(a, b, gs::stance{.value = 0.5}, {.claimed_in = third});
    auto const fourth = g.add(gs::statement{.key = "s4", .summary = "fourth words", .said = std::chrono::year(2026)});
    g.relate(a, fourth, gs::makes{});
    g.relate(third, later, gs::corrects{});
    g.relate(fourth, third, gs::supersedes{});
    auto const newer = page_of(g);
    CHECK(has(newer, "third words (replaced)"));
    CHECK_FALSE(has(newer, "fourth words ("));
    CHECK(has(newer, "second words (corrected)"));
}

namespace {

using suppositions = std::vector<gs::page::what_if<gs::geopolitics>>;

std::string page_of(gs::stance_graph const& g, suppositions const& supposed, gs::page::options const& options = {}) {
    std::ostringstream out;
    gs::page::write(out, g, options, supposed);
    return out.str();
}

} // namespace

TEST_CASE("suppositions are compared in tables that need no script, and what is supposed is told") {
    auto const g = gs::seed::council_vote_2024();
    auto const motion = g.at<gs::issue>("extension");
    auto const abstains = gs::if_switched(g, g.at<gs::actor>("Russia"), motion, 0);
    auto const in_favour = gs::if_switched(g, g.at<gs::actor>("Russia"), motion, 1);
    gs::supposition const nothing(g);
    suppositions const supposed{{"Russia abstains", abstains}, {"Russia agrees", in_favour}, {"Nothing", nothing}};
    auto const page = page_of(g, supposed);
    CHECK(count(page, "<caption><bdi dir=\"auto\">As recorded</bdi> → <bdi dir=\"auto\">Russia abstains</bdi>") == 1);
    CHECK(count(page, "<caption><bdi dir=\"auto\">Russia abstains</bdi> → <bdi dir=\"auto\">Russia agrees</bdi>") == 1);
    CHECK(has(page,
              "<p><bdi dir=\"auto\">As recorded</bdi> → <bdi dir=\"auto\">Nothing</bdi>: no position is another.</p>"));
    CHECK(has(page, "extension of the panel&#39;s mandate [taken away]</li>"));
    CHECK(has(page, ">Russia abstains on extension of the panel&#39;s mandate [supposed]</li>"));
    CHECK(has(page, "<li>Nothing is supposed.</li>"));
    CHECK(has(page, "href=\"#what-if\""));
    CHECK(page == page_of(g, supposed));
    CHECK(!has(page_of(g), "id=\"what-if\""));
    auto const short_page = page_of(g, supposed, {.rows = 1, .compared = 2});
    CHECK(has(short_page, "<li>Of 3 suppositions the first 2 are compared.</li>"));
    CHECK(has(short_page, "<p>And 1 more, which are not shown.</p>"));
    CHECK(has(short_page, "<li>And 1 more, which are not listed.</li>"));
}

TEST_CASE("titles of suppositions and names that are only supposed stay texts") {
    auto const g = hostile_record();
    gs::supposition supposed(g);
    auto const newcomer = supposed.add(gs::actor{.key = "n", .name = "<b>\"new</b>"});
    supposed.also(newcomer, g.at<gs::actor>("0"), gs::stance{.value = -1});
    auto const page = page_of(g, {{"\"><script>alert(1)</script>", supposed}, {"]]>\xE2\x80\xAE", supposed}});
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script") == 2);
    CHECK(!has(page, "<b>"));
    CHECK(!has(page, "\xE2\x80\xAE"));
    CHECK(count(page, "]]>") == 1);
    CHECK(has(page, "&lt;b&gt;&quot;new&lt;/b&gt;"));
}
