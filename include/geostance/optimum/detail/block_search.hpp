// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the best two camps in one block: camps give the upper bound, cycles the lower one, until the two meet
/// or a limit is reached.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/optimum/detail/annealing.hpp>
#include <geostance/optimum/detail/block_bounds.hpp>
#include <geostance/optimum/detail/covering_search.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/elite_sides.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/semidefinite_program.hpp>
#include <geostance/optimum/detail/semidefinite_search.hpp>
#include <geostance/optimum/detail/switching.hpp>
#include <geostance/optimum/detail/vertex_elimination.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/detail/parity_sets.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Sides that satisfy a spanning tree of the ties least chosen, so that the ties against are, as far as possible, those
/// chosen.
inline std::vector<std::uint32_t> sides_along_tree(weighted_ties const& g, std::vector<double> const& chosen) {
    std::vector<std::uint32_t> order(g.ends.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return chosen[a] < chosen[b]; });
    parity_sets sets(g.size());
    for (auto const t : order) {
        auto const [root_u, apart_u] = sets.find_and_halve(g.ends[t].first);
        auto const [root_v, apart_v] = sets.find_and_halve(g.ends[t].second);
        if (root_u != root_v) sets.unite(root_u, root_v, (apart_u != apart_v) != (g.weight[t] < 0));
    }
    std::vector<std::uint32_t> sides(g.size());
    for (std::uint32_t v = 0; v < g.size(); ++v) sides[v] = sets.find(v).apart ? 1 : 0;
    return sides;
}

class block_search : public block_bounds {
public:
    block_search(weighted_ties const& ties, search_options const& options, std::size_t node_limit,
                 random_source& random, search_control& control, reporter report)
        : block_bounds(ties, node_limit, random, control, std::move(report)), options_(options), state_(ties),
          elite_(ties), typical_balance_(typical_balance(ties)),
          contraction_(control, 1.5 * control.expected(ties.ends.size())) {}

    void search() {
        state_.descend_from_all();
        begin_with_packing();
        if (is_open()) improve(5);
        if (is_hard()) eliminate();
        if (is_hard() && !is_dense()) begin_program();
        if (is_hard()) recombine_first();
        if (program_ && !is_worth_a_program()) drop_program();
        if (is_open() && is_dense()) solve_semidefinite_program();
        if (is_open() && (!program_ || packing_leads(upper()))) pack();
        if (is_hard()) repack_further();
        if (is_open() && is_worth_a_program()) solve_program();
        if (is_open() && can_branch_on_sides()) branch_on_sides();
        drop_program();
        if (!can_be_rearranged()) packer_.reset(); // it would take memory meanwhile
        while (!closed() && goes_on(rounds_, options_.rounds)) {
            ++rounds_;
            improve(3);
            repack(10 + children_a_round());
            recombine(children_a_round());
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& side() const noexcept { return state_.side(); }
    [[nodiscard]] std::int64_t upper() const noexcept { return state_.cost(); }
    [[nodiscard]] bool closed() const noexcept { return meets(upper()); }

private:
    /// Below this size, packing often proves the first camps found to be the best.
    static constexpr std::size_t quickly_packed = 2000;
    /// Below this size, the program takes no time, and its cycles prove more.
    static constexpr std::size_t quickly_solved = 100000;
    /// Below this size, it is solved before branching on pairs of vertices would end.
    static constexpr std::size_t soon_solved = 30000;
    static constexpr std::uint32_t most_annealed = 50000;

    /// Some rounds of contraction and of moving random groups, fewer where nothing is gained.
    void improve(std::size_t rounds) {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(std::size_t{2} * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < rounds && !improved_long_enough(); ++round) {
            auto const before = upper();
            contraction_.make([&] { improve_by_contraction(ties_, state_, random_); });
            for (std::size_t i = 0; i < tries && upper() > 0; ++i) {
                if (i % 16 == 0 && improved_long_enough()) break;
                state_.try_group(random_);
            }
            report(upper());
            if (upper() == before) break;
        }
    }
    [[nodiscard]] bool improved_long_enough() { return block_bounds::improved_long_enough(first_packing_is_over_); }

    /// Packs cycles anew if the camps are better than those of the current packing, and then goes on rerouting.
    void pack() {
        first_packing_is_over_ = true; // from here on camps are improved without a limit of their own
        if (ties_.ends.size() >= quickly_packed && !has_time_to_pack()) return;
        if (!packer_ || packed_for_ > upper()) {
            packer_.emplace(ties_, room_for_two_camps(ties_, side()));
            packed_for_ = upper();
            packer_->pack(random_, control_);
            take_packing(*packer_);
            report(upper());
            if (control_.stop()) return packer_.reset(); // it was cut short
        }
        if (cycles_prove_most(0.95)) reroute();
    }
    void reroute() {
        for (std::size_t stalled = 0; stalled < 3 && !closed() && !control_.stop();) {
            auto const gained = packer_->reroute(random_, 20, upper(), control_);
            stalled = gained > next_to_nothing(packer_->total()) ? 0 : stalled + 1;
            if (packs_halves() && is_better_halved(*packer_, gained)) packer_->halve();
            if (gained == 0) continue;
            take_packing(*packer_);
            report(upper());
        }
    }

    /// Cycles for the first camps, without taking the time in which better ones are to be found.
    void begin_with_packing() {
        control_.begin_phase(0.25);
        if (ties_.ends.size() < quickly_packed)
            pack();
        else
            pack_triangles(room_for_two_camps(ties_, side()), upper());
        control_.end_phase();
    }
    /// While cycles lead: rearranges those packed so many times. Wholes that are far from the camps are halved first.
    /// Where rearranging gains nothing, halves become quarters; otherwise, and in large blocks, cycles are packed anew.
    void repack(std::size_t times) {
        if (!packing_leads(upper())) return;
        std::optional<cycle_packer> known;
        auto const known_for = packed_for_;
        if (packer_ && (packed_for_ <= upper() || packs_halves()) && can_be_rearranged()) {
            if (packer_->scale() == 1) halve(); // at once: wholes that are rearranged prove less
            auto is_better = false;
            for (; times > 0 && !closed() && !control_.stop(); --times) is_better = rearrange_once() || is_better;
            if (is_better || halve()) return report(upper());
            known = std::move(packer_);
        }
        packer_.reset();
        if (!closed() && !control_.stop()) pack();
        if (known && (!packer_ || packer_->bound() < known->bound())) {
            packer_ = std::move(known);
            packed_for_ = known_for;
        }
        if (!can_be_rearranged()) packer_.reset();
    }
    /// Where wholes are far from what they may prove, and a program, if there is one, is not going to be solved soon.
    [[nodiscard]] bool packs_halves() const { return is_far(upper()) && (is_wide() || is_last_step()); }
    [[nodiscard]] bool is_last_step() const { return !is_worth_a_program() && !can_branch_on_sides(); }
    bool halve() {
        if (control_.stop() || !packs_halves() || !packer_->can_be_halved()) return false;
        packer_->halve();
        reroute();
        return true;
    }
    bool rearrange_once() {
        auto const is_better = rearrange(*packer_, upper(), random_, control_);
        if (is_better) take_packing(*packer_);
        return is_better;
    }
    /// As long as that helps; for most of the time where no program is going to prove more.
    void repack_further() {
        auto const is_last = is_last_step();
        int const patience = is_last ? 10 : 2;
        control_.begin_phase(is_last ? 0.6 : 0.2);
        for (int stalled = 0; stalled < patience && packing_leads(upper()) && !closed() && !control_.stop();) {
            auto const before = lower_;
            repack(30);
            stalled = lower_ - before > next_to_nothing(lower_) / 16 ? 0 : stalled + 1;
        }
        control_.end_phase();
    }
    /// Whether the block is so dense that cycles prove little.
    [[nodiscard]] bool is_dense() const {
        auto const heaviest = std::max_element(ties_.weight.begin(), ties_.weight.end(),
                                               [](auto a, auto b) { return std::abs(a) < std::abs(b); });
        return ties_.size() <= semidefinite_program::most_vertices && ties_.ends.size() / 4 >= ties_.size() &&
               std::abs(*heaviest) <= std::int64_t{1} << 53;
    }

    void solve_semidefinite_program() {
        semidefinite_program program(ties_, random_, control_);
        if (!program.solve()) return;
        for (int plane = 0; plane < 10 && !control_.stop(); ++plane) offer_sides(program.sides());
        auto y = program.dual();
        if (y.empty()) return;
        numbers_ = y;
        auto const found = program.lower(y);
        take_dual({{}, std::move(y)}, std::min(found, upper()));
        report(upper());
    }

    /// Whether branching on pairs of vertices may well end.
    [[nodiscard]] bool can_branch_on_sides() const {
        double total = 0;
        for (auto const w : ties_.weight) total += static_cast<double>(std::abs(w));
        return is_dense() && ties_.size() <= semidefinite_search::most_vertices &&
               total <= semidefinite_search::most_weight && nodes_left() > 0;
    }
    void branch_on_sides() {
        control_.begin_phase(0.9); // the rest is for better camps
        auto const offer = [&](std::vector<std::uint32_t> const& sides) {
            offer_sides(sides);
            return upper();
        };
        numbers_.resize(ties_.size()); // 0 where there are none yet
        semidefinite_search search(ties_, upper(), offer, {nodes_left()}, control_);
        search.run(numbers_, [&] {
            take_branching(search.lower(), 1);
            report(upper());
        });
        take_branching(search.lower(), 0); // all nodes may be closed without another
        control_.end_phase();
    }

    /// This many camps, each made from two good ones or, while these are few, from scratch; fewer if the time is over
    /// first. In large blocks, where it takes long, none at all.
    void recombine(std::size_t count, double until = std::numeric_limits<double>::infinity()) {
        if (ties_.size() > most_annealed) return;
        auto const has_time = [&] { return !control_.stop() && control_.seconds() < until; };
        while (count > 0 && !closed() && has_time() && contraction_.has_time()) {
            auto children = elite_.next(count, random_);
            count -= children.size();
            for_each_in_parallel(control_.threads(), children.size(), [&](std::size_t, std::size_t i) {
                if (has_time()) bring_up(children[i]);
            });
            for (auto& c : children) take(c);
            report(upper());
        }
    }
    /// Less of it where cycles packed prove most, as they need the time.
    void recombine_first() {
        auto const is_brief = !is_dense() && packing_leads(upper());
        recombine(is_dense() ? 500 : 100, control_.after(is_brief ? 0.1 : 0.3));
    }
    void bring_up(elite_sides::child& c) {
        switching camps(ties_);
        camps.assign(c.side);
        auto const heat = c.parent == elite_sides::none ? 0.5 : 0.25 - 0.05 * c.random.below(4);
        anneal(ties_, camps, typical_balance_ * heat, c.random, control_);
        auto contraction = contraction_;
        for (auto before = camps.cost() + 1; camps.cost() < before && !control_.stop();) {
            before = camps.cost();
            contraction.make([&] { improve_by_contraction(ties_, camps, c.random); });
        }
        c.side = camps.side();
        c.cost = camps.cost();
        c.is_improved = true;
    }
    void take(elite_sides::child& c) {
        if (!c.is_improved) return; // there was no time for it
        if (c.cost < upper()) state_.assign(c.side);
        elite_.take(std::move(c));
    }
    /// Fewer in large blocks, where each takes as long as a part of a packing, which may end the search as well.
    [[nodiscard]] std::size_t children_a_round() const {
        return std::clamp<std::size_t>(400'000 / std::max<std::size_t>(ties_.ends.size(), 1), 5, 100);
    }

    /// In a narrow block the best camps follow without any bound; cycles prove as much of it as they can.
    void eliminate() {
        if (control_.stop()) return;
        control_.begin_phase(0.5);
        vertex_elimination all(ties_, control_);
        auto const is_done = all.run();
        control_.end_phase();
        if (!is_done) return;
        state_.assign(all.side());
        lower_ = upper();
        pack();
    }

    /// Whether the program is so large that it may well not be solved in time.
    [[nodiscard]] bool is_wide() const { return program_size(side()) >= tableau_solver.most_entries; }
    [[nodiscard]] bool is_quickly_solved() const { return program_size(side()) < quickly_solved; }
    /// Whether there is anything left to search, and time for it.
    [[nodiscard]] bool is_open() const { return !closed() && !control_.stopped(); }
    [[nodiscard]] bool is_hard() const { return is_open() && !is_quickly_solved(); }
    /// Solves the program's root within a share of the time. In sparse blocks that proves most, and often finds the
    /// best camps, so it comes before the search for better ones.
    void begin_program() {
        pack_briefly();
        if (!closed()) recombine(60, control_.after(0.1)); // from bad camps on it takes long
        if (closed() || program_size(side()) >= most_entries()) return;
        pack_briefly(); // where the camps are better now
        if (closed()) return;
        control_.begin_phase(is_wide() ? 0.1 : 0.2);
        solve_root();
        control_.end_phase();
    }
    /// Where next to nothing is left, small changes often prove it sooner than anything else.
    void pack_briefly() {
        control_.begin_phase(0.1);
        pack();
        auto const is_nearly_closed = [&] { return !closed() && upper() - lower_ <= upper() / 64; };
        for (int i = 0; i < 100 && packer_ && is_nearly_closed() && can_be_rearranged() && !control_.stop(); ++i)
            rearrange_once();
        control_.end_phase();
    }
    /// Large programs that have proven less than packed cycles in the time they had will not prove more later.
    [[nodiscard]] bool is_worth_a_program() const {
        if (is_dropped_) return false;
        auto const size = program_size(side());
        if (program_ && is_wide()) return !falls_behind(*program_);
        return size < (can_branch_on_sides() ? soon_solved : cycles_prove_most(0.85) ? most_entries() : quickly_solved);
    }
    void drop_program() {
        program_.reset();
        seen_ = {};
        is_dropped_ = true;
    }
    void solve_program() {
        auto const known = lower_;
        if (!is_quickly_solved() && !cycles_prove_most()) { // it has to prove more than the matrix soon
            control_.begin_phase(0.25);
            solve_root();
            if (closed() || lower_ == known) return control_.end_phase();
        }
        control_.begin_phase(is_quickly_solved() ? 0.9 : 0.75); // the rest is for better camps
        solve_root();
        if (!closed()) enumerate(2, state_, nodes_left());
        if (!closed() && node_limit_ > 0 && !can_branch_on_sides()) branch(*program_);
        control_.end_phase();
    }
    void solve_root() {
        if (!program_) {
            seen_ = switched(ties_, side());
            auto const offer = [this, origin = side()](std::vector<double> const& x) {
                auto sides = sides_along_tree(seen_, x);
                for (std::size_t v = 0; v < sides.size(); ++v) sides[v] ^= origin[v];
                offer_sides(sides);
                report(upper());
                return upper();
            };
            covering_limits const limits{solver(side())};
            program_.emplace(seen_, true, upper(), offer, limits, random_, control_);
        }
        program_->solve_root(packing().cycles);
        take_bounds(*program_);
    }
    /// Takes sides and improves them, if that is better than what is known.
    void offer_sides(std::vector<std::uint32_t> const& sides) {
        auto const before = state_;
        state_.assign(sides);
        if (state_.cost() >= before.cost()) state_ = before;
    }

    search_options const& options_;
    switching state_;
    elite_sides elite_;
    double typical_balance_;
    std::optional<cycle_packer> packer_{};
    bool first_packing_is_over_ = false;
    std::int64_t packed_for_ = 0;   // the cost of the camps that the packer works for
    std::vector<double> numbers_{}; // of the semidefinite program's dual, by vertex
    weighted_ties seen_{};          // by the camps for which the program was begun
    std::optional<covering_search> program_{};
    bool is_dropped_ = false;
    std::size_t rounds_ = 0;
    timed_step contraction_;
};

} // namespace geostance::detail
