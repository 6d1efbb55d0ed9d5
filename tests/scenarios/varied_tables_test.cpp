// SPDX-License-Identifier: BSL-1.0
// What a table says depends neither on the order of its columns nor on further ones, line ends, a byte-order mark or
// the name of its file.
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/io/read_signed.hpp>

#include "scenarios/table_variants.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace varied_tables { // its readers have the names of what they read, as others compiled with them do

namespace {

void put(std::ostream& out, gs::period const& p) { out << to_string(p.from) << ".." << to_string(p.to) << '\n'; }
void put(std::ostream& out, io::listed_states const& states) {
    for (auto const& s : states) out << to_string(s.id) << ' ' << s.name << '\n';
}
/// The report without places.
void put(std::ostream& out, io::read_report const& report) { out << summary(report); }

std::string network(io::input in) {
    std::ostringstream out;
    auto const [read, report] = io::read_signed_network(std::move(in));
    for (auto const& t : ties_of(read)) out << read.names[t.from] << ' ' << read.names[t.to] << ' ' << t.weight << '\n';
    out << read.arcs.size() << '\n' << report.rows;
    return out.str();
}
std::string votes_with(io::input in, io::read_votes_options const& options) {
    std::ostringstream out;
    auto const [table, report] = io::read_votes(std::move(in), options);
    for (auto const& c : table.roll_calls) out << c.id << ' ' << to_string(c.day) << ' ' << c.resolution << '\n';
    put(out, table.voters);
    for (auto const& v : table.votes) out << v.roll_call << ' ' << v.voter << ' ' << to_string(v.vote) << '\n';
    put(out, report);
    return out.str();
}
std::string votes(io::input in) { return votes_with(std::move(in), {}); }
std::string alliances(io::input in) {
    std::ostringstream out;
    auto const [table, report] = io::read_alliances(std::move(in));
    put(out, table.states);
    for (auto const& r : table.records) {
        out << r.pledges.defense << r.pledges.offense << r.pledges.neutrality << r.pledges.nonaggression
            << r.pledges.consultation << ' ';
        put(out, r.valid);
    }
    put(out, report);
    return out.str();
}
std::string disputes(io::input in) {
    std::ostringstream out;
    auto const [table, report] = io::read_disputes(std::move(in));
    put(out, table.states);
    for (auto const& p : table.participants) {
        out << p.dispute << ' ' << p.state << ' ' << p.side_a << p.fatality.value_or(-1) << ' ';
        put(out, p.valid);
    }
    for (auto const& d : table.dyads) {
        out << d.dispute << ' ' << d.a << ' ' << d.b << ' ';
        put(out, d.valid);
    }
    put(out, report);
    return out.str();
}
template <io::event_format format>
std::string events(io::input in) {
    std::ostringstream out;
    auto const report = io::for_each_event(std::move(in), format, [&](io::event const& e) {
        out << e.id << ' ' << to_string(gs::date(e.day)) << ' ' << e.source.name << ' ' << e.source.country << ' '
            << e.code << ' ' << e.target.name << ' ' << e.target.country << ' ' << e.value.value_or(99) << '\n';
    });
    put(out, report);
    return out.str();
}

/// Checks that all variants are read alike.
/// @return what is read
template <class Read>
std::string same(Read read, std::string_view text, char separator = ',', char quote = '"') {
    std::string first;
    for (auto const& variant : table_variants::of(text, separator, quote)) {
        CAPTURE(variant);
        auto found = read(io::input::text(variant, first.empty() ? "table.csv" : "another name.txt"));
        if (first.empty()) first = found;
        CHECK(found == first);
    }
    CHECK_FALSE(first.empty());
    return first;
}

bool has(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

} // namespace

TEST_CASE("varied: the variants are what they should be") {
    auto const all = table_variants::of("a,b\n1,\"2,\n3\"\n");
    CHECK(all.size() == 11);
    CHECK(all[1] == "a,b\r\n1,\"2,\n3\"\r\n");
    CHECK(all[10] == "\xEF\xBB\xBF"
                     "b,a,remarks\n\"2,\n3\",1,none so far\n");
}

TEST_CASE("varied: signed lists with headings") {
    CHECK(has(same(network, "Source,Target,Id,Weight\nd,e,17,-1\ne,f,18,1\nd,f,19,-2.5\n"), "d f -2.5"));
    CHECK(has(same(network, "Source,Target,Type,Weight,Label\nx,y,Undirected,0.75,\ny,z,Undirected,-0.5,\n"),
              "y z -0.5"));
    CHECK(has(same(network, "node1\tnode2\tsign\nu\tv\tnegative\nv\tw\tpositive\n", '\t'), "u v -1"));
    CHECK(has(same(network, "from,to,rating\n7,8,-10\n8,9,4\n"), "7 8 -10"));
}

TEST_CASE("varied: votes in each layout") {
    CHECK(
        has(same(votes, "rcid,ccode,session,vote,year\n3,2,1,1,1946\n3,20,1,3,1946\n4,2.0,1,8,1946\n"), "1 0 absent"));
    CHECK(has(same(votes, "rcid,country,country_code,vote\n3,\"Korea, Rep.\",KR,yes\n3,Kosovo,XK,no\n4,Kosovo,NA,no\n"),
              "name:Kosovo"));
    CHECK(has(same(votes, "undl_id,ms_code,ms_name,ms_vote,date,resolution,draft\n"
                          "91,CIV,\"CÔTE D'IVOIRE\",Y,2023-12-12,A/RES/9,\n91,,BAHAMAS,,2023-12-12,A/RES/9,\n"),
              "2023-12-12 A/RES/9"));
    auto const parliament = [](io::input in) {
        return votes_with(std::move(in), {.headings = {.vote = "position", .call = "vote_id", .voter = "member_id"},
                                          .words = {{"FOR", gs::ballot::yes}, {"AWAY", gs::ballot::absent}}});
    };
    CHECK(has(same(parliament, "vote_id,member_id,country_code,position\n75,1,DE,FOR\n75,2,FR,AWAY\n"), "0 1 absent"));
}

TEST_CASE("varied: alliances") {
    CHECK(has(same(alliances, "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,"
                              "nonagg,consul\n5,2,1915,1,3,1917,2,8,1,1,0,0,0,1\n5,200,1915,1,3,0,0,0,1,1,0,0,0,1\n"),
              "1915-01-03..1917-02-08"));
    CHECK(has(same(alliances, "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
                              "2,20,1941,1,0,0,0,1\n20,2,1941,1,0,0,0,1\n"),
              "10001 1941"));
    CHECK(
        has(same(alliances, "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
                            "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
                            "nonaggression,entente,version\n1,2,\"United States\",200,\"United Kingdom\",4,4,1950.0,,,,"
                            "0,1,1,0,0,0,4.1\n1,200,\"United Kingdom\",2,\"United States\",4,4,1950.0,,,,0,1,1,0,0,0,"
                            "4.1\n"),
            "1950-04-04"));
}

TEST_CASE("varied: disputes and conflicts") {
    CHECK(has(same(disputes, "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,"
                             "revtype2,fatality,fatalpre,hiact,hostlev,orig,version\n"
                             "1,\"USA\",2,-9,7,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5\n"
                             "1,\"UKG\",200,-9,7,1902,24,1,1903,0,0,-9,-9,-9,-9,0,1,1,5\n"),
              "1 1 0-1 1902-07..1903-01-24"));
    CHECK(has(same(disputes, "disno,statea,stateb,namea,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,hihosta,"
                             "hihostb\n7,2,365,USA,RUS,14,10,1962,28,10,1962,3,3\n"),
              "1962-10-14..1962-10-28"));
    CHECK(
        has(same(disputes, "year,conflict_id,dyad_id,side_a,side_a_id,side_b,side_b_id,intensity_level,gwno_a,gwno_b\n"
                           "2011,200,400,Government of Kenya,1,FLF,2,1,501,\n"),
            "FLF"));
    for (auto const& incidents : table_variants::of("dispnum,incidnum,stabb,ccode,stday,stmon,styear,endday,endmon,"
                                                    "endyear,insidea,sidea,fatality,action,hostlev\n"
                                                    "3,31,\"USA\",2,16,7,1992,16,7,1992,1,1,0,7,3\n"))
        CHECK_THROWS_WITH_AS(static_cast<void>(io::read_disputes(io::input::text(incidents))),
                             doctest::Contains("a file of incidents"), gs::read_error);
}

TEST_CASE("varied: events with headings, with commas and with tabs") {
    std::string gdelt;
    for (auto const& name : io::detail::gdelt::names(true)) (gdelt += name) += ',';
    gdelt.back() = '\n';
    std::vector<std::string> fields(61);
    io::detail::gdelt::places const at;
    fields[at.id] = "7";
    fields[at.day] = "20240328";
    fields[at.source_name] = "\"RUSSIA, THE\"";
    fields[at.source_country] = "RUS";
    fields[at.target_country] = "nan";
    fields[at.event_code] = "010";
    fields[at.root_code] = "01";
    fields[at.quad] = "1";
    fields[at.mentions] = fields[at.sources] = fields[at.articles] = "4";
    fields[59] = "20240329101500";
    for (auto const& f : fields) (gdelt += f) += ',';
    gdelt.back() = '\n';
    CHECK(has(same(events<io::event_format::gdelt_2>, gdelt), "7 2024-03-28 RUSSIA, THE RUS 010"));
    CHECK(has(same(events<io::event_format::icews>,
                   "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tIntensity\tTarget Name\tTarget "
                   "Country\tPublisher\n1\t1/2/2017\t\"A (X)\"\tX\tMake statement\t0\tB\tNone\tP\n",
                   '\t', '\0'),
              "1 2017-01-02 A (X) X 010 B"));
    for (char const separator : {'\t', ','}) {
        std::string text =
            "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tRecipient "
            "Name\tRecipient Country\tSource\tPublication Date\n1\t2023-01-02\tACCUSE\tallege\t-2\tA\tX\t"
            "B\tY\tW\t2023-01-02\n";
        std::replace(text.begin(), text.end(), '\t', separator);
        CHECK(has(same(events<io::event_format::polecat>, text, separator), "A X ACCUSE-allege B Y -2"));
    }
    CHECK(
        has(same(events<io::event_format::acled>,
                 "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country\nF1,01 January 2024,Battles,"
                 "Armed clash,\"Forces, armed\",FLF,Freedonia\n"),
            "Forces, armed"));
    CHECK(has(same(events<io::event_format::ucdp>, "id,year,type_of_violence,side_a,side_b,date_start,date_end\n"
                                                   "7,2024,1,Government,FLF,2024-01-01,2024-01-02\n"),
              "Government  1 FLF"));
}

TEST_CASE("varied: formats without headings, with other line ends, a byte-order mark and another name") {
    for (std::string const text :
         {"% asym signed\n% 3 3 3\n1 2 -1 1108340400\n2 3 1 1108340401\n",
          ",A,B,C\nA,1,-0.4,0.3\nB,-0.4,1,0.2\nC,0.3,0.2,1\n", "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2 -1\n",
          "dl n=2 format=edgelist1\nlabels:\na,b\ndata:\n1 2 -3\n", "3 2\n1 2 -1\n2 3 1\n",
          "<?xml version=\"1.0\"?>\n<graphml>\n<key id=\"s\" for=\"edge\" attr.name=\"sign\" "
          "attr.type=\"int\"/>\n<graph "
          "edgedefault=\"undirected\">\n<node id=\"a\"/><node id=\"b\"/>\n<edge source=\"a\" target=\"b\"><data "
          "key=\"s\">-1</data></edge>\n</graph>\n</graphml>\n"}) {
        CAPTURE(text);
        auto const first = network(io::input::text(text, "one"));
        auto const with_returns = table_variants::text_of(table_variants::rows_of(text, '\0', '\0'), '\0', "\r\n");
        CHECK(network(io::input::text(with_returns, "two")) == first);
        CHECK(network(io::input::text("\xEF\xBB\xBF" + text, "three")) == first);
    }
}

} // namespace varied_tables
