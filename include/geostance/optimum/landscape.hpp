// SPDX-License-Identifier: BSL-1.0
/// @file
/// Landscapes of aggregation: which two alignments leave actors of given sizes least frustrated, and where those who
/// move one by one get stuck.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace geostance {

/// The network whose frustration a landscape measures: each tie weighs its propensity times the sizes of its ends.
/// @param g how far each two actors tend to be on one side (above 0) or on opposite sides (below 0)
/// @param sizes what each actor counts, finite, at least 0; an actor of size 0 has no ties
/// @return the network, with the same vertices; edges are numbered by ties
/// @throws invalid_value if there is not one size for each vertex, or one is below 0, or a product is not finite
/// @par Complexity
/// O(V + E)
/// @par Source
/// Equation 3 of Axelrod and Bennett (1993): see `landscape_of`.
[[nodiscard]] inline signed_graph landscape_network(signed_graph const& g, std::span<double const> sizes) {
    if (sizes.size() != g.num_vertices())
        throw invalid_value("sizes", std::to_string(sizes.size()) + " numbers",
                            "one for each of " + std::to_string(g.num_vertices()) + " vertices");
    for (auto const size : sizes)
        if (!(size >= 0) || !std::isfinite(size))
            throw invalid_value("sizes", detail::number_text(size), "finite numbers of at least 0");
    std::vector<signed_tie> ties;
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u)
        for (auto arc = g.first_arc(u); arc < g.first_arc(u + 1); ++arc)
            if (auto const v = g.neighbour(arc); u < v) ties.push_back({u, v, sizes[u] * sizes[v] * g.weight(arc)});
    return {g.num_vertices(), ties};
}

/// The energy of an alignment: the sum over all pairs on opposite sides of propensity times both sizes, each pair
/// counting in both directions as in the source. Low where friends stand together and enemies apart.
/// @param g what `landscape_network` made
/// @param side the side of each vertex
/// @return the energy; the sum is exact but for its last rounding
/// @throws invalid_value if there is not one side for each vertex
/// @par Complexity
/// O(V + E)
/// @par Source
/// Equation 3 of Axelrod and Bennett (1993): see `landscape_of`.
[[nodiscard]] inline double landscape_energy(signed_graph const& g, camp_assignment const& side) {
    if (side.size() != g.num_vertices())
        throw invalid_value("side", std::to_string(side.size()) + " numbers",
                            "one for each of " + std::to_string(g.num_vertices()) + " vertices");
    detail::wide_sum sum;
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u)
        for (auto arc = g.first_arc(u); arc < g.first_arc(u + 1); ++arc)
            if (side[u] != side[g.neighbour(arc)]) sum += g.weight(arc);
    return sum.nearest();
}

/// The bottom of a landscape, with its proof.
struct landscape {
    signed_graph network{};    ///< what `landscape_network` made
    bounds frustration{};      ///< bounds of its frustration index; `camp` is the best alignment found
    double least_energy = 0;   ///< no alignment has a lower energy: proven, but for rounding
    double reached_energy = 0; ///< that of `frustration.camp`; the same where `frustration.exact`
};

/// The alignment of two sides with the least energy, and how far from it the one found can be at most.
///
/// Energy is twice the weight of ties that an alignment leaves against it, less twice the weight of all hostile ones.
/// So the bottom of the landscape is a frustration index, whose camps and cycles prove the two bounds.
///
/// The bottom is what the model calls most stable, not a forecast. Actors move one by one and may stop at any of its
/// `local_optima`. Propensities and sizes are the author's choice, and decide the result. Galam (1998) objects that
/// energies of this form, borrowed from spin glasses, do not yield what is claimed of them: results depend on the fixed
/// propensities put in, and two sides for everybody exclude neutrality.
/// @param g how far each two actors tend to be on one side (above 0) or on opposite sides (below 0)
/// @param sizes what each actor counts, finite, at least 0
/// @param options limits, seed, and what to call meanwhile
/// @return the bounds, with camps and packed cycles of `network`
/// @throws invalid_value as for landscape_network() and frustration_index()
/// @par Complexity
/// that of `frustration_index`
/// @par Determinism
/// that of `frustration_index`
/// @par Source
/// Axelrod, R. and Bennett, D. S. (1993). A landscape theory of aggregation. British Journal of Political Science 23,
/// 211-233. Criticism: Galam, S. (1998). Comment on "A landscape theory of aggregation". British Journal of Political
/// Science 28, 411-412.
[[nodiscard]] inline landscape landscape_of(signed_graph const& g, std::span<double const> sizes,
                                            search_options const& options = {}) {
    landscape result;
    result.network = landscape_network(g, sizes);
    result.frustration = frustration_index(result.network, options);
    auto const& network = result.network;
    detail::wide_sum least; // each hostile tie twice, as its two ends do
    for (std::uint32_t arc = 0; arc < network.num_arcs(); ++arc)
        if (network.is_negative(arc)) least -= network.magnitude(arc);
    least += 2 * result.frustration.lower;
    result.least_energy = least.nearest();
    result.reached_energy = landscape_energy(network, result.frustration.camp);
    return result;
}

/// An alignment that nobody can better by changing sides alone.
struct local_optimum {
    camp_assignment side{}; ///< 0 or 1; 0 for the first vertex with ties, and for those without
    double energy = 0;      ///< its `landscape_energy`
};

namespace detail {

/// All alignments of the vertices with ties, the first of them on side 0. Each step moves one vertex (Gray's code) and
/// keeps what every vertex would lose by moving.
class alignment_walk {
public:
    explicit alignment_walk(signed_graph const& g) : network_(g), side_(g.num_vertices()), loss_(g.num_vertices()) {
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
            if (g.degree(v) > 0) tied_.push_back(v);
        for (auto const v : tied_) loss_[v] = exact_loss(v).nearest();
    }

    /// How many vertices move.
    [[nodiscard]] std::size_t size() const noexcept { return tied_.empty() ? 0 : tied_.size() - 1; }

    /// Calls visit(side) for each alignment in which nobody gains by moving.
    template <class Visit>
    void for_each_optimum(Visit visit) {
        for (std::uint64_t step = 1;; ++step) {
            if (is_optimum()) visit(side_);
            std::size_t place = 0;
            while (place < size() && (step >> place & 1U) == 0) ++place;
            if (place == size()) return;
            move(tied_[place + 1]);
        }
    }

private:
    /// What v loses by moving: the weight of its ties within its side, less that of its ties across.
    [[nodiscard]] wide_sum exact_loss(std::uint32_t v) const {
        wide_sum sum;
        for (auto arc = network_.first_arc(v); arc < network_.first_arc(v + 1); ++arc) {
            auto const w = network_.weight(arc);
            sum += side_[v] == side_[network_.neighbour(arc)] ? w : -w;
        }
        return sum;
    }

    void move(std::uint32_t v) {
        side_[v] = 1 - side_[v];
        loss_[v] = -loss_[v];
        for (auto arc = network_.first_arc(v); arc < network_.first_arc(v + 1); ++arc) {
            auto const u = network_.neighbour(arc);
            auto const w = 2 * network_.weight(arc);
            loss_[u] += side_[u] == side_[v] ? w : -w;
        }
    }

    /// Rounding adds up to far less than a millionth in 2^30 steps; what it leaves open is summed exactly.
    [[nodiscard]] bool is_optimum() const {
        auto const open = 1e-6 * network_.total_weight();
        for (auto const v : tied_)
            if (loss_[v] < -open) return false;
        for (auto const v : tied_)
            if (loss_[v] <= open && exact_loss(v).is_negative()) return false;
        return true;
    }

    signed_graph const& network_;
    std::vector<std::uint32_t> tied_{}; // the vertices with ties, of which all but the first move
    camp_assignment side_;
    std::vector<double> loss_{};
};

} // namespace detail

/// All alignments that nobody can better by changing sides alone, of a small landscape: where actors who move one by
/// one, each to be less frustrated, end. Which of them they end in depends on where they begin.
/// @param g what `landscape_network` made, with at most 30 vertices that have ties
/// @return lowest energy first, then by sides; mirror images count once. An optimum on a plateau, where somebody may
///         move for nothing, counts.
/// @throws invalid_value for a larger network
/// @par Complexity
/// O(2^V (V + degree)) for V vertices with ties
/// @par Guarantee
/// Exact for the weights of the network.
/// @par Source
/// Axelrod and Bennett (1993), who find two for seventeen states of 1936: see `landscape_of`.
[[nodiscard]] inline std::vector<local_optimum> local_optima(signed_graph const& g) {
    constexpr std::size_t most = 30;
    detail::alignment_walk walk(g);
    if (walk.size() >= most)
        throw invalid_value("g", std::to_string(walk.size() + 1) + " vertices with ties",
                            "at most " + std::to_string(most));
    std::vector<local_optimum> result;
    walk.for_each_optimum([&](camp_assignment const& side) { result.push_back({side, landscape_energy(g, side)}); });
    std::sort(result.begin(), result.end(), [](local_optimum const& a, local_optimum const& b) {
        return std::tie(a.energy, a.side) < std::tie(b.energy, b.side);
    });
    return result;
}

} // namespace geostance
