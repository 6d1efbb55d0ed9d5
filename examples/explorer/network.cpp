// SPDX-License-Identifier: BSL-1.0
#include "network.hpp"

#include "evidence.hpp"
#include "names.hpp"
#include "notes.hpp"

#include <geostance/query/network/project.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace explorer {

namespace {

network of_record(asking const& q) {
    auto p = project(q.world, q.asked);
    network result{.graph = std::move(p.graph), .names = names_of(q.world, p.holders), .vertices = "holders"};
    for (auto const& t : p.ties) {
        result.tie_of_edge.push_back(result.ties.size());
        result.ties.push_back({t.from, t.to, t.sum.mean(), t.sum.weight(), t.sum.number(), proofs_of(t.rests_on)});
    }
    if (p.ties.empty() && p.positions_on_others > 0)
        result.notes = {counted(p.positions_on_others, "position is", "positions are") +
                        " on issues or statements, which make no tie"};
    return result;
}

/// `of 5 rows, 1 of weight 0, 1 from a node to itself`: what is no tie by itself; nothing where every row is one.
std::vector<std::string> made_of(gs::tie_report const& report) {
    if (report.ties == report.edges) return {};
    auto result = "of " + counted(report.edges, "row", "rows");
    auto const add = [&](std::size_t n, std::string const& what) {
        if (n == 0) return;
        result += ", " + std::to_string(n) + ' ' + what;
    };
    add(report.merged_edges, "added to others of the same pair");
    add(report.zero_edges, "of weight 0");
    add(report.self_loops, "from a node to itself");
    if (report.negative_self_loops > 0)
        result += " (of which " + std::to_string(report.negative_self_loops) + " hostile, against any camps)";
    if (report.opposed_pairs > 0)
        result += "; " + counted(report.opposed_pairs, "pair has", "pairs have") + " rows of both signs";
    if (report.cancelled_pairs > 0) result += ", " + std::to_string(report.cancelled_pairs) + " cancel out";
    return {result};
}

network of_file(asking const& q) {
    auto const& read = *q.network;
    gs::tie_options options;
    if (q.setting("weights") == "signs") options.multi_edges = gs::multi_edge_rule::sign_of_sum;
    if (q.setting("opposed") == "keep") options.cancelling_pairs = gs::pair_rule::keep;
    network result{.graph = to_signed_graph(read, options), .names = read.names, .vertices = "nodes"};
    auto const& g = result.graph;
    result.notes = made_of(g.report());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places;
    for (auto const& row : ties_of(read)) {
        auto const ends = std::pair(std::min(row.from, row.to), std::max(row.from, row.to));
        auto const place = places.try_emplace(ends, result.ties.size()).first->second;
        if (place == result.ties.size()) result.ties.push_back({ends.first, ends.second, 0, 0, 0, {}});
        auto& t = result.ties[place];
        ++t.number;
        // The graph has added up the rows of a pair, or counts their sign alone.
        auto const arc = t.from == t.to ? g.num_arcs() : g.find_arc(t.from, t.to);
        t.value = t.from == t.to ? t.value + row.weight : arc == g.num_arcs() ? 0 : g.weight(arc);
        t.weight = std::abs(t.value);
        result.tie_of_edge.push_back(place);
    }
    return result;
}

} // namespace

network network_of(asking const& q) { return q.network == nullptr ? of_record(q) : of_file(q); }

} // namespace explorer
