// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ties that cannot all fit into k camps although no cycle says so: friends in groups of which more than k are hostile
/// to each other.
#pragma once

#include <geostance/signed/detail/colouring.hpp>
#include <geostance/signed/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

// Groups are what the positive ties with a value below a threshold connect; k camps are too few where the groups cannot
// be coloured with k colours so that those with a negative tie below it between them differ. Then one of the ties
// between a smallest set of such groups, or of those that hold these groups together, is against any k camps.
class crowding_cutter {
public:
    crowding_cutter(weighted_ties const& g, std::uint32_t k) : g_(&g), k_(k), group_(g.size()) {}

    // Sets of ties whose values add up to less than 1 and of which one at least is against any k camps.
    std::vector<std::vector<std::uint32_t>> find(std::vector<double> const& value) {
        for (auto const threshold : {1e-6, 0.1, 0.3}) {
            auto cuts = find(value, threshold);
            if (!cuts.empty()) return cuts;
        }
        return {};
    }

    // Camps that cost what the ties chosen weigh, as far as these are whole; nothing where k do not suffice.
    std::optional<std::vector<std::uint32_t>> camps(std::vector<double> const& value) {
        make_groups(value, 0.5);
        colouring colours(next_, std::vector<std::uint8_t>(next_.size(), 1), k_);
        if (!colours.run().value_or(false)) return std::nullopt;
        auto camp = group_;
        for (auto& c : camp) c = colours.colours()[c];
        return camp;
    }

private:
    using pair = std::pair<std::uint32_t, std::uint32_t>;

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
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < g_->size(); ++root) {
            if (group_[root] != UINT32_MAX) continue;
            group_[root] = count;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const& a : g_->row(v)) {
                    if (a.weight < 0 || value[a.tie] >= threshold || group_[a.head] != UINT32_MAX) continue;
                    group_[a.head] = count;
                    stack.push_back(a.head);
                }
            }
            ++count;
        }
        between_.clear();
        for (std::uint32_t t = 0; t < g_->ends.size(); ++t) {
            auto const [a, b] = groups_of(t);
            if (g_->weight[t] > 0 || value[t] >= threshold || a == b) continue;
            auto const tie = between_.try_emplace({a, b}, t).first;
            if (value[t] < value[tie->second]) tie->second = t;
        }
        next_.assign(count, {});
        for (auto const& [groups, tie] : between_) {
            next_[groups.first].push_back(groups.second);
            next_[groups.second].push_back(groups.first);
        }
    }
    [[nodiscard]] pair groups_of(std::uint32_t t) const {
        auto const a = group_[g_->ends[t].first];
        auto const b = group_[g_->ends[t].second];
        return {std::min(a, b), std::max(a, b)};
    }

    [[nodiscard]] bool is_crowded(std::vector<std::uint8_t> const& present) const {
        return !colouring(next_, present, k_).run().value_or(true);
    }
    // Groups that are too many, and would not be without any one of them.
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

    // The ties between the groups, and those that hold the ends of these together.
    std::vector<std::uint32_t> ties_of(std::vector<std::uint32_t> const& core, std::vector<double> const& value,
                                       double threshold) {
        std::vector<std::uint32_t> cut;
        std::map<std::uint32_t, std::vector<std::uint32_t>> ends; // by group
        for (auto const& [groups, t] : between_) {
            if (!std::binary_search(core.begin(), core.end(), groups.first) ||
                !std::binary_search(core.begin(), core.end(), groups.second))
                continue;
            cut.push_back(t);
            for (auto const v : {g_->ends[t].first, g_->ends[t].second}) ends[group_[v]].push_back(v);
        }
        for (auto const& [group, vertices] : ends) connect(vertices, value, threshold, cut);
        std::sort(cut.begin(), cut.end());
        cut.erase(std::unique(cut.begin(), cut.end()), cut.end());
        return cut;
    }
    // Adds the positive ties on the shortest ways from the first vertex to the others.
    void connect(std::vector<std::uint32_t> const& vertices, std::vector<double> const& value, double threshold,
                 std::vector<std::uint32_t>& cut) const {
        std::map<std::uint32_t, arc> back; // by vertex reached: towards the first one
        std::vector<std::uint32_t> queue(1, vertices.front());
        back[vertices.front()] = {};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (auto const& a : g_->row(queue[i])) {
                if (a.weight < 0 || value[a.tie] >= threshold) continue;
                if (back.try_emplace(a.head, arc{queue[i], a.tie, a.weight}).second) queue.push_back(a.head);
            }
        }
        for (auto v : vertices) {
            for (; v != vertices.front(); v = back.at(v).head) cut.push_back(back.at(v).tie);
        }
    }

    weighted_ties const* g_;
    std::uint32_t k_;
    std::vector<std::uint32_t> group_;        // by vertex
    std::map<pair, std::uint32_t> between_{}; // the tie of least value between two groups
    colouring::adjacency next_{};             // groups with such a tie between them
};

} // namespace geostance::detail
