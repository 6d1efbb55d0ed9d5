// SPDX-License-Identifier: BSL-1.0
// How nodes are connected, and who stands between them.
#include "evidence.hpp"
#include "names.hpp"
#include "position_cells.hpp"
#include "question.hpp"

#include <geostance/query/network/position_similarity.hpp>
#include <geostance/query/path/paths.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace explorer {

namespace {

gs::connections_options options_of(asking const& q) {
    gs::connections_options result;
    result.max_connections = q.count("most");
    result.longest = q.count("longest");
    return result;
}

row path_row(gs::stance_graph const& world, gs::connection const& path) {
    std::string sentence;
    for (auto const n : path.nodes) sentence += (sentence.empty() ? "" : " - ") + name_of(world, n);
    return {sentence + " (strength " + rounded(path.strength) + ", sign " + std::to_string(path.sign) + ')',
            {names_of(world, path.nodes), number(path.strength), number(path.sign)},
            proofs_of(path.relations, "step")};
}

answer connected(asking const& q) {
    answer result{{}, "nothing connects them"};
    for (auto const& path : connections(q.world, q.node(0), q.node(1), q.asked, options_of(q)))
        result.rows.push_back(path_row(q.world, path));
    return result;
}

answer implied(asking const& q) {
    auto const found = implied_sign(q.world, q.node(0), q.node(1), q.asked, options_of(q));
    std::vector<proof> evidence;
    for (auto const& path : found.rests_on)
        for (auto& p : proofs_of(path.relations, "step")) evidence.push_back(std::move(p));
    auto const sentence = std::isnan(found.value) ? std::string("no signed path connects them")
                                                  : "derived, not recorded: " + rounded(found.value) + " from " +
                                                        std::to_string(found.rests_on.size()) + " signed paths";
    auto const colour = found.value > 0 ? tone::favourable : found.value < 0 ? tone::hostile : tone::plain;
    return {{{sentence,
              {name_of(q.world, q.node(0)), name_of(q.world, q.node(1)), number(found.value),
               number(found.rests_on.size())},
              std::move(evidence),
              colour}},
            {}};
}

answer between(asking const& q) {
    answer result{{}, "nobody stands well with both"};
    for (auto const& m : mediators(q.world, q.nodes(0), q.nodes(1), q.asked)) {
        std::vector<proof> evidence;
        for (auto const& tie : m.rests_on)
            for (auto& p : proofs_of(tie.position.rests_on)) evidence.push_back(std::move(p));
        result.rows.push_back({name_of(q.world, m.who) + ": " + rounded(m.with_first) + " with the first, " +
                                   rounded(m.with_second) + " with the second",
                               {name_of(q.world, m.who), number(m.with_first), number(m.with_second)},
                               std::move(evidence)});
    }
    return result;
}

constexpr std::array<std::pair<std::string_view, gs::similarity_measure>, 6> measures{
    {{"s", gs::similarity_measure::s},
     {"kappa", gs::similarity_measure::kappa},
     {"pi", gs::similarity_measure::pi},
     {"a", gs::similarity_measure::a},
     {"tau_b", gs::similarity_measure::tau_b},
     {"agreement", gs::similarity_measure::agreement}}};

std::vector<std::string> names_of_measures() {
    std::vector<std::string> result;
    for (auto const& [name, measure] : measures) result.emplace_back(name);
    return result;
}

answer similar(asking const& q) {
    auto const first = q.node(0);
    auto const second = q.node(1);
    auto const* const measure =
        std::find_if(measures.begin(), measures.end(), [&](auto const& m) { return m.first == q.setting("measure"); });
    auto const found = similarity_of(q.world, first, second, q.asked, measure->second);
    auto const value = found.measured.value.value_or(std::nan(""));
    std::vector<proof> evidence;
    for (auto const& shared : found.rests_on)
        for (auto const* held : {&shared.first, &shared.second})
            for (auto& p : proofs_of(held->rests_on)) evidence.push_back(std::move(p));
    return {{{name_of(q.world, first) + " and " + name_of(q.world, second) + ": " + q.setting("measure") + ' ' +
                  rounded(value) + " on " + std::to_string(found.measured.n) + " shared targets",
              {name_of(q.world, first), name_of(q.world, second), q.setting("measure"), number(value),
               number(found.measured.n), number(found.measured.coverage)},
              std::move(evidence)}},
            {}};
}

} // namespace

std::vector<question> path_questions() {
    std::vector<parameter> const ends{{"FROM", "one node", {}}, {"TO", "another", {}}};
    std::vector<setting> const limits{{"most", "how many paths", "3", {}},
                                      {"longest", "the most relations in a path", "8", {}}};
    return {
        {"connected",
         "how two nodes are connected, strongest paths first",
         ends,
         reads::everything,
         {"nodes", "strength", "sign"},
         "connected 'Kim Jong Un' Seoul --most 1",
         connected,
         limits},
        {"implied",
         "the sign that an unrecorded tie would have",
         ends,
         reads::everything,
         {"from", "to", "value", "paths"},
         "implied 'South Korea' Russia",
         implied,
         limits},
        {"mediators",
         "who stands well with both of two camps",
         {{"FIRST", "a node, or several: 'A + B'", {}}, {"SECOND", "likewise", {}}},
         reads::everything,
         {"who", "with_first", "with_second"},
         "mediators Russia 'United States'",
         between,
         {}},
        {"similarity",
         "how similar the positions of two holders are",
         ends,
         reads::everything,
         {"first", "second", "measure", "value", "shared_targets", "coverage"},
         "similarity France 'United Kingdom' --record vote",
         similar,
         {{"measure", "how it is measured", "s", names_of_measures()}}},
    };
}

} // namespace explorer
