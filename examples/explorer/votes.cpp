// SPDX-License-Identifier: BSL-1.0
// Votes: how they ended, and what a single vote could have changed.
#include "evidence.hpp"
#include "names.hpp"
#include "notes.hpp"
#include "question.hpp"

#include <geostance/query/vote/votes.hpp>

namespace explorer {

namespace {

gs::node<gs::issue> motion_in(asking const& q) {
    auto const n = q.node(0);
    if (auto const motion = q.world.as<gs::issue>(n)) return *motion;
    throw gs::invalid_value("MOTION", name_of(q.world, n), "an issue that was voted on");
}

gs::any_node council_of(asking const& q) {
    try {
        return node_named(q.world, q.setting("council"));
    } catch (gs::unknown_name const& e) {
        throw gs::error(std::string(e.what()) + "; --council names another council, and --rule simple needs none");
    }
}

gs::voting_rule rule_of(asking const& q) {
    auto const& name = q.setting("rule");
    if (name == "two-thirds") return gs::two_thirds_majority();
    if (name == "simple") return gs::simple_majority();
    auto const council = council_of(q);
    auto const& role = q.setting("role");
    auto vetoers = members_with_role(q.world, council, role, q.asked);
    if (vetoers.empty())
        throw gs::invalid_value("--role", role, "a role that a member of " + name_of(q.world, council) + " has");
    return gs::security_council_rule(std::move(vetoers));
}

answer votes(asking const& q) {
    answer result{{}, "no vote is recorded"};
    for (auto const& v : votes_on(q.world, motion_in(q), q.asked)) {
        auto const vote = std::string(to_string(v.vote));
        auto const colour = v.vote == gs::ballot::yes  ? tone::favourable
                            : v.vote == gs::ballot::no ? tone::hostile
                                                       : tone::plain;
        result.rows.push_back({name_of(q.world, v.who) + ": " + vote + (v.veto ? ", a veto" : ""),
                               {name_of(q.world, v.who), vote, v.veto},
                               proofs_of({gs::any_relation(v.recorded)}, "vote"),
                               colour});
    }
    return result;
}

// A roll call that is recorded in part must not be read as the whole.
std::string votes_recorded(gs::vote_outcome const& o) {
    return counted(o.votes.size(), "vote is", "votes are") + " recorded";
}

answer outcome(asking const& q) {
    auto const motion = motion_in(q);
    auto const rule = rule_of(q);
    auto const o = gs::outcome(q.world, motion, rule, q.asked);
    std::vector<gs::any_relation> recorded;
    for (auto const& v : o.votes) recorded.push_back(gs::any_relation(v.recorded));
    auto sentence = std::string(o.carried ? "carried" : "not carried") + ": " + std::to_string(o.yes) + " for, " +
                    std::to_string(o.no) + " against, " + std::to_string(o.abstain) + " abstaining, " +
                    std::to_string(o.not_voting) + " not voting; rule: " + rule.name;
    if (!o.vetoed_by.empty()) sentence += "; vetoed by " + listed(q.world, o.vetoed_by);
    sentence += "; " + votes_recorded(o);
    if (!o.is_known()) return {{}, "no vote is recorded"};
    return {{{std::move(sentence),
              {o.carried, number(o.yes), number(o.no), number(o.abstain), number(o.not_voting),
               names_of(q.world, o.vetoed_by), rule.name},
              proofs_of(recorded, "vote"),
              o.carried ? tone::favourable : tone::hostile}},
            {}};
}

answer pivots(asking const& q) {
    auto const rule = rule_of(q);
    auto const ended = gs::outcome(q.world, motion_in(q), rule, q.asked);
    answer result{{}, ended.is_known() ? "no single vote would have turned the outcome" : "no vote is recorded"};
    if (ended.is_known()) result.notes = {votes_recorded(ended)};
    for (auto const& p : pivotal(ended, rule)) {
        auto const voted = std::string(to_string(p.voted));
        auto const instead = std::string(to_string(p.instead));
        result.rows.push_back({"had " + name_of(q.world, p.who) + " voted " + instead + " instead of " + voted +
                                   ", the outcome would have been the other",
                               {name_of(q.world, p.who), voted, instead},
                               {}});
    }
    return result;
}

} // namespace

std::vector<question> vote_questions() {
    std::vector<parameter> const motion{{"MOTION", "what was voted on", {}}};
    std::vector<setting> const rule{
        {"rule", "when a motion carries", "council", {"simple", "two-thirds", "council"}},
        {"council", "whose members of that role can veto, under the rule `council`", "Security Council", {}},
        {"role", "the role that can veto", "permanent member", {}}};
    return {
        {"votes",
         "how each voted",
         motion,
         reads::everything,
         {"who", "vote", "veto"},
         "votes extension --record vote",
         votes,
         {}},
        {"outcome",
         "how a vote ended",
         motion,
         reads::everything,
         {"carried", "yes", "no", "abstain", "not_voting", "vetoed_by", "rule"},
         "outcome extension --record vote --at 2024-03-28",
         outcome,
         rule},
        {"pivotal",
         "which single votes would have turned the outcome",
         motion,
         reads::everything,
         {"who", "voted", "instead"},
         "pivotal extension --record vote --at 2024-03-28",
         pivots,
         rule},
    };
}

} // namespace explorer
