// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps in one block, however many or at most k: partitions give the upper bound, cycles with one
/// negative tie the lower one.
#pragma once

#include <geostance/optimum/detail/block_bounds.hpp>
#include <geostance/optimum/detail/camp_moves.hpp>
#include <geostance/optimum/detail/covering_search.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/search_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_block_search : public block_bounds {
public:
    camp_block_search(weighted_ties const& ties, std::size_t k, search_options const& options, std::size_t node_limit,
                      random_source& random, search_control& control, reporter report)
        : block_bounds(ties, node_limit, random, control, std::move(report)), k_(k), options_(options),
          state_(ties, k, clock_watch::that_stops(control)),
          contraction_(control, 3 * control.expected(ties.ends.size())) {}

    void search() {
        if (k_ == 1) lower_ = upper();
        if (!closed() && is_large()) pack_triangles(ties_.weight, upper());
        if (!closed()) state_.descend_from_all();
        if (!closed()) improve(); // packing may take all the time, and ends where it proves these camps
        if (!is_large()) control_.begin_phase(is_wide() ? 0.5 : 0.15);
        if (!closed()) pack();
        control_.end_phase();
        if (!closed() && !is_large()) {
            improve_further();
            control_.begin_phase(0.8); // the rest is for better camps
            solve_program();
            control_.end_phase();
        }
        while (!closed() && goes_on(rounds_, options_.rounds)) {
            improve();
            start_anew();
            if (is_wide()) pack(); // otherwise the program has proven more
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& camp() const noexcept { return state_.camp(); }
    [[nodiscard]] std::int64_t upper() const noexcept { return state_.cost(); }
    [[nodiscard]] bool closed() const noexcept { return meets(upper()); }

private:
    /// In larger blocks, it takes long until random camps are good ones.
    static constexpr std::uint32_t most_restarted = 1000;

    /// Larger than a program can be.
    [[nodiscard]] bool is_large() const { return program_size(camp()) >= most_entries(); }
    /// So large that it may well not be solved in time.
    [[nodiscard]] bool is_wide() const { return program_size(camp()) >= tableau_solver.most_entries; }

    void improve() { improve(state_, true); }
    void improve(camp_moves& state, bool is_reported) {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(std::size_t{2} * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < 4 && !improved_long_enough(is_packed_); ++round, ++rounds_) {
            auto const before = state.cost();
            state.descend_from_all();
            contraction_.make(
                [&] { improve_camps_by_contraction(ties_, state, k_, random_, clock_watch::that_stops(control_)); });
            for (std::size_t i = 0; i < tries && state.cost() > 0; ++i) {
                if (i % 16 == 0 && improved_long_enough(is_packed_)) break;
                state.try_group(random_);
            }
            if (is_reported) report(upper());
            if (round > 0 && state.cost() == before) break;
        }
    }
    /// Others from random ones on, as those known may be such that no group improves them.
    void start_anew() {
        if (ties_.size() > most_restarted) return;
        std::size_t used = 0;
        auto other = number_camps(camp(), used);
        auto const count = static_cast<std::uint32_t>(std::min(k_, used + 1));
        for (auto& c : other) c = random_.below(count);
        auto tried = state_;
        tried.assign(other);
        improve(tried, false);
        if (tried.cost() <= upper()) state_ = std::move(tried);
        report(upper());
    }

    /// Until it gains nothing a few times, but not for most of the time.
    void improve_further() {
        auto const until = control_.after(0.15);
        for (int stalled = 0; stalled < 5 && !closed() && control_.seconds() < until; ++stalled) {
            auto const before = upper();
            improve();
            start_anew();
            if (upper() < before) stalled = 0;
        }
    }

    /// Cycles of a negative tie and positive ones; a negative tie between camps can do as well as one inside.
    void pack() {
        if (!has_time_to_pack()) return;
        is_packed_ = true;
        cycle_packer packer(ties_, ties_.weight);
        auto total = packer.pack(random_, control_);
        // A program is solved sooner than the last cycles are packed, and proves more.
        bool const to_the_end = is_wide();
        auto const enough = [&] { return to_the_end ? next_to_nothing(total) : (upper() - total) / 16; };
        for (std::size_t stalled = 0; stalled < (to_the_end ? 3U : 1U) && total < upper() && !control_.stop();) {
            auto const gained = packer.reroute(random_, 20, upper() - total, control_);
            total += gained;
            stalled = gained > enough() ? 0 : stalled + 1;
        }
        take_packing(packer.cycles(), total);
        report(upper());
    }

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
        covering_limits const limits{solver(camp()), node_limit_, static_cast<std::uint32_t>(k_)};
        covering_search program(ties_, false, upper(), offer, limits, random_, control_);
        program.solve_root(largest_cycles(ties_, packing().cycles));
        take_bounds(program);
        if (!closed()) enumerate(k_, state_);
        if (!closed() && node_limit_ > 0) branch(program);
    }

    std::size_t k_;
    search_options const& options_;
    camp_moves state_;
    std::size_t rounds_ = 0;
    bool is_packed_ = false;
    timed_step contraction_;
};

} // namespace geostance::detail
