// SPDX-License-Identifier: BSL-1.0
/// @file
/// The triangles of the compact form, by degree ordering: vertices are ranked by degree, and each tie is kept in the
/// row of its lower end alone, which no row then has more than sqrt(2 E) of.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace geostance::detail {

struct forward_rows {
    std::vector<std::uint32_t> vertex{}; // of each rank
    std::vector<std::uint32_t> first{};  // of each rank, into words
    std::vector<std::uint32_t> words{};  // rank of the higher end, and the sign in bit 0

    [[nodiscard]] std::span<std::uint32_t const> row(std::uint32_t rank) const noexcept {
        return {words.data() + first[rank], first[rank + 1] - first[rank]};
    }
};

/// Vertices by ascending degree, those of equal degree by number.
inline std::vector<std::uint32_t> by_degree(signed_graph const& g) {
    std::uint32_t greatest = 0;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) greatest = std::max(greatest, g.degree(v));
    std::vector<std::uint32_t> start(greatest + std::size_t{2});
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) ++start[g.degree(v) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> result(g.num_vertices());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) result[start[g.degree(v)]++] = v;
    return result;
}

inline forward_rows order_by_degree(signed_graph const& g) {
    forward_rows result;
    result.vertex = by_degree(g);
    std::vector<std::uint32_t> rank(g.num_vertices());
    for (std::uint32_t r = 0; r < g.num_vertices(); ++r) rank[result.vertex[r]] = r;
    result.words.reserve(g.num_ties());
    result.first.reserve(g.num_vertices() + std::size_t{1});
    for (std::uint32_t r = 0; r < g.num_vertices(); ++r) {
        result.first.push_back(static_cast<std::uint32_t>(result.words.size()));
        for (auto const word : row_of(g, result.vertex[r])) {
            auto const other = rank[neighbour_in(word)];
            if (other > r) result.words.push_back(other << 1U | (word & 1U));
        }
    }
    result.first.push_back(static_cast<std::uint32_t>(result.words.size()));
    return result;
}

/// Counts by number of negative ties. A mark holds 1 in the field of 0 negatives for a positive tie and in that of 1
/// for a negative one, so that a shift by one field counts the sign of the second tie; a row is shorter than a field.
/// @par Source
/// Chiba and Nishizeki (1985): see `triad_census`.
inline std::array<std::uint64_t, 4> count_triangles(signed_graph const& g) {
    constexpr std::uint32_t field = 20;
    constexpr std::uint64_t mask = (std::uint64_t{1} << field) - 1;
    auto const forward = order_by_degree(g);
    std::vector<std::uint32_t> mark(g.num_vertices());
    std::array<std::uint64_t, 4> counts{};
    for (std::uint32_t r = 0; r < g.num_vertices(); ++r) {
        auto const row = forward.row(r);
        if (row.size() < 2) continue;
        for (auto const word : row) mark[word >> 1U] = std::uint32_t{1} << (field * (word & 1U));
        for (auto const word : row) {
            std::uint64_t sum = 0;
            for (auto const second : forward.row(word >> 1U))
                sum += std::uint64_t{mark[second >> 1U]} << (field * (second & 1U));
            auto const negative = word & 1U;
            for (std::uint32_t k = 0; k < 3; ++k) counts[negative + k] += sum >> (field * k) & mask;
        }
        for (auto const word : row) mark[word >> 1U] = 0;
    }
    return counts;
}

/// For each of the words of forward_rows, the arc of its tie from the vertex of lower number.
inline std::vector<std::uint32_t> arcs_of(signed_graph const& g, forward_rows const& forward) {
    std::vector<std::uint32_t> rank(g.num_vertices());
    for (std::uint32_t r = 0; r < g.num_vertices(); ++r) rank[forward.vertex[r]] = r;
    std::vector<std::uint32_t> next(forward.first.begin(), forward.first.end());
    std::vector<std::uint32_t> arcs(forward.words.size());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const u = g.neighbour(a);
            if (rank[u] < rank[v]) continue;
            arcs[next[rank[v]]++] = v < u ? a : g.find_arc(u, v);
        }
    }
    return arcs;
}

/// Calls visit(vertices, arcs, negative ties) for each triangle; an arc is that from the lower number.
template <class Visit>
void for_each_triangle(signed_graph const& g, Visit visit) {
    auto const forward = order_by_degree(g);
    auto const arcs = arcs_of(g, forward);
    std::vector<std::uint32_t> place(g.num_vertices(), UINT32_MAX); // of the tie to a rank in the current row
    for (std::uint32_t r = 0; r < g.num_vertices(); ++r) {
        auto const [begin, end] = std::pair(forward.first[r], forward.first[r + 1]);
        for (auto i = begin; i < end; ++i) place[forward.words[i] >> 1U] = i;
        for (auto i = begin; i < end; ++i) {
            auto const s = forward.words[i] >> 1U;
            for (auto k = forward.first[s]; k < forward.first[s + 1]; ++k) {
                auto const t = forward.words[k] >> 1U;
                auto const j = place[t];
                if (j == UINT32_MAX) continue;
                visit(std::array{forward.vertex[r], forward.vertex[s], forward.vertex[t]},
                      std::array{arcs[i], arcs[j], arcs[k]},
                      (forward.words[i] & 1U) + (forward.words[j] & 1U) + (forward.words[k] & 1U));
            }
        }
        for (auto i = begin; i < end; ++i) place[forward.words[i] >> 1U] = UINT32_MAX;
    }
}

} // namespace geostance::detail
