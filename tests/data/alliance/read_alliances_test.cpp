// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/read_alliances.hpp>

#include "data/alliance/alliance_texts.hpp"
#include "io/data_folder.hpp"

#include "message_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;
using std::chrono::year;

namespace {

using alliance_texts::by_dyad_heading;
using alliance_texts::by_member;
using alliance_texts::dyad_years;
using alliance_texts::read;

io::read_alliances_options skipping() {
    io::read_alliances_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    return options;
}

gs::code cow(char const* number) { return {"cow", number}; }

/// What is thrown, as text.
template <class F>
std::string message(F f) {
    return message_of<gs::error>(f);
}

} // namespace

TEST_CASE("read_alliances: by member, with days, censoring and ends that are not known") {
    auto const [table, report] = read(by_member);
    CHECK(report.rows == 4);
    CHECK(table.coverage == io::year_span{1816, 2012});
    REQUIRE(table.records.size() == 4);
    auto const& britain = table.records[0];
    CHECK(table.states[britain.from] == io::listed_state{cow("200"), "United Kingdom"});
    CHECK(britain.to == io::listed_states::npos);
    CHECK(britain.treaty == "1");
    CHECK(britain.pledges == gs::pledges{.defense = true, .consultation = true});
    CHECK(britain.valid == gs::period{year(1900) / 2 / 1, year(1910) / 4 / 3});
    CHECK(britain.line == 2);
    CHECK(table.records[2].right_censored);
    CHECK(table.records[2].valid.to == gs::date());
    CHECK(table.records[3].valid.from == gs::date(year(1949)));
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"no end, though not said to be in force when the data end", 1}});
}

TEST_CASE("read_alliances: a point, NA and -9 are missing, as an empty field is; another separator is told") {
    constexpr char const* heading =
        "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
        "mem_end_year,defense,neutrality,nonaggression,entente\n";
    for (std::string const missing : {"", ".", "NA", "-9"}) {
        auto const& m = missing;
        auto const [table, report] =
            read(heading + ("1,200,NA," + m + ",2,1900," + m + "," + m + "," + m) + ",1,0,0,0\n");
        REQUIRE(table.records.size() == 1);
        CHECK(table.records[0].valid == gs::period{year(1900) / 2, gs::date()});
        CHECK(table.states[0].name.empty());
    }
    std::string text = heading;
    std::replace(text.begin(), text.end(), ',', ';');
    CHECK(message([&] { (void)read(text); }).ends_with("its fields seem to be separated by semicolons"));
    CHECK(read(text + "1;200;;1;2;1900;;;;1;0;0;0\n", {.separator = ';'}).value.records.size() == 1);
}

TEST_CASE("read_alliances: members of no known treaty are not members of one") {
    constexpr char const* rest = "ccode,mem_st_year,defense,neutrality,nonaggression,entente\n";
    CHECK(message([&] {
              (void)read(std::string(rest) + "200,1900,1,0,0,0\n220,1900,1,0,0,0\n");
          }).ends_with("expected a column 'version4id'"));
    auto const [table, report] = read(
        std::string("version4id,") + rest + ",200,1900,1,0,0,0\nNA,220,1900,1,0,0,0\n1,365,1900,1,0,0,0\n", skipping());
    CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"version4id: the number of a treaty", 2}});
    CHECK(io::pledged_pairs(table, {1900, 1900}).empty());
}

TEST_CASE("read_alliances: ATOP without directions is mutual, and does not say who pledges what that is asymmetric") {
    constexpr char const* heading =
        R"("dyad","year","atopally","defense","offense","neutral","nonagg","consul","asymm","atopid1","mem1","mem2","version"
)";
    auto const table = read(heading + std::string("200220,1950,1,1,0,0,0,1,0,3000,200,220,5.1\n"
                                                  "200220,1951,1,1,0,0,0,1,0,3000,200,220,5.1\n"))
                           .value;
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].mutual);
    CHECK(table.records[0].valid == gs::during(year(1950)));
    CHECK(io::pledges_in(table, cow("220"), cow("200"), 1951) == gs::pledges{.defense = true, .consultation = true});
    CHECK(io::spells_of(table).records.size() == 1);
    auto const asymmetric = heading + std::string("200220,1950,1,1,0,0,0,0,0,3000,200,220,5.1\n"
                                                  "200220,1951,1,1,0,0,0,0,1,3000,200,220,5.1\n");
    CHECK(message([&] { (void)read(asymmetric); }) ==
          "alliances.csv:3:25: field 'asymm': got '1', expected 0, as the row does not say who pledges what; a "
          "directed file does");
    auto const skipped = read(asymmetric, skipping());
    CHECK(skipped.report.skipped == 1);
    CHECK_FALSE(io::pledges_in(skipped.value, cow("200"), cow("220"), 1951)); // unknown, not nothing
    CHECK_THROWS_AS((void)read(heading + std::string("220200,1950,1,1,0,0,0,1,0,3000,200,220,5.1\n")), gs::read_error);
}

TEST_CASE("read_alliances: by dyad is mutual; so is a file said to be directed that has each pair once") {
    auto const row = std::string(by_dyad_heading) + "\n1,200,Britain,220,France,1,2,1900,3,4,1910,0,0,1,0,0,1\n";
    auto const once = read(row).value;
    REQUIRE(once.records.size() == 1);
    CHECK(once.records[0].mutual);
    CHECK(io::pledges_in(once, cow("220"), cow("200"), 1905)->defense);
    auto const both = read(row + "1,220,France,200,Britain,1,2,1900,3,4,1910,0,0,1,0,0,1\n").value;
    CHECK_FALSE(both.records[0].mutual);
    CHECK_FALSE(both.records[1].mutual);
    CHECK(io::pledged_pairs(both, {1905, 1905}).size() == 1);
    auto const yearly =
        read(std::string(by_dyad_heading) + ",year\n1,200,,220,,1,2,1900,3,4,1910,0,0,1,0,0,1,1905\n").value;
    CHECK(yearly.records[0].valid == gs::during(year(1905)));
    CHECK(yearly.coverage == io::year_span{1905, 1905});
}

TEST_CASE("read_alliances: dyad-years put together are spells, and a change or a gap begins another") {
    auto const table = read(dyad_years).value;
    CHECK(table.coverage == io::year_span{1990, 1993});
    auto const spells = io::spells_of(table);
    REQUIRE(spells.records.size() == 5);
    auto const& first = spells.records[0];
    CHECK(first.valid == gs::period{year(1990), year(1991)});
    CHECK(first.left_censored);
    CHECK_FALSE(first.right_censored);
    CHECK(spells.records[1].valid == gs::during(year(1990)));
    auto const& last = spells.records[3];
    CHECK(last.valid == gs::period{year(1993), gs::date()});
    CHECK(last.right_censored);
    for (int y = 1990; y <= 1993; ++y) CHECK(io::pledged_pairs(spells, {y, y}) == io::pledged_pairs(table, {y, y}));
}

TEST_CASE("read_alliances: year 0 is a lost year; without dates its row is skipped, and the pair is unknown") {
    auto const lost = std::string("5,651,,666,,26,3,1979,,,,0,1,0,0,0,1,0\n");
    auto const [table, report] =
        read(std::string(by_dyad_heading) + ",year\n3,651,,666,,4,4,1949,,,,0,1,1,0,0,0,1978\n" + lost + lost +
                 "5,651,,666,,,,,,,,0,1,0,0,0,1,0\n3,2,,20,,4,4,1949,,,,0,1,1,0,0,0,2012\n",
             skipping());
    CHECK(report.rows == 4);
    CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"year: a whole number from 1800 to 2200", 1}});
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"no year: read with the dates of the alliance", 2},
                                               {"the same states, treaty and time again", 1}});
    CHECK(io::pledges_in(table, cow("651"), cow("666"), 1990) == gs::pledges{.consultation = true});
    CHECK(table.coverage == io::year_span{1978, 2012});
    CHECK(read(std::string(by_dyad_heading) + ",year\n3,2,,20,,,,,,,,0,1,1,0,0,0,2012\n" + lost).value.coverage ==
          io::year_span{2012, 2012});
    auto const spells = io::spells_of(table);
    CHECK(spells.records.size() == 3);
    CHECK(io::pledges_in(spells, cow("666"), cow("651"), 2012) == gs::pledges{.consultation = true});

    auto const heading = std::string("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n");
    auto const skipped =
        read(heading + "651,2,1990,1,0,0,0\n666,2,1990,1,0,0,0\n651,666,0,0,0,0,1\n9,10,0,1,0,0,0\n", skipping()).value;
    CHECK(skipped.incomplete == std::set<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}});
    CHECK_FALSE(io::pledges_in(skipped, cow("666"), cow("651"), 1990));
    CHECK_FALSE(io::pledges_in(io::spells_of(skipped), cow("651"), cow("666"), 1990));
    CHECK(io::pledges_in(skipped, cow("2"), cow("651"), 1990) == gs::pledges{});
}

TEST_CASE("read_alliances: a member whose row was skipped may have pledged to any other") {
    auto const text = std::string(by_member) + "3,220,France,1,2,1900,3,4,1910,,1,2,1900,3,4,1910,0,0,9,0,0,1,4.1\n";
    auto const table = read(text, skipping()).value;
    CHECK_FALSE(io::pledges_in(table, cow("20"), cow("220"), 1990));
    CHECK(io::pledges_in(table, cow("200"), cow("220"), 1906)->defense);
    CHECK(io::pledges_in(table, cow("200"), cow("2"), 1990) == gs::pledges{});
}

TEST_CASE("read_alliances: a spell that stands twice is told, a pair with two treaties is not") {
    auto const row = std::string(",200,Britain,220,France,1,2,1900,3,4,1910,0,0,1,0,0,1\n");
    auto const heading = std::string(by_dyad_heading) + '\n';
    CHECK(read(heading + '1' + row + '1' + row).report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"the same states, treaty and time again", 1}});
    CHECK(read(heading + '1' + row + '2' + row).report.warnings.reasons.empty());
}

TEST_CASE("read_alliances: ATOP's number of a pair must be that of its states") {
    auto const text = std::string("ddyad,year,atopally,defense,offense,neutral,nonagg,consul,stateA,stateB\n"
                                  "2020,2018,1,1,1,0,0,0,2,20\n2020,2018,1,1,1,0,0,0,2,40\n");
    CHECK(message([&] { (void)read(text); }) ==
          "alliances.csv:3:1: field 'ddyad': got '2020', expected the states of the row's other columns");
    CHECK(message([] { (void)read("ddyad,year,defense,neutral,nonagg,consul,stateA\n"); }).find("'stateb'") !=
          std::string::npos);
}

TEST_CASE("read_alliances: ATOP's directed dyad-years, of which some are alliances without a pledge") {
    auto const [table, report] = read("ddyad,year,atopally,defense,offense,neutral,nonagg,consul,stateA,stateB\n"
                                      "365369,2018,1,0,0,0,1,1,365,369\n"
                                      "2020,2018,1,1,1,0,0,0,2,20\n"
                                      "2040,2018,1,0,0,0,0,0,2,40\n"
                                      "2041,2018,0,0,0,0,0,0,2,41\n");
    CHECK(report.rows == 4);
    CHECK(table.records.size() == 3);
    CHECK(io::pledges_in(table, cow("365"), cow("369"), 2018) ==
          gs::pledges{.nonaggression = true, .consultation = true});
    CHECK(io::pledges_in(table, cow("2"), cow("20"), 2018)->offense);
    CHECK(io::pledges_in(table, cow("2"), cow("41"), 2018) == gs::pledges{});
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"an alliance without a pledge", 1},
                                               {"no alliance between these states in this year", 1}});
    auto const by_number = read("ddyad,year,atopally,defense,offense,neutral,nonagg,consul\n365369,2018,1,0,0,0,1,1\n");
    CHECK(by_number.value.states.find(cow("369")) == 1);
}

TEST_CASE("read_alliances: what is wrong with a row is said with its place") {
    CHECK(message([] {
              (void)read("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n2,666,0,1,0,0,0\n");
          }) == "alliances.csv:2:7: field 'year': got '0', expected a whole number from 1800 to 2200");
    CHECK(message([] { (void)read("a,b\n1,2\n"); }).find("expected a column 'defense'") != std::string::npos);
    CHECK(message([] { (void)read("\n\na,b\n"); }).starts_with("alliances.csv:3: got 'a, b'"));
    CHECK(message([] { (void)read(""); }).find("a row of headings") != std::string::npos);
    CHECK(message([] { (void)read("ccode,defense,neutrality,nonaggression,entente\n"); }).find("'mem_st_year'") !=
          std::string::npos);
    auto const heading = std::string("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n");
    auto const [table, report] =
        read(heading + "2,20,0,1,0,0,0\n02,20,1990,1,0,0,0\n2,20,1990,2,0,0,0\n2,2,1990,1,0,0,0\n2,20,1990,1,0,0\n"
                       "2,99999999999999999999,1990,1,0,0,0\n,20,1990,1,0,0,0\n2,20,1990,1,0,0,0\n2,20,1990,1,0,0,0\n",
             skipping());
    CHECK(table.records.size() == 2);
    CHECK(report.rows == 2);
    CHECK(report.skipped == 7);
    CHECK(report.reasons ==
          std::map<std::string, std::uint64_t>{{"7 columns", 1},
                                               {"ccode1: a whole number from 1 to 999", 1},
                                               {"ccode1: a whole number from 1 to 999, without zeros in front", 1},
                                               {"ccode2: a whole number from 1 to 999", 1},
                                               {"ccode2: two states", 1},
                                               {"cow_defense: a whole number from 0 to 1", 1},
                                               {"year: a whole number from 1800 to 2200", 1}});
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"the same states, treaty and time again", 1}});
    CHECK(table.states.size() == 2);
}

TEST_CASE("read_alliances: an end before the start, a day that is none, and Latin-1") {
    auto const row = [](char const* names, char const* days) {
        return std::string(by_dyad_heading) + "\n1,437," + names + ",220,France," + days + ",0,0,1,0,0,1\n";
    };
    CHECK(message([&] { (void)read(row("x", "1,2,1900,3,4,1899")); }).find("an end after the start") !=
          std::string::npos);
    CHECK(message([&] { (void)read(row("x", "31,2,1900,3,4,1910")); }).find("a day of that month") !=
          std::string::npos);
    CHECK(message([&] { (void)read(row("C\xF4te d'Ivoire", "1,2,1900,3,4,1910")); }).find("latin1") !=
          std::string::npos);
    io::read_alliances_options options;
    options.rows.encoding = io::encoding::latin1;
    CHECK(read(row("C\xF4te d'Ivoire", "1,2,1900,3,4,1910"), options).value.states[0].name == "Côte d'Ivoire");
}

TEST_CASE("read_alliances: a truncated file, and a million columns, are refused in little memory") {
    std::string const text = dyad_years;
    for (std::size_t length = 0; length < text.size(); ++length) {
        std::size_t records = 0;
        try {
            records = read(std::string_view(text).substr(0, length), skipping()).value.records.size();
        } catch (gs::read_error const&) {
        } // a heading cut short
        CHECK(records <= 6);
    }
    std::string wide(1000000, ',');
    CHECK_THROWS_AS((void)read(wide + "\n"), gs::read_error);
    CHECK(read(text + wide + "\n", skipping()).report.skipped == 1);
}

TEST_CASE("read_alliances: progress is told and a request to stop is heard") {
    io::read_alliances_options options;
    std::uint64_t last = 0;
    options.rows.progress = [&](std::uint64_t done, std::optional<std::uint64_t>) { last = done; };
    (void)read(dyad_years, options);
    CHECK(last == std::string_view(dyad_years).size());
    options.rows.stop = [] { return true; };
    CHECK_THROWS_AS((void)read(dyad_years, options), gs::cancelled);
}

// awk -F, 'NR>1' alliance-directed-dyad-year.csv | wc -l                                        120784
// awk -F, 'NR>1 && !($4+$5+$6+$7)' alliance-directed-dyad-year.csv | wc -l                      10
// awk -F, 'NR>1 {y[$3]} END {for (i in y) print i}' alliance-directed-dyad-year.csv | sort -n | sed -n '1p;$p'
// awk -F, 'NR>1 && $3==2012 && $4 && $1<$2' alliance-directed-dyad-year.csv | wc -l             1140
TEST_CASE("read_alliances: the directed dyad-years of the Correlates of War") {
    auto const data = data_folder();
    if (!data) return;
    auto const [table, report] = io::read_alliances(io::input::file(*data + "/cow/alliance-directed-dyad-year.csv"));
    CHECK(report.rows == 120784);
    CHECK(report.skipped == 0);
    CHECK(table.coverage == io::year_span{1816, 2012});
    CHECK(table.states.size() == 180);
    CHECK(report.warnings.reasons == std::map<std::string, std::uint64_t>{{"an alliance without a pledge", 10}});
    auto const pairs = io::pledged_pairs(table, {2012, 2012});
    CHECK(std::count_if(pairs.begin(), pairs.end(), [](auto const& p) { return p.pledges.defense; }) == 1140);
    auto const spells = io::spells_of(table);
    CHECK(io::pledged_pairs(spells, {1914, 1914}) == io::pledged_pairs(table, {1914, 1914}));
    gs::stance_graph g;
    auto const added = io::add_alliances(g, spells);
    CHECK(added.nodes == 180);
    CHECK(added.relations == spells.records.size());
    CHECK(added.unmapped.empty());
}

TEST_CASE("read_alliances: ATOP by member, where a year of exit of 0 is a member that never left") {
    auto const [table, report] = read("yrexit,atopid,member,yrent,moent,dayent,moexit,dayexit,phase,defense,offense,"
                                      "neutral,nonagg,consul\n1950,7,2,1940,1,3,2,8,1,1,0,0,0,1\n"
                                      "0,7,20,1940,1,3,0,0,1,1,0,0,0,1\n0,7,40,1940,0,0,0,0,1,1,0,0,0,1\n");
    REQUIRE(table.records.size() == 3);
    CHECK(table.records[0].valid == gs::period{year(1940) / 1 / 3, year(1950) / 2 / 8});
    CHECK(table.records[1].valid == gs::period{year(1940) / 1 / 3, {}});
    CHECK(table.records[1].right_censored);
    CHECK(table.records[2].valid.from == gs::date(year(1940)));
    CHECK(table.records[0].pledges == gs::pledges{.defense = true, .consultation = true});
    CHECK(report.warnings.reasons.empty());
    CHECK(io::pledges_in(table, cow("2"), cow("20"), 1945)->defense);
}

TEST_CASE("read_alliances: ATOP as peacesciencer names it, where a row without a pledge is no alliance") {
    auto const [table, report] =
        read("ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
             "2,20,1940,1,0,0,0,1\n20,2,1940,1,0,0,0,1\n2,40,1940,0,0,0,0,0\n");
    CHECK(report.rows == 3);
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].pledges == gs::pledges{.defense = true, .consultation = true});
    CHECK(io::pledges_in(table, cow("2"), cow("40"), 1940) == gs::pledges{});
}

TEST_CASE("read_alliances: whole numbers that pandas wrote with a point are whole numbers") {
    auto const table = read("ccode1,ccode2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,"
                            "dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente\n"
                            "2.0,200,4.0,4,1949.0,nan,nan,nan,0,1.0,1,0,0,0\n")
                           .value;
    REQUIRE(table.records.size() == 1);
    CHECK(table.states[0].id == cow("2"));
    CHECK(table.records[0].valid == gs::period{year(1949) / 4 / 4, {}});
}
