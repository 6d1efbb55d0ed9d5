// SPDX-License-Identifier: BSL-1.0
#include "loading.hpp"

#include "terminal.hpp"

#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_vetoes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/graph/merge.hpp>
#include <geostance/io/detail/peeked.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/gzip.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/read_signed.hpp>
#include <geostance/io/zip.hpp>
#include <geostance/safe_text.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>
#include <utility>

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
        } catch (gs::merge_conflict const& e) {
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

constexpr auto by_its_beginning = "network"; // the format of a signed network whose layout its beginning tells

/// The layout of signed networks that a format names, if it does. GraphML that is named is a record.
std::optional<io::signed_format> layout_in(std::string const& format) {
    return format == "graphml" ? std::nullopt : gs::from_string<io::signed_format>(format);
}

bool is_format(std::string const& name) {
    auto const& formats = file_formats();
    return layout_in(name) ||
           std::any_of(formats.begin(), formats.end(), [&](file_format const& f) { return f.name == name; });
}

/// @throws gs::invalid_value for a format of another name than those there are
void check_format(std::string const& name) {
    if (name.empty() || is_format(name)) return;
    std::string names;
    for (auto const& f : file_formats()) names += (names.empty() ? "" : ", ") + std::string(f.name);
    throw gs::invalid_value("--format", name, "one of " + names);
}

named_file file_in(std::string const& word, load_request const& request) {
    auto const colon = word.find(':');
    auto const prefix = word.substr(0, colon);
    if (colon != std::string::npos && is_format(prefix)) return {prefix, word.substr(colon + 1)};
    if (!request.format.empty()) return {request.format, word};
    if (word == "-") return {"json", word};
    std::string_view path = word;
    static_cast<void>(strip(path, ".gz") || strip(path, ".zip"));
    for (auto const& f : file_formats())
        if (auto rest = path; !f.ending.empty() && strip(rest, f.ending)) return {std::string(f.name), word};
    if (request.takes_networks) return {by_its_beginning, word};
    throw gs::invalid_value("--file", word,
                            "a known ending, or FORMAT:" + word + "; geostance --help lists the formats");
}

/// Whether GraphML is a record, as write_graphml writes it: its nodes have types.
bool is_record(std::string_view graphml) { return graphml.find("\"node.type.string\"") != std::string_view::npos; }

/// How a relation of Pajek counts: `dislikes=-1`.
std::pair<std::string, double> relation_in(std::string const& word) {
    auto const equals = word.rfind('=');
    double factor = 1;
    auto const number = equals == std::string::npos ? std::string_view() : std::string_view(word).substr(equals + 1);
    auto const [end, problem] = std::from_chars(number.data(), number.data() + number.size(), factor);
    if (equals != std::string::npos && (problem != std::errc() || end != number.data() + number.size()))
        throw gs::invalid_value("--relation", word, "NAME or NAME=FACTOR, such as dislikes=-1");
    return {word.substr(0, equals), factor};
}

io::signed_read_options options_of(network_request const& request, io::read_options const& rows) {
    io::signed_read_options result;
    result.from = request.from;
    result.to = request.to;
    result.sign = request.sign;
    if (!request.directed.empty()) result.directed = request.directed == "yes";
    for (auto const& word : request.relations) result.relations.insert(relation_in(word));
    result.rows = rows;
    return result;
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
        interruptible const work;
        rows_.bad_rows = request_.skip_bad_rows ? io::bad_rows::skip_and_report : io::bad_rows::stop;
        rows_.stop = interruptible::is_asked_to_stop;
        rows_.progress = [&line](std::uint64_t done, std::optional<std::uint64_t> total) { line.show(done, total); };
        if (file.format != "roll_calls") add_waiting_votes();
        if (file.format == by_its_beginning || layout_in(file.format))
            read_network(file.format, open(file.path));
        else if (file.format == "graphml" && request_.takes_networks)
            read_graphml(open(file.path));
        else
            read(file.format, open(file.path));
    }

    loaded take() {
        add_waiting_votes();
        if (!network_ && request_.network != network_request())
            throw gs::error(
                "--source, --target, --sign, --directed and --relation are for signed networks; none was read");
        return {std::move(world_), std::move(network_)};
    }

private:
    void read_network(std::string const& format, io::input in) {
        if (!request_.takes_networks)
            throw gs::error(in.name() + ": a signed network is asked ties, camps, misfits, balance, triads and tense");
        if (request_.files.size() > 1) throw gs::error(in.name() + ": a signed network is asked alone");
        auto const options = options_of(request_.network, rows_);
        auto const layout = layout_in(format);
        network_ = reported(layout ? io::read_signed_network(std::move(in), *layout, options)
                                   : io::read_signed_network(std::move(in), options));
    }

    void read_graphml(io::input in) {
        auto [beginning, whole] = io::detail::peek(std::move(in));
        if (is_record(beginning))
            read("graphml", std::move(whole));
        else
            read_network(by_its_beginning, std::move(whole));
    }

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
        } else if (format == "entities") {
            auto const table = reported(io::read_entities(std::move(in), rows_));
            for (auto const& [what, count] : io::add_entities(world_, table).left_out)
                std::cerr << "left out of " << count << (count == 1 ? " entity: " : " entities: ")
                          << gs::safe_text(what) << '\n';
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
            options.rows = rows_;
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
    std::optional<io::signed_network> network_{};
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
        {"entities", ".ftm.json", "entities of FollowTheMoney, one a line"},
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
        {by_its_beginning, "", "a signed network: lists, matrices, Pajek ... (any other ending)"},
    };
    return formats;
}

std::vector<std::string> const& shipped_records() {
    static const std::vector<std::string> names{"article", "vote", "embargo"};
    return names;
}

loaded load(load_request const& request) {
    check_format(request.format);
    if (request.files.empty() && request.network == network_request()) return {shipped(request.record), {}};
    loader result(request);
    for (auto const& word : request.files) result.add(file_in(word, request));
    return result.take();
}

} // namespace explorer
