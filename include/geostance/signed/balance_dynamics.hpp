// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where ties go if everybody takes over the likes and dislikes of its friends: dX/dt = X^2, in closed form.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// How to read a network as the beginning of the dynamics.
struct balance_dynamics_options {
    double self = 0; ///< every vertex's opinion of itself at the beginning, finite; the model leaves it open
};

/// The course of dX/dt = X^2 from a beginning.
///
/// The eigenvalue `eigenvalues[k]` belongs to the vector `vectors[k]`, which has a number for each vertex.
struct balance_dynamics_result {
    std::vector<double> eigenvalues{};          ///< of the beginning, ascending
    std::vector<std::vector<double>> vectors{}; ///< of each eigenvalue, of length 1
    /// how far each eigenvalue may be from the true one, because of rounding
    double error = 0;
    /// when the ties grow without bound: 1 / the greatest eigenvalue; infinity if it is not above 0, and all ties fade
    double ends = std::numeric_limits<double>::infinity();
    double ends_after = std::numeric_limits<double>::infinity();  ///< the end is not before this
    double ends_before = std::numeric_limits<double>::infinity(); ///< the end is not after this
    /// the camps towards the end: friends within, enemies across; all in camp 0 if everybody becomes friends
    camp_assignment camp{};
    /// the vertices whose camp is not decided, ascending: those that take no part in the leading vector, or, where two
    /// eigenvalues lead together or none is above 0, all
    std::vector<std::uint32_t> undecided{};

    /// The tie between two vertices at a time.
    /// @param u a vertex
    /// @param v a vertex; u itself for its opinion of itself
    /// @param time at least 0 and before the end
    /// @return the weight of the tie
    /// @throws invalid_value for a time that is not before the end, or no vertex
    /// @par Complexity
    /// O(V)
    [[nodiscard]] double tie(std::size_t u, std::size_t v, double time) const {
        if (!(time >= 0 && time < ends))
            throw invalid_value("time", detail::number_text(time), "at least 0 and below " + detail::number_text(ends));
        if (std::max(u, v) >= eigenvalues.size())
            throw invalid_value(u > v ? "u" : "v", std::to_string(std::max(u, v)),
                                "a vertex below the number of vertices");
        double sum = 0;
        for (std::size_t k = 0; k < eigenvalues.size(); ++k)
            sum += eigenvalues[k] / (1 - eigenvalues[k] * time) * vectors[k][u] * vectors[k][v];
        return sum;
    }
};

namespace detail {

inline dense_matrix beginning_of(signed_graph const& g, double self) {
    dense_matrix result(g.num_vertices());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        result(v, v) = self;
        for (auto arc = g.first_arc(v); arc < g.first_arc(v + 1); ++arc) result(v, g.neighbour(arc)) = g.weight(arc);
    }
    return result;
}

/// How far a matrix is from the one that its computed pairs add up to, in Frobenius' norm.
inline double distance_from(dense_matrix const& x, eigen_pairs const& pairs) {
    double squares = 0;
    for (std::size_t i = 0; i < x.size; ++i)
        for (std::size_t j = 0; j < x.size; ++j) {
            double sum = -x(i, j);
            for (std::size_t k = 0; k < x.size; ++k) sum += pairs.values[k] * pairs.vectors[k][i] * pairs.vectors[k][j];
            squares += sum * sum;
        }
    return std::sqrt(squares);
}

/// The sides of the leading vector; an entry that rounding alone may have made is on none.
inline void take_sides(balance_dynamics_result& result) {
    auto const n = result.eigenvalues.size();
    result.camp.resize(n);
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    auto const leads = n > 0 && result.eigenvalues.back() > result.error;
    auto const gap = n > 1 ? result.eigenvalues[n - 1] - result.eigenvalues[n - 2] : infinity;
    // Davis and Kahan: the vector turns by at most about 2 error / gap.
    auto const blurred = leads && gap > 4 * result.error ? 2 * result.error / gap : infinity;
    double first = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        auto const entry = result.vectors.back()[v];
        if (std::abs(entry) <= blurred) {
            result.undecided.push_back(v);
            continue;
        }
        if (first == 0) first = entry;
        result.camp[v] = (entry > 0) == (first > 0) ? 0U : 1U;
    }
}

} // namespace detail

/// The course of balance dynamics, dX/dt = X^2: the tie between two grows by what they feel alike about third ones, and
/// falls by what they feel otherwise about. X(t) = X(0) (I - t X(0))^-1 has the vectors of X(0) and the eigenvalues
/// l / (1 - l t), so that nothing is integrated step by step.
///
/// If the greatest eigenvalue l is above 0, ties grow without bound as t nears 1 / l, and the signs of its vector are
/// then those of all ties: two camps, or universal friendship. Otherwise all ties fade.
///
/// A model of how balance could come about, not a forecast: it starts from ties between all vertices (no tie is 0),
/// knows no cost and no events, and runs away in finite time. Where ties are not mutual it need not lead to balance
/// (Traag et al. 2013). For a record: `balance_dynamics(project(g, lens).graph)`.
/// @param g the graph; loops are left out
/// @param options how to begin
/// @return eigenvalues and vectors, the end, and the camps towards it
/// @throws invalid_value for an option that is not finite
/// @par Complexity
/// O(V^3) time, O(V^2) memory
/// @par Guarantee
/// `error` bounds all eigenvalues (Weyl), but for rounding in its own computation; `ends_after` and `ends_before`
/// follow from it.
/// @par Source
/// Kulakowski, K., Gawronski, P. and Gronek, P. (2005). The Heider balance: a continuous approach. International
/// Journal of Modern Physics C 16, 707-716. Marvel, S. A., Kleinberg, J., Kleinberg, R. D. and Strogatz, S. H. (2011).
/// Continuous-time model of structural balance. PNAS 108, 1771-1776, doi:10.1073/pnas.1013213108. Critics: Traag, V.
/// A., Van Dooren, P. and De Leenheer, P. (2013). Dynamical models explaining social balance and evolution of
/// cooperation. PLoS ONE 8, e60063, doi:10.1371/journal.pone.0060063.
[[nodiscard]] inline balance_dynamics_result balance_dynamics(signed_graph const& g,
                                                              balance_dynamics_options const& options = {}) {
    if (!std::isfinite(options.self))
        throw invalid_value("balance_dynamics_options.self", detail::number_text(options.self), "a finite number");
    auto const x = detail::beginning_of(g, options.self);
    auto pairs = detail::eigenvectors(x);
    balance_dynamics_result result;
    result.error = detail::distance_from(x, pairs);
    result.eigenvalues = std::move(pairs.values);
    result.vectors = std::move(pairs.vectors);
    auto const end_for = [](double value) { return value > 0 ? 1 / value : std::numeric_limits<double>::infinity(); };
    if (!result.eigenvalues.empty()) {
        auto const most = result.eigenvalues.back();
        result.ends = end_for(most);
        result.ends_after = end_for(most + result.error);
        result.ends_before = end_for(most - result.error);
    }
    detail::take_sides(result);
    return result;
}

/// The same for an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options how to begin
/// @return eigenvalues and vectors, by vertex number
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] balance_dynamics_result balance_dynamics(G const& g, Weight const& weight,
                                                       balance_dynamics_options const& options = {}) {
    return balance_dynamics(compress(g, weight), options);
}

} // namespace geostance
