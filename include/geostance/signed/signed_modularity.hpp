// SPDX-License-Identifier: BSL-1.0
/// @file
/// Signed modularity: of a given partition, and partitions that have much of it.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/check_camps.hpp>
#include <geostance/signed/detail/modularity_search.hpp>
#include <geostance/signed/detail/unit_scale.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace geostance {

/// How finely modularity divides.
struct modularity_resolution {
    double positive = 1; ///< weight of the friendship expected by chance, finite, >= 0: more makes more camps
    double negative = 1; ///< weight of the enmity expected by chance, finite, >= 0: more makes fewer camps
};

/// How to look for a partition.
struct signed_modularity_options {
    modularity_resolution resolution{}; ///< how finely to divide
    bool connected = false;             ///< only camps that friendly ties connect within
    std::size_t starts = 10;            ///< searches, each in another order, of which the best counts; at least 1
    std::uint64_t seed = 1;             ///< of the orders
    std::size_t threads = 1; ///< for the searches, which give the same result on any number; 0: all there are
};

/// A partition with its modularity.
struct signed_modularity_result {
    camp_assignment camp{};                                       ///< of each vertex
    std::size_t camps = 0;                                        ///< how many there are
    double modularity = std::numeric_limits<double>::quiet_NaN(); ///< of the partition; NaN without ties
    bool connected = false;                                       ///< whether friendly ties connect each camp within
    tie_report ties{};                                            ///< what was merged and dropped
};

namespace detail {

inline void check(modularity_resolution const& r) {
    auto const test = [](double value, char const* name) {
        if (!std::isfinite(value) || value < 0)
            throw invalid_value(name, detail::number_text(value), "a finite number of at least 0");
    };
    test(r.positive, "modularity_resolution.positive");
    test(r.negative, "modularity_resolution.negative");
}

/// Numbers camps by their first vertices; returns how many there are.
inline std::size_t number_by_first_vertex(camp_assignment& camp) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (auto& c : camp) c = numbers.try_emplace(c, static_cast<std::uint32_t>(numbers.size())).first->second;
    return numbers.size();
}

} // namespace detail

/// The signed modularity of a partition of a compact graph, weights included:
/// sum over pairs in one camp of w_ij - (r+ w_i+ w_j+ / 2w+ - r- w_i- w_j- / 2w-), divided by 2w+ + 2w-.
/// @param g the graph
/// @param camp the camp of each vertex, any numbers
/// @param resolution how finely to divide
/// @return the modularity, in [-1, 1] where the resolution is 1; NaN without ties
/// @throws invalid_value unless there is one camp for each vertex, or for a resolution out of its range
/// @par Complexity
/// O(V log V + E)
/// @par Source
/// Gomez, S., Jensen, P. and Arenas, A. (2009). Analysis of community structure in networks of correlated data.
/// Physical Review E 80, 016114, doi:10.1103/PhysRevE.80.016114. The resolution: Reichardt, J. and Bornholdt, S.
/// (2006). Statistical mechanics of community detection. Physical Review E 74, 016110, doi:10.1103/PhysRevE.74.016110.
[[nodiscard]] inline double signed_modularity(signed_graph const& g, camp_assignment const& camp,
                                              modularity_resolution const& resolution = {}) {
    detail::check(resolution);
    detail::check_camps(g, camp);
    if (g.num_ties() == 0) return std::numeric_limits<double>::quiet_NaN();
    auto numbered = camp;
    auto const n = detail::number_by_first_vertex(numbered);
    std::vector<double> positive(n);
    std::vector<double> negative(n);
    double inside = 0;
    double total_positive = 0;
    double total_negative = 0;
    auto const scale = detail::unit_scale(g);
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const w = g.weight(a) * scale;
            (w > 0 ? positive : negative)[numbered[v]] += std::abs(w);
            (w > 0 ? total_positive : total_negative) += std::abs(w);
            if (numbered[v] == numbered[g.neighbour(a)]) inside += w;
        }
    }
    double expected = 0;
    for (std::size_t c = 0; c < n; ++c) {
        if (total_positive > 0) expected += resolution.positive * positive[c] * (positive[c] / total_positive);
        if (total_negative > 0) expected -= resolution.negative * negative[c] * (negative[c] / total_negative);
    }
    return (inside - expected) / (total_positive + total_negative);
}

/// The signed modularity of a partition of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param camp the camp of each vertex, as get(boost::vertex_index, g) numbers them
/// @param resolution how finely to divide
/// @return the modularity; NaN without ties
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// O(V log V + E)
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] double signed_modularity(G const& g, Weight const& weight, camp_assignment const& camp,
                                       modularity_resolution const& resolution = {}) {
    return signed_modularity(compress(g, weight), camp, resolution);
}

/// Looks for a partition of a compact graph with great signed modularity: vertices move where they gain, camps
/// are refined from within, and become vertices of a smaller graph, until nothing moves; then vertices move at random,
/// at a loss that shrinks to nothing, and it begins again. The best partition may hold
/// camps that friendly ties do not connect, as vertices with the same enemies gain by being together; `connected`
/// forbids that.
/// @param g the graph
/// @param options resolution, number of searches, and whether camps must be connected
/// @return the best partition found; a local optimum, not proven to be the best of all
/// @throws invalid_value for options out of their ranges
/// @par Complexity
/// O(E) for each of some tens of rounds in each search; memory O(V + E)
/// @par Determinism
/// Given by the seed, whatever the number of threads.
/// @par Source
/// Traag, V. A., Waltman, L. and van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected
/// communities. Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z, on the modularity of Gomez, Jensen and
/// Arenas (2009): see `signed_modularity`.
[[nodiscard]] inline signed_modularity_result
maximise_signed_modularity(signed_graph const& g, signed_modularity_options const& options = {}) {
    detail::check(options.resolution);
    if (options.starts == 0) throw invalid_value("signed_modularity_options.starts", "0", "a number of at least 1");
    signed_modularity_result best;
    best.ties = g.report();
    detail::modularity_graph const start(g, options.resolution.positive, options.resolution.negative);
    std::mutex one_at_a_time;
    std::size_t best_start = options.starts; // of equal ones, the first counts
    detail::for_each_in_parallel(detail::threads_for(options.threads), options.starts, [&](std::size_t, std::size_t k) {
        detail::random_source random(detail::random_source(options.seed)() ^ k);
        auto camp = detail::search_modularity(g, start, options.connected, random);
        auto const count = detail::number_by_first_vertex(camp);
        auto const value = signed_modularity(g, camp, options.resolution);
        std::lock_guard const lock(one_at_a_time);
        auto const is_better =
            best_start == options.starts || value > best.modularity || (!(value < best.modularity) && k < best_start);
        if (!is_better) return;
        best_start = k;
        best.camp = std::move(camp);
        best.camps = count;
        best.modularity = value;
    });
    auto parts = detail::split_into_connected(g, best.camp);
    best.connected = detail::number_by_first_vertex(parts) == best.camps;
    return best;
}

/// Looks for a partition of an undirected Boost.Graph graph with great signed modularity.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options resolution, number of searches, and whether camps must be connected
/// @return the best partition found; vertices as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] signed_modularity_result maximise_signed_modularity(G const& g, Weight const& weight,
                                                                  signed_modularity_options const& options = {}) {
    return maximise_signed_modularity(compress(g, weight), options);
}

} // namespace geostance
