// SPDX-License-Identifier: BSL-1.0
/// @file
/// What became of a user's edges on the way to the signed graph that an algorithm works on: rules and counts.
#pragma once

#include <geostance/detail/check_field.hpp>

#include <cstddef>
#include <cstdint>

namespace geostance {

/// What to do with several edges between the same two vertices.
enum class multi_edge_rule : std::uint8_t {
    sum,         ///< their weights are added
    sign_of_sum, ///< only the sign of that counts: every tie, of a single edge too, weighs 1
    reject       ///< throw invalid_value
};

/// What to do with the part of two opposite edges between the same two vertices that cancels out.
enum class pair_rule : std::uint8_t {
    drop, ///< only the sum counts; where it is 0 there is no tie
    keep  ///< it costs min(w+, |w-|) in every partition, as in the multigraph: the pair is a negative cycle of two
};

/// What to do with an edge from a vertex to itself.
enum class self_loop_rule : std::uint8_t {
    count, ///< a negative one is a negative cycle of one edge and costs its weight in every partition
    drop   ///< none counts
};

/// How edges become ties. Zero weights are never ties: neither friendship nor enmity.
struct tie_options {
    multi_edge_rule multi_edges = multi_edge_rule::sum; ///< several edges between two vertices
    pair_rule cancelling_pairs = pair_rule::drop;       ///< opposite edges between two vertices
    self_loop_rule self_loops = self_loop_rule::count;  ///< edges from a vertex to itself
};

/// Checks the rules.
/// @param options the rules
/// @throws invalid_value that names the field whose value is no enumerator
/// @par Complexity
/// O(1)
inline void validate(tie_options const& options) {
    detail::check_enumerator("tie_options.multi_edges", options.multi_edges, multi_edge_rule::reject);
    detail::check_enumerator("tie_options.cancelling_pairs", options.cancelling_pairs, pair_rule::keep);
    detail::check_enumerator("tie_options.self_loops", options.self_loops, self_loop_rule::drop);
}

/// What was given, what is left of it, and what was merged or dropped.
/// `edges == ties + merged_edges + zero_edges + self_loops + cancelled_pairs`.
struct tie_report {
    std::size_t vertices = 0;            ///< vertices walked
    std::size_t edges = 0;               ///< edges walked
    std::size_t ties = 0;                ///< pairs of vertices with a weight other than 0
    std::size_t negative_ties = 0;       ///< those of them below 0
    std::size_t isolated_vertices = 0;   ///< vertices without any tie
    std::size_t merged_edges = 0;        ///< edges added to an earlier one between the same vertices
    std::size_t zero_edges = 0;          ///< edges of weight 0
    std::size_t self_loops = 0;          ///< edges from a vertex to itself, of weight other than 0
    std::size_t negative_self_loops = 0; ///< those of them below 0
    double self_loop_weight = 0;         ///< the total |weight| of negative self-loops
    std::size_t opposed_pairs = 0;       ///< pairs of vertices with edges of both signs
    std::size_t cancelled_pairs = 0;     ///< those of them that sum to 0
    double opposed_weight = 0;           ///< the total min(w+, |w-|) over opposed pairs

    friend bool operator==(tie_report const&, tie_report const&) = default;
};

} // namespace geostance
