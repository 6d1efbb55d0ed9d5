// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for camps, however many or at most k: block by block, the camps of each named after those that it shares
/// a vertex with.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/camp_block_search.hpp>
#include <geostance/optimum/detail/divided_search.hpp>
#include <geostance/optimum/detail/frustration_search.hpp>
#include <geostance/optimum/detail/hasty_bounds.hpp>
#include <geostance/signed/clusterability.hpp>
#include <geostance/signed/detail/flood.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geostance::detail {

class camp_search {
public:
    camp_search(signed_graph const& g, std::optional<std::size_t> k, search_options const& options,
                search_control& control)
        : given_(&g), options_(&options), control_(control), is_bounded_(k.has_value()), k_(checked_k(g, k)) {}

    bounds run() {
        // At most two camps are searched separately: more cycles can prove them.
        if (k_ == 2) return frustration_search(*given_, *options_, control_).run();
        auto const before = control_.seconds();
        auto friends = groups_of_friends();
        auto const is_settled = !is_bounded_ && fits(friends);
        std::size_t count = 0;
        auto const took = control_.seconds() - before;
        control_.keep_for_the_end(2 * took);
        divided_search search(*given_, *options_, reduction::follows::friends, control_, is_settled);
        if (is_settled) return search.conclude(number_camps(friends, count));
        search.run([&](block const& b, std::size_t nodes, auto& random, auto& control, auto report) {
            camp_block_search best(b.ties, std::min(k_, b.vertices.size()), *options_, nodes, random, control, report);
            best.search();
            blocks_.push_back({b.vertices, best.camp()});
            return best;
        });
        if (!search.is_divided()) {
            auto found = camps_in_haste(std::move(friends), took, search);
            return search.conclude(number_camps(found, count));
        }
        auto camp = put_together();
        search.lead_back(camp, k_);
        return search.conclude(number_camps(camp, count));
    }

private:
    struct camps_of_block {
        std::vector<std::uint32_t> vertices;
        std::vector<std::uint32_t> camp; // numbered within the block
    };
    static constexpr auto none = UINT32_MAX;

    static std::size_t checked_k(signed_graph const& g, std::optional<std::size_t> k) {
        if (!k) return std::max<std::size_t>(1, g.num_vertices());
        if (*k == 0 || *k > g.num_vertices())
            throw invalid_value("k", std::to_string(*k),
                                "a number of camps from 1 to " + std::to_string(g.num_vertices()));
        return *k;
    }

    /// The components of friendly ties.
    [[nodiscard]] camp_assignment groups_of_friends() const {
        camp_assignment label;
        label_positive_components(*given_, label);
        return label;
    }
    /// Whether no tie is against some camps.
    [[nodiscard]] bool fits(std::vector<std::uint32_t> const& camp) const {
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto const word : row_of(*given_, v))
                if ((camp[v] == camp[neighbour_in(word)]) == negative_in(word)) return false;
        }
        return true;
    }

    /// Two by a check of balance or, where more are allowed and it is better, groups of friends; improved by single
    /// moves, with short cycles as a bound. Finding the groups took so many seconds.
    [[nodiscard]] camp_assignment camps_in_haste(camp_assignment friends, double took, divided_search& search) const {
        if (k_ == 1) return camp_assignment(given_->num_vertices());
        auto camp = std::move(friends);
        if (is_bounded_ || 4 * took < control_.seconds_left()) { // the check and what both cost
            auto two = colour_breadth_first(*given_).colour;
            if (is_bounded_ || rough_cost(*given_, two) < rough_cost(*given_, camp)) camp = std::move(two);
        }
        settle_among_camps(*given_, camp, search.haste());
        search.take_in_haste(disjoint_cycles(*given_, nullptr, search.haste()).cycles());
        return camp;
    }

    /// Any camps of one block can be called by other names, so blocks that share a vertex always agree.
    std::vector<std::uint32_t> put_together() {
        blocks_of_.resize(given_->num_vertices());
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            for (auto const v : blocks_[b].vertices) blocks_of_[v].push_back(b);
        std::vector<std::uint32_t> camp(given_->num_vertices(), none);
        std::vector<bool> is_named(blocks_.size());
        std::uint32_t fresh = 0;
        auto const begin = [&](std::uint32_t root) {
            if (camp[root] != none) return false;
            camp[root] = is_bounded_ ? 0 : fresh++;
            return true;
        };
        flood(given_->num_vertices(), begin, [&](std::uint32_t v, std::vector<std::uint32_t>& reached) {
            for (auto const i : blocks_of_[v]) {
                if (is_named[i]) continue;
                is_named[i] = true;
                name_camps(blocks_[i], v, camp, fresh);
                for (auto const u : blocks_[i].vertices)
                    if (u != v) reached.push_back(u);
            }
        });
        return camp;
    }
    /// Names the camps of a block in which v's camp has a name already: the others get 0, 1, ... if the number of camps
    /// is bounded, and fresh names if not.
    void name_camps(camps_of_block const& b, std::uint32_t v, std::vector<std::uint32_t>& camp,
                    std::uint32_t& fresh) const {
        std::vector<std::uint32_t> name(*std::max_element(b.camp.begin(), b.camp.end()) + std::size_t{1}, none);
        auto const at = std::lower_bound(b.vertices.begin(), b.vertices.end(), v) - b.vertices.begin();
        auto const given = camp[v];
        name[b.camp[static_cast<std::size_t>(at)]] = given;
        std::uint32_t lowest = 0;
        auto& next = is_bounded_ ? lowest : fresh;
        for (std::size_t i = 0; i < b.camp.size(); ++i) {
            auto& mine = name[b.camp[i]];
            if (mine == none && next == given) ++next;
            if (mine == none) mine = next++;
            camp[b.vertices[i]] = mine;
        }
    }

    signed_graph const* given_;
    search_options const* options_;
    search_control& control_;
    bool is_bounded_; // the number of camps
    std::size_t k_;
    std::vector<camps_of_block> blocks_{};
    std::vector<std::vector<std::size_t>> blocks_of_{}; // by vertex
};

} // namespace geostance::detail
