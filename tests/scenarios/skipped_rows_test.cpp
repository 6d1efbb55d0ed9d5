// SPDX-License-Identifier: BSL-1.0
// A bad row that is skipped leaves nothing behind: what is read is what the file says without that line. Each line of
// the small inputs of the fuzz targets is damaged at every place, for every reader that can read the file.
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/vote/read_agreement_scores.hpp>
#include <geostance/data/vote/read_ideal_points.hpp>
#include <geostance/data/vote/read_vetoes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/geostance.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/read_signed.hpp>
#include <geostance/model/same_content.hpp>

#include "repetitions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

io::read_options lenient() { return {.bad_rows = io::bad_rows::skip_and_report, .max_problems = 10'000}; }
template <class Options>
Options lenient_rows() {
    Options options;
    options.rows = lenient();
    return options;
}

using events = std::vector<std::string>;

bool same(std::vector<gs::signed_tie> const& a, std::vector<gs::signed_tie> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const& s, auto const& t) {
        return s.from == t.from && s.to == t.to && s.weight == t.weight;
    });
}
bool same(io::signed_network const& a, io::signed_network const& b) {
    return a.names == b.names && same(a.arcs, b.arcs) && same(a.edges, b.edges);
}
bool same(io::listed_states const& a, io::listed_states const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}
/// Rows apart from their lines: where a line was taken away, there is one fewer before them.
template <class Row>
bool same_rows(std::vector<Row> const& a, std::vector<Row> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Row x, Row const& y) {
        x.line = y.line;
        return x == y;
    });
}
bool same(io::voting_table const& a, io::voting_table const& b) {
    return same(a.voters, b.voters) && a.roll_calls == b.roll_calls && a.votes == b.votes && a.coverage == b.coverage;
}
bool same(io::alliance_table const& a, io::alliance_table const& b) {
    return same(a.states, b.states) && same_rows(a.records, b.records) && a.coverage == b.coverage;
}
bool same(io::dispute_table const& a, io::dispute_table const& b) {
    return same(a.states, b.states) && same_rows(a.participants, b.participants) && same_rows(a.dyads, b.dyads) &&
           a.coverage == b.coverage;
}
bool same(io::ideal_point_table const& a, io::ideal_point_table const& b) {
    return same(a.states, b.states) && same_rows(a.points, b.points) && a.coverage == b.coverage;
}
bool same(io::agreement_table const& a, io::agreement_table const& b) {
    return same(a.states, b.states) && same_rows(a.scores, b.scores) && a.coverage == b.coverage;
}
bool same(io::entity_table const& a, io::entity_table const& b) { return same_rows(a.entities, b.entities); }
bool same(gs::stance_graph const& a, gs::stance_graph const& b) { return gs::same_content(a, b); }
bool same(events const& a, events const& b) { return a == b; }

/// Whether all numbers in a table are of something that it has.
template <class T>
bool is_sound(T const&) {
    return true;
}
bool is_sound(io::signed_network const& network) {
    auto const ties = ties_of(network);
    return std::all_of(ties.begin(), ties.end(),
                       [&](auto const& t) { return t.from < network.names.size() && t.to < network.names.size(); });
}
bool is_sound(io::voting_table const& table) {
    return std::all_of(table.votes.begin(), table.votes.end(), [&](auto const& v) {
        return v.voter < table.voters.size() && v.roll_call < table.roll_calls.size();
    });
}

/// How many problems name a line.
std::ptrdiff_t bad_lines(io::read_report const& report) {
    return std::count_if(report.problems.begin(), report.problems.end(),
                         [](auto const& p) { return p.where.line > 0; });
}
bool is_bad(io::read_report const& report, std::size_t line) {
    return std::any_of(report.problems.begin(), report.problems.end(),
                       [&](auto const& p) { return p.where.line == line; });
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}
std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) (text += line) += '\n';
    return text;
}

/// A line with one thing wrong at a place; quotes stay, for a quoted field may go on in the next line.
std::vector<std::string> damaged(std::string const& line, bool may_cut_quotes) {
    std::vector<std::string> result{line + line, line + " x", "?" + line};
    bool is_quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') is_quoted = !is_quoted;
        if (!may_cut_quotes && (is_quoted || line[at] == '"')) continue;
        result.push_back(line.substr(0, at));
        result.push_back(line.substr(0, at) + line.substr(at + 1));
        for (char const letter : {'x', '9', '-'}) {
            result.push_back(line);
            result.back()[at] = letter;
        }
    }
    return result;
}

/// Pajek's sections: what stands below one that cannot be told is left out with it.
bool is_section(std::string const& line) { return line.starts_with('*'); }

struct tried {
    std::size_t files = 0;
    std::size_t damages = 0;
    std::size_t skipped = 0; ///< damages that made the line a bad one
};

/// Damages each line of a file that a reader can read.
template <class Read>
void check_file(std::string const& text, Read const& read, bool may_cut_quotes, tried& count) {
    using result = decltype(read(io::input::text(text)));
    auto const attempt = [&](std::string const& content) -> std::optional<result> {
        try {
            return read(io::input::text(content));
        } catch (gs::read_error const&) {
            return std::nullopt;
        }
    };
    auto const lines = lines_of(text);
    auto const whole = attempt(text);
    if (!whole || whole->report.rows == 0) return;
    ++count.files;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto others = lines;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        auto const without = attempt(joined(others));
        bool const is_first = i == 0 || lines[i - 1].starts_with('#'); // and may be a heading
        bool const is_row = !is_first && without && without->report.rows + 1 == whole->report.rows &&
                            bad_lines(without->report) == bad_lines(whole->report);
        if (is_section(lines[i])) continue;
        for (auto const& line : damaged(lines[i], may_cut_quotes)) {
            auto changed = lines;
            changed[i] = line;
            auto const found = attempt(joined(changed));
            ++count.damages;
            INFO("line ", i + 1, ": ", line);
            if (!found) {
                CHECK_FALSE(is_row);
                continue;
            }
            CHECK(is_sound(found->value));
            if (!is_bad(found->report, i + 1)) continue;
            ++count.skipped;
            CHECK((without || is_first));
            if (!without) continue; // without the first row the others mean nothing
            CHECK(found->report.rows == without->report.rows);
            CHECK(bad_lines(found->report) == bad_lines(without->report) + 1);
            CHECK(same(found->value, without->value));
            CHECK(found->report.warnings.reasons == without->report.warnings.reasons);
        }
    }
}

template <class Read>
void check_reader(std::string const& name, std::string const& corpus, Read const& read) {
    tried count;
    auto const folder = std::filesystem::path(GEOSTANCE_SOURCE_DIR) / "tests/fuzz/corpus" / corpus;
    bool const has_choice = corpus == "events" || corpus == "signed"; // their first byte says how to read them
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (auto const& path : files) {
        if (corpus == "signed" && path.filename() == "ucinet") continue; // in its matrix bad cells keep their places
        INFO(name, ": ", path.filename().string());
        std::ifstream in(path, std::ios::binary);
        std::string const bytes(std::istreambuf_iterator<char>(in), {});
        bool const is_json = corpus == "json_lines" || corpus == "entities";
        check_file(has_choice ? bytes.substr(1) : bytes, read, is_json, count);
    }
    MESSAGE(name, ": ", count.files, " files, ", count.damages, " damages, ", count.skipped, " lines skipped");
    CHECK(count.skipped > 0);
}

} // namespace

TEST_CASE("skipped rows: tables are what the file says without the bad line") {
    check_reader("votes", "votes",
                 [](io::input in) { return io::read_votes(std::move(in), lenient_rows<io::read_votes_options>()); });
    check_reader("vetoes", "vetoes",
                 [](io::input in) { return io::read_vetoes(std::move(in), lenient_rows<io::read_vetoes_options>()); });
    check_reader("alliances", "alliances", [](io::input in) {
        return io::read_alliances(std::move(in), lenient_rows<io::read_alliances_options>());
    });
    check_reader("disputes", "disputes", [](io::input in) {
        return io::read_disputes(std::move(in), lenient_rows<io::read_disputes_options>());
    });
    check_reader("ideal points", "ideal_points", [](io::input in) {
        return io::read_ideal_points(std::move(in), lenient_rows<io::read_ideal_points_options>());
    });
    check_reader("agreement scores", "agreement_scores", [](io::input in) {
        return io::read_agreement_scores(std::move(in), lenient_rows<io::read_agreement_scores_options>());
    });
}

TEST_CASE("skipped rows: records and entities are what the file says without the bad line") {
    check_reader("JSON lines", "json_lines",
                 [](io::input in) { return io::read_json_lines<gs::geopolitics>(std::move(in), lenient()); });
    check_reader("entities", "entities", [](io::input in) { return io::read_entities(std::move(in), lenient()); });
}

TEST_CASE("skipped rows: events are those of the file without the bad line") {
    for (std::size_t i = 0; i < gs::enum_names<io::event_format>::of_each.size(); ++i)
        check_reader(
            "events " + std::string(gs::enum_names<io::event_format>::of_each[i]), "events", [i](io::input in) {
                io::read_result<events> result;
                result.report = io::for_each_event(
                    std::move(in), static_cast<io::event_format>(i),
                    [&](io::event const& e) {
                        std::ostringstream out;
                        out << e.id << '|' << e.day.time_since_epoch().count() << '|' << e.source.name << '|'
                            << e.source.country << '|' << e.target.name << '|' << e.target.country << '|' << e.code
                            << '|' << e.value.value_or(99) << '|' << e.mentions.value_or(0) << '|' << e.publication;
                        result.value.push_back(out.str());
                    },
                    lenient());
                return result;
            });
}

TEST_CASE("skipped rows: networks are what the file says without the bad line") {
    for (std::size_t i = 0; i < gs::enum_names<io::signed_format>::of_each.size(); ++i) {
        if (auto const format = static_cast<io::signed_format>(i);
            format == io::signed_format::graphml || format == io::signed_format::gexf)
            continue; // elements are no lines
        check_reader("network " + std::string(gs::enum_names<io::signed_format>::of_each[i]), "signed",
                     [i](io::input in) {
                         auto options = lenient_rows<io::signed_read_options>();
                         options.max_vertices = 1000;
                         return io::read_signed_network(std::move(in), static_cast<io::signed_format>(i), options);
                     });
    }
}
