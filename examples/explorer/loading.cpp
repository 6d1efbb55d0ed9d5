// SPDX-License-Identifier: BSL-1.0
#include "loading.hpp"

#include "terminal.hpp"

#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_vetoes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/graph/merge.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/gzip.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/zip.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <algorithm>
#include <iostream>
#include <optional>

namespace gs = geostance;
namespace io = geostance::io;

namespace explorer {

namespace {

/// Decides between two nodes with one key, as the user wants.
struct chosen_policy {
    std::string const& choice;

    template <class T>
    T operator()(T const& held, T const& incoming) const {
        if (choice == "first") return held;
        if (choice == "last") return incoming;
        try {
            return gs::refuse_conflicts()(held, incoming);
        } catch (gs::error const& e) {
            throw gs::error(std::string(e.what()) + ": --conflicts first or --conflicts last");
        }
    }
};

/// Text without an ending, if it has that one.
bool strip(std::string_view& text, std::string_view ending) {
    if (text.size() <= ending.size() || text.substr(text.size() - ending.size()) != ending) return false;
    text.remove_suffix(ending.size());
    return true;
}

/// A file of the command line: its format and its path.
struct named_file {
    std::string format{};
    std::string path{};
};

bool is_format(std::string const& name) {
    auto const& formats = file_formats();
    return std::any_of(formats.begin(), formats.end(), [&](file_format const& f) { return f.name == name; });
}

/// @throws gs::invalid_value for a format of another name than those there are
void check_format(std::string const& name) {
    if (name.empty() || is_format(name)) return;
    std::string names;
    for (auto const& f : file_formats()) names += (names.empty() ? "" : ", ") + std::string(f.name);
    throw gs::invalid_value("--format", name, "one of " + names);
}

named_file file_in(std::string const& word, std::string const& format) {
    auto const colon = word.find(':');
    auto const prefix = word.substr(0, colon);
    if (colon != std::string::npos && is_format(prefix)) return {prefix, word.substr(colon + 1)};
    if (!format.empty()) return {format, word};
    if (word == "-") return {"json", word};
    std::string_view path = word;
    static_cast<void>(strip(path, ".gz") || strip(path, ".zip"));
    for (auto const& f : file_formats())
        if (auto rest = path; !f.ending.empty() && strip(rest, f.ending)) return {std::string(f.name), word};
    throw gs::invalid_value("--file", word,
                            "a known ending, or FORMAT:" + word + "; geostance --help lists the formats");
}

io::input open(std::string const& path) {
    if (path == "-") return io::input::stream(std::cin, "standard input");
    std::string_view rest = path;
    if (strip(rest, ".gz")) return io::gunzip(io::input::file(path));
    if (strip(rest, ".zip")) return io::unzip(io::input::file(path));
    return io::input::file(path);
}

/// Grows a record by one file after the other.
class loader {
public:
    explicit loader(load_request const& request) : request_(request) {}

    void add(named_file const& file) {
        progress_line line("reading " + file.path);
        const interruptible work;
        rows_.bad_rows = request_.skip_bad_rows ? io::bad_rows::skip_and_report : io::bad_rows::stop;
        rows_.stop = interruptible::is_asked_to_stop;
        rows_.progress = [&line](std::uint64_t done, std::optional<std::uint64_t> total) { line.show(done, total); };
        if (file.format != "roll_calls") add_waiting_votes();
        read(file.format, open(file.path));
    }

    gs::stance_graph take() {
        add_waiting_votes();
        return std::move(world_);
    }

private:
    void read(std::string const& format, io::input in) {
        if (format == "json") return take_in(io::read_json<gs::geopolitics>(std::move(in), rows_));
        if (format == "jsonl") return take_in(io::read_json_lines<gs::geopolitics>(std::move(in), rows_));
        if (format == "graphml") return take_in(io::read_graphml<gs::geopolitics>(std::move(in), rows_));
        if (format == "alliances") {
            auto const table = reported(io::read_alliances(std::move(in), {.rows = rows_}));
            static_cast<void>(io::add_alliances(world_, io::spells_of(table)));
        } else if (format == "disputes") {
            auto const table = reported(io::read_disputes(std::move(in), {.rows = rows_}));
            static_cast<void>(io::add_disputes(world_, table, {.values = true}));
        } else if (format == "votes") {
            votes_ = reported(io::read_votes(std::move(in), {.rows = rows_}));
        } else if (format == "vetoes") {
            votes_ = reported(io::read_vetoes(std::move(in), {.rows = rows_}));
        } else if (format == "roll_calls") {
            if (!votes_)
                throw gs::invalid_value("--file", in.name(), "a file of votes before that of their roll calls");
            static_cast<void>(reported(io::describe_roll_calls(*votes_, std::move(in), {.rows = rows_})));
        } else {
            io::event_graph_options options;
            options.reading_rows = rows_;
            auto const event_format = gs::from_string<io::event_format>(format).value();
            report(io::add_events(world_, std::move(in), event_format, options).rows);
        }
    }

    void take_in(io::read_result<gs::stance_graph> result) {
        report(result.report);
        if (world_.num_nodes() == 0)
            world_ = std::move(result.value);
        else
            merge(world_, result.value, {}, chosen_policy{request_.conflicts});
    }

    /// Votes wait for the file that describes their roll calls.
    void add_waiting_votes() {
        if (votes_) static_cast<void>(io::add_votes(world_, *votes_));
        votes_.reset();
    }

    template <class T>
    T reported(io::read_result<T> result) {
        report(result.report);
        return std::move(result.value);
    }
    static void report(io::read_report const& r) {
        if (r.skipped > 0 || !r.warnings.reasons.empty()) std::cerr << summary(r);
    }

    load_request const& request_;
    io::read_options rows_{};
    gs::stance_graph world_{};
    std::optional<io::voting_table> votes_{};
};

gs::stance_graph shipped(std::string const& name) {
    if (name == "vote") return gs::seed::council_vote_2024();
    if (name == "embargo") return gs::seed::embargo_votes();
    return gs::seed::panel_veto_2024();
}

} // namespace

std::vector<file_format> const& file_formats() {
    static const std::vector<file_format> formats{
        {"json", ".json", "a record in the native format"},
        {"jsonl", ".jsonl", "the same, one node or relation a line"},
        {"graphml", ".graphml", "a record as write_graphml wrote it"},
        {"votes", "", "votes of the United Nations (CSV)"},
        {"roll_calls", "", "what the votes before it were about (CSV)"},
        {"vetoes", "", "vetoes in the Security Council (CSV)"},
        {"alliances", "", "alliances: COW, ATOP (CSV)"},
        {"disputes", "", "disputes: COW, GML; conflicts: UCDP (CSV)"},
        {"gdelt_2", ".export.CSV", "events of GDELT 2.0"},
        {"gdelt_1", "", "events of GDELT 1.0"},
        {"icews", "", "events of ICEWS"},
        {"polecat", "", "events of POLECAT"},
        {"ucdp", "", "events of UCDP"},
        {"acled", "", "events of ACLED"},
    };
    return formats;
}

std::vector<std::string> const& shipped_records() {
    static const std::vector<std::string> names{"article", "vote", "embargo"};
    return names;
}

gs::stance_graph load(load_request const& request) {
    check_format(request.format);
    if (request.files.empty()) return shipped(request.record);
    loader result(request);
    for (auto const& word : request.files) result.add(file_in(word, request.format));
    return result.take();
}

} // namespace explorer
