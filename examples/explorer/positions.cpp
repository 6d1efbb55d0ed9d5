// SPDX-License-Identifier: BSL-1.0
// Where somebody stands, and on what that rests.
#include "evidence.hpp"
#include "names.hpp"
#include "notes.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/query/position/coverage.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/not_counted.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace explorer {

namespace {

answer position(asking const& q) {
    auto const who = q.node(0);
    auto const target = q.node(1);
    auto const held = position_of(q.world, who, target, q.asked);
    answer result{{row_of(q.world, who, target, held)}, {}};
    result.notes = notes_on_position(q, held.attitude == gs::attitude::none);
    if (held.attitude == gs::attitude::none && !result.notes.empty())
        result.rows[0].sentence =
            name_of(q.world, who) + " has no position on " + name_of(q.world, target) + " that counts";
    return result;
}

void add_reasons(gs::reason const& root, std::vector<row>& rows) {
    std::vector<std::pair<gs::reason const*, std::size_t>> waiting{{&root, 0}};
    while (!waiting.empty()) {
        auto const [now, depth] = waiting.back();
        waiting.pop_back();
        rows.push_back({std::string(2 * depth, ' ') + now->text, {number(depth), text(now->text)}, {}});
        for (auto const* children : {&now->not_counted, &now->because})
            for (auto i = children->size(); i-- > 0;) waiting.emplace_back(&(*children)[i], depth + 1);
    }
}

answer explanation(asking const& q) {
    answer result;
    add_reasons(explain(q.world, q.node(0), q.node(1), q.asked), result.rows);
    return result;
}

answer answer_of(asking const& q, gs::any_node target, std::vector<gs::holding> const& held, char const* if_none) {
    answer result;
    bool const nothing_counts = held.empty() && holders_of_positions(q.world, target, q.asked).empty();
    result.notes = notes_on(q, not_counted(q.world, target, q.asked), nothing_counts);
    for (auto const& h : held) result.rows.push_back(row_of(q.world, h.who, target, h.position));
    result.if_none = std::string(result.notes.empty() ? "nobody is recorded as " : "nobody counts as ") + if_none +
                     ' ' + name_of(q.world, target);
    return result;
}

/// The kinds of actors that are listed.
gs::actor_kinds kinds_of(asking const& q) {
    auto const& kind = q.setting("kind");
    return kind == "any" ? gs::actor_kinds() : gs::actor_kinds(gs::from_string<gs::actor_kind>(kind).value());
}

/// `any`, and the names of the kinds.
std::vector<std::string> choices_of_kinds() {
    std::vector<std::string> result{"any"};
    for (auto kind = gs::actor_kind::other;; kind = static_cast<gs::actor_kind>(static_cast<int>(kind) + 1)) {
        result.emplace_back(to_string(kind));
        if (kind == gs::actor_kind::organization) return result;
    }
}

answer all_holders(asking const& q) {
    auto const target = q.node(0);
    return answer_of(q, target, holders_of_positions(q.world, target, q.asked, kinds_of(q)), "having a position on");
}
/// Those of one attitude. Who is mixed is neither for nor against, and is not passed over in silence.
answer all_of(asking const& q, gs::attitude wanted, char const* if_none) {
    auto const target = q.node(0);
    auto held = holders_of_positions(q.world, target, q.asked, kinds_of(q));
    auto const mixed = std::count_if(held.begin(), held.end(),
                                     [](gs::holding const& h) { return h.position.attitude == gs::attitude::mixed; });
    std::erase_if(held, [&](gs::holding const& h) { return h.position.attitude != wanted; });
    auto result = answer_of(q, target, held, if_none);
    if (mixed > 0)
        result.notes.push_back(std::to_string(mixed) + (mixed == 1 ? " holder is" : " holders are") +
                               " mixed; see geostance holders" + q.options + ' ' +
                               shell_word(name_of(q.world, target)));
    return result;
}
answer all_supporters(asking const& q) { return all_of(q, gs::attitude::supports, "supporting"); }
answer all_opponents(asking const& q) { return all_of(q, gs::attitude::opposes, "opposing"); }

answer coverage(asking const& q) {
    auto const found = coverage_of(q.world, q.asked);
    std::vector<gs::any_node> by(found.by.begin(), found.by.end());
    auto sentence = "covered: " + std::string(to_string(found.covered));
    if (!by.empty()) sentence += ", by " + listed(q.world, by);
    return {{{sentence, {text(std::string(to_string(found.covered))), names_of(q.world, by)}, {}}}, {}};
}

} // namespace

std::vector<question> position_questions() {
    parameter const who{"WHO", "who holds the position", {}};
    parameter const target{"TARGET", "what it is about", {}};
    std::vector<setting> const of_kind{{"kind", "only one kind of actor", "any", choices_of_kinds()}};
    return {
        {"position",
         "where somebody stands, and on what that rests",
         {who, target},
         reads::everything,
         position_columns(),
         "position Moscow 'Group of Experts'",
         position,
         {}},
        {"explain",
         "why a position is what it is, and what was refused",
         {who, target},
         reads::everything,
         {"depth", "reason"},
         "explain Russia 'Panel of Experts'",
         explanation,
         {}},
        {"supporters",
         "who is for it",
         {target},
         reads::everything,
         position_columns(),
         "supporters DPRK --at 1948 --at 2024",
         all_supporters,
         of_kind},
        {"opponents",
         "who is against it",
         {target},
         reads::everything,
         position_columns(),
         "opponents 'Panel of Experts'",
         all_opponents,
         of_kind},
        {"holders",
         "everybody who has a position on it",
         {target},
         reads::everything,
         position_columns(),
         "holders 'Panel of Experts' --by Russia",
         all_holders,
         of_kind},
        {"coverage",
         "whether the sources cover a day at all",
         {},
         reads::days_and_sources,
         {"covered", "publications"},
         "coverage --at 2024-03-28",
         coverage,
         {}},
    };
}

} // namespace explorer
