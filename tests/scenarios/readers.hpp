// SPDX-License-Identifier: BSL-1.0
// Every reader of the library in one list, for what all of them promise.
#pragma once

#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/vote/read_agreement_scores.hpp>
#include <geostance/data/vote/read_ideal_points.hpp>
#include <geostance/data/vote/read_vetoes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/geostance.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/read_signed.hpp>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace readers {

namespace gs = geostance;
namespace io = geostance::io;

struct reader {
    std::string name{};
    std::string corpus{};                  ///< a folder of small inputs in tests/fuzz/corpus/
    bool has_choice = false;               ///< whether their first byte is none of the text, but says how to read it
    std::vector<std::string> beginnings{}; ///< what its files may begin with
    std::function<void(io::input, io::read_options const&)> read{};
};

/// A reader whose options have the rows' options among them.
template <class Options, class Read>
auto with_rows(Read read) {
    return [read](io::input in, io::read_options const& rows) {
        Options options;
        options.rows = rows;
        static_cast<void>(read(std::move(in), options));
    };
}

/// What networks begin with, in the order of their formats.
inline constexpr char const* network_beginnings[] = {"1 2 1\n",
                                                     "a,b,1\n",
                                                     "a\tb\t1\n",
                                                     "1 2 1\n",
                                                     "*Vertices 2\n*Edges\n",
                                                     "% a\n1 2 1\n",
                                                     "dl n=2 format=edgelist1\ndata:\n",
                                                     "2 1\n",
                                                     "p qubo 0 2 1 1\n",
                                                     "p cep 2 1\n",
                                                     "<graphml><graph>",
                                                     "<gexf><graph><nodes>"};

inline std::vector<reader> all() {
    std::vector<reader> list{
        {"votes",
         "votes",
         false,
         {"rcid,ccode,vote,date\n", "rcid,ccode,vote,date\n1,2,1,1946-01-01\n"},
         with_rows<io::read_votes_options>([](auto in, auto const& o) { return io::read_votes(std::move(in), o); })},
        {"vetoes",
         "vetoes",
         false,
         {"id,draft_res#,date,record,agenda,short_agenda,#_of_pms,china,russian_federation_ussr,france,united_states,"
          "united_kingdom,url_for_res#,last_update\n"},
         with_rows<io::read_vetoes_options>([](auto in, auto const& o) { return io::read_vetoes(std::move(in), o); })},
        {"alliances",
         "alliances",
         false,
         {"ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"},
         with_rows<io::read_alliances_options>(
             [](auto in, auto const& o) { return io::read_alliances(std::move(in), o); })},
        {"disputes",
         "disputes",
         false,
         {"disno,statea,stateb,namea,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,hihosta,hihostb\n"},
         with_rows<io::read_disputes_options>(
             [](auto in, auto const& o) { return io::read_disputes(std::move(in), o); })},
        {"ideal points",
         "ideal_points",
         false,
         {"CountryName,iso3c,idealpoint,year\n"},
         with_rows<io::read_ideal_points_options>(
             [](auto in, auto const& o) { return io::read_ideal_points(std::move(in), o); })},
        {"agreement scores",
         "agreement_scores",
         false,
         {"ccode1,ccode2,agree,year\n"},
         with_rows<io::read_agreement_scores_options>(
             [](auto in, auto const& o) { return io::read_agreement_scores(std::move(in), o); })},
        {"ledger",
         "ledger",
         false,
         {"# geostance ledger 1\n"},
         [](io::input in, auto const& o) { static_cast<void>(io::read_ledger(std::move(in), o)); }},
        {"JSON",
         "json",
         false,
         {"{\"nodes\"", "{\"nodes\": [{", "{\"other\": "},
         [](io::input in, auto const& o) { static_cast<void>(io::read_json<gs::geopolitics>(std::move(in), o)); }},
        {"JSON lines",
         "json_lines",
         false,
         {"{\"type\"", "{\"type\": \"actor\", \"other\": "},
         [](io::input in, auto const& o) {
             static_cast<void>(io::read_json_lines<gs::geopolitics>(std::move(in), o));
         }},
        {"entities",
         "entities",
         false,
         {"{\"id\"", "{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {"},
         [](io::input in, auto const& o) { static_cast<void>(io::read_entities(std::move(in), o)); }},
        {"GraphML",
         "graphml",
         false,
         {"<?xml version=\"1.0\"?>", "<graphml", "<graphml><graph edgedefault=\"directed\">",
          "<graphml><graph edgedefault=\"directed\"><node id=\"a\"><data key=\"k\">"},
         [](io::input in, auto const& o) { static_cast<void>(io::read_graphml<gs::geopolitics>(std::move(in), o)); }}};
    for (std::size_t i = 0; i < gs::enum_names<io::event_format>::of_each.size(); ++i)
        list.push_back({"events " + std::string(gs::enum_names<io::event_format>::of_each[i]),
                        "events",
                        true,
                        {},
                        [i](io::input in, auto const& o) {
                            io::for_each_event(
                                std::move(in), static_cast<io::event_format>(i), [](auto const&...) {}, o);
                        }});
    for (std::size_t i = 0; i < gs::enum_names<io::signed_format>::of_each.size(); ++i)
        list.push_back({"network " + std::string(gs::enum_names<io::signed_format>::of_each[i]),
                        "signed",
                        true,
                        {network_beginnings[i]},
                        [i](io::input in, auto const& o) {
                            io::signed_read_options options;
                            options.rows = o;
                            options.max_vertices = 1000;
                            static_cast<void>(
                                io::read_signed_network(std::move(in), static_cast<io::signed_format>(i), options));
                        }});
    return list;
}

/// The folder of a reader's small inputs.
inline std::filesystem::path corpus(reader const& r) {
    return std::filesystem::path(GEOSTANCE_SOURCE_DIR) / "tests/fuzz/corpus" / r.corpus;
}
/// What a file has for a reader.
inline std::string content(std::filesystem::path const& path, reader const& r) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    return r.has_choice ? bytes.substr(1) : bytes;
}

} // namespace readers
