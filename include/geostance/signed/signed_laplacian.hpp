// SPDX-License-Identifier: BSL-1.0
/// @file
/// The least eigenvalue of the signed Laplacian, component by component: 0 where the component is balanced.
#pragma once

#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/components.hpp>
#include <geostance/signed/detail/lanczos.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance {

/// How to compute least eigenvalues.
struct signed_laplacian_options {
    double tolerance = 1e-8;           ///< of residuals, relative to the greatest eigenvalue seen; between 0 and 1
    std::size_t max_products = 20'000; ///< of the matrix with a vector, for each component; at least 1
    std::uint64_t seed = 1;            ///< of the starting vectors
};

/// The least eigenvalue of one component.
struct component_eigenvalue {
    std::uint32_t vertex = 0; ///< its least vertex
    std::size_t size = 0;     ///< how many vertices it has
    double value = 0;         ///< its least eigenvalue, at least 0 but for rounding
    double residual = 0;      ///< |L x - value x| for the vector found: some eigenvalue lies within it of value
    bool converged = false;   ///< whether the residual is within the tolerance
};

/// The least eigenvalues of the signed Laplacian.
struct signed_laplacian_result {
    double greatest = 0;                            ///< the greatest of the components' least ones: 0 iff balanced
    double least = 0;                               ///< the least eigenvalue of the whole: 0 iff some part is balanced
    std::vector<component_eigenvalue> components{}; ///< by least vertex; a lone vertex has the eigenvalue 0
    std::vector<double> vector{};                   ///< at each vertex, that of its component, of length 1 in each
    bool converged = true;                          ///< whether all components converged
    tie_report ties{};                              ///< what was merged and dropped
};

/// The least eigenvalue of L = D - A for each component, where A is the signed adjacency matrix, weights included,
/// and D the diagonal matrix of *absolute* degrees. L has no eigenvalue below 0, and a component has the eigenvalue 0
/// exactly where it is balanced; its vector then shows the two camps by sign. The least eigenvalue of the whole
/// network says nothing of that unless the network is connected, as one balanced component makes it 0.
/// @param g the graph
/// @param options how to compute it
/// @return the eigenvalues
/// @throws invalid_value for options out of their ranges
/// @par Complexity
/// O(E) for each product of the matrix with a vector, and memory for 40 vectors; the number of products grows as the
/// gap above the least eigenvalue narrows
/// @par Determinism
/// Given by the seed; the first vertex of each component with an entry of at least half the greatest has it positive.
/// @par Source
/// Kunegis, J., Schmidt, S., Lommatzsch, A., Lerner, J., De Luca, E. W. and Albayrak, S. (2010). Spectral analysis of
/// signed graphs for clustering, prediction and visualization. SDM 2010, 559-570, doi:10.1137/1.9781611972801.49. Hou,
/// Y., Li, J. and Pan, Y. (2003). On the Laplacian eigenvalues of signed graphs. Linear and Multilinear Algebra 51,
/// 21-30, doi:10.1080/0308108031000053611.
[[nodiscard]] inline signed_laplacian_result signed_laplacian(signed_graph const& g,
                                                              signed_laplacian_options const& options = {}) {
    detail::check_eigen_options("signed_laplacian_options", options);
    signed_laplacian_result result;
    result.ties = g.report();
    result.vector.resize(g.num_vertices());
    for (auto const& members : detail::components(g)) {
        auto const part = detail::induced(g, members);
        auto const found =
            detail::lanczos({part, detail::matrix_kind::laplacian}, {.end = detail::spectrum_end::least,
                                                                     .tolerance = options.tolerance,
                                                                     .max_products = options.max_products,
                                                                     .seed = options.seed});
        auto const& x = found.vectors.front();
        auto const size = [](double value) { return std::abs(value); };
        auto const most =
            size(*std::max_element(x.begin(), x.end(), [&](auto a, auto b) { return size(a) < size(b); }));
        auto const leading = *std::find_if(x.begin(), x.end(), [&](auto a) { return size(a) >= most / 2; });
        for (std::size_t i = 0; i < members.size(); ++i) result.vector[members[i]] = leading < 0 ? -x[i] : x[i];
        result.components.push_back(
            {members.front(), members.size(), found.values.front(), found.residuals.front(), found.converged});
        result.converged = result.converged && found.converged;
    }
    if (result.components.empty()) return result;
    auto const by_value = [](auto const& a, auto const& b) { return a.value < b.value; };
    auto const [low, high] = std::minmax_element(result.components.begin(), result.components.end(), by_value);
    result.least = low->value;
    result.greatest = high->value;
    return result;
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options how to compute it
/// @return the eigenvalues, vertices as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] signed_laplacian_result signed_laplacian(G const& g, Weight const& weight,
                                                       signed_laplacian_options const& options = {}) {
    return signed_laplacian(compress(g, weight), options);
}

} // namespace geostance
