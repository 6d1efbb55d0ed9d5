// SPDX-License-Identifier: BSL-1.0
/// @file
/// The lower bound of one block and the cycles that prove it, as kept by the searches for two camps and for many.
#pragma once

#include <geostance/optimum/detail/camp_enumeration.hpp>
#include <geostance/optimum/detail/covering_search.hpp>
#include <geostance/optimum/detail/cycle_list.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/dual_bound.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace geostance::detail {

class block_bounds {
public:
    /// Called with the bounds and the number of nodes of this block.
    using reporter = std::function<void(std::int64_t, std::int64_t, std::size_t)>;

    [[nodiscard]] std::int64_t lower() const noexcept { return lower_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] scaled_packing const& packing() const noexcept { return packing_; }
    /// The numbers that prove the lower bound where they prove more than cycles do, by vertex and pair; or none.
    [[nodiscard]] dual_bound dual() const { return cycles_prove_most() ? dual_bound() : dual_; }

protected:
    /// Programs above this size take longer than they are worth.
    static std::size_t most_entries() { return chosen_solver.most_entries; }

    block_bounds(weighted_ties const& ties, std::size_t node_limit, random_source& random, search_control& control,
                 reporter report)
        : ties_(ties), node_limit_(node_limit), random_(random), control_(control), report_(std::move(report)) {}

    [[nodiscard]] std::size_t nodes_left() const noexcept { return node_limit_ - std::min(node_limit_, nodes_); }
    [[nodiscard]] bool meets(std::int64_t upper) const noexcept { return ties_.meet(lower_, upper); }
    void report(std::int64_t upper) { report_(lower_, upper, nodes_); }

    /// The lower bound gets most of the time.
    [[nodiscard]] bool improved_long_enough(bool is_packed) {
        return control_.stop() || (!is_packed && control_.seconds() > control_.at_share(1.0 / 3));
    }
    /// Putting the ties in order takes about as long as finding the block.
    /// @param at_once how many run side by side, which slows each
    [[nodiscard]] bool has_time_to_pack(std::size_t at_once = 1) const {
        return control_.seconds_left() >= static_cast<double>(at_once) * control_.expected(ties_.ends.size());
    }
    /// A few rounds, so that there is a bound even if later steps take all the time. Where there are hardly any
    /// triangles, cycles of four.
    void pack_triangles(std::vector<std::int64_t> room, std::int64_t upper) {
        cycle_packer packer(ties_, std::move(room));
        auto const watch = [&](double share) { return clock_watch::that_stops(control_, control_.after(share)); };
        packer.pack_triangles(watch(0.05));
        if (packer.total() < upper / 100) packer.pack_as_they_come(3, watch(0.25));
        take_packing(std::move(packer).packing());
    }

    /// Of cycles found without a program.
    void take_packing(scaled_packing found) {
        take_bound(rounded_up(found.total, found.scale));
        if (found.value() > packing_.value() || packing_.cycles.empty()) packing_ = std::move(found);
    }
    /// The same; they are copied only if they are kept.
    void take_packing(cycle_packer const& packer) {
        if (packer.value() > packing_.value() || packing_.cycles.empty()) packing_ = packer.packing();
        take_bound(packer.bound());
    }
    /// Of the program, as far as it has come.
    void take_bounds(covering_search const& program) {
        lower_ = std::max(lower_, program.lower());
        if (program.packing().value() > packing_.value()) packing_ = program.packing();
    }
    void branch(covering_search& program) {
        program.branch(nodes_left());
        nodes_ += program.nodes();
        take_bounds(program);
    }

    void take_branching(std::int64_t lower, std::size_t nodes) {
        nodes_ += nodes;
        lower_ = std::max(lower_, lower);
    }

    /// Whether to go on: there were too few rounds so far, or time and nodes are left.
    [[nodiscard]] bool goes_on(std::size_t rounds, std::size_t wanted) {
        if (control_.stop()) return false;
        return rounds < wanted || (nodes_ < node_limit_ && !control_.turn_is_over());
    }

    void take_dual(dual_bound numbers, std::int64_t lower) {
        if (lower <= lower_) return;
        lower_ = dual_lower_ = lower;
        dual_ = std::move(numbers);
    }
    /// Whether the cycles packed prove as much as the numbers that take_dual() was given, or such a share of it.
    [[nodiscard]] bool cycles_prove_most(double share = 1) const {
        return packing_.value() >= share * static_cast<double>(dual_lower_);
    }

    /// Whether cycles found without a program prove the lower bound, or all but a sixteenth of the gap.
    [[nodiscard]] bool packing_leads(std::int64_t upper) const noexcept {
        return lower_ - most_packed_ <= (upper - lower_) / 16;
    }
    /// Whether a program, as far as it has come, has proven less than such cycles.
    [[nodiscard]] bool falls_behind(covering_search const& program) const noexcept {
        return program.lower() < most_packed_;
    }
    /// Whether a second packing may take memory beside the first.
    [[nodiscard]] bool can_be_rearranged() const {
        constexpr std::size_t most_rearranged = 1'000'000;
        return ties_.ends.size() < most_rearranged;
    }
    /// Whether halves of cycles may prove what wholes do not.
    [[nodiscard]] bool is_far(std::int64_t upper) const noexcept { return upper - lower_ > upper / 16; }
    /// Whether to halve cycles of which the last rerouting gained so much: wholes that gain little.
    [[nodiscard]] bool is_better_halved(cycle_packer const& packer, std::int64_t gained) const {
        return packer.scale() == 1 && gained <= packer.total() / 100 && can_be_rearranged() && !control_.stop() &&
               packer.can_be_halved();
    }

    /// What solves the program of these camps.
    [[nodiscard]] covering_solver solver(std::vector<std::uint32_t> const& camp) const {
        return program_size(camp) < chosen_solver.least_entries ? tableau_solver : chosen_solver;
    }
    /// About how large the tableau of a program would become.
    [[nodiscard]] std::size_t program_size(std::vector<std::uint32_t> const& camp) const {
        std::size_t against = 0;
        for (std::size_t t = 0; t < ties_.ends.size(); ++t) {
            auto const [u, v] = ties_.ends[t];
            against += (camp[u] == camp[v]) != (ties_.weight[t] > 0) ? 1U : 0U;
        }
        return against * ties_.ends.size();
    }

    /// Tries all camps of a small block. `best` is a partition, and is replaced by any better one. If all were tried,
    /// the lower bound becomes the cost of the best.
    template <class State>
    void enumerate(std::size_t k, State& best, std::size_t nodes) {
        constexpr std::size_t largest = 64;
        constexpr std::size_t steps_per_node = 1000; // placing a vertex is a small step beside a node of the program
        if (ties_.size() > largest) return;
        camp_enumeration all(ties_, k, best.cost(), steps_per_node * nodes, control_);
        auto const complete = all.run();
        nodes_ += all.nodes() / steps_per_node;
        if (!complete) return;
        if (!all.found().empty()) best.assign(all.found());
        lower_ = best.cost();
    }

    weighted_ties const& ties_;
    std::size_t node_limit_;
    random_source& random_;
    search_control& control_;
    std::int64_t lower_ = 0;

private:
    void take_bound(std::int64_t packed) {
        most_packed_ = std::max(most_packed_, packed);
        lower_ = std::max(lower_, packed);
    }

    reporter report_;
    scaled_packing packing_{};
    std::int64_t most_packed_ = 0;
    dual_bound dual_{};
    std::int64_t dual_lower_ = 0;
    std::size_t nodes_ = 0;
};

} // namespace geostance::detail
