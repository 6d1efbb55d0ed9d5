// SPDX-License-Identifier: BSL-1.0
/// @file
/// Cycles that a fractional choice of ties does not hit: shortest paths, by parity or over positive ties alone.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Ties of which so many at least are against any camps. In a cycle, tie i goes from vertex i to vertex i + 1, the last
/// one back to vertex 0. Ties that are no cycle have no vertices.
struct cycle_cut {
    std::vector<std::uint32_t> vertices{};
    std::vector<std::uint32_t> ties{};
    std::uint32_t demand = 1;
};

/// Shortest paths that close cycles, by parity or over positive ties alone: what one thread needs for them.
class cycle_finder {
public:
    cycle_finder(weighted_ties const& g, bool two_camps)
        : g_(&g), two_(two_camps), distance_(2 * std::size_t{g.size()}, far), from_(distance_.size()),
          via_(distance_.size()) {}

    /// A cycle below 1 through a vertex, with an odd number of negative ties; or none. Each tie counts for `penalty`
    /// more than its value.
    cycle_cut through_vertex(std::uint32_t root, std::vector<double> const& value, double penalty) {
        begin(2 * root);
        auto const met = search(1 - 1e-6, value, penalty);
        return met != none ? simple_part(met) : cycle_cut{};
    }
    /// A cycle below 1 of one negative tie and positive ones; or none.
    cycle_cut through_tie(std::uint32_t t, std::vector<double> const& value, double penalty) {
        auto const [u, v] = g_->ends[t];
        begin(2 * u);
        begin(2 * v + 1);
        auto const met = search(1 - 1e-6 - value[t] - penalty, value, penalty);
        if (met == none) return {};
        auto cut = way_back(met);
        std::reverse(cut.vertices.begin(), cut.vertices.end());
        std::reverse(cut.ties.begin(), cut.ties.end());
        auto const other = way_back(met ^ 1U);
        cut.vertices.insert(cut.vertices.end(), other.vertices.begin() + 1, other.vertices.end());
        cut.ties.insert(cut.ties.end(), other.ties.begin(), other.ties.end());
        cut.ties.push_back(t);
        return cut;
    }

    /// How many vertices were gone on from since the last call.
    std::size_t take_steps() noexcept { return std::exchange(steps_, 0); }

private:
    static constexpr double far = std::numeric_limits<double>::infinity();
    static constexpr auto none = UINT32_MAX;

    void begin(std::uint32_t state) {
        distance_[state] = 0;
        from_[state] = state;
        touched_.push_back(state);
        heap_.push_back({0, state});
    }

    /// Dijkstra over (vertex, parity of negative ties) from one vertex or, where there are many camps, over (vertex,
    /// end of a tie) from both its ends and over positive ties alone. Either way, the two states of a vertex are
    /// together as far from where they began as a walk through it is long, so that half of the way is enough. Returns
    /// one of the states of the vertex through which the shortest goes, if that is below the limit; leaves the places
    /// for the next.
    std::uint32_t search(double limit, std::vector<double> const& value, double penalty) {
        auto met = none;
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
            auto const [d, state] = heap_.back();
            heap_.pop_back();
            if (2 * d >= limit) break;
            if (d > distance_[state]) continue;
            ++steps_;
            for (auto const& a : g_->row(state / 2)) {
                if (!two_ && a.weight < 0) continue;
                auto const next = 2 * a.head + ((state & 1U) ^ (two_ && a.weight < 0 ? 1U : 0U));
                auto const along = d + value[a.tie] + penalty;
                if (along >= limit || along >= distance_[next]) continue;
                if (distance_[next] == far) touched_.push_back(next);
                distance_[next] = along;
                from_[next] = state;
                via_[next] = a.tie;
                if (along + distance_[next ^ 1U] < limit) {
                    limit = along + distance_[next ^ 1U];
                    met = next;
                }
                if (2 * along >= limit) continue;
                heap_.push_back({along, next});
                std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
            }
        }
        heap_.clear();
        for (auto const state : touched_) distance_[state] = far;
        touched_.clear();
        return met;
    }

    /// The walk back from a state to where the search began.
    [[nodiscard]] cycle_cut way_back(std::uint32_t state) const {
        cycle_cut way;
        way.vertices.push_back(state / 2);
        for (; from_[state] != state; state = from_[state]) {
            way.ties.push_back(via_[state]);
            way.vertices.push_back(from_[state] / 2);
        }
        return way;
    }

    /// The walk there and back may visit a vertex twice: the part between is a negative cycle, or can be left out.
    [[nodiscard]] cycle_cut simple_part(std::uint32_t met) const {
        auto const there = way_back(met);
        auto const back = way_back(met ^ 1U);
        std::vector<std::uint32_t> walk(there.ties.rbegin(), there.ties.rend());
        walk.insert(walk.end(), back.ties.begin(), back.ties.end());
        std::vector<std::uint32_t> states = {2 * there.vertices.back()};
        std::vector<std::uint32_t> ties;
        for (auto const t : walk) {
            auto const [u, v] = g_->ends[t];
            auto const here = states.back() / 2;
            auto const state = 2 * (u == here ? v : u) + ((states.back() & 1U) ^ (g_->weight[t] < 0 ? 1U : 0U));
            ties.push_back(t);
            auto const twin = std::find_if(states.begin(), states.end(), [&](auto s) { return s / 2 == state / 2; });
            if (twin == states.end()) {
                states.push_back(state);
                continue;
            }
            auto const at = twin - states.begin();
            if (*twin != state) {
                cycle_cut cut;
                for (auto s = twin; s != states.end(); ++s) cut.vertices.push_back(*s / 2);
                cut.ties.assign(ties.begin() + at, ties.end());
                return cut;
            }
            states.resize(static_cast<std::size_t>(at) + 1);
            ties.resize(static_cast<std::size_t>(at));
        }
        return {};
    }

    weighted_ties const* g_;
    bool two_;
    std::vector<double> distance_;
    std::vector<std::uint32_t> from_;
    std::vector<std::uint32_t> via_;
    std::vector<std::uint32_t> touched_{}; // while searching
    std::vector<std::pair<double, std::uint32_t>> heap_{};
    std::size_t steps_ = 0;
    // no cache line is shared with the next one, for which threads would wait
    [[maybe_unused]] std::array<char, 64> between_{};
};

/// Finds cycles whose ties have a total value below 1. With two camps, those with an odd number of negative ties; with
/// any number of camps, those with exactly one.
/// @par Source
/// The separation of odd cycles by shortest paths: Barahona and Mahjoub (1986): see `frustration_index`. Cycles with
/// one negative tie: Charikar, M., Guruswami, V. and Wirth, A. (2005). Clustering with qualitative information. Journal
/// of Computer and System Sciences 71, 360-383.
class cycle_cutter {
public:
    /// The cycles do not depend on how many threads look for them.
    cycle_cutter(weighted_ties const& g, bool two_camps, std::size_t threads = 1)
        : g_(&g), two_(two_camps), threads_(threads) {
        finders_.push_back(cycle_finder(g, two_camps));
        choose_roots();
    }

    /// Short cycles are slightly preferred; if none is found, the search runs again with hardly any preference. Fewer
    /// are found where the time is over first.
    std::vector<cycle_cut> find(std::vector<double> const& value, search_control& control) {
        for (auto const penalty : {1e-3, 1e-8}) {
            auto cuts = find(value, penalty, control);
            if (!cuts.empty()) return cuts;
        }
        return {};
    }

private:
    static constexpr std::size_t roots_at_once = 16;
    static constexpr std::size_t worth_a_thread = 20000; // steps: some milliseconds

    /// Every negative cycle has a negative tie: with two camps it is enough to start from one end of each.
    void choose_roots() {
        std::vector<std::uint8_t> covered(g_->size());
        for (std::uint32_t t = 0; t < g_->ends.size(); ++t) {
            if (g_->weight[t] > 0) continue;
            auto const [u, v] = g_->ends[t];
            if (!two_) roots_.push_back(t);
            if (!two_ || covered[u] != 0 || covered[v] != 0) continue;
            auto const root = g_->row(u).size() >= g_->row(v).size() ? u : v;
            covered[root] = 1;
            roots_.push_back(root);
        }
    }

    std::vector<cycle_cut> find(std::vector<double> const& value, double penalty, search_control& control) {
        std::vector<cycle_cut> cuts;
        std::set<std::vector<std::uint32_t>> known;
        for (auto& cut : cuts_by_root(value, penalty, control)) {
            if (cut.ties.empty()) continue;
            auto key = cut.ties;
            std::sort(key.begin(), key.end());
            if (known.insert(std::move(key)).second) cuts.push_back(std::move(cut));
        }
        return cuts;
    }
    /// Several threads look where it took long the last time.
    std::vector<cycle_cut> cuts_by_root(std::vector<double> const& value, double penalty, search_control& control) {
        auto const parts = (roots_.size() + roots_at_once - 1) / roots_at_once;
        auto const threads = std::clamp<std::size_t>(std::min(steps_ / worth_a_thread, parts), 1, threads_);
        while (finders_.size() < threads) finders_.push_back(cycle_finder(*g_, two_));
        std::vector<cycle_cut> cuts(roots_.size());
        for_each_in_parallel(threads, parts, [&](std::size_t thread, std::size_t part) {
            auto& finder = finders_[thread];
            auto const last = std::min(roots_.size(), (part + 1) * roots_at_once);
            for (auto i = part * roots_at_once; i < last && !control.stop(); ++i) // one may look at the whole graph
                cuts[i] = two_ ? finder.through_vertex(roots_[i], value, penalty)
                               : finder.through_tie(roots_[i], value, penalty);
        });
        steps_ = 0;
        for (auto& finder : finders_) steps_ += finder.take_steps();
        return cuts;
    }

    weighted_ties const* g_;
    bool two_;
    std::size_t threads_;
    lean_vector<cycle_finder> finders_{}; // by thread
    std::vector<std::uint32_t> roots_{};
    std::size_t steps_ = 0; // of the last search
};

} // namespace geostance::detail
