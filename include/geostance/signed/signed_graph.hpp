// SPDX-License-Identifier: BSL-1.0
/// @file
/// The compact form that the signed algorithms work on: for each vertex its ties, sorted by neighbour.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/detail/release.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/detail/wide_sum.hpp>
#include <geostance/signed/tie_report.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

class signed_graph;

namespace detail {

/// A word of a row is neighbour * 2 + (1 where the tie is negative).
constexpr std::uint32_t neighbour_in(std::uint32_t word) noexcept { return word >> 1U; }
constexpr bool negative_in(std::uint32_t word) noexcept { return (word & 1U) != 0; }

/// The words of a vertex, by ascending neighbour.
std::span<std::uint32_t const> row_of(signed_graph const& g, std::uint32_t v) noexcept;

} // namespace detail

/// An undirected edge as a triple.
struct signed_tie {
    std::uint32_t from = 0; ///< one end, below the number of vertices
    std::uint32_t to = 0;   ///< the other end
    double weight = 0;      ///< finite; above 0 friendly, below 0 hostile, 0 no tie
};

/// A negative cycle of one edge (a negative self-loop) or of two (opposite edges that are kept): it costs its weight
/// in every partition.
struct constant_cycle {
    std::uint32_t u = 0;             ///< the vertex, or the first one
    std::uint32_t v = 0;             ///< equal to u for a self-loop
    std::uint32_t negative_edge = 0; ///< the position of the first negative edge among the edges given
    std::uint32_t positive_edge = 0; ///< of the first positive one; equal to negative_edge for a self-loop
    double weight = 0;               ///< what it costs
};

/// An undirected signed graph that does not change: compressed rows, each sorted by neighbour, at most one tie for
/// two vertices, no self-loops; 16 bytes a tie, 32 where weights differ.
///
/// An *arc* is the place of a tie in the row of one of its ends. Vertices have the numbers that they had in the graph
/// or list it was made of. boost_graph.hpp makes it a Boost.Graph graph.
/// @par Complexity
/// O(1) for a function that says nothing else
class signed_graph {
public:
    signed_graph() = default;

    /// Makes the graph of some ties; see tie_options for what is merged and dropped.
    /// @param num_vertices how many vertices there are, below 2^31
    /// @param ties below 2^31 of them, in any order
    /// @param options what to do with multi-edges, opposite edges and self-loops
    /// @throws invalid_value for too many vertices or ties, an end that is no vertex, a weight that is not finite,
    ///         or a multi-edge where these are rejected
    /// @par Complexity
    /// O(V + E) time and memory
    signed_graph(std::size_t num_vertices, std::span<signed_tie const> ties, tie_options const& options = {});

    /// @return the number of vertices
    [[nodiscard]] std::uint32_t num_vertices() const noexcept { return num_vertices_; }
    /// @return the number of ties
    [[nodiscard]] std::size_t num_ties() const noexcept { return words_.size() / 2; }
    /// @return the number of arcs, twice that of ties
    [[nodiscard]] std::uint32_t num_arcs() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
    /// @param v a vertex
    /// @pre v < num_vertices()
    /// @return its number of ties
    [[nodiscard]] std::uint32_t degree(std::uint32_t v) const noexcept {
        GEOSTANCE_ASSERT(v < num_vertices_, "signed_graph: a vertex");
        return first_[v + 1] - first_[v];
    }
    /// @param v a vertex, or the number of vertices
    /// @pre v <= num_vertices()
    /// @return the first arc of its row; that of v + 1 is the end of the row
    [[nodiscard]] std::uint32_t first_arc(std::uint32_t v) const noexcept {
        GEOSTANCE_ASSERT(v <= num_vertices_, "signed_graph: a vertex, or their number");
        return first_[v];
    }
    /// @param arc an arc
    /// @pre arc < num_arcs()
    /// @return the vertex that it leads to
    [[nodiscard]] std::uint32_t neighbour(std::uint32_t arc) const noexcept {
        GEOSTANCE_ASSERT(arc < words_.size(), "signed_graph: an arc");
        return detail::neighbour_in(words_[arc]);
    }
    /// @param arc an arc
    /// @pre arc < num_arcs()
    /// @return whether its tie is hostile
    [[nodiscard]] bool is_negative(std::uint32_t arc) const noexcept {
        GEOSTANCE_ASSERT(arc < words_.size(), "signed_graph: an arc");
        return detail::negative_in(words_[arc]);
    }
    /// @return whether any tie has an absolute weight other than 1
    [[nodiscard]] bool is_weighted() const noexcept { return !magnitudes_.empty(); }
    /// @param arc an arc
    /// @pre arc < num_arcs()
    /// @return the absolute weight of its tie, above 0
    [[nodiscard]] double magnitude(std::uint32_t arc) const noexcept {
        GEOSTANCE_ASSERT(arc < words_.size(), "signed_graph: an arc");
        return magnitudes_.empty() ? 1 : magnitudes_[arc];
    }
    /// @param arc an arc
    /// @pre arc < num_arcs()
    /// @return the weight of its tie, with the sign
    [[nodiscard]] double weight(std::uint32_t arc) const noexcept {
        return is_negative(arc) ? -magnitude(arc) : magnitude(arc);
    }
    /// The way back to the edges that were given.
    /// @param arc an arc
    /// @pre arc < num_arcs()
    /// @return the position of an edge between its ends with the sign of the tie (the first), among those given
    [[nodiscard]] std::uint32_t edge_of(std::uint32_t arc) const noexcept {
        GEOSTANCE_ASSERT(arc < edges_.size(), "signed_graph: an arc");
        return edges_[arc];
    }
    /// The arc from one vertex to another.
    /// @param u a vertex
    /// @param v a vertex, or any other number
    /// @pre u < num_vertices()
    /// @return the arc in the row of u, or num_arcs() where there is no tie
    /// @par Complexity
    /// O(log degree(u))
    [[nodiscard]] std::uint32_t find_arc(std::uint32_t u, std::uint32_t v) const noexcept {
        auto const words = detail::row_of(*this, u);
        auto const at = std::lower_bound(words.begin(), words.end(), v << 1U);
        if (at == words.end() || detail::neighbour_in(*at) != v) return num_arcs();
        return first_[u] + static_cast<std::uint32_t>(at - words.begin());
    }
    /// @return the total absolute weight of all ties
    [[nodiscard]] double total_weight() const noexcept { return total_weight_; }
    /// @return negative self-loops and kept opposite edges
    [[nodiscard]] std::vector<constant_cycle> const& constant_cycles() const noexcept { return constant_cycles_; }
    /// @return what those cost in every partition
    [[nodiscard]] double constant_cost() const noexcept { return constant_cost_; }
    /// @return what was merged and dropped
    [[nodiscard]] tie_report const& report() const noexcept { return report_; }

private:
    friend std::span<std::uint32_t const> detail::row_of(signed_graph const& g, std::uint32_t v) noexcept;

    static constexpr std::size_t limit = std::size_t{1} << 31U;

    struct run; // the edges between two vertices

    static void check(std::size_t num_vertices, std::span<signed_tie const> ties);
    void take_self_loop(signed_tie const& loop, std::uint32_t edge, tie_options const& options);
    static bool are_ascending(std::span<signed_tie const> ties) noexcept;
    void lay_out_ascending(std::span<signed_tie const> ties, tie_options const& options);
    void lay_out(std::span<signed_tie const> ties, tie_options const& options);
    void merge_rows(std::span<signed_tie const> ties, tie_options const& options);
    void settle(std::uint32_t u, std::uint32_t v, run const& pair, tie_options const& options);
    void summarise();

    std::uint32_t num_vertices_ = 0;
    std::vector<std::uint32_t> first_ = {0};
    std::vector<std::uint32_t> words_{};
    std::vector<std::uint32_t> edges_{};
    std::vector<double> magnitudes_{};
    std::vector<constant_cycle> constant_cycles_{};
    double constant_cost_ = 0;
    double total_weight_ = 0;
    tie_report report_{};
};

/// @cond
inline std::span<std::uint32_t const> detail::row_of(signed_graph const& g, std::uint32_t v) noexcept {
    GEOSTANCE_ASSERT(v < g.num_vertices(), "signed_graph: a vertex");
    return {g.words_.data() + g.first_[v], g.degree(v)};
}

struct signed_graph::run {
    static constexpr std::uint32_t none = UINT32_MAX;
    double positive = 0;
    double negative = 0;
    std::uint32_t positive_edge = none;
    std::uint32_t negative_edge = none;
    double sum = 0;
    std::size_t size = 0;

    run(std::span<signed_tie const> ties, std::span<std::uint32_t const> edges) : size(edges.size()) {
        for (auto const e : edges) {
            auto& first = ties[e].weight > 0 ? positive_edge : negative_edge;
            first = std::min(first, e);
            (ties[e].weight > 0 ? positive : negative) += std::abs(ties[e].weight);
        }
        sum = positive - negative;
        if (size > 2) add_up(ties, edges); // up to two are added without an error that lasts
    }
    [[nodiscard]] bool opposed() const noexcept { return positive_edge != none && negative_edge != none; }

private:
    /// Each sum is rounded once, at the end.
    void add_up(std::span<signed_tie const> ties, std::span<std::uint32_t const> edges) {
        detail::wide_sum friendly;
        detail::wide_sum hostile;
        for (auto const e : edges) (ties[e].weight > 0 ? friendly : hostile) += std::abs(ties[e].weight);
        positive = friendly.nearest();
        negative = hostile.nearest();
        sum = (friendly - hostile).nearest();
    }
};

inline signed_graph::signed_graph(std::size_t num_vertices, std::span<signed_tie const> ties,
                                  tie_options const& options) {
    check(num_vertices, ties);
    validate(options);
    num_vertices_ = static_cast<std::uint32_t>(num_vertices);
    report_.vertices = num_vertices;
    report_.edges = ties.size();
    if (are_ascending(ties)) {
        lay_out_ascending(ties, options);
    } else {
        lay_out(ties, options);
        merge_rows(ties, options);
    }
    summarise();
}

inline void signed_graph::check(std::size_t num_vertices, std::span<signed_tie const> ties) {
    if (num_vertices >= limit) throw invalid_value("num_vertices", std::to_string(num_vertices), "fewer than 2^31");
    if (ties.size() >= limit) throw invalid_value("ties", std::to_string(ties.size()) + " ties", "fewer than 2^31");
    double total = 0;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        auto const& t = ties[i];
        auto const place = [&] {
            return " at tie " + std::to_string(i) + " (" + std::to_string(t.from) + ", " + std::to_string(t.to) + ")";
        };
        if (std::max(t.from, t.to) >= num_vertices) {
            bool const from = t.from >= num_vertices;
            throw invalid_value(from ? "signed_tie.from" : "signed_tie.to",
                                std::to_string(from ? t.from : t.to) + place(),
                                "a vertex below the number of vertices");
        }
        if (!std::isfinite(t.weight))
            throw invalid_value("signed_tie.weight", detail::number_text(t.weight) + place(), "a finite number");
        total += std::abs(t.weight);
    }
    if (!std::isfinite(total))
        throw invalid_value("signed_tie.weight", "numbers too large to add up", "a finite total");
}

inline void signed_graph::take_self_loop(signed_tie const& loop, std::uint32_t edge, tie_options const& options) {
    ++report_.self_loops;
    if (loop.weight > 0) return;
    ++report_.negative_self_loops;
    report_.self_loop_weight -= loop.weight;
    if (options.self_loops == self_loop_rule::drop) return;
    constant_cycles_.push_back({loop.from, loop.from, edge, edge, -loop.weight});
}

/// Whether each edge leads from a lower vertex to a higher one and comes after the one before it, as a projection lists
/// them: then no two are between the same ends.
inline bool signed_graph::are_ascending(std::span<signed_tie const> ties) noexcept {
    for (std::size_t e = 0; e < ties.size(); ++e) {
        auto const& t = ties[e];
        if (t.from >= t.to) return false;
        if (e > 0 && std::pair(ties[e - 1].from, ties[e - 1].to) >= std::pair(t.from, t.to)) return false;
    }
    return true;
}

/// Writes such edges into the rows of both ends, which are sorted thereby: lower neighbours come first.
inline void signed_graph::lay_out_ascending(std::span<signed_tie const> ties, tie_options const& options) {
    first_.assign(num_vertices_ + std::size_t{1}, 0);
    for (auto const& t : ties) {
        if (t.weight == 0) continue;
        ++first_[t.from + 1];
        ++first_[t.to + 1];
        ++report_.ties;
        report_.negative_ties += t.weight < 0 ? 1U : 0U;
    }
    report_.zero_edges = ties.size() - report_.ties;
    for (std::size_t v = 0; v < num_vertices_; ++v) first_[v + 1] += first_[v];
    words_.resize(first_.back());
    edges_.resize(first_.back());
    magnitudes_.resize(first_.back());
    auto next = first_;
    for (std::uint32_t e = 0; e < ties.size(); ++e) {
        auto const& t = ties[e];
        if (t.weight == 0) continue;
        auto const magnitude = options.multi_edges == multi_edge_rule::sign_of_sum ? 1 : std::abs(t.weight);
        auto const write = [&](std::uint32_t v, std::uint32_t neighbour) {
            auto const arc = next[v]++;
            words_[arc] = neighbour << 1U | static_cast<std::uint32_t>(t.weight < 0);
            edges_[arc] = e;
            magnitudes_[arc] = magnitude;
        };
        write(t.from, t.to);
        write(t.to, t.from);
    }
}

/// Writes each edge into the rows of both ends, then transposes, which sorts every row (and keeps equal ones in order).
inline void signed_graph::lay_out(std::span<signed_tie const> ties, tie_options const& options) {
    first_.assign(num_vertices_ + std::size_t{1}, 0);
    for (std::uint32_t e = 0; e < ties.size(); ++e) {
        auto const& t = ties[e];
        if (t.weight == 0) {
            ++report_.zero_edges;
        } else if (t.from == t.to) {
            take_self_loop(t, e, options);
        } else {
            ++first_[t.from + 1];
            ++first_[t.to + 1];
        }
    }
    for (std::size_t v = 0; v < num_vertices_; ++v) first_[v + 1] += first_[v];
    auto next = first_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> unsorted(first_.back()); // neighbour, edge
    for (std::uint32_t e = 0; e < ties.size(); ++e) {
        auto const& t = ties[e];
        if (t.weight == 0 || t.from == t.to) continue;
        unsorted[next[t.from]++] = {t.to, e};
        unsorted[next[t.to]++] = {t.from, e};
    }
    words_.resize(first_.back());
    edges_.resize(first_.back());
    next = first_;
    for (std::uint32_t v = 0; v < num_vertices_; ++v) {
        for (auto arc = first_[v]; arc < first_[v + 1]; ++arc) {
            auto const [u, e] = unsorted[arc];
            auto const place = next[u]++;
            words_[place] = v;
            edges_[place] = e;
        }
    }
}

/// Makes one tie of each run of equal neighbours, moving rows to the front.
inline void signed_graph::merge_rows(std::span<signed_tie const> ties, tie_options const& options) {
    magnitudes_.resize(words_.size());
    std::uint32_t end = 0;
    for (std::uint32_t v = 0; v < num_vertices_; ++v) {
        auto arc = std::exchange(first_[v], end);
        while (arc < first_[v + 1]) {
            auto const u = words_[arc];
            auto const begin = arc;
            while (arc < first_[v + 1] && words_[arc] == u) ++arc;
            run const pair(ties, {edges_.data() + begin, arc - begin});
            if (v < u) settle(v, u, pair, options);
            if (pair.sum == 0) continue;
            auto const negative = pair.sum < 0;
            words_[end] = u << 1U | static_cast<std::uint32_t>(negative);
            edges_[end] = negative ? pair.negative_edge : pair.positive_edge;
            magnitudes_[end++] = options.multi_edges == multi_edge_rule::sign_of_sum ? 1 : std::abs(pair.sum);
        }
    }
    first_[num_vertices_] = end;
    words_.resize(end);
    edges_.resize(end);
    magnitudes_.resize(end);
}

inline void signed_graph::settle(std::uint32_t u, std::uint32_t v, run const& pair, tie_options const& options) {
    if (pair.size > 1 && options.multi_edges == multi_edge_rule::reject)
        throw invalid_value("tie_options.multi_edges",
                            std::to_string(pair.size) + " edges between vertices " + std::to_string(u) + " and " +
                                std::to_string(v),
                            "at most one, or another rule");
    report_.merged_edges += pair.size - 1;
    if (pair.sum != 0) {
        ++report_.ties;
        report_.negative_ties += pair.sum < 0 ? 1U : 0U;
    } else {
        ++report_.cancelled_pairs;
    }
    if (!pair.opposed()) return;
    auto const cost = std::min(pair.positive, pair.negative);
    ++report_.opposed_pairs;
    report_.opposed_weight += cost;
    if (options.cancelling_pairs == pair_rule::drop) return;
    constant_cycles_.push_back({u, v, pair.negative_edge, pair.positive_edge, cost});
}

inline void signed_graph::summarise() {
    auto const units = std::all_of(magnitudes_.begin(), magnitudes_.end(), [](double m) { return m == 1; });
    for (auto const m : magnitudes_) total_weight_ += m / 2;
    if (units) detail::release(magnitudes_);
    detail::wide_sum constant;
    for (auto const& cycle : constant_cycles_) constant += cycle.weight;
    constant_cost_ = constant.nearest();
    for (std::uint32_t v = 0; v < num_vertices_; ++v) report_.isolated_vertices += degree(v) == 0 ? 1U : 0U;
}

/// @endcond

} // namespace geostance
