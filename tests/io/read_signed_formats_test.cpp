// SPDX-License-Identifier: BSL-1.0
#include "ties_text.hpp"

#include <geostance/detail/number_text.hpp>
#include <geostance/io/edge_list.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/io/read_signed.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace io = geostance::io;

namespace {

/// What is read of a text whose format is recognised, or the error.
std::string seen(std::string const& text, io::signed_read_options const& options = {}) {
    try {
        return ties(io::read_signed_network(io::input::text(text), options).value);
    } catch (geostance::read_error const& e) {
        return e.what();
    }
}

std::uint64_t warnings(std::string const& text, std::string const& reason) {
    auto const report = io::read_signed_network(io::input::text(text)).report;
    auto const found = report.warnings.reasons.find(reason);
    return found == report.warnings.reasons.end() ? 0 : found->second;
}

bool refuses(std::string const& text, std::string const& what) { return seen(text).find(what) != std::string::npos; }

} // namespace

TEST_CASE("signed lists: headings choose the columns, in any order and among others") {
    for (auto const* const text :
         {"Source,Target,Id,Weight\nx,y,7,-2\n", "Id,Weight,Target,Source\n7,-2,y,x\n",
          "\xEF\xBB\xBFnode2,note,sign,weight,node1\r\ny,old,-1,2,x\r\n", "from;to;rating\nx;y;-2\n",
          "FromNodeId\tToNodeId\tkind\tvalue\nx\ty\tstrong\t-2\n", "who,whom,polarity,score\nx,y,negative,2\n"})
        CHECK(seen(text) == "x-y-2 ");
    CHECK(seen("Source,Target,Type,Weight\nx,y,Directed,1\ny,x,Undirected,-1\n") == "x>y+1 y-x-1 ");
    CHECK(seen("person,other,sign\nx,y,-1\n") == "x-y-1 "); // of three columns, two are the ends
    for (auto const* const text : // pandas and R put the numbers of the rows before them, without a heading
         {",source,target,sign,weight\n0,x,y,-1,2\n", "\"\",\"from\",\"to\",\"weight\"\n\"1\",\"x\",\"y\",-2\n",
          "\tweight\tv\tu\n17\t-2\ty\tx\n"})
        CHECK(seen(text) == "x-y-2 ");
}

TEST_CASE("signed lists: without a column that is the sign, a list is refused") {
    CHECK(refuses("Source,Target,Id\na,b,7\n", "signed_read_options.sign"));
    CHECK(refuses("a1,a2,feeling\nx,y,1\n", "signed_read_options.sign"));
    CHECK(refuses("one,two,sign,more\nx,y,1,z\n", "signed_read_options.from"));
    CHECK(seen("one,two,more,feeling\nx,y,z,-1\n", {.from = "one", .to = "two", .sign = "Feeling"}) == "x-y-1 ");
    CHECK(seen("one,two,feeling\nx,y,1\n", {.sign = "mood"}).find("a column 'mood'") != std::string::npos);
    CHECK(refuses("from,to,sign,value\na,b,1,-3\n", "does not contradict the sign"));
}

TEST_CASE("signed lists: what write_edge_list writes comes back whole") {
    io::signed_network network{.names = {"a", "b, c", "d"}, .edges = {{0, 1, -3}, {1, 2, 0.25}}};
    auto const g = to_undirected(network);
    std::ostringstream out;
    io::write_edge_list(out, g, get(boost::vertex_name, g), get(boost::edge_weight, g));
    CHECK(seen(out.str()) == ties(network));
    CHECK(seen("from,to,relation,sign,value\na,b,stance,-1,-0.5\na,c,member_of,,\n") == "a-b-0.5 ");
    CHECK(warnings("from,to,relation,sign,value\na,c,member_of,,\n", "no sign: left out") == 1);
}

TEST_CASE("signed lists: words are signs, and no headings") {
    CHECK(seen("a\tb\tfriend\nb\tc\tfoe\n") == "a-b+1 b-c-1 ");
    CHECK(seen("a,b,Ally\nb,c,ENEMY\nc,d,neutral\n") == "a-b+1 b-c-1 c-d+0 ");
    CHECK(seen("node1,node2,sign\na,b,+\nb,c,-\n") == "a-b+1 b-c-1 ");
}

TEST_CASE("signed lists: a matrix with names is a matrix") {
    CHECK(seen(",A,B,C\nA,1,-0.4,0\nB,-0.4,1,0.2\nC,0,0.2,1\n") == "A-B-0.4 B-C+0.2 ");
    CHECK(seen(",A,B\nB,1,0\nA,0,-1\n") == "A>B-1 B>A+1 ");
    CHECK(seen("\"\";\"A\";\"B\"\n\"A\";NA;-1\n\"B\";0;NA\n") == "A>B-1 ");
    CHECK(refuses(",A,B\nA,1,2\nX,2,1\n", "a name of the first row"));
    CHECK(refuses(",A,B\nA,1,2\nA,2,1\n", "each name once"));
    CHECK(refuses(",A,B\nA,1\n", "3 columns"));
}

TEST_CASE("KONECT: its first comment says whether ties have directions; a time is left out, and said to be") {
    auto const text = "% asym signed\n% 2 3 3\n1 2 -1 1108340400\n2 3 1 1108340401\n";
    CHECK(seen(text) == "1>2-1 2>3+1 ");
    CHECK(warnings(text, "the fourth column, such as a time, is left out") == 2);
    CHECK(seen("% sym signed\n1\t2\t-1\n") == "1-2-1 ");
    CHECK(refuses("% bip signed\n1 1 -1\n", "two kinds"));
}

TEST_CASE("UCINET: full matrices and lists, with labels before or inside") {
    CHECK(seen("DL N=2\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nLABELS:\nX,Y\nDATA:\n0 -1\n-1 0\n") == "X-Y-1 ");
    CHECK(seen("dl n = 2\nformat = fullmatrix\ndata:\n0 -1 0.5 0\n") == "1>2-1 2>1+0.5 ");
    CHECK(seen("dl n=3 format=edgelist1\nlabels embedded\ndata:\nann bob -1\nbob cat 2\n") == "ann>bob-1 bob>cat+2 ");
    CHECK(seen("dl n=3\nformat=nodelist1\ndata:\n1 2 3\n") == "1>2+1 1>3+1 ");
    CHECK(refuses("dl nr=2 nc=3\ndata:\n1 2 3\n", "one matrix"));
    CHECK(refuses("dl n=2\nformat=upperhalf\ndata:\n1\n", "fullmatrix, edgelist1 or nodelist1"));
    CHECK(refuses("dl n=2\ndata:\n1 2 3\n", "4 cells"));
    CHECK(refuses("dl n=2\nformat=edgelist1\n", "DATA:"));
}

TEST_CASE("Maximum cut: what is written is read back with the signs it had") {
    io::signed_network network{.names = {"1", "2", "3"}, .edges = {{0, 1, -1}, {0, 2, 2}}};
    auto const g = to_undirected(network);
    std::ostringstream out;
    (void)io::write_max_cut(out, g, get(boost::edge_weight, g));
    CHECK(seen(out.str()) == ties(network));
    CHECK(refuses("3 3\n1 2 1\n", "3 rows, as announced"));
    CHECK(refuses("3 1\n1 4 1\n", "from 1 to 3"));
}

TEST_CASE("QUBO: couplings and single values become ties between spins") {
    // x0 + x1 - 2 x0 x1: 0 if the two agree, else 1, as the frustration of one tie of weight 1
    CHECK(seen("c agree\np qubo 0 2 2 1\n0 0 1\n1 1 1\n0 1 -2\n") == "0-1+1 ");
    CHECK(seen("p qubo 0 1 1 0\n0 0 -4\n") == "0-spin up+4 ");
    CHECK(refuses("p qubo 0 1 1 0\n0 1 -4\n", "from 0 to 0"));
}

TEST_CASE("PACE: edges are ties, and so is every other pair") {
    CHECK(seen("c clusters\np cep 3 1\n1 2\n") == "1-2+1 1-3-1 2-3-1 ");
    CHECK(refuses("p cep 3 1\n1 1\n", "another vertex"));
    CHECK(refuses("p cep 99999 1\n1 2\n", "from 0 to 8192"));
}

TEST_CASE("Pajek: relations stay apart, and the caller chooses") {
    auto const text = "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges :1 \"Likes\"\n1 2\n*Edges :2 \"Loathes\"\n1 3\n";
    CHECK(seen(text).find("2 relations: 1 'Likes', 2 'Loathes'") != std::string::npos);
    CHECK(seen(text, {.relations = {{"Likes", 1}}}) == "a-b+1 ");
    CHECK(seen(text, {.relations = {{"1", 1}, {"Loathes", -1}}}) == "a-b+1 a-c-1 ");
    CHECK(seen(text, {.relations = {{"Envies", 1}}}).find("a relation 'Envies'") != std::string::npos);
    CHECK(seen("*Vertices 2\n*Arcs\n1: 1 2 1\n2: 2 1 -1\n").find("2 relations: 1, 2") != std::string::npos);
}

TEST_CASE("Pajek: other sections of a project are left out, and said to be") {
    auto const text =
        "*Network n\n*Vertices 2\n*Edges\n1 2 -1\n*Partition p\n*Vertices 2\n1\n2\n*Vector v\n*Vertices 2\n0.5\n1\n";
    CHECK(seen(text) == "1-2-1 ");
    CHECK(warnings(text, "the section *Partition is left out") == 1);
    CHECK(warnings(text, "the section *Vector is left out") == 1);
}

TEST_CASE("GraphML: what networkx, igraph, yEd and Cytoscape write are signed networks") {
    std::string const begin = "<?xml version='1.0' encoding='utf-8'?>\n<graphml "
                              "xmlns=\"http://graphml.graphdrawing.org/xmlns\">";
    CHECK(seen(begin + "<key id=\"d0\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>"
                       "<graph edgedefault=\"undirected\"><node id=\"n1\"/><node id=\"n2\"/>"
                       "<edge source=\"n1\" target=\"n2\"><data key=\"d0\">-1</data></edge></graph></graphml>") ==
          "n1-n2-1 ");
    CHECK(seen(begin +
               "<key id=\"v_name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
               "<key id=\"e_sign\" for=\"edge\" attr.name=\"sign\" attr.type=\"double\"><default>1</default></key>"
               "<graph id=\"G\" edgedefault=\"directed\">"
               "<node id=\"n0\"><data key=\"v_name\">A &amp; B</data></node>"
               "<node id=\"n1\"><data key=\"v_name\">&#67;</data></node><!-- two edges -->"
               "<edge source=\"n0\" target=\"n1\"><data key=\"e_sign\">-2</data></edge>"
               "<edge source=\"n1\" target=\"n0\"/></graph></graphml>") == "A & B>C-2 C>A & B+1 ");
    auto const yed = begin +
                     "<key for=\"node\" id=\"d5\" yfiles.type=\"nodegraphics\"/>"
                     "<key for=\"edge\" id=\"d9\" yfiles.type=\"edgegraphics\"/><graph edgedefault=\"directed\">"
                     "<node id=\"n0\"><data key=\"d5\"><y:ShapeNode><y:NodeLabel>X</y:NodeLabel></y:ShapeNode>"
                     "</data></node><node id=\"n1\"><data key=\"d5\"><y:ShapeNode><y:NodeLabel>Y"
                     "</y:NodeLabel></y:ShapeNode></data></node><edge id=\"e0\" source=\"n0\" target=\"n1\">"
                     "<data key=\"d9\"><y:PolyLineEdge><y:EdgeLabel>-</y:EdgeLabel></y:PolyLineEdge></data>"
                     "</edge></graph></graphml>";
    CHECK(seen(yed) == "X>Y-1 ");
    auto const cytoscape = begin + "<key attr.name=\"shared interaction\" attr.type=\"string\" for=\"edge\" id=\"i\"/>"
                                   "<key attr.name=\"mood\" attr.type=\"string\" for=\"edge\" id=\"m\"/>"
                                   "<graph edgedefault=\"directed\"><node id=\"7\"/><node id=\"8\"/><edge source=\"7\" "
                                   "target=\"8\"><data key=\"i\">pp</data><data key=\"m\">enemy</data></edge></graph>"
                                   "</graphml>";
    CHECK(refuses(cytoscape, "signed_read_options.sign"));
    CHECK(seen(cytoscape, {.sign = "mood"}) == "7>8-1 ");
    CHECK(seen(cytoscape, {.directed = false, .sign = "mood"}) == "7-8-1 ");
}

TEST_CASE("GEXF: weights are attributes of edges, and signs may be values") {
    CHECK(seen("<gexf version=\"1.3\"><graph><nodes><node id=\"a\" label=\"A\"/><node id=\"b\" label=\"B\"/></nodes>"
               "<edges><edge id=\"0\" source=\"a\" target=\"b\" type=\"directed\" weight=\"-2.5\"/></edges></graph>"
               "</gexf>") == "A>B-2.5 ");
    CHECK(seen("<gexf><graph defaultedgetype=\"undirected\"><attributes class=\"edge\"><attribute id=\"0\" "
               "title=\"sign\" type=\"integer\"/></attributes><attributes class=\"node\"><attribute id=\"0\" "
               "title=\"region\" type=\"string\"/></attributes><nodes><node id=\"a\"><attvalues><attvalue for=\"0\" "
               "value=\"x\"/></attvalues></node><node id=\"b\"/></nodes><edges><edge source=\"a\" target=\"b\">"
               "<attvalues><attvalue for=\"0\" value=\"-1\"/></attvalues></edge></edges></graph></gexf>") == "a-b-1 ");
}

TEST_CASE("GraphML and GEXF: a document that is not well formed is refused with its line") {
    CHECK(refuses("<graphml>\n<graph></graphml>", "text:2"));
    CHECK(refuses("<graphml><graph>", "</graph>"));
    CHECK(refuses("<!DOCTYPE x [<!ENTITY a \"b\">]><graphml/>", "a document without a type"));
    CHECK(refuses("<graphml><graph><node id=\"&x;\"/></graph></graphml>", "an entity of XML's own"));
    CHECK(refuses("<graphml><graph><node id=\"a\"/><node id=\"a\"/></graph></graphml>", "each id once"));
    CHECK(refuses("<graphml><graph><edge source=\"a\" target=\"b\"/></graph></graphml>", "signed_read_options.sign"));
    CHECK(refuses("<html><body></body></html>", "a page of the web"));
}

TEST_CASE("signed networks: what may be several formats is to be named") {
    CHECK(refuses("1 2 0\n2 3 1\n", "signed_format::signed_graph"));
    CHECK(seen("# list\n1 2 1\n2 3 0\n") == "1>2+1 2>3+0 ");
    CHECK(refuses("{\"nodes\": []}", "JSON"));
    CHECK(refuses("", "a signed network"));
    CHECK(refuses("hello\n", "a signed_format that is named"));
}

TEST_CASE("signed networks: what stands before the ties is no row to be skipped") {
    io::signed_read_options lenient;
    lenient.rows.bad_rows = io::bad_rows::skip_and_report;
    CHECK(seen("dl n=2 format=edgelist2\nlabels embedded\ndata:\na b 1\n", lenient).find("edgelist1") !=
          std::string::npos);
    CHECK(seen("dl n=2 format=fullmatrix\nlabels embedded\ndata:\na b 1\n", lenient).find("LABELS: before DATA:") !=
          std::string::npos);
    CHECK(seen("dl n=2\n", lenient).find("DATA:") != std::string::npos);
    auto const as = [&](char const* text, io::signed_format format) {
        try {
            return ties(io::read_signed_network(io::input::text(text), format, lenient).value);
        } catch (geostance::read_error const& e) {
            return std::string(e.what());
        }
    };
    CHECK(as("3 x\n1 2\n2 3\n", io::signed_format::max_cut).find("a whole number") != std::string::npos);
    CHECK(as("p qubo 0 x 1 1\n0 1 1\n", io::signed_format::qubo).find("a whole number") != std::string::npos);
    CHECK(as("p cep 3\np cep 2 1\n1 2\n", io::signed_format::pace).find("`p cep vertices edges`") != std::string::npos);
    // the ties of a relation that cannot be told are none of another's
    CHECK(as("*Vertices 2\n*Arcs :1\n1 2 1\n*Arcs :0\n2 1 1\n", io::signed_format::pajek) ==
          as("*Vertices 2\n*Arcs :1\n1 2 1\n", io::signed_format::pajek));
}

TEST_CASE("signed networks: what cannot be told without the line of sizes is not read without it") {
    io::signed_read_options lenient;
    lenient.rows.bad_rows = io::bad_rows::skip_and_report;
    CHECK_THROWS_AS(static_cast<void>(io::read_signed_network(io::input::text("*Vertices 2 x\n*Arcs\n1 2 1\n"),
                                                              io::signed_format::pajek, lenient)),
                    geostance::read_error);
    CHECK_THROWS_AS(static_cast<void>(io::read_signed_network(io::input::text("Source,Target\na,b,1\n"),
                                                              io::signed_format::csv, lenient)),
                    geostance::read_error);
    auto const arcs = [&](char const* text) {
        return io::read_signed_network(io::input::text(text), io::signed_format::konect, lenient).value.arcs.size();
    };
    CHECK(arcs("% asym signed\n1 2 -1\n") == 1);
    CHECK(arcs("? asym signed\n1 2 -1\n") == 0); // no heading
}

TEST_CASE("signed networks: cells behind a bad one in a matrix keep their places") {
    io::signed_read_options lenient;
    lenient.rows.bad_rows = io::bad_rows::skip_and_report;
    auto const network = io::read_signed_network(io::input::text("dl n=3\ndata:\n0 x 1\n-1 0 0\n0 0 0\n"),
                                                 io::signed_format::ucinet, lenient)
                             .value;
    REQUIRE(network.arcs.size() == 1);
    CHECK(network.arcs[0].from == 1);
    CHECK(network.arcs[0].to == 0);
}

TEST_CASE("signed networks: a row that is skipped leaves no name behind") {
    io::signed_read_options lenient;
    lenient.rows.bad_rows = io::bad_rows::skip_and_report;
    CHECK(seen("dl n=3 format=edgelist1\nlabels embedded\ndata:\na b 1\nc d x\n", lenient) ==
          seen("dl n=3 format=edgelist1\nlabels embedded\ndata:\na b 1\n", lenient));
}

TEST_CASE("GraphML: what nodes have by default is none of the edges', and the other way round") {
    auto const document = [](std::string const& keys) {
        return "<graphml>" + keys + "<graph edgedefault='directed'><node id='a'/><node id='b'/>" +
               "<edge source='a' target='b'/></graph></graphml>";
    };
    std::string const of_nodes = "<key id='n' for='node' attr.name='weight'><default>5</default></key>";
    std::string const of_edges = "<key id='e' for='edge' attr.name='weight'><default>-1</default></key>";
    CHECK(seen(document(of_nodes + of_edges)) == seen(document(of_edges)));
    auto const without = document(of_nodes + "<key id='e' for='edge' attr.name='weight'/>");
    CHECK(seen(without).find("edges with no attribute") != std::string::npos);
    CHECK(seen(document(of_edges + "<key id='l' for='edge' attr.name='label'><default>x</default></key>")) ==
          seen(document(of_edges)));
}

TEST_CASE("signed lists: a matrix whose row is skipped is as symmetric as its other rows are") {
    io::signed_read_options lenient;
    lenient.rows.bad_rows = io::bad_rows::skip_and_report;
    auto const network =
        io::read_signed_network(io::input::text(",a,b,c\na,0,1,-1\nb,1,0,x\nc,-1,1,0\n"), lenient).value;
    CHECK(network.arcs.empty());
    REQUIRE(network.edges.size() == 3);
    auto const whole = io::read_signed_network(io::input::text(",a,b,c\na,0,1,-1\nb,1,0,1\nc,-1,1,0\n")).value;
    CHECK(whole.edges.size() == 3);
}
