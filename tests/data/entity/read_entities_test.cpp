// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/groups.hpp>
#include <geostance/query/position.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono_literals;

namespace {

// Own lines in the layout of the model; persons, bodies and addresses are made up.
constexpr std::string_view lines =
    R"({"id":"p1","caption":"Jo Doe","schema":"Person","properties":{"name":["Jo Doe","J. Doe"],"alias":["Joe","J. Doe"],"wikidataId":["Q1"],"birthDate":["1960"],"topics":["role.pep"]},"referents":["x"],"datasets":["peps"],"first_seen":"2023-04-20T10:27:20","target":true}
{"id":"o1","schema":"Organization","properties":{"name":["World Dam Union"],"topics":["gov.igo"]},"datasets":["bodies"]}
{"id":"c1","schema":"Company","properties":{"name":["Dam & Sons"],"parent":["c2"],"country":["ru"]},"datasets":["firms"],"first_seen":"2022-01-02"}
{"id":"c2","schema":"Company","properties":{"name":["Dam Holding"],"leiCode":["529900T8BM49AURSDO55"]},"datasets":["firms"]}
{"id":"b1","schema":"PublicBody","properties":{"name":["Ministry of Dams"],"country":["ru"]},"datasets":["bodies"]}
{"id":"pos","schema":"Position","properties":{"name":["Minister of Dams"],"country":["ru"],"organization":["b1"]},"datasets":["peps"]}
{"id":"v1","schema":"Vessel","properties":{"name":["Dredger"],"imoNumber":["9074729"]},"datasets":["list_a"]}
{"id":"a1","schema":"Address","properties":{"full":["1 Dam Road"]},"datasets":["list_a"]}
{"id":"m1","schema":"Membership","properties":{"member":["p1"],"organization":["o1"],"role":["chair"],"startDate":["2019-03","2018-05-01"],"endDate":["2020"],"sourceUrl":["https://dams.example/board","https://dams.example/old"],"publisher":["The Union"]},"datasets":["bodies"],"first_seen":"2021-05-06T00:00:00"}
{"id":"h1","schema":"Occupancy","properties":{"holder":["p1"],"post":["pos"],"startDate":["2020-01-02"],"status":["current"]},"datasets":["peps"]}
{"id":"d1","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"]},"datasets":["firms"]}
{"id":"r1","schema":"Representation","properties":{"agent":["p1"],"client":["c2"],"role":["agent"]},"datasets":["firms"]}
{"id":"w1","schema":"Ownership","properties":{"owner":["c2"],"asset":["c1"],"percentage":["51"]},"datasets":["firms"]}
{"id":"s1","schema":"Sanction","properties":{"entity":["p1"],"authority":["Office of Lists"],"program":["DAMS"],"reason":["built a dam"],"listingDate":["2022-03-04T00:00:00"],"authorityId":["17"],"sourceUrl":["https://lists.example/17"]},"datasets":["list_a","list_b"],"first_seen":"2022-03-05T01:02:03"}
{"id":"s2","schema":"Sanction","properties":{"entity":["v1","a1"],"country":["us"],"startDate":["2023-01-02"],"endDate":["2023-02"]},"datasets":["list_a"]}
{"id":"s3","schema":"Sanction","properties":{"entity":["nobody"],"authority":["Office of Lists"]},"datasets":["list_a"]}
{"id":"s4","schema":"Sanction","properties":{"entity":["c1"],"authority":["Office of Lists"],"startDate":["2023"],"endDate":["2022"]},"datasets":["list_a"]}
)";

io::read_result<io::entity_table> read(std::string_view text, io::read_options const& options = {},
                                       std::string const& name = "entities.ftm.json") {
    return io::read_entities(io::input::text(text, name), options);
}

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

template <class R>
gs::any_relation only(gs::stance_graph const& g, std::string_view from) {
    auto const found = g.out_of_type<R>(g.at<gs::actor>(from));
    REQUIRE(found.size() == 1);
    return *found.begin();
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

TEST_CASE("add_entities: actors with their kinds, names and codes") {
    gs::stance_graph g;
    auto const report = io::add_entities(g, read(lines).value);
    auto const person = g.at<gs::actor>("Jo Doe");
    CHECK(g[person] == gs::actor{"p1", "Jo Doe", gs::actor_kind::person, {"J. Doe", "Joe"}, {{"wikidata", "Q1"}}});
    CHECK(g[g.at<gs::actor>("o1")].kind == gs::actor_kind::intergovernmental_organization);
    CHECK(g[g.at<gs::actor>("c1")].kind == gs::actor_kind::organization);
    CHECK(g[g.at<gs::actor>("b1")].kind == gs::actor_kind::organ);
    CHECK(g[g.at<gs::actor>("v1")].kind == gs::actor_kind::other);
    CHECK(g.at<gs::actor>(gs::code{"imo", "9074729"}) == g.at<gs::actor>("Dredger"));
    CHECK(report.nodes == g.num_nodes());
    CHECK(report.relations == g.num_relations());
    CHECK(report.unmapped.empty());
}

TEST_CASE("add_entities: links with their dates and sources") {
    gs::stance_graph g;
    static_cast<void>(io::add_entities(g, read(lines).value));
    std::map<std::string, gs::any_relation> of_person;
    for (auto const r : g.out_of_type<gs::member_of>(g.at<gs::actor>("p1"))) of_person.emplace(g[r].role, r);
    REQUIRE(of_person.size() == 3);
    auto const& chaired = g.annotation(of_person.at("chair"));
    CHECK(g[chaired.publication] == gs::publication{.key = "https://dams.example/board",
                                                    .name = "https://dams.example/board",
                                                    .publisher = "The Union",
                                                    .address = "https://dams.example/board"});
    CHECK(chaired.locator == "entity m1");
    CHECK(chaired.valid == gs::period{2018y / 5 / 1, 2020y});
    CHECK(chaired.recorded == gs::date(2021y / 5 / 6));
    CHECK(chaired.note == "also in: https://dams.example/old, bodies");
    CHECK(g.target(of_person.at("holder")) == g.at<gs::actor>("Minister of Dams"));
    auto const& office = g.annotation(of_person.at("holder"));
    CHECK(office.valid == gs::period{2020y / 1 / 2, {}}); // whether it has ended is not recorded
    CHECK(office.note == "status: current");
    CHECK(g[office.publication].key == "followthemoney:dataset:peps");
    CHECK(g.target(of_person.at("director")) == g.at<gs::actor>("c1"));
    auto const r = *g.as<gs::speaks_for>(only<gs::speaks_for>(g, "p1"));
    CHECK(g[r] == gs::speaks_for{"agent", gs::authority::delegated});
    CHECK(g.out_of_type<gs::part_of>(g.at<gs::actor>("pos")).size() == 2); // of the ministry and of the state
    CHECK(g.target(only<gs::part_of>(g, "b1")) == g.at<gs::actor>(gs::code{"iso3166-1-alpha-2", "RU"}));
    CHECK(g.target(only<gs::part_of>(g, "c1")) == g.at<gs::actor>("c2"));
}

TEST_CASE("add_entities: a sanction is an act with its source, and a position only by a policy") {
    gs::stance_graph g;
    static_cast<void>(io::add_entities(g, read(lines).value));
    auto const r = *g.as<gs::acts_toward>(only<gs::acts_toward>(g, "Office of Lists"));
    CHECK(g[r] == gs::acts_toward{{"followthemoney", "Sanction"}, {}, gs::channel::material});
    CHECK(g.target(r) == g.at<gs::actor>("p1"));
    CHECK(g.annotation(r).valid == gs::period{2022y / 3 / 4, {}});
    CHECK(g.annotation(r).note == "program: DAMS; reason: built a dam; also in: list_a, list_b");
    CHECK(position_of(g, g.at<gs::actor>("Office of Lists"), g.at<gs::actor>("p1")).attitude == gs::attitude::none);
    CHECK(g.target(only<gs::acts_toward>(g, "United States")) == g.at<gs::actor>("Dredger"));

    gs::stance_graph valued;
    static_cast<void>(io::add_entities(valued, read(lines).value, {.policy = io::every_sanction()}));
    CHECK(position_of(valued, valued.at<gs::actor>("Office of Lists"), valued.at<gs::actor>("p1")).attitude ==
          gs::attitude::opposes);
}

TEST_CASE("add_entities: what has no place is counted") {
    gs::stance_graph g;
    auto const report = io::add_entities(g, read(lines).value);
    CHECK(report.left_out == std::map<std::string, std::uint64_t>{{"Address", 1},
                                                                  {"Company.country", 1},
                                                                  {"Ownership", 1},
                                                                  {"Person.birthDate", 1},
                                                                  {"Person.topics", 1},
                                                                  {"Sanction.authorityId", 1},
                                                                  {"Sanction.endDate: before the beginning", 1},
                                                                  {"Sanction.entity: no such actor", 2}});
    gs::stance_graph other;
    auto const odd = io::add_entities(
        other, read(R"({"id":"b","schema":"PublicBody","properties":{"name":["B"],"country":["zz","qq"]}}
{"id":"n","schema":"Sanction","properties":{"entity":["b"]}}
{"id":"m","schema":"Membership","properties":{"member":["b"],"organization":["b"]}}
{"id":"k","schema":"Membership","properties":{"member":["b"]}})")
                   .value);
    CHECK(odd.left_out == std::map<std::string, std::uint64_t>{{"Membership.organization: no such actor", 1},
                                                               {"Membership: from an actor to itself", 1},
                                                               {"PublicBody.country: several", 1},
                                                               {"Sanction.authority: none", 1}});
    CHECK(odd.unmapped.size() == 2);
}

TEST_CASE("add_entities: the same file again adds nothing; another version of an entity is reported") {
    gs::stance_graph g;
    auto const table = read(lines).value;
    auto const first = io::add_entities(g, table);
    auto const before = g.copy();
    auto const again = io::add_entities(g, table);
    CHECK(again.nodes == 0);
    CHECK(again.relations == 0);
    CHECK(again.repeats == first.relations);
    CHECK(same_content(g, before));
    auto newer = table;
    newer.entities[8].properties["role"] = {"member"};
    auto const changed = io::add_entities(g, newer);
    CHECK(changed.changed == 1);
    CHECK(changed.repeats == first.relations - 1);
    CHECK(same_content(g, before));
}

TEST_CASE("add_entities: a link may lead to what another file brought; an error leaves the graph as it was") {
    gs::stance_graph g;
    static_cast<void>(io::add_entities(g, read(R"({"id":"a","schema":"Person","properties":{"name":["A"]}}
{"id":"b","schema":"Organization","properties":{"name":["B"]}})")
                                              .value));
    auto const link = read(R"({"id":"m","schema":"Membership","properties":{"member":["a"],"organization":["b"]}})");
    auto const source = g.add(gs::publication{.key = "list"});
    CHECK(io::add_entities(g, link.value, {.source = source}).relations == 1);
    CHECK(g.annotation(only<gs::member_of>(g, "A")).publication == source);

    g.add(gs::issue{.key = "s1"});
    g.add(gs::issue{.key = "p1"});
    auto const before = g.copy();
    CHECK_THROWS_AS(io::add_entities(g, read(lines).value), gs::duplicate_key);
    io::sanction_policy const failing{
        "failing", [](io::entity const&) -> std::optional<double> { throw std::runtime_error("no"); }};
    auto const sanction = read(R"({"id":"q","schema":"Sanction","properties":{"entity":["a"],"authority":["B"]}})");
    CHECK_THROWS_AS(io::add_entities(g, sanction.value, {.policy = failing}), std::runtime_error);
    CHECK_THROWS_AS(io::add_entities(g, sanction.value, {.policy = io::every_sanction(-2)}), gs::invalid_value);
    CHECK_THROWS_AS(io::add_entities(g, sanction.value, {.policy = io::sanction_policy{}}), gs::invalid_value);
    io::entity_table undated = sanction.value;
    undated.entities[0].properties["startDate"] = {"soon"};
    CHECK_THROWS_AS(io::add_entities(g, undated), gs::invalid_value);
    CHECK(same_content(g, before));
    CHECK(io::add_entities(g, sanction.value).relations == 1);
}
