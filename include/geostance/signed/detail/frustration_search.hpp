// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the frustration index: reduced, block by block, and put together again.
#pragma once

#include <geostance/signed/detail/block_search.hpp>
#include <geostance/signed/detail/blocks.hpp>
#include <geostance/signed/detail/reduction.hpp>
#include <geostance/signed/detail/search_control.hpp>
#include <geostance/signed/detail/weighted_ties.hpp>
#include <geostance/signed/frustration_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

// A packing in the weights that were given, from one in whole weights, together with the cycles of one or two edges.
inline std::vector<packed_cycle> as_packing(signed_graph const& g, weighted_ties const& ties,
                                            std::vector<packed_cycle> found) {
    std::vector<packed_cycle> result;
    for (auto const& c : g.constant_cycles()) {
        result.push_back({c.u == c.v ? std::vector{c.u} : std::vector{c.u, c.v}, c.weight});
    }
    for (auto& c : found) result.push_back({std::move(c.vertices), c.weight * ties.unit});
    return result;
}

class frustration_search {
public:
    frustration_search(signed_graph const& g, frustration_options const& options)
        : given_(&g), options_(&options), ties_(with_whole_weights(g, sum_bits)), reduced_(ties_),
          random_(options.seed), control_((check_search_options(options), options.time_limit), options.progress),
          next_(ties_.size()) {}

    frustration_result run() {
        packing_ = reduced_.cancelled();
        lower_ = upper_ = reduced_.offset();
        auto const blocks = blocks_of(ties_, reduced_);
        for (auto const& b : blocks) pending_ += hostility(b);
        for (auto const& b : blocks) search(b);
        return result();
    }

private:
    // What one camp of all would cost.
    static std::int64_t hostility(block const& b) {
        std::int64_t total = b.lost;
        for (auto const w : b.ties.weight) total += w < 0 ? -w * b.scale : 0;
        return total;
    }

    void search(block const& b) {
        pending_ -= hostility(b);
        auto const nodes_left = options_->node_limit - std::min(nodes_, options_->node_limit);
        block_search best(b.ties, *options_, nodes_left, random_, control_,
                          [&](std::int64_t lower, std::int64_t upper, std::size_t nodes) {
                              report(lower * b.scale, upper * b.scale + b.lost + pending_, nodes);
                          });
        best.search();
        upper_ += best.upper() * b.scale + b.lost;
        lower_ += best.lower() * b.scale;
        ties_.is_rounded = ties_.is_rounded || b.ties.is_rounded;
        nodes_ += best.nodes();
        for (auto const& [u, v] : b.ties.ends) {
            auto const apart = best.side()[u] != best.side()[v];
            next_[b.vertices[u]].emplace_back(b.vertices[v], apart);
            next_[b.vertices[v]].emplace_back(b.vertices[u], apart);
        }
        take_packing(b, best.packing());
    }
    void report(std::int64_t lower, std::int64_t upper, std::size_t nodes) {
        auto const constant = given_->constant_cost();
        control_.report(constant + static_cast<double>(lower_ + lower) * ties_.unit,
                        constant + static_cast<double>(upper_ + upper) * ties_.unit, nodes_ + nodes);
    }

    void take_packing(block const& b, scaled_packing const& found) {
        auto const unit = static_cast<double>(b.scale) / static_cast<double>(found.scale);
        for (auto const& c : found.cycles) {
            std::vector<reduction::step> steps;
            for (std::size_t i = 0; i < c.vertices.size(); ++i) {
                auto const from = c.vertices[i];
                auto const to = c.vertices[(i + 1) % c.vertices.size()];
                auto const t = *std::find_if(c.ties.begin(), c.ties.end(), [&](std::uint32_t tie) {
                    return b.ties.ends[tie] == std::pair(from, to) || b.ties.ends[tie] == std::pair(to, from);
                });
                steps.push_back({b.tie_of[t], b.ties.ends[t].first != from});
            }
            reduced_.lead_back(steps, unit * static_cast<double>(c.amount), packing_);
        }
    }

    // Sides by the ties that are left, and then of the vertices that were joined.
    [[nodiscard]] std::vector<std::uint32_t> sides() {
        std::vector<std::uint32_t> side(ties_.size(), 2);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < ties_.size(); ++root) {
            if (side[root] != 2) continue;
            side[root] = 0;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const& [u, apart] : next_[v]) {
                    if (side[u] != 2) continue;
                    side[u] = side[v] ^ (apart ? 1U : 0U);
                    stack.push_back(u);
                }
            }
        }
        reduced_.lead_back(side);
        return side;
    }

    // The lowest vertex of each component is on side 0.
    [[nodiscard]] std::vector<std::uint8_t> sides_in_order(std::vector<std::uint32_t> const& side) const {
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
                    camp[a.head] = static_cast<std::uint8_t>(side[a.head] ^ side[root]);
                    stack.push_back(a.head);
                }
            }
        }
        return camp;
    }

    frustration_result result() {
        frustration_result r;
        auto const constant = given_->constant_cost();
        r.camp = sides_in_order(sides());
        r.upper = constant + cost_of(r.camp);
        r.lower = std::min(r.upper, constant + static_cast<double>(lower_) * ties_.unit);
        r.exact = ties_.proven(lower_, upper_, r.lower, r.upper);
        if (r.exact) r.lower = r.upper;
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
    reduction reduced_;
    random_source random_;
    search_control control_;
    std::vector<packed_cycle> packing_{};                           // in whole weights
    std::vector<std::vector<std::pair<std::uint32_t, bool>>> next_; // by ties searched: neighbours, and whether apart
    std::int64_t lower_ = 0;
    std::int64_t upper_ = 0;
    std::int64_t pending_ = 0; // what the blocks not searched yet cost at most
    std::size_t nodes_ = 0;
};

} // namespace geostance::detail
