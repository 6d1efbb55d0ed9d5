// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/groups.hpp>
#include <geostance/query/position.hpp>

#include "data/entity/entity_texts.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono_literals;

namespace {

using entity_texts::lines;
using entity_texts::read;

/// Checks that a text is refused with an error that says something.
void check_refused(std::string_view text, std::string_view part) {
    std::string said = "nothing was refused";
    try {
        static_cast<void>(read(text));
    } catch (gs::read_error const& e) {
        said = e.what();
    }
    CAPTURE(said);
    CHECK(said.find(part) != std::string::npos);
}

std::string with_line_ends(std::string_view text, std::string const& end) {
    std::string result;
    for (auto const c : text) result += c == '\n' ? end : std::string(1, c);
    return result;
}

} // namespace

TEST_CASE("read_entities: schemas, properties, data sets and days, every one kept") {
    auto const [table, report] = read(lines);
    CHECK(report.rows == 17);
    CHECK(report.warnings.reasons.empty());
    REQUIRE(table.entities.size() == 17);
    auto const& p = table.entities[0];
    CHECK(p.id == "p1");
    CHECK(p.schema == "Person");
    CHECK(p.caption == "Jo Doe");
    CHECK(p.values("alias") == std::vector<std::string>{"Joe", "J. Doe"});
    CHECK(p.values("none").empty());
    CHECK(p.datasets == std::vector<std::string>{"peps"});
    CHECK(p.first_seen == gs::date(2023y / 4 / 20));
    CHECK(table.entities[8].line == 9);
}

TEST_CASE("read_entities: members in any order and further ones, CRLF, a byte order mark, blank lines, any name") {
    auto const expected = read(lines).value.entities;
    CHECK(read(with_line_ends(lines, "\r\n")).value.entities == expected);
    CHECK(read("\xEF\xBB\xBF" + std::string(lines)).value.entities == expected);
    CHECK(read(lines, {}, "dump.txt").value.entities == expected);
    CHECK(read(with_line_ends(lines, "\n\n")).value.entities.size() == expected.size());
    auto const shuffled = read(
        R"({"target":false,"datasets":["bodies"],"more":{"a":[1,{"b":null}]},"properties":{"topics":["gov.igo"],"name":["World Dam Union"]},"id":"o1","schema":"Organization"})");
    auto one = expected[1];
    one.line = 1;
    CHECK(shuffled.value.entities.at(0) == one);
    // escapes go another way through the parser
    CHECK(read(R"({"id":"\u0061","schema":"Person","properties":{}, "caption": null})").value.entities.at(0).id == "a");
}

TEST_CASE("read_entities: what is wrong with a line, by file, line, column and field") {
    check_refused("[]", "entities.ftm.json:1");
    check_refused("\n{\"id\":\"a\",\"schema\":\"Person\"}", "entities.ftm.json:2");
    check_refused("{\"id\":\"a\",\"schema\":\"Person\"}", "an object with a member 'properties'");
    check_refused(R"({"schema":"Person","properties":{}})", "a member 'id'");
    check_refused(R"({"id":"a","properties":{}})", "a member 'schema'");
    check_refused(R"({"id":"","schema":"Person","properties":{}})", "field 'id'");
    check_refused(R"({"id":1,"schema":"Person","properties":{}})", "a text");
    check_refused(R"({"id":"a","id":"b","schema":"Person","properties":{}})", "each name once");
    check_refused(R"({"id":"a","schema":"Person","properties":{"name":["x"],"name":["y"]}})", "each name once");
    check_refused(R"({"id":"a","schema":"Person","properties":{"name":"x"}})", "properties.name");
    check_refused(R"({"id":"a","schema":"Person","properties":{"sanctions":[{"id":"s"}]}})", "one entity a line");
    check_refused(R"({"id":"a","schema":"Sanction","properties":{"startDate":["2023-02-30"]}})",
                  "properties.startDate");
    check_refused(R"({"id":"a","schema":"Sanction","properties":{"endDate":["open"]}})", "a date");
    check_refused(R"({"id":"a","schema":"Person","properties":{},"first_seen":"soon"})", "first_seen");
    check_refused("{\"id\":\"a\",\n", "each entity stands on one line");
    auto const skipped = read("{\"id\":1}\n" + std::string(lines), {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(skipped.report.skipped == 1);
    CHECK(skipped.value.entities.size() == 17);
}

TEST_CASE("read_entities: lines with one id are one entity, of one schema") {
    auto const [table, report] = read(R"({"id":"a","schema":"Person","properties":{"name":["x"]},"datasets":["d"]}
{"id":"b","schema":"Person","properties":{}}
{"id":"a","schema":"Person","properties":{"name":["x","y"],"alias":["z"]},"datasets":["d","e"],"first_seen":"2020"}
)");
    REQUIRE(table.entities.size() == 2);
    CHECK(table.entities[0].values("name") == std::vector<std::string>{"x", "y"});
    CHECK(table.entities[0].values("alias") == std::vector<std::string>{"z"});
    CHECK(table.entities[0].datasets == std::vector<std::string>{"d", "e"});
    CHECK(table.entities[0].first_seen == gs::date(2020y));
    CHECK(report.warnings.reasons.size() == 1);
    check_refused(R"({"id":"a","schema":"Person","properties":{}}
{"id":"a","schema":"Company","properties":{}})",
                  "Person, as on line 1");
}
