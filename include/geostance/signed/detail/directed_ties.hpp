// SPDX-License-Identifier: BSL-1.0
/// @file
/// The ties of a directed graph as a sorted list: one for each ordered pair, several edges added up.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/signed/compressed.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace geostance::detail {

struct directed_ties {
    std::size_t num_vertices = 0;
    std::vector<signed_tie> ties{}; // by (from, to), none of weight 0, no self-loops
    tie_report report{};
};

inline void merge(directed_ties& arcs) {
    auto& ties = arcs.ties;
    auto& report = arcs.report;
    report.vertices = arcs.num_vertices;
    report.edges = ties.size();
    for (auto const& t : ties) {
        if (!std::isfinite(t.weight))
            throw invalid_value("weight",
                                number_text(t.weight) + " at edge (" + std::to_string(t.from) + ", " +
                                    std::to_string(t.to) + ")",
                                "a finite number");
        auto const loop = t.from == t.to && t.weight != 0;
        report.zero_edges += t.weight == 0 ? 1U : 0U;
        report.self_loops += loop ? 1U : 0U;
        report.negative_self_loops += loop && t.weight < 0 ? 1U : 0U;
    }
    std::erase_if(ties, [](auto const& t) { return t.weight == 0 || t.from == t.to; });
    std::stable_sort(ties.begin(), ties.end(),
                     [](auto const& a, auto const& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::size_t end = 0;
    for (std::size_t i = 0; i < ties.size();) {
        auto sum = ties[i];
        for (++i; i < ties.size() && ties[i].from == sum.from && ties[i].to == sum.to; ++i) {
            sum.weight += ties[i].weight;
            ++report.merged_edges;
        }
        if (sum.weight != 0) {
            ties[end++] = sum;
            report.negative_ties += sum.weight < 0 ? 1U : 0U;
        } else {
            ++report.cancelled_pairs;
        }
    }
    ties.resize(end);
    report.ties = end;
}

template <class G, class Weight>
directed_ties directed_ties_of(G const& g, Weight const& weight) {
    directed_ties result;
    result.num_vertices = static_cast<std::size_t>(num_vertices(g));
    if (result.num_vertices >= std::size_t{1} << 31U)
        throw invalid_value("g", std::to_string(result.num_vertices) + " vertices", "fewer than 2^31");
    auto const index = get(boost::vertex_index, g);
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        result.ties.push_back({index_of<G>(source(*e, g), index, result.num_vertices),
                               index_of<G>(target(*e, g), index, result.num_vertices), detail::weight_of(weight, *e)});
    }
    merge(result);
    return result;
}

} // namespace geostance::detail
