// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/group/groups.hpp>
#include <geostance/query/position/position.hpp>

#include "data/entity/entity_texts.hpp"

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

using entity_texts::lines;
using entity_texts::read;

template <class R>
gs::any_relation only(gs::stance_graph const& g, std::string_view from) {
    auto const found = g.out_of_type<R>(g.at<gs::actor>(from));
    REQUIRE(found.size() == 1);
    return *found.begin();
}

} // namespace

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
    CHECK_THROWS_WITH_AS(io::add_entities(g, sanction.value, {.policy = io::sanction_policy{}}),
                         "sanction_policy.value: got no function, expected one from sanctions to values",
                         gs::invalid_value);
    CHECK_THROWS_WITH_AS(
        io::add_entities(g, sanction.value, {.representation = static_cast<gs::authority>(77)}),
        "add_entities_options.representation: got value 77, expected one of official, delegated, personal",
        gs::invalid_value);
    io::entity_table undated = sanction.value;
    undated.entities[0].properties["startDate"] = {"soon"};
    CHECK_THROWS_AS(io::add_entities(g, undated), gs::invalid_value);
    CHECK(same_content(g, before));
    CHECK(io::add_entities(g, sanction.value).relations == 1);
}
