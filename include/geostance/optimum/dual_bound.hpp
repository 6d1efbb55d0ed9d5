// SPDX-License-Identifier: BSL-1.0
/// @file
/// A lower bound of what camps cost, by a matrix that has no negative eigenvalue, and the check of it.
#pragma once

#include <geostance/optimum/certificate.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace geostance {

/// Numbers for some vertices and their pairs, none of them negative. They make a matrix M: y on its diagonal, and
/// -w - z for a pair whose ties weigh w. Let Y be 1 where two vertices share a camp, and 0 elsewhere. For at most k
/// camps neither Y nor Y - J / k has a negative eigenvalue, J being 1 everywhere. If M has none either, the ties within
/// camps weigh at most half of (sum y - e'Me / k), hostile ones counted below 0, e being 1 everywhere. The camps
/// therefore leave at least W - (sum y - e'Me / k) / 2 against them, W being the total friendly weight. For any number
/// of camps the term e'Me / k is left out.
struct dual_bound {
    std::vector<std::uint32_t> vertices{}; ///< their numbers, all different
    std::vector<double> y{};               ///< by position in `vertices`
    std::size_t camps = 2;                 ///< it holds for at most so many camps; 0: for any number
    /// One for each pair of positions: (0, 1), (0, 2), ..., (1, 2), ...; empty where all are 0.
    std::vector<double> z{};
};

namespace detail {

/// A symmetric matrix by rows, of which the upper triangle counts.
struct symmetric_matrix {
    explicit symmetric_matrix(std::size_t n) : size(n), entries(n * n) {}
    double& operator()(std::size_t i, std::size_t j) { return entries[i * size + j]; }
    double* row(std::size_t i) { return entries.data() + i * size; }
    std::size_t size;
    std::vector<double> entries;
};

/// Whether the floating-point Cholesky decomposition exists; the matrix is used up.
inline bool has_cholesky(symmetric_matrix& m) {
    for (std::size_t j = 0; j < m.size; ++j) {
        auto* const pivot = m.row(j);
        if (!(pivot[j] > 0)) return false;
        auto const root = std::sqrt(pivot[j]);
        for (auto k = j; k < m.size; ++k) pivot[k] /= root;
        for (auto i = j + 1; i < m.size; ++i) {
            auto* const row = m.row(i);
            auto const factor = pivot[i];
            if (factor == 0) continue;
            for (auto k = i; k < m.size; ++k) row[k] -= factor * pivot[k];
        }
    }
    return true;
}

/// By how much a diagonal has to be above what the decomposition shows, so that rounding errors do not count.
inline double cholesky_margin(symmetric_matrix const& m) {
    double trace = 0;
    for (std::size_t i = 0; i < m.size; ++i) trace += m.entries[i * m.size + i];
    return 2 * static_cast<double>(m.size + 3) * std::numeric_limits<double>::epsilon() * trace;
}

/// Whether the matrix has no negative eigenvalue, for sure: true is never wrong, false may be.
/// @par Source
/// Rump, S. M. (2006). Verification of positive definiteness. BIT Numerical Mathematics 46, 433-452.
inline bool is_surely_semidefinite(symmetric_matrix m) {
    auto const margin = cholesky_margin(m);
    if (!(margin > 1e-250)) return false; // so that nothing underflows
    for (std::size_t i = 0; i < m.size; ++i)
        m(i, i) = std::nextafter(m(i, i) - margin, -std::numeric_limits<double>::infinity());
    return has_cholesky(m);
}

inline bool are_not_negative(std::vector<double> const& numbers) {
    for (auto const x : numbers)
        if (!(x >= 0) || !std::isfinite(x)) return false;
    return true;
}

/// The least cost of at most so many camps (0: any number) that a matrix without negative eigenvalues shows.
/// @param twice_friendly the friendly weight, doubled
inline double cost_shown_by(symmetric_matrix const& m, wide_sum const& twice_friendly, std::size_t camps) {
    auto without_camps = twice_friendly;
    wide_sum result; // 2 k times the cost
    for (std::size_t i = 0; i < m.size; ++i) {
        auto const* const row = m.entries.data() + i * m.size;
        without_camps -= row[i];
        if (camps == 0) continue;
        result += row[i];
        for (auto j = i + 1; j < m.size; ++j) result += 2 * row[j];
    }
    auto const times = std::max<std::size_t>(camps, 1);
    for (std::size_t i = 0; i < times; ++i) result += without_camps;
    if (result.is_negative()) return 0;
    auto const divisor = 2 * static_cast<double>(times);
    auto const cost = result.below() / divisor;
    return std::fma(cost, divisor, -result.below()) > 0 ? std::nextafter(cost, 0.0) : cost;
}

} // namespace detail

/// Whether numbers bound what camps cost, by the definition alone.
/// @param g an undirected graph
/// @param weight edge -> sign or weight, finite: above 0 friendly, below 0 hostile, 0 no tie
/// @param bound the numbers, for example from `bounds::dual`
/// @param ties the rules that the claim was made under
/// @return the bound, or the reason why there is none. A bound that holds by less than the rounding errors is refused.
/// @throws invalid_value for a weight or a total that is not finite, or a rule that is no enumerator
/// @par Complexity
/// O(E log E + n^3) time and O(n^2) memory for n vertices
/// @par Source
/// Two camps: Goemans, M. X. and Williamson, D. P. (1995). Improved approximation algorithms for maximum cut and
/// satisfiability problems using semidefinite programming. Journal of the ACM 42, 1115-1145,
/// doi:10.1145/227683.227684. More: Swamy, C. (2004). Correlation clustering: maximizing agreements via semidefinite
/// programming. Proceedings of the 15th ACM-SIAM Symposium on Discrete Algorithms, 526-527.
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] certificate_check check_dual(G const& g, Weight const& weight, dual_bound const& bound,
                                           tie_options const& ties = {}) {
    validate(ties);
    auto const table = detail::tabulate(g, weight);
    auto const n = bound.vertices.size();
    if (n != bound.y.size()) return detail::fail("there is not one number for each vertex");
    if (!bound.z.empty() && bound.z.size() != n * (n - 1) / 2)
        return detail::fail("there is not one number for each pair of vertices");
    std::vector<std::size_t> place(num_vertices(g), n);
    for (std::size_t i = 0; i < n; ++i) {
        if (bound.vertices[i] >= place.size()) return detail::fail("a vertex does not exist");
        if (std::exchange(place[bound.vertices[i]], i) != n) return detail::fail("a vertex is named twice");
    }
    if (!detail::are_not_negative(bound.y) || !detail::are_not_negative(bound.z))
        return detail::fail("a number is below 0 or not finite");
    detail::symmetric_matrix matrix(n);
    detail::wide_sum twice_friendly;
    for (auto const& [pair, w] : table) {
        auto const i = place[pair.first];
        auto const j = place[pair.second];
        if (i == n || j == n || i == j) continue;
        auto const value = detail::tie_between(w, ties);
        matrix(std::min(i, j), std::max(i, j)) = -value;
        for (int twice = 0; twice < 2 && value > 0; ++twice) twice_friendly += value;
    }
    auto z = bound.z.begin();
    for (std::size_t i = 0; i < n; ++i) {
        matrix(i, i) = bound.y[i];
        // However the difference is rounded, it is not above what the ties allow.
        for (auto j = i + 1; j < n && !bound.z.empty(); ++j) matrix(i, j) -= *z++;
    }
    if (!detail::is_surely_semidefinite(matrix)) return detail::fail("the matrix may have a negative eigenvalue");
    auto const camps = bound.camps < n ? bound.camps : 0; // n and more are any number
    return {true, detail::cost_shown_by(matrix, twice_friendly, camps), {}};
}

} // namespace geostance
