// SPDX-License-Identifier: BSL-1.0
#include "notes.hpp"

#include "names.hpp"

#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/position/not_counted.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>

namespace explorer {

namespace {

/// What became of some relations, after their number: `were taken back or replaced`.
std::string in_words(gs::refusal why, bool is_one) {
    std::string const are = is_one ? "is " : "are ";
    std::string const were = is_one ? "was " : "were ";
    switch (why) {
    case gs::refusal::channel: return are + "of another channel";
    case gs::refusal::facet: return are + "about another side";
    case gs::refusal::credibility: return are + "not credible enough";
    case gs::refusal::left_out: return are + "left out";
    case gs::refusal::known_later: return were + "known only later";
    case gs::refusal::account: return are + "in another account";
    case gs::refusal::withdrawn: return were + "taken back or replaced";
    case gs::refusal::disowned: return were + "disowned";
    case gs::refusal::day: return is_one ? "does not hold then" : "do not hold then";
    case gs::refusal::uncertain: return "only may hold";
    }
    return {};
}

/// How many relations of a type are left out, and are not told by anything that stays.
template <class R>
std::size_t number_lost(gs::detail::known_record<gs::geopolitics> const& record) {
    auto const& world = record.graph();
    std::size_t result = 0;
    for (auto const r : world.relations_of_type<R>()) {
        auto const to = world.target(gs::any_relation(r));
        bool is_told = false;
        for (auto const other : out<R>(world, world.source(gs::any_relation(r))))
            is_told = is_told ||
                      (world.target(gs::any_relation(other)) == to && !record.is_left_out(gs::any_relation(other)));
        result += is_told ? 0U : 1U;
    }
    return result;
}

void append(std::string& list, std::string const& next) { list += (list.empty() ? "" : ", ") + next; }

/// Those of some refusals that a note tells, each relation once.
std::vector<gs::refused> told_of(std::vector<gs::refused> const& found, bool nothing_counts) {
    std::vector<gs::refused> result;
    for (auto const& r : found) {
        bool const is_told = nothing_counts || r.why == gs::refusal::withdrawn || r.why == gs::refusal::disowned;
        bool const is_known = !result.empty() && result.back().relation == r.relation;
        if (is_told && !is_known) result.push_back(r);
    }
    return result;
}

} // namespace

std::string shell_word(std::string const& word) {
    auto const is_plain = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '/';
    };
    if (std::all_of(word.begin(), word.end(), is_plain)) return word;
    std::string result = "'";
    for (auto const c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + '\'';
}

std::string counted(std::size_t n, std::string const& one, std::string const& several) {
    return std::to_string(n) + ' ' + (n == 1 ? one : several);
}

std::vector<std::string> notes_on(asking const& q, std::vector<gs::refused> const& found, bool nothing_counts) {
    auto const told = told_of(found, nothing_counts);
    if (told.empty()) return {};
    std::map<gs::refusal, std::size_t> number;
    for (auto const& r : told) ++number[r.why];
    std::string reasons;
    for (auto const& [why, n] : number) {
        auto const what = std::to_string(n) + (reasons.empty() ? n == 1 ? " relation " : " relations " : " ");
        append(reasons, what + in_words(why, n == 1));
    }
    auto const who = q.words.size() > 1 ? q.words[0] : name_of(q.world, q.world.source(told.front().relation));
    return {(nothing_counts ? "nothing counts: " : "not counted: ") + reasons + "; see geostance explain" + q.options +
            ' ' + shell_word(who) + ' ' + shell_word(q.words.back())};
}

std::vector<std::string> notes_on_position(asking const& q, bool nothing_counts) {
    return notes_on(q, not_counted(q.world, q.node(0), q.node(1), q.asked), nothing_counts);
}

std::vector<gs::any_node> copies_of(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes) {
    auto reached = nodes;
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (auto const paper = world.as<gs::publication>(reached[i]))
            for (auto const r : in<gs::derives_from>(world, *paper))
                gs::detail::insert_unique(reached, gs::any_node(world.source(r)));
    return {reached.begin() + static_cast<std::ptrdiff_t>(nodes.size()), reached.end()};
}

std::string offices_lost(gs::stance_graph const& world, gs::lens const& asked) {
    gs::detail::known_record<gs::geopolitics> const record(world, asked);
    std::string result;
    auto const offices = number_lost<gs::speaks_for>(record) + number_lost<gs::part_of>(record);
    if (offices > 0) append(result, counted(offices, "office", "offices"));
    if (auto const n = number_lost<gs::member_of>(record); n > 0)
        append(result, counted(n, "membership", "memberships"));
    return result;
}

std::vector<std::string> notes_on_left_out(gs::stance_graph const& world, gs::lens const& asked) {
    if (asked.without.empty()) return {};
    std::vector<std::string> result;
    if (auto const lost = offices_lost(world, asked); !lost.empty())
        result.push_back("also gone, as only what is left out tells of it: " + lost);
    if (auto const copies = copies_of(world, asked.without); !copies.empty())
        result.push_back("not left out, though it took its report from what is: " + listed(world, copies));
    return result;
}

} // namespace explorer
