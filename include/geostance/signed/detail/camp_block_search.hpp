// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps in one block, however many or at most k: partitions from above, cycles with one negative tie
/// from below.
#pragma once

#include <geostance/signed/camps_options.hpp>
#include <geostance/signed/detail/camp_enumeration.hpp>
#include <geostance/signed/detail/camp_moves.hpp>
#include <geostance/signed/detail/covering_search.hpp>
#include <geostance/signed/detail/cycle_packing.hpp>
#include <geostance/signed/detail/search_control.hpp>
#include <geostance/signed/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_block_search {
public:
    // `report` is called with the bounds and the number of nodes of this part.
    camp_block_search(weighted_ties const& ties, std::size_t k, camps_options const& options, std::size_t node_limit,
                      random_source& random, search_control& control,
                      std::function<void(std::int64_t, std::int64_t, std::size_t)> report)
        : ties_(ties), k_(k), options_(options), node_limit_(node_limit), random_(random), control_(control),
          report_(std::move(report)), state_(ties, k) {}

    void search() {
        if (k_ == 1) lower_ = state_.cost();
        if (!closed()) state_.descend_from_all();
        if (!closed()) pack();
        if (!closed()) improve();
        if (!closed() && worth_a_program()) solve_program();
        while (!closed() && rounds_ < options_.rounds && !control_.stop()) {
            improve();
            pack();
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& camp() const noexcept { return state_.camp(); }
    [[nodiscard]] std::int64_t lower() const noexcept { return lower_; }
    [[nodiscard]] std::int64_t upper() const noexcept { return state_.cost(); }
    [[nodiscard]] bool closed() const noexcept { return lower_ >= upper() - ties_.slack; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] scaled_packing const& packing() const noexcept { return packing_; }

private:
    static constexpr std::size_t most_entries = 6'000'000;
    static constexpr std::size_t most_enumerated = 64;

    void report() { report_(lower_, upper(), nodes_); }

    void improve() {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(2 * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < 4 && !control_.stop(); ++round, ++rounds_) {
            auto const before = state_.cost();
            state_.descend_from_all();
            improve_camps_by_contraction(ties_, state_, k_, random_);
            for (std::size_t i = 0; i < tries && state_.cost() > 0; ++i) {
                if (i % 16 == 0 && control_.stop()) break;
                state_.try_group(random_);
            }
            report();
            if (round > 0 && state_.cost() == before) break;
        }
    }

    // Cycles of a negative tie and positive ones; a negative tie between camps can do as well as one inside.
    void pack() {
        cycle_packer packer(ties_, ties_.weight);
        auto total = packer.pack(random_, control_);
        for (std::size_t stalled = 0; stalled < 3 && total < state_.cost() && !control_.stop();) {
            auto const gained = packer.reroute(random_, 20, control_);
            total += gained;
            stalled = gained > next_to_nothing(total) ? 0 : stalled + 1;
        }
        if (total > packing_.total || packing_.cycles.empty()) packing_ = {packer.cycles(), 1, total};
        lower_ = std::max(lower_, total);
        report();
    }

    [[nodiscard]] bool worth_a_program() const {
        std::size_t against = 0;
        for (std::size_t t = 0; t < ties_.ends.size(); ++t) {
            auto const [u, v] = ties_.ends[t];
            against += (state_.camp()[u] == state_.camp()[v]) != (ties_.weight[t] > 0) ? 1U : 0U;
        }
        return against * ties_.ends.size() < most_entries;
    }

    void solve_program() {
        crowding_cutter crowding(ties_, static_cast<std::uint32_t>(k_));
        auto const offer = [&](std::vector<double> const& x) {
            if (auto const camp = crowding.camps(x)) {
                auto tried = state_;
                tried.assign(*camp);
                tried.descend_from_all();
                if (tried.cost() < upper()) state_ = std::move(tried);
            }
            report();
            return upper();
        };
        covering_limits const limits{node_limit_, most_entries, static_cast<std::uint32_t>(k_)};
        covering_search search(ties_, false, upper(), offer, limits, random_, control_);
        search.solve_root(largest_cycles(packing_.cycles, ties_.ends.size()));
        take_bounds(search);
        if (!closed() && ties_.size() <= most_enumerated) enumerate();
        if (closed() || node_limit_ == 0) return;
        search.branch();
        nodes_ += search.nodes();
        take_bounds(search);
    }
    void take_bounds(covering_search const& search) {
        lower_ = std::max(lower_, search.lower());
        auto const& found = search.packing();
        if (static_cast<double>(found.total) / static_cast<double>(found.scale) >
            static_cast<double>(packing_.total) / static_cast<double>(packing_.scale)) {
            packing_ = found;
        }
    }
    // Placing a vertex is a small step beside a node of the program.
    void enumerate() {
        constexpr std::size_t steps_per_node = 1000;
        camp_enumeration all(ties_, k_, state_.cost(), steps_per_node * node_limit_, control_);
        auto const complete = all.run();
        nodes_ += all.nodes() / steps_per_node;
        if (!all.found().empty()) state_.assign(all.found());
        if (complete) lower_ = state_.cost();
    }

    weighted_ties const& ties_;
    std::size_t k_;
    camps_options const& options_;
    std::size_t node_limit_;
    random_source& random_;
    search_control& control_;
    std::function<void(std::int64_t, std::int64_t, std::size_t)> report_;
    camp_moves state_;
    scaled_packing packing_{};
    std::int64_t lower_ = 0;
    std::size_t nodes_ = 0;
    std::size_t rounds_ = 0;
};

} // namespace geostance::detail
