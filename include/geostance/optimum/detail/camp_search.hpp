// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps, however many or at most k: block by block, the camps of each named after those that it shares
/// a vertex with.
#pragma once

#include <geostance/optimum/camps_options.hpp>
#include <geostance/optimum/detail/camp_block_search.hpp>
#include <geostance/optimum/detail/divided_search.hpp>
#include <geostance/optimum/detail/frustration_search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_search {
public:
    camp_search(signed_graph const& g, camps_options const& options)
        : given_(&g), options_(&options), k_(checked_k(g, options)), blocks_of_(g.num_vertices()) {}

    camps_result run() {
        if (k_ == 2) return two_camps();
        divided_search search(*given_, *options_, reduction::follows::friends);
        search.run([&](block const& b, std::size_t nodes, auto& random, auto& control, auto report) {
            camp_block_search best(b.ties, std::min(k_, b.vertices.size()), *options_, nodes, random, control, report);
            best.search();
            for (auto const v : b.vertices) blocks_of_[v].push_back(blocks_.size());
            blocks_.push_back({b.vertices, best.camp()});
            return best;
        });
        auto camp = put_together();
        search.lead_back(camp, k_);
        camps_result r;
        auto const cost = take_camps(r, camp);
        search.conclude(r, cost, search.ties().cost(r.camp));
        return r;
    }

private:
    struct camps_of_block {
        std::vector<std::uint32_t> vertices;
        std::vector<std::uint32_t> camp; // numbered within the block
    };
    static constexpr auto none = UINT32_MAX;

    static std::size_t checked_k(signed_graph const& g, camps_options const& options) {
        if (!options.k) return std::max<std::size_t>(1, g.num_vertices());
        if (*options.k == 0 || *options.k > g.num_vertices()) {
            throw invalid_value("options.k", std::to_string(*options.k),
                                "a number of camps from 1 to " + std::to_string(g.num_vertices()));
        }
        return *options.k;
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

    // Any camps of one block can be called by other names, so blocks that share a vertex always agree.
    std::vector<std::uint32_t> put_together() {
        std::vector<std::uint32_t> camp(given_->num_vertices(), none);
        std::vector<bool> is_named(blocks_.size());
        std::vector<std::uint32_t> stack;
        std::uint32_t fresh = 0;
        for (std::uint32_t root = 0; root < camp.size(); ++root) {
            if (camp[root] != none) continue;
            camp[root] = options_->k ? 0 : fresh++;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const i : blocks_of_[v]) {
                    if (is_named[i]) continue;
                    is_named[i] = true;
                    name_camps(blocks_[i], v, camp, fresh);
                    for (auto const u : blocks_[i].vertices)
                        if (u != v) stack.push_back(u);
                }
            }
        }
        return camp;
    }
    // Names the camps of a block, of which v's has a name: the others after 0, 1, ... where the number is bounded, else
    // by fresh ones.
    void name_camps(camps_of_block const& b, std::uint32_t v, std::vector<std::uint32_t>& camp, std::uint32_t& fresh) {
        std::vector<std::uint32_t> name(*std::max_element(b.camp.begin(), b.camp.end()) + std::size_t{1}, none);
        auto const at = std::lower_bound(b.vertices.begin(), b.vertices.end(), v) - b.vertices.begin();
        auto const given = camp[v];
        name[b.camp[static_cast<std::size_t>(at)]] = given;
        std::uint32_t lowest = 0;
        auto& next = options_->k ? lowest : fresh;
        for (std::size_t i = 0; i < b.camp.size(); ++i) {
            auto& mine = name[b.camp[i]];
            if (mine == none && next == given) ++next;
            if (mine == none) mine = next++;
            camp[b.vertices[i]] = mine;
        }
    }

    // The camps and the ties against them; returns what those weigh.
    wide_sum take_camps(camps_result& r, std::vector<std::uint32_t> const& camp) const {
        wide_sum against;
        r.camp = number_camps(camp, r.camps);
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto a = given_->first_arc(v); a < given_->first_arc(v + 1); ++a) {
                auto const u = given_->neighbour(a);
                if (u < v || (r.camp[u] == r.camp[v]) != given_->is_negative(a)) continue;
                against += given_->magnitude(a);
                r.against.push_back(given_->edge_of(a));
            }
        }
        return against;
    }

    signed_graph const* given_;
    camps_options const* options_;
    std::size_t k_;
    std::vector<camps_of_block> blocks_{};
    std::vector<std::vector<std::size_t>> blocks_of_; // by vertex
};

} // namespace geostance::detail
