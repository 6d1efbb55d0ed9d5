// SPDX-License-Identifier: BSL-1.0
// A file for every reader as long as one likes, each row of which goes on from the one before: networks are paths,
// records are chains.
#pragma once

#include "data/event/event_rows.hpp"
#include "io/ties_text.hpp"
#include "scenarios/readers.hpp"

#include <geostance/io/graphml.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace long_files {

namespace gs = geostance;
namespace io = geostance::io;

/// What became of a file.
struct answer {
    std::size_t rows = 0;
    std::size_t skipped = 0;
    std::string content{};
    friend bool operator==(answer const&, answer const&) = default;
};

struct long_file {
    std::string name{};
    std::function<std::string(std::size_t bytes)> text{}; ///< a file of at least so many
    std::function<answer(io::input)> read{};
};

using text_of_number = std::function<std::string(std::size_t)>;

/// What stands before so many rows, rows until there are enough bytes, and what stands behind them.
inline auto rows(text_of_number head, text_of_number row, std::string tail = {}) {
    return [=](std::size_t bytes) {
        std::string body;
        std::size_t count = 0;
        while (body.size() < bytes) body += row(count++);
        return head(count) + body + tail;
    };
}
inline text_of_number always(std::string text) {
    return [=](std::size_t) { return text; };
}
inline std::string s(std::size_t number) { return std::to_string(number); }
/// The numbers of two states, of which there are fewer than rows.
inline std::string states(std::size_t i) { return s(i % 900 + 1) + ',' + s(i % 900 + 2); }
inline std::string weight(std::size_t i) { return i % 3 == 0 ? "-1" : s(i % 3); }

/// A record of a chain of statements, each said by an actor of a name of its own.
inline gs::stance_graph chain(std::size_t length) {
    gs::stance_graph g;
    auto before = g.add(gs::statement{.key = "0"});
    for (std::size_t i = 1; i <= length; ++i) {
        auto const next = g.add(gs::statement{.key = s(i), .summary = std::string(i % 61, 'x') + "\xC3\xA9"});
        g.relate(next, before, gs::supersedes{}, {.claimed_in = before});
        before = next;
    }
    return g;
}
/// A record as that writer writes it.
template <class Write>
auto written(Write write) {
    return [write](std::size_t bytes) {
        std::ostringstream out;
        write(out, chain(bytes / 100 + 1));
        return out.str();
    };
}

inline std::string content(gs::stance_graph const& g) {
    std::ostringstream out;
    io::write_json_lines(out, g);
    return out.str();
}
inline std::string content(io::listed_states const& states) {
    std::string text;
    for (auto const& state : states) ((text += to_string(state.id)) += state.name) += ' ';
    return text;
}
inline std::string content(io::voting_table const& table) {
    auto text = content(table.voters);
    for (auto const& c : table.roll_calls) ((text += c.id) += to_string(c.day)) += c.title + ' ';
    for (auto const& v : table.votes)
        text += s(v.roll_call) + ':' + s(v.voter) + std::string(to_string(v.vote)) + (v.veto ? "! " : " ");
    return text;
}
inline std::string content(io::alliance_table const& table) {
    auto text = content(table.states);
    for (auto const& r : table.records)
        text += s(r.line) + ':' + s(r.from) + '-' + s(r.to) + to_string(r.valid.from) + to_string(r.valid.to) + ' ';
    return text;
}
inline std::string content(io::dispute_table const& table) {
    auto text = content(table.states);
    for (auto const& d : table.dyads)
        text += s(d.line) + ':' + s(d.dispute) + ':' + s(d.a) + '-' + s(d.b) + to_string(d.valid.from) + ' ';
    return text;
}
inline std::string content(io::ideal_point_table const& table) {
    auto text = content(table.states);
    for (auto const& p : table.points)
        text += s(p.state) + ':' + std::to_string(p.year) + std::to_string(p.value) + ' ';
    return text;
}
inline std::string content(io::agreement_table const& table) {
    auto text = content(table.states);
    for (auto const& p : table.scores) text += s(p.a) + '-' + s(p.b) + std::to_string(p.agreement) + ' ';
    return text;
}
inline std::string content(io::entity_table const& table) {
    std::string text;
    for (auto const& e : table.entities) {
        (text += e.id) += e.schema + s(e.line);
        for (auto const& [name, values] : e.properties)
            for (auto const& value : values) ((text += name) += '=') += value;
    }
    return text;
}
inline std::string content(io::signed_network const& network) { return ties(network); }

/// Reads with a reader that gives a result and a report.
template <class Read>
auto told(Read read) {
    return [read](io::input in) {
        auto const [value, report] = read(std::move(in));
        return answer{report.rows, report.skipped, content(value)};
    };
}

inline std::string ledger_text(io::ledger const& ledger) {
    std::ostringstream out;
    write_ledger(out, ledger);
    return out.str();
}
inline long_file ledger_file() {
    return {
        "ledger",
        rows(
            always("# geostance ledger 1\n# sides\tcountries\n# period\tday\n# weight\treports\n# tells_repeats\t1\n"
                   "# keeps_unknown\t0\n# keeps_internal\t0\n# no_source\t3\n# no_target\t1\n# internal\t0\n"
                   "source\ttarget\tperiod\tcode\treports\tweight\tdays\n"),
            [](std::size_t i) {
                auto const number = s(1'000'000 + i);
                return "A" + number + "\tB" + number + "\t2024-03-02\t129\t3\t3\t2\n";
            },
            "# end\n"),
        [](io::input in) {
            auto const ledger = io::read_ledger(std::move(in));
            return answer{ledger.entries().size(), 0, ledger_text(ledger)};
        }};
}

inline long_file events(io::event_format format, std::string const& head, text_of_number row) {
    return {
        "events " + std::string(to_string(format)), rows(always(head), std::move(row)), [format](io::input in) {
            std::string text;
            auto const report = io::for_each_event(std::move(in), format, [&](io::event const& e) {
                for (auto const part : {e.id, e.source.name, e.source.country, e.target.name, e.target.country, e.code})
                    (text += part) += ' ';
                text += s(static_cast<std::size_t>(e.day.time_since_epoch().count())) + '\n';
            });
            return answer{report.rows, report.skipped, text};
        }};
}

inline long_file network(io::signed_format format, text_of_number head, text_of_number row, std::string tail = {}) {
    return {"network " + std::string(to_string(format)), rows(std::move(head), std::move(row), std::move(tail)),
            told([format](io::input in) { return io::read_signed_network(std::move(in), format); })};
}

inline std::vector<long_file> networks() {
    using enum io::signed_format;
    auto const path = [](char between, std::size_t first = 1) {
        return [=](std::size_t i) { return s(i + first) + between + s(i + first + 1) + between + weight(i) + '\n'; };
    };
    // all pairs of so many: a network of PACE has them anyway
    auto const pair = [](std::size_t i) {
        constexpr std::size_t most = 250;
        return s(i / most % most + 1) + ' ' + s(most + i % most + 1) + '\n';
    };
    auto const nodes = [](std::size_t count) {
        std::string text = "<gexf><graph><nodes>";
        for (std::size_t i = 0; i <= count; ++i) text += "<node id=\"" + s(i) + "\"/>";
        return text + "</nodes><edges>";
    };
    return {
        network(snap, always("# a path\n"), path(' ')),
        network(csv, always("u,v,sign\n"), path(',')),
        network(tsv, always("u\tv\tsign\n"), path('\t')),
        network(signed_graph, always(""), [](std::size_t i) { return s(i) + ' ' + s(i + 1) + ' ' + s(i % 2) + '\n'; }),
        network(
            pajek, [](std::size_t n) { return "*Vertices " + s(n + 1) + "\n*Edges\n"; }, path(' ')),
        network(konect, always("% asym signed\n"), path(' ')),
        network(
            ucinet, [](std::size_t n) { return "dl n=" + s(n + 1) + " format=edgelist1\ndata:\n"; }, path(' ')),
        network(
            max_cut, [](std::size_t n) { return s(n + 1) + ' ' + s(n) + '\n'; }, path(' ')),
        network(
            qubo, [](std::size_t n) { return "p qubo 0 " + s(n + 1) + " 0 " + s(n) + '\n'; }, path(' ', 0)),
        network(
            pace, [](std::size_t n) { return "p cep 500 " + s(n) + '\n'; }, pair),
        network(
            graphml, always("<graphml><key id=\"d\" for=\"edge\" attr.name=\"weight\"/><graph><node id=\"0\"/>"),
            [](std::size_t i) {
                return "<node id=\"" + s(i + 1) + "\"/>\n<edge source=\"" + s(i) + "\" target=\"" + s(i + 1) +
                       "\"><data key=\"d\">" + weight(i) + "</data></edge>\n";
            },
            "</graph></graphml>"),
        network(
            gexf, nodes,
            [](std::size_t i) {
                return "<edge source=\"" + s(i) + "\" target=\"" + s(i + 1) + "\" weight=\"" + weight(i) + "\"/>\n";
            },
            "</edges></graph></gexf>")};
}

inline std::vector<long_file> tables() {
    auto const day = [](std::size_t i) { return "2024-01-" + s(10 + i % 20); };
    return {
        {"votes",
         rows(always("rcid,country,country_code,vote\n"),
              [](std::size_t i) {
                  return s(i / 2) + ",\"Ghana, of call " + s(i) + "\",," + (i % 3 == 0 ? "no\n" : "yes\n");
              }),
         told([](io::input in) { return io::read_votes(std::move(in)); })},
        {"vetoes",
         rows(always("year,date,draft,meeting_record,agenda_item,member_veto1,member_veto2,member_veto3,China,France,"
                     "Russia,USSR,USA,UK\n"),
              [](std::size_t i) {
                  return "2024,3/28/2024,S/2024/" + s(i) + ",S/PV." + s(i) + ",\"Item, again\",Russia,,,0,0,1,0,0,0\n";
              }),
         told([](io::input in) { return io::read_vetoes(std::move(in)); })},
        {"alliances",
         rows(always("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"),
              [](std::size_t i) { return states(i) + ',' + s(1950 + i / 900) + ",1,0,1,1\n"; }),
         told([](io::input in) { return io::read_alliances(std::move(in)); })},
        {"disputes",
         rows(
             always("disno,statea,stateb,namea,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,hihosta,hihostb\n"),
             [](std::size_t i) { return s(i + 1) + ',' + states(i) + ",A" + s(i) + ",B,14,10,1962,28,10,1962,3,3\n"; }),
         told([](io::input in) { return io::read_disputes(std::move(in)); })},
        {"ideal points",
         rows(always("CountryName,iso3c,idealpoint,year\n"),
              [](std::size_t i) { return "\"Land, " + s(i) + "\",," + s(i % 3) + ".25,2022\n"; }),
         told([](io::input in) { return io::read_ideal_points(std::move(in)); })},
        {"agreement scores",
         rows(always("ccode1,ccode2,agree,year\n"),
              [](std::size_t i) { return states(i) + ",0.25," + s(1950 + i / 900) + '\n'; }),
         told([](io::input in) { return io::read_agreement_scores(std::move(in)); })},
        {"entities",
         rows(always(""),
              [](std::size_t i) {
                  return "{\"id\": \"" + s(i + 1) + "\", \"schema\": \"PublicBody\", \"properties\": {\"name\": [\"" +
                         std::string(i % 43, 'x') + "\"], \"parent\": [\"" + s(i) + "\"]}}\n";
              }),
         told([](io::input in) { return io::read_entities(std::move(in)); })},
        ledger_file(),
        events(io::event_format::gdelt_2, "", [](std::size_t i) { return event_rows::row({.id = s(i)}); }),
        events(io::event_format::gdelt_1, "", [](std::size_t i) { return event_rows::row({.id = s(i)}, 58); }),
        events(io::event_format::icews, event_rows::icews_headings,
               [=](std::size_t i) {
                   return event_rows::icews_row("A" + s(i), "India", "173", "-5", "B", "India", day(i));
               }),
        events(io::event_format::polecat, event_rows::polecat_headings,
               [=](std::size_t i) {
                   return s(i) + "\tACCUSE\tallege\t" + day(i) + "\t-3.5\tA" + s(i) +
                          "\tRUS\tB\tUSA\tA Paper\t2024-03-29\n";
               }),
        events(io::event_format::ucdp, "id,type_of_violence,side_a,side_b,date_start\n",
               [=](std::size_t i) { return s(i) + ",1,\"A, " + s(i) + "\",B," + day(i) + " 00:00:00.000\n"; }),
        events(io::event_format::acled, "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2\n",
               [](std::size_t i) {
                   return "X" + s(i) + "," + s(10 + i % 20) + " January 2024,Battles,Armed clash,\"A, " + s(i) +
                          "\",C\n";
               })};
}

inline std::vector<long_file> all() {
    auto list = tables();
    for (auto& each : networks()) list.push_back(std::move(each));
    list.push_back({"JSON", written([](std::ostream& out, gs::stance_graph const& g) { io::write_json(out, g); }),
                    told([](io::input in) { return io::read_json<gs::geopolitics>(std::move(in)); })});
    list.push_back({"JSON lines",
                    written([](std::ostream& out, gs::stance_graph const& g) { io::write_json_lines(out, g); }),
                    told([](io::input in) { return io::read_json_lines<gs::geopolitics>(std::move(in)); })});
    list.push_back({"GraphML", written([](std::ostream& out, gs::stance_graph const& g) { io::write_graphml(out, g); }),
                    told([](io::input in) { return io::read_graphml<gs::geopolitics>(std::move(in)); })});
    return list;
}

} // namespace long_files
