// SPDX-License-Identifier: BSL-1.0
/// @file
/// The frustration index of a signed graph as a problem for other solvers: maximum cut (.mc), mixed integers (.lp).
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/detail/finite_weight.hpp>
#include <geostance/io/detail/text_sink.hpp>

#include <boost/graph/properties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <utility>

namespace geostance::io {

/// How a cut's weight turns back into frustration.
struct max_cut_problem {
    std::size_t vertices = 0; ///< numbered from 1 in the file: the vertex index plus 1
    std::size_t edges = 0;    ///< pairs of vertices whose weight is not 0
    double offset = 0;        ///< frustration of a partition = offset - weight of its cut; index = offset - maximum cut
};

namespace detail {

/// The values of a signed graph's edges, added up by pair of vertices: direction and multiplicity do not matter.
struct signed_pairs {
    std::size_t vertices = 0;
    std::map<std::pair<std::size_t, std::size_t>, double> values; ///< by vertex numbers, the smaller first
    double against = 0; ///< what all edges below 0 weigh, loops included: a loop below 0 is frustrated in any case
};

template <class G, class Value>
signed_pairs pairs_of(G const& g, Value const& value) {
    auto const index = get(boost::vertex_index, g);
    signed_pairs result{num_vertices(g), {}, 0};
    for (auto [e, end] = edges(g); e != end; ++e) {
        auto const number = geostance::detail::finite_weight_of(value, *e, "value");
        auto const ends = std::minmax({std::size_t{get(index, source(*e, g))}, std::size_t{get(index, target(*e, g))}});
        if (number < 0) result.against -= number;
        if (ends.first != ends.second) result.values[{ends.first + 1, ends.second + 1}] += number;
    }
    std::erase_if(result.values, [](auto const& pair) { return pair.second == 0; });
    double total = result.against;
    for (auto const& [ends, sum] : result.values) total += std::abs(sum);
    if (!std::isfinite(total)) throw invalid_value("value", "numbers too large to add up", "a finite total");
    return result;
}

} // namespace detail

/// Writes the maximum cut problem that is equivalent to the frustration index, in the `.mc` (rudy) layout that MQLib,
/// BiqMac and SMS read: `vertices edges`, then `u v weight` for each pair, weight being minus the sum of its values.
///
/// It is the index of the multigraph: as `frustration_index` with `pair_rule::keep`.
///
/// What it cannot carry: names, directions, and which edges a pair's weight is made of.
/// @param out gets the whole problem
/// @param g a Boost.Graph graph with a vertex index; directed or not, loops and parallel edges allowed
/// @param value edge -> a number: above 0 for, below 0 against; finite
/// @return what is needed to turn a cut back into frustration
/// @throws invalid_value for a number that is not finite, or numbers whose total is not
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E log E)
/// @par Determinism
/// pairs in order of their vertex numbers
/// @par Guarantee
/// If a name or a number cannot be written, nothing is. After a `write_error` the stream may have a part.
/// @par Source
/// Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4, 316-323,
/// doi:10.1002/bs.3830040405. The reduction as in: Barahona, F. (1982). On the computational complexity of Ising spin
/// glass models. Journal of Physics A 15, 3241-3253, doi:10.1088/0305-4470/15/10/028.
template <vertex_and_edge_list_graph G, edge_weights<G> Value>
max_cut_problem write_max_cut(std::ostream& out, G const& g, Value const& value) requires vertex_indexed_graph<G> {
    auto const pairs = detail::pairs_of(g, value);
    detail::write_whole(out, [&](detail::text_sink& sink) {
        sink << std::to_string(pairs.vertices) << ' ' << std::to_string(pairs.values.size()) << '\n';
        for (auto const& [ends, sum] : pairs.values) {
            sink << std::to_string(ends.first) << ' ' << std::to_string(ends.second) << ' '
                 << geostance::detail::number_text(-sum) << '\n';
            sink.pass_on();
        }
    });
    return {pairs.vertices, pairs.values.size(), pairs.against};
}

/// Writes the frustration index as an integer program in CPLEX LP format, which cbc, glpsol, HiGHS, SCIP and Gurobi
/// read. The optimum is the index; the variable `sN` tells the side of vertex N (the vertex index plus 1), `fU_V`
/// whether the pair is frustrated.
///
/// It is the index of the multigraph: as `frustration_index` with `pair_rule::keep`.
///
/// What it cannot carry: names, directions, and which edges a pair's weight is made of.
/// @param out gets the whole program
/// @param g a Boost.Graph graph with a vertex index; directed or not, loops and parallel edges allowed
/// @param value edge -> a number: above 0 for, below 0 against; finite
/// @throws invalid_value for a number that is not finite, or numbers whose total is not
/// @throws write_error if it cannot be written
/// @par Complexity
/// O(V + E log E)
/// @par Determinism
/// pairs in order of their vertex numbers
/// @par Guarantee
/// If a name or a number cannot be written, nothing is. After a `write_error` the stream may have a part.
/// @par Source
/// Aref, S., Mason, A. J. and Wilson, M. C. (2020). A modeling and computational study of the frustration index in
/// signed networks. Networks 75, 95-110, doi:10.1002/net.21907: the XOR model.
template <vertex_and_edge_list_graph G, edge_weights<G> Value>
void write_frustration_lp(std::ostream& out, G const& g, Value const& value) requires vertex_indexed_graph<G> {
    auto const pairs = detail::pairs_of(g, value);
    // What is frustrated in any case: edges of one pair that contradict each other, and loops below 0.
    auto certain = pairs.against;
    for (auto const& entry : pairs.values) certain += std::min(entry.second, 0.0);
    detail::write_whole(out, [&](detail::text_sink& sink) {
        auto const s = [](std::size_t v) { return 's' + std::to_string(v); };
        auto const f = [](auto const& ends) {
            return 'f' + std::to_string(ends.first) + '_' + std::to_string(ends.second);
        };
        sink << "Minimize\n frustration: " << geostance::detail::number_text(certain) << " one";
        for (auto const& [ends, sum] : pairs.values) {
            sink << "\n + " << geostance::detail::number_text(std::abs(sum)) << ' ' << f(ends);
            sink.pass_on();
        }
        sink << "\nSubject To\n always: one = 1\n";
        for (auto const& [ends, sum] : pairs.values) {
            auto const [u, v] = std::pair(s(ends.first), s(ends.second));
            // For a friendly pair f >= |su - sv|; for a hostile one f >= |su + sv - 1|.
            sink << ' ' << f(ends) << " - " << u << (sum > 0 ? " + " : " - ") << v
                 << (sum > 0 ? " >= 0\n" : " >= -1\n");
            sink << ' ' << f(ends) << " + " << u << (sum > 0 ? " - " : " + ") << v << (sum > 0 ? " >= 0\n" : " >= 1\n");
            sink.pass_on();
        }
        sink << "Binary\n";
        for (std::size_t v = 1; v <= pairs.vertices; ++v) sink << ' ' << s(v) << '\n';
        for (auto const& entry : pairs.values) sink << ' ' << f(entry.first) << '\n';
        sink << "End\n";
    });
}

} // namespace geostance::io
