// SPDX-License-Identifier: BSL-1.0
// Random signed graphs of every shape, up to ten vertices: multi-edges, loops, zeros, the smallest and very large
// weights, NaN. All of signed/ and optimum/ against the definitions; certificates are checked.
#include "choices.hpp"
#include "signed/exhaustive.hpp"

#include <geostance/optimum.hpp>
#include <geostance/optimum/landscape.hpp>
#include <geostance/signed.hpp>
#include <geostance/signed/balance_dynamics.hpp>
#include <geostance/signed/changing_balance.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace gs = geostance;
using exhaustive::weights;
using fuzz::require;
using graph = exhaustive::graph;

namespace {

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }
/// Apart from what is lost beside a number as large as that.
bool near(double a, double b, double beside) { return std::abs(a - b) <= 1e-9 * beside; }

/// A sum that is rounded once: the weights are whole multiples of three powers of two, each of which is nothing beside
/// the one before. A few times one of them is a number without rounding.
struct exact_sum {
    static constexpr double unit[] = {0x1p996, 0.5, 0x1p-1074};
    int times[3] = {};

    void add(int scale, int how_often) { times[scale] += how_often; }
    [[nodiscard]] double nearest() const {
        for (auto const scale : {0, 1, 2})
            if (times[scale] != 0) return times[scale] * unit[scale];
        return 0;
    }
    [[nodiscard]] exact_sum minus(exact_sum const& other) const {
        auto result = *this;
        for (auto const scale : {0, 1, 2}) result.times[scale] -= other.times[scale];
        return result;
    }
    [[nodiscard]] bool mixes() const { return (times[0] != 0) + (times[1] != 0) + (times[2] != 0) > 1; }
};

/// The edges between two vertices.
struct pair_of_vertices {
    exact_sum friendly{};
    exact_sum hostile{};
    std::size_t edges = 0;
};

struct drawn {
    graph g{};
    std::map<std::pair<std::size_t, std::size_t>, pair_of_vertices> pairs{};
    std::size_t zeros = 0;
    bool is_finite = true;

    explicit drawn(fuzz::choices& choose) : g(choose.below(11)) {
        auto const n = num_vertices(g);
        for (auto left = n == 0 ? 0 : choose.below(48); left > 0 && !choose.is_over(); --left) {
            auto const u = choose.below(n);
            auto const v = choose.below(n);
            add(std::min(u, v), std::max(u, v), choose.below(64));
        }
    }
    [[nodiscard]] bool mixes_scales() const {
        return std::any_of(pairs.begin(), pairs.end(), [](auto const& one) {
            auto all = one.second.friendly;
            for (auto const scale : {0, 1, 2}) all.add(scale, one.second.hostile.times[scale]);
            return all.mixes();
        });
    }

private:
    void add(std::size_t u, std::size_t v, std::size_t kind) {
        constexpr double no_numbers[] = {std::numeric_limits<double>::quiet_NaN(),
                                         -std::numeric_limits<double>::infinity()};
        if (kind >= 62) {
            is_finite = false;
            add_edge(u, v, {no_numbers[kind - 62]}, g);
            return;
        }
        auto const scale = kind < 4 ? 0 : kind < 8 ? 2 : 1;
        auto const times = static_cast<int>(kind / 2 % 4) + (scale == 1 ? 0 : 1); // 0 is no tie
        auto const is_hostile = kind % 2 != 0;
        auto const size = times * exact_sum::unit[scale];
        add_edge(u, v, {is_hostile ? -size : size}, g);
        if (times == 0) {
            ++zeros;
            return;
        }
        auto& pair = pairs[{u, v}];
        (is_hostile ? pair.hostile : pair.friendly).add(scale, times);
        ++pair.edges;
    }
};

gs::tie_options draw_ties(fuzz::choices& choose) {
    gs::tie_options ties;
    ties.multi_edges = static_cast<gs::multi_edge_rule>(choose.below(3));
    ties.cancelling_pairs = static_cast<gs::pair_rule>(choose.below(2));
    ties.self_loops = static_cast<gs::self_loop_rule>(choose.below(2));
    return ties;
}

void check_compact(gs::signed_graph const& g, drawn const& d, gs::tie_options const& ties) {
    std::size_t found = 0;
    double constant = 0;
    for (auto const& [ends, pair] : d.pairs) {
        auto const u = static_cast<std::uint32_t>(ends.first);
        auto const v = static_cast<std::uint32_t>(ends.second);
        auto const friendly = pair.friendly.nearest();
        auto const hostile = pair.hostile.nearest();
        if (u == v) {
            constant += ties.self_loops == gs::self_loop_rule::count ? hostile : 0;
            continue;
        }
        constant += ties.cancelling_pairs == gs::pair_rule::keep ? std::min(friendly, hostile) : 0;
        auto weight = pair.friendly.minus(pair.hostile).nearest();
        if (weight != 0 && ties.multi_edges == gs::multi_edge_rule::sign_of_sum) weight = weight > 0 ? 1 : -1;
        auto const arc = g.find_arc(u, v);
        require((arc != g.num_arcs()) == (weight != 0));
        if (weight == 0) continue;
        ++found;
        require(g.weight(arc) == weight && g.weight(g.find_arc(v, u)) == weight);
    }
    require(g.num_ties() == found && near(g.constant_cost(), constant));
    auto const& report = g.report();
    require(report.zero_edges == d.zeros && report.edges == num_edges(d.g));
    require(report.edges ==
            report.ties + report.merged_edges + report.zero_edges + report.self_loops + report.cancelled_pairs);
}

void check_balance(graph const& g, double best_of_two, double best_of_any) {
    for (auto const shortest : {false, true}) {
        auto const found = gs::structural_balance(g, weights(g), {.shortest_cycle = shortest});
        require(found.balanced == (best_of_two == 0) && found.balanced == found.negative_cycle.empty());
        if (!found.balanced) require(gs::check_negative_cycle(g, weights(g), found.negative_cycle).valid);
    }
    auto const found = gs::clusterability(g, weights(g));
    require(found.clusterable == (best_of_any == 0));
    if (!found.clusterable)
        require(gs::check_negative_cycle(g, weights(g), found.cycle, gs::cycle_kind::one_negative).valid);
}

void check_bounds(gs::bounds const& found, double best, drawn const& d, gs::tie_options const& ties,
                  gs::cycle_kind kind) {
    require(near(found.lower, best) && near(found.upper, best));
    require(found.packed <= found.lower || near(found.packed, found.lower));
    if (d.mixes_scales()) return; // the checks add up what has been rounded
    require(near(gs::check_partition(d.g, weights(d.g), found.camp, ties).value, found.upper));
    auto const packing = gs::check_packing(d.g, weights(d.g), found.packing, kind, ties);
    require(packing.valid && near(packing.value, found.packed));
    for (auto const& part : found.dual) require(gs::check_dual(d.g, weights(d.g), part, ties).valid);
}

void check_triads(gs::signed_graph const& g) {
    gs::triad_counts expected;
    auto const sign = [&](std::uint32_t u, std::uint32_t v) {
        auto const arc = g.find_arc(u, v);
        return arc == g.num_arcs() ? 0 : g.is_negative(arc) ? -1 : 1;
    };
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u)
        for (auto v = u + 1; v < g.num_vertices(); ++v)
            for (auto w = v + 1; w < g.num_vertices(); ++w)
                if (sign(u, v) * sign(v, w) * sign(u, w) != 0)
                    ++expected.by_negatives[static_cast<std::size_t>((sign(u, v) < 0) + (sign(v, w) < 0) +
                                                                     (sign(u, w) < 0))];
    auto const found = gs::triad_census(g, {.per_vertex = true, .per_edge = true});
    require(found.total == expected && gs::triad_census(g).total == expected);
    std::uint64_t at_vertices = 0;
    for (auto const& one : found.vertex) at_vertices += one.total();
    require(at_vertices == 3 * expected.total());
}

/// Ties that come one by one, as those of the compact form.
void check_changing(gs::signed_graph const& g, double best_of_two) {
    gs::changing_balance changing;
    gs::streaming_balance streaming;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
        for (auto arc = g.first_arc(v); arc < g.first_arc(v + 1); ++arc)
            if (g.neighbour(arc) < v) {
                changing.set(v, g.neighbour(arc), g.weight(arc));
                streaming.add(v, g.neighbour(arc), g.weight(arc));
            }
    require(streaming.is_balanced() == (best_of_two == 0));
    require(changing.triads() == gs::triad_census(g).total);
    require(changing.packed() <= best_of_two || near(changing.packed(), best_of_two));
    require(changing.against() >= best_of_two || near(changing.against(), best_of_two));
}

void check_vertices(gs::signed_graph const& g, gs::bounds const& found) {
    auto const degrees = gs::signed_degree(g);
    auto const bridges = gs::bridging(g, found.camp);
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        require(degrees[v].positive + degrees[v].negative == g.degree(v));
        require(bridges[v].friends_within + bridges[v].friends_across == degrees[v].positive);
        require(bridges[v].enemies_within + bridges[v].enemies_across == degrees[v].negative);
        for (std::uint32_t u = 0; u < v; ++u)
            for (auto const method : {gs::sign_method::balance_vote, gs::sign_method::logistic}) {
                auto const p = gs::predict_sign(g, u, v, {.method = method}).probability;
                require(!p || (*p >= 0 && *p <= 1));
            }
    }
    if (g.num_ties() >= 2) {
        auto const hidden = gs::cross_validate(g, {.folds = 2});
        require(hidden.ties == g.num_ties() && hidden.predicted <= hidden.ties);
    }
    auto const blocks = gs::blockmodel_criterion(g, found.camp, {.relaxed = false});
    require(near(2 * blocks.criterion + g.constant_cost(), found.upper, found.upper + 1e-300));
}

void check_spectra(gs::signed_graph const& g, bool is_balanced) {
    auto const walks = gs::walk_balance(g);
    require(walks.value >= 0 && walks.value <= 1 + 1e-9 && (!is_balanced || near(walks.value, 1)));
    auto const laplacian = gs::signed_laplacian(g);
    require(std::isfinite(laplacian.greatest) && laplacian.least <= laplacian.greatest);
    require(laplacian.least >= -1e-6 * g.total_weight());
    auto const central = gs::signed_eigenvector(g);
    require(std::isfinite(central.eigenvalue));
    if (central.centrality)
        for (auto const x : *central.centrality) require(std::abs(x) <= 1 + 1e-9);
    if (auto const index = gs::pn_index(g))
        for (auto const x : *index) require(std::isfinite(x));
    auto const course = gs::balance_dynamics(g);
    for (auto const x : course.eigenvalues) require(std::isfinite(x));
    require(course.ends > 0 && course.camp.size() == g.num_vertices());
}

void check_modularity(gs::signed_graph const& g) {
    auto const found = gs::maximise_signed_modularity(g, {.starts = 2});
    if (g.num_ties() == 0) return require(std::isnan(found.modularity));
    require(found.modularity >= -1e-9 && found.modularity <= 1 + 1e-9); // at least that of one camp
    require(near(found.modularity, gs::signed_modularity(g, found.camp), 1));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::choices choose(data, size);
    auto const ties = draw_ties(choose);
    drawn const d(choose);
    try {
        auto const g = gs::compress(d.g, weights(d.g), ties);
        require(d.is_finite);
        check_compact(g, d, ties);
        exhaustive::best_partition const two(g, 2);
        auto const any = exhaustive::best_partition(g, 0).cost();
        auto const frustration = gs::frustration_index(g);
        check_bounds(frustration, two.cost(), d, ties, gs::cycle_kind::negative);
        check_bounds(gs::camps(g), any, d, ties, gs::cycle_kind::one_negative);
        if (num_vertices(d.g) >= 3)
            check_bounds(gs::camps(g, 3), exhaustive::best_partition(g, 3).cost(), d, ties,
                         gs::cycle_kind::one_negative);
        check_triads(g);
        check_changing(g, two.cost_of_ties());
        check_vertices(g, frustration);
        if (g.num_vertices() > 0) check_spectra(g, two.cost_of_ties() == 0);
        check_modularity(g);
        auto const bottom = gs::local_optima(g).front();
        require(near(gs::landscape_energy(g, bottom.side), bottom.energy));
        auto const plain = gs::compress(d.g, weights(d.g)); // how the others take Boost's graphs
        check_balance(d.g, exhaustive::best_partition(plain, 2).cost(), exhaustive::best_partition(plain, 0).cost());
    } catch (gs::invalid_value const&) {
        auto const has_multi_edge = std::any_of(d.pairs.begin(), d.pairs.end(), [](auto const& one) {
            return one.second.edges > 1 && one.first.first != one.first.second;
        });
        require(!d.is_finite || (ties.multi_edges == gs::multi_edge_rule::reject && has_multi_edge));
    }
    return 0;
}
