// SPDX-License-Identifier: BSL-1.0
// Groups, their members, and pledges.
#include "evidence.hpp"
#include "names.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/query/group/groups.hpp>
#include <geostance/query/group/obligations.hpp>

namespace explorer {

namespace {

answer members(asking const& q) {
    auto const group = q.node(0);
    answer result{{}, name_of(q.world, group) + " has no recorded members"};
    for (auto const n : members_of(q.world, group, q.asked))
        result.rows.push_back({name_of(q.world, n), {name_of(q.world, n), kind_of(q.world, n)}, {}});
    return result;
}

/// The group first, then its members.
answer group(asking const& q) {
    auto const whole = q.node(0);
    auto const target = q.node(1);
    auto const found = group_position(q.world, whole, target, q.asked);
    answer result;
    auto const add = [&](gs::any_node who, gs::position const& held) {
        auto next = row_of(q.world, who, target, held);
        next.cells.insert(next.cells.begin(), std::string(who == whole ? "group" : "member"));
        next.cells.push_back(number(found.mean_of_members));
        result.rows.push_back(std::move(next));
    };
    add(whole, found.own);
    for (auto const& m : found.members) add(m.who, m.position);
    return result;
}

answer dissent(asking const& q) {
    auto const target = q.node(1);
    answer result{{}, "no recorded member is that far from its group"};
    for (auto const& d :
         dissenters(q.world, q.node(0), target, q.asked, {.least_distance = q.number("least-distance")})) {
        auto next = row_of(q.world, d.who, target, d.position);
        next.sentence += ", " + rounded(d.distance) + " from its group";
        next.cells.push_back(number(d.distance));
        result.rows.push_back(std::move(next));
    }
    return result;
}

answer silence(asking const& q) {
    auto const target = q.node(1);
    answer result{{}, "no recorded member is silent"};
    for (auto const n : silent(q.world, q.node(0), target, q.asked))
        result.rows.push_back({name_of(q.world, n) + " has no recorded position on " + name_of(q.world, target),
                               {name_of(q.world, n), name_of(q.world, target)},
                               {}});
    return result;
}

answer commitment(asking const& q) {
    auto const who = q.node(0);
    auto const whole = q.node(1);
    bool const may = may_commit(q.world, who, whole, q.asked);
    return {{{name_of(q.world, who) + (may ? " may commit " : " speaks for itself and does not commit ") +
                  name_of(q.world, whole),
              {name_of(q.world, who), name_of(q.world, whole), may},
              {}}},
            {}};
}

std::vector<std::string> words_of(gs::pledges const& p) {
    std::vector<std::string> result;
    if (p.defense) result.push_back("defense");
    if (p.offense) result.push_back("offense");
    if (p.neutrality) result.push_back("neutrality");
    if (p.nonaggression) result.push_back("nonaggression");
    if (p.consultation) result.push_back("consultation");
    return result;
}

answer pledges(asking const& q) {
    answer result{{}, "no pledge is recorded"};
    for (auto const& o : obligations(q.world, q.node(0), q.asked)) {
        auto const promised = words_of(o.pledges);
        auto sentence = name_of(q.world, o.by) + " to " + name_of(q.world, o.to) + ':';
        for (auto const& pledge : promised) sentence += ' ' + pledge;
        if (o.holds == gs::certainty::maybe) sentence += " (may not hold that day)";
        result.rows.push_back(
            {std::move(sentence),
             {name_of(q.world, o.by), name_of(q.world, o.to), promised, std::string(to_string(o.holds))},
             proofs_of({gs::any_relation(o.recorded)}, "pledge")});
    }
    return result;
}

} // namespace

std::vector<question> group_questions() {
    parameter const group_{"GROUP", "an alliance, an organisation, a council or a state", {}};
    parameter const target{"TARGET", "what the positions are about", {}};
    auto of_group = position_columns();
    of_group.insert(of_group.begin(), "part");
    of_group.push_back("mean_of_members");
    auto of_dissent = position_columns();
    of_dissent.push_back("distance");
    return {
        {"members",
         "who belongs to a group",
         {group_},
         reads::days_and_sources,
         {"who", "kind"},
         "members 'Security Council' --record vote",
         members,
         {}},
        {"group",
         "whether a group has a position, or only its members",
         {group_, target},
         reads::everything,
         of_group,
         "group 'Security Council' 'panel of experts' --record vote",
         group,
         {}},
        {"dissenters",
         "members whose position is far from their group's",
         {group_, target},
         reads::everything,
         of_dissent,
         "dissenters 'Security Council' 'Panel of Experts' --record vote",
         dissent,
         {{"least-distance", "the least distance that counts, in (0, 2]", "0.5", {}}}},
        {"silent",
         "members without a recorded position",
         {group_, target},
         reads::everything,
         {"who", "target"},
         "silent 'Security Council' 'Panel of Experts' --record vote",
         silence,
         {}},
        {"may-commit",
         "whether somebody's words commit a group",
         {{"WHO", "a speaker", {}}, group_},
         reads::days_and_sources,
         {"who", "group", "may_commit"},
         "may-commit Zakharova Russia",
         commitment,
         {}},
        {"obligations",
         "who was pledged to whom",
         {{"WHO", "an actor or a treaty", {}}},
         reads::everything,
         {"who", "to", "pledges", "holds"},
         "obligations 'North Korea' --record vote",
         pledges,
         {}},
    };
}

} // namespace explorer
