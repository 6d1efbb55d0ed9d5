// SPDX-License-Identifier: BSL-1.0
/// @file
/// Branch and bound over the linear program of cycles, and the packing of cycles that its multipliers are.
#pragma once

#include <geostance/optimum/detail/covering_program.hpp>
#include <geostance/optimum/detail/crowding_cuts.hpp>
#include <geostance/optimum/detail/cycle_cuts.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace geostance::detail {

// A packing in fractions: amounts count multiples of 1 / scale.
struct scaled_packing {
    std::vector<whole_cycle> cycles{};
    std::int64_t scale = 1;
    std::int64_t total = 0;
};

struct covering_limits {
    std::size_t nodes = 0;
    std::size_t entries = 0; // of the tableau
    std::uint32_t camps = UINT32_MAX;
};

// Cycles to begin with: the program wants no more than it has ties.
inline std::vector<cycle_cut> largest_cycles(std::vector<whole_cycle> cycles, std::size_t most) {
    std::stable_sort(cycles.begin(), cycles.end(), [](auto const& a, auto const& b) { return a.amount > b.amount; });
    std::vector<cycle_cut> result;
    for (auto const& c : cycles) {
        if (result.size() == most) break;
        result.push_back({c.vertices, c.ties});
    }
    return result;
}

class covering_search {
public:
    // `offer` is given a fractional choice of ties, makes camps of it, and returns the best cost known;
    // `upper` is the best cost known at the start.
    covering_search(weighted_ties const& g, bool two_camps, std::int64_t upper,
                    std::function<std::int64_t(std::vector<double> const&)> offer, covering_limits limits,
                    random_source& random, search_control& control)
        : g_(&g), cutter_(g, two_camps), crowding_(g, limits.camps), offer_(std::move(offer)), limits_(limits),
          random_(&random), control_(&control), upper_(upper) {}

    // Solves the root from some cycles to begin with.
    void solve_root(std::vector<cycle_cut> const& start) {
        std::vector<double> costs(g_->weight.size());
        for (std::size_t t = 0; t < costs.size(); ++t) costs[t] = static_cast<double>(std::abs(g_->weight[t]));
        covering_program program(std::move(costs));
        add_cuts(program, start);
        auto const outcome = cut(program, true);
        if (outcome != verdict::open || lower_ >= upper_ - g_->slack) return;
        root_.push_back(std::move(program));
    }

    // Branches on what the root left open; true where that proves the best cost to be the upper bound.
    bool branch() {
        if (closed()) return true;
        if (root_.empty()) return false;
        auto const open_before = std::move(root_);
        root_.clear();
        complete_ = true;
        descend(open_before.front());
        if (complete_) lower_ = std::max(lower_, upper_ - g_->slack);
        return complete_;
    }

    [[nodiscard]] bool closed() const noexcept { return lower_ >= upper_ - g_->slack; }
    [[nodiscard]] std::int64_t lower() const noexcept { return lower_; }
    [[nodiscard]] std::int64_t upper() const noexcept { return upper_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] scaled_packing const& packing() const noexcept { return packing_; }

private:
    enum class verdict : std::uint8_t { pruned, open, stopped };

    static std::int64_t whole(std::int64_t total, std::int64_t scale) { return (total + scale - 1) / scale; }

    void add_cuts(covering_program& program, std::vector<cycle_cut> const& cuts) {
        for (auto const& c : cuts) {
            program.add(c.ties);
            rows_.push_back(c);
        }
    }
    [[nodiscard]] bool pruned(covering_program const& program) const {
        auto const bound = program.objective() * (1 - 1e-9) - 1e-6;
        return program.infeasible() || std::ceil(bound) >= static_cast<double>(upper_ - g_->slack);
    }

    // Adds cycles that are not hit, or too many camps, until there are none, or none are needed.
    verdict cut(covering_program& program, bool at_root) {
        while (true) {
            if (!program.solve(*random_, *control_)) {
                return program.infeasible() ? verdict::pruned : verdict::stopped;
            }
            auto const x = program.primal();
            upper_ = offer_(x);
            if (at_root) keep_packing(program);
            if (pruned(program)) return verdict::pruned;
            auto const cuts = find_cuts(x);
            if (cuts.empty()) return verdict::open;
            if (program.entries() > limits_.entries || control_->stop()) return verdict::stopped;
            add_cuts_to_node(program, cuts, at_root);
        }
    }
    std::vector<cycle_cut> find_cuts(std::vector<double> const& x) {
        auto cuts = cutter_.find(x);
        if (cuts.empty() && limits_.camps < g_->size())
            for (auto& ties : crowding_.find(x)) cuts.push_back({{}, std::move(ties)});
        return cuts;
    }
    void add_cuts_to_node(covering_program& program, std::vector<cycle_cut> const& cuts, bool at_root) {
        if (at_root) return add_cuts(program, cuts);
        for (auto const& c : cuts) program.add(c.ties);
    }

    // Rounds the multipliers down so that no tie gives more than it has, whatever the arithmetic did.
    void keep_packing(covering_program const& program) {
        auto const multiplier = program.dual();
        scaled_packing found;
        found.scale = std::int64_t{1} << 20;
        std::int64_t heaviest = 1;
        for (auto const w : g_->weight) heaviest = std::max(heaviest, std::abs(w));
        while (found.scale > 1 && heaviest > (std::int64_t{1} << 61) / found.scale) found.scale /= 2;
        std::vector<std::int64_t> room(g_->weight.size());
        for (std::size_t t = 0; t < room.size(); ++t) room[t] = std::abs(g_->weight[t]) * found.scale;
        std::int64_t total = 0; // of cycles, and of what else the rows say
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto amount = static_cast<std::int64_t>(std::llround(multiplier[i] * static_cast<double>(found.scale)));
            for (auto const t : rows_[i].ties) amount = std::min(amount, room[t]);
            if (amount <= 0) continue;
            for (auto const t : rows_[i].ties) room[t] -= amount;
            total += amount;
            if (rows_[i].vertices.empty()) continue; // no cycle
            found.cycles.push_back({rows_[i].vertices, amount, rows_[i].ties});
            found.total += amount;
        }
        lower_ = std::max(lower_, whole(total, found.scale));
        if (packing_.cycles.empty() || static_cast<double>(found.total) / static_cast<double>(found.scale) >
                                           static_cast<double>(packing_.total) / static_cast<double>(packing_.scale)) {
            packing_ = std::move(found);
        }
    }

    // The tie furthest from whole, the heaviest of those; or none.
    [[nodiscard]] std::uint32_t branching_tie(std::vector<double> const& x) const {
        auto best = UINT32_MAX;
        double most = 0;
        for (std::uint32_t t = 0; t < x.size(); ++t) {
            auto const away = std::min(x[t], 1 - x[t]);
            auto const merit = away * (1 + std::log1p(static_cast<double>(std::abs(g_->weight[t]))));
            if (away > 1e-6 && merit > most) {
                most = merit;
                best = t;
            }
        }
        return best;
    }

    void descend(covering_program const& parent) {
        auto const t = branching_tie(parent.primal());
        if (t == UINT32_MAX) {
            complete_ = false; // whole, yet not as good as the bound: only possible by rounding
            return;
        }
        for (auto const against : {true, false}) {
            if (!complete_) return;
            if (++nodes_ > limits_.nodes || control_->stop()) {
                complete_ = false;
                return;
            }
            auto child = parent;
            child.add({t}, against ? 1 : -1, against ? 1 : 0);
            auto const outcome = cut(child, false);
            if (outcome == verdict::stopped) complete_ = false;
            if (outcome == verdict::open) descend(child);
        }
    }

    weighted_ties const* g_;
    cycle_cutter cutter_;
    crowding_cutter crowding_;
    std::function<std::int64_t(std::vector<double> const&)> offer_;
    covering_limits limits_;
    random_source* random_;
    search_control* control_;
    std::vector<cycle_cut> rows_{};
    std::vector<covering_program> root_{};
    scaled_packing packing_{};
    std::int64_t lower_ = 0;
    std::int64_t upper_;
    std::size_t nodes_ = 0;
    bool complete_ = false;
};

} // namespace geostance::detail
