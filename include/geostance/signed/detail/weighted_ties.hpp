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
    std::int64_t slack = 0; // two costs that differ by no more are one: 0 unless weights had to be rounded

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
};

// The exponent of the lowest bit of a number.
inline int lowest_bit(double x) {
    int exponent = 0;
    auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &exponent), 53));
    for (exponent -= 53; (mantissa & 1) == 0; ++exponent) mantissa /= 2;
    return exponent;
}

// Fills the weights: multiples of the greatest power of two that divides all, or of the total / 2^60 if that is more.
inline void quantise(weighted_ties& ties, std::vector<double> const& magnitudes) {
    auto const total = std::accumulate(magnitudes.begin(), magnitudes.end(), 0.0);
    auto exponent = 0;
    if (total > 0) {
        exponent = lowest_bit(magnitudes.front());
        for (auto const m : magnitudes) exponent = std::min(exponent, lowest_bit(m));
        int size = 0;
        (void)std::frexp(total, &size);
        if (size - 60 > exponent) {
            exponent = size - 60;
            ties.slack = std::int64_t{1} << 26;
        }
    }
    std::int64_t divisor = 0;
    for (std::size_t t = 0; t < magnitudes.size(); ++t) {
        auto const whole = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ldexp(magnitudes[t], -exponent)));
        divisor = std::gcd(divisor, whole);
        ties.weight[t] *= whole;
    }
    divisor = std::max<std::int64_t>(divisor, 1);
    for (auto& w : ties.weight) w /= divisor;
    ties.unit = std::ldexp(static_cast<double>(divisor), exponent);
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
