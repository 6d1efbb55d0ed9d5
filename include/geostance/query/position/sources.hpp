// SPDX-License-Identifier: BSL-1.0
/// @file
/// Sources at a glance: which publications are behind an answer, and what each of them carries.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/position.hpp>

#include <vector>

namespace geostance {

/// A publication behind an answer.
struct source_share {
    node<publication> what{};        ///< the publication; null for evidence that names none
    double weight = 0;               ///< the weight of the evidence in it that counts; 0 if all of it repeats other
                                     ///< reports or was replaced
    std::vector<evidence> carries{}; ///< the evidence in it, in order of insertion
};

/// Which publications are behind an answer, with what each carries: `sources_of(g, position_of(g, who, target))`.
/// @param g the record
/// @param found evidence of it: the `rests_on` of an answer
/// @return weightiest first, then in order of insertion; what names no publication comes last
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(n log n) for n pieces of evidence
template <stance_schema S>
[[nodiscard]] std::vector<source_share> sources_of(typed_graph<S> const& g, std::vector<evidence> const& found) {
    std::vector<source_share> result;
    auto by_source = found;
    auto const paper_of = [&](evidence const& e) { return g.annotation(e.relation).publication; };
    detail::sort(by_source, [&](evidence const& a, evidence const& b) { return paper_of(a) < paper_of(b); });
    for (auto const& e : by_source) {
        auto const paper = paper_of(e);
        if (result.empty() || result.back().what != paper) result.push_back({paper, 0, {}});
        if (e.counts()) result.back().weight += e.weight;
        result.back().carries.push_back(e);
    }
    detail::sort(result, [](source_share const& a, source_share const& b) {
        if (a.what.is_null() != b.what.is_null()) return b.what.is_null();
        return a.weight != b.weight ? a.weight > b.weight : a.what < b.what;
    });
    return result;
}
/// The same for a position.
/// @param g the record
/// @param held a position in it
/// @return weightiest first, then in order of insertion; what names no publication comes last
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(n log n) for n pieces of evidence
template <stance_schema S>
[[nodiscard]] std::vector<source_share> sources_of(typed_graph<S> const& g, position const& held) {
    return sources_of(g, held.rests_on);
}

} // namespace geostance
