// SPDX-License-Identifier: BSL-1.0
#include "io/not_finite.hpp"
#include "io/small_graph.hpp"

#include <geostance/io/edge_list.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("write_edge_list: one relation a row with sign, value, period and claim; missing is empty, not zero") {
    std::ostringstream out;
    io::write_edge_list(out, gs::testing::small_graph());
    CHECK(out.str() == "from,to,relation,sign,value,valid_from,valid_to,recorded,claimed_in,publication,locator\n"
                       "A,\"m,n\",casts,-1,-1,2024-03-28,2024-03-28,,,,\"row \"\"1\"\"\"\n"
                       "A,\"m,n\",stance,0,0,,,,,,\n"
                       "A,A,acts_toward,1,0.5,1999,open,,,,\n"
                       "A,A,allied_with,,,,,,,,\n"
                       "A,A,stance,-1,-0.25,,,,s,,\n");
}

TEST_CASE("write_edge_list: only_signed leaves out what takes no side") {
    std::ostringstream out;
    io::write_edge_list(out, gs::testing::small_graph(), {.only_signed = true});
    CHECK(out.str().find("allied_with") == std::string::npos);
    CHECK(out.str().find("A,\"m,n\",stance,0,0") != std::string::npos);
}

TEST_CASE("write_edge_list: any Boost graph with names and signs") {
    using gs::testing::person;
    using gs::testing::tie;
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, person, tie> g(2);
    g[0].name = "a,b";
    g[1].name = "c";
    add_edge(1, 0, tie{-0.5}, g);
    std::ostringstream out;
    io::write_edge_list(out, g, get(&person::name, g), get(&tie::sign, g));
    CHECK(out.str() == "from,to,sign,value\nc,\"a,b\",-1,-0.5\n");
    std::ostringstream called;
    io::write_edge_list(called, g, get(&person::name, g), [&](auto e) { return g[e].sign; });
    CHECK(called.str() == out.str());
}

TEST_CASE("write_edge_list: texts that a spreadsheet would run are disarmed where that is asked for; numbers stay") {
    gs::stance_graph g;
    auto const formula = g.add(gs::actor{.key = "=1+1"});
    auto const link = g.add(gs::issue{.key = "@SUM(1,\"a\")"});
    g.relate(formula, link, gs::stance{.value = -1}, {.locator = "-2"});
    std::ostringstream out;
    io::write_edge_list(out, g, {.disarmed = true});
    CHECK(out.str() == "from,to,relation,sign,value,valid_from,valid_to,recorded,claimed_in,publication,locator\n"
                       "'=1+1,\"'@SUM(1,\"\"a\"\")\",stance,-1,-1,,,,,,'-2\n");
    out.str({});
    io::write_edge_list(out, g);
    CHECK(out.str().ends_with("\n=1+1,\"@SUM(1,\"\"a\"\")\",stance,-1,-1,,,,,,-2\n"));
}

TEST_CASE("write_edge_list: a stream that takes nothing is an error") {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    CHECK_THROWS_AS(io::write_edge_list(out, gs::testing::small_graph()), gs::write_error);
}

TEST_CASE("write_edge_list: a number that is not finite is refused, and nothing written") {
    gs::testing::check_refuses_not_finite(
        [](auto& out, auto const& g, auto names, auto sign) { io::write_edge_list(out, g, names, sign); });
}
