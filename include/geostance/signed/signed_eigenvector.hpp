// SPDX-License-Identifier: BSL-1.0
/// @file
/// Signed eigenvector centrality: the vector of the eigenvalue of greatest magnitude, where there is one alone.
#pragma once

#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/lanczos.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance {

/// How to compute the centrality.
struct signed_eigenvector_options {
    double tolerance = 1e-9; ///< relative to the eigenvalue; two closer than ten times this are one; between 0 and 1
    std::size_t max_products = 5'000; ///< of the matrix with a vector, for each of two eigenvalues; at least 1
    std::uint64_t seed = 1;           ///< of the starting vectors
};

/// The centrality, if it is defined.
struct signed_eigenvector_result {
    /// One a vertex, the one of greatest magnitude scaled to 1; opposite camps have opposite signs. Empty where no
    /// eigenvalue dominates, or where the computation did not converge.
    std::optional<std::vector<double>> centrality{};
    double eigenvalue = 0;  ///< that of greatest magnitude
    double runner_up = 0;   ///< that of second greatest magnitude
    bool converged = false; ///< whether both were found within the tolerance
    tie_report ties{};      ///< what was merged and dropped
};

/// The eigenvector of the signed adjacency matrix, weights included, whose eigenvalue is greatest in magnitude. Where
/// two eigenvalues share that magnitude, as they do in a bipartite graph, none is returned.
/// @param g the graph
/// @param options how to compute it
/// @return the centrality, or why there is none
/// @throws invalid_value for options out of their ranges
/// @par Complexity
/// O(V + E) for each product of the matrix with a vector; memory for some 40 vectors
/// @par Determinism
/// Given by the seed.
/// @par Source
/// Bonacich, P. and Lloyd, P. (2004). Calculating status with negative relations. Social Networks 26, 331-338,
/// doi:10.1016/j.socnet.2004.08.007.
[[nodiscard]] inline signed_eigenvector_result signed_eigenvector(signed_graph const& g,
                                                                  signed_eigenvector_options const& options = {}) {
    detail::check_eigen_options("signed_eigenvector_options", options);
    signed_eigenvector_result result;
    result.ties = g.report();
    if (g.num_vertices() == 0) return result;
    detail::signed_operator const a(g, detail::matrix_kind::adjacency);
    detail::lanczos_options search{.end = detail::spectrum_end::greatest_magnitude,
                                   .tolerance = options.tolerance,
                                   .max_products = options.max_products,
                                   .seed = options.seed};
    auto first = detail::lanczos(a, search);
    result.eigenvalue = first.values.front();
    result.converged = first.converged;
    search.locked = first.vectors;
    if (g.num_vertices() > 1) {
        auto const second = detail::lanczos(a, search);
        result.runner_up = second.values.front();
        result.converged = result.converged && second.converged;
    }
    auto const gap = std::abs(result.eigenvalue) - std::abs(result.runner_up);
    auto const dominates = result.eigenvalue != 0 && gap > 10 * options.tolerance * std::abs(result.eigenvalue);
    if (!dominates || !result.converged) return result;
    auto& x = first.vectors.front();
    // Of entries as great up to rounding, the first, so that the sign does not hang on the last bit.
    double most = 0;
    for (auto const value : x) most = std::max(most, std::abs(value));
    auto const leading =
        *std::find_if(x.begin(), x.end(), [&](double part) { return std::abs(part) > most * (1 - 1e-9); });
    detail::scale(x, 1 / leading);
    result.centrality = std::move(x);
    return result;
}

/// The signed eigenvector centrality of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options how to compute it
/// @return the centrality, or why there is none; vertices as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] signed_eigenvector_result signed_eigenvector(G const& g, Weight const& weight,
                                                           signed_eigenvector_options const& options = {}) {
    return signed_eigenvector(compress(g, weight), options);
}

} // namespace geostance
