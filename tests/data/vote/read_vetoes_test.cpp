// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_vetoes.hpp>

#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

constexpr char const* heading = "year,date,draft,meeting_record,agenda_item,member_veto1,member_veto2,member_veto3,"
                                "China,France,Russia,USSR,USA,UK\n";

io::read_result<io::voting_table> read_rows(std::string const& rows, io::read_vetoes_options const& options = {}) {
    return io::read_vetoes(io::input::text(rows, "vetoes.csv"), options);
}

} // namespace

TEST_CASE("read_vetoes: a veto is a vote against that defeats; how others voted is not known") {
    auto const [table, report] = read_rows(
        std::string(heading) + "2024,3/28/2024,S/2024/255,S/PV.9591,Non-proliferation,Russia,,,0,0,1,0,0,0\n");
    CHECK(report.rows == 1);
    CHECK(report.warnings.reasons.empty());
    REQUIRE(table.votes.size() == 1);
    CHECK(table.votes[0].vote == gs::ballot::no);
    CHECK(table.votes[0].veto);
    CHECK_FALSE(table.tells_absence);
    gs::stance_graph g;
    CHECK(io::add_votes(g, table, {.scheme = "unsc-veto"}).relations == 1);
    auto const vote = *gs::relations_of<gs::casts>(g).begin();
    CHECK(gs::key_of(g, g.source(vote)) == "cow:365");
    CHECK(g[vote].veto);
    CHECK(gs::name_of(g, g.target(vote)) == "Non-proliferation");
}

TEST_CASE("read_vetoes: where names and columns disagree, both readings are told and the caller's choice counts") {
    auto const rows = std::string(heading) + "1976,10/19/1976,S/12211,S/PV.1963,Namibia,France,UK,USA,0,0,0,0,1,1\n"
                                             "1975,8/11/1975,S/11796,S/PV.1836,Admission,USA,,,0,0,0,0,0,0\n";
    auto const by_names = read_rows(rows);
    CHECK(by_names.value.votes.size() == 4);
    CHECK(by_names.report.warnings.reasons.at("the two encodings disagree") == 2);
    CHECK(by_names.report.warnings.rows[0].value == "France, USA, UK by name, USA, UK by column");
    CHECK(by_names.report.warnings.rows[0].where == gs::text_place{"vetoes.csv", 2, 0, "member_veto1"});
    auto const by_flags = read_rows(rows, {.encoding = io::veto_encoding::flags});
    CHECK(by_flags.value.votes.size() == 2);
    CHECK(by_flags.report.warnings.reasons.at("no veto") == 1);
    CHECK(read_rows(rows, {.encoding = io::veto_encoding::both}).value.votes.size() == 2);
}

TEST_CASE("read_vetoes: China's seat was Taiwan's until 1971, and a draft that occurs twice has two ids") {
    auto const table =
        read_rows(std::string(heading) + "1955,12/13/1955,S/3509,S/PV.704,Admission,China,,,1,0,0,0,0,0\n"
                                         "1972,8/25/1972,S/3509,S/PV.1660,Admission,China,,,1,0,0,0,0,0\n")
            .value;
    CHECK(table.voters[table.votes[0].voter].id == gs::code{"cow", "713"});
    CHECK(table.voters[table.votes[1].voter].id == gs::code{"cow", "710"});
    CHECK(table.roll_calls[0].id == "S/3509");
    CHECK(table.roll_calls[1].id == "S/3509 #2");
}

TEST_CASE("read_vetoes: long names of members; a blank draft is none, and the meeting or the day stands for it") {
    auto const [table, report] = read_rows(
        std::string(heading) + "2024,3/22/2024,,S/PV.9584,,Russian Federation,China,,1,0,1,0,0,0\n"
                               "2024,3/22/2024,NA,S/PV.9584,,United States of America,United Kingdom,,0,0,0,0,1,1\n"
                               "2024,3/23/2024,,,,usa,,,0,0,0,0,1,0\n");
    CHECK(report.rows == 3);
    CHECK(report.warnings.reasons == std::map<std::string, std::uint64_t>{{"no draft", 3}});
    CHECK(table.votes.size() == 5);
    CHECK(table.roll_calls[0].draft.empty());
    CHECK(table.roll_calls[0].id == "S/PV.9584");
    CHECK(table.roll_calls[1].id == "S/PV.9584 #2");
    CHECK(table.roll_calls[2].id == "2024-03-23");
}

TEST_CASE("read_vetoes: the list of the United Nations has columns alone, and one for Russia and the USSR") {
    auto const [table, report] = read_rows(
        "id,draft_res#,date,record,agenda,short_agenda,#_of_pms,china,russian_federation_ussr,france,united_states,"
        "united_kingdom,url_for_res#,last_update\n"
        "2,S/2024/255,2024-03-28,9591,Non-proliferation,Sanctions,1,0,1,0,0,0,,2024-04-01\n"
        "1,,1961-02-03,900,Own agenda,Own,3,0,0,1,0,1,,2024-04-01\n");
    CHECK(report.rows == 2);
    REQUIRE(table.votes.size() == 3);
    CHECK(table.roll_calls[0].draft == "S/2024/255");
    CHECK(table.roll_calls[0].title == "Non-proliferation");
    CHECK(table.roll_calls[1].id == "900");
    CHECK(table.voters[table.votes[0].voter].id == gs::code{"cow", "365"});
    CHECK(table.voters[table.votes[2].voter].id == gs::code{"cow", "200"});
    CHECK(report.warnings.reasons == std::map<std::string, std::uint64_t>{
                                         {"no draft", 1}, {"the number of vetoes is not that of the columns", 1}});
}

TEST_CASE(
    "read_vetoes: a wrong day, an unknown voter, a cell that is not 0 or 1 and a short row are skipped with a reason") {
    io::read_vetoes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    auto const [table, report] = read_rows(std::string(heading) + "2024,28/3/2024,S/1,,,Russia,,,0,0,1,0,0,0\n"
                                                                  "2024,3/28/2024,S/1,,,Ruritania,,,0,0,1,0,0,0\n"
                                                                  "2024,3/28/2024,S/1,,,Russia,,,0,0,2,0,0,0\n"
                                                                  "2024,3/28/2024,S/1\n",
                                           options);
    CHECK(report.skipped == 4);
    CHECK(table.roll_calls.empty());
    CHECK(report.reasons.at("date: a day, as 2024-03-28 or 3/28/2024") == 1);
    CHECK_THROWS_AS((void)read_rows("date,draft\n"), gs::read_error);
}

// python, csv.DictReader: 214 rows; in 26 the set of member_veto1..3 is not the set of columns that are 1; 23 drafts
// begin with S/PV.; by names USA 82 and by columns 71
TEST_CASE("read_vetoes: 1946 to 2022, of which 26 rows disagree with themselves") {
    auto const data = data_folder();
    if (!data) return;
    auto const path = *data + "/unsc/vetoes-1946-2022.csv";
    auto const [table, report] = io::read_vetoes(io::input::file(path));
    CHECK(report.rows == 214);
    CHECK(report.skipped == 0);
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"a meeting's record in place of a draft", 23},
                                               {"the two encodings disagree", 26}});
    CHECK(table.coverage == io::year_span{1946, 2022});
    auto const american = [](io::voting_table const& t) {
        auto const usa = t.voters.find({"cow", "2"});
        return std::count_if(t.votes.begin(), t.votes.end(), [&](auto const& v) { return v.voter == usa; });
    };
    CHECK(american(table) == 82);
    CHECK(american(io::read_vetoes(io::input::file(path), {.encoding = io::veto_encoding::flags}).value) == 71);
}
