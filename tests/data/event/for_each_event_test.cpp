// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/model/date_text.hpp>

#include "data/event/event_rows.hpp"
#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono_literals;
using event_rows::row;

namespace {

io::read_options skipping() {
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    return options;
}

io::read_report read(std::string const& text, io::event_format format, io::read_options const& options = skipping()) {
    return io::for_each_event(
        io::input::text(text, "events"), format, [](io::event const&) {}, options);
}

/// The one problem of a file with one bad row.
std::string problem(std::string const& text, io::event_format format = io::event_format::gdelt_2) {
    try {
        read(text, format, {});
    } catch (geostance::read_error const& e) {
        return e.what();
    }
    return "none";
}

} // namespace

TEST_CASE("events: a row of GDELT 2.0 is read as it stands") {
    int count = 0;
    io::for_each_event(io::input::text(row({})), io::event_format::gdelt_2, [&](io::event const& e) {
        ++count;
        CHECK(e.id == "1");
        CHECK(e.day == std::chrono::sys_days(2024y / 3 / 28));
        CHECK(e.source.code == "RUSGOV");
        CHECK(e.source.country == "RUS");
        CHECK(e.target.code == "USA");
        CHECK(e.code == "129");
        CHECK(e.value == -5.0);
        CHECK(e.quad == io::quad_class::verbal_conflict);
        CHECK(e.mentions == 4);
        CHECK(e.sources == 2);
        CHECK(e.articles == 3);
        CHECK(e.added == std::chrono::sys_days(2024y / 3 / 29));
        CHECK(e.publication == "https://example.org/1");
    });
    CHECK(count == 1);
}

TEST_CASE("events: GDELT 1.0 has 58 columns, or 57 without an address") {
    std::string addresses;
    auto const report = io::for_each_event(io::input::text(row({}, 58) + row({}, 57)), io::event_format::gdelt_1,
                                           [&](io::event const& e) { (addresses += e.publication) += ';'; });
    CHECK(report.rows == 2);
    CHECK(addresses == "https://example.org/1;;");
}

TEST_CASE("events: the columns of one version are not those of the other") {
    CHECK(problem(row({}, 58)) == "events:1: got '58 columns', expected 61 columns; "
                                  "58 are those of GDELT 1.0, event_format::gdelt_1");
    CHECK(problem(row({}), io::event_format::gdelt_1) == "events:1: got '61 columns', expected 58 or 57 columns; "
                                                         "61 are those of GDELT 2.0, event_format::gdelt_2");
    CHECK(problem(event_rows::joined(std::vector<std::string>(16, "1"))).ends_with("mentions, which are no events"));
    CHECK(problem(event_rows::joined(std::vector<std::string>(60, "1"))) ==
          "events:1: got '60 columns', expected 61 columns");
    CHECK(problem("1,20240328,202403\n") ==
          "events:1: got '1 columns', expected 61 columns; its fields seem to be separated by commas");
    auto truncated = row({}) + row({});
    truncated.resize(truncated.size() - 60);
    CHECK(problem(truncated).starts_with("events:2: got '"));
}

TEST_CASE("events: a row of GDELT's headings is no event; headings in another order are followed") {
    for (bool const is_version_2 : {true, false}) {
        auto const format = is_version_2 ? io::event_format::gdelt_2 : io::event_format::gdelt_1;
        auto headings = io::detail::gdelt::names(is_version_2);
        auto const one = row({}, headings.size());
        auto const report = read(event_rows::joined(headings) + one, format);
        CHECK(report.rows == 1);
        CHECK(report.skipped == 0);
        headings[0] = "GlobalEventID"; // as the codebook has it
        CHECK(read(event_rows::joined(headings) + one, format).rows == 1);
        std::swap(headings[5], headings[15]);
        std::string target;
        io::for_each_event(io::input::text(one), format, [&](io::event const& e) { target = e.target.code; });
        io::for_each_event(io::input::text(event_rows::joined(headings) + one), format,
                           [&](io::event const& e) { CHECK(e.source.code == target); });
    }
}

TEST_CASE("events: ICEWS without a country says NA, None or NULL; quoted headings are read") {
    for (auto const* const missing : {"", "NA", "None", "NULL", "nan"}) {
        auto const text = event_rows::icews_headings + event_rows::icews_row("A", missing, "010", "0", "B", missing);
        io::for_each_event(io::input::text(text), io::event_format::icews, [](io::event const& e) {
            CHECK(e.source.country.empty());
            CHECK(e.target.country.empty());
        });
    }
    CHECK(problem("\"Event ID\"\t\"Event Date\"\n", io::event_format::icews).find("expected a column 'Intensity'") !=
          std::string::npos);
}

TEST_CASE("events: codes are texts, and a file that lost their leading zeros is refused") {
    std::string codes;
    auto const zero = row({.code = "010", .value = "0.0"});
    io::for_each_event(io::input::text(zero + row({.code = "10"})), io::event_format::gdelt_2,
                       [&](io::event const& e) { (codes += e.code) += ' '; });
    CHECK(codes == "010 10 ");
    auto lost = zero; // as a spreadsheet writes it: EventCode 10, EventRootCode 1
    lost.replace(lost.find("\t010\t"), 5, "\t10\t");
    lost.replace(lost.find("\t01\t"), 4, "\t1\t");
    CHECK(problem(lost).find("EventRootCode': got '1', expected the first two digits") != std::string::npos);
    auto const icews = [](std::string const& code, std::string const& value) {
        return event_rows::icews_headings + event_rows::icews_row("A", "X", code, value, "B", "Y");
    };
    CHECK(problem(icews("010", "0"), io::event_format::icews) == "none");
    CHECK(problem(icews("10", "-5"), io::event_format::icews) == "none");
    CHECK(problem(icews("13y", "-4"), io::event_format::icews) == "none");
    for (auto const* const code : {"10", "40"})
        CHECK(problem(icews(code, std::string(code) == "10" ? "0" : "1"), io::event_format::icews)
                  .find("field 'CAMEO Code'") != std::string::npos);
}

TEST_CASE("events: fields that are no days, numbers or classes are named with their place") {
    CHECK(problem(row({.day = "20230229"})) ==
          "events:1:3: field 'SQLDATE': got '20230229', expected a day as YYYYMMDD");
    CHECK(problem(row({.quad = "5"})).find("field 'QuadClass': got '5', expected a whole number from 1 to 4") !=
          std::string::npos);
    CHECK(problem(row({.value = "-11"})).find("field 'GoldsteinScale'") != std::string::npos);
    CHECK(problem(row({.value = "x"})).find("field 'GoldsteinScale'") != std::string::npos);
    auto bad_day = row({});
    bad_day.replace(bad_day.find("20240329101500"), 14, "20240329x01500");
    CHECK(problem(bad_day).find("field 'DATEADDED'") != std::string::npos);
    for (auto const* const mentions : {"", "-1", "1e3", "99999999999999999999"})
        CHECK(problem(row({.mentions = mentions})).find("field 'NumMentions'") != std::string::npos);
    CHECK(problem(row({.code = ""})).find("field 'EventCode'") != std::string::npos);
    CHECK(problem(row({.id = ""})).find("field 'GLOBALEVENTID'") != std::string::npos);
    CHECK(problem(row({.source = "\xFF"})).find("expected text in UTF-8") != std::string::npos);
}

TEST_CASE("events: what a short text was read as is remembered, and what it could not be read as is not") {
    std::string values;
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    std::string text;
    for (auto const* const value : {"-5.0", "x", "5", "x", "-5.0", "5.0", "", "5", "0000000005", "-11", "-11"})
        text += row({.value = value});
    auto const report = io::for_each_event(
        io::input::text(text), io::event_format::gdelt_2,
        [&](io::event const& e) { (values += e.value ? std::to_string(static_cast<int>(*e.value)) : "-") += ' '; },
        options);
    CHECK(values == "-5 5 -5 5 - 5 5 ");
    CHECK(report.skipped == 4);
}

TEST_CASE("events: what they are handed to is not copied, and keeps what it has seen") {
    struct counter {
        std::size_t seen = 0;
        counter() = default;
        counter(counter const&) = delete;
        void operator()(io::event const&) { ++seen; }
    } count;
    io::for_each_event(io::input::text(row({}) + row({})), io::event_format::gdelt_2, count);
    CHECK(count.seen == 2);
}

TEST_CASE("events: a missing Goldstein value is none, not zero") {
    io::for_each_event(io::input::text(row({.value = ""})), io::event_format::gdelt_2,
                       [](io::event const& e) { CHECK_FALSE(e.value.has_value()); });
}

TEST_CASE("events: ICEWS is read by its headings, quotes mean nothing, NA is missing") {
    using event_rows::icews_row;
    auto const text = event_rows::icews_headings + icews_row("Police (India)", "India", "173", "-5", "NA", "NA") +
                      icews_row("A", "X", "13y", "NA", "B", "Y");
    std::vector<std::string> seen;
    io::for_each_event(io::input::text(text), io::event_format::icews, [&](io::event const& e) {
        seen.push_back(std::string(e.source.name) + '|' + std::string(e.source.country) + '|' + std::string(e.code) +
                       '|' + std::string(e.target.name) + '|' + std::string(e.target.country) + '|' +
                       std::string(e.publication) + (e.value ? "|valued" : "|"));
    });
    CHECK(seen == std::vector<std::string>{"Police (India)|India|173|||A Paper|valued", "A|X|13y|B|Y|A Paper|"});
    CHECK(problem("Event ID\tEvent Date\n", io::event_format::icews) ==
          "events:1: got 'Event ID, Event Date', expected a column 'Intensity'");
    CHECK(problem("", io::event_format::icews) == "events: got 'nothing', expected a row of headings");
}

TEST_CASE("events: POLECAT has types and modes for codes") {
    std::string seen;
    auto const text = event_rows::polecat_headings +
                      "9\tACCUSE\tallege\t2024-03-28\t-3.5\tA. Name\tRUS\tB. Name\tUSA\tA Paper\t2024-03-29\n"
                      "9\tCONSULT\t\t2024-03-28\t2.5\tA. Name\tRUS\t\t\tA Paper\t\n";
    auto const report = io::for_each_event(io::input::text(text), io::event_format::polecat, [&](io::event const& e) {
        ((((seen += e.code) += ' ') += e.source.name) += '>') += e.target.country;
        seen += e.added ? "+;" : ";";
    });
    CHECK(report.rows == 2);
    CHECK(seen == "ACCUSE-allege A. Name>USA+;CONSULT A. Name>;");
}

TEST_CASE("events: None and NA in POLECAT are missing, and several countries are no country") {
    auto const polecat = [](std::string const& type, std::string const& mode, std::string const& source,
                            std::string const& target, std::string const& published) {
        return event_rows::polecat_headings + "9\t" + type + '\t' + mode + "\t2024-03-28\tNone\tA\t" + source +
               "\tNone\t" + target + "\tNone\t" + published + '\n';
    };
    auto const told = [&](std::string const& text) {
        std::string result;
        io::for_each_event(io::input::text(text), io::event_format::polecat, [&](io::event const& e) {
            CHECK(e.target.name.empty());
            CHECK(e.publication.empty());
            CHECK_FALSE(e.value);
            (((result += e.code) += ' ') += e.source.country) += '>';
            (((result += e.target.country) += '(') += e.target.countries) += e.added ? ")+" : ")";
        });
        return result;
    };
    CHECK(told(polecat("PROTEST", "None", "USA", "None", "None")) == "PROTEST USA>()");
    CHECK(told(polecat("PROTEST", "NA", "NA", "NAM", "NA")) == "PROTEST >NAM()");
    CHECK(told(polecat("PROTEST", "riot", "USA", "USA; GBR", "2024-03-29")) == "PROTEST-riot USA>(USA; GBR)+");
    CHECK(told(polecat("PROTEST", "", "USA;USA", "GBR; GBR; USA", "")) == "PROTEST USA>(GBR; GBR; USA)");
    CHECK(told(polecat("PROTEST", "", "None; None", "GBR;", "")) == "PROTEST >GBR()");
    CHECK(problem(polecat("None", "", "USA", "GBR", ""), io::event_format::polecat).find("a type of event") !=
          std::string::npos);
}

TEST_CASE("events: bad rows are skipped and counted by reason, or stop the reading") {
    auto const text = row({}) + row({.day = "0"}) + "x\n" + row({.day = "1"}) + row({});
    auto const report = read(text, io::event_format::gdelt_2);
    CHECK(report.rows == 2);
    CHECK(report.skipped == 3);
    CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"61 columns", 1}, {"SQLDATE: a day as YYYYMMDD", 2}});
    CHECK(report.problems.size() == 3);
    CHECK_THROWS_AS(read(text, io::event_format::gdelt_2, {}), geostance::read_error);
    CHECK_THROWS_AS(read(text, static_cast<io::event_format>(9)), geostance::invalid_value);
}

TEST_CASE("events: the real GDELT export has 2,116 rows, 366 between two known countries, and 542 repeats") {
    // awk -F'\t' '{n++} $8 != "" && $18 != "" && $8 != $18 {u++} s[$6 FS $16 FS $27 FS $2]++ {r++} END {print n, u, r}'
    auto const folder = data_folder();
    if (!folder) return;
    std::uint64_t usable = 0;
    std::uint64_t wrong_values = 0;
    std::set<std::tuple<std::string, std::string, std::string, std::chrono::sys_days>> distinct;
    auto const report = io::for_each_event(io::input::file(*folder + "/events/gdelt-20151027220000.tsv"),
                                           io::event_format::gdelt_2, [&](io::event const& e) {
                                               if (!e.source.country.empty() && !e.target.country.empty() &&
                                                   e.source.country != e.target.country)
                                                   ++usable;
                                               auto const found = io::find_cameo(e.code);
                                               if (!found || found->goldstein != e.value || found->quad != e.quad)
                                                   ++wrong_values;
                                               distinct.emplace(e.source.code, e.target.code, e.code, e.day);
                                           });
    CHECK(report.rows == 2116);
    CHECK(report.skipped == 0);
    CHECK(usable == 366);
    CHECK(report.rows - distinct.size() == 542);
    CHECK(wrong_values == 0); // the table has what every row says
}

TEST_CASE("events: the real ICEWS sample has 3,705 rows, 1,741 of them between two known countries") {
    // awk -F'\t' 'NR > 1 {n++} NR > 1 && $5 != "NA" && $11 != "NA" && $5 != $11 {u++} END {print n, u}'
    auto const folder = data_folder();
    if (!folder) return;
    std::uint64_t usable = 0;
    auto const report = io::for_each_event(
        io::input::file(*folder + "/events/icews-2018-sample.tab"), io::event_format::icews, [&](io::event const& e) {
            if (!e.source.country.empty() && !e.target.country.empty() && e.source.country != e.target.country)
                ++usable;
        });
    CHECK(report.rows == 3705);
    CHECK(report.skipped == 0);
    CHECK(usable == 1741);
}

namespace {

/// Day, sides with countries, code and value of each event of a text.
std::string events_of(std::string const& text, io::event_format format) {
    std::string all;
    io::for_each_event(io::input::text(text), format, [&](io::event const& e) {
        all += gs::to_string(gs::date(e.day)) + ' ' + std::string(e.source.name) + '(' + std::string(e.source.country) +
               ") " + std::string(e.code) + ' ' + std::string(e.target.name) + '(' + std::string(e.target.country) +
               ")\n";
    });
    return all;
}

std::string const icews_columns = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity"
                                  "\tTarget Name\tTarget Country\tPublisher\n";

} // namespace

TEST_CASE("events: GDELT as CSV with headings is read by them, quotes and further columns and all") {
    auto const text =
        "\xEF\xBB\xBFSQLDATE,GLOBALEVENTID,Actor1Name,Actor1Code,Actor1CountryCode,Actor2Code,Actor2Name,"
        "Actor2CountryCode,EventRootCode,EventCode,QuadClass,GoldsteinScale,NumMentions,NumSources,"
        "NumArticles,Place,DATEADDED,SOURCEURL\r\n20240328,7,\"ONE, THE\",ONEGOV,ONE,TWO,TWO,TWO,04,043,1,"
        "2.8,5,1,5,\"A, B\",20240329000000,http://example.org\r\n";
    CHECK(events_of(text, io::event_format::gdelt_2) == "2024-03-28 ONE, THE(ONE) 043 TWO(TWO)\n");
}

TEST_CASE("events: nan of pandas is a missing cell, never an actor") {
    std::vector<std::string> fields(61, "nan");
    for (auto const& [at, value] : std::vector<std::pair<std::size_t, std::string>>{{0, "1"},
                                                                                    {1, "20240328"},
                                                                                    {15, "GOV"},
                                                                                    {16, "PRESIDENT"},
                                                                                    {26, "043"},
                                                                                    {28, "04"},
                                                                                    {29, "1"},
                                                                                    {59, "20240328000000"}})
        fields[at] = value;
    io::for_each_event(io::input::text(event_rows::joined(fields)), io::event_format::gdelt_2, [](io::event const& e) {
        CHECK(e.source.code.empty());
        CHECK(e.source.country.empty());
        CHECK(e.target.code == "GOV");
        CHECK_FALSE(e.value);
        CHECK_FALSE(e.mentions);
        CHECK(e.publication.empty());
    });
}

TEST_CASE("events: ICEWS of 2017 has days as M/D/YYYY, quotes around some fields, and texts without codes") {
    CHECK(events_of(icews_columns + "1\t12/31/2017\t\"Bank of X, Inc.\"\tX\tMake statement\t010\t0\tB\tY\tP\n",
                    io::event_format::icews) == "2017-12-31 Bank of X, Inc.(X) 010 B(Y)\n");
    auto const text =
        std::string("Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tIntensity\tTarget Name\t"
                    "Target Country\tPublisher\n1\t2017-01-02\tA\tX\tMake statement\t0\tB\tY\tP\n"
                    "2\t2017-01-02\tA\tX\tWave at\t1\tB\tY\tP\n");
    CHECK(events_of(text, io::event_format::icews) == "2017-01-02 A(X) 010 B(Y)\n2017-01-02 A(X) Wave at B(Y)\n");
    auto const report = io::for_each_event(io::input::text(text), io::event_format::icews, [](io::event const&) {});
    CHECK(report.warnings.reasons ==
          std::map<std::string, std::uint64_t>{{"no code: that of the event's text", 1},
                                               {"no code: the event's text stands for it", 1}});
}

TEST_CASE("events: POLECAT is read by headings, as CSV too, and a ledger needs no day of publication") {
    for (char const separator : {'\t', ','}) {
        std::string text =
            "Headline\tEvent Date\tEvent ID\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\t"
            "Recipient Name\tRecipient Country\tSource\tPublication Date\nh\t2023-01-02\t1\tACCUSE\t"
            "allege\t-2\tA\tX\tB\tY\tW\t2023-01-02 10:00:00\n";
        std::replace(text.begin(), text.end(), '\t', separator);
        CHECK(events_of(text, io::event_format::polecat) == "2023-01-02 A(X) ACCUSE-allege B(Y)\n");
        text.replace(text.find("2023-01-02 10:00:00"), 19, "soon");
        io::ledger counted;
        CHECK(io::read_events(counted, io::input::text(text), io::event_format::polecat).rows == 1);
        CHECK(counted.reports() == 1);
    }
}

TEST_CASE("events: UCDP and ACLED tell acts of violence, which have a code and no value") {
    CHECK(events_of("event_id_cnty,country,event_date,event_type,sub_event_type,actor1,actor2\n"
                    "X1,Freedonia,01 January 2024,Battles,Armed clash,\"Forces, armed\",FLF\n",
                    io::event_format::acled) == "2024-01-01 Forces, armed() Battles-Armed clash FLF()\n");
    auto const text = "side_b,side_a,id,year,type_of_violence,date_start,date_end\n"
                      "FLF,Government of Freedonia,7,2024,1,2024-01-01 00:00:00.000,2024-01-02 00:00:00.000\n";
    CHECK(events_of(text, io::event_format::ucdp) == "2024-01-01 Government of Freedonia() 1 FLF()\n");
    io::for_each_event(io::input::text(text), io::event_format::ucdp, [](io::event const& e) { CHECK_FALSE(e.value); });
    // with semicolons
    CHECK(events_of("event_id_cnty;event_date;event_type;actor1;actor2;notes\nX1;2024-01-01;Riots;A;B;\"a; b, c\"\n",
                    io::event_format::acled) == "2024-01-01 A() Riots B()\n");
    std::optional<std::chrono::sys_days> last_day;
    io::for_each_event(io::input::text(text), io::event_format::ucdp,
                       [&](io::event const& e) { last_day = e.last_day; });
    CHECK(last_day == std::chrono::sys_days(std::chrono::year(2024) / 1 / 2));
    CHECK(problem("id,type_of_violence,side_a,side_b,date_start,date_end\n1,1,A,B,2024-01-02,2024-01-01\n",
                  io::event_format::ucdp)
              .find("not before the first") != std::string::npos);
    gs::stance_graph g;
    static_cast<void>(io::add_events(g, io::input::text(text), io::event_format::ucdp));
    auto const r = g.relation_at(0);
    CHECK(g.annotation(r).valid ==
          gs::period{gs::date(std::chrono::year(2024) / 1 / 1), gs::date(std::chrono::year(2024) / 1 / 2)});
    CHECK_FALSE(g.get_if<gs::acts_toward>(r)->value); // an act, and no stance
    // line ends inside quotes would be no text of a ledger
    CHECK(problem("event_id_cnty,event_date,event_type,actor1,actor2\n1,2024-01-01,Battles,\"A\nb\",C\n",
                  io::event_format::acled)
              .find("without tabs and line ends") != std::string::npos);
}
