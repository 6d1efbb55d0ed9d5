// SPDX-License-Identifier: BSL-1.0
/// @file
/// How well a partition explains a signed graph as blocks of one sign each: the criteria of Doreian and Mrvar.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/check_camps.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// Which blocks are allowed, and what a tie of the wrong sign costs.
struct blockmodel_options {
    /// Whether any block may be positive or negative (relaxed structural balance, 2009); else blocks on the diagonal
    /// are positive and all others negative (1996).
    bool relaxed = true;
    /// The cost of negative weight in a positive block, in [0, 1]; that of positive weight in a negative one is
    /// 1 - alpha. At 0.5 the criterion is half of the weight against.
    double alpha = 0.5;
};

/// The blocks of a partition and what does not fit them.
struct blockmodel_result {
    double criterion = 0;        ///< alpha * negative_against + (1 - alpha) * positive_against
    double negative_against = 0; ///< negative weight in positive blocks
    double positive_against = 0; ///< positive weight in negative blocks
    std::size_t camps = 0;       ///< the number of camps k
    /// k rows of k: +1 or -1, the sign of the block; 0 where it holds no ties. Under `relaxed`, the cheaper sign, and
    /// of two that cost the same the positive one.
    std::vector<std::int8_t> blocks{};
    tie_report ties{}; ///< what was merged and dropped
};

/// The criterion of a partition as a signed blockmodel.
/// @param g the compact form
/// @param camp vertex number -> camp, in [0, number of vertices)
/// @param options which blocks are allowed
/// @return the criterion, and the sign of each block
/// @throws invalid_value for alpha out of range, a missing camp, or one out of range
/// @par Complexity
/// O(E + k^2) time, O(k^2) memory for k camps
/// @par Source
/// Relaxed: Doreian, P. and Mrvar, A. (2009). Partitioning signed social networks. Social Networks 31, 1-11,
/// doi:10.1016/j.socnet.2008.08.001. Otherwise: Doreian, P. and Mrvar, A. (1996). A partitioning approach to structural
/// balance. Social Networks 18, 149-168, doi:10.1016/0378-8733(95)00259-6.
[[nodiscard]] inline blockmodel_result blockmodel_criterion(signed_graph const& g, camp_assignment const& camp,
                                                            blockmodel_options const& options = {}) {
    if (!(options.alpha >= 0 && options.alpha <= 1))
        throw invalid_value("blockmodel_options.alpha", detail::number_text(options.alpha), "a number in [0, 1]");
    detail::check_camps(g, camp);
    blockmodel_result result;
    for (auto const c : camp) {
        if (c >= g.num_vertices())
            throw invalid_value("camp", std::to_string(c), "a number below " + std::to_string(g.num_vertices()));
        result.camps = std::max<std::size_t>(result.camps, c + std::size_t{1});
    }
    auto const k = result.camps;
    std::vector<std::pair<double, double>> weight(k * k); // positive, negative; in the upper triangle
    auto const at = [&](std::size_t one, std::size_t other) { return std::min(one, other) * k + std::max(one, other); };
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const u = g.neighbour(a);
            auto& block = weight[at(camp[u], camp[v])];
            if (u > v) (g.is_negative(a) ? block.second : block.first) += g.magnitude(a);
        }
    }
    result.blocks.resize(k * k);
    for (std::size_t c = 0; c < k; ++c) {
        for (std::size_t d = c; d < k; ++d) {
            auto const [positive, negative] = weight[at(c, d)];
            if (positive == 0 && negative == 0) continue;
            auto const cheaper = options.alpha * negative <= (1 - options.alpha) * positive;
            auto const friendly = options.relaxed ? cheaper : c == d;
            (friendly ? result.negative_against : result.positive_against) += friendly ? negative : positive;
            result.blocks[c * k + d] = result.blocks[d * k + c] = friendly ? 1 : -1;
        }
    }
    result.criterion = options.alpha * result.negative_against + (1 - options.alpha) * result.positive_against;
    result.ties = g.report();
    return result;
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph; a directed one is made undirected by symmetrise_by_sum() first
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param camp vertex number -> camp, in [0, number of vertices)
/// @param options which blocks are allowed
/// @return the criterion, and the sign of each block
/// @throws invalid_value for a weight that is not finite, a graph too large, or what the form above refuses
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] blockmodel_result blockmodel_criterion(G const& g, Weight const& weight, camp_assignment const& camp,
                                                     blockmodel_options const& options = {}) {
    return blockmodel_criterion(compress(g, weight), camp, options);
}

} // namespace geostance
