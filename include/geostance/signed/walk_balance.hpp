// SPDX-License-Identifier: BSL-1.0
/// @file
/// The walk-based degree of balance: closed walks, the longer the less they count, balanced ones against all.
#pragma once

#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/walk_trace.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace geostance {

/// How to compute the walk balance.
struct walk_balance_options {
    std::size_t exact_up_to = 256; ///< exact for at most so many vertices (time cubic in them), estimated for more
    std::size_t probes = 32;       ///< random vectors of the estimate, at least 2
    std::size_t deflated = 16;     ///< greatest eigenvalues that the estimate takes exactly, at least 1
    std::uint64_t seed = 1;        ///< of the random vectors
};

/// The walk balance of a network.
struct walk_balance_result {
    double value = 0;          ///< tr e^A / tr e^|A|, in [0, 1]; 1 where balanced; 0 where below the least double
    double log_value = 0;      ///< its natural logarithm, also where value underflows
    bool exact = false;        ///< all eigenvalues were taken; otherwise an estimate
    double standard_error = 0; ///< of value, over the probes; 0 where exact
    tie_report ties{};         ///< what was merged and dropped
};

/// The ratio tr e^A / tr e^|A| of a compact graph, where A is its signed adjacency matrix, weights included. Each
/// trace is shifted by its own greatest eigenvalue, so that no exponential overflows; no dense matrix is made for
/// graphs above `exact_up_to`.
/// @param g the graph, with at least one vertex
/// @param options how to compute it
/// @return the ratio, with a standard error where it is estimated
/// @throws invalid_value for a graph without vertices, or options out of their ranges
/// @par Complexity
/// exact: O(V^3) time, O(V^2) memory; estimated: some hundred products of the matrix with a vector; memory for some
/// tens of vectors
/// @par Determinism
/// Given by the seed.
/// @par Source
/// Estrada, E. and Benzi, M. (2014). Walk-based measure of balance in signed networks: detecting lack of balance in
/// social networks. Physical Review E 90, 042802, doi:10.1103/PhysRevE.90.042802. Estrada, E. (2019). Rethinking
/// structural balance in signed social networks. Discrete Applied Mathematics 268, 70-90,
/// doi:10.1016/j.dam.2019.04.019. The estimate, after deflation: Ubaru, S., Chen, J. and Saad, Y. (2017). Fast
/// estimation of tr(f(A)) via stochastic Lanczos quadrature. SIAM Journal on Matrix Analysis and Applications 38,
/// 1075-1099, doi:10.1137/16M1104974.
[[nodiscard]] inline walk_balance_result walk_balance(signed_graph const& g, walk_balance_options const& options = {}) {
    if (g.num_vertices() == 0) throw invalid_value("g", "no vertices", "at least one");
    if (options.probes < 2)
        throw invalid_value("walk_balance_options.probes", std::to_string(options.probes), "a number of at least 2");
    if (options.deflated < 1)
        throw invalid_value("walk_balance_options.deflated", std::to_string(options.deflated),
                            "a number of at least 1");
    detail::signed_operator const a(g, detail::matrix_kind::adjacency);
    detail::signed_operator const absolute(g, detail::matrix_kind::absolute_adjacency);
    walk_balance_result result;
    result.ties = g.report();
    result.exact = g.num_vertices() <= options.exact_up_to;
    if (structural_balance(g).against == 0) { // no walk is negative, whatever rounding makes of large weights
        result.value = 1;
        return result;
    }
    auto const trace = [&](detail::signed_operator const& matrix) {
        return result.exact ? detail::exact_trace(matrix)
                            : detail::estimated_trace(matrix, options.deflated, options.probes, options.seed);
    };
    auto const numerator = trace(a);
    auto const denominator = trace(absolute);
    auto const ratio = numerator.shifted() / denominator.shifted();
    // The absolute matrix has the greater trace; only rounding or an estimate says otherwise.
    result.log_value = std::min(0.0, numerator.shift - denominator.shift + std::log(ratio));
    result.value = std::exp(result.log_value);
    // The same probes serve both traces: the error of a ratio of means (delta method).
    double square = 0;
    for (std::size_t k = 0; k < numerator.samples.size(); ++k) {
        auto const x = (numerator.samples[k] - numerator.mean()) / numerator.shifted();
        auto const y = (denominator.samples[k] - denominator.mean()) / denominator.shifted();
        square += (x - y) * (x - y);
    }
    auto const n = static_cast<double>(numerator.samples.size());
    if (!result.exact) result.standard_error = result.value * std::sqrt(square / (n * (n - 1)));
    return result;
}

/// The walk balance of an undirected Boost.Graph graph.
/// @param g the graph, with at least one vertex
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options how to compute it
/// @return the ratio, with a standard error where it is estimated
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] walk_balance_result walk_balance(G const& g, Weight const& weight,
                                               walk_balance_options const& options = {}) {
    return walk_balance(compress(g, weight), options);
}

} // namespace geostance
