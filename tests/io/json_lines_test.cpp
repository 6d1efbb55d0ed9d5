// SPDX-License-Identifier: BSL-1.0
#include "io/json_text.hpp"
#include "io/random_graph.hpp"
#include <repetitions.hpp>

#include <geostance/io/json_lines.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;
using json_text::json_lines_of;

TEST_CASE("json_lines: random records come back equal, and byte for byte") {
    gs::testing::random_graph<own_schema> make(2);
    for (auto graphs = gs::testing::repetitions(10'000); graphs > 0; --graphs) {
        auto const g = make(15, 40);
        auto const text = json_lines_of(g);
        auto const [h, report] = io::read_json_lines<own_schema>(io::input::text(text));
        REQUIRE(report.rows == g.num_nodes() + g.num_relations());
        REQUIRE(gs::same_content(g, h));
        REQUIRE(json_lines_of(h) == text);
    }
}

TEST_CASE("json_lines: bad lines are skipped and reported, if asked, and the others are read") {
    std::string const text =
        "{\"geostance\": 1}\n{\"type\": \"actor\", \"key\": \"a\"}\r\n\n{\"type\": \"actor\", \n[]\n7\n"
        "{\"type\": \"stance\", \"from\": \"a\", \"to\": \"a\", \"value\": 1}";
    auto const [g, report] =
        io::read_json_lines(io::input::text(text, "f"), {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(g.num_nodes() == 1);
    CHECK(g.num_relations() == 1);
    CHECK(report.rows == 2);
    CHECK(report.skipped == 3);
    REQUIRE(report.problems.size() == 3);
    CHECK(report.problems[0].where.line == 4);
    CHECK(report.problems[1].where.line == 5);
    CHECK(report.problems[1].expected == "an object with a member 'type', a text");
    CHECK_THROWS_WITH_AS(
        static_cast<void>(io::read_json_lines(io::input::text(text, "f"))),
        "f:4:19: got 'the end of the text', expected a name in double quotes; `read_json` reads a document of "
        "several lines",
        gs::read_error);
    for (auto const* bad : {"{\"geostance\": 3}", "{\"geostance\": 1, \"x\": 2}", "{\"geostance\": 1} {}"})
        CHECK_THROWS_AS(static_cast<void>(io::read_json_lines(io::input::text(bad))), gs::read_error);
}

TEST_CASE("json_lines: the slow way takes what nlohmann's parser takes; the fast way nothing else, and sees the same") {
    std::vector<std::string> const pieces{"{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          ":",
                                          "\"a\"",
                                          "\"\"",
                                          "\"é\"",
                                          "\"\\n\"",
                                          "\"\\ud83d\\uDE00\\u20ac\\u00e9\"",
                                          "\"\\ud83d\"",
                                          "\"\\ude00\"",
                                          "\"\\u00g0\"",
                                          "\"\\x\"",
                                          "\"\xE2\x82\"",
                                          "\"\xFF\"",
                                          "\"\x01\"",
                                          "1",
                                          "-1",
                                          "0",
                                          "-0",
                                          "01",
                                          "1.5",
                                          "1.",
                                          ".5",
                                          "1e5",
                                          "1e",
                                          "-",
                                          "+1",
                                          "1e999",
                                          "1e-999",
                                          "18446744073709551615",
                                          "18446744073709551616",
                                          "-9223372036854775808",
                                          "-9223372036854775809",
                                          "0.1e+2",
                                          "true",
                                          "false",
                                          "null",
                                          "tru",
                                          "nul",
                                          " ",
                                          "\t",
                                          "\r",
                                          "\n",
                                          "\"",
                                          "{\"a\":1}",
                                          "{\"a\":[1,{}]}",
                                          "\"a\":",
                                          "\xEF\xBB\xBF"};
    std::mt19937 random(6);
    std::size_t plain = 0;
    for (auto lines = gs::testing::repetitions(100'000); lines > 0; --lines) {
        std::string line = random() % 2 == 0 ? "{\"a\":" : "{";
        for (auto n = random() % 6; n > 0; --n) line += pieces[random() % pieces.size()];
        if (random() % 2 == 0) line += '}';
        io::detail::json_window window("f");
        window.show_line(line, 1);
        io::detail::json_parser parser(window);
        io::detail::json_record expected;
        bool is_taken = true;
        try {
            expected = parser.read(io::detail::json_behind::nothing);
        } catch (gs::read_error const&) {
            is_taken = false;
        }
        CAPTURE(line);
        REQUIRE(is_taken == nlohmann::json::accept(line));
        io::detail::json_record record;
        if (!io::detail::json_scanner::scan(line, record)) continue;
        ++plain;
        REQUIRE(is_taken);
        REQUIRE(record.tokens.size() == expected.tokens.size());
        for (std::size_t i = 0; i < record.tokens.size(); ++i) {
            auto const& found = record.tokens[i];
            auto const& other = expected.tokens[i];
            REQUIRE(std::tuple(found.kind, found.end, found.bits, found.length) ==
                    std::tuple(other.kind, other.end, other.bits, other.length));
        }
    }
    CHECK(plain > 100);
}

TEST_CASE("json_lines: texts come out of their escapes") {
    auto const g = io::read_json_lines(
        io::input::text(R"({"type": "actor", "key": "\"\\\/\b\f\n\r\t \u0041\u00e9\u20AC\ud83D\uDe00 é€😀"})"));
    CHECK(g.value.at<gs::actor>("\"\\/\b\f\n\r\t Aé€😀 é€😀").index() == 0);
}

TEST_CASE("json_lines: what a graph gains is appended to what was written") {
    gs::testing::random_graph<own_schema> make(7);
    auto g = make(20, 30);
    auto text = json_lines_of(g);
    io::json_lines_options const gained{g.num_nodes(), g.num_relations()};
    auto const p = g.add(gs::publication{.key = "late"});
    auto const a = g.add(gs::actor{.key = "newcomer"});
    g.relate(a, a, gs::stance{.value = 1}, {.publication = p});
    text += json_lines_of(g, gained);
    CHECK(gs::same_content(g, io::read_json_lines<own_schema>(io::input::text(text)).value));
    auto const allowed = [](std::size_t most) {
        return ": got 100, expected a number from 0 to " + std::to_string(most);
    };
    CHECK_THROWS_WITH_AS(json_lines_of(g, {.first_node = 100}),
                         ("json_lines_options.first_node" + allowed(g.num_nodes())).c_str(), gs::invalid_value);
    CHECK_THROWS_WITH_AS(json_lines_of(g, {.first_relation = 100}),
                         ("json_lines_options.first_relation" + allowed(g.num_relations())).c_str(), gs::invalid_value);
}
