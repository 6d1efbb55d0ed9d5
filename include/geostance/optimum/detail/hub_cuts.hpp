// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ties of which any camps have more against them than cycles show: friends of one vertex that are hostile to each
/// other.
#pragma once

#include <geostance/optimum/detail/cycle_cuts.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A fan is a hub and k of its friends that are all hostile to each other. Where j of these are in the hub's camp,
/// k - j ties to the hub and j (j - 1) / 2 hostile ones are against the camps: k - 1 at least. A wheel is a hub and an
/// odd number k of its friends, the rim, each hostile to the next and the last to the first. Of two neighbours on the
/// rim, one is not in the hub's camp, or both are in one camp: (k + 1) / 2 ties are against the camps at least. Either
/// holds for any number of camps. Cycles prove k / 2 of either.
/// @par Source
/// Fans are the 2-partition inequalities with one vertex on one side: Groetschel, M. and Wakabayashi, Y. (1990). Facets
/// of the clique partitioning polytope. Mathematical Programming 47, 367-387, doi:10.1007/BF01580870. Wheels: Chopra,
/// S. and Rao, M. R. (1993). The partition problem. Mathematical Programming 59, 87-115, doi:10.1007/BF01581239.
class hub_cutter {
public:
    explicit hub_cutter(weighted_ties const& g) : g_(&g), place_(g.size(), none) {}

    /// Fans or, where there are none, wheels, whose ties have a total value below what they demand; fewer where the
    /// time is over first. Not all fans are found.
    std::vector<cycle_cut> find(std::vector<double> const& value, search_control& control) {
        rated_cuts fans;
        around_each_hub(value, control, [&](circle const& c) { find_fans(c, value, fans); });
        if (!fans.cuts.empty()) return best_of(std::move(fans));
        std::vector<cycle_cut> wheels;
        around_each_hub(value, control, [&](circle const& c) { find_wheels(c, value, wheels, control); });
        return wheels;
    }

private:
    static constexpr auto none = UINT32_MAX;
    static constexpr std::size_t most_fans = 300; // that a program takes at a time
    static constexpr double least_missing = 1e-3; // of what a fan demands

    /// The friends of a hub that are hostile to another, and the network of these hostile ties.
    struct circle {
        std::vector<arc> spokes{};
        weighted_ties hostile{};
        std::vector<std::uint32_t> given{}; // the tie that each hostile one is
    };
    struct rated_cuts {
        std::vector<cycle_cut> cuts{};
        std::vector<double> merit{}; // of each
    };

    template <class Visit>
    void around_each_hub(std::vector<double> const& value, search_control& control, Visit visit) {
        for (std::uint32_t hub = 0; hub < g_->size() && !control.stop(); ++hub) {
            auto const c = circle_of(hub, value);
            if (c.given.size() >= 3) visit(c);
        }
    }

    /// Without the friends that are fully against the camps already.
    circle circle_of(std::uint32_t hub, std::vector<double> const& value) {
        circle c;
        for (auto const& a : g_->row(hub)) {
            if (a.weight < 0 || value[a.tie] >= 1) continue;
            place_[a.head] = static_cast<std::uint32_t>(c.spokes.size());
            c.spokes.push_back(a);
        }
        for (std::uint32_t i = 0; i < c.spokes.size(); ++i) {
            for (auto const& a : g_->row(c.spokes[i].head)) {
                auto const j = a.weight < 0 ? place_[a.head] : none;
                if (j == none || j < i || value[a.tie] >= 1) continue;
                c.hostile.ends.push_back({i, j});
                c.hostile.weight.push_back(-1);
                c.given.push_back(a.tie);
            }
        }
        for (auto const& a : c.spokes) place_[a.head] = none;
        index_rows(c.hostile, c.spokes.size());
        return c;
    }

    /// From each friend on, adds the one that makes the fan miss most of its demand, as long as it grows.
    static void find_fans(circle const& c, std::vector<double> const& value, rated_cuts& fans) {
        std::set<std::vector<std::uint32_t>> known;
        for (std::uint32_t start = 0; start < c.spokes.size(); ++start) {
            auto fan = grow_fan(c, start, value);
            if (fan.size() < 3 || !known.insert(fan).second) continue;
            auto cut = fan_cut(c, fan);
            auto missing = static_cast<double>(cut.demand);
            for (auto const t : cut.ties) missing -= value[t];
            if (missing <= least_missing) continue;
            fans.merit.push_back(missing / std::sqrt(static_cast<double>(cut.ties.size())));
            fans.cuts.push_back(std::move(cut));
        }
    }
    static std::vector<std::uint32_t> grow_fan(circle const& c, std::uint32_t start, std::vector<double> const& value) {
        std::vector<std::uint32_t> fan;
        std::vector<std::uint32_t> open(c.spokes.size()); // by friend: to how many of the fan it is hostile
        std::vector<double> gain(c.spokes.size());
        for (std::uint32_t i = 0; i < c.spokes.size(); ++i) gain[i] = 1 - value[c.spokes[i].tie];
        for (auto next = start; next != none;) {
            fan.push_back(next);
            for (auto const& a : c.hostile.row(next)) {
                ++open[a.head];
                gain[a.head] -= value[c.given[a.tie]];
            }
            next = none;
            for (auto const& a : c.hostile.row(start)) {
                if (open[a.head] == fan.size() && gain[a.head] > (next == none ? 1e-9 : gain[next])) next = a.head;
            }
        }
        std::sort(fan.begin(), fan.end());
        return fan;
    }
    static cycle_cut fan_cut(circle const& c, std::vector<std::uint32_t> const& fan) {
        cycle_cut cut;
        for (auto const i : fan) {
            cut.ties.push_back(c.spokes[i].tie);
            for (auto const& a : c.hostile.row(i))
                if (a.head > i && std::binary_search(fan.begin(), fan.end(), a.head))
                    cut.ties.push_back(c.given[a.tie]);
        }
        cut.demand = static_cast<std::uint32_t>(fan.size()) - 1;
        return cut;
    }
    static std::vector<cycle_cut> best_of(rated_cuts fans) {
        std::vector<std::uint32_t> order(fans.cuts.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto a, auto b) {
            return fans.merit[a] != fans.merit[b] ? fans.merit[a] > fans.merit[b] : a < b;
        });
        std::vector<cycle_cut> cuts(std::min(most_fans, order.size()));
        for (std::size_t i = 0; i < cuts.size(); ++i) cuts[i] = std::move(fans.cuts[order[i]]);
        return cuts;
    }

    /// The rim's ties, and half of the spokes at either end of each, have a value of k / 2 at least, as no cycle is
    /// missed. A wheel is missed where what they have beyond adds up to less than 1 / 2: where the rim is an odd cycle,
    /// in the network of the hostile ties, with less than 1 of twice that.
    static void find_wheels(circle const& c, std::vector<double> const& value, std::vector<cycle_cut>& wheels,
                            search_control& control) {
        std::vector<double> twice(c.given.size());
        for (std::size_t t = 0; t < twice.size(); ++t) {
            auto const [i, j] = c.hostile.ends[t];
            twice[t] = std::max(0.0, 2 * value[c.given[t]] + value[c.spokes[i].tie] + value[c.spokes[j].tie] - 1);
        }
        for (auto const& rim : cycle_cutter(c.hostile, true).find(twice, control)) {
            cycle_cut cut;
            for (auto const i : rim.vertices) cut.ties.push_back(c.spokes[i].tie);
            for (auto const t : rim.ties) cut.ties.push_back(c.given[t]);
            cut.demand = (static_cast<std::uint32_t>(rim.ties.size()) + 1) / 2;
            wheels.push_back(std::move(cut));
        }
    }

    weighted_ties const* g_;
    std::vector<std::uint32_t> place_; // by vertex: among the friends of the hub
};

} // namespace geostance::detail
