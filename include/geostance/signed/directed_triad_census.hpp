// SPDX-License-Identifier: BSL-1.0
/// @file
/// The census of all triples of vertices of a directed signed network, in 138 classes.
#pragma once

#include <geostance/signed/detail/directed_ties.hpp>
#include <geostance/signed/detail/triad_classes.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geostance {

/// How many triples of vertices are of each class.
struct directed_triad_census_result {
    std::array<std::uint64_t, 138> counts{}; ///< in the order of directed_triad_classes()
    tie_report ties{};                       ///< what was merged and dropped

    /// @param name the name of a class, as in directed_triad_classes()
    /// @return its count
    /// @throws unknown_name for a name that is none
    /// @par Complexity
    /// O(number of classes), of which there are 138
    [[nodiscard]] std::uint64_t at(std::string_view name) const;
};

/// The names of the classes, as signnet has them: the class of Holland and Leinhardt without signs (mutual,
/// asymmetric and null pairs, and a letter), and the six signs of the ties a-b, b-a, a-c, c-a, b-c, c-b, where P is
/// friendly, N hostile and 0 no tie; for example `030T-0P0PP0`.
/// @return the 138 names
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr std::array<std::string_view, 138> const& directed_triad_classes() noexcept {
    return detail::triad_class_names;
}

inline std::uint64_t directed_triad_census_result::at(std::string_view name) const {
    auto const& names = directed_triad_classes();
    auto const place = std::find(names.begin(), names.end(), name);
    if (place == names.end()) throw unknown_name(std::string(name), "triad class", {});
    return counts[static_cast<std::size_t>(place - names.begin())];
}

namespace detail {

/// The ties between two vertices u < v as one of weight out + 3 * in, where out is the tie u-v and in the tie v-u, each
/// 1 if friendly, 2 if hostile and 0 if none.
inline signed_graph pair_codes(directed_ties const& arcs) {
    std::vector<signed_tie> ties;
    ties.reserve(arcs.ties.size());
    for (auto const& t : arcs.ties) {
        auto const sign = t.weight > 0 ? 1.0 : 2.0;
        ties.push_back({t.from, t.to, t.from < t.to ? sign : 3 * sign});
    }
    return {arcs.num_vertices, ties};
}

/// The code of the pair of x and its neighbour at an arc, seen from x.
inline std::size_t pair_code(signed_graph const& g, std::uint32_t x, std::uint32_t arc) noexcept {
    auto const code = static_cast<std::size_t>(g.magnitude(arc));
    return x < g.neighbour(arc) ? code : code / 3 + code % 3 * 3;
}

/// Counts the triples with the tied pair u < v, each from its first tied pair; returns how many other vertices are
/// tied to u or v.
inline std::size_t count_triads_at(signed_graph const& g, std::uint32_t u, std::uint32_t arc,
                                   std::array<std::uint64_t, 729>& codes) {
    auto const v = g.neighbour(arc);
    auto const uv = pair_code(g, u, arc);
    std::size_t others = 0;
    auto i = g.first_arc(u);
    auto j = g.first_arc(v);
    auto const end_u = g.first_arc(u + 1);
    auto const end_v = g.first_arc(v + 1);
    while (i < end_u || j < end_v) {
        auto const x = i < end_u ? g.neighbour(i) : UINT32_MAX;
        auto const y = j < end_v ? g.neighbour(j) : UINT32_MAX;
        auto const w = std::min(x, y);
        auto const uw = x == w ? pair_code(g, u, i++) : 0;
        auto const vw = y == w ? pair_code(g, v, j++) : 0;
        if (w == u || w == v) continue;
        ++others;
        if (v < w || (u < w && uw == 0)) ++codes[uv + 9 * uw + 81 * vw];
    }
    return others;
}

inline directed_triad_census_result count_directed_triads(directed_ties const& arcs) {
    auto const g = pair_codes(arcs);
    std::array<std::uint64_t, 729> codes{};
    auto const n = std::uint64_t{g.num_vertices()};
    for (std::uint32_t u = 0; u < n; ++u) {
        for (auto a = g.first_arc(u); a < g.first_arc(u + 1); ++a) {
            if (g.neighbour(a) < u) continue;
            auto const others = count_triads_at(g, u, a, codes);
            codes[pair_code(g, u, a)] += n - others - 2;
        }
    }
    auto const class_of_code = classify_codes();
    directed_triad_census_result result;
    result.ties = arcs.report;
    std::uint64_t tied = 0;
    for (std::size_t code = 0; code < codes.size(); ++code) {
        result.counts[class_of_code[code]] += codes[code];
        tied += codes[code];
    }
    auto const triples = n < 3 ? 0 : (n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n); // pairs so far
    auto const all = n < 3 ? 0 : (triples % 3 == 0 ? triples / 3 * (n - 2) : (n - 2) / 3 * triples);
    result.counts[class_of_code[0]] += all - tied;
    return result;
}

} // namespace detail

/// Counts the triples of vertices of a directed Boost.Graph graph by class.
/// @param g the graph; at most 3,000,000 vertices, so that counts fit
/// @param weight edge -> sign or weight, finite; 0 is no tie, several edges one way are added up, self-loops dropped
/// @return the counts, which sum to n (n - 1) (n - 2) / 6
/// @throws invalid_value for a weight that is not finite, an index out of range, or a graph too large
/// @par Complexity
/// O(V + E * greatest degree)
/// @par Determinism
/// The same graph gives the same result.
/// @par Source
/// Algorithm: Batagelj, V. and Mrvar, A. (2001). A subquadratic triad census algorithm for large sparse networks with
/// small maximum degree. Social Networks 23, 237-243, doi:10.1016/S0378-8733(01)00035-1. Classes and their names:
/// Schoch, D. (2023). signnet: an R package for analyzing signed networks. Journal of Open Source Software 8, 4987,
/// doi:10.21105/joss.04987.
template <directed_graph G, edge_weights<G> Weight>
    requires vertex_indexed_graph<G>
[[nodiscard]] directed_triad_census_result directed_triad_census(G const& g, Weight const& weight) {
    auto const n = static_cast<std::size_t>(num_vertices(g));
    if (n > 3'000'000) throw invalid_value("g", std::to_string(n) + " vertices", "at most 3000000");
    return detail::count_directed_triads(detail::directed_ties_of(g, weight));
}

} // namespace geostance
