// SPDX-License-Identifier: BSL-1.0
/// @file
/// Checks of what the signed algorithms claim, by the definitions alone. They share nothing with those algorithms but
/// how the weight of an edge is read.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/graph/detail/finite_weight.hpp>
#include <geostance/optimum/packed_cycle.hpp>
#include <geostance/signed/signed_input.hpp>
#include <geostance/signed/tie_report.hpp>

#include <boost/graph/properties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// What a check found.
struct certificate_check {
    bool valid = true;    ///< whether the claim holds
    double value = 0;     ///< what the certificate shows: a cost, or a lower bound
    std::string reason{}; ///< why it is not valid; empty where it is
};

/// Which cycles a packing is made of.
enum class cycle_kind : std::uint8_t {
    negative,    ///< an odd number of negative ties: bounds the frustration index
    one_negative ///< exactly one negative tie: bounds the cost of any number of camps
};

namespace detail {

/// The weights between two vertices, summed over both directions.
struct pair_weights {
    double positive = 0;
    double negative = 0;
};
using vertex_pair = std::pair<std::size_t, std::size_t>;
using pair_table = std::map<vertex_pair, pair_weights>;

inline vertex_pair ordered_pair(std::size_t u, std::size_t v) { return {std::min(u, v), std::max(u, v)}; }

/// Weights that are no multiples of a power of two add up with rounding errors, which must not fail a check.
inline bool exceeds(double taken, double limit) { return taken > limit * (1 + 1e-12); }

/// @throws invalid_value for a weight that is not finite, or weights too large to add up
template <class G, class Weight>
pair_table tabulate(G const& g, Weight const& weight) {
    pair_table table;
    double total = 0;
    auto const index = get(boost::vertex_index, g);
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        auto const u = static_cast<std::size_t>(get(index, source(*e, g)));
        auto const v = static_cast<std::size_t>(get(index, target(*e, g)));
        auto const w = detail::finite_weight_of(weight, *e, "weight");
        total += std::abs(w);
        if (w != 0) (w > 0 ? table[ordered_pair(u, v)].positive : table[ordered_pair(u, v)].negative) += std::abs(w);
    }
    if (!std::isfinite(total)) throw invalid_value("weight", "numbers too large to add up", "a finite total");
    return table;
}

/// The weight of a pair as one tie: above 0 friendly, below 0 hostile, 0 none.
inline double tie_between(pair_weights const& pair, tie_options const& ties) {
    auto const sum = pair.positive - pair.negative;
    if (sum == 0 || ties.multi_edges != multi_edge_rule::sign_of_sum) return sum;
    return sum > 0 ? 1 : -1;
}

/// The weight of each pair that is left to be packed. Two opposite edges are a cycle of their own.
inline double packable(pair_table& table, packed_cycle const& cycle, tie_options const& ties) {
    auto const at = table.find(ordered_pair(cycle.vertices.front(), cycle.vertices.back()));
    if (at == table.end()) return 0;
    if (cycle.vertices.size() == 1) return ties.self_loops == self_loop_rule::count ? at->second.negative : 0;
    auto const both = std::min(at->second.positive, at->second.negative);
    return ties.cancelling_pairs == pair_rule::keep ? both : 0;
}

inline certificate_check fail(std::string reason) { return {false, 0, std::move(reason)}; }

inline certificate_check check_packing(pair_table& table, std::span<packed_cycle const> cycles, cycle_kind kind,
                                       tie_options const& ties) {
    std::map<vertex_pair, double> used;
    std::map<vertex_pair, double> used_both; // by cycles of one or two
    double total = 0;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
        auto const& cycle = cycles[i];
        auto const size = cycle.vertices.size();
        auto const name = "cycle " + std::to_string(i);
        if (size == 0 || !(cycle.weight > 0)) return fail(name + " is empty or has no weight");
        if (std::set<std::uint32_t>(cycle.vertices.begin(), cycle.vertices.end()).size() != size)
            return fail(name + " visits a vertex twice");
        total += cycle.weight;
        if (size <= 2) {
            auto& taken = used_both[ordered_pair(cycle.vertices.front(), cycle.vertices.back())];
            taken += cycle.weight;
            if (exceeds(taken, packable(table, cycle, ties))) return fail(name + " takes more than its edges have");
            continue;
        }
        std::size_t negative = 0;
        for (std::size_t k = 0; k < size; ++k) {
            auto const pair = ordered_pair(cycle.vertices[k], cycle.vertices[(k + 1) % size]);
            auto const at = table.find(pair);
            auto const value = at == table.end() ? 0 : tie_between(at->second, ties);
            if (value == 0) return fail(name + " has a tie that does not exist");
            negative += value < 0 ? 1U : 0U;
            auto& taken = used[pair];
            taken += cycle.weight;
            if (exceeds(taken, std::abs(value))) return fail(name + " takes more than a tie has");
        }
        if (kind == cycle_kind::negative ? negative % 2 == 0 : negative != 1)
            return fail(name + " has " + std::to_string(negative) + " negative ties");
    }
    return {true, total, {}};
}

} // namespace detail

/// What a partition costs: positive weight between camps and negative weight inside them.
/// @param g an undirected graph
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param camp vertex number -> camp; at least num_vertices(g) values
/// @param ties the rules that the claim was made under
/// @return the cost, an upper bound of that of the best partition; not valid where camps are missing
/// @throws invalid_value for a weight or a total that is not finite, or a rule that is no enumerator
/// @par Complexity
/// O(E log E)
/// @par Source
/// The cost: Doreian, P. and Mrvar, A. (1996). A partitioning approach to structural balance. Social Networks 18,
/// 149-168, doi:10.1016/0378-8733(95)00259-6.
template <class G, class Weight, class Camps>
    requires signed_input<G, Weight>
[[nodiscard]] certificate_check check_partition(G const& g, Weight const& weight, Camps const& camp,
                                                tie_options const& ties = {}) {
    validate(ties);
    auto const table = detail::tabulate(g, weight);
    if (std::size(camp) < num_vertices(g)) return detail::fail("some vertices have no camp");
    double cost = 0;
    for (auto const& [pair, w] : table) {
        auto const [u, v] = pair;
        auto const kept = ties.cancelling_pairs == pair_rule::keep ? std::min(w.positive, w.negative) : 0;
        auto const value = detail::tie_between(w, ties);
        if (u == v)
            cost += ties.self_loops == self_loop_rule::count ? w.negative : 0;
        else
            cost += kept + std::max(0.0, camp[u] == camp[v] ? -value : value);
    }
    return {true, cost, {}};
}

/// Whether cycles are of one kind and together use no tie beyond its weight; if so, every partition (into two camps for
/// negative cycles, into any number for those with exactly one negative tie) costs at least their sum.
/// @param g an undirected graph
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param cycles the packing
/// @param kind which cycles are allowed
/// @param ties the rules that the claim was made under
/// @return the sum of the weights, which is a lower bound; or the reason why it is not
/// @throws invalid_value for a weight or a total that is not finite, or a rule or a kind that is no enumerator
/// @par Complexity
/// O((E + total length) log E)
/// @par Source
/// That each negative cycle has a tie that costs, so that cycles without common weight add up: Barahona, F. and
/// Mahjoub, A. R. (1986). On the cut polytope. Mathematical Programming 36, 157-173, doi:10.1007/BF02592023.
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] certificate_check check_packing(G const& g, Weight const& weight, std::span<packed_cycle const> cycles,
                                              cycle_kind kind = cycle_kind::negative, tie_options const& ties = {}) {
    validate(ties);
    detail::check_enumerator("kind", kind, cycle_kind::one_negative);
    auto table = detail::tabulate(g, weight);
    return detail::check_packing(table, cycles, kind, ties);
}

/// Whether edges form a cycle without repeated vertices that has an odd number of negative ones.
/// @param g an undirected graph
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param cycle edges of the graph in order, each sharing a vertex with the next, the last with the first
/// @param kind which cycles are allowed: any negative one, or those with exactly one negative edge
/// @return the number of edges, or the reason why they are not such a cycle
/// @throws invalid_value for the weight of an edge of the cycle that is not finite, or a kind that is no enumerator
/// @par Complexity
/// O(k log k) for k edges
/// @par Source
/// Harary, F. (1953). On the notion of balance of a signed graph. Michigan Mathematical Journal 2, 143-146.
template <undirected_graph G, edge_weights<G> Weight>
[[nodiscard]] certificate_check
check_negative_cycle(G const& g, Weight const& weight,
                     std::vector<typename boost::graph_traits<G>::edge_descriptor> const& cycle,
                     cycle_kind kind = cycle_kind::negative) {
    detail::check_enumerator("kind", kind, cycle_kind::one_negative);
    if (cycle.empty()) return detail::fail("there are no edges");
    std::size_t negative = 0;
    for (auto const& e : cycle) {
        auto const value = detail::finite_weight_of(weight, e, "weight");
        if (value == 0) return detail::fail("an edge is 0");
        negative += value < 0 ? 1U : 0U;
    }
    if (kind == cycle_kind::negative ? negative % 2 == 0 : negative != 1)
        return detail::fail(std::to_string(negative) + " edges are negative");
    auto const walk_from = [&](auto const start) {
        std::set<typename boost::graph_traits<G>::vertex_descriptor> seen;
        auto at = start;
        for (auto const& e : cycle) {
            if (source(e, g) != at && target(e, g) != at) return false;
            if (!seen.insert(at).second) return false;
            at = source(e, g) == at ? target(e, g) : source(e, g);
        }
        return at == start;
    };
    if (walk_from(source(cycle.front(), g)) || walk_from(target(cycle.front(), g)))
        return {true, static_cast<double>(cycle.size()), {}};
    return detail::fail("the edges do not form one cycle");
}

} // namespace geostance
