// SPDX-License-Identifier: BSL-1.0
// Where somebody stands, and on what that rests.
#include "evidence.hpp"
#include "names.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/query/position/coverage.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>

namespace explorer {

namespace {

answer position(asking const& q) {
    auto const who = q.node(0);
    auto const target = q.node(1);
    return {{row_of(q.world, who, target, position_of(q.world, who, target, q.asked))}, {}};
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
    answer result{{}, std::string("nobody is recorded as ") + if_none + ' ' + name_of(q.world, target)};
    for (auto const& h : held) result.rows.push_back(row_of(q.world, h.who, target, h.position));
    return result;
}

answer all_holders(asking const& q) {
    auto const target = q.node(0);
    return answer_of(q, target, holders_of_positions(q.world, target, q.asked), "having a position on");
}
answer all_supporters(asking const& q) {
    auto const target = q.node(0);
    return answer_of(q, target, supporters(q.world, target, q.asked), "supporting");
}
answer all_opponents(asking const& q) {
    auto const target = q.node(0);
    return answer_of(q, target, opponents(q.world, target, q.asked), "opposing");
}

answer coverage(asking const& q) {
    auto const found = coverage_of(q.world, q.asked);
    std::vector<gs::any_node> by(found.by.begin(), found.by.end());
    auto sentence = "covered: " + std::string(to_string(found.covered));
    if (!by.empty()) sentence += ", by " + listed(q.world, by);
    return {{{sentence, {text(std::string(to_string(found.covered))), names_of(q.world, by)}, {}}}, {}};
}

} // namespace

std::vector<question> position_questions() {
    const parameter who{"WHO", "who holds the position", {}};
    const parameter target{"TARGET", "what it is about", {}};
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
         {}},
        {"opponents",
         "who is against it",
         {target},
         reads::everything,
         position_columns(),
         "opponents 'Panel of Experts'",
         all_opponents,
         {}},
        {"holders",
         "everybody who has a position on it",
         {target},
         reads::everything,
         position_columns(),
         "holders 'Panel of Experts' --by Russia",
         all_holders,
         {}},
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
