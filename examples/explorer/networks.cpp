// SPDX-License-Identifier: BSL-1.0
// The signed graph of holders: camps, balance, triads.
#include "network.hpp"
#include "notes.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/optimum/line_index.hpp>
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

row tie_row(network const& n, tie const& t) {
    auto const& first = n.names[t.from];
    auto const& second = n.names[t.to];
    return {first + " and " + second + ": " + rounded(t.value),
            {first, second, number(t.value), number(t.weight), number(t.number)},
            t.evidence,
            t.value > 0   ? tone::favourable
            : t.value < 0 ? tone::hostile
                          : tone::unsure};
}

std::string none_of(network const& n) { return "no two " + n.vertices + " have a tie"; }

answer ties(asking const& q) {
    auto const n = network_of(q);
    answer result{{}, none_of(n)};
    result.notes = n.notes;
    for (auto const& t : n.ties) result.rows.push_back(tie_row(n, t));
    return result;
}

gs::bounds best_camps(network const& n, asking const& q) {
    if (q.setting("camps") == "any") return gs::camps(n.graph, {}, search_of(q));
    auto const most = q.count("camps");
    if (n.names.empty()) return {};
    if (most > std::max<std::size_t>(n.names.size(), 2))
        throw gs::invalid_value("--camps", q.setting("camps"), "at most one for each of the " + n.vertices);
    return gs::camps(n.graph, std::min(most, n.names.size()), search_of(q));
}

/// What the camps leave against them, and whether others would leave less.
std::string summary_of(asking const& q, network const& n, gs::bounds const& found) {
    if (n.graph.num_ties() == 0) return {};
    auto const others = q.setting("camps") == "any" ? "no camps" : "no " + q.setting("camps") + " camps";
    auto const proof = found.exact ? " (proven: " + others + " leave less)"
                                   : " (not proven to be the least, which is at least " + rounded(found.lower) + ')';
    return "weight against these camps: " + rounded(found.upper) + proof;
}

answer all_camps(asking const& q) {
    auto const n = network_of(q);
    auto const found = best_camps(n, q);
    answer result{{}, none_of(n), summary_of(q, n, found)};
    result.notes = n.notes;
    for (std::uint32_t camp = 0; camp < found.camps; ++camp) {
        std::vector<std::string> members;
        std::string listed;
        for (std::size_t v = 0; v < found.camp.size(); ++v) {
            if (found.camp[v] != camp) continue;
            members.push_back(n.names[v]);
            listed += (listed.empty() ? "" : ", ") + n.names[v];
        }
        auto const size = members.size();
        result.rows.push_back({"camp " + std::to_string(camp + 1) + ": " + listed,
                               {number(camp + 1), std::move(members), number(size), found.exact, number(found.lower),
                                number(found.upper)},
                               {}});
    }
    return result;
}

answer misfits(asking const& q) {
    auto const n = network_of(q);
    auto const found = best_camps(n, q);
    answer result{{}, n.graph.num_ties() == 0 ? none_of(n) : "every tie fits the camps", summary_of(q, n, found)};
    result.notes = n.notes;
    for (auto const edge : found.against) {
        result.rows.push_back(tie_row(n, n.tie_of(edge)));
        result.rows.back().cells.emplace_back(found.exact);
    }
    return result;
}

answer balance(asking const& q) {
    auto const n = network_of(q);
    auto const found = gs::frustration_index(n.graph, search_of(q));
    double const total = n.graph.total_weight();
    double const share = total > 0 ? gs::normalised_frustration(found.upper, total) : std::nan("");
    auto const ties = counted(n.graph.num_ties(), "tie", "ties") + " among " + std::to_string(n.names.size()) + ' ' +
                      n.vertices + ": ";
    auto const between =
        found.exact ? rounded(found.upper) : rounded(found.lower) + " to " + rounded(found.upper) + " (not proven)";
    std::vector<proof> evidence;
    for (auto const edge : found.against)
        for (auto const& e : n.tie_of(edge).evidence) evidence.push_back(e);
    return {{{ties + "frustration " + between + ", balance " + rounded(share),
              {number(n.names.size()), number(n.graph.num_ties()), number(found.lower), number(found.upper),
               found.exact, number(share), number(found.against.size())},
              std::move(evidence)}},
            {},
            {},
            n.notes};
}

answer triads(asking const& q) {
    auto const n = network_of(q);
    auto const& t = triad_census(n.graph).total;
    return {
        {{counted(t.total(), "triad", "triads") + ", " + std::to_string(t.balanced()) + " of them balanced: +++ " +
              std::to_string(t.ppp()) + ", ++- " + std::to_string(t.ppn()) + ", +-- " + std::to_string(t.pnn()) +
              ", --- " + std::to_string(t.nnn()),
          {number(t.total()), number(t.balanced()), number(t.ppp()), number(t.ppn()), number(t.pnn()), number(t.nnn())},
          {}}},
        {},
        {},
        n.notes};
}

/// Three vertices, each with a tie to the others.
row triad_row(network const& n, std::array<std::uint32_t, 3> const& arcs, std::array<std::uint32_t, 3> const& ends) {
    std::vector<proof> evidence;
    std::vector<std::string> signs;
    for (auto const arc : arcs) {
        signs.emplace_back(n.graph.is_negative(arc) ? "-" : "+");
        for (auto const& e : n.tie_of(n.graph.edge_of(arc)).evidence) evidence.push_back(e);
    }
    auto const& [first, second, third] = ends;
    auto const sentence = n.names[first] + ' ' + signs[0] + ' ' + n.names[second] + ' ' + signs[1] + ' ' +
                          n.names[third] + ' ' + signs[2] + ' ' + n.names[first];
    return {sentence,
            {n.names[first], n.names[second], n.names[third], signs[0], signs[1], signs[2]},
            std::move(evidence),
            tone::unsure};
}

answer tense(asking const& q) {
    auto const n = network_of(q);
    auto const& g = n.graph;
    answer result{{}, "no triad is tense"};
    result.notes = n.notes;
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u)
        for (auto a = g.first_arc(u); a < g.first_arc(u + 1); ++a)
            for (auto b = a + 1; b < g.first_arc(u + 1); ++b) {
                auto const v = std::min(g.neighbour(a), g.neighbour(b));
                auto const w = std::max(g.neighbour(a), g.neighbour(b));
                auto const across = u < v ? g.find_arc(v, w) : g.num_arcs();
                if (across >= g.num_arcs()) continue;
                bool const is_balanced = (g.is_negative(a) != g.is_negative(b)) == g.is_negative(across);
                if (is_balanced) continue;
                result.rows.push_back(triad_row(n, {g.find_arc(u, v), across, g.find_arc(w, u)}, {u, v, w}));
            }
    return result;
}

} // namespace

std::vector<question> network_questions() {
    setting const seconds{"seconds", "the longest search, in seconds", "60", {}};
    setting const weights{"weights", "of a file: as its rows have them, or signs alone", "rows", {"rows", "signs"}};
    setting const opposed{"opposed", "of a file, + and - of a pair: cancel, or both count", "drop", {"drop", "keep"}};
    setting const number_of_camps{
        "camps", "how many camps there are: a number, or `any` for as many as fit best", "any", {}};
    return {
        {"ties",
         "who stands with whom, and who against whom",
         {},
         reads::everything,
         {"first", "second", "value", "weight", "number"},
         "ties",
         ties,
         {weights, opposed},
         true},
        {"camps",
         "which camps there are",
         {},
         reads::everything,
         {"camp", "members", "size", "proven", "frustration_lower", "frustration_upper"},
         "camps --by everybody",
         all_camps,
         {number_of_camps, seconds, weights, opposed},
         true},
        {"misfits",
         "ties that do not fit the camps",
         {},
         reads::everything,
         {"first", "second", "value", "weight", "number", "proven"},
         "misfits --record vote --by everybody",
         misfits,
         {number_of_camps, seconds, weights, opposed},
         true},
        {"balance",
         "how far the ties are from two camps",
         {},
         reads::everything,
         {"holders", "ties", "frustration_lower", "frustration_upper", "exact", "balance", "against"},
         "balance --by everybody --at 1948 --at 2024",
         balance,
         {seconds, weights, opposed},
         true},
        {"triads",
         "how many triads there are, by their signs",
         {},
         reads::everything,
         {"triads", "balanced", "ppp", "ppn", "pnn", "nnn"},
         "triads --by everybody",
         triads,
         {weights, opposed},
         true},
        {"tense",
         "triads that are not balanced",
         {},
         reads::everything,
         {"first", "second", "third", "first_second", "second_third", "third_first"},
         "tense --file valleys.json --by everybody",
         tense,
         {weights, opposed},
         true},
    };
}

} // namespace explorer
