// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/read_disputes.hpp>

#include "data/dispute/dispute_texts.hpp"
#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;
using std::chrono::year;

namespace {

using dispute_texts::participants;
using dispute_texts::read;

constexpr char const* dyads =
    R"(disno,statea,stateb,namea,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,hihosta,hihostb
7,2,365,USA,RUS,14,10,1962,28,10,1962,3,3
7,40,2,CUB,USA,14,,1962,28,10,1962,4,1
)";

io::read_disputes_options skipping() {
    io::read_disputes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    return options;
}

} // namespace

TEST_CASE("read_disputes: participants; what is missing is missing, and not zero") {
    auto const [table, report] = read(participants);
    CHECK(report.rows == 6);
    REQUIRE(table.participants.size() == 6);
    CHECK(table.coverage == io::year_span{1902, 1951});
    auto const& usa = table.participants[0];
    CHECK(table.states[usa.state] == io::listed_state{{"cow", "2"}, "USA"});
    CHECK(usa.side_a);
    CHECK(usa.originator);
    CHECK(usa.revisionist == true);
    CHECK(usa.fatality == 0);
    CHECK(usa.action == 7);
    CHECK(usa.hostility == io::hostility::display);
    CHECK(usa.valid == gs::period{year(1902) / 7, year(1903) / 1 / 24});
    CHECK(table.participants[1].fatality == std::nullopt);
    CHECK(table.participants[1].action == 0);
    CHECK(table.participants[5].action == std::nullopt);
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"a first day that is missing", 2},
                                               {"a participant without any militarized action", 1},
                                               {"an abbreviation that is not that of the number", 1}});
}

TEST_CASE("read_disputes: a state whose abbreviation is NA has none, as in data that R wrote") {
    auto const [table, report] =
        read("dispnum,dispnum4,ccode,stabb,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev,version\n"
             "9001,NA,41,NA,-9,3,1931,12,3,1931,1,2,own\n9001,-9,42,DOM,.,3,1931,12,3,1931,0,2,own\n");
    CHECK(table.states[0].name.empty());
    CHECK(table.participants[0].dispute == 9001);
    CHECK(table.participants[1].valid == gs::period{year(1931) / 3, year(1931) / 3 / 12});
    CHECK(report.warnings.reasons.at("a first day that is missing") == 2);
}

TEST_CASE("read_disputes: dyads, by dispute or by year") {
    auto const [table, report] = read(dyads);
    CHECK(report.rows == 2);
    REQUIRE(io::dyads_of(table).size() == 2);
    CHECK(table.dyads[1].hostility_a == io::hostility::use);
    CHECK(table.dyads[1].valid.from == gs::date(year(1962)));
    CHECK_FALSE(table.dyads[0].inferred);
    auto const yearly = read("disno,year,statea,stateb,strtyr,endyear,hihosta,hihostb\n7,1963,2,365,1962,1964,3,3\n");
    CHECK(yearly.value.dyads[0].valid == gs::during(year(1963)));
}

TEST_CASE("read_disputes: dyads by year keep their days, and missing hostility is no level") {
    std::string const heading =
        "disno,statea,stateb,strtday,strtmnth,strtyr,endday,endmnth,endyear,year,hihosta,hihostb\n";
    auto const [table, report] = read(heading + "2,2,200,-9,7,1902,24,1,1903,1902,3,1\n"
                                                "2,2,200,-9,7,1902,24,1,1903,1903,3,0\n"
                                                "3,300,345,2,5,1913,25,10,1913,1913,-9,\n"
                                                "4,300,345,2,5,1913,-9,-9,-9,1914,4,4\n");
    CHECK(report.rows == 4);
    CHECK(table.dyads[0].valid == gs::period{year(1902) / 7, year(1902)});
    CHECK(table.dyads[1].valid == gs::period{year(1903), year(1903) / 1 / 24});
    CHECK(table.dyads[2].valid == gs::period{year(1913) / 5 / 2, year(1913) / 10 / 25});
    CHECK(table.dyads[3].valid == gs::during(year(1914)));
    CHECK(table.dyads[1].hostility_a == io::hostility::display);
    CHECK_FALSE(table.dyads[1].hostility_b);
    CHECK_FALSE(table.dyads[2].hostility_a);
    CHECK(report.warnings.reasons == std::map<std::string, std::uint64_t>{{"hostility is missing", 2}});
    CHECK_THROWS_AS((void)read(heading + "2,2,200,-9,7,1902,24,1,1903,1904,3,1\n"), gs::read_error);
    gs::stance_graph g;
    (void)io::add_disputes(g, table);
    CHECK(gs::relations_of<gs::acts_toward>(g).size() == 1 + 1 + 0 + 2);
}

TEST_CASE("read_disputes: directed dyads by year are read once each, side A first, and have no more than the year") {
    constexpr char const* heading =
        "dispnum,ccode1,ccode2,year,sidea1,sidea2,hiact1,hiact2,hostlev1,hostlev2,orig1,orig2,stmon,endmon,version\n";
    auto const [table, report] = read(heading + std::string("9001,41,42,1931,1,0,7,0,3,1,1,1,7,1,own\n"
                                                            "9001,41,42,1932,1,0,7,0,3,1,1,1,7,1,own\n"
                                                            "9001,42,41,1931,0,1,0,7,1,3,1,1,7,1,own\n"
                                                            "9001,42,41,1932,0,1,0,7,1,3,1,1,7,1,own\n"
                                                            "9002,42,43,1932,0,1,0,7,1,-9,1,1,7,1,own\n"));
    CHECK(report.rows == 5);
    REQUIRE(table.dyads.size() == 3);
    CHECK(table.states[table.dyads[0].a].id.value == "41");
    CHECK(table.dyads[0].hostility_a == io::hostility::display);
    CHECK(table.dyads[1].valid == gs::during(year(1932)));
    CHECK(table.states[table.dyads[2].a].id.value == "43");
    CHECK(table.dyads[2].hostility_a == std::nullopt);
    CHECK(table.coverage == io::year_span{1931, 1932});
    CHECK(report.warnings.reasons == std::map<std::string, std::uint64_t>{{"hostility is missing", 1}});
    CHECK_THROWS_AS((void)read("dispnum,ccode1,ccode2,hostlev1,hostlev2\n"), gs::read_error);

    auto const odd = read(heading + std::string("9001,41,42,1931,1,0,7,0,3,1,1,1,7,1,own\n"
                                                "9001,42,41,1931,0,1,0,7,1,4,1,1,7,1,own\n"
                                                "9001,41,42,1931,1,0,7,0,3,1,1,1,7,1,own\n"));
    REQUIRE(odd.value.dyads.size() == 2); // the second way is none of its own; the same way again is told and kept
    CHECK(odd.value.dyads[0].hostility_a == io::hostility::display);
    CHECK(odd.report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"the same dyad again", 1},
                                               {"the two directions of a dyad disagree: the first one counts", 1}});
}

TEST_CASE("read_disputes: MIDB 4 has missing hostility, missing originators, and disputes with an older number only") {
    auto const [table, report] = read(
        "DispNum3,DispNum4,StAbb,ccode,StDay,StMon,StYear,EndDay,EndMon,EndYear,SideA,RevState,HiAct,HostLev,Orig\n"
        "2,3,USA,2,1,7,1902,24,1,1903,1,1,-9,-9,1\n"
        "7,-9,USA,2,1,7,1902,-9,-9,-9,1,1,7,3,-9\n");
    CHECK(report.rows == 2);
    CHECK(table.participants[0].dispute == 3);
    CHECK_FALSE(table.participants[0].hostility);
    CHECK(table.participants[0].originator == true);
    CHECK(table.participants[1].dispute == 7);
    CHECK(table.participants[1].originator == std::nullopt);
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"hostility is missing", 1},
                                               {"no number of the dispute: that of version 3 stands for it", 1}});
    CHECK(read("dispnum3,ccode,styear,endyear,sidea,hostlev\n7,2,1902,1902,1,3\n").value.participants[0].dispute == 7);
}

TEST_CASE("read_disputes: what is odd about both states of a row is told once") {
    std::string const text =
        "disno,statea,stateb,namea,nameb,strtyr,endyear,hihosta,hihostb\n7,2,365,UKG,FRN,1962,1962,3,3\n";
    CHECK(read(text).report.warnings.reasons.at("an abbreviation that is not that of the number") == 1);
}

TEST_CASE("read_disputes: bad rows are counted by reason, and add no state") {
    std::string text(participants, std::string_view(participants).find('\n') + 1);
    text += "1,USA,002,1,7,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5\n" // leading zeros
            "1,USA,2,1,13,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5\n"  // a thirteenth month
            "1,USA,2,1,7,-9,24,1,1903,1,1,1,-9,0,0,7,3,1,5\n"     // no year
            "1,USA,2,1,7,1902,24,1,1901,1,1,1,-9,0,0,7,3,1,5\n"   // ends before it starts
            "1,USA,2,1,7,1902,24,1,1903,2,1,1,-9,0,0,7,3,1,5\n"   // a third side
            "1,USA,2,1,7,1902,24,1,1903,1,1,1,-9,0,0,7,6,1,5\n"   // a sixth level
            "1,USA,2,1,7,1902\n";                                 // cut short
    auto const [table, report] = read(text, skipping());
    CHECK(report.rows == 0);
    CHECK(report.skipped == 7);
    CHECK(table.states.size() == 0);
    CHECK(report.warnings.reasons.empty());
    CHECK(report.reasons ==
          std::map<std::string, std::uint64_t>{{"19 columns", 1},
                                               {"ccode: a whole number from 1 to 999, without zeros in front", 1},
                                               {"endyear: an end after the start", 1},
                                               {"hostlev: a whole number from 1 to 5", 1},
                                               {"sidea: a whole number from 0 to 1", 1},
                                               {"stmon: a whole number from 1 to 12", 1},
                                               {"styear: a year", 1}});
    CHECK_THROWS_AS((void)read(text), gs::read_error);
    CHECK_THROWS_AS((void)read("dispnum,ccode\n"), gs::read_error);
}

// awk -F, 'NR>1' MIDB_5.0.csv | wc -l                                  5883
// awk -F, 'NR>1 && $4==-9' MIDB_5.0.csv | wc -l                        596
// awk -F, 'NR>1 && $16==0' MIDB_5.0.csv | wc -l                        1446
// awk -F, 'NR>1 && $14==-9' MIDB_5.0.csv | wc -l                       599
// awk -F, 'NR>1 {d[$1]} END {print length(d)}' MIDB_5.0.csv            2436
// the least and greatest of columns 6 and 9                            1816, 2014
TEST_CASE("read_disputes: all 5,883 rows of MIDB 5.0 are read, and become 2,436 disputes") {
    auto const data = data_folder();
    if (!data) return;
    auto const [table, report] = io::read_disputes(io::input::file(*data + "/cow/MIDB_5.0.csv"));
    CHECK(report.rows == 5883);
    CHECK(report.skipped == 0);
    CHECK(table.coverage == io::year_span{1816, 2014});
    CHECK(report.warnings.reasons.at("a first day that is missing") == 596);
    CHECK(report.warnings.reasons.at("a participant without any militarized action") == 1446);
    auto const& parts = table.participants;
    CHECK(std::count_if(parts.begin(), parts.end(), [](auto const& p) { return !p.fatality; }) == 599);
    gs::stance_graph g;
    auto const added = io::add_disputes(g, table);
    CHECK(added.nodes == table.states.size() + 2436);
    CHECK(added.unmapped.empty());
    CHECK(gs::relations_of<gs::carries_out>(g).size() == 5883);
}

TEST_CASE("read_disputes: files of incidents and of outcomes are named for what they are") {
    auto const refuses = [](char const* headings, char const* what) {
        try {
            (void)read(headings);
        } catch (gs::read_error const& e) {
            return std::string(e.what()).find(what) != std::string::npos;
        }
        return false;
    };
    CHECK(refuses("hostlev,action,dispnum,incidnum,stabb,ccode,styear,endyear,insidea,sidea\n", "a file of incidents"));
    CHECK(refuses("dispnum,incidnum,styear,endyear,action,hostlev\n", "a file of incidents"));
    CHECK(refuses("dispnum,styear,endyear,outcome,settle,fatality,maxdur,numa,numb\n", "the outcomes of disputes"));
}

TEST_CASE("read_disputes: UCDP's dyads by year are conflicts between states and other actors") {
    auto const [table, report] =
        read("year,conflict_id,dyad_id,side_a,side_a_id,side_b,side_b_id,intensity_level,gwno_a,"
             "gwno_b\n2011,200,400,Government of Kenya,1,FLF,2,1,501,\n"
             "2012,200,400,Government of Kenya,1,FLF,2,2,501,\n");
    REQUIRE(table.dyads.size() == 2);
    CHECK(table.scheme == "ucdp-conflict");
    CHECK(table.states[0].id == gs::code{"gleditsch-ward", "501"});
    CHECK(table.states[1].id == gs::code{"ucdp-actor", "2"});
    CHECK(table.dyads[1].hostility_a == io::hostility::war);
    CHECK(table.dyads[1].valid == gs::during(year(2012)));
    gs::stance_graph g;
    auto const added = io::add_disputes(g, table);
    CHECK(g.find_key("cow:501"));
    CHECK(g.find_key("ucdp-conflict:200"));
    CHECK(g[g.at<gs::actor>("ucdp-actor:2")].kind == gs::actor_kind::other);
    CHECK(gs::relations_of<gs::stance>(g).empty()); // acts with a code, and no stance
    for (auto const r : gs::relations_of<gs::acts_toward>(g)) CHECK_FALSE(g[r].value);
}
