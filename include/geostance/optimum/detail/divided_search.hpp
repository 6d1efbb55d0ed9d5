// SPDX-License-Identifier: BSL-1.0
/// @file
/// The common part of the searches for two camps and for many: it reduces the graph, has each block searched, and
/// combines the bounds and cycles of the blocks.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/blocks.hpp>
#include <geostance/optimum/detail/cycle_list.hpp>
#include <geostance/optimum/detail/reduction.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/detail/wide_search.hpp>
#include <geostance/optimum/dual_bound.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/detail/wide_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

class divided_search {
public:
    /// If `is_settled`, the camps are known to leave no tie against them, and nothing is searched.
    divided_search(signed_graph const& g, search_options const& options, reduction::follows whom,
                   search_control& control, bool is_settled)
        : given_(&g), options_(&options), control_(control), ties_(weigh(is_settled)),
          reduced_(ties_, whom, clock_watch::that_stops(control, control.at_share(0.6))), random_(options.seed) {}

    /// Calls search(block, node limit, random, control, report) for each block. It returns an object with lower(),
    /// upper(), nodes() and packing() of the block.
    template <class Search>
    void run(Search search) {
        auto divided = find_blocks();
        if (!divided) return;
        reduced_.forget_ties(); // the blocks have them
        is_divided_ = true;
        auto& blocks = *divided;
        packing_ = reduced_.cancelled();
        lower_ = upper_ = reduced_.offset();
        double left = 0; // to search, in ties
        for (auto const& b : blocks) {
            pending_ += hostility(b);
            left += static_cast<double>(b.tie_of.size());
        }
        for (auto& b : blocks) {
            pending_ -= hostility(b);
            auto const size = static_cast<double>(b.tie_of.size());
            control_.begin_turn(size / left);
            left -= size;
            auto const report = [&](std::int64_t lower, std::int64_t upper, std::size_t nodes) {
                this->report(lower * b.scale, upper * b.scale, nodes);
            };
            auto const nodes_left = options_->node_limit - std::min(nodes_, options_->node_limit);
            auto const found = search(b, nodes_left, random_, control_, report);
            upper_ += found.upper() * b.scale;
            lower_ += found.lower() * b.scale;
            nodes_ += found.nodes();
            take_dual(b, found.dual());
            b.ties.arcs = std::vector<arc>(); // not needed any more, and most of the memory
            take_packing(b, found.packing());
        }
    }

    [[nodiscard]] weighted_ties const& ties() const noexcept { return ties_; }
    /// Whether there was time to search any part. Otherwise there is but take_in_haste().
    [[nodiscard]] bool is_divided() const noexcept { return is_divided_; }
    /// Until when that may be sought.
    [[nodiscard]] clock_watch haste() const { return {control_, control_.in_haste()}; }
    /// Takes cycles of given ties that share none as the bound of a network that was not searched.
    void take_in_haste(std::vector<packed_cycle> cycles) {
        for (auto const& c : cycles) found_in_haste_ += c.weight;
        packing_ = std::move(cycles);
    }
    /// Gives the vertices that were joined their camps; the others have one. In a small network this also settles what
    /// the rounding of weights left open.
    void lead_back(std::vector<std::uint32_t>& camp, std::size_t k) {
        reduced_.lead_back(camp);
        if (ties_.is_rounded) is_settled_ = search_wide(*given_, k, options_->node_limit, control_, camp);
    }

    /// What was found: camps, numbered in the order of their lowest vertices, and what proves them.
    bounds conclude(camp_assignment camp) {
        bounds r;
        auto const cost = take_camps(r, std::move(camp));
        wide_sum constant;
        for (auto const& c : given_->constant_cycles()) constant += c.weight;
        r.upper = (constant + cost).nearest();
        r.exact = is_settled_ || meets(cost, r.camp);
        r.lower = r.exact ? r.upper : std::min(r.upper, (constant + searched()).below());
        for (auto const& c : given_->constant_cycles())
            r.packing.push_back({c.u == c.v ? std::vector{c.u} : std::vector{c.u, c.v}, c.weight});
        for (auto& c : packing_) r.packing.push_back({std::move(c.vertices), c.weight * unit()});
        for (auto const& c : r.packing) r.packed += c.weight;
        r.dual = std::move(dual_);
        r.nodes = nodes_;
        r.seconds = control_.seconds();
        r.stopped = r.exact ? stop_reason::proven : control_.reason();
        if (!r.exact && !control_.stopped() && options_->node_limit > 0 && nodes_ > options_->node_limit)
            r.stopped = stop_reason::node_limit;
        r.ties = given_->report();
        return r;
    }

private:
    /// The ties with whole weights; none where there are none to be searched, or no time.
    [[nodiscard]] weighted_ties weigh(bool is_settled) {
        is_weighed_ = true;
        if (is_settled) return {};
        auto found = whole_weights_in_time(*given_, clock_watch::that_stops(control_, control_.at_share(0.4)));
        is_weighed_ = found.has_value();
        return is_weighed_ ? *std::move(found) : weighted_ties();
    }
    /// The blocks, or none where there is no time to search any. A network that was settled has none to be searched.
    [[nodiscard]] std::optional<std::vector<block>> find_blocks() {
        if (!is_weighed_ || reduced_.is_given_up()) {
            control_.give_up();
            return {};
        }
        if (!has_time_for_blocks()) return {};
        auto result = blocks_in_time(ties_, reduced_, clock_watch::that_stops(control_, control_.at_share(0.75)));
        if (!result) control_.give_up();
        control_.took(control_.seconds(), ties_.ends.size());
        return result;
    }

    /// What a weight of the cycles stands for: those found in haste are weighed as given.
    [[nodiscard]] double unit() const noexcept { return is_divided_ ? ties_.unit : 1; }

    /// Whether the lower bound is the cost of camps.
    [[nodiscard]] bool meets(wide_sum const& cost, camp_assignment const& camp) const {
        if (!is_divided_) return found_in_haste_ >= cost;
        return ties_.is_rounded ? is_nearly(cost.nearest()) : lower_ >= ties_.cost(camp);
    }

    /// Sets the camps and the ties against them; returns the weight of those ties.
    wide_sum take_camps(bounds& result, camp_assignment camp) const {
        wide_sum against;
        result.camp = std::move(camp);
        for (auto const c : result.camp) result.camps = std::max<std::size_t>(result.camps, c + std::size_t{1});
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto a = given_->first_arc(v); a < given_->first_arc(v + 1); ++a) {
                auto const u = given_->neighbour(a);
                if (u < v || (result.camp[u] == result.camp[v]) != given_->is_negative(a)) continue;
                if (given_->is_weighted()) against += given_->magnitude(a);
                result.against.push_back(given_->edge_of(a));
            }
        }
        if (!given_->is_weighted()) against += static_cast<double>(result.against.size());
        return against;
    }

    /// The lower bound of what was searched.
    [[nodiscard]] wide_sum searched() const {
        if (!is_divided_) return found_in_haste_;
        auto const high = lower_ >> 32;
        wide_sum result(static_cast<double>(high) * 0x1p32 * ties_.unit);
        return result += static_cast<double>(lower_ - high * (std::int64_t{1} << 32)) * ties_.unit;
    }
    /// Whether the lower bound is so near to a cost that only the rounding of weights keeps them apart.
    [[nodiscard]] bool is_nearly(double cost) const { return cost - searched().below() <= 1e-9 * cost; }

    /// Finding the blocks takes about as long as reducing did.
    [[nodiscard]] bool has_time_for_blocks() {
        std::size_t left = 0;
        reduced_.for_each_tie([&](auto...) { ++left; });
        if (left == 0) return true;
        if (control_.stop()) return false;
        if (left < ties_.ends.size() / 4 || control_.seconds() < 0.6 * options_->time_limit) return true;
        control_.give_up();
        return false;
    }

    /// The cost of one camp with all vertices.
    static std::int64_t hostility(block const& b) {
        std::int64_t total = 0;
        for (auto const w : b.ties.weight) total += w < 0 ? -w * b.scale : 0;
        return total;
    }

    void report(std::int64_t lower, std::int64_t upper, std::size_t nodes) {
        auto const constant = given_->constant_cost();
        control_.report(constant + static_cast<double>(lower_ + lower) * ties_.unit,
                        constant + static_cast<double>(upper_ + upper + pending_) * ties_.unit, nodes_ + nodes);
    }

    /// The numbers of a block prove a bound for the network if the block has all ties between its vertices.
    void take_dual(block const& b, dual_bound numbers) {
        if (numbers.y.empty() ||
            !std::all_of(b.tie_of.begin(), b.tie_of.end(), [&](std::uint32_t t) { return reduced_.is_as_given(t); })) {
            return;
        }
        std::size_t among = 0;
        for (auto const& [u, v] : ties_.ends) {
            auto const is_mine = [&](std::uint32_t x) {
                return std::binary_search(b.vertices.begin(), b.vertices.end(), x);
            };
            among += is_mine(u) && is_mine(v) ? 1U : 0U;
        }
        if (among != b.tie_of.size()) return;
        numbers.vertices = b.vertices;
        auto const unit = static_cast<double>(b.scale) * ties_.unit;
        for (auto& each : numbers.y) each *= unit;
        for (auto& each : numbers.z) each *= unit;
        dual_.push_back(std::move(numbers));
    }

    void take_packing(block const& b, scaled_packing const& found) {
        auto const unit = static_cast<double>(b.scale) / static_cast<double>(found.scale);
        for (std::size_t c = 0; c < found.cycles.size(); ++c) {
            auto const ties = found.cycles.ties(c);
            auto const vertices = vertices_along(b.ties, ties);
            std::vector<reduction::step> steps;
            for (std::size_t i = 0; i < ties.size(); ++i)
                steps.push_back({b.tie_of[ties[i]], b.ties.ends[ties[i]].first != vertices[i]});
            reduced_.lead_back(steps, unit * static_cast<double>(found.cycles.amount(c)), packing_);
        }
    }

    signed_graph const* given_;
    search_options const* options_;
    search_control& control_;
    bool is_weighed_ = false;
    weighted_ties ties_;
    reduction reduced_;
    random_source random_;
    std::vector<packed_cycle> packing_{}; // in whole weights
    std::vector<dual_bound> dual_{};
    wide_sum found_in_haste_{};
    std::int64_t lower_ = 0;
    std::int64_t upper_ = 0;
    bool is_divided_ = false;
    std::int64_t pending_ = 0; // what the blocks not searched yet cost at most
    std::size_t nodes_ = 0;
    bool is_settled_ = false; // the camps are the best ones, without any rounding
};

} // namespace geostance::detail
