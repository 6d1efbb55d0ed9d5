// SPDX-License-Identifier: BSL-1.0
/// @file
/// Small networks whose weights are too different for whole numbers: all camps are tried, without any rounding.
#pragma once

#include <geostance/optimum/detail/camp_enumeration.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/signed/detail/components.hpp>
#include <geostance/signed/detail/wide_sum.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace geostance::detail {

/// One connected component, with its weights as they are.
class wide_ties {
public:
    struct arc {
        std::uint32_t head;
        wide_sum weight;
    };

    /// `vertices` in ascending order.
    wide_ties(signed_graph const& g, std::vector<std::uint32_t> const& vertices) : rows_(vertices.size()) {
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            for (auto a = g.first_arc(vertices[i]); a < g.first_arc(vertices[i] + 1); ++a) {
                auto const at = std::lower_bound(vertices.begin(), vertices.end(), g.neighbour(a));
                rows_[i].push_back({static_cast<std::uint32_t>(at - vertices.begin()), wide_sum(g.weight(a))});
            }
        }
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(rows_.size()); }
    [[nodiscard]] std::span<arc const> row(std::uint32_t v) const noexcept { return rows_[v]; }
    [[nodiscard]] wide_sum cost(std::vector<std::uint32_t> const& camp) const {
        wide_sum total;
        for (std::uint32_t v = 0; v < size(); ++v) {
            for (auto const& a : rows_[v])
                if (v < a.head && (camp[v] == camp[a.head]) == a.weight.is_negative()) total += abs(a.weight);
        }
        return total;
    }

private:
    std::vector<std::vector<arc>> rows_;
};

/// Makes `camp` the best partition into at most k camps, starting from the one given; false if a component is too large
/// or a limit is reached.
inline bool search_wide(signed_graph const& g, std::size_t k, std::size_t node_limit, search_control& control,
                        std::vector<std::uint32_t>& camp) {
    constexpr std::size_t most_vertices = 24;
    constexpr std::size_t steps_per_node = 20;
    auto fresh = camp.empty() ? 0 : 1 + *std::max_element(camp.begin(), camp.end());
    for (auto const& vertices : components(g)) {
        if (vertices.size() == 1) continue;
        if (vertices.size() > most_vertices) return false;
        wide_ties const ties(g, vertices);
        std::vector<std::uint32_t> mine;
        mine.reserve(vertices.size());
        for (auto const v : vertices) mine.push_back(camp[v]);
        camp_enumeration all(ties, k, ties.cost(mine), steps_per_node * node_limit, control);
        if (!all.run()) return false;
        if (all.found().empty()) continue;
        auto const first = k < g.num_vertices() ? 0 : fresh; // components share camps only where these are few
        for (std::size_t i = 0; i < vertices.size(); ++i) camp[vertices[i]] = first + all.found()[i];
        fresh += static_cast<std::uint32_t>(vertices.size());
    }
    return true;
}

} // namespace geostance::detail
