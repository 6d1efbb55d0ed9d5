// SPDX-License-Identifier: BSL-1.0
/// @file
/// The PN index: a centrality in which friends of the central count for, and enemies of the central against.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/directed_ties.hpp>
#include <geostance/signed/detail/signed_operator.hpp>
#include <geostance/signed/tie_direction.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace geostance {

namespace detail {

/// P - 2N, on ordered pairs.
class pn_matrix {
public:
    pn_matrix(std::size_t n, std::vector<signed_tie> const& ties) : n_(n), ties_(&ties) {}

    [[nodiscard]] std::size_t size() const noexcept { return n_; }
    /// factor * (P - 2N) x, or transposed
    [[nodiscard]] real_vector times(real_vector const& x, double factor, bool transposed) const {
        real_vector y(n_);
        for (auto const& t : *ties_) {
            auto const value = t.weight > 0 ? factor : -2 * factor;
            y[transposed ? t.to : t.from] += value * x[transposed ? t.from : t.to];
        }
        return y;
    }

private:
    std::size_t n_;
    std::vector<signed_tie> const* ties_;
};

/// Solves M x = b for a symmetric positive definite M, by conjugate gradients.
template <class Multiply>
real_vector solve_by_gradients(Multiply const& multiply, real_vector const& b) {
    real_vector x(b.size());
    auto r = b;
    auto p = b;
    auto square = dot(r, r);
    auto const goal = square * 1e-28;
    for (std::size_t step = 0; square > goal && step < 10 * b.size() + 100; ++step) {
        auto const q = multiply(p);
        auto const alpha = square / dot(p, q);
        add(x, alpha, p);
        add(r, -alpha, q);
        auto const next = dot(r, r);
        scale(p, next / square);
        add(p, 1, r);
        square = next;
    }
    return x;
}

} // namespace detail

/// The PN index of each vertex of a compact graph: the row sums of (I - (P - 2N) / (2n - 2))^-1, where P and N are
/// the matrices of friendly and hostile ties, by sign alone, and n is the number of vertices.
/// @param g the graph, not directed
/// @return one value a vertex; empty for fewer than two vertices, and for two enemies alone, where the inverse does
///         not exist
/// @par Complexity
/// O(V + E) for each step: 10 V + 100 at most, usually some tens
/// @par Source
/// Everett, M. G. and Borgatti, S. P. (2014). Networks containing negative ties. Social Networks 38, 111-120,
/// doi:10.1016/j.socnet.2014.03.005.
[[nodiscard]] inline std::optional<std::vector<double>> pn_index(signed_graph const& g) {
    auto const n = std::size_t{g.num_vertices()};
    if (n < 2 || (n == 2 && g.num_ties() == 1 && g.is_negative(0))) return {};
    auto const beta = 1 / (2 * static_cast<double>(n) - 2);
    auto const multiply = [&](detail::real_vector const& x) {
        auto y = x;
        for (std::uint32_t v = 0; v < n; ++v) {
            for (auto const word : detail::row_of(g, v))
                y[v] -= (detail::negative_in(word) ? -2 : 1) * beta * x[detail::neighbour_in(word)];
        }
        return y;
    };
    return detail::solve_by_gradients(multiply, detail::real_vector(n, 1.0));
}

/// The PN index of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @return one value a vertex, as get(boost::vertex_index, g) numbers them; empty as for the compact graph
/// @throws invalid_value as for compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] std::optional<std::vector<double>> pn_index(G const& g, Weight const& weight) {
    return pn_index(compress(g, weight));
}

/// The PN index of a directed Boost.Graph graph in one direction.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie, several edges one way are added up
/// @param direction out: by ties that leave a vertex; in: by those that reach it
/// @return one value a vertex, as get(boost::vertex_index, g) numbers them; empty for fewer than two
///         vertices, for two of whom one is hostile, and where all are hostile to all: the inverse does not exist
/// @throws invalid_value for a weight that is not finite, an index out of range, a graph too large, or a direction that
///         is no enumerator
/// @par Complexity
/// O(E log E), and O(V + E) for each step: 10 V + 100 at most, usually some tens
template <directed_graph G, edge_weights<G> Weight>
    requires vertex_indexed_graph<G>
[[nodiscard]] std::optional<std::vector<double>> pn_index(G const& g, Weight const& weight, tie_direction direction) {
    detail::check_enumerator("direction", direction, tie_direction::out);
    auto const arcs = detail::directed_ties_of(g, weight);
    auto const n = arcs.num_vertices;
    auto const hostile = arcs.report.negative_ties;
    if (n < 2 || (n == 2 && hostile > 0) || hostile == n * (n - 1)) return {};
    detail::pn_matrix const a(n, arcs.ties);
    auto const beta = 1 / (2 * static_cast<double>(n) - 2);
    auto const in = direction == tie_direction::in;
    // (I - b^2 A A') ^-1 (I + b A) 1 for out; with A and A' exchanged for in.
    auto const multiply = [&](detail::real_vector const& x) {
        auto y = x;
        detail::add(y, -1, a.times(a.times(x, beta, !in), beta, in));
        return y;
    };
    detail::real_vector b(n, 1.0);
    detail::add(b, 1, a.times(detail::real_vector(n, 1.0), beta, in));
    return detail::solve_by_gradients(multiply, b);
}

} // namespace geostance
