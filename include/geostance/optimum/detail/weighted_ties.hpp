// SPDX-License-Identifier: BSL-1.0
/// @file
/// The form that searches work on: compressed rows of ties with whole weights, so that every bound is exact.
#pragma once

#include <geostance/detail/slice.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

struct arc {
    std::uint32_t head = 0;
    std::uint32_t tie = 0;
    std::int64_t weight = 0; // signed
};

struct weighted_ties {
    std::vector<std::uint32_t> first = {0};
    std::vector<arc> arcs{};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends{}; // of each tie; of those given, the lower vertex first
    std::vector<std::int64_t> weight{};                          // of each tie, signed
    double unit = 1;                                             // what a weight of 1 stands for
    bool is_rounded = false;                                     // down, so that lower bounds stay bounds

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] std::size_t degree(std::uint32_t v) const noexcept { return first[v + 1] - first[v]; }
    [[nodiscard]] slice<arc> row(std::uint32_t v) const noexcept {
        return {arcs.data() + first[v], first[v + 1] - first[v]};
    }
    [[nodiscard]] std::int64_t cost(std::vector<std::uint32_t> const& camp) const {
        std::int64_t total = 0;
        for (std::size_t t = 0; t < ends.size(); ++t) {
            if ((camp[ends[t].first] == camp[ends[t].second]) != (weight[t] > 0)) total += std::abs(weight[t]);
        }
        return total;
    }
    /// The gap up to which two bounds count as equal: 0, unless weights had to be rounded.
    [[nodiscard]] std::int64_t tolerance(std::int64_t upper) const noexcept { return is_rounded ? upper >> 30 : 0; }
    [[nodiscard]] bool meet(std::int64_t lower, std::int64_t upper) const noexcept {
        return lower >= upper - tolerance(upper);
    }
};

/// The vertices of a cycle, of which each tie shares one with the next: that of the first and the last one first.
inline std::vector<std::uint32_t> vertices_along(weighted_ties const& g, slice<std::uint32_t> cycle) {
    auto const [u, v] = g.ends[cycle[0]];
    auto const [x, y] = g.ends[cycle[cycle.size() - 1]];
    auto at = u == x || u == y ? u : v;
    std::vector<std::uint32_t> result;
    for (auto const t : cycle) {
        result.push_back(at);
        at = g.ends[t].first == at ? g.ends[t].second : g.ends[t].first;
    }
    return result;
}

/// The exponent of the lowest bit of a number.
inline int lowest_bit(double x) {
    int exponent = 0;
    auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &exponent), 53));
    for (exponent -= 53; (mantissa & 1) == 0; ++exponent) mantissa /= 2;
    return exponent;
}

/// Small totals are best: bounds in fractions are rounded up to whole ones, and decimal weights count as such.
inline constexpr double small_total = 0x1p30;
/// Whole weights may add up to this, as a power of two; sums of twice that have to fit as well.
inline constexpr int most_bits = 60;

/// The greatest power of two of which all magnitudes are multiples; 0 where those would be too many.
inline double power_of_two(std::vector<double> const& magnitudes, double total, double most) {
    auto exponent = lowest_bit(magnitudes.front());
    for (auto const m : magnitudes) exponent = std::min(exponent, lowest_bit(m));
    return std::ldexp(total, -exponent) <= most ? std::ldexp(1.0, exponent) : 0;
}

/// The same with powers of ten up to a tenth. A number that differs from a multiple only by rounding counts as one.
inline double power_of_ten(std::vector<double> const& magnitudes, double total) {
    for (double tens = 10; total * tens <= small_total; tens *= 10) {
        auto const is_whole = [tens](double m) {
            return std::abs(m * tens - std::round(m * tens)) <= m * tens * 0x1p-50;
        };
        if (std::all_of(magnitudes.begin(), magnitudes.end(), is_whole)) return 1 / tens;
    }
    return 0;
}

/// Sets the unit: one that all magnitudes have in common, if they are not too many of it.
inline void choose_unit(weighted_ties& ties, std::vector<double> const& magnitudes, double total) {
    ties.unit = power_of_two(magnitudes, total, small_total);
    if (ties.unit == 0) ties.unit = power_of_ten(magnitudes, total);
    if (ties.unit == 0) ties.unit = power_of_two(magnitudes, total, std::ldexp(1.0, most_bits));
    if (ties.unit != 0) return;
    int size = 0;
    (void)std::frexp(total, &size);
    ties.unit = std::ldexp(1.0, std::max(size - most_bits, -1074));
    ties.is_rounded = true;
}

/// Makes whole weights of magnitudes; a tie whose weight is rounded down to 0 is dropped.
inline void quantise(weighted_ties& ties, std::vector<double> const& magnitudes) {
    auto const total = std::accumulate(magnitudes.begin(), magnitudes.end(), 0.0);
    if (total == 0) return;
    choose_unit(ties, magnitudes, total);
    std::size_t kept = 0;
    for (std::size_t t = 0; t < magnitudes.size(); ++t) {
        auto const units = magnitudes[t] / ties.unit;
        auto const whole = static_cast<std::int64_t>(ties.is_rounded ? std::floor(units) : std::round(units));
        if (whole == 0) continue;
        ties.ends[kept] = ties.ends[t];
        ties.weight[kept++] = ties.weight[t] * whole;
    }
    ties.ends.resize(kept);
    ties.weight.resize(kept);
}

/// How long the rows are, without the rows.
inline void count_rows(weighted_ties& ties, std::size_t vertices) {
    ties.first.assign(vertices + 1, 0);
    for (auto const& [u, v] : ties.ends) {
        ++ties.first[u + 1];
        ++ties.first[v + 1];
    }
    std::partial_sum(ties.first.begin(), ties.first.end(), ties.first.begin());
}

/// Fills the rows from the ties, without weights where these have none; false where the time was over first.
inline bool index_rows(weighted_ties& ties, std::size_t vertices, clock_watch watch = {}) {
    if (watch.look()) return false;
    count_rows(ties, vertices);
    ties.arcs.resize(2 * ties.ends.size());
    if (watch.look()) return false;
    auto next = ties.first;
    for (std::uint32_t t = 0; t < ties.ends.size(); ++t) {
        auto const [u, v] = ties.ends[t];
        auto const w = ties.weight.empty() ? 0 : ties.weight[t];
        ties.arcs[next[u]++] = {v, t, w};
        ties.arcs[next[v]++] = {u, t, w};
        if (watch.is_over(8)) return false;
    }
    return true;
}

/// The ties of a network without rows; none where the time was over first.
inline std::optional<weighted_ties> whole_weights_in_time(signed_graph const& g, clock_watch watch) {
    weighted_ties result;
    result.ends.reserve(g.num_ties());
    result.weight.reserve(g.num_ties());
    std::vector<double> magnitudes; // where they differ from 1
    if (g.is_weighted()) magnitudes.reserve(g.num_ties());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const u = g.neighbour(a);
            if (u < v) continue;
            result.ends.push_back({v, u});
            result.weight.push_back(g.is_negative(a) ? -1 : 1);
            if (g.is_weighted()) magnitudes.push_back(g.magnitude(a));
        }
        if (watch.is_over(4 * std::size_t{g.degree(v)})) return {};
    }
    if (g.is_weighted()) quantise(result, magnitudes);
    count_rows(result, g.num_vertices());
    if (watch.look()) return {};
    return result;
}

} // namespace geostance::detail
