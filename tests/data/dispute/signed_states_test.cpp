// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/dispute/signed_states.hpp>

#include "io/data_folder.hpp"

#include <boost/graph/connected_components.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

io::alliance_table alliances() {
    return io::read_alliances(io::input::text("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                                              "2,20,1990,1,0,0,0\n"
                                              "2,200,1990,1,0,0,0\n"
                                              "200,365,1990,0,0,1,0\n"
                                              "2,20,1991,1,0,0,0\n"))
        .value;
}

io::dispute_table disputes() {
    return io::read_disputes(io::input::text("dispnum,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev\n"
                                             "1,2,1,1,1990,1,2,1990,1,3\n"
                                             "1,365,1,1,1990,1,2,1990,0,1\n"
                                             "2,2,1,3,1990,1,4,1991,1,4\n"
                                             "2,200,1,3,1990,1,4,1991,0,1\n"),
                             {.coverage = io::year_span{1816, 2014}})
        .value;
}

double weight(io::state_network const& g, char const* a, char const* b) {
    for (auto [e, end] = edges(g); e != end; ++e)
        if (std::set<std::string>{g[source(*e, g)].id.value, g[target(*e, g)].id.value} == std::set<std::string>{a, b})
            return g[*e].weight;
    return 0;
}

} // namespace

TEST_CASE(
    "signed_states: pledges are friendly, disputes hostile, and a dispute outweighs a pledge unless told otherwise") {
    auto const g = io::signed_states(alliances(), disputes(), {1990, 1990});
    CHECK(num_vertices(g) == 4);
    CHECK(num_edges(g) == 4);
    CHECK(weight(g, "2", "20") == 1);
    CHECK(weight(g, "2", "365") == -1);
    CHECK(weight(g, "2", "200") == -1);
    CHECK(weight(g, "200", "365") == 1);
    CHECK(weight(io::signed_states(alliances(), disputes(), {1990, 1990}, {.both = io::both_rule::friendly}), "2",
                 "200") == 1);
    CHECK(num_edges(io::signed_states(alliances(), disputes(), {1990, 1990}, {.both = io::both_rule::none})) == 3);
    auto const strict = io::signed_states(alliances(), disputes(), {1990, 1990},
                                          {.alliances = io::commitment(), .least = io::hostility::use});
    CHECK(num_edges(strict) == 2);
    CHECK(weight(strict, "2", "200") == -1);
    CHECK(num_edges(io::signed_states(alliances(), disputes(), {1991, 1991})) == 2);
    CHECK_THROWS_AS((void)io::signed_states(alliances(), disputes(), {1990, 1992}), gs::invalid_value);
}

TEST_CASE("signed_states: a dispute of missing hostility is a tie only where every dispute is one") {
    auto const quarrel = io::read_disputes(io::input::text("disno,statea,stateb,strtyr,endyear,hihosta,hihostb\n"
                                                           "1,2,365,1990,1990,-9,0\n"))
                             .value;
    CHECK(num_edges(io::signed_states(alliances(), quarrel, {1990, 1990})) == 3);
    auto const every = io::signed_states(alliances(), quarrel, {1990, 1990}, {.least = io::hostility::none});
    CHECK(weight(every, "2", "365") == -1);
}

// Independent figures: domain knowledge checked with networkx on the pairs of 2012 with cow_defense = 1:
// 1140 edges, 122 nodes, components of 105, 15 and 2, 8481 triangles, degrees of 2, 365 and 731: 55, 11, 1
TEST_CASE("signed_states: the defence pacts of 2012") {
    auto const data = data_folder();
    if (!data) return;
    auto const table = io::read_alliances(io::input::file(*data + "/cow/alliance-directed-dyad-year.csv")).value;
    io::pledge_policy const defence{"defence", [](gs::pledges const& p) -> std::optional<double> { return p.defense; }};
    io::dispute_table none;
    none.coverage = table.coverage;
    auto const g = io::signed_states(table, none, {2012, 2012}, {.alliances = defence});
    CHECK(num_edges(g) == 1140);
    CHECK(num_vertices(g) == 122);
    std::vector<std::size_t> component(num_vertices(g));
    boost::connected_components(g, component.data());
    std::map<std::size_t, std::size_t> sizes;
    for (auto const c : component) ++sizes[c];
    std::multiset<std::size_t, std::greater<>> sorted;
    for (auto const& [c, size] : sizes) sorted.insert(size);
    CHECK(sorted == std::multiset<std::size_t, std::greater<>>{105, 15, 2});
    std::vector<std::set<std::size_t>> partners(num_vertices(g));
    std::map<std::string, std::size_t> degree;
    for (auto [e, end] = edges(g); e != end; ++e) {
        partners[source(*e, g)].insert(target(*e, g));
        partners[target(*e, g)].insert(source(*e, g));
    }
    std::size_t triangles = 0;
    for (std::size_t u = 0; u < partners.size(); ++u) {
        degree[g[u].id.value] = partners[u].size();
        for (auto const v : partners[u])
            for (auto const w : partners[u])
                if (u < v && v < w) triangles += partners[v].count(w);
    }
    CHECK(triangles == 8481);
    CHECK(degree.at("2") == 55);
    CHECK(degree.at("365") == 11);
    CHECK(degree.at("731") == 1);
}

TEST_CASE("signed_states: four years of alliances and disputes") {
    auto const data = data_folder();
    if (!data) return;
    auto const table = io::read_alliances(io::input::file(*data + "/cow/alliance-directed-dyad-year.csv")).value;
    auto const quarrels = io::read_disputes(io::input::file(*data + "/cow/MIDB_5.0.csv")).value;
    auto const g = io::signed_states(table, quarrels, {1996, 1999}, {.least = io::hostility::none});
    auto const hostile = [&] {
        auto const [first, last] = edges(g);
        return std::count_if(first, last, [&](auto e) { return g[e].weight < 0; });
    }();
    CHECK(hostile == 147);                  // python: pairs on opposite sides, both taking part in 1996 to 1999
    CHECK(num_edges(g) == 1183 - 45 + 147); // pairs with pledges, less the 45 with both
}

TEST_CASE("signed_states: a dispute of several years counts once for two states") {
    std::string text = "dispnum,ccode1,ccode2,year,sidea1,hostlev1,hostlev2\n";
    for (auto const* const year : {"1990", "1991"}) {
        text += std::string("7,630,645,") + year + ",0,5,5\n";
        text += std::string("7,645,630,") + year + ",1,5,5\n";
    }
    auto const war = io::read_disputes(io::input::text(text), {.coverage = io::year_span{1816, 2014}}).value;
    auto const g = io::signed_states(alliances(), war, {1990, 1991});
    for (auto [e, end] = edges(g); e != end; ++e)
        if (g[*e].weight < 0) CHECK(g[*e].disputes == 1);
    CHECK(weight(g, "630", "645") == -1);
}
