// SPDX-License-Identifier: BSL-1.0
/// @file
/// Two camps by moves of one vertex at a time, bad ones too, but fewer and fewer of them.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/switching.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace geostance::detail {

/// What moving a vertex typically costs or gains in random camps.
inline double typical_balance(weighted_ties const& g) {
    double sum = 0;
    for (std::uint32_t v = 0; v < g.size(); ++v) {
        double squares = 0;
        for (auto const& a : g.row(v)) squares += static_cast<double>(a.weight) * static_cast<double>(a.weight);
        sum += std::sqrt(squares);
    }
    return g.size() == 0 ? 0 : sum / g.size();
}

/// Sweeps over all vertices. A move that costs is made with a probability that falls with its cost and from sweep to
/// sweep: at first costs of `heat` are nothing unusual, in the end costs of a quarter of it. Half of typical_balance()
/// makes the camps random; a quarter of it changes them here and there.
/// @par Source
/// Kirkpatrick, S., Gelatt, C. D. and Vecchi, M. P. (1983). Optimization by simulated annealing. Science 220, 671-680.
/// For this problem: Isakov, S. V., Zintchenko, I. N., Ronnow, T. F. and Troyer, M. (2015). Optimised simulated
/// annealing for Ising spin glasses. Computer Physics Communications 192, 265-271.
inline void anneal(weighted_ties const& g, switching& state, double heat, random_source& random,
                   search_control& control) {
    constexpr int sweeps = 300;
    constexpr std::uint32_t small = 1000; // so few vertices that a sweep takes less time than looking at the clock
    std::array<double, 1024> at_most{};   // costs at a temperature of 1, each as likely as any other
    for (std::size_t i = 0; i < at_most.size(); ++i)
        at_most[i] = -std::log((static_cast<double>(i) + 0.5) / static_cast<double>(at_most.size()));
    auto side = state.side();
    auto balance = state.balance();
    auto const move = [&](std::uint32_t v) {
        side[v] ^= 1U;
        balance[v] = -balance[v];
        for (auto const& a : g.row(v)) balance[a.head] += side[v] == side[a.head] ? 2 * a.weight : -2 * a.weight;
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        if ((sweep % 16 == 0 || g.size() > small) && control.stop()) break;
        auto const temperature = heat * (1 - 0.75 * sweep / sweeps);
        for (std::uint32_t v = 0; v < g.size(); ++v) {
            auto const bearable = temperature * at_most[random() % at_most.size()];
            if (static_cast<double>(balance[v]) <= bearable) move(v);
        }
    }
    state.assign(side);
    state.descend_from_all();
}

} // namespace geostance::detail
