// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps, however many or at most k: partitions from above, cycles with one negative tie from below.
#pragma once

#include <geostance/signed/camps_options.hpp>
#include <geostance/signed/detail/camp_enumeration.hpp>
#include <geostance/signed/detail/camp_moves.hpp>
#include <geostance/signed/detail/covering_search.hpp>
#include <geostance/signed/detail/frustration_search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_search {
public:
    camp_search(signed_graph const& g, camps_options const& options)
        : given_(&g), options_(&options), k_(checked_k(g, options)), ties_(with_whole_weights(g, search_bits)),
          state_(ties_, k_), random_(options.seed),
          control_((check_search_options(options), options.time_limit), options.progress) {}

    camps_result run() {
        if (k_ == 1) lower_ = state_.cost();
        if (k_ == 2) return two_camps();
        if (!closed()) state_.descend_from_all();
        if (!closed()) pack();
        if (!closed()) improve();
        if (!closed() && worth_a_program()) solve_program();
        if (!closed() && bounded() && ties_.size() <= most_enumerated) enumerate();
        while (!closed() && rounds_ < options_->rounds && !control_.stop()) {
            improve();
            pack();
        }
        return result();
    }

private:
    static constexpr std::size_t most_entries = 6'000'000;
    static constexpr std::size_t most_enumerated = 64;

    static std::size_t checked_k(signed_graph const& g, camps_options const& options) {
        if (!options.k) return std::max<std::size_t>(1, g.num_vertices());
        if (*options.k == 0 || *options.k > g.num_vertices()) {
            throw invalid_value("options.k", std::to_string(*options.k),
                                "a number of camps from 1 to " + std::to_string(g.num_vertices()));
        }
        return *options.k;
    }

    [[nodiscard]] bool closed() const { return lower_ >= state_.cost() - ties_.slack; }
    [[nodiscard]] bool bounded() const { return k_ < ties_.size(); }

    void report() {
        auto const constant = given_->constant_cost();
        control_.report(constant + static_cast<double>(lower_) * ties_.unit,
                        constant + static_cast<double>(state_.cost()) * ties_.unit, nodes_);
    }

    // Two camps at most are a matter of their own, with more cycles to prove them by.
    [[nodiscard]] camps_result two_camps() const {
        frustration_options options;
        options.time_limit = options_->time_limit;
        options.node_limit = options_->node_limit;
        options.rounds = options_->rounds;
        options.seed = options_->seed;
        options.progress = options_->progress;
        auto found = frustration_search(*given_, options).run();
        camps_result r;
        take_camps(r, {found.camp.begin(), found.camp.end()});
        r.lower = found.lower;
        r.upper = found.upper;
        r.exact = found.exact;
        r.packing = std::move(found.packing);
        r.packed = found.packed;
        r.nodes = found.nodes;
        r.seconds = found.seconds;
        r.stopped = found.stopped;
        r.ties = found.ties;
        return r;
    }

    void improve() {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(2 * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < 4 && !control_.stop(); ++round, ++rounds_) {
            auto const before = state_.cost();
            state_.descend_from_all();
            improve_camps_by_contraction(ties_, state_, k_, random_);
            for (std::size_t i = 0; i < tries && state_.cost() > 0; ++i) {
                if (i % 256 == 0 && control_.stop()) break;
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
            stalled = gained > ties_.slack ? 0 : stalled + 1;
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

    // The bound holds for any number of camps; branching proves it only where that number is free.
    void solve_program() {
        auto target = state_.cost();
        auto free = camp_moves(ties_, std::max<std::size_t>(1, ties_.size()));
        free.assign(state_.camp());
        auto const offer = [&](std::vector<double> const& x) {
            auto tried = free;
            tried.assign(components_kept(x));
            tried.descend_from_all();
            if (tried.cost() < free.cost()) free = std::move(tried);
            if (!bounded() && free.cost() < state_.cost()) state_.assign(free.camp());
            target = free.cost();
            report();
            return target;
        };
        covering_search search(ties_, false, target, offer, {options_->node_limit, most_entries}, random_, control_);
        std::vector<cycle_cut> start;
        for (auto const& cycle : packing_.cycles) start.push_back({cycle.vertices, cycle.ties});
        search.solve_root(std::move(start));
        take_bounds(search);
        if (closed() || options_->node_limit == 0) return;
        search.branch();
        take_bounds(search);
    }
    void take_bounds(covering_search const& search) {
        lower_ = std::max(lower_, search.lower());
        nodes_ = search.nodes();
        auto const& found = search.packing();
        if (static_cast<double>(found.total) / static_cast<double>(found.scale) >
            static_cast<double>(packing_.total) / static_cast<double>(packing_.scale)) {
            packing_ = found;
        }
    }
    // Components of the positive ties that are less than half chosen.
    [[nodiscard]] std::vector<std::uint32_t> components_kept(std::vector<double> const& x) const {
        std::vector<std::uint32_t> camp(ties_.size(), UINT32_MAX);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < ties_.size(); ++root) {
            if (camp[root] != UINT32_MAX) continue;
            camp[root] = root;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const& a : ties_.row(v)) {
                    if (a.weight < 0 || x[a.tie] >= 0.5 || camp[a.head] != UINT32_MAX) continue;
                    camp[a.head] = root;
                    stack.push_back(a.head);
                }
            }
        }
        return camp;
    }

    void enumerate() {
        camp_enumeration all(ties_, k_, state_.cost(), 20 * options_->node_limit, control_);
        auto const complete = all.run();
        nodes_ += all.nodes();
        if (!all.found().empty()) state_.assign(all.found());
        if (complete) lower_ = state_.cost();
    }

    // The camps and the ties against them; returns what those weigh.
    double take_camps(camps_result& r, std::vector<std::uint32_t> const& camp) const {
        double against = 0;
        r.camp = number_camps(camp, r.camps);
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto a = given_->first_arc(v); a < given_->first_arc(v + 1); ++a) {
                auto const u = neighbour_in(given_->word(a));
                if (u < v || (r.camp[u] == r.camp[v]) != negative_in(given_->word(a))) continue;
                against += given_->magnitude(a);
                r.against.push_back(given_->edge_of(a));
            }
        }
        return against;
    }

    camps_result result() {
        camps_result r;
        auto const constant = given_->constant_cost();
        r.upper = take_camps(r, state_.camp()) + constant;
        r.lower = std::min(r.upper, constant + static_cast<double>(lower_) * ties_.unit);
        r.exact = ties_.proven(lower_, state_.cost(), r.lower, r.upper);
        if (r.exact) r.lower = r.upper;
        std::vector<packed_cycle> cycles;
        for (auto& c : packing_.cycles) {
            cycles.push_back(
                {std::move(c.vertices), static_cast<double>(c.amount) / static_cast<double>(packing_.scale)});
        }
        r.packing = as_packing(*given_, ties_, std::move(cycles));
        for (auto const& c : r.packing) r.packed += c.weight;
        r.nodes = nodes_;
        r.seconds = control_.seconds();
        r.stopped = r.exact ? stop_reason::proven : control_.reason();
        r.ties = given_->report();
        return r;
    }

    signed_graph const* given_;
    camps_options const* options_;
    std::size_t k_;
    weighted_ties ties_;
    camp_moves state_;
    random_source random_;
    search_control control_;
    scaled_packing packing_{};
    std::int64_t lower_ = 0;
    std::size_t nodes_ = 0;
    std::size_t rounds_ = 0;
};

} // namespace geostance::detail
