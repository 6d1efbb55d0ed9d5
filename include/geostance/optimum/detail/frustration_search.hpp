// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the frustration index: block by block, each vertex on the side that its ties to others demand.
#pragma once

#include <geostance/optimum/detail/block_search.hpp>
#include <geostance/optimum/detail/divided_search.hpp>
#include <geostance/optimum/frustration_options.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class frustration_search {
public:
    frustration_search(signed_graph const& g, frustration_options const& options)
        : given_(&g), options_(&options), search_(g, options, reduction::follows::anyone), next_(g.num_vertices()) {}

    frustration_result run() {
        search_.run([&](block const& b, std::size_t nodes, auto& random, auto& control, auto report) {
            block_search best(b.ties, *options_, nodes, random, control, report);
            best.search();
            for (auto const& [u, v] : b.ties.ends) {
                auto const apart = best.side()[u] != best.side()[v];
                next_[b.vertices[u]].emplace_back(b.vertices[v], apart);
                next_[b.vertices[v]].emplace_back(b.vertices[u], apart);
            }
            return best;
        });
        frustration_result r;
        r.camp = sides_in_order(sides());
        search_.conclude(r, cost_of(r.camp), search_.ties().cost({r.camp.begin(), r.camp.end()}));
        return r;
    }

private:
    // Sides by the ties that are left, and then of the vertices that were joined.
    [[nodiscard]] std::vector<std::uint32_t> sides() {
        std::vector<std::uint32_t> side(search_.ties().size(), 2);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < search_.ties().size(); ++root) {
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
        search_.lead_back(side, 2);
        return side;
    }

    // The lowest vertex of each component is on side 0.
    [[nodiscard]] std::vector<std::uint8_t> sides_in_order(std::vector<std::uint32_t> const& side) const {
        std::vector<std::uint8_t> camp(given_->num_vertices(), 2);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t root = 0; root < given_->num_vertices(); ++root) {
            if (camp[root] != 2) continue;
            camp[root] = 0;
            stack.push_back(root);
            while (!stack.empty()) {
                auto const v = stack.back();
                stack.pop_back();
                for (auto const word : row_of(*given_, v)) {
                    auto const u = neighbour_in(word);
                    if (camp[u] != 2) continue;
                    camp[u] = static_cast<std::uint8_t>(side[u] ^ side[root]);
                    stack.push_back(u);
                }
            }
        }
        return camp;
    }

    [[nodiscard]] wide_sum cost_of(std::vector<std::uint8_t> const& camp) const {
        wide_sum total;
        for (std::uint32_t v = 0; v < given_->num_vertices(); ++v) {
            for (auto a = given_->first_arc(v); a < given_->first_arc(v + 1); ++a) {
                auto const u = given_->neighbour(a);
                if (u > v && (camp[u] != camp[v]) != given_->is_negative(a)) total += given_->magnitude(a);
            }
        }
        return total;
    }

    signed_graph const* given_;
    frustration_options const* options_;
    divided_search<frustration_options> search_;
    std::vector<std::vector<std::pair<std::uint32_t, bool>>> next_; // by ties searched: neighbours, and whether apart
};

} // namespace geostance::detail
