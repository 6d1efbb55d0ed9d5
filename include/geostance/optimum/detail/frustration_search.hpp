// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the frustration index: block by block; each vertex ends on the side that its ties demand.
#pragma once

#include <geostance/optimum/bounds.hpp>
#include <geostance/optimum/detail/block_search.hpp>
#include <geostance/optimum/detail/divided_search.hpp>
#include <geostance/optimum/detail/hasty_bounds.hpp>
#include <geostance/optimum/search_options.hpp>
#include <geostance/signed/detail/flood.hpp>
#include <geostance/signed/detail/parity_sets.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class frustration_search {
public:
    frustration_search(signed_graph const& g, search_options const& options, search_control& control)
        : given_(&g), options_(&options), colouring_(colour(g, control)),
          search_(g, options, reduction::follows::anyone, control, colouring_.against == 0) {}

    bounds run() {
        if (colouring_.against == 0) // balanced networks need no search
            return search_.conclude(std::move(colouring_.colour));
        sides_.grow(given_->num_vertices());
        search_.run([&](block const& b, std::size_t nodes, auto& random, auto& control, auto report) {
            colouring_.colour = {}; // for a network of which nothing is searched
            block_search best(b.ties, *options_, nodes, random, control, report);
            best.search();
            take_sides(b, best.side());
            return best;
        });
        return search_.conclude(sides_in_order(search_.is_divided() ? sides() : sides_in_haste()));
    }

private:
    /// The check, which takes about as long as putting the result together will.
    static two_colouring colour(signed_graph const& g, search_control& control) {
        auto const before = control.seconds();
        auto result = colour_breadth_first(g);
        control.keep_for_the_end(2 * (control.seconds() - before));
        return result;
    }

    /// Those of the check, improved by single moves, with short cycles as a bound.
    [[nodiscard]] camp_assignment sides_in_haste() {
        auto side = std::move(colouring_.colour);
        settle_on_sides(*given_, side, search_.haste());
        search_.take_in_haste(disjoint_cycles(*given_, &side, search_.haste()).cycles());
        return side;
    }

    /// Blocks that share a vertex always agree, as either side can be called the first.
    void take_sides(block const& b, std::vector<std::uint32_t> const& side) {
        for (std::size_t i = 1; i < b.vertices.size(); ++i) {
            auto const first = sides_.find_and_halve(b.vertices.front());
            auto const other = sides_.find_and_halve(b.vertices[i]);
            if (first.root == other.root) continue;
            sides_.unite(first.root, other.root, (first.apart != other.apart) != (side.front() != side[i]));
        }
    }
    /// Sides by the blocks, and then of the vertices that were joined.
    [[nodiscard]] std::vector<std::uint32_t> sides() {
        std::vector<std::uint32_t> side(given_->num_vertices());
        for (std::uint32_t v = 0; v < side.size(); ++v) side[v] = sides_.find(v).apart ? 1 : 0;
        search_.lead_back(side, 2);
        return side;
    }

    /// The lowest vertex of each component is on side 0.
    [[nodiscard]] camp_assignment sides_in_order(std::vector<std::uint32_t> const& side) const {
        if (colouring_.components == given_->report().isolated_vertices + 1) return with_lowest_first(side);
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

    /// The same where all vertices with ties are connected.
    [[nodiscard]] camp_assignment with_lowest_first(std::vector<std::uint32_t> const& side) const {
        std::uint32_t lowest = 0;
        while (given_->degree(lowest) == 0) ++lowest;
        camp_assignment camp(side.size());
        for (std::uint32_t v = 0; v < camp.size(); ++v) camp[v] = given_->degree(v) == 0 ? 0 : side[v] ^ side[lowest];
        return camp;
    }

    signed_graph const* given_;
    search_options const* options_;
    two_colouring colouring_;
    divided_search search_;
    parity_sets sides_{}; // of the vertices of blocks
};

} // namespace geostance::detail
