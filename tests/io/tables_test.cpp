// SPDX-License-Identifier: BSL-1.0
#include "io/small_graph.hpp"

#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/tables.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// A path at which nothing is; what comes there goes away.
struct fresh_folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("geostance_tables_" + std::to_string(std::random_device()()));

    ~fresh_folder() { std::filesystem::remove_all(path); }

    [[nodiscard]] std::string content(std::string const& name) const {
        std::ifstream in(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

/// What a program prints.
std::string printed_by(std::string const& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string text;
    std::array<char, 4096> part{};
    while (auto const size = std::fread(part.data(), 1, part.size(), pipe.get())) text.append(part.data(), size);
    return text;
}

/// The fields of every row of a table, that of the headings first.
std::vector<std::vector<std::string>> rows_of(std::string const& text) {
    io::detail::table_reader table(io::input::text(text), io::detail::comma_separated, {});
    table.read_headings();
    std::vector<std::vector<std::string>> found{table.names()};
    table.for_each_row([&](io::detail::table_row const& row) {
        auto& fields = found.emplace_back();
        for (std::size_t i = 0; i < table.names().size(); ++i) fields.emplace_back(row[i]);
    });
    return found;
}

struct well {
    std::string key{};
    gs::code depth{};
    bool dry = false;
};
struct feeds {
    std::string depth_value{};
    template <class From, class To>
    static constexpr bool links = true;
};
/// Its two headings would be the same.
struct twice {
    std::string key{};
    gs::code depth{};
    std::string depth_value{};
};
struct misnamed {
    static constexpr std::string_view type_name = "../misnamed";
    std::string key{};
};

} // namespace

template <>
struct geostance::fields<well> {
    static constexpr std::tuple of_each{field("depth", &well::depth), field("dry", &well::dry),
                                        field("key", &well::key)};
};
template <>
struct geostance::fields<feeds> {
    static constexpr std::tuple of_each{field("depth_value", &feeds::depth_value)};
};
template <>
struct geostance::fields<twice> {
    static constexpr std::tuple of_each{field("key", &twice::key), field("depth", &twice::depth),
                                        field("depth_value", &twice::depth_value)};
};
template <>
struct geostance::fields<misnamed> {
    static constexpr std::tuple of_each{field("key", &misnamed::key)};
};

TEST_CASE("write_tables: a file for each type, empty where nothing is said, 0 and false where they are") {
    fresh_folder const f;
    auto const g = gs::testing::small_graph();
    auto const paths = io::write_tables(f.path, g);
    CHECK(paths.size() == 5 + 21);
    CHECK(paths.front() == f.path / "actor.csv");
    CHECK(f.content("actor.csv") == "key,name,kind,aliases,codes\n"
                                    "A,\"State \"\"A\"\" <\\>\",state,a\\|b|é,cow:1\n");
    CHECK(f.content("issue.csv") == "key,name,kind,aliases,codes\n\"m,n\",,motion,,\n");
    CHECK(f.content("alliance.csv") == "key,name,kind,aliases,codes\n");
    std::string const cited = "provenance_claimed_in,provenance_publication,provenance_locator,provenance_quote,"
                              "provenance_language,provenance_likelihood,provenance_confidence,provenance_note,"
                              "provenance_reliability,provenance_credibility,provenance_inferred,provenance_valid_from,"
                              "provenance_valid_to,provenance_recorded,provenance_ended_recorded\n";
    CHECK(f.content("casts.csv") == "id,source,target,sign,vote,veto," + cited +
                                        "0,A,\"m,n\",-1,no,true,,,\"row \"\"1\"\"\",,,,,,F,6,false,2024-03-28,"
                                        "2024-03-28,,\n");
    CHECK(f.content("stance.csv") == "id,source,target,sign,value,facet,channel," + cited +
                                         "1,A,\"m,n\",0,0,,verbal,,,,,,,,,F,6,false,,,,\n"
                                         "4,A,A,-1,-0.25,,verbal,s,,,,,,,,F,6,false,,,,\n");
    CHECK(f.content("allied_with.csv").starts_with("id,source,target,pledges_defense,"));
    CHECK(f.content("acts_toward.csv").starts_with("id,source,target,sign,event_scheme,event_value,value,channel,"));
    auto const first = f.content("stance.csv");
    io::write_tables(f.path, g);
    CHECK(f.content("stance.csv") == first);
}

TEST_CASE("write_tables: the headings of Neo4j's importer") {
    fresh_folder const f;
    io::write_tables(f.path, gs::testing::small_graph(), {.headings = io::table_headings::neo4j});
    CHECK(f.content("actor.csv") == "key:ID,:LABEL,name,kind,aliases,codes\n"
                                    "A,actor,\"State \"\"A\"\" <\\>\",state,a\\|b|é,cow:1\n");
    CHECK(f.content("casts.csv").starts_with("id:long,:START_ID,:END_ID,:TYPE,sign:long,vote,veto:boolean,"));
    CHECK(f.content("casts.csv").find("\n0,A,\"m,n\",casts,-1,no,true,") != std::string::npos);
    CHECK(f.content("acts_toward.csv").find(",event_value,value:double,channel,") != std::string::npos);
    CHECK(f.content("stance.csv").find(",provenance_inferred:boolean,") != std::string::npos);
}

TEST_CASE("write_tables: texts that a spreadsheet would run are disarmed where that is asked for; numbers stay") {
    fresh_folder const f;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "=1+1", .name = "@a"});
    g.relate(a, a, gs::stance{.value = -1});
    io::write_tables(f.path, g);
    CHECK(f.content("actor.csv").ends_with("\n=1+1,@a,other,,\n"));
    io::write_tables(f.path, g, {.disarmed = true});
    CHECK(f.content("actor.csv").ends_with("\n'=1+1,'@a,other,,\n"));
    CHECK(f.content("stance.csv").find("\n0,'=1+1,'=1+1,-1,-1,,verbal") != std::string::npos);
}

TEST_CASE("write_tables: any schema; the key stands first, names that cannot stand are refused") {
    fresh_folder const f;
    gs::typed_graph<gs::schema<gs::nodes<well>, gs::relations<feeds>>> g;
    auto const w = g.add(well{"w", {"m", "3"}, true});
    g.relate(w, w, feeds{"7"});
    CHECK(io::write_tables(f.path / "deep", g) ==
          std::vector{f.path / "deep" / "well.csv", f.path / "deep" / "feeds.csv"});
    CHECK(f.content("deep/well.csv") == "key,depth_scheme,depth_value,dry\nw,m,3,true\n");
    CHECK(f.content("deep/feeds.csv") == "id,source,target,depth_value\n0,w,w,7\n");
    const gs::typed_graph<gs::schema<gs::nodes<twice>, gs::relations<feeds>>> doubled;
    CHECK_THROWS_AS(io::write_tables(f.path / "twice", doubled), gs::invalid_value);
    const gs::typed_graph<gs::schema<gs::nodes<misnamed>, gs::relations<feeds>>> outside;
    CHECK_THROWS_AS(io::write_tables(f.path / "misnamed", outside), gs::invalid_value);
    CHECK_FALSE(std::filesystem::exists(f.path / "twice"));
    CHECK_FALSE(std::filesystem::exists(f.path / "misnamed"));
}

TEST_CASE("write_tables: nothing is written where something cannot be") {
    fresh_folder const f;
    for (auto const& name : {std::string("\xFF"), std::string("a\0b", 3)}) {
        gs::stance_graph g;
        g.add(gs::actor{.key = "a", .name = name});
        CHECK_THROWS_AS(io::write_tables(f.path, g), gs::invalid_value);
        CHECK_FALSE(std::filesystem::exists(f.path));
    }
    auto const g = gs::testing::small_graph();
    std::filesystem::create_directories(f.path / "would.csv"); // no file can take its place
    CHECK_THROWS_AS(io::write_tables(f.path, g), gs::write_error);
    CHECK(std::distance(std::filesystem::directory_iterator(f.path), std::filesystem::directory_iterator()) == 1);
    std::ofstream(f.path / "file") << "text";
    CHECK_THROWS_AS(io::write_tables(f.path / "file", g), gs::write_error);
    CHECK(f.content("file") == "text");
}

TEST_CASE("write_tables: a reader of CSV and SQLite have every row and value") {
    fresh_folder const f;
    auto g = gs::seed::panel_veto_2024();
    auto const odd = g.add(gs::actor{.key = "odd, \"key\"", .name = "two\nlines\r\n; 'quoted'"});
    g.relate(odd, odd, gs::stance{.value = 0.1, .facet = "|:\\"}, {.locator = "\t x "});
    auto const paths = io::write_tables(f.path, g);

    std::size_t listed_rows = 0;
    for (auto const& path : paths) listed_rows += rows_of(f.content(path.filename().string())).size() - 1;
    CHECK(listed_rows == g.num_nodes() + g.num_relations());
    auto const stances = rows_of(f.content("stance.csv"));
    auto const listed = g.relations_of_type<gs::stance>();
    REQUIRE(stances.size() == listed.size() + 1);
    std::size_t i = 1;
    for (auto const r : listed) {
        auto const& row = stances[i++];
        CHECK(row[1] == key_of(g, g.source(r)));
        CHECK(row[2] == key_of(g, g.target(r)));
        CHECK(std::stod(row[4]) == double(g[r].value));
        CHECK(row[5] == g[r].facet);
        CHECK(row[9] == g.annotation(r).locator);
    }

    if (std::system("command -v sqlite3 >/dev/null 2>&1") != 0) { // NOLINT(concurrency-mt-unsafe)
        MESSAGE("skipped: there is no sqlite3");
        return;
    }
    {
        std::ofstream script(f.path / "script");
        std::string all_nodes;
        std::string all_relations;
        for (auto const& path : paths) {
            auto const type = path.stem().string();
            script << ".import --csv " << path.string() << ' ' << type << '\n';
            bool const is_node = rows_of(f.content(path.filename().string())).front().front() == "key";
            auto& list = is_node ? all_nodes : all_relations;
            list += (list.empty() ? "" : " union all ") +
                    std::string(is_node ? "select key" : "select source, target") + " from " + type;
        }
        script << "select count(*) from (" << all_nodes << ");\n"
               << "select count(*) from (" << all_relations << ") where source in (" << all_nodes << ") and target in ("
               << all_nodes << ");\n"
               << "select count(*) from stance where sign = '-1';\n"
               << "select hex(name) from actor where key = 'odd, \"key\"';\n"
               << "select facet || provenance_locator from stance where value = '0.1' and source like 'odd%';\n"
               << "select publication.name from stance join publication on key = provenance_publication limit 1;\n";
    }
    std::size_t hostile = 0;
    for (auto const r : listed) hostile += g[r].value < 0 ? 1U : 0U;
    std::string cited;
    for (auto const r : listed)
        if (auto const p = g.annotation(r).publication; cited.empty() && !p.is_null()) cited = g[p].name;
    // without a file of the user's, which could change how results are shown
    CHECK(printed_by("sqlite3 -batch -init /dev/null :memory: <'" + (f.path / "script").string() + "' 2>&1") ==
          std::to_string(g.num_nodes()) + '\n' + std::to_string(g.num_relations()) + '\n' + std::to_string(hostile) +
              "\n74776F0A6C696E65730D0A3B202771756F74656427\n|:\\\t x \n" + cited + '\n');
}
