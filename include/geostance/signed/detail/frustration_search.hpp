// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the frustration index: camps from above, cycles from below, until they meet or a limit is reached.
#pragma once

#include <geostance/signed/detail/covering_search.hpp>
#include <geostance/signed/detail/cycle_packing.hpp>
#include <geostance/signed/detail/search_control.hpp>
#include <geostance/signed/detail/switching.hpp>
#include <geostance/signed/detail/weighted_ties.hpp>
#include <geostance/signed/frustration_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

// Sides along the tree of the ties least chosen, so that the ties chosen are as far as possible those against.
inline std::vector<std::uint32_t> sides_along_tree(weighted_ties const& g, std::vector<double> const& chosen) {
    std::vector<std::uint32_t> order(g.ends.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return chosen[a] < chosen[b]; });
    std::vector<std::uint32_t> parent(g.size());
    std::vector<std::uint32_t> parity(g.size());
    std::iota(parent.begin(), parent.end(), 0U);
    auto const find = [&](std::uint32_t v) {
        while (parent[v] != v) {
            parity[v] ^= parity[parent[v]];
            parent[v] = parent[parent[v]];
            v = parent[v];
        }
        return v;
    };
    auto const side = [&](std::uint32_t v) {
        std::uint32_t odd = 0;
        for (; parent[v] != v; v = parent[v]) odd ^= parity[v];
        return odd;
    };
    for (auto const t : order) {
        auto const [u, v] = g.ends[t];
        auto const a = find(u);
        auto const b = find(v);
        if (a == b) continue;
        parity[a] = side(u) ^ side(v) ^ (g.weight[t] < 0 ? 1U : 0U);
        parent[a] = b;
    }
    std::vector<std::uint32_t> sides(g.size());
    for (std::uint32_t v = 0; v < g.size(); ++v) sides[v] = side(v);
    return sides;
}

// A packing in the weights that were given, together with the cycles of one or two edges.
inline std::vector<packed_cycle> as_packing(signed_graph const& g, weighted_ties const& ties, scaled_packing found) {
    std::vector<packed_cycle> result;
    for (auto const& c : g.constant_cycles()) {
        result.push_back({c.u == c.v ? std::vector{c.u} : std::vector{c.u, c.v}, c.weight});
    }
    auto const unit = ties.unit / static_cast<double>(found.scale);
    for (auto& c : found.cycles) result.push_back({std::move(c.vertices), static_cast<double>(c.amount) * unit});
    return result;
}

class frustration_search {
public:
    frustration_search(signed_graph const& g, frustration_options const& options)
        : given_(&g), options_(&options), ties_(with_whole_weights(g)), state_(ties_), random_(options.seed),
          control_((check_search_options(options), options.time_limit), options.progress) {}

    frustration_result run() {
        search();
        return result();
    }
    void search() {
        state_.descend_from_all();
        if (ties_.ends.size() < quickly_packed) pack();
        if (!closed()) improve(5);
        if (!closed()) pack();
        if (!closed() && worth_a_program()) solve_program();
        while (!closed() && rounds_ < options_->rounds && !control_.stop()) {
            improve(3);
            pack();
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& side() const noexcept { return state_.side(); }
    [[nodiscard]] std::int64_t lower() const noexcept { return lower_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }
    [[nodiscard]] scaled_packing const& packing() const noexcept { return packing_; }

private:
    // Tableaux above this size take longer than they are worth.
    static constexpr std::size_t most_entries = 6'000'000;
    // Below this size, packing may well prove the first camps found to be the best.
    static constexpr std::size_t quickly_packed = 2000;

    [[nodiscard]] bool closed() const { return lower_ >= upper() - ties_.slack; }
    [[nodiscard]] std::int64_t upper() const { return state_.cost(); }

    void report() {
        auto const constant = given_->constant_cost();
        control_.report(constant + static_cast<double>(lower_) * ties_.unit,
                        constant + static_cast<double>(upper()) * ties_.unit, nodes_);
    }

    // Some rounds of contraction and of moving random groups, fewer where nothing is gained.
    void improve(std::size_t rounds) {
        if (ties_.size() == 0) return;
        auto const tries = std::clamp<std::size_t>(2 * ties_.size(), 200, 50000);
        for (std::size_t round = 0; round < rounds && !control_.stop(); ++round, ++rounds_) {
            auto const before = upper();
            improve_by_contraction(ties_, state_, random_);
            for (std::size_t i = 0; i < tries && upper() > 0; ++i) {
                if (i % 256 == 0 && control_.stop()) break;
                state_.try_group(random_);
            }
            report();
            // The lower bound gets most of the time.
            if (upper() == before || (!packer_ && control_.seconds() > options_->time_limit / 3)) break;
        }
    }

    // Packs cycles anew where the camps are better than those of the packing at hand, and goes on rerouting that.
    void pack() {
        if (!packer_ || packed_for_ > upper()) {
            packer_.emplace(ties_, room_for_two_camps(ties_, state_.side()));
            packed_for_ = upper();
            packer_total_ = packer_->pack(random_, control_);
            take_packing();
        }
        for (std::size_t stalled = 0; stalled < 3 && !closed() && !control_.stop();) {
            auto const gained = packer_->reroute(random_, 20, control_);
            packer_total_ += gained;
            stalled = gained > 0 ? 0 : stalled + 1;
            if (gained > 0) take_packing();
        }
    }
    void take_packing() {
        if (static_cast<double>(packer_total_) > packed() || packing_.cycles.empty()) {
            packing_ = {packer_->cycles(), 1, packer_total_};
            lower_ = std::max(lower_, packer_total_);
        }
        report();
    }

    [[nodiscard]] bool worth_a_program() const {
        std::size_t against = 0;
        for (std::size_t t = 0; t < ties_.ends.size(); ++t) {
            auto const [u, v] = ties_.ends[t];
            against += (state_.side()[u] == state_.side()[v]) != (ties_.weight[t] > 0) ? 1U : 0U;
        }
        return against * ties_.ends.size() < most_entries;
    }

    void solve_program() {
        auto const seen = switched(ties_, state_.side());
        auto const origin = state_.side();
        auto const offer = [&](std::vector<double> const& x) {
            auto sides = sides_along_tree(seen, x);
            for (std::size_t v = 0; v < sides.size(); ++v) sides[v] ^= origin[v];
            offer_sides(sides);
            report();
            return upper();
        };
        covering_search program(seen, true, upper(), offer, {options_->node_limit, most_entries}, random_, control_);
        std::vector<cycle_cut> start;
        for (auto const& cycle : packing_.cycles) start.push_back({cycle.vertices, cycle.ties});
        program.solve_root(std::move(start));
        take_bounds(program);
        if (closed() || options_->node_limit == 0) return;
        program.branch();
        take_bounds(program);
    }
    void take_bounds(covering_search const& program) {
        lower_ = std::max(lower_, program.lower());
        nodes_ = program.nodes();
        auto const& found = program.packing();
        if (static_cast<double>(found.total) / static_cast<double>(found.scale) > packed()) packing_ = found;
    }
    [[nodiscard]] double packed() const {
        return static_cast<double>(packing_.total) / static_cast<double>(packing_.scale);
    }
    // Takes sides and improves them, if that is better than what is known.
    void offer_sides(std::vector<std::uint32_t> const& sides) {
        auto const before = state_;
        state_.assign(sides);
        if (state_.cost() >= before.cost()) state_ = before;
    }

    // The lowest vertex of each component is on side 0.
    [[nodiscard]] std::vector<std::uint8_t> sides_in_order() const {
        std::vector<std::uint8_t> camp(ties_.size(), 2);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < ties_.size(); ++root) {
            if (camp[root] != 2) continue;
            camp[root] = 0;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const& a : ties_.row(v)) {
                    if (camp[a.head] != 2) continue;
                    camp[a.head] = static_cast<std::uint8_t>(state_.side()[a.head] ^ state_.side()[root]);
                    stack.push_back(a.head);
                }
            }
        }
        return camp;
    }

    frustration_result result() {
        frustration_result r;
        auto const constant = given_->constant_cost();
        r.camp = sides_in_order();
        r.upper = constant + cost_of(r.camp);
        r.exact = closed();
        r.lower = r.exact ? r.upper : std::min(r.upper, constant + static_cast<double>(lower_) * ties_.unit);
        r.packing = as_packing(*given_, ties_, std::move(packing_));
        for (auto const& c : r.packing) r.packed += c.weight;
        r.nodes = nodes_;
        r.seconds = control_.seconds();
        r.stopped = r.exact ? stop_reason::proven : control_.reason();
        if (!r.exact && !control_.stopped() && options_->node_limit > 0 && nodes_ > options_->node_limit) {
            r.stopped = stop_reason::node_limit;
        }
        r.ties = given_->report();
        return r;
    }
    [[nodiscard]] double cost_of(std::vector<std::uint8_t> const& camp) const {
        double total = 0;
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto a = given_->first_arc(v); a < given_->first_arc(v + 1); ++a) {
                auto const u = neighbour_in(given_->word(a));
                if (u > v && (camp[u] != camp[v]) != negative_in(given_->word(a))) total += given_->magnitude(a);
            }
        }
        return total;
    }

    signed_graph const* given_;
    frustration_options const* options_;
    weighted_ties ties_;
    switching state_;
    random_source random_;
    search_control control_;
    std::optional<cycle_packer> packer_{};
    std::int64_t packed_for_ = 0; // the cost of the camps that the packer works for
    std::int64_t packer_total_ = 0;
    scaled_packing packing_{};
    std::int64_t lower_ = 0;
    std::size_t nodes_ = 0;
    std::size_t rounds_ = 0;
};

} // namespace geostance::detail
