// SPDX-License-Identifier: BSL-1.0
/// @file
/// The share of time that a Markov chain spends in each state.
#pragma once

#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The states that a chain reaches from one of them, that one first.
inline std::vector<std::size_t> reached_from(std::size_t state, dense_matrix const& step) {
    std::vector<std::size_t> result{state};
    std::vector<bool> seen(step.size);
    seen[state] = true;
    for (std::size_t k = 0; k < result.size(); ++k)
        for (std::size_t next = 0; next < step.size; ++next)
            if (!seen[next] && step(result[k], next) > 0) {
                seen[next] = true;
                result.push_back(next);
            }
    return result;
}

/// The states of a chain that it never leaves again, if all of them reach each other: a state that reaches fewest
/// others is one of them.
inline std::vector<std::size_t> closed_states(dense_matrix const& step) {
    std::vector<std::size_t> fewest;
    for (std::size_t state = 0; state < step.size; ++state)
        if (auto reached = reached_from(state, step); state == 0 || reached.size() < fewest.size())
            fewest = std::move(reached);
    return fewest;
}

/// The stationary distribution of a chain with one closed class.
/// @param step step(i, j) is the chance to go from i to j; what is left to 1 stays, and the diagonal is ignored
/// @par Complexity
/// O(k^3)
/// @par Source
/// Grassmann, W. K., Taksar, M. I. and Heyman, D. P. (1985). Regenerative analysis and steady state distributions for
/// Markov chains. Operations Research 33, 1107-1116: states are taken out one after the other, without subtraction.
inline std::vector<double> stationary(dense_matrix step) {
    auto const states = closed_states(step);
    for (auto n = states.size(); n-- > 1;) {
        double leaving = 0;
        for (std::size_t j = 0; j < n; ++j) leaving += step(states[n], states[j]);
        for (std::size_t i = 0; i < n; ++i) step(states[i], states[n]) /= leaving;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                step(states[i], states[j]) += step(states[i], states[n]) * step(states[n], states[j]);
    }
    std::vector<double> result(step.size);
    double total = 0;
    for (std::size_t n = 0; n < states.size(); ++n) {
        double share = n == 0 ? 1 : 0;
        for (std::size_t i = 0; i < n; ++i) share += result[states[i]] * step(states[i], states[n]);
        result[states[n]] = share;
        total += share;
    }
    for (auto const state : states) result[state] /= total;
    return result;
}

} // namespace geostance::detail
