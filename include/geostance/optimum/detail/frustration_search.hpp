// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the frustration index: block by block; each vertex ends on the side that its ties demand.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/block_search.hpp>
#include <geostance/optimum/detail/cycle_packing.hpp>
#include <geostance/optimum/detail/divided_search.hpp>
#include <geostance/optimum/detail/switching.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/detail/flood.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class frustration_search {
public:
    frustration_search(signed_graph const& g, search_options const& options, search_control& control)
        : given_(&g), options_(&options), control_(control), colouring_(colour_breadth_first(g)),
          search_(g, options, reduction::follows::anyone, control, colouring_.against == 0), next_(g.num_vertices()) {}

    bounds run() {
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
        if (colouring_.against == 0) // balanced networks need no search
            return search_.conclude({colouring_.colour.begin(), colouring_.colour.end()});
        return search_.conclude(sides_in_order(search_.is_divided() ? sides() : sides_in_haste()));
    }

private:
    // Those of the check, improved by single moves, with triangles as a bound.
    [[nodiscard]] std::vector<std::uint32_t> sides_in_haste() {
        switching state(search_.ties());
        state.assign({colouring_.colour.begin(), colouring_.colour.end()});
        state.descend_from_all();
        search_.pack_in_haste(room_for_two_camps(search_.ties(), state.side()));
        return state.side();
    }

    // Sides by the ties that are left, and then of the vertices that were joined.
    [[nodiscard]] std::vector<std::uint32_t> sides() {
        std::vector<std::uint32_t> side(search_.ties().size(), 2);
        auto const begin = [&](std::uint32_t root) {
            if (side[root] != 2) return false;
            side[root] = 0;
            return true;
        };
        flood(search_.ties().size(), begin, [&](std::uint32_t v, std::vector<std::uint32_t>& reached) {
            for (auto const& [u, apart] : next_[v]) {
                if (side[u] != 2) continue;
                side[u] = side[v] ^ (apart ? 1U : 0U);
                reached.push_back(u);
            }
        });
        search_.lead_back(side, 2);
        return side;
    }

    // The lowest vertex of each component is on side 0.
    [[nodiscard]] camp_assignment sides_in_order(std::vector<std::uint32_t> const& side) const {
        camp_assignment camp(given_->num_vertices(), 2);
        std::uint32_t lowest = 0;
        auto const begin = [&](std::uint32_t root) {
            if (camp[root] != 2) return false;
            camp[root] = 0;
            lowest = root;
            return true;
        };
        flood(given_->num_vertices(), begin, [&](std::uint32_t v, std::vector<std::uint32_t>& reached) {
            for (auto const word : row_of(*given_, v)) {
                auto const u = neighbour_in(word);
                if (camp[u] != 2) continue;
                camp[u] = side[u] ^ side[lowest];
                reached.push_back(u);
            }
        });
        return camp;
    }

    signed_graph const* given_;
    search_options const* options_;
    search_control& control_;
    two_colouring colouring_;
    divided_search search_;
    std::vector<std::vector<std::pair<std::uint32_t, bool>>> next_; // by ties searched: neighbours, and whether apart
};

} // namespace geostance::detail
