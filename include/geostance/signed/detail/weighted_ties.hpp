// SPDX-License-Identifier: BSL-1.0
/// @file
/// The form that searches work on: compressed rows of ties with whole weights, so that every bound is exact.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
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
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends{}; // of each tie, the lower vertex first
    std::vector<std::int64_t> weight{};                          // of each tie, signed
    double unit = 1;                                             // what a weight of 1 stands for
    std::int64_t slack = 0; // costs that differ by no more are not told apart: 0 unless weights had to be rounded

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] std::span<arc const> row(std::uint32_t v) const noexcept {
        return {arcs.data() + first[v], first[v + 1] - first[v]};
    }
    [[nodiscard]] std::int64_t cost(std::vector<std::uint32_t> const& camp) const {
        std::int64_t total = 0;
        for (std::size_t t = 0; t < ends.size(); ++t) {
            if ((camp[ends[t].first] == camp[ends[t].second]) != (weight[t] > 0)) total += std::abs(weight[t]);
        }
        return total;
    }
    // Whether the bounds meet; where weights had to be rounded, but for a ten-millionth.
    [[nodiscard]] bool proven(std::int64_t whole_lower, std::int64_t whole_upper, double lower, double upper) const {
        return slack == 0 ? whole_lower >= whole_upper : upper - lower <= 1e-7 * upper;
    }
};

// The exponent of the lowest bit of a number.
inline int lowest_bit(double x) {
    int exponent = 0;
    auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &exponent), 53));
    for (exponent -= 53; (mantissa & 1) == 0; ++exponent) mantissa /= 2;
    return exponent;
}

// Above this total, the arithmetic of the linear program no longer tells one whole cost from the next.
inline constexpr double most_whole = 0x1p30;

// The greatest power of two, or the power of ten, of which all magnitudes are multiples; 0 where those would be too
// many.
inline double common_unit(std::vector<double> const& magnitudes, double total) {
    auto exponent = lowest_bit(magnitudes.front());
    for (auto const m : magnitudes) exponent = std::min(exponent, lowest_bit(m));
    if (std::ldexp(total, -exponent) <= most_whole) return std::ldexp(1.0, exponent);
    for (double tens = 10; total * tens <= most_whole; tens *= 10) {
        auto const is_whole = [tens](double m) {
            return std::abs(m * tens - std::round(m * tens)) <= m * tens * 0x1p-50;
        };
        if (std::all_of(magnitudes.begin(), magnitudes.end(), is_whole)) return 1 / tens;
    }
    return 0;
}

// Makes whole weights of magnitudes. Where they have no unit in common that is large enough, they are rounded down, so
// that lower bounds stay bounds; what vanishes by that is a tie no more.
inline void quantise(weighted_ties& ties, std::vector<double> const& magnitudes) {
    auto const total = std::accumulate(magnitudes.begin(), magnitudes.end(), 0.0);
    if (total == 0) return;
    ties.unit = common_unit(magnitudes, total);
    auto const rounded = ties.unit == 0;
    if (rounded) {
        int size = 0;
        (void)std::frexp(total, &size);
        ties.unit = std::ldexp(1.0, std::max(size - 40, -1000));
        ties.slack = 4096 + static_cast<std::int64_t>(magnitudes.size());
    }
    std::int64_t divisor = 0;
    std::size_t kept = 0;
    for (std::size_t t = 0; t < magnitudes.size(); ++t) {
        auto const units = magnitudes[t] / ties.unit;
        auto const whole = static_cast<std::int64_t>(rounded ? std::floor(units) : std::round(units));
        if (whole == 0) continue;
        divisor = std::gcd(divisor, whole);
        ties.ends[kept] = ties.ends[t];
        ties.weight[kept++] = ties.weight[t] * whole;
    }
    ties.ends.resize(kept);
    ties.weight.resize(kept);
    for (auto& w : ties.weight) w /= divisor;
    ties.unit *= static_cast<double>(divisor);
    if (divisor > 1) ties.slack = ties.slack / divisor + (rounded ? 1 : 0);
}

// Fills the rows from the ties.
inline void index_rows(weighted_ties& ties, std::size_t vertices) {
    ties.first.assign(vertices + 1, 0);
    for (auto const& [u, v] : ties.ends) {
        ++ties.first[u + 1];
        ++ties.first[v + 1];
    }
    std::partial_sum(ties.first.begin(), ties.first.end(), ties.first.begin());
    ties.arcs.resize(2 * ties.ends.size());
    auto next = ties.first;
    for (std::uint32_t t = 0; t < ties.ends.size(); ++t) {
        auto const [u, v] = ties.ends[t];
        ties.arcs[next[u]++] = {v, t, ties.weight[t]};
        ties.arcs[next[v]++] = {u, t, ties.weight[t]};
    }
}

inline weighted_ties with_whole_weights(signed_graph const& g) {
    weighted_ties result;
    result.ends.reserve(g.num_ties());
    std::vector<double> magnitudes;
    magnitudes.reserve(g.num_ties());
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
            auto const u = neighbour_in(g.word(a));
            if (u < v) continue;
            result.ends.push_back({v, u});
            result.weight.push_back(negative_in(g.word(a)) ? -1 : 1);
            magnitudes.push_back(g.magnitude(a));
        }
    }
    quantise(result, magnitudes);
    index_rows(result, g.num_vertices());
    return result;
}

} // namespace geostance::detail
