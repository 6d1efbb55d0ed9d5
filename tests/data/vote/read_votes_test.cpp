// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_votes.hpp>

#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using gs::ballot;
using std::chrono::year;

namespace {

// Own rows in the layouts of the data sets.
constexpr char const* voeten = R"(rcid,session,vote,ccode,member,importantvote,date,unres,me,nu,di,hr,co,ec,year
1,1,1,2,1,0,1946-01-01,R/1/66,0,0,0,0,0,0,1946
1,1,2,200,1,0,1946-01-01,R/1/66,0,0,0,0,0,0,1946
1,1,3,365,1,0,1946-01-01,R/1/66,0,0,0,0,0,0,1946
1,1,8,710,1,0,1946-01-01,R/1/66,0,0,0,0,0,0,1946
1,1,9,740,0,0,1946-01-01,R/1/66,0,0,0,0,0,0,1946
2,1,1,365,1,0,1947-05-02,R/1/67,0,0,0,0,0,0,1947
)";

constexpr char const* unvotes = R"(rcid,country,country_code,vote
10,United States,US,no
10,Namibia,NA,yes
10,Yemen Arab Republic,,abstain
11,Germany,DE,yes
12,Germany,DE,no
12,Yugoslavia,YU,yes
)";

constexpr char const* roll_calls = R"(rcid,session,importantvote,date,unres,amend,para,short,descr
10,30,0,1975-12-01,R/30/1,,,"FIRST, AND BEST",A first matter
11,40,0,1985-12-01,R/40/2,NA,NA,SECOND,NA
12,70,0,2015-12-01,R/40/2,,,THIRD,A third matter
13,70,0,2015-12-02,,,,FOURTH,A matter without votes
)";

constexpr char const* library =
    R"(undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,vote_note,modality
900,USA,UNITED STATES,True,Y,2000-01-31,S/RES/1290(2000),S/2000/68,,VOTE
900,CHN,CHINA,True,A,2000-01-31,S/RES/1290(2000),S/2000/68,,VOTE
900,FRA,FRANCE,True,X,2000-01-31,S/RES/1290(2000),S/2000/68,,VOTE
901,USA,UNITED STATES,True,Y,2000-02-17,S/RES/1291(2000),,,ADOPTED WITHOUT VOTE
)";

io::read_result<io::voting_table> read(std::string_view text, io::read_votes_options const& options = {}) {
    return io::read_votes(io::input::text(text, "votes.csv"), options);
}

io::read_votes_options skipping() {
    io::read_votes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    return options;
}

std::size_t count(io::voting_table const& table, ballot b) {
    return static_cast<std::size_t>(
        std::count_if(table.votes.begin(), table.votes.end(), [&](auto const& v) { return v.vote == b; }));
}

std::string key_of_source(gs::stance_graph const& g, gs::relation<gs::casts> r) { return gs::key_of(g, g.source(r)); }

} // namespace

TEST_CASE("read_votes: Voeten's votes tell abstention, absence and not being a member apart") {
    auto const result = read(voeten);
    auto const& table = result.value;
    CHECK(result.report.rows == 6);
    CHECK(table.tells_absence);
    CHECK(table.coverage == io::year_span{1946, 1947});
    REQUIRE(table.roll_calls.size() == 2);
    CHECK(table.roll_calls[0].day == gs::date(year(1946) / 1 / 1));
    CHECK(table.roll_calls[0].resolution == "R/1/66");
    for (auto const b : {ballot::abstain, ballot::no, ballot::absent, ballot::not_a_member})
        CHECK(count(table, b) == 1);
    auto const calls = io::roll_calls_in(table, {1946, 1947});
    auto const levels = [&](char const* cow) {
        return io::portfolio_of(table, table.voters.find({"cow", cow}), calls);
    };
    using level = std::optional<double>;
    CHECK(levels("365") == std::vector<level>{0.0, 1.0});
    CHECK(levels("200") == std::vector<level>{0.5, std::nullopt});
    CHECK(levels("710") == std::vector<level>{std::nullopt, std::nullopt});
    CHECK(io::roll_calls_in(table, {1947, 1947}) == std::vector<std::uint32_t>{1});
    CHECK_THROWS_AS((void)io::roll_calls_in(table, {1947, 1948}), gs::invalid_value);
}

TEST_CASE("read_votes: Voeten's later file has the name beside an abbreviation, and stands for a missing number") {
    auto const [table, report] =
        read(",rcid,ccode,member,vote,Country,Countryname,year,date,descr\n"
             "1,9001,2,1,1,USA,United States of America,1946,1946-01-01,\"A matter, as \"\"said\"\"\"\n"
             "2,9001,NA,1,3,ZAN,Zanzibar,1946,1946-01-01,\n");
    CHECK(table.voters[0] == io::listed_state{{"cow", "2"}, "United States of America"});
    CHECK(table.voters[1].id == gs::code{"name", "Zanzibar"});
    CHECK(table.roll_calls[0].title == "A matter, as \"said\"");
    CHECK(report.warnings.reasons.at("no code: the name stands for the state") == 1);
}

TEST_CASE("read_votes: what was adopted without a vote is said by the modality or by a note") {
    auto const is_without_vote = [](std::string const& modality, std::string const& note) {
        return read("undl_id,ms_code,ms_vote,vote_note,modality\n1,USA,Y," + note + "," + modality + "\n")
            .value.roll_calls[0]
            .without_vote;
    };
    CHECK(is_without_vote("ADOPTED WITHOUT VOTE", ""));
    CHECK(is_without_vote("", "Adopted without a vote"));
    CHECK(is_without_vote("", "Adopted by acclamation"));
    CHECK_FALSE(is_without_vote("VOTE", ""));
    CHECK_FALSE(is_without_vote("VOTE", "China did not participate in the voting"));
    CHECK(read("undl_id,ms_code,ms_vote,vote_note\n1,USA,Y,By consensus\n").value.roll_calls[0].without_vote);
}

TEST_CASE("read_votes: unvotes; NA is Namibia, a blank code leaves the name, and days come from another file") {
    auto [table, report] = read(unvotes);
    CHECK(report.rows == 6);
    CHECK_FALSE(table.tells_absence);
    CHECK(is_empty(table.coverage));
    CHECK(table.voters[1].id == gs::code{"iso3166-1-alpha-2", "NA"});
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"no code: the name stands for the state", 1}});
    auto const described = io::describe_roll_calls(table, io::input::text(roll_calls));
    CHECK(described.report.rows == 4);
    CHECK(described.report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{
              {"a resolution that another roll call has", 1}, {"a roll call without votes", 1}, {"no resolution", 1}});
    CHECK(table.coverage == io::year_span{1975, 2015});
    CHECK(table.roll_calls[0].title == "A first matter");
    CHECK(table.roll_calls[1].title.empty());
    CHECK(table.roll_calls[2].session == "70");

    gs::stance_graph g;
    auto const added = io::add_votes(g, table);
    CHECK(added.relations == 6);
    std::vector<std::string> voters;
    for (auto const r : gs::relations_of<gs::casts>(g)) voters.push_back(key_of_source(g, r));
    // Germany is West Germany in 1985; a code that was withdrawn still has its only bearer.
    CHECK(voters == std::vector<std::string>{"cow:2", "cow:565", "cow:678", "cow:260", "cow:255", "cow:345"});
    CHECK(added.unmapped.empty());
    auto const motion = g.at<gs::issue>("un-vote:10");
    CHECK(g[motion].kind == gs::issue_kind::motion);
    CHECK(g[motion].codes.back() == gs::code{"un-document", "R/30/1"});
    CHECK(g.annotation(*gs::in<gs::casts>(g, motion).begin()).valid == gs::since(year(1975) / 12 / 1));
}

TEST_CASE("read_votes: NA is Namibia where the name says so or there are no names; else it is a missing code") {
    auto const by_name = read("rcid,country,country_code,vote\n177,Yemen Arab Republic,NA,no\n9098,Namibia,\"NA\",yes\n"
                              "177,Federal Republic of Germany,NA,abstain\n");
    CHECK(by_name.report.rows == 3);
    CHECK(by_name.value.voters[0].id == gs::code{"name", "Yemen Arab Republic"});
    CHECK(by_name.value.voters[1].id == gs::code{"iso3166-1-alpha-2", "NA"});
    CHECK(by_name.value.voters[2].id == gs::code{"name", "Federal Republic of Germany"});
    CHECK(by_name.report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"no code: the name stands for the state", 2}});
    CHECK(read("rcid,country_code,vote\n1,NA,yes\n").value.voters[0].id == gs::code{"iso3166-1-alpha-2", "NA"});
    CHECK_THROWS_AS((void)read("rcid,country,country_code,vote\n1,,NA,yes\n"), gs::read_error);
    auto const third = read("undl_id,ms_code,ms_name,ms_vote\n1,NA,YUGOSLAVIA,Y\n").value.voters[0].id;
    CHECK(third == gs::code{"name", "YUGOSLAVIA"});
    CHECK(read("rcid,country,vote\n1,Namibia,yes\n").value.voters[0].id == gs::code{"name", "Namibia"});
}

TEST_CASE("read_votes: what is odd about a row that is skipped is not told") {
    auto const [table, report] = read("rcid,country,country_code,vote\n1,Zanzibar,,yes\n1,Zanzibar,,no\n", skipping());
    CHECK(report.skipped == 1);
    CHECK(report.warnings.reasons.at("no code: the name stands for the state") == 1);
}

TEST_CASE("read_votes: a file that never says who was absent does not tell absence") {
    CHECK_FALSE(read("rcid,ccode,vote\n1,2,1\n1,20,3\n").value.tells_absence);
    CHECK(read("rcid,ccode,vote\n1,2,1\n1,20,8\n").value.tells_absence);
}

TEST_CASE("read_votes: emergency and special sessions are sessions") {
    auto const of = [](char const* session) {
        return read(std::string("undl_id,ms_code,ms_vote,session\n1,USA,Y,") + session + "\n")
            .value.roll_calls[0]
            .session;
    };
    for (auto const* const session : {"78", "ES-10", "10emsp", "S-21"}) CHECK(of(session) == session);
    for (auto const* const session : {"", "NA", "-9"}) CHECK(of(session).empty());
    for (auto const* const session : {"0", "078", "1.0", "12345678901234567", "a b"})
        CHECK_THROWS_AS((void)of(session), gs::read_error);
}

TEST_CASE("describe_roll_calls: what is blank stays as it was") {
    auto table = read("rcid,ccode,vote,date,session\n1,2,1,1946-01-01,1\n").value;
    auto const described = io::describe_roll_calls(table, io::input::text("rcid,date,unres\n1,NA,R/1/1\n2,,R/1/2\n"));
    CHECK(described.report.rows == 2);
    CHECK(described.report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"a roll call without votes", 1}, {"no day", 2}});
    CHECK(table.roll_calls[0].day == gs::date(year(1946) / 1 / 1));
    CHECK(table.roll_calls[0].session == "1");
    CHECK(table.roll_calls[0].resolution == "R/1/1");
}

TEST_CASE("read_votes: a column that stands twice is an error, and a line that a quote swallowed is told") {
    CHECK_THROWS_AS((void)read("rcid,ccode,vote,vote\n3,2,1,3\n"), gs::read_error);
    auto const told = read("rcid,ccode,vote,descr\n1,2,1,\"x\n2,2,1,x\n3,2,1,x\"\n4,2,1,x\n");
    CHECK(told.report.rows == 2);
    CHECK(told.report.warnings.reasons.at("a line inside a quoted field has as many fields as a row") == 1);
}

TEST_CASE(
    "read_votes: the Digital Library; consent is no vote, and what who did not vote did is for the caller to say") {
    auto const [table, report] = read(library);
    CHECK(report.rows == 4);
    CHECK(count(table, ballot::absent) == 1);
    CHECK(table.roll_calls[1].without_vote);
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"adopted without a vote: consent, and no vote", 1}});
    CHECK(count(read(library, {.non_voting = ballot::present_not_voting}).value, ballot::present_not_voting) == 1);
    CHECK_THROWS_AS((void)read(library, {.non_voting = ballot::abstain}), gs::invalid_value);
    gs::stance_graph g;
    CHECK(io::add_votes(g, table, {.scheme = "undl"}).relations == 3);
    CHECK(g[g.at<gs::issue>("undl:900")].codes.size() == 3);
}

TEST_CASE("read_votes: what no layout has is a bad row: 010, another word, a second vote") {
    CHECK_THROWS_AS((void)read("rcid,vote\n"), gs::read_error);
    CHECK_THROWS_AS((void)read("a,b\n"), gs::read_error);
    auto const [table, report] =
        read("rcid,ccode,vote\n1,2,1\n1,2,3\n1,020,1\n1,20,4\n1,20,01\n,20,1\n1,20\n1,20,yes\n", skipping());
    CHECK(table.votes.size() == 1);
    CHECK(report.reasons ==
          std::map<std::string, std::uint64_t>{{"3 columns", 1},
                                               {"ccode: a whole number from 1 to 999, without zeros in front", 1},
                                               {"ccode: one vote of a voter in a roll call", 1},
                                               {"rcid: the number of a roll call", 1},
                                               {"vote: 1 yes, 2 abstain, 3 no, 8 absent or 9 not a member", 3}});
    auto bad = io::read_votes(io::input::text(unvotes)).value;
    CHECK_THROWS_AS((void)io::describe_roll_calls(bad, io::input::text("rcid,date\n10,1975-12-01\n11,1975-13-01\n")),
                    gs::read_error);
    CHECK(bad.roll_calls[0].day == gs::date()); // nothing of it was taken
}

// awk 'NR>1' votes-2010-2019.csv | wc -l                             163736
// awk -F, 'NR>1' roll-calls-2010-2019.csv | wc -l                    926
// python: Counter(r['vote'] for r in csv.DictReader(open('votes-2010-2019.csv')))
TEST_CASE("read_votes: ten years of the General Assembly") {
    auto const data = data_folder();
    if (!data) return;
    auto result = io::read_votes(io::input::file(*data + "/un/votes-2010-2019.csv"));
    auto& table = result.value;
    CHECK(result.report.rows == 163736);
    CHECK(result.report.skipped == 0);
    CHECK(table.roll_calls.size() == 926);
    CHECK(table.voters.size() == 193);
    CHECK(count(table, ballot::yes) + count(table, ballot::no) + count(table, ballot::abstain) == 163736);
    auto const described = io::describe_roll_calls(table, io::input::file(*data + "/un/roll-calls-2010-2019.csv"));
    CHECK(described.report.rows == 926);
    CHECK(table.coverage == io::year_span{2010, 2019});
    auto const calls = io::roll_calls_in(table, {2010, 2019});
    CHECK(calls.size() == 926);
    auto const shared = [&](char const* x, char const* y) {
        auto const levels = [&](char const* iso) {
            return io::portfolio_of(table, table.voters.find({"iso3166-1-alpha-2", iso}), calls);
        };
        auto const a = levels(x);
        auto const b = levels(y);
        std::size_t n = 0;
        for (std::size_t i = 0; i < a.size(); ++i) n += a[i] && b[i] ? 1U : 0U;
        return n;
    };
    CHECK(shared("RU", "KP") == 793);
    CHECK(shared("US", "RU") == 910);
    CHECK(shared("KR", "KP") == 780);
    gs::stance_graph g;
    auto const added = io::add_votes(g, table);
    CHECK(added.relations == 163736);
    CHECK(added.unmapped.empty()); // Yugoslavia, which votes under its old name, is Serbia
}

TEST_CASE("read_votes: Windows-1252 is read where the caller says latin1, as the error advises") {
    auto const text = "rcid,country,country_code,vote\n3,C\xF4te d\x92Ivoire,NA,yes\n";
    CHECK_THROWS_AS((void)read(text), gs::read_error);
    io::read_votes_options options;
    options.rows.encoding = io::encoding::latin1;
    gs::stance_graph g;
    CHECK(io::add_votes(g, read(text, options).value).unmapped.empty());
    CHECK(g.find_key("cow:437"));
}

TEST_CASE("read_votes: a parliament's votes are read by the columns and words that the caller names") {
    io::read_votes_options options;
    options.headings = {.vote = "Position", .call = "vote_id", .voter = "member_id"};
    options.words = {{"FOR", ballot::yes}, {"AGAINST", ballot::no}, {"DID_NOT_VOTE", ballot::absent}};
    options.voters = "member";
    auto const table =
        read("position,country_code,vote_id,member_id\nFOR,DE,705,1\nDID_NOT_VOTE,FR,705,2\n", options).value;
    REQUIRE(table.votes.size() == 2);
    CHECK(table.voters[1].id == gs::code{"member", "2"});
    CHECK(table.votes[1].vote == ballot::absent);
    CHECK(table.tells_absence);
    try {
        (void)read("vote_id,member_id,position\n705,1,PERHAPS\n", options);
        FAIL("read");
    } catch (gs::read_error const& e) {
        CHECK(std::string(e.what()).find("AGAINST, DID_NOT_VOTE") != std::string::npos);
    }
}
