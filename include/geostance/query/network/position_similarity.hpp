// SPDX-License-Identifier: BSL-1.0
/// @file
/// How similar two holders of a record are: their positions on the same targets, compared by a named measure.
#pragma once

#include <geostance/query/position/position.hpp>
#include <geostance/similarity/similarity.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace geostance {

/// A target on which both have a position.
struct shared_target {
    any_node target{}; ///< what the positions are about
    position first{};  ///< where the one stands, with its evidence
    position second{}; ///< where the other stands
};

/// How similar two holders are, and on what that rests.
struct position_similarity {
    similarity measured{};                 ///< measure, value, number of shared targets, and coverage
    std::vector<shared_target> rests_on{}; ///< the shared targets, in order of insertion
};

/// How similar the positions of two holders are, on the targets on which both have one. Opposing is -1, neutral and
/// mixed are 0, supporting is 1; where one of them has no position the target is left out, and lowers the coverage.
/// @param g the record
/// @param first one holder
/// @param second the other
/// @param asked the reading
/// @param measure for example `similarity_measure::s` or `kappa`; see `compare_portfolios` for their sources
/// @return the measure with its n and coverage, and the positions compared
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, a node that cannot take part in a position, or a measure that is no
///         enumerator
/// @par Complexity
/// O(V + E log E)
/// @par Source
/// See `compare_portfolios`.
template <stance_schema S>
[[nodiscard]] position_similarity similarity_of(typed_graph<S> const& g, position_holder<S> auto first,
                                                position_holder<S> auto second, lens const& asked = {},
                                                similarity_measure measure = similarity_measure::s) {
    static_cast<void>(key_of(g, first));
    static_cast<void>(key_of(g, second));
    auto const level = [](position const& p) -> portfolio_value {
        if (p.attitude == attitude::none) return {};
        return p.attitude == attitude::supports ? 1.0 : p.attitude == attitude::opposes ? -1.0 : 0.0;
    };
    std::vector<portfolio_value> x;
    std::vector<portfolio_value> y;
    position_similarity result;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) {
        auto const target = g.node_at(i);
        if (g.template as<publication>(target)) continue; // nobody has a position on it
        auto a = position_of(g, first, target, asked);
        auto b = position_of(g, second, target, asked);
        if (a.attitude == attitude::none && b.attitude == attitude::none) continue;
        x.push_back(level(a));
        y.push_back(level(b));
        if (x.back() && y.back()) result.rests_on.push_back({target, std::move(a), std::move(b)});
    }
    result.measured = compare_portfolios(measure, x, y, {.levels = {-1, 0, 1}});
    return result;
}

} // namespace geostance
