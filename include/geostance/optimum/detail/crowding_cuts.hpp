// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ties that cannot all fit into k camps although no cycle shows it: groups of friends, of which more than k are
/// hostile to each other.
#pragma once

#include <geostance/optimum/detail/colouring.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/signed/detail/flood.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Groups are the components of positive ties with a value below a threshold. Two groups conflict if a negative tie
/// below it lies between them. If the groups cannot be coloured with k colours so that conflicting ones differ, take a
/// smallest set of groups for which this is so: one of the ties between them, or of those that hold them together, is
/// against any k camps.
/// @par Source
/// This library's.
class crowding_cutter {
public:
    crowding_cutter(weighted_ties const& g, std::uint32_t k) : g_(&g), k_(k), group_(g.size()) {}

    /// Sets of ties whose values add up to less than 1 and of which one at least is against any k camps.
    std::vector<std::vector<std::uint32_t>> find(std::vector<double> const& value) {
        for (auto const threshold : {1e-6, 0.1, 0.3}) {
            auto cuts = find(value, threshold);
            if (!cuts.empty()) return cuts;
        }
        return {};
    }

    /// Camps that cost what the ties chosen weigh, as far as these are whole; empty where k do not suffice.
    std::vector<std::uint32_t> camps(std::vector<double> const& value) {
        make_groups(value, 0.5);
        colouring colours(next_, std::vector<std::uint8_t>(next_.size(), 1), k_);
        if (!colours.run().value_or(false)) return {};
        auto camp = group_;
        for (auto& c : camp) c = colours.colours()[c];
        return camp;
    }

private:
    /// The tie of least value between two groups.
    struct hostile_pair {
        std::uint32_t a;
        std::uint32_t b;
        std::uint32_t tie;
    };

    std::vector<std::vector<std::uint32_t>> find(std::vector<double> const& value, double threshold) {
        make_groups(value, threshold);
        std::vector<std::vector<std::uint32_t>> cuts;
        std::vector<std::uint8_t> present(next_.size(), 1);
        while (is_crowded(present)) {
            auto const core = crowded_core(present);
            auto cut = ties_of(core, value, threshold);
            double total = 0;
            for (auto const t : cut) total += value[t];
            if (total < 1 - 1e-6) cuts.push_back(std::move(cut));
            present[core.front()] = 0; // so that the next set is another one
        }
        return cuts;
    }

    void make_groups(std::vector<double> const& value, double threshold) {
        std::fill(group_.begin(), group_.end(), UINT32_MAX);
        std::uint32_t count = 0;
        auto const begin = [&](std::uint32_t root) {
            if (group_[root] != UINT32_MAX) return false;
            group_[root] = count++;
            return true;
        };
        flood(g_->size(), begin, [&](std::uint32_t v, std::vector<std::uint32_t>& reached) {
            for (auto const& a : g_->row(v)) {
                if (a.weight < 0 || value[a.tie] >= threshold || group_[a.head] != UINT32_MAX) continue;
                group_[a.head] = group_[v];
                reached.push_back(a.head);
            }
        });
        between_.clear();
        for (std::uint32_t t = 0; t < g_->ends.size(); ++t) {
            auto const a = group_[g_->ends[t].first];
            auto const b = group_[g_->ends[t].second];
            if (g_->weight[t] < 0 && value[t] < threshold && a != b)
                between_.push_back({std::min(a, b), std::max(a, b), t});
        }
        std::sort(between_.begin(), between_.end(), [&](hostile_pair const& x, hostile_pair const& y) {
            if (x.a != y.a) return x.a < y.a;
            return x.b != y.b ? x.b < y.b : value[x.tie] < value[y.tie];
        });
        auto const is_same = [](hostile_pair const& x, hostile_pair const& y) { return x.a == y.a && x.b == y.b; };
        between_.erase(std::unique(between_.begin(), between_.end(), is_same), between_.end());
        next_.assign(count, {});
        for (auto const& [a, b, tie] : between_) {
            next_[a].push_back(b);
            next_[b].push_back(a);
        }
    }

    [[nodiscard]] bool is_crowded(std::vector<std::uint8_t> const& present) const {
        return !colouring(next_, present, k_).run().value_or(true);
    }
    /// A set of groups that needs more than k camps, and would not without any one of them.
    [[nodiscard]] std::vector<std::uint32_t> crowded_core(std::vector<std::uint8_t> present) const {
        std::vector<std::uint32_t> core;
        for (std::uint32_t v = 0; v < present.size(); ++v) {
            if (present[v] == 0) continue;
            present[v] = 0;
            if (is_crowded(present)) continue;
            present[v] = 1;
            core.push_back(v);
        }
        return core;
    }

    /// The ties between the groups, and those that hold the ends of these together.
    std::vector<std::uint32_t> ties_of(std::vector<std::uint32_t> const& core, std::vector<double> const& value,
                                       double threshold) {
        std::vector<std::uint32_t> cut;
        std::vector<std::vector<std::uint32_t>> ends(core.size()); // by group of the core
        auto const place = [&](std::uint32_t group) { return std::lower_bound(core.begin(), core.end(), group); };
        auto const is_in = [&](std::uint32_t group) { return place(group) != core.end() && *place(group) == group; };
        for (auto const& [a, b, t] : between_) {
            if (!is_in(a) || !is_in(b)) continue;
            cut.push_back(t);
            for (auto const v : {g_->ends[t].first, g_->ends[t].second})
                ends[static_cast<std::size_t>(place(group_[v]) - core.begin())].push_back(v);
        }
        for (auto const& vertices : ends) connect(vertices, value, threshold, cut);
        std::sort(cut.begin(), cut.end());
        cut.erase(std::unique(cut.begin(), cut.end()), cut.end());
        return cut;
    }
    /// Adds the positive ties on the shortest ways from the first vertex to the others.
    void connect(std::vector<std::uint32_t> const& vertices, std::vector<double> const& value, double threshold,
                 std::vector<std::uint32_t>& cut) {
        if (vertices.empty()) return;
        auto const root = vertices.front();
        std::vector<std::uint32_t> queue(1, root);
        back_.assign(g_->size(), {UINT32_MAX, 0, 0});
        back_[root].head = root;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (auto const& a : g_->row(queue[i])) {
                if (a.weight < 0 || value[a.tie] >= threshold || back_[a.head].head != UINT32_MAX) continue;
                back_[a.head] = {queue[i], a.tie, a.weight};
                queue.push_back(a.head);
            }
        }
        for (auto v : vertices) {
            for (; v != root; v = back_[v].head) cut.push_back(back_[v].tie);
        }
    }

    weighted_ties const* g_;
    std::uint32_t k_;
    std::vector<std::uint32_t> group_; // by vertex
    std::vector<hostile_pair> between_{};
    colouring::adjacency next_{}; // groups with such a tie between them
    std::vector<arc> back_{};     // by vertex of a group: towards its first one
};

} // namespace geostance::detail
