// SPDX-License-Identifier: BSL-1.0
#include "ties_text.hpp"

#include <geostance/detail/number_text.hpp>
#include <geostance/io/read_signed.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace io = geostance::io;
using io::signed_format;

namespace {

io::read_result<io::signed_network> read_all(std::string const& text, signed_format format, bool skips = false) {
    io::signed_read_options options;
    if (skips) options.rows.bad_rows = io::bad_rows::skip_and_report;
    return io::read_signed_network(io::input::text(text), format, options);
}
io::signed_network read(std::string const& text, signed_format format, bool skips = false) {
    return read_all(text, format, skips).value;
}

std::string problem(std::string const& text, signed_format format) {
    try {
        (void)read(text, format);
    } catch (geostance::read_error const& e) {
        return e.what();
    }
    return "none";
}

struct sizes {
    std::size_t vertices, ties, positive, negative;
    friend bool operator==(sizes const&, sizes const&) = default;
};

sizes sizes_of(io::signed_network const& network) {
    sizes s{network.names.size(), 0, 0, 0};
    for (auto const& t : ties_of(network)) {
        ++s.ties;
        ++(t.weight > 0 ? s.positive : s.negative);
    }
    return s;
}

} // namespace

TEST_CASE("signed lists: SNAP's have comments, directions, signs or weights") {
    CHECK(ties(read("# Directed\n# FromNodeId\tToNodeId\tSign\n0\t1\t-1\n1 0 1\n0\t1\t-1\n2\t2\t-10\r\n",
                    signed_format::snap)) == "0>1-1 1>0+1 0>1-1 2>2-10 ");
}

TEST_CASE("signed lists: CSV comes with or without byte-order mark, headings and a fourth column") {
    for (auto const* const mark : {"", "\xEF\xBB\xBF"}) {
        CHECK(ties(read(std::string(mark) + "b,a,1\r\na,b,-1\r\n", signed_format::csv)) == "b-a+1 a-b-1 ");
        CHECK(ties(read(std::string(mark) + "u,v,sign\na,b,0.5\n", signed_format::csv)) == "a-b+0.5 ");
    }
    CHECK(ties(read("6,2,4,1289241911.72836\n", signed_format::csv)) == "6-2+4 ");
    CHECK(ties(read("\"a,b\",c,+\nc,d,-\nd,e,+3\ne,f,0\n", signed_format::csv)) == "a,b-c+1 c-d-1 d-e+3 e-f+0 ");
    CHECK(ties(read("u\tv\tsign\nAFG\tIRN\t1\n", signed_format::tsv)) == "AFG-IRN+1 ");
    io::signed_read_options directed;
    directed.directed = true;
    CHECK(ties(io::read_signed_network(io::input::text("a,b,1\n"), signed_format::csv, directed).value) == "a>b+1 ");
}

TEST_CASE("signed lists: a comment of a CSV stands before the first row, and behind it `#` is a letter") {
    CHECK(ties(read("# who,whom,sign\na,b,1\n#metoo,x,1\n", signed_format::csv)) == "a-b+1 #metoo-x+1 ");
    CHECK(ties(read("u\tv\tsign\n#metoo\tx\t-1\n", signed_format::tsv)) == "#metoo-x-1 ");
    CHECK(ties(read("1 2 1\n# note\n2 1 1\n", signed_format::snap)) == "1>2+1 2>1+1 ");
}

TEST_CASE("signed lists: blanks around names and signs are none of them") {
    CHECK(ties(read("a, b, 1\n b ,a,- \n\" a\",b,+\n", signed_format::csv)) == "a-b+1 b-a-1 a-b+1 ");
    CHECK(problem("a, ,1\n", signed_format::csv) == "text:1:3: field 'to': got ' ', expected a text that is not empty");
}

TEST_CASE("signed lists: a first row whose third field is a word has headings") {
    for (auto const* const word : {"sign", "Relation", " tie", "\"Sign of tie\"", "WEIGHT"})
        CHECK(ties(read(std::string("u,v,") + word + "\na,b,-1\n", signed_format::csv)) == "a-b-1 ");
}

TEST_CASE("signed lists: a dash in place of a minus is told in the first row too, which is no heading") {
    for (auto const* const dash : {"\xE2\x88\x92", "\xE2\x80\x93", "\xE2\x80\x94"})
        CHECK(problem(std::string("a,b,") + dash + "1\nb,c,1\n", signed_format::csv) ==
              std::string("text:1:5: field 'sign': got '") + dash + "1', expected a sign or a finite number");
}

TEST_CASE("signed lists: a stray quote costs its own row at most") {
    auto const csv = [](std::string const& row) {
        return read_all("a,b,1\n" + row + "c,d,1\ne,f,1\ng\",h,1\n", signed_format::csv, true);
    };
    CHECK(ties(csv("n\"5,n6,1\n").value) == "a-b+1 n\"5-n6+1 c-d+1 e-f+1 g\"-h+1 ");
    CHECK(csv("\"n5,n6,1\n").report.skipped == 1); // closed by the quote of the last row: told, and not a name
    CHECK(ties(csv("n5,\"n6,1\n\"x\",y,1\n").value) == "a-b+1 x-y+1 c-d+1 e-f+1 g\"-h+1 ");
}

TEST_CASE("signed lists: .signed-graph has 0 for equal and 1 for unequal") {
    CHECK(ties(read("  1   2  1\n  1   3  0\n", signed_format::signed_graph)) == "1-2-1 1-3+1 ");
    CHECK(problem("1 2 -1\n", signed_format::signed_graph) ==
          "text:1:5: field 'sign': got '-1', expected a whole number from 0 to 1");
}

TEST_CASE("signed lists: bad rows are told with their place, and add nothing") {
    CHECK(problem("a,b\n", signed_format::csv) == "text:1: got '2 columns', expected 3 or 4 columns");
    CHECK(problem("a,b,1\na,b,x\n", signed_format::csv) ==
          "text:2:5: field 'sign': got 'x', expected a sign or a finite number");
    CHECK(problem("a,,1\n", signed_format::csv) == "text:1:3: field 'to': got '', expected a text that is not empty");
    for (auto const* const weight : {"nan", "inf", "1e999", "++1", "+-1", "1,5,6", "", "0x1", "1 2", "NA"})
        CHECK(problem("a,b," + std::string(weight) + "\n", signed_format::csv) != "none");
    auto const [network, report] = read_all("a,b,1\nc,d,x\na,,1\nsign,weight,sign\nb,a,-1\n", signed_format::csv, true);
    CHECK(ties(network) == "a-b+1 b-a-1 ");
    CHECK(network.names == std::vector<std::string>{"a", "b"});
    CHECK(report.rows == 2);
    CHECK(report.skipped == 3);
    CHECK(read("", signed_format::csv).names.empty());
    CHECK_THROWS_AS((void)read("", static_cast<signed_format>(99)), geostance::invalid_value);
}

TEST_CASE("Pajek: signs are kept in every section") {
    auto const text = "% a comment\n*Network \"with signs\"\n*Vertices 4\n1 \"A one\" 0.1 0.2 0.3\n2 B ic Red\n*Arcs\n"
                      "1 2 -1\n2 1 0.5 c Blue\n*edges :1 \"first\"\n3 4 -2 [5-*]\n1: 1 4\n*Arcslist\n1 -2 3\n"
                      "*Edgeslist\n4 -1 -2\n";
    CHECK(ties(read(text, signed_format::pajek)) == "A one>B-1 B>A one+0.5 A one>B-1 A one>3+1 3-4-2 A one-4+1 "
                                                    "4-A one-1 4-B-1 ");
    CHECK(ties(read("*vertices 2\n*MATRIX\n0 -1\n2.5 0\n", signed_format::pajek)) == "1>2-1 2>1+2.5 ");
    CHECK(ties(read("*Vertices 3 1\n*Matrix\n-1 2\n", signed_format::pajek)) == "1-2-1 1-3+2 ");
    CHECK(ties(read("*Vertices 2\n*Arcs\n1 2 l \"label\"\n", signed_format::pajek)) == "1>2+1 ");
    CHECK(read("*Vertices 2\n", signed_format::pajek).names == std::vector<std::string>{"1", "2"});
}

TEST_CASE("Pajek: what is wrong is told, and costs its line only") {
    auto const wrong = [](std::string const& lines) { return problem(lines, signed_format::pajek); };
    CHECK(wrong("1 2\n").find("a section before it") != std::string::npos);
    CHECK(wrong("*Arcs\n").find("*Vertices before it") != std::string::npos);
    CHECK(wrong("*Wrong x\n").find("a section of a network") != std::string::npos);
    CHECK(wrong("*Vertices\n").find("a whole number from 0 to") != std::string::npos);
    CHECK(wrong("*Vertices 99999999999\n").find("from 0 to 1048576") != std::string::npos);
    CHECK(wrong("*Vertices 1\n*Vertices 1\n").find("one network") != std::string::npos);
    std::string const two = "*Vertices 2\n";
    CHECK(wrong(two + "3 a\n") == "text:2:1: field 'vertex': got '3', expected a whole number from 1 to 2");
    CHECK(wrong(two + "1 a\n1 b\n").find("each vertex once") != std::string::npos);
    CHECK(wrong(two + "1 \"a\n").find("a closing quote") != std::string::npos);
    CHECK(wrong(two + "*Arcs\n0 1\n").find("from 1 to 2") != std::string::npos);
    CHECK(wrong(two + "*Arcs\n1\n").find("from 1 to 2") != std::string::npos);
    for (auto const* const weight : {"nan", "inf", "1e999", "1x", "-"})
        CHECK(wrong(two + "*Arcs\n1 2 " + weight + "\n").find("a finite number") != std::string::npos);
    CHECK(wrong(two + "*Arcslist\n1 0\n").find("the number of a vertex") != std::string::npos);
    CHECK(wrong(two + "*Arcslist\n-1 2\n").find("from 1 to 2") != std::string::npos);
    CHECK(wrong(two + "*Edgeslist\n1 -3\n").find("from -2 to 2") != std::string::npos);
    CHECK(wrong(two + "*Matrix\n1\n").find("2 finite numbers") != std::string::npos);
    CHECK(wrong(two + "*Matrix\n1 2 3\n").find("2 finite numbers") != std::string::npos);
    CHECK(wrong(two + "*Matrix\n1 2\n1 2\n1 2\n").find("2 rows") != std::string::npos);
    CHECK(wrong(two + "*Matrix\n1 2\n*Matrix\n").find("one *Matrix") != std::string::npos);
    CHECK(wrong(two + "*Arcs\n1 2 x1 c Red\n1 2 -\n") == "text:4:5: field 'weight': got '-', expected a finite number");
    CHECK(wrong(two + "*Arcslist\n1 2  0\n") == "text:3:6: field 'vertex': got '0', expected the number of a vertex");
    CHECK(wrong(two + "*Arcs\n1\n") == "text:3:2: field 'vertex': got '', expected a whole number from 1 to 2");
    CHECK(wrong(two + "*Matrix\n1 2\n") == "text:2: field 'matrix': got '1 rows', expected 2 rows");
    CHECK(wrong(two + "*Matrix\n") == "text:2: field 'matrix': got '0 rows', expected 2 rows");
    CHECK(wrong("*Vertices 0\n*Matrix\n") == "none");
    auto const cut = read_all(two + "*Matrix\n1 2\n", signed_format::pajek, true);
    CHECK(ties(cut.value) == "1>1+1 1>2+2 ");
    CHECK(cut.report.reasons == std::map<std::string, std::uint64_t>{{"matrix: 2 rows", 1}});
    auto const [network, report] =
        read_all(two + "*Arcslist\n1 2 -2 7\n2 -1\n*Matrix\n1 x\n0 1\n*Wrong\n1 2\n*Edges\n1 2 -1\n",
                 signed_format::pajek, true);
    CHECK(ties(network) == "2>1-1 2>2+1 1-2-1 ");
    CHECK(report.skipped == 4);
}

TEST_CASE("signed networks: they become graphs, and what is merged on the way is told") {
    auto network = read("*Vertices 3\n*Arcs\n1 2 1\n2 1 -1\n1 2 1\n*Edges\n2 3 -1\n3 3 -1\n", signed_format::pajek);
    auto const undirected = to_undirected(network);
    CHECK(num_vertices(undirected) == 3);
    CHECK(num_edges(undirected) == 5);
    CHECK(get(boost::vertex_name, undirected, 2) == "3");
    auto const directed = to_directed(network);
    CHECK(num_edges(directed) == 7);
    CHECK(out_degree(2, directed) == 3);
    auto const signed_graph = to_signed_graph(network);
    CHECK(signed_graph.num_ties() == 2);
    CHECK(signed_graph.report().edges == 5);
    CHECK(signed_graph.report().merged_edges == 2);
    CHECK(signed_graph.report().self_loops == 1);
    CHECK(signed_graph.report().opposed_pairs == 1);
}

TEST_CASE("signed networks: the real files have the vertices and ties that awk counts") {
    // sed 's/^\xEF\xBB\xBF//; s/\r$//' F.csv | awk -F, '{n++; v[$1]; v[$2]; $3 > 0 ? p++ : m++}
    //                                                   END {print length(v), n, p, m}'
    auto const* const folder = std::getenv("GEOSTANCE_DATA");
    if (folder == nullptr || *folder == '\0') {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    auto const of = [&](std::string const& name, signed_format format) {
        auto const [network, report] = io::read_signed_network(io::input::file(folder + ("/networks/" + name)), format);
        CHECK(report.skipped == 0);
        CHECK(report.rows == network.arcs.size() + network.edges.size());
        return sizes_of(network);
    };
    CHECK(of("highlandtribes.csv", signed_format::csv) == sizes{16, 58, 29, 29});
    CHECK(of("cloister.csv", signed_format::csv) == sizes{18, 125, 56, 69});
    CHECK(of("congress.csv", signed_format::csv) == sizes{219, 521, 414, 107});
    CHECK(of("wikielections.csv", signed_format::csv) == sizes{7115, 100'693, 78'440, 22'253});
    CHECK(of("bitcoinotc.csv", signed_format::csv) == sizes{5881, 35'592, 32'029, 3563});
    // awk '{n++; v[$1]; v[$2]; $3 == 0 ? p++ : m++} END {print length(v), n, p, m}' F.signed-graph
    CHECK(of("egfr.signed-graph", signed_format::signed_graph) == sizes{329, 852, 540, 312});
    CHECK(of("yeast.signed-graph", signed_format::signed_graph) == sizes{690, 1080, 859, 221});
    // awk 'NR > 1 {n++; v[$1]; v[$2]; $3 > 0 ? p++ : m++} END {print length(v), n, p, m}' cow-YEAR.tsv
    CHECK(of("cow-1946.tsv", signed_format::tsv) == sizes{64, 362, 320, 42});
    CHECK(of("cow-1956.tsv", signed_format::tsv) == sizes{81, 508, 419, 89});
    CHECK(of("cow-1966.tsv", signed_format::tsv) == sizes{111, 607, 504, 103});
    CHECK(of("cow-1976.tsv", signed_format::tsv) == sizes{132, 968, 852, 116});
    CHECK(of("cow-1986.tsv", signed_format::tsv) == sizes{139, 1079, 989, 90});
    CHECK(of("cow-1996.tsv", signed_format::tsv) == sizes{151, 1247, 1100, 147});
}
