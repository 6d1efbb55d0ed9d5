// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps in one block, however many or at most k: partitions give the upper bound, cycles with one
/// negative tie the lower one or, in dense blocks, a matrix.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/in_parallel.hpp>
#include <geostance/optimum/detail/annealing.hpp>
#include <geostance/optimum/detail/block_bounds.hpp>
#include <geostance/optimum/detail/camp_bound.hpp>
#include <geostance/optimum/detail/camp_moves.hpp>
#include <geostance/optimum/detail/covering_search.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/search_options.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_block_search : public block_bounds {
public:
    camp_block_search(weighted_ties const& ties, std::size_t k, search_options const& options, std::size_t node_limit,
                      random_source& random, search_control& control, reporter report)
        : block_bounds(ties, node_limit, random, control, std::move(report)), k_(k), options_(options),
          state_(ties, k, clock_watch::that_stops(control)), typical_balance_(typical_balance(ties)),
          contraction_(control, 3 * control.expected(ties.ends.size())) {}

    void search() {
        if (k_ == 1) lower_ = upper();
        if (!closed() && is_large()) pack_triangles(ties_.weight, upper());
        if (!closed()) state_.descend_from_all();
        if (!closed()) improve(); // packing may take all the time, and ends where it proves these camps
        if (!is_large()) control_.begin_phase(is_wide() ? 0.5 : 0.15);
        if (!closed()) pack();
        control_.end_phase();
        if (!closed() && is_small()) enumerate_first();
        auto const is_near = upper() - lower_ <= upper() / 5; // cycles may well prove what is left
        if (!is_near) improve_bound();
        if (!closed() && (is_near || !is_wide() || k_ < ties_.size()) && !is_large() && is_worth_a_program()) {
            if (!is_near || is_wide()) improve_further();
            solve_program();
        }
        if (is_near) improve_bound();
        while (!closed() && goes_on(rounds_, options_.rounds)) {
            if (is_wide() && cycles_prove_most())
                improve_and_pack();
            else
                improve_and_start_anew(); // in such blocks a program or a matrix proves more than cycles
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& camp() const noexcept { return state_.camp(); }
    [[nodiscard]] std::int64_t upper() const noexcept { return state_.cost(); }
    [[nodiscard]] bool closed() const noexcept { return meets(upper()); }

private:
    static constexpr std::uint32_t most_annealed = 50000;
    /// Smaller blocks are soon proven by a program.
    static constexpr std::uint32_t least_dense = 25;

    /// Larger than a program can be.
    [[nodiscard]] bool is_large() const { return program_size(camp()) >= most_entries(); }
    /// So large that it may well not be solved in time.
    [[nodiscard]] bool is_wide() const { return is_large() || program_size(camp()) >= tableau_solver.most_entries; }

    /// Whether it may take no time to try all camps.
    [[nodiscard]] bool is_small() const { return ties_.size() <= 40; }
    void enumerate_first() {
        control_.begin_phase(0.2);
        enumerate(k_, state_, nodes_left() / 2);
        control_.end_phase();
    }
    /// Whether there are so many ties that cycles prove little.
    [[nodiscard]] bool is_dense() const {
        auto const n = ties_.size();
        return n >= least_dense && n <= camp_bound::most_vertices && ties_.ends.size() / 5 >= n &&
               camp_bound::expected_seconds(n, 40) < control_.seconds_left() / 2;
    }
    /// By a matrix, in dense blocks.
    void improve_bound() {
        if (closed() || control_.stop() || !is_dense()) return;
        control_.begin_phase(0.5);
        camp_bound bound(ties_, k_ < ties_.size() ? k_ : 0, control_);
        bound.improve(lower_, upper());
        control_.end_phase();
        if (!(bound.value() > static_cast<double>(lower_))) return;
        auto numbers = bound.proof();
        if (numbers.y.empty()) return;
        auto const found = bound.lower(numbers);
        take_dual(std::move(numbers), std::min(found, upper()));
        report(upper());
    }

    /// Those known, and then copies of them that are heated and cooled down.
    void improve_and_start_anew() {
        improve();
        start_anew();
        report(upper());
    }
    void improve() {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(std::size_t{2} * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < 4 && !improved_long_enough(first_packing_is_over_); ++round, ++rounds_) {
            auto const before = upper();
            state_.descend_from_all();
            contract(state_);
            for (std::size_t i = 0; i < tries && upper() > 0; ++i) {
                if (i % 16 == 0 && improved_long_enough(first_packing_is_over_)) break;
                state_.try_group(random_);
            }
            report(upper());
            if (round > 0 && upper() == before) break;
        }
    }
    void contract(camp_moves& state) {
        contraction_.make(
            [&] { improve_camps_by_contraction(ties_, state, k_, random_, clock_watch::that_stops(control_)); });
    }
    /// Others, as those known may be such that no group improves them.
    void start_anew() {
        constexpr int starts = 5;
        if (ties_.size() > most_annealed) return;
        auto const has_turn = [&] { return std::isinf(options_.time_limit) || !control_.turn_is_over(); };
        for (int i = 0; i < starts && !closed() && !improved_long_enough(first_packing_is_over_); ++i) {
            if (i > 0 && !has_turn()) break;
            auto tried = state_;
            tried.anneal(typical_balance_ * (0.1 + 0.025 * random_.below(8)), random_);
            contract(tried);
            if (tried.cost() <= upper()) state_ = std::move(tried);
        }
    }

    /// Until it gains nothing a few times, but not for most of the time.
    void improve_further() {
        auto const until = control_.after(0.15);
        for (int stalled = 0; stalled < 5 && !closed() && control_.seconds() < until; ++stalled) {
            auto const before = upper();
            improve_and_start_anew();
            if (upper() < before) stalled = 0;
        }
    }

    /// Cycles of a negative tie and positive ones; a negative tie between camps can do as well as one inside.
    void pack() {
        first_packing_is_over_ = true; // from here on camps are improved without a limit of their own
        if (!has_time_to_pack()) return;
        take_packing(packed_anew(random_, upper(), is_wide(), [] { return false; }));
        report(upper());
    }
    /// No packing can be larger than `most`. Unless to the end, the last cycles are left to a program, which is solved
    /// sooner than they are packed, and proves more.
    [[nodiscard]] cycle_packer packed_anew(random_source& random, std::int64_t most, bool to_the_end,
                                           function_ref<bool()> is_idle) const {
        cycle_packer packer(ties_, std::vector(ties_.weight));
        packer.pack(random, control_);
        auto const enough = [&] { return to_the_end ? next_to_nothing(packer.total()) : (most - packer.bound()) / 16; };
        for (std::size_t stalled = 0;
             stalled < (to_the_end ? 3U : 1U) && packer.bound() < most && !control_.stop() && !is_idle();) {
            auto const gained = packer.reroute(random, 20, most, control_);
            stalled = gained > enough() ? 0 : stalled + 1;
            if (to_the_end && most - packer.bound() > most / 16 && is_better_halved(packer, gained)) packer.halve();
        }
        return packer;
    }
    /// Changes those known in small steps.
    void rearrange_packing(random_source& random, std::int64_t most, function_ref<bool()> is_idle) {
        constexpr int steps = 30;
        auto const before = packed_->total();
        for (int i = 0; i < steps && packed_->bound() < most && !control_.stop() && !is_idle(); ++i)
            rearrange(*packed_, most, random, control_);
        is_stuck_ = packed_->total() == before && !control_.stop();
    }
    /// Of cycles packed anew. The best are kept to be rearranged; where that gains nothing, they are halved or, once
    /// they are quarters or near the camps, others are packed anew.
    void take_packing(cycle_packer made) {
        if (!can_be_rearranged()) return block_bounds::take_packing(std::move(made).packing());
        block_bounds::take_packing(made);
        is_stuck_ = false;
        if (!packed_ || made.value() > packed_->value()) packed_.emplace(std::move(made));
    }
    /// At once where they are wholes: those rearranged prove less than halves.
    void halve_packing() {
        if (!packed_ || !is_far(upper()) || !packed_->can_be_halved()) return;
        if (packed_->scale() > 1 && !is_stuck_) return;
        packed_->halve();
        is_stuck_ = false;
    }

    /// Side by side where there are two threads, which find the same as one: where the camps are proven meanwhile, what
    /// was packed is dropped.
    void improve_and_pack() {
        halve_packing();
        auto const most = upper();
        random_source for_packing(random_());
        std::optional<cycle_packer> made;
        std::atomic<bool> is_proven = false;
        for_each_in_parallel(threads(), 2, [&](std::size_t, std::size_t i) {
            auto const is_idle = [&] { return is_proven.load(); };
            if (i == 0) {
                improve_and_start_anew();
                is_proven = closed();
            } else if (has_time_to_pack(threads()) && !control_.stop() && !is_idle()) {
                if (packed_ && !is_stuck_)
                    rearrange_packing(for_packing, most, is_idle);
                else
                    made.emplace(packed_anew(for_packing, most, true, is_idle));
            }
        });
        if (!closed() && made) take_packing(*std::move(made));
        if (!closed() && packed_) block_bounds::take_packing(*packed_);
        report(upper());
    }
    [[nodiscard]] std::size_t threads() const { return std::min<std::size_t>(control_.threads(), 2); }

    /// No, if a matrix has proven clearly more than cycles and more than a little is left; small programs are solved in
    /// any case.
    [[nodiscard]] bool is_worth_a_program() const {
        return ties_.size() <= 30 || cycles_prove_most(0.8) || upper() - lower_ <= upper() / 32;
    }
    /// A wide one has to prove more than cycles soon.
    void solve_program() {
        crowding_cutter crowding(ties_, static_cast<std::uint32_t>(k_));
        auto const offer = [&](std::vector<double> const& x) {
            if (auto const found = crowding.camps(x); !found.empty()) {
                auto tried = state_;
                tried.assign(found);
                tried.descend_from_all();
                if (tried.cost() < upper()) state_.assign(tried.camp()); // its clock may have stopped with the phase
            }
            report(upper());
            return upper();
        };
        covering_limits const limits{solver(camp()), static_cast<std::uint32_t>(k_)};
        covering_search program(ties_, false, upper(), offer, limits, random_, control_);
        auto const solve_root = [&](double share) {
            control_.begin_phase(share);
            program.solve_root(packing().cycles);
            take_bounds(program);
        };
        auto const known = lower_;
        if (is_wide()) solve_root(0.25);
        if (!closed() && (!is_wide() || lower_ > known)) {
            solve_root(is_dense() ? 0.6 : 0.8); // the rest is for better camps
            if (!closed()) enumerate(k_, state_, nodes_left());
            if (!closed() && node_limit_ > 0) branch(program);
        }
        control_.end_phase();
    }

    std::size_t k_;
    search_options const& options_;
    camp_moves state_;
    double typical_balance_;
    std::size_t rounds_ = 0;
    bool first_packing_is_over_ = false;
    std::optional<cycle_packer> packed_{}; // the best so far
    bool is_stuck_ = false;
    timed_step contraction_;
};

} // namespace geostance::detail
