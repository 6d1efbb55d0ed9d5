// SPDX-License-Identifier: BSL-1.0
// The program `geostance`: every question, of any record or data file that the library reads, on the command line.
#include "lens_options.hpp"
#include "loading.hpp"
#include "notes.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <geostance/graph/detail/near_names.hpp>
#include <geostance/version.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>

namespace explorer {
namespace {

/// How the program ends.
enum exit_code { answered_all = 0, bad_input = 1, misused = 2, faults_found = 3, stopped = 130 };

/// The options of all questions.
struct common_options {
    load_request load{};
    bool json = false;
    bool csv = false;
    bool dot = false;
    bool evidence = false;
    bool no_evidence = false;
    std::string colour = "auto";
};

/// A question with room for the words and options that the command line gives it.
struct command {
    question asked{};
    std::vector<std::vector<std::string>> words{}; ///< by parameter
    std::map<std::string, std::string> settings{};
    lens_request lens{};
    CLI::App* app = nullptr;
};

void add_parameter(CLI::App& app, parameter const& p, std::vector<std::string>& words) {
    if (p.words == parameter::number::any || p.words == parameter::number::at_least_one) {
        app.add_option(p.name, words, p.what)->required(p.words == parameter::number::at_least_one);
        return;
    }
    auto const take = [&words](std::string const& word) { words = {word}; };
    app.add_option_function<std::string>(p.name, take, p.what)->required(p.words == parameter::number::one);
}

void add_setting(CLI::App& app, setting const& s, std::string& value) {
    value = s.preset;
    auto* const option = app.add_option("--" + s.name, value, s.what)->capture_default_str();
    if (!s.choices.empty()) option->check(CLI::IsMember(s.choices));
}

std::string columns_in_words(question const& q) {
    constexpr std::size_t usual_width = 80;
    if (q.columns.empty()) return {};
    std::string line = "Fields:";
    for (auto const& column : q.columns) line += ' ' + column;
    std::string result;
    for (auto const& part : wrapped(line, usual_width, 0)) result += '\n' + part;
    return result;
}

std::unique_ptr<command> command_for(CLI::App& program, question const& asked) {
    auto result = std::make_unique<command>();
    result->asked = asked;
    result->app = program.add_subcommand(asked.name, asked.what)->fallthrough();
    result->words.resize(asked.takes.size());
    for (std::size_t i = 0; i < asked.takes.size(); ++i) add_parameter(*result->app, asked.takes[i], result->words[i]);
    for (auto const& s : asked.settings) add_setting(*result->app, s, result->settings[s.name]);
    add_lens_options(*result->app, asked.reads, result->lens);
    result->app->footer("Example: geostance " + asked.example + columns_in_words(asked) +
                        "\nFiles and output: geostance --help");
    return result;
}

std::string version() {
    return "geostance " + std::to_string(GEOSTANCE_VERSION_MAJOR) + '.' + std::to_string(GEOSTANCE_VERSION_MINOR) +
           '.' + std::to_string(GEOSTANCE_VERSION_PATCH);
}

std::string formats_in_words() {
    std::string result = "Formats of files, by ending, --format or FORMAT:FILE (also .gz and .zip):\n";
    for (auto const& f : file_formats()) {
        auto const name = std::string(f.name) + (f.ending.empty() ? "" : " (" + std::string(f.ending) + ")");
        result += "  " + name + std::string(name.size() < 24 ? 24 - name.size() : 1, ' ') + std::string(f.what) + '\n';
    }
    return result + "Ends with 0 where it answers, 1 for a file, name or value that is wrong, 2 for a\n"
                    "wrong command line, 3 where check or quotes find something, 130 at Ctrl-C.";
}

void add_common_options(CLI::App& program, common_options& given) {
    program.set_version_flag("--version", version());
    program.add_option("-f,--file", given.load.files, "a file, - for standard input; repeatable")
        ->allow_extra_args(false);
    program.add_option("--format", given.load.format, "the format of the files");
    program.add_option("--record", given.load.record, "a shipped record, without files")
        ->check(CLI::IsMember(shipped_records()))
        ->capture_default_str();
    program.add_option("--conflicts", given.load.conflicts, "where files differ on a node")
        ->check(CLI::IsMember({"refuse", "first", "last"}))
        ->capture_default_str();
    auto& network = given.load.network;
    program.add_option("--source", network.from, "of a signed network: the column of one end")->type_name("COLUMN");
    program.add_option("--target", network.to, "the column of the other end")->type_name("COLUMN");
    program.add_option("--sign", network.sign, "the column of the sign or weight")->type_name("COLUMN");
    program.add_option("--directed", network.directed, "whether its ties have directions: yes, no")
        ->check(CLI::IsMember({"yes", "no"}));
    program.add_option("--relation", network.relations, "of Pajek, NAME=FACTOR: dislikes=-1; repeatable")
        ->type_name("RELATION")
        ->allow_extra_args(false);
    program.add_flag("--skip-bad-rows", given.load.skip_bad_rows, "leave bad rows out, and say so");
    auto* const json = program.add_flag("--json", given.json, "JSON Lines, for programs");
    auto* const csv = program.add_flag("--csv", given.csv, "a table")->excludes(json);
    program.add_flag("--dot", given.dot, "what it rests on, for Graphviz")->excludes(json)->excludes(csv);
    auto* const evidence = program.add_flag("--evidence", given.evidence, "with the evidence, also in --csv");
    program.add_flag("--no-evidence", given.no_evidence, "without the evidence")->excludes(evidence);
    program.add_option("--colour", given.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    program.footer(formats_in_words());
}

/// The options that were given, as a shell takes them, of those that the question `explain` takes: those of the record
/// and of the reading, not of the output.
std::string options_of_hints(CLI::App const& program, CLI::App const& asked) {
    constexpr std::array<std::string_view, 6> of_output{"--json",     "--csv",         "--dot",
                                                        "--evidence", "--no-evidence", "--colour"};
    std::string result;
    auto const add_from = [&](CLI::App const& app, CLI::App const& takes) {
        for (auto const* const option : app.get_options()) {
            auto const name = option->get_name();
            bool const is_of_output = std::find(of_output.begin(), of_output.end(), name) != of_output.end();
            bool const is_taken = !option->get_positional() && takes.get_option_no_throw(name) != nullptr;
            if (option->count() == 0 || is_of_output || !is_taken) continue;
            for (auto const& value : option->results())
                result += ' ' + name + (option->get_items_expected_max() == 0 ? "" : ' ' + shell_word(value));
        }
    };
    auto const* const explain = program.get_subcommand("explain");
    add_from(program, program);
    add_from(asked, *explain);
    return result;
}

/// The readings of a record; of a signed network the one that is none.
/// @throws gs::error if part of a reading is asked of a network
std::vector<reading> readings_of(loaded const& of, lens_request const& request) {
    if (!of.network) return readings_of(of.world, request);
    if (request != lens_request())
        throw gs::error("a signed network has no days, accounts or sources: no option of a reading applies to it");
    return {reading{}};
}

answered answer_all(loaded const& of, command const& given, std::string const& options_of_hints) {
    answered result{given.asked, readings_of(of, given.lens), {}};
    interruptible const work;
    for (auto const& under : result.under) {
        asking q{of.world,         of.network ? &*of.network : nullptr, under.asked, {}, given.settings,
                 options_of_hints, interruptible::is_asked_to_stop};
        for (auto const& words : given.words) q.words.insert(q.words.end(), words.begin(), words.end());
        result.answers.push_back(given.asked.ask(q));
        auto& notes = result.answers.back().notes;
        for (auto& note : notes_on_left_out(of.world, under.asked)) notes.push_back(std::move(note));
        if (interruptible::is_asked_to_stop()) throw gs::cancelled("stopped");
    }
    return result;
}

style style_of(common_options const& given) {
    style result;
    result.evidence = given.evidence || (!given.csv && !given.no_evidence);
    result.colour = given.colour == "always" || (given.colour == "auto" && wants_colour());
    result.width = width_of_output();
    return result;
}

/// The whole output, so that nothing is written where something is wrong with it.
std::string text_of(gs::stance_graph const& world, answered const& given, common_options const& options) {
    if (!given.answers.front().document.empty()) return given.answers.front().document;
    std::ostringstream out;
    auto const how = style_of(options);
    if (options.json)
        write_json_lines(out, world, given, how);
    else if (options.csv)
        write_csv(out, world, given, how);
    else if (options.dot)
        write_dot(out, world, given);
    else
        write_text(out, world, given, how);
    return out.str();
}

/// The option that asks for rows in some form, of a question that answers with a document; else empty.
std::string rows_asked_of_document(common_options const& options, question const& asked) {
    if (!asked.columns.empty()) return {};
    return options.json ? "--json" : options.csv ? "--csv" : options.dot ? "--dot" : "";
}

int run(common_options const& options, command const& given, std::string const& options_of_hints) {
    auto request = options.load;
    request.takes_networks = given.asked.takes_networks;
    auto const of = load(request);
    if (of.network && options.dot) throw gs::error("--dot: the ties of a signed network rest on no relations");
    auto const result = answer_all(of, given, options_of_hints);
    std::cout << text_of(of.world, result, options) << std::flush;
    if (!std::cout) throw gs::error("standard output: could not be written");
    if (options.json || options.csv || options.dot) write_notes(std::cerr, result);
    auto const has_faults = [](answer const& a) { return a.finds_faults; };
    return std::any_of(result.answers.begin(), result.answers.end(), has_faults) ? faults_found : answered_all;
}

/// The questions whose names are most like a word.
std::string near_questions(std::string const& word) {
    gs::detail::near_names near(word);
    auto const all = all_questions();
    for (std::size_t i = 0; i < all.size(); ++i) near.consider(all[i].name, i);
    std::string result;
    for (auto const& name : near.take()) result += (result.empty() ? "; nearest: " : ", ") + name;
    return result;
}

/// Says what is wrong with the command line, or gives the help that was asked for.
int explain(CLI::App const& program, CLI::ParseError const& problem) {
    if (problem.get_exit_code() == 0) return program.exit(problem);
    auto const asked = program.get_subcommands();
    if (auto const words = program.remaining(); asked.empty() && !words.empty() && words[0][0] != '-') {
        std::cerr << gs::safe_text("no question is called '" + words[0] + '\'' + near_questions(words[0]))
                  << "\nSee geostance --help.\n";
        return misused;
    }
    std::cerr << gs::safe_text(problem.what()) << "\nSee geostance "
              << (asked.empty() ? "" : asked[0]->get_name() + ' ') << "--help.\n";
    return misused;
}

int main(int argc, char** argv) {
    CLI::App program("Who stands where, toward whom, in whose words: questions about a record of stances.",
                     "geostance");
    program.get_formatter()->column_width(28);
    common_options options;
    add_common_options(program, options);
    program.require_subcommand(1);
    std::vector<std::unique_ptr<command>> commands;
    for (auto const& q : all_questions()) commands.push_back(command_for(program, q));
    try {
        program.parse(argc, argv);
    } catch (CLI::ParseError const& problem) {
        return explain(program, problem);
    }
    auto const is_asked = [](auto const& c) { return c->app->parsed(); };
    auto const& given = **std::find_if(commands.begin(), commands.end(), is_asked);
    if (auto const option = rows_asked_of_document(options, given.asked); !option.empty()) {
        std::cerr << given.asked.name << " answers with a document, which has no form " << option << "\nSee geostance "
                  << given.asked.name << " --help.\n";
        return misused;
    }
    return run(options, given, options_of_hints(program, *given.app));
}

} // namespace
} // namespace explorer

int main(int argc, char** argv) try { return explorer::main(argc, argv); } catch (geostance::cancelled const& e) {
    std::cerr << e.what() << '\n';
    return explorer::stopped;
} catch (geostance::error const& e) {
    std::cerr << e.what() << '\n';
    return explorer::bad_input;
} catch (std::exception const& e) {
    std::cerr << geostance::safe_text(e.what()) << '\n';
    return explorer::bad_input;
}
