// SPDX-License-Identifier: BSL-1.0
// The signed graph of holders: camps, balance, triads.
#include "evidence.hpp"
#include "names.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/optimum/line_index.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/signed/triad_census.hpp>

#include <algorithm>
#include <array>

namespace explorer {

namespace {

gs::search_options search_of(asking const& q) {
    gs::search_options result;
    result.time_limit = q.number("seconds");
    result.stop = q.stop;
    return result;
}

gs::any_node end_of(gs::projection const& p, std::uint32_t v) { return p.holders[v]; }

row tie_row(gs::stance_graph const& world, gs::projection const& p, gs::projected_tie const& t) {
    auto const first = name_of(world, end_of(p, t.from));
    auto const second = name_of(world, end_of(p, t.to));
    return {first + " and " + second + ": " + rounded(t.sum.mean()),
            {first, second, number(t.sum.mean()), number(t.sum.weight()), number(t.sum.number())},
            proofs_of(t.rests_on),
            t.sum.mean() > 0   ? tone::favourable
            : t.sum.mean() < 0 ? tone::hostile
                               : tone::unsure};
}

answer ties(asking const& q) {
    auto const p = project(q.world, q.asked);
    answer result{{}, "no two holders have a tie"};
    for (auto const& t : p.ties) result.rows.push_back(tie_row(q.world, p, t));
    return result;
}

std::vector<gs::any_node> members_of_camp(gs::projection const& p, gs::bounds const& found, std::uint32_t camp) {
    std::vector<gs::any_node> result;
    for (std::size_t v = 0; v < found.camp.size(); ++v)
        if (found.camp[v] == camp) result.push_back(p.holders[v]);
    return result;
}

gs::bounds best_camps(gs::projection const& p, asking const& q) {
    if (q.setting("camps") == "any") return gs::camps(p.graph, {}, search_of(q));
    return gs::camps(p.graph, q.count("camps"), search_of(q));
}

answer all_camps(asking const& q) {
    auto const p = project(q.world, q.asked);
    auto const found = best_camps(p, q);
    answer result{{}, "no two holders have a tie"};
    for (std::uint32_t camp = 0; camp < found.camps; ++camp) {
        auto const members = members_of_camp(p, found, camp);
        result.rows.push_back({"camp " + std::to_string(camp + 1) + ": " + listed(q.world, members) +
                                   (found.exact ? "" : " (not proven to be the best)"),
                               {number(camp + 1), names_of(q.world, members), number(members.size()), found.exact},
                               {}});
    }
    return result;
}

answer misfits(asking const& q) {
    auto const p = project(q.world, q.asked);
    auto const found = best_camps(p, q);
    answer result{{}, "every tie fits the camps"};
    for (auto const edge : found.against) {
        result.rows.push_back(tie_row(q.world, p, p.ties[edge]));
        result.rows.back().sentence += found.exact ? "" : " (the camps are not proven to be the best)";
        result.rows.back().cells.emplace_back(found.exact);
    }
    return result;
}

answer balance(asking const& q) {
    auto const p = project(q.world, q.asked);
    auto const found = gs::frustration_index(p.graph, search_of(q));
    double const total = p.graph.total_weight();
    double const share = total > 0 ? gs::normalised_frustration(found.upper, total) : std::nan("");
    auto const ties =
        std::to_string(p.graph.num_ties()) + " ties among " + std::to_string(p.holders.size()) + " holders: ";
    auto const between = found.exact ? rounded(found.upper) : rounded(found.lower) + " to " + rounded(found.upper);
    std::vector<proof> evidence;
    for (auto const edge : found.against)
        for (auto& e : proofs_of(p.ties[edge].rests_on)) evidence.push_back(std::move(e));
    return {{{ties + "frustration " + between + ", balance " + rounded(share),
              {number(p.holders.size()), number(p.graph.num_ties()), number(found.lower), number(found.upper),
               found.exact, number(share), number(found.against.size())},
              std::move(evidence)}},
            {}};
}

answer triads(asking const& q) {
    auto const census = triad_census(project(q.world, q.asked).graph);
    auto const& t = census.total;
    return {
        {{std::to_string(t.total()) + " triads, " + std::to_string(t.balanced()) + " of them balanced: +++ " +
              std::to_string(t.ppp()) + ", ++- " + std::to_string(t.ppn()) + ", +-- " + std::to_string(t.pnn()) +
              ", --- " + std::to_string(t.nnn()),
          {number(t.total()), number(t.balanced()), number(t.ppp()), number(t.ppn()), number(t.pnn()), number(t.nnn())},
          {}}},
        {}};
}

/// Three holders, each with a tie to the others.
row triad_row(gs::stance_graph const& world, gs::projection const& p, std::array<std::uint32_t, 3> const& arcs,
              std::array<std::uint32_t, 3> const& ends) {
    std::vector<std::string> names;
    for (auto const v : ends) names.push_back(name_of(world, end_of(p, v)));
    std::vector<proof> evidence;
    std::vector<std::string> signs;
    for (auto const arc : arcs) {
        signs.emplace_back(p.graph.is_negative(arc) ? "-" : "+");
        for (auto& e : proofs_of(p.tie_of(arc).rests_on)) evidence.push_back(std::move(e));
    }
    auto const sentence =
        names[0] + ' ' + signs[0] + ' ' + names[1] + ' ' + signs[1] + ' ' + names[2] + ' ' + signs[2] + ' ' + names[0];
    return {sentence, {names[0], names[1], names[2], signs[0], signs[1], signs[2]}, std::move(evidence), tone::unsure};
}

answer tense(asking const& q) {
    auto const p = project(q.world, q.asked);
    auto const& g = p.graph;
    answer result{{}, "no triad is tense"};
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u)
        for (auto a = g.first_arc(u); a < g.first_arc(u + 1); ++a)
            for (auto b = a + 1; b < g.first_arc(u + 1); ++b) {
                auto const v = std::min(g.neighbour(a), g.neighbour(b));
                auto const w = std::max(g.neighbour(a), g.neighbour(b));
                auto const across = u < v ? g.find_arc(v, w) : g.num_arcs();
                if (across >= g.num_arcs()) continue;
                bool const is_balanced = (g.is_negative(a) != g.is_negative(b)) == g.is_negative(across);
                if (is_balanced) continue;
                result.rows.push_back(triad_row(q.world, p, {g.find_arc(u, v), across, g.find_arc(w, u)}, {u, v, w}));
            }
    return result;
}

} // namespace

std::vector<question> network_questions() {
    const setting seconds{"seconds", "the longest search, in seconds", "60", {}};
    const setting number_of_camps{"camps", "how many camps there are: a number, or `any`", "2", {}};
    return {
        {"ties",
         "who stands with whom, and who against whom",
         {},
         reads::everything,
         {"first", "second", "value", "weight", "number"},
         "ties",
         ties,
         {}},
        {"camps",
         "which camps there are",
         {},
         reads::everything,
         {"camp", "members", "size", "proven"},
         "camps --by everybody",
         all_camps,
         {number_of_camps, seconds}},
        {"misfits",
         "ties that do not fit the camps",
         {},
         reads::everything,
         {"first", "second", "value", "weight", "number", "proven"},
         "misfits --record vote --by everybody",
         misfits,
         {number_of_camps, seconds}},
        {"balance",
         "how far the ties are from two camps",
         {},
         reads::everything,
         {"holders", "ties", "frustration_lower", "frustration_upper", "exact", "balance", "against"},
         "balance --by everybody --at 1948 --at 2024",
         balance,
         {seconds}},
        {"triads",
         "how many triads there are, by their signs",
         {},
         reads::everything,
         {"triads", "balanced", "ppp", "ppn", "pnn", "nnn"},
         "triads --by everybody",
         triads,
         {}},
        {"tense",
         "triads that are not balanced",
         {},
         reads::everything,
         {"first", "second", "third", "first_second", "second_third", "third_first"},
         "tense --file valleys.json --by everybody",
         tense,
         {}},
    };
}

} // namespace explorer
