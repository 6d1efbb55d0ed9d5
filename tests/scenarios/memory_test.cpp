// SPDX-License-Identifier: BSL-1.0
// Whatever changes something does it wholly or not at all, whichever allocation fails.
#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/geostance.hpp>
#include <geostance/io/atomic_file.hpp>
#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/io/node_link.hpp>
#include <geostance/io/tables.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/whatif/suppose.hpp>

#include "data/event/event_rows.hpp"
#include "failing_memory.hpp"
#include "scenarios/fail_each.hpp"
#include "scenarios/readers.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <new>
#include <sstream>
#include <string>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;
using scenarios::fail_each;
using scenarios::record_of_each;

namespace {

/// Checks that a change of a record leaves it as it was wherever it fails, and can be made afterwards.
template <class Change>
void check_change(Change change) {
    record_of_each record;
    auto const before = record.g.copy();
    fail_each([&] { change(record); },
              [&] {
                  REQUIRE(gs::same_content(record.g, before));
                  REQUIRE(record.g.at<gs::actor>("the first of the actors here") == record.a);
                  REQUIRE(record.g.at<gs::actor>(gs::code{"cow", "2"}) == record.b);
                  REQUIRE_FALSE(record.g.find<gs::actor>("a name that no short string can hold"));
                  REQUIRE(gs::out<gs::stance>(record.g, record.a).size() == 1);
              });
    CHECK_FALSE(gs::same_content(record.g, before));
}

std::string const long_text = "a name that no short string can hold";

/// Whoever leaves several offices leaves all of them, whichever allocation fails: some end, one is never taken up.
void leave_all_offices_or_none() {
    record_of_each record;
    constexpr int number = 40;
    for (int i = 0; i < number; ++i)
        record.g.relate(record.a, record.b, gs::speaks_for{.role = "spokesman of a very large house"},
                        {.valid = gs::since(std::chrono::year(i % 2 == 0 ? 2000 : 2030))});
    auto const ended_in = [](gs::stance_graph const& g) {
        std::ptrdiff_t ended = 0;
        for (std::size_t i = 0; i < g.num_relations(); ++i) ended += g.annotation(g.relation_at(i)).valid.to.is_known();
        return ended;
    };
    gs::supposition<gs::geopolitics> what_if(record.g);
    fail_each([&] { what_if.leave_office(record.a, gs::date(std::chrono::year(2020))); },
              [&] {
                  REQUIRE(what_if.num_relations() == record.g.num_relations());
                  REQUIRE(ended_in(what_if) == 0);
              });
    CHECK(what_if.num_relations() == record.g.num_relations() - number / 2);
    CHECK(ended_in(what_if) == number / 2);
    CHECK(ended_in(record.g) == 0);
}

} // namespace

TEST_CASE("memory: every change of a graph is made wholly or not at all") {
    check_change([](record_of_each& s) {
        s.g.add(gs::actor{.key = long_text, .name = "N", .aliases = {long_text + "!"}, .codes = {{"cow", long_text}}});
    });
    check_change([](record_of_each& s) {
        s.g.relate(s.b, s.matter, gs::stance{.value = -1, .facet = long_text}, {.locator = long_text});
    });
    check_change([](record_of_each& s) {
        s.g.relate_any(gs::any_node(s.a), gs::any_node(s.b), gs::member_of{.role = long_text});
    });
    check_change([](record_of_each& s) {
        s.g.set(s.a,
                gs::actor{.key = "a", .name = long_text, .aliases = {long_text + "!"}, .codes = {{"x", long_text}}});
    });
    check_change([](record_of_each& s) { s.g.set(s.r, gs::stance{.value = 0, .facet = long_text}); });
    check_change([](record_of_each& s) { s.g.annotate(s.r, {.locator = long_text, .note = long_text}); });
    check_change([](record_of_each& s) { s.g.end(s.r, gs::date(std::chrono::year(2024))); });
}

TEST_CASE("memory: a graph that cannot be rolled back for want of memory is what it was") {
    record_of_each record;
    auto const before = record.g.copy();
    auto const kept = record.g.mark();
    for (int i = 0; i < 30; ++i) record.g.add(gs::actor{.key = long_text + std::to_string(i)});
    record.g.set(record.a, gs::actor{.key = "a", .name = long_text});
    auto const after = record.g.copy();
    std::size_t at = 0;
    auto roll_back = [&] { record.g.roll_back(kept); };
    for (; failing_memory::fail_at(at, roll_back).has_failed; ++at) CHECK(gs::same_content(record.g, after));
    CHECK(gs::same_content(record.g, before));
}

TEST_CASE("memory: what adds a table to a graph adds all of it or nothing") {
    auto const votes = io::read_votes(io::input::text("rcid,ccode,vote,date\n1,2,1,1946-01-01\n1,200,3,1946-01-01\n"
                                                      "2,2,2,1947-01-01\n2,220,3,1947-01-01\n"))
                           .value;
    check_change([&](record_of_each& s) { add_votes(s.g, votes, {.source = s.paper}); });
    auto const alliances =
        io::read_alliances(io::input::text("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                                           "255,300,1914,1,0,0,0\n365,220,1914,0,0,0,1\n"))
            .value;
    check_change([&](record_of_each& s) { add_alliances(s.g, alliances); });
    auto const disputes =
        io::read_disputes(io::input::text("disno,statea,stateb,namea,nameb,strtday,strtmnth,strtyr,endday,endmnth,"
                                          "endyear,hihosta,hihostb\n7,2,365,USA,RUS,14,10,1962,28,10,1962,3,3\n"))
            .value;
    check_change([&](record_of_each& s) { add_disputes(s.g, disputes); });
    auto const rows = event_rows::row({}) + event_rows::row({.source = "CHNGOV", .source_country = "CHN", .id = "2"});
    check_change([&](record_of_each& s) { add_events(s.g, io::input::text(rows), io::event_format::gdelt_2); });
}

TEST_CASE("memory: every reader runs out of memory with no other error") {
    std::size_t files = 0;
    for (auto const& reader : readers::all())
        for (auto const& entry : std::filesystem::directory_iterator(readers::corpus(reader))) {
            INFO(reader.name, ": ", entry.path().string());
            auto const text = readers::content(entry.path(), reader);
            io::read_options const options{.bad_rows = io::bad_rows::skip_and_report};
            fail_each(
                [&] {
                    try {
                        reader.read(io::input::text(text), options);
                    } catch (gs::error const&) {
                        // refused
                    }
                },
                [] {});
            ++files;
        }
    MESSAGE(files << " files");
}

TEST_CASE("memory: what is read into a table or a ledger that is there is added wholly or not at all") {
    auto votes = io::read_votes(io::input::text("rcid,ccode,vote,date\n1,2,1,1946-01-01\n2,2,3,1946-01-01\n")).value;
    auto const before = votes.roll_calls;
    fail_each(
        [&] {
            io::describe_roll_calls(votes, io::input::text("rcid,date,descr\n1,1946-01-02,\"" + long_text + "\"\n" +
                                                           "2,1946-01-02,\"" + long_text + "\"\n"));
        },
        [&] { REQUIRE(votes.roll_calls == before); });
    CHECK(votes.roll_calls.back().title == long_text);

    io::ledger ledger;
    io::read_events(ledger, io::input::text(event_rows::row({})), io::event_format::gdelt_2);
    auto const held = ledger;
    auto const rows = event_rows::row({.source = "CHNGOV", .source_country = "CHN", .id = "2"});
    fail_each([&] { io::read_events(ledger, io::input::text(rows), io::event_format::gdelt_2); },
              [&] { REQUIRE(ledger == held); });
    CHECK_FALSE(ledger == held);
}

TEST_CASE("memory: writers write nothing where they run out of memory before they begin, and leave files alone") {
    record_of_each const record;
    auto const folder = std::filesystem::temp_directory_path() / "geostance-memory-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    auto const content = [&] {
        std::ifstream in(folder / "a.txt", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    auto const check_writer = [&](auto write) {
        io::write_file(folder / "a.txt", [](std::ostream& out) { out << "kept"; });
        fail_each([&] { io::write_file(folder / "a.txt", write); },
                  [&] {
                      REQUIRE(content() == "kept");
                      REQUIRE(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
                  });
        CHECK(content().size() > 100);
    };
    check_writer([&](std::ostream& out) { io::write_edge_list(out, record.g); });
    check_writer([&](std::ostream& out) { io::write_graphviz(out, record.g); });
    check_writer([&](std::ostream& out) { io::write_graphml(out, record.g); });
    check_writer([&](std::ostream& out) { io::write_json(out, record.g); });
    check_writer([&](std::ostream& out) { io::write_json_lines(out, record.g); });
    check_writer([&](std::ostream& out) { io::write_node_link(out, record.g); });
    io::ledger ledger;
    io::read_events(ledger, io::input::text(event_rows::row({})), io::event_format::gdelt_2);
    check_writer([&](std::ostream& out) { write_ledger(out, ledger); });
    using map = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, double>;
    map g(30);
    for (std::size_t v = 0; v + 1 < num_vertices(g); ++v) add_edge(v, v + 1, v % 2 == 0 ? 1.0 : -1.0, g);
    auto const value = [&](auto e) { return g[e]; };
    check_writer([&](std::ostream& out) { static_cast<void>(io::write_max_cut(out, g, value)); });
    check_writer([&](std::ostream& out) { io::write_frustration_lp(out, g, value); });
    std::filesystem::remove_all(folder);
}

TEST_CASE("memory: each table for a database is the old one or the new one, whole") {
    record_of_each record;
    auto const folder = std::filesystem::temp_directory_path() / "geostance-memory-tables";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    auto const content = [&] {
        std::map<std::string, std::string> all;
        for (auto const& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream in(entry.path(), std::ios::binary);
            all[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    };
    io::write_tables(folder, record.g);
    auto const before = content();
    record.g.add(gs::actor{.key = "c", .name = "C"});
    io::write_tables(folder, record.g);
    auto const after = content();
    for (auto const& [name, text] : before) std::ofstream(folder / name, std::ios::binary) << text;
    fail_each([&] { io::write_tables(folder, record.g); },
              [&] {
                  auto const found = content();
                  REQUIRE(found.size() == before.size()); // no draft is left
                  for (auto const& [name, text] : found) {
                      bool const is_whole = text == before.at(name) || text == after.at(name);
                      REQUIRE(is_whole);
                  }
              });
    CHECK_FALSE(before == after);
    std::filesystem::remove_all(folder);
}

TEST_CASE("memory: parts of a record are made wholly or not at all") {
    record_of_each const record;
    fail_each([&] { static_cast<void>(gs::extract(record.g, [](gs::any_relation) { return true; })); }, [] {});
    fail_each([&] { static_cast<void>(gs::extract_period(record.g, gs::during(std::chrono::year(2024)))); }, [] {});
    fail_each([&] { static_cast<void>(record.g.copy()); }, [] {});
    gs::stance_graph into;
    fail_each([&] { gs::merge(into, record.g); }, [&] { REQUIRE(into.num_nodes() == 0); });
    CHECK(gs::same_content(into, record.g));
    gs::supposition<gs::geopolitics> what_if(record.g);
    fail_each([&] { what_if.without_source(record.paper); }, [&] { REQUIRE(what_if.num_relations() == 1); });
    CHECK(what_if.num_relations() == 0);
    leave_all_offices_or_none();
    auto const entities =
        io::read_entities(io::input::text("{\"id\":\"p\",\"caption\":\"P\",\"schema\":\"Person\",\"properties\":{"
                                          "\"name\":[\"P\",\"Q\"]}}\n"))
            .value;
    check_change([&](record_of_each& s) { io::add_entities(s.g, entities); });
}

TEST_CASE("memory: how many allocations failed") {
    MESSAGE(scenarios::faults << " faults injected");
    CHECK(scenarios::faults > 0);
}
