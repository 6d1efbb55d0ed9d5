// SPDX-License-Identifier: BSL-1.0
// Any question about the shipped article, or about a file in the native format, from the command line.
#include "print.hpp"
#include <geostance/io/json.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <map>
#include <tuple>

namespace {

constexpr auto usage = R"(usage: explorer [--file FILE.json] [--at DATE] [--by NAME] QUESTION
  position WHO TARGET   where somebody stands, and on what that rests
  supporters TARGET     who is for it
  opponents TARGET      who is against it
  statements WHO        what somebody, or who speaks for it, has said
  contested             claims that are asserted and denied
  connected A B         how two nodes are connected
  check                 what counts for less than it may seem: no speaker, two votes, no source
)";

int answer(gs::stance_graph const& world, std::vector<std::string> const& words, gs::lens const& asked) {
    auto const is = [&](char const* name, std::size_t size) { return words.size() == size && words[0] == name; };
    auto const word = [&](std::size_t i) { return named(world, words.at(i)); };
    if (is("position", 3)) return tell(world, word(1), word(2), asked), 0;
    if (is("supporters", 2)) return tell(world, supporters(world, word(1), asked), word(1), asked), 0;
    if (is("opponents", 2)) return tell(world, opponents(world, word(1), asked), word(1), asked), 0;
    if (is("contested", 1)) return tell_disputes(world), 0;
    if (is("check", 1)) return tell_loose_ends(world), 0;
    if (is("statements", 2)) return tell_statements(world, word(1), asked), 0;
    if (is("connected", 3)) {
        for (auto const& path : connections(world, word(1), word(2), asked, {.most = 1}))
            for (auto const r : path.relations) line(describe(world, r)), cite(world, r);
        return 0;
    }
    return std::cerr << usage, 2;
}

} // namespace

int main(int argc, char** argv) try {
    std::vector<std::string> words(argv + 1, argv + argc);
    std::map<std::string, std::string> option{{"--file", ""}, {"--at", ""}, {"--by", ""}};
    while (words.size() > 1 && option.contains(words[0])) {
        option[words[0]] = words[1];
        words.erase(words.begin(), words.begin() + 2);
    }
    auto const& [at, by, file] = std::tie(option["--at"], option["--by"], option["--file"]);
    auto const world = file.empty() ? gs::seed::panel_veto_2024() : gs::io::read_json(gs::io::input::file(file)).value;
    gs::lens asked;
    if (!at.empty()) asked.at = gs::date_from_string(at);
    if (!at.empty() && !asked.at) throw gs::invalid_value("--at", at, "a date, such as 1948 or 2024-03-29");
    if (!by.empty()) asked.according_to = std::vector{named(world, by)};
    return answer(world, words, asked);
} catch (gs::error const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
