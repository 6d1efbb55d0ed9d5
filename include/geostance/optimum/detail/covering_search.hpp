// SPDX-License-Identifier: BSL-1.0
/// @file
/// Branch and bound over the linear program of cycles, and the packing of cycles that its multipliers form.
#pragma once

#include <geostance/optimum/detail/chosen_solver.hpp>
#include <geostance/optimum/detail/covering_program.hpp>
#include <geostance/optimum/detail/crowding_cuts.hpp>
#include <geostance/optimum/detail/cycle_cuts.hpp>
#include <geostance/optimum/detail/cycle_list.hpp>
#include <geostance/optimum/detail/hub_cuts.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#ifdef GEOSTANCE_HAS_LP
#include <geostance/optimum/detail/clp_program.hpp>
#endif

namespace geostance::detail {

struct covering_limits {
    covering_solver solver = tableau_solver;
    std::uint32_t camps = UINT32_MAX;
};

/// Cycles to begin with, the largest amounts first. They share no tie: such a program is solved at once, while one of
/// thousands of overlapping cycles takes longer than all later steps.
inline std::vector<cycle_cut> largest_cycles(weighted_ties const& g, cycle_list const& cycles) {
    std::vector<std::uint32_t> order(cycles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return cycles.amount(a) > cycles.amount(b); });
    std::vector<std::uint8_t> is_used(g.ends.size());
    std::vector<cycle_cut> result;
    for (auto const c : order) {
        auto const ties = cycles.ties(c);
        auto is_apart = true;
        for (auto const t : ties) is_apart = is_apart && is_used[t] == 0;
        if (!is_apart) continue;
        for (auto const t : ties) is_used[t] = 1;
        result.push_back({vertices_along(g, ties), {ties.begin(), ties.end()}});
    }
    return result;
}

class covering_search {
public:
    /// `offer` is given a fractional choice of ties, makes camps of it, and returns the best cost known;
    /// `upper` is the best cost known at the start.
    covering_search(weighted_ties const& g, bool two_camps, std::int64_t upper,
                    std::function<std::int64_t(std::vector<double> const&)> offer, covering_limits limits,
                    random_source& random, search_control& control)
        : g_(&g), two_camps_(two_camps), cutter_(g, two_camps, control.threads()), hubs_(g), crowding_(g, limits.camps),
          offer_(std::move(offer)), limits_(limits), random_(&random), control_(&control), upper_(upper) {}

    /// Solves the root from some cycles to begin with. If a phase ended before that was done, it goes on when called
    /// again.
    void solve_root(cycle_list const& start) {
        if (!program_) begin(largest_cycles(*g_, start));
        auto const found = cut(true);
        is_root_solved_ = found == verdict::open && !closed();
        if (found == verdict::pruned || closed()) program_.reset();
    }

    /// Branches on what the root left open, in so many nodes at most; true where that proves the best cost to be the
    /// upper bound.
    bool branch(std::size_t nodes) {
        if (closed()) return true;
        if (!is_root_solved_) return false;
        complete_ = true;
        descend(nodes);
        program_.reset();
        is_root_solved_ = false;
        if (complete_) lower_ = std::max(lower_, upper_ - g_->tolerance(upper_));
        return complete_;
    }

    [[nodiscard]] bool closed() const noexcept { return g_->meet(lower_, upper_); }
    [[nodiscard]] std::int64_t lower() const noexcept { return lower_; }
    [[nodiscard]] std::int64_t upper() const noexcept { return upper_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] scaled_packing const& packing() const noexcept { return packing_; }

private:
    enum class verdict : std::uint8_t { pruned, open, stopped };

    void begin(std::vector<cycle_cut> const& start) {
        std::vector<double> costs(g_->weight.size());
        for (std::size_t t = 0; t < costs.size(); ++t) costs[t] = static_cast<double>(std::abs(g_->weight[t]));
        program_ = limits_.solver.make(costs);
        program_->add(start);
    }

    /// Adds rows for cycles that are not hit, or for too many hostile groups, until there are none or none are needed.
    verdict cut(bool at_root) {
        while (true) {
            if (!program_->solve(*random_, *control_))
                return program_->infeasible() && is_impossible() ? verdict::pruned : verdict::stopped;
            auto const x = program_->primal();
            upper_ = offer_(x);
            auto const bound = at_root ? keep_packing() : packed().bound();
            if (g_->meet(bound, upper_)) return verdict::pruned;
            auto cuts = find_cuts(x);
            if (control_->stop()) return verdict::stopped; // or not all cuts were sought
            if (cuts.empty()) return verdict::open;
            if (program_->entries() > limits_.solver.most_entries) return verdict::stopped;
            program_->add(std::move(cuts));
        }
    }
    std::vector<cycle_cut> find_cuts(std::vector<double> const& x) {
        auto cuts = cutter_.find(x, *control_);
        if (cuts.empty() && !two_camps_) cuts = hubs_.find(x, *control_);
        if (cuts.empty() && limits_.camps < g_->size() && !control_->stop())
            for (auto& ties : crowding_.find(x)) cuts.push_back({{}, std::move(ties)});
        return cuts;
    }

    /// Whether a row demands one of ties that all fit.
    [[nodiscard]] bool is_impossible() const {
        std::vector<std::uint8_t> fits(g_->weight.size());
        for (auto const& s : program_->settled()) fits[s.tie] = s.against ? 0 : 1;
        return std::any_of(program_->rows().begin(), program_->rows().end(), [&](cycle_cut const& row) {
            return std::all_of(row.ties.begin(), row.ties.end(), [&](auto t) { return fits[t] != 0; });
        });
    }

    struct rounded_multipliers {
        scaled_packing cycles{};
        std::int64_t total = 0; // of cycles and of all other rows
        [[nodiscard]] std::int64_t bound() const { return rounded_up(total, cycles.scale); }
    };

    /// The room of each tie for cycles: its weight, or any amount if branching made it fit.
    [[nodiscard]] std::vector<std::int64_t> room(std::int64_t scale) const {
        std::vector<std::int64_t> result(g_->weight.size());
        for (std::size_t t = 0; t < result.size(); ++t) result[t] = std::abs(g_->weight[t]) * scale;
        for (auto const& s : program_->settled())
            if (!s.against) result[s.tie] = endless;
        return result;
    }

    /// The multipliers in whole numbers, rounded so that no tie gives more than it has, whatever the rounding errors:
    /// their sum is therefore a bound for the node.
    [[nodiscard]] rounded_multipliers packed() const {
        auto const multiplier = program_->dual();
        rounded_multipliers result;
        auto& found = result.cycles;
        std::int64_t weight = 1;
        for (auto const w : g_->weight) weight += std::abs(w);
        found.scale = std::int64_t{1} << 30;
        while (found.scale > 1 && weight > (std::int64_t{1} << 61) / found.scale) found.scale /= 2;
        auto left = room(found.scale);
        for (std::size_t i = 0; i < multiplier.size(); ++i) {
            auto const& cut = program_->rows()[i];
            auto amount = endless;
            for (auto const t : cut.ties) amount = std::min(amount, left[t]);
            auto const wanted = multiplier[i] * static_cast<double>(found.scale);
            if (wanted < static_cast<double>(amount)) amount = static_cast<std::int64_t>(std::llround(wanted));
            if (amount <= 0 || amount == endless) continue;
            // Ties that branching made fit have room for more than all weigh.
            amount = std::min(amount, ((std::int64_t{1} << 62) - result.total) / cut.demand);
            for (auto const t : cut.ties) left[t] -= left[t] == endless ? 0 : amount;
            result.total += amount * cut.demand;
            if (cut.vertices.empty()) continue; // no cycle
            found.cycles.add({cut.ties.data(), cut.ties.size()}, amount);
            found.total += amount;
        }
        for (auto const& s : program_->settled())
            if (s.against) result.total += std::exchange(left[s.tie], 0);
        return result;
    }
    /// The bound of the root; its cycles are kept if they add up to more than any before.
    std::int64_t keep_packing() {
        auto found = packed();
        auto const bound = found.bound();
        lower_ = std::max(lower_, bound);
        if (packing_.cycles.empty() || found.cycles.value() > packing_.value()) packing_ = std::move(found.cycles);
        return bound;
    }

    /// The tie whose value is furthest from whole, the heaviest of several. If all are whole: the heaviest tie against
    /// the camps that branching has not put there yet, as the bound counts it in full; or none.
    [[nodiscard]] std::uint32_t branching_tie(std::vector<double> const& x) const {
        std::vector<std::uint8_t> is_settled(x.size());
        for (auto const& s : program_->settled()) is_settled[s.tie] = 1;
        auto best = none;
        double most = 0;
        for (std::uint32_t t = 0; t < x.size(); ++t) {
            if (is_settled[t] != 0) continue;
            auto const away = std::min(x[t], 1 - x[t]);
            auto const merit = (away > 1e-6  ? away
                                : x[t] > 0.5 ? 1e-7
                                             : 0) *
                               (1 + std::log1p(static_cast<double>(std::abs(g_->weight[t]))));
            if (merit > most) {
                most = merit;
                best = t;
            }
        }
        return best;
    }

    /// A tie to be tried against the camps, and then not.
    struct fork {
        std::uint32_t tie;
        int tried = 0;
    };

    /// Depth-first, with a stack of its own: the graph decides how deep it goes.
    void descend(std::size_t nodes) {
        std::vector<fork> path;
        add_fork(path);
        while (complete_ && !path.empty()) {
            auto& at = path.back();
            if (at.tried == 2) {
                path.pop_back();
                if (!path.empty()) program_->reopen();
                continue;
            }
            if (++nodes_ > nodes || control_->stop()) {
                complete_ = false;
                break;
            }
            program_->settle({at.tie, at.tried++ == 0});
            auto const outcome = cut(false);
            if (outcome == verdict::stopped) complete_ = false;
            if (outcome == verdict::open) add_fork(path);
            if (outcome == verdict::pruned) program_->reopen();
        }
    }
    void add_fork(std::vector<fork>& path) {
        auto const t = branching_tie(program_->primal());
        if (t == none) {
            complete_ = false; // every tie is settled, yet the bound is not that of the camps
        } else {
            path.push_back({t});
        }
    }

    static constexpr auto none = UINT32_MAX;
    static constexpr auto endless = INT64_MAX;

    weighted_ties const* g_;
    bool two_camps_;
    cycle_cutter cutter_;
    hub_cutter hubs_;
    crowding_cutter crowding_;
    std::function<std::int64_t(std::vector<double> const&)> offer_;
    covering_limits limits_;
    random_source* random_;
    search_control* control_;
    std::unique_ptr<covering_program> program_{}; // until it is closed or branched on
    scaled_packing packing_{};
    std::int64_t lower_ = 0;
    std::int64_t upper_;
    std::size_t nodes_ = 0;
    bool is_root_solved_ = false;
    bool complete_ = false;
};

} // namespace geostance::detail
