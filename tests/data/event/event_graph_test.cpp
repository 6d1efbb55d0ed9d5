// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/event/event_tally.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include "data/event/event_rows.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace io = geostance::io;
using namespace geostance;
using namespace std::chrono_literals;
using event_rows::row;

TEST_CASE("event graph: an event is a relation with code, value, day, number and publication") {
    stance_graph g;
    auto const usa = g.add(actor{"us", "United States", actor_kind::state, {}, {{"cameo", "USA"}}});
    auto const report = io::add_events(g, io::input::text(row({.id = "77"})), io::event_format::gdelt_2);
    CHECK(report.rows.rows == 1);
    CHECK(report.added == 1);
    REQUIRE(relations_of<acts_toward>(g).size() == 1);
    auto const r = *relations_of<acts_toward>(g).begin();
    CHECK(g[r] == acts_toward{{"cameo", "129"}, -0.5, channel::verbal});
    CHECK(g.target(r) == usa); // found by its code, and its handle is still valid
    CHECK(g[g.source(r)].key == "cameo:RUSGOV");
    auto const& p = g.annotation(r);
    CHECK(p.locator == "event 77");
    CHECK(p.valid == during(date(2024y / 3 / 28)));
    CHECK(p.recorded == date(2024y / 3 / 29));
    CHECK(g[p.publication].address == "https://example.org/77");
}

TEST_CASE("event graph: the states of the shipped records are found by their codes") {
    auto g = seed::panel_veto_2024();
    auto const actors = nodes_of<actor>(g).size();
    io::add_events(g, io::input::text(row({.source = "RUS", .target = "PRK"})), io::event_format::gdelt_2);
    CHECK(nodes_of<actor>(g).size() == actors);
    CHECK(out<acts_toward>(g, g.at<actor>("Russia")).size() == 1);
}

TEST_CASE("event graph: actors without codes are found by their names letter by letter, or folded if asked") {
    for (auto const how : {spelling::exact, spelling::folded}) {
        stance_graph g;
        g.add(actor{.key = "n", .name = "Citizen (Narnia)"});
        io::add_events(
            g,
            io::input::text(event_rows::icews_headings + event_rows::icews_row("CITIZEN (Narnia)", "Narnia", "042",
                                                                               "1.9", "Police (Narnia)", "Narnia")),
            io::event_format::icews, {.names = how});
        CHECK(nodes_of<actor>(g).size() == (how == spelling::exact ? 3 : 2));
    }
}

TEST_CASE("event graph: repeats are added or not, and told; so is what has no ends") {
    auto const text = row({.id = "1"}) + row({.id = "2"}) + row({.day = "20240329"}) + row({.source = ""}) +
                      row({.target = ""}) + row({.code = "13y", .value = ""});
    for (auto const how : {io::repeats::once, io::repeats::every}) {
        stance_graph g;
        io::event_graph_options options;
        options.repeats = how;
        auto const report = io::add_events(g, io::input::text(text), io::event_format::gdelt_2, options);
        CHECK(report.rows.rows == 6);
        CHECK(report.repeats == 1);
        CHECK(report.no_source == 1);
        CHECK(report.no_target == 1);
        CHECK(report.added == (how == io::repeats::once ? 3 : 4));
        CHECK(relations_of<acts_toward>(g).size() == report.added);
        std::size_t without_value = 0;
        for (auto const r : relations_of<acts_toward>(g)) without_value += g[r].value ? 0U : 1U;
        CHECK(without_value == 1);
    }
}

TEST_CASE("event graph: countries can be the ends") {
    stance_graph g;
    io::event_graph_options options;
    options.sides = io::ledger_sides::countries;
    io::add_events(g, io::input::text(row({})), io::event_format::gdelt_2, options);
    CHECK(g[g.at<actor>(code{"cameo", "RUS"})].kind == actor_kind::state);
    CHECK(nodes_of<actor>(g).size() == 2);
}

TEST_CASE("event graph: ICEWS and POLECAT are known by name, their publishers are publications") {
    stance_graph g;
    auto const police = g.add(actor{"police", "Police (India)"});
    io::event_graph_options options;
    options.reading = io::reading_of_icews();
    io::add_events(g,
                   io::input::text(event_rows::icews_headings +
                                   event_rows::icews_row("Police (India)", "India", "13y", "-4", "A Paper", "India")),
                   io::event_format::icews, options);
    auto const r = *relations_of<acts_toward>(g).begin();
    CHECK(g.source(r) == police);
    CHECK_FALSE(g[r].value);
    CHECK(g[r].channel == channel::verbal); // as its root, 13
    CHECK(g[g.annotation(r).publication].publisher == "A Paper");
    options.reading = io::reading_of_polecat();
    io::add_events(g,
                   io::input::text(event_rows::polecat_headings +
                                   "9\tACCUSE\tallege\t2024-03-28\t-3.5\tA\tRUS\tB\tUSA\tA Paper\t2024-03-30\n"
                                   "9\tNEWTYPE\t\t2024-03-28\t\tA\tRUS\tB\tUSA\t\t\n"),
                   io::event_format::polecat, options);
    std::vector<acts_toward> acts;
    for (auto const act : relations_of<acts_toward>(g)) acts.push_back(g[act]);
    REQUIRE(acts.size() == 3);
    CHECK(acts[1] == acts_toward{{"plover", "ACCUSE-allege"}, -0.35, channel::verbal});
    CHECK(acts[2] == acts_toward{{"plover", "NEWTYPE"}, std::nullopt, channel::material});
}

TEST_CASE("event graph: a file that cannot be read leaves the graph as it was") {
    stance_graph g;
    auto const a = g.add(actor{"a", "A"});
    CHECK_THROWS_AS(io::add_events(g, io::input::text(row({}) + "x"), io::event_format::gdelt_2), read_error);
    CHECK(g.num_nodes() == 1);
    CHECK(g[a].name == "A");
    g.add(actor{"b", "A"});
    auto const text = event_rows::icews_headings + event_rows::icews_row("X", "", "010", "0", "A", "");
    CHECK_THROWS_AS(io::add_events(g, io::input::text(text), io::event_format::icews), ambiguous_name);
    CHECK(g.num_nodes() == 2);
}

TEST_CASE("event graph: a reading that lacks a function is refused, before anything is read") {
    stance_graph g;
    io::event_graph_options options;
    options.reading.quad = nullptr;
    auto const add = [&] { io::add_events(g, io::input::text(row({})), io::event_format::gdelt_2, options); };
    CHECK_THROWS_WITH_AS(add(), "event_reading.quad: got no function, expected one from codes to classes",
                         invalid_value);
    options.reading.policy.value = nullptr;
    CHECK_THROWS_WITH_AS(add(), "cameo_policy.value: got no function, expected one from codes to values",
                         invalid_value);
    CHECK(g.num_nodes() == 0);
    CHECK_THROWS_AS((void)io::tallies(io::ledger(), {.reading = {}}), invalid_value);
}

TEST_CASE("event graph: the real export gives 1,398 relations between 276 actors, 335 of them repeats") {
    // awk -F'\t' '$6 != "" && $16 != "" {n++; a[$6] = 1; a[$16] = 1; r += s[$6 FS $16 FS $27 FS $2]++ > 0}
    //             END {print n, length(a), r}'
    auto const* const folder = std::getenv("GEOSTANCE_DATA");
    if (folder == nullptr || *folder == '\0') {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    stance_graph g;
    auto const report = io::add_events(g, io::input::file(folder + std::string("/events/gdelt-20151027220000.tsv")),
                                       io::event_format::gdelt_2);
    CHECK(report.rows.rows == 2116);
    CHECK(report.added == 1398);
    CHECK(nodes_of<actor>(g).size() == 276);
    CHECK(report.repeats == 335);
    CHECK(report.no_source == 136);
    CHECK(report.added + report.no_source + report.no_target == 2116);
}
